"""What a file really is, told by its first bytes, so that the person hears the true reason."""

from app.importing.readers.errors import Unreadable

SAVE_AS_DOCX = "请用 Word 或 WPS 打开，另存为 .docx 后重新上传"
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
OTHERS = {
    b"%PDF": "PDF 文件",
    b"{\\rtf": "RTF 文件",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf\x27\x1c": "7z 压缩包",
    b"\x1f\x8b": "gzip 压缩包",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_KINDS = {
    "EncryptedPackage": "",
    "WordDocument": "旧版 Word（.doc）或 WPS 文字（.wps）文件",
    "Workbook": "旧版 Excel（.xls）或 WPS 表格（.et）文件",
    "PowerPoint Document": "旧版 PowerPoint（.ppt）文件",
}
ZIP_KINDS = {
    "xl/": "Excel（.xlsx）文件",
    "ppt/": "PowerPoint（.pptx）文件",
    "OFD.xml": "OFD 文件",
    "content.xml": "OpenDocument（.odt、.ods）文件",
}


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raises Unreadable for every kind that is known but not readable; says nothing about text."""
    for mark, kind in PICTURES.items():
        if data.startswith(mark):
            raise _picture(name, kind)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise _picture(name, "WebP")
    if data.startswith(OLE):
        raise _old_office(data, name)
    for mark, kind in OTHERS.items():
        if data.startswith(mark):
            raise unsupported(name, kind)


def unsupported(name: str, kind: str) -> Unreadable:
    return Unreadable(
        name, f"是 {kind}，目前还不支持" if kind[0].isascii() else f"是{kind}，目前还不支持", SAVE_AS_DOCX
    )


def kind_of_zip(names: list[str]) -> str | None:
    """What a zip without a Word body is, as far as its members tell."""
    return next((kind for mark, kind in ZIP_KINDS.items() if any(name.startswith(mark) for name in names)), None)


def _picture(name: str, kind: str) -> Unreadable:
    return Unreadable(
        name, f"其实是一张图片（{kind}），不是文字文件", "请上传原来的 Word 文件；只有扫描件时，请先转成文字"
    )


def _old_office(data: bytes, name: str) -> Unreadable:
    for stream, kind in OLE_KINDS.items():
        if stream.encode("utf-16-le") in data:
            if not kind:
                return Unreadable(name, "设有打开密码，无法读取", "请去掉密码后重新上传")
            return unsupported(name, kind)
    return unsupported(name, "旧版 Office 或 WPS 文件")
