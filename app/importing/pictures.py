"""The pages of a file as pictures for the review page, drawn in processes of their own when they are asked for."""

import tempfile
import time
from functools import partial
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from app.core.errors import AppError, NotFound
from app.importing.apart import Cancelled, apart
from app.importing.blocks import Format
from app.importing.readers import Unreadable, child, ofd, signatures
from app.importing.readers.pages.drawn import svg_of
from app.importing.readers.pages.model import Page

SECONDS: Final = 10
PATIENCE: Final = 25
MOST: Final = 1_500_000
NO_PAGE: Final = "这个文件没有这一页的图像。请返回校对页面，对照识别出的文字。"
# A browser asks for several pages at once: the others wait, so that the readers keep a processor.
at_once = BoundedSemaphore(2)


def page_picture(data: bytes, name: str, number: int) -> bytes:
    """At most 1200 pixels wide, and 1.5 MB. Raises NotFound, whatever is wrong with the file."""
    with at_once:
        end = time.monotonic() + PATIENCE
        try:
            return apart(partial(draw, number=number), data, name, lambda _done, _total: time.monotonic() < end)
        except (AppError, Cancelled) as error:
            raise NotFound(NO_PAGE) from error


def draw(data: bytes, name: str, *, number: int) -> bytes:
    """In the child, as a reader is; the libraries that draw run in one more. Raises Unreadable."""
    refused = Unreadable(name, f"的第{number}页无法画出", "请对照识别出的文字")
    kind = signatures.kind_of(data, name)
    if number < 1 or kind not in (Format.PDF, Format.OFD, Format.IMAGE):
        raise refused
    if kind is Format.OFD:
        shown = ofd.shown(data, name, number)
        if isinstance(shown, Page):
            return bounded(svg_of(shown), refused)
        data, number = shown or b"", 1
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "page"
        source.write_bytes(data)
        try:
            list(child.records("shown", str(source), str(number), str(target), seconds=SECONDS))
        except child.Stopped as error:
            raise refused from error
        return bounded(target.read_bytes(), refused)


def bounded(picture: bytes, refused: Unreadable) -> bytes:
    if len(picture) > MOST:
        raise refused
    return picture
