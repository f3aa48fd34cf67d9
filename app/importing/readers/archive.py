"""Looks at a zip before anything in it is unpacked: what it declares is held against bounds first."""

import io
import re
import zipfile
import zlib
from typing import Final

from app.importing.readers.errors import Unreadable
from app.importing.readers.signatures import kind_of_zip, unsupported

BODY: Final = "word/document.xml"
MAX_MEMBERS: Final = 3000
MAX_TOTAL: Final = 200 * 1024 * 1024
MAX_BODY: Final = 50 * 1024 * 1024
SMALL: Final = 5 * 1024 * 1024
MAX_RATIO: Final = 150
ASK_AGAIN: Final = "请用 Word 或 WPS 打开确认内容完整，另存为新的 .docx 后重新上传"
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


def body_of(data: bytes, name: str) -> bytes:
    """The bytes of the Word body, after every bound is kept."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist(), name)
            return archive.read(BODY)
    except BROKEN as error:
        raise Unreadable(name, "已损坏或不完整，可能上传或复制时中断", ASK_AGAIN) from error


def _check(members: list[zipfile.ZipInfo], name: str) -> None:
    names = [member.filename for member in members]
    if len(members) > MAX_MEMBERS or _is_bomb(members):
        raise Unreadable(name, "解压后过大，不像正常的公文，为安全起见没有打开", ASK_AGAIN)
    if any(_is_outside(path) for path in names):
        raise Unreadable(name, "里面含有指向文件夹之外的路径，为安全起见没有打开", ASK_AGAIN)
    if BODY not in names:
        if kind := kind_of_zip(names):
            raise unsupported(name, kind)
        raise Unreadable(name, "是压缩包，不是 Word 文件", "请解压后上传里面的 .docx")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(name, "设有密码，无法读取", "请去掉密码后重新上传")


def _is_bomb(members: list[zipfile.ZipInfo]) -> bool:
    if sum(member.file_size for member in members) > MAX_TOTAL:
        return True
    if any(member.filename == BODY and member.file_size > MAX_BODY for member in members):
        return True
    return any(member.file_size > SMALL and member.file_size > MAX_RATIO * member.compress_size for member in members)


def _is_outside(path: str) -> bool:
    return path.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", path) or re.match(r"[A-Za-z]:", path) is not None
