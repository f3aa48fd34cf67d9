"""Looks at a zip before anything in it is unpacked: what it declares is held against bounds first."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from app.importing.readers import progress
from app.importing.readers.errors import Unreadable

MAX_MEMBERS: Final = 3000
MAX_TOTAL: Final = 200 * 1024 * 1024
SMALL: Final = 5 * 1024 * 1024
MAX_RATIO: Final = 150
SELDOM: Final = 100  # elements between two looks at how far it is
ASK_AGAIN: Final = "请用 Word、Excel 或 WPS 打开确认内容完整，另存为新文件后重新上传"
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    RuntimeError,
    OverflowError,
)
Event = tuple[str, etree._Element]


class Package:
    """An opened zip that keeps every bound; whatever is wrong with it is told as Unreadable."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except BROKEN as error:
            raise self.broken() from error
        self._check(members)
        # Some writers separate folders the Windows way, or write the names in capitals.
        self._members = {_plain(member.filename): member for member in reversed(members)}

    @property
    def names(self) -> list[str]:
        return list(self._members)

    def has(self, path: str) -> bool:
        return _plain(path) in self._members

    def read(self, path: str) -> bytes:
        try:
            return self._zip.read(self._members[_plain(path)])
        except BROKEN as error:
            raise self.broken() from error

    def walk_telling(
        self, path: str, *tags: str, events: Sequence[str] = ("start", "end"), share: tuple[int, int] = (0, 1)
    ) -> Iterator[Event]:
        """As `walk`, and tells in hundredths how much is read; `share`: the part is the nth of so many."""
        size = max(self._members[_plain(path)].file_size, 1) if self.has(path) else 1
        said = share[0] * 100 // share[1]
        for event in self.walk(path, *tags, events=events):
            done = (share[0] * 100 + min(self._read * 100 // size, 100)) // share[1]
            if done > said:
                said = done
                progress.tell(done, 100)
            yield event
        if (done := (share[0] + 1) * 100 // share[1]) > said:
            progress.tell(done, 100)

    def walk(self, path: str, *tags: str, events: Sequence[str] = ("start", "end")) -> Iterator[Event]:
        """Start and end of the elements with these local names, as the part is unpacked."""
        try:
            with self._zip.open(self._members[_plain(path)]) as part:
                found = etree.iterparse(
                    part,
                    events=events,
                    tag=[f"{{*}}{tag}" for tag in tags],
                    resolve_entities=False,
                    no_network=True,
                    load_dtd=False,
                    huge_tree=False,
                    remove_comments=True,
                    remove_pis=True,
                )
                checked = False
                for place, (event, element) in enumerate(found):
                    if place % SELDOM == 0:
                        self._read = part.tell()
                    if not checked and _declares(element):
                        raise self.entities()
                    checked = True
                    yield event, element
                if not checked and found.root is not None and _declares(found.root):
                    raise self.entities()
        except etree.XMLSyntaxError as error:
            raise self.entities() if "ntit" in str(error) else self.broken("已损坏，正文不完整") from error
        except BROKEN as error:
            raise self.broken() from error

    def relations(self, path: str) -> dict[str, tuple[str, str]]:
        """Of a part: the last word of the relation's type, and the path it leads to inside the package."""
        folder, file = posixpath.split(path)
        source = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        found: dict[str, tuple[str, str]] = {}
        if not self.has(source):
            return found
        for _, element in self.walk(source, "Relationship", events=("end",)):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target") or "")).lstrip("/")
                found[element.get("Id") or ""] = ((element.get("Type") or "").rpartition("/")[2], target)
        return found

    def main_part(self) -> str | None:
        """Where the package says that its document begins."""
        return next((target for kind, target in self.relations("").values() if kind == "officeDocument"), None)

    def broken(self, problem: str = "已损坏或不完整，可能上传或复制时中断") -> Unreadable:
        return Unreadable(self.name, problem, ASK_AGAIN)

    def entities(self) -> Unreadable:
        return Unreadable(self.name, "里面含有外部引用或实体定义，为安全起见没有打开", ASK_AGAIN)

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        if len(members) > MAX_MEMBERS or _is_bomb(members):
            raise Unreadable(self.name, "解压后过大，不像正常的公文，为安全起见没有打开", ASK_AGAIN)
        if any(_is_outside(member.filename) for member in members):
            raise Unreadable(self.name, "里面含有指向文件夹之外的路径，为安全起见没有打开", ASK_AGAIN)
        if any(member.flag_bits & 1 for member in members):
            raise Unreadable(self.name, "设有密码，无法读取", "请去掉密码后重新上传")


def _declares(element: etree._Element) -> bool:
    """Whether the part brings a document type, and with it entities; no office program writes one."""
    return element.getroottree().docinfo.internalDTD is not None


def _plain(path: str) -> str:
    return path.replace("\\", "/").lower()


def _is_bomb(members: list[zipfile.ZipInfo]) -> bool:
    if sum(member.file_size for member in members) > MAX_TOTAL:
        return True
    return any(member.file_size > SMALL and member.file_size > MAX_RATIO * member.compress_size for member in members)


def _is_outside(path: str) -> bool:
    return path.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", path) or re.match(r"[A-Za-z]:", path) is not None
