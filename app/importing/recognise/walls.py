"""Tables drawn with characters: what stands between the cells of a line, and a line that only rules."""

import re
from typing import Final

WALLS: Final = "|｜│┃¦"
WALL: Final = re.compile(rf"[{WALLS}]")
RULE: Final = re.compile(rf"[\s{WALLS}:+\-—─━=]+")
