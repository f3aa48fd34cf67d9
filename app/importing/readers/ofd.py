"""OFD files (GB/T 33190-2016): an archive of XML pages with placed text and lines. Only local names are compared."""

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final

from lxml import etree

from app.importing.blocks import Builder, Document, Format
from app.importing.readers import ocr
from app.importing.readers.archive import Package
from app.importing.readers.errors import Unreadable
from app.importing.readers.ofd_objects import POINTS, Canvas, kids, name_of, numbers
from app.importing.readers.pages import layout
from app.importing.readers.pages.model import Page
from app.importing.readers.progress import tell

MAX_PAGES: Final = 2000
A4: Final = (210.0, 297.0)
AGAIN: Final = "请用 OFD 阅读器打开确认内容完整，重新导出后上传，或上传原来的 Word 文件"
ROOTS: Final = ("OFD", "Document", "Page", "Res")


def read(data: bytes, name: str) -> Document:
    package = Package(data, name)
    builder = Builder()
    files = [file for path in _documents(package) for file in [File(package, path)]]
    layout.write((page for file in files for page in file.pages()), builder)
    document = builder.document(name, Format.OFD)
    if document.blocks:
        return document
    found = [picture for file in files for picture in file.pictures]
    if not found:
        raise Unreadable(name, "里面没有文字", AGAIN)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, picture in enumerate(found):
            paths.append(Path(folder) / str(number))
            paths[-1].write_bytes(picture)
        return ocr.read_pictures(paths, name)


def shown(data: bytes, name: str, number: int) -> Page | bytes | None:
    """A page to look at. Of an archived scan the picture; those are counted as they were recognised."""
    package = Package(data, name)
    files = [File(package, path) for path in _documents(package)]
    place = next(islice(((file, place) for file in files for place in file.places), number - 1, None), None)
    page = place[0].page(place[1]) if place else None
    if page and page.words:
        return page
    if any(other.words for file in files for other in file.pages()):
        return page
    return next(islice((picture for file in files for picture in file.pictures), number - 1, None), None)


def _documents(package: Package) -> list[str]:
    """Where the archive says that its documents begin; it may hold several."""
    root = _root(package, "OFD.xml")
    found = [
        _inside("", child.text or "")
        for body in root.iterchildren()
        for child in body.iterchildren()
        if name_of(child) == "DocRoot"
    ]
    if not found:
        raise Unreadable(package.name, "已损坏，没有正文", AGAIN)
    return found


def _root(package: Package, path: str) -> etree._Element:
    found = None
    for _, element in package.walk(path, *ROOTS, events=("end",)):
        found = element
    if found is None:
        raise Unreadable(package.name, "已损坏，正文不完整", AGAIN)
    return found


def _inside(folder: str, path: str) -> str:
    """A place as the file names it: from the root, or from the folder of the part that names it."""
    return normpath(join("/", folder, path.strip().replace("\\", "/"))).lstrip("/")


class File:
    """One document of the archive."""

    def __init__(self, package: Package, path: str) -> None:
        self._package = package
        self._folder = dirname(path)
        self._root = _root(package, path)
        common = next(kids(self._root, "CommonData"), None)
        self._box = _box(common) if common is not None else None
        self._templates = {
            element.get("ID") or "": element.get("BaseLoc") or ""
            for element in (kids(common, "TemplatePage") if common is not None else ())
        }
        self.places = [
            element.get("BaseLoc") or "" for group in kids(self._root, "Pages") for element in kids(group, "Page")
        ]
        if len(self.places) > MAX_PAGES:
            raise Unreadable(package.name, f"共有{len(self.places)}页，超过 {MAX_PAGES} 页的上限", "请拆分后重新上传")
        self._units: dict[str, etree._Element] = {}
        self._media: dict[str, str] = {}
        for element in kids(common, "PublicRes", "DocumentRes") if common is not None else ():
            self._resources(_inside(self._folder, element.text or ""))
        self.pictures: list[bytes] = []

    def _resources(self, path: str) -> None:
        if not self._package.has(path):
            return
        root = _root(self._package, path)
        base = _inside(dirname(path), root.get("BaseLoc") or "")
        for element in root.iter():
            if name_of(element) == "CompositeGraphicUnit":
                self._units[element.get("ID") or ""] = element
            elif name_of(element) == "MultiMedia":
                for file in kids(element, "MediaFile"):
                    self._media[element.get("ID") or ""] = _inside(base, file.text or "")

    def pages(self) -> Iterator[Page]:
        self.pictures = []
        for number, place in enumerate(self.places, 1):
            yield self.page(place)
            tell(number, len(self.places))

    def page(self, place: str) -> Page:
        """The picture that a page without words consists of is kept."""
        root = _root(self._package, _inside(self._folder, place))
        left, top, width, height = _box(root) or self._box or (0, 0, *A4)
        canvas = Canvas(self._units)
        for element in kids(root, "Template"):
            if template := self._templates.get(element.get("TemplateID") or ""):
                canvas.draw(_root(self._package, _inside(self._folder, template)), left, top)
        canvas.draw(root, left, top)
        if not canvas.words and canvas.pictures:
            self._keep(max(canvas.pictures)[1])
        return Page(width * POINTS, height * POINTS, canvas.words, canvas.across, canvas.down)

    def _keep(self, resource: str) -> None:
        path = self._media.get(resource, "")
        if self._package.has(path) and len(self.pictures) <= ocr.MAX_PAGES:
            self.pictures.append(self._package.read(path))


def _box(element: etree._Element) -> tuple[float, float, float, float] | None:
    """The paper, as the page or the document's common part gives it."""
    for area in kids(element, "Area", "PageArea"):
        for box in kids(area, "PhysicalBox", "ApplicationBox"):
            values = numbers(box.text)
            if len(values) == 4 and 0 < values[2] < 100_000 and 0 < values[3] < 100_000:
                return values[0], values[1], values[2], values[3]
    return None
