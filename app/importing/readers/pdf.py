"""PDF files: their text where they have one, else what can be recognised in their pictures."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from app.importing.blocks import Builder, Document, Format
from app.importing.readers import child, ocr
from app.importing.readers.errors import Unreadable
from app.importing.readers.pages import layout
from app.importing.readers.pages.model import Page, page_of
from app.importing.readers.progress import tell

SECONDS: Final = 60
AGAIN: Final = "请用 PDF 阅读器打开确认内容完整，重新导出后上传，或上传原来的 Word 文件"
PROBLEMS: Final = {
    "locked": ("设有打开密码，无法读取", "请去掉密码后重新上传"),
    "damaged": ("已损坏或不是完整的 PDF 文件", AGAIN),
}


@dataclass(slots=True)
class Counts:
    """What the pages of a file are; `scans` are the numbers of those that are pictures of a page."""

    pages: int = 0
    words: int = 0
    unmapped: int = 0
    pictures: int = 0
    scans: list[int] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        return self.words >= 4 * self.pages // 3 + 1 and self.unmapped <= self.words


def read(data: bytes, name: str) -> Document:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / "source.pdf"
        path.write_bytes(data)
        counts, builder = Counts(), Builder()
        layout.write(_pages(path, name, counts), builder)
        document = builder.document(name, Format.PDF)
        if counts.has_text and document.blocks and (not counts.scans or not ocr.is_installed()):
            return document
        if counts.has_text and len(counts.scans) < counts.pages:
            return _mixed(path, folder, name, counts)
        if not counts.pictures and not counts.unmapped:
            raise Unreadable(name, "里面没有文字，也没有图片", AGAIN)
        return ocr.read_pictures(_pictures(path, folder, name), name)


def _mixed(path: Path, folder: Path, name: str, counts: Counts) -> Document:
    """A notice with its table scanned behind it: each page as it can be read best."""
    scanned = iter(list(ocr.pages_of(_pictures(path, folder, name, counts.scans), name)))
    pages = (
        next(scanned) if number in counts.scans else page for number, page in enumerate(_pages(path, name, Counts()))
    )
    builder = Builder()
    layout.write(pages, builder)
    return replace(builder.document(name, Format.PDF), scans=tuple(number + 1 for number in counts.scans))


def _pages(path: Path, name: str, counts: Counts) -> Iterator[Page]:
    for record in _records(path, name):
        if record["scan"]:
            counts.scans.append(counts.pages)
        counts.pages += 1
        counts.words += sum(1 for word in record["words"] if word[0] != " ")
        counts.unmapped += record["unmapped"]
        counts.pictures += record["pictures"]
        yield page_of(record)
        tell(counts.pages, record["of"])


def _pictures(path: Path, folder: Path, name: str, numbers: Sequence[int] = ()) -> list[Path]:
    wanted = ",".join(map(str, numbers))
    return [folder / record["picture"] for record in _records(path, name, str(folder), wanted)]


def _records(path: Path, name: str, pictures: str = "", wanted: str = "") -> Iterator[dict[str, Any]]:
    try:
        for record in child.records("pdf", str(path), pictures, wanted, seconds=SECONDS):
            if problem := record.get("error"):
                raise _refused(name, problem, record.get("count", 0))
            yield record
    except child.Stopped as error:
        raise Unreadable(name, "结构异常，读取时中断或用时过长，为安全起见已停止", AGAIN) from error


def _refused(name: str, problem: str, count: int) -> Unreadable:
    if problem == "pages":
        return Unreadable(name, f"共有{count}页，超过 2000 页的上限", "请拆分后重新上传")
    if problem == "page":
        return Unreadable(name, f"的第{count}页已损坏，无法读取", AGAIN)
    return Unreadable(name, *PROBLEMS[problem])
