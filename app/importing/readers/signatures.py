"""What a file really is, told by its content, so that the person hears the true reason when it cannot be read."""

import struct
from typing import Final

from app.importing.blocks import Format
from app.importing.readers import ole
from app.importing.readers.archive import ASK_AGAIN, Package
from app.importing.readers.errors import Unreadable

SAVE_AS_DOCX: Final = "请用 Word 或 WPS 打开，另存为 .docx 后重新上传"
SAVE_AS_XLSX: Final = "请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传"
PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
OTHERS: Final = {
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf\x27\x1c": "7z 压缩包",
    b"\x1f\x8b": "gzip 压缩包",
}
REFUSED_IN_ZIP: Final = {
    "ppt/": ("PowerPoint（.pptx）文件", SAVE_AS_DOCX),
    "xl/workbook.bin": ("Excel 二进制（.xlsb）文件", SAVE_AS_XLSX),
    "content.xml": ("OpenDocument 演示或绘图文件", "请另存为 .docx 或 .xlsx 后重新上传"),
}
OPEN_DOCUMENTS: Final = {
    b"application/vnd.oasis.opendocument.text": Format.ODT,
    b"application/vnd.oasis.opendocument.text-template": Format.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Format.ODS,
    b"application/vnd.oasis.opendocument.spreadsheet-template": Format.ODS,
}
WORD, SHEET, LOCKED = "WordDocument", ("Workbook", "Book"), ("EncryptedPackage", "EncryptionInfo")


def kind_of(data: bytes, name: str) -> Format | None:
    """The format of every file that is not text. Raises Unreadable for what is known and never read."""
    if data.startswith(b"PK"):
        return _in_zip(Package(data, name), name)
    if data.startswith(ole.SIGNATURE):
        return _in_ole(data, name)
    if _is_picture(data):
        return Format.IMAGE
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf"):
        return Format.RTF
    for mark, kind in OTHERS.items():
        if data.startswith(mark):
            raise Unreadable(name, f"是 {kind}，不是文档", "请解压后逐个上传里面的文件")
    return None


def locked(name: str) -> Unreadable:
    return Unreadable(name, "设有打开密码，无法读取", "请去掉密码后重新上传")


def _is_picture(data: bytes) -> bool:
    if data.startswith(b"BM"):
        return data[6:10] == bytes(4)
    return data.startswith(PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def _in_zip(package: Package, name: str) -> Format:
    main = (package.main_part() or "").lower()
    if main.startswith("word/") or package.has("word/document.xml"):
        return Format.DOCX
    if package.has("ofd.xml"):
        return Format.OFD
    if package.has("mimetype") and (found := OPEN_DOCUMENTS.get(package.read("mimetype").strip())):
        if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise locked(name)
        return found
    for mark, (kind, remedy) in REFUSED_IN_ZIP.items():
        if any(member.startswith(mark) for member in package.names):
            raise Unreadable(name, f"是 {kind}，目前还不支持", remedy)
    if main.startswith("xl/") or package.has("xl/workbook.xml"):
        return Format.XLSX
    raise Unreadable(name, "是压缩包，不是文档", "请解压后逐个上传里面的文件")


def _in_ole(data: bytes, name: str) -> Format:
    try:
        directory = ole.Directory(data)
    except ValueError as error:
        raise Unreadable(name, "是旧版 Office 文件，但已损坏或不完整", ASK_AGAIN) from error
    streams = directory.streams
    if any(stream in streams for stream in LOCKED):
        raise locked(name)
    if WORD in streams:
        if _is_locked_word(directory.head(WORD)):
            raise locked(name)
        return Format.WPS if any("wps" in stream.lower() for stream in streams) else Format.DOC
    if any(stream in streams for stream in SHEET):
        return Format.XLS
    if "PowerPoint Document" in streams:
        raise Unreadable(name, "是旧版 PowerPoint（.ppt）文件，目前还不支持", SAVE_AS_DOCX)
    if _is_works(directory):
        raise Unreadable(name, "是 Microsoft Works 的 .wps 文件，不是金山 WPS 文字，目前还不支持", SAVE_AS_DOCX)
    raise Unreadable(name, "是旧版 Office 或 WPS 文件，但认不出是文字还是表格", SAVE_AS_DOCX)


def _is_works(directory: ole.Directory) -> bool:
    """Another maker's program whose files have the same name; Kingsoft's have Word's streams, and one of their own."""
    try:
        made_by = [directory.content(stream, 0, 4096) for stream in directory.streams if stream.endswith("CompObj")]
    except (ValueError, struct.error):  # damaged; whose it was is not to be had
        return False
    return "MatOST" in directory.streams or any(b"Microsoft Works" in made or b"Quill96" in made for made in made_by)


def _is_locked_word(head: bytes) -> bool:
    """FibBase: fEncrypted and fObfuscated."""
    return len(head) > 11 and bool(head[11] & 0x81)
