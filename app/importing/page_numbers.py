"""How a page number is printed: each reader and each rule that meets one drops it, by how sure its place makes it."""

import re
from typing import Final

_BESIDE: Final = "-—–－―─·•"
_NUMBER: Final = r"[\d一二三四五六七八九十]{1,4}"
_PAGE: Final = rf"第\s*{_NUMBER}\s*页"
_ALL: Final = rf"共\s*{_NUMBER}\s*页"
_BETWEEN: Final = r"[，,/／\s]*"

# Sure by itself, wherever it stands: - 3 -, 第3页 共10页, 3/10. A bare 3 is not: it may be a cell.
PRINTED: Final = re.compile(
    rf"\s*(?:[{_BESIDE}]\s*\d{{1,4}}\s*[{_BESIDE}]|{_PAGE}{_BETWEEN}(?:{_ALL})?|[（(]?\s*{_ALL}{_BETWEEN}{_PAGE}\s*[）)]?"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}|Page\s*\d+(?:\s*of\s*\d+)?)\s*"
)
# On a line of its own between the paragraphs of a text.
ALONE: Final = re.compile(rf"[{_BESIDE}\s]*\d{{1,4}}[{_BESIDE}\s]*|{PRINTED.pattern}")
# In the margin of a page, where next to nothing else is printed: also iv and 3.
AT_EDGE: Final = re.compile(rf"[{_BESIDE}.\s]*(?:第\s*)?[\divxIVX]{{1,4}}\s*页?[{_BESIDE}.\s]*|{PRINTED.pattern}")
