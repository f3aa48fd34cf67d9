"""Web pages saved as one file (.mht), which many systems also hand out as .doc or .xls: a mail with parts."""

import codecs
import re
from email import message_from_bytes
from email.message import Message
from typing import Final

from app.importing.readers import html, txt

OPENING: Final = re.compile(
    rb"\s*(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?(?:MIME-Version|Content-Type):", re.IGNORECASE
)
IN_MHTML: Final = re.compile(rb"multipart/(?:related|mixed|alternative)|text/html", re.IGNORECASE)
MAX_PARTS: Final = 2000


def text_of(data: bytes, name: str) -> tuple[str, bool]:
    """What is text, decoded; and whether it is a page of the web, saved with its parts or alone."""
    page = _page_in(data) if _looks_like_mhtml(data) else None
    text = txt.decode(data if page is None else page, name)
    return text, page is not None or html.looks_like_html(text)


def _looks_like_mhtml(data: bytes) -> bool:
    begin = data[:4000].removeprefix(codecs.BOM_UTF8)
    return OPENING.match(begin) is not None and IN_MHTML.search(begin) is not None


def _page_in(data: bytes) -> bytes | None:
    """The bytes of the page itself, in UTF-8 when its part names the encoding; None when there is none."""
    found: list[tuple[bytes, str | None]] = []
    for number, part in enumerate(message_from_bytes(data.removeprefix(codecs.BOM_UTF8).lstrip()).walk()):
        if number > MAX_PARTS:
            break
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            found.append((body if isinstance(body, bytes) else b"", _encoding(part)))
    if not found:
        return None
    body, encoding = max(found, key=lambda each: len(each[0]))  # Excel puts frames and tabs into pages of their own
    return body.decode(encoding, "replace").encode() if encoding else body


def _encoding(part: Message) -> str | None:
    name = part.get_content_charset()
    if name in ("gb2312", "gbk"):
        return "gb18030"
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None
