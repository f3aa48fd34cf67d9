"""The text of a cell: lines that only its width broke are joined, lines that somebody began stay apart."""

import re
from collections.abc import Sequence
from typing import Final

from app.importing.readers.pages.flow import joined
from app.importing.readers.pages.lines import Line

ROOM: Final = 1.5  # characters that may be missing in a line that is full; in a long line a word or a number
LONG: Final = 12
SEPARATOR: Final = re.compile(r"[、，；,;。：:]")
LABEL: Final = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]|\d+[.、．]|[（(][一二三四五六七八九十\d]+[）)]")
UNIT: Final = re.compile(
    r"(?:局|委|会|办|室|部|厅|院|处|科|股|中心|公司|政府|集团|街道|镇|(?<!城)乡|大队|支队|学校|银行|人大|政协|站|所|区|县|市|单位|部门)$"
)
LEVEL: Final = re.compile(r"[国省市县区州镇乡各]")
TAIL: Final = re.compile(r"办公室|委员会|人民政府|政府|管委会|分局|[大支]队|(?:服务)?中心|公司")


def slack_of(cells: Sequence[tuple[Sequence[Line], float]]) -> float:
    """How much of their width the cells of a table leave free at the least: the padding at both sides."""
    return min((width - _widest(lines) for lines, width in cells if len(lines) > 1), default=0.0)


def text_of(lines: Sequence[Line], width: float) -> str:
    """`width` is what a line can fill."""
    if not lines:
        return ""
    texts = [_unstretched(line, width) for line in lines[:-1]] + [lines[-1].text]
    is_list = len(texts) > 1 and not SEPARATOR.search("".join(texts)) and all(UNIT.search(text) for text in texts)
    is_separated = "、" in "".join(texts)
    widest = _widest(lines)
    found = texts[0]
    for above, text in zip(lines, texts[1:], strict=False):
        length = above.x1 - above.x0
        room = ROOM if widest < LONG * above.size else ROOM + 1
        if is_separated and not LABEL.match(text):
            room = max(room, widest / above.size * 0.4)
        is_full = length >= widest - room * above.size and widest >= width - 2 * ROOM * above.size
        is_tail = TAIL.fullmatch(text) is not None or (LEVEL.match(above.text) and not LEVEL.match(text))
        is_one = bool(is_tail) and width - length < above.size
        found = joined(found, text) if is_full and (is_one or not is_list) else f"{found}\n{text}"
    return found


def _unstretched(line: Line, width: float) -> str:
    """Few characters drawn apart to fill a narrow cell are words that go on in the next line."""
    is_drawn = len(line.text) > 1 and all(len(part) == 1 for part in line.text.split(" "))
    is_full = line.x1 - line.x0 >= width - ROOM * line.size
    return line.text.replace(" ", "") if is_drawn and is_full else line.text


def _widest(lines: Sequence[Line]) -> float:
    return max(line.x1 - line.x0 for line in lines)
