"""From bytes to drafts, before anything is stored. Needs no database, so a small process can do it."""

from dataclasses import dataclass

from app.importing.blocks import Format, Place, Table
from app.importing.readers import read
from app.importing.readers.errors import NothingFound
from app.importing.recognise import Recognised, recognise


@dataclass(frozen=True)
class Prepared:
    """What is stored of a file that was read."""

    format: Format
    text: str
    rows: tuple[tuple[int, int], ...]  # where the rows of tables stand in the text
    recognised: Recognised
    scans: tuple[int, ...]  # pages that were recognised in pictures
    places: tuple[Place, ...]


def prepare(data: bytes, name: str) -> Prepared:
    """Raises Unreadable, or NothingFound when there is no task in it."""
    document = read(data, name)
    recognised = recognise(document)
    if not recognised.tasks:
        raise NothingFound(
            f"“{name}”里没有找到任务。没有保存任何草稿。"
            "请上传印发的台账（带责任部门的表格）或分工方案（带牵头、责任单位的条目）。"
        )
    rows = tuple((r.start, r.end) for block in document.blocks if isinstance(block, Table) for r in block.rows)
    return Prepared(document.format, document.text, rows, recognised, document.scans, document.places)
