"""Numbers and dates of a spreadsheet as its cells show them: the number format decides."""

import math
import re
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

GENERAL: Final = "General"
BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "yyyy/m/d", 16: "m/d", 17: "yyyy/m", 18: "h:mm", 19: "h:mm", 20: "h:mm", 21: "h:mm",
    22: "yyyy/m/d h:mm", 27: "yyyy/m", 28: "m/d", 29: "m/d", 30: "m/d", 31: "yyyy/m/d", 32: "h:mm", 33: "h:mm",
    34: "h:mm", 35: "h:mm", 36: "yyyy/m", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    50: "yyyy/m", 51: "m/d", 52: "yyyy/m", 53: "m/d", 54: "m/d", 55: "h:mm", 56: "h:mm", 57: "yyyy/m", 58: "m/d",
}  # fmt: skip
SPOKEN: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
PLACES: Final = re.compile(r"[#0?][#0?,]*(?:\.(?P<decimals>[#0?]*))?")
MAX_DECIMALS: Final = 15
LAST_DAY: Final = 2_958_465  # 9999-12-31


def shown(value: float, written: str, *, since_1904: bool = False) -> str:
    """“30%” of 0.3 with 0%, “2.10” of 2.1 with 0.00, “2022年6月30日” of a day; plain otherwise, without separators."""
    if not math.isfinite(value):
        return ""
    bare = SPOKEN.sub("", written).lower().replace("general", "")
    if re.search(r"[yd]|m|h", bare) and not re.search(r"[0#]", bare):
        return _day(value + (1462 if since_1904 else 0), bare)
    return _number(value, written)


def general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    plain = format(Decimal(format(value, ".15g")), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _day(serial: float, tokens: str) -> str:
    """Year, month and day as far as the cell shows them."""
    if not 0 <= serial <= LAST_DAY:
        return general(serial)
    moment = datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=serial + (serial < 60))
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    parts = f"{moment.year}年" if "y" in tokens else ""
    has_clock = "h" in tokens
    if re.search(r"m", re.sub(r"h+\s*:?\s*m+|m+\s*:?\s*s+", "", tokens)):
        parts += f"{moment.month}月"
    if "d" in tokens:
        parts += f"{moment.day}日"
    if has_clock:
        parts += f"{' ' if parts else ''}{moment:%H:%M}"
    return parts


def _number(value: float, written: str) -> str:
    sections = _sections(written)
    chosen = sections[0]
    if value < 0 and len(sections) > 1:
        chosen, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        chosen = sections[2]
    literals = [_literal(match[0]) for match in SPOKEN.finditer(chosen)]
    bare = SPOKEN.sub("\x00", chosen)
    places = PLACES.search(bare)
    if places is None or re.search(r"[eE/@]", bare):
        return _fill(bare, literals, general(value)) if re.search("general", bare, re.I) else general(value)
    scaled = Decimal(repr(value)) * (100 if "%" in bare else 1)
    decimals = (places["decimals"] or "")[:MAX_DECIMALS]
    try:
        rounded = scaled.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    except InvalidOperation:
        return general(value)
    figure = format(rounded, "f")
    if optional := len(decimals) - len(decimals.rstrip("#?")):
        kept = figure[: len(figure) - optional]
        figure = kept + figure[len(kept) :].rstrip("0")
    whole = len(re.findall("0", places[0].partition(".")[0]))
    figure = figure.rstrip(".")
    sign, figure = ("-", figure[1:]) if figure.startswith("-") else ("", figure)
    lead, point, rest = figure.partition(".")
    return _fill(
        f"{bare[: places.start()]}{sign}General{bare[places.end() :]}", literals, lead.zfill(whole) + point + rest
    )


def _fill(bare: str, literals: list[str], figure: str) -> str:
    """The figure in its place between the words that the format adds (5 → 5个)."""
    parts = iter(literals)
    filled = re.sub("general", lambda _: figure, bare, count=1, flags=re.I)
    return re.sub("\x00", lambda _: next(parts, ""), filled).strip()


def _literal(token: str) -> str:
    if token.startswith('"'):
        return token[1:-1]
    return token[1:] if token.startswith("\\") else ""


def _sections(written: str) -> list[str]:
    parts, start = [], 0
    for match in re.finditer(r'"[^"]*"|\\.|\[[^\]]*\]|;', written):
        if match[0] == ";":
            parts.append(written[start : match.start()])
            start = match.end()
    return [*parts, written[start:]]
