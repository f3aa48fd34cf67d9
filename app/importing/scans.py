"""The pages of a scan as pictures for the review page, drawn in processes of their own when they are asked for."""

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

SECONDS: Final = 10
PATIENCE: Final = 25
NO_PAGE: Final = "这个文件没有这一页的图像。请返回核对页面，对照识别出的文字。"
# A browser asks for several pages at once: the others wait, so that the readers keep a processor.
at_once = BoundedSemaphore(2)


def page_picture(data: bytes, name: str, number: int) -> bytes:
    """A JPEG, at most 1200 pixels wide. Raises NotFound, whatever is wrong with the file."""
    with at_once:
        end = time.monotonic() + PATIENCE
        try:
            return apart(partial(draw, number=number), data, name, lambda _done, _total: time.monotonic() < end)
        except (AppError, Cancelled) as error:
            raise NotFound(NO_PAGE) from error


def draw(data: bytes, name: str, *, number: int) -> bytes:
    """In the child, as a reader is; the libraries that draw run in one more. Raises Unreadable."""
    if signatures.kind_of(data, name) is Format.OFD:
        pictures = ofd.pictures(data, name)
        data, number = (pictures[number - 1], 1) if number <= len(pictures) else (b"", 1)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "page.jpg"
        source.write_bytes(data)
        try:
            list(child.records("shown", str(source), str(number), str(target), seconds=SECONDS))
        except child.Stopped as error:
            raise Unreadable(name, f"的第{number}页无法画出", "请对照识别出的文字") from error
        return target.read_bytes()
