"""Lines that stand right above a table of their own and name what its tasks belong to, without any label."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from app.importing.blocks import Block, Paragraph, Table
from app.importing.page_numbers import ALONE
from app.importing.recognise.columns import columns_of
from app.importing.recognise.lines import label_at
from app.importing.recognise.title import DAY, NOISE, WHOLE

FEWEST: Final = 2
LONGEST: Final = 20
NO_NAME: Final = re.compile(r"[，。；：:、]$|续|接上|(?:19|20)\d\d\s*年|^附|第\s*\d+\s*页|单位[:：]|^[（(]")


def found_in(blocks: Sequence[Block]) -> set[int]:
    """Where they begin; one alone may be anything, so there are at least two on a sheet."""
    found = [
        above
        for above, below in pairwise(blocks)
        if isinstance(above, Paragraph)
        and isinstance(below, Table)
        and _is_name(above.text)
        and any(columns_of(row, below.rows) for row in below.rows[:FEWEST])
    ]
    in_part = {part: {line.text for line in found if line.part == part} for part in {line.part for line in found}}
    return {line.start for line in found if len(in_part[line.part]) >= FEWEST}


def _is_name(text: str) -> bool:
    if not 2 <= len(text) <= LONGEST or label_at(text) or ALONE.fullmatch(text):
        return False
    return not (NO_NAME.search(text) or DAY.search(text) or WHOLE.search(text) or NOISE.search(text))
