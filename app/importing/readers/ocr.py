"""Scans and photos, when the optional recognition is installed: each page in a process of its own."""

import importlib.util
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.importing.blocks import Builder, Document, Format
from app.importing.readers import child
from app.importing.readers.errors import Unreadable
from app.importing.readers.pages import layout
from app.importing.readers.pages.model import Page, page_of
from app.importing.readers.progress import tell

MAX_PAGES: Final = 30
SECONDS_PER_PAGE: Final = 60
TIFF: Final = (b"II*\x00", b"MM\x00*")


def is_installed() -> bool:
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2"))


def read(data: bytes, name: str) -> Document:
    """One picture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture"
        path.write_bytes(data)
        return read_pictures([path], name, most=MAX_PAGES if data[:4] in TIFF else 1)


def read_pictures(pictures: Sequence[Path], name: str, most: int = 1) -> Document:
    """`most`: how many pages one of the files may hold."""
    builder = Builder()
    pages = list(pages_of(pictures, name, most))
    layout.write(pages, builder)
    document = replace(builder.document(name, Format.IMAGE), scans=tuple(range(1, len(pages) + 1)))
    if not document.blocks:
        raise Unreadable(name, "里面没有认出文字", "请扫描或拍摄得清楚、端正一些，或上传带文字的电子版")
    return document


def pages_of(pictures: Sequence[Path], name: str, most: int = 1) -> Iterator[Page]:
    if not is_installed():
        raise Unreadable(
            name,
            "是扫描件或照片，里面没有文字，而本机没有安装文字识别组件",
            "请上传带文字的电子版（Word、Excel 或由其导出的 PDF），或请管理员运行 make install-ocr 后重新上传",
        )
    if len(pictures) > MAX_PAGES:
        raise Unreadable(
            name, f"有 {len(pictures)} 页是扫描件，一次最多识别 {MAX_PAGES} 页", "请拆分，或上传带文字的电子版"
        )
    return _pages(pictures, name, SECONDS_PER_PAGE * len(pictures) * most)


def _pages(pictures: Sequence[Path], name: str, seconds: int) -> Iterator[Page]:
    try:
        for number, record in enumerate(child.records("ocr", *map(str, pictures), seconds=seconds), 1):
            if record.get("error") == "size":
                raise Unreadable(name, "里的图片像素过多，为安全起见没有打开", "请按 200 至 300 dpi 重新扫描后上传")
            if record.get("error"):
                raise Unreadable(name, "里的图片已损坏，无法打开", "请重新扫描或另存后上传")
            yield page_of(record)
            tell(number, max(len(pictures), number))
    except child.Stopped as error:
        raise Unreadable(name, "识别时用时过长或内存不足，已停止", "请拆分成单页，或上传带文字的电子版") from error
