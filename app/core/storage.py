"""Uploaded files: kept under the SHA-256 of their bytes, written whole or not at all."""

import hashlib
import os
import tempfile
from pathlib import Path

from app.core.errors import Invalid

LIMIT_MB = 20
SIGNATURES = {
    b"%PDF": ("application/pdf", (".pdf",)),
    b"\x89PNG": ("image/png", (".png",)),
    b"\xff\xd8\xff": ("image/jpeg", (".jpg", ".jpeg")),
    b"PK\x03\x04": ("application/octet-stream", (".docx", ".xlsx", ".wps", ".et", ".ofd", ".zip")),
    b"\xd0\xcf\x11\xe0": ("application/octet-stream", (".doc", ".xls", ".wps", ".et")),
}


def check(name: str, content: bytes) -> str:
    """The media type of a proof. Raises Invalid with what to do."""
    if not content:
        raise Invalid(f"{name}是空文件，没有上传。请检查后重新选择。")
    if len(content) > LIMIT_MB * 1048576:
        raise Invalid(f"{name}超过{LIMIT_MB} MB，没有上传。请拆分或压缩其中的图片后重试。")
    for start, (media_type, endings) in SIGNATURES.items():
        if content.startswith(start):
            if not name.lower().endswith(endings):
                raise Invalid(f"{name}的内容和扩展名不符，没有上传。请上传原来的文件。")
            return media_type
    if name.lower().endswith(".txt") and b"\0" not in content:
        return "text/plain"
    raise Invalid(f"{name}不是可以接收的格式，没有上传。佐证材料可用 PDF、Word、Excel、图片或文本。")


def put(folder: Path, content: bytes) -> str:
    """Store the bytes; returns their SHA-256. The same bytes are stored once."""
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(folder, digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        os.replace(part.name, path)
    return digest


def path_of(folder: Path, digest: str) -> Path:
    return folder / "files" / digest[:2] / digest
