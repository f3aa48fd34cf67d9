"""From the bytes of an article to its figures. Needs no database, so a small process can do it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.core.errors import Invalid
from app.importing.blocks import Format
from app.importing.readers import read
from app.importing.readers.errors import NothingFound
from app.importing.readings.reading import Reading
from app.importing.readings.suggest import suggestions

LONGEST: Final = 100_000
MOST: Final = 500


@dataclass(frozen=True)
class Read:
    """What is kept of an article."""

    format: Format
    text: str
    readings: tuple[Reading, ...]


def read_article(data: bytes, name: str, posted: date | None = None) -> Read:
    """Raises Unreadable, Invalid when it is too long, or NothingFound when it tells no figure."""
    document = read(data, name)
    if len(document.text) > LONGEST:
        raise Invalid(f"“{name}”有{len(document.text)}字，超过{LONGEST}字。没有保存任何内容。请只粘贴有数值的部分。")
    found = tuple(suggestions(document, posted))
    if not found:
        raise NothingFound(f"“{name}”里没有找到数值。没有保存任何数值。请换一篇写有完成数的简报或新闻。")
    return Read(document.format, document.text, found[:MOST])
