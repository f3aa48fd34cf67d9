"""Which of the numbers among the cells begin rows: those that go on from the row's before."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

ROOM: Final = 20  # an extract leaves rows out
PHONE: Final = re.compile(r"\d{7}")
PARTED: Final = re.compile(r"(\d{1,3})\.(\d{1,2})")


def begin_rows(cells: Sequence[str], width: int) -> Iterator[bool]:
    """投资额 10 before a telephone begins none, nor does 2.4 where it is no second number of 2; a word may.

    Counting begins anew where 2 follows, or behind a row of nearly as many cells as the header has.
    """
    last, inner, begun = 0, 0, 0
    for place, cell in enumerate(cells):
        if parted := PARTED.fullmatch(cell):
            whole, part = int(parted[1]), int(parted[2])
            is_anew = part == 1 and whole == last + 1 and (inner > 0 or not last)
            is_next = is_anew or (whole == last and part in (1, inner + 1))
            last, inner = (whole, part) if is_next else (last, inner)
        elif cell.isdecimal():
            value = int(cell)
            ahead = cells[place + 1 : place + ROOM]
            nearer = str(last + 1) in ahead
            is_anew = value == 1 and (not last or "2" in ahead or place - begun >= width - 2)
            is_named = place + 1 < len(cells) and not PHONE.search(cells[place + 1])
            goes_on = is_anew or not last or value == last + 1 or (last < value <= last + ROOM and not nearer)
            is_next = is_named and goes_on
            last, inner = (value, 0) if is_next else (last, inner)
        else:
            is_next = True
        begun = place if is_next and cell[:1].isdecimal() else begun
        yield is_next
