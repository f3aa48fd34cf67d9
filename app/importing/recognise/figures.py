"""Numbers with a unit: digits, Chinese numerals, fractions, ranges. What they mean is not asked here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.importing.recognise.lines import as_number
from app.importing.recognise.units import BARE, TIMES, UNIT, WORD

DIGITS: Final = r"\d+(?:,\d{3})*(?:\.\d+)?"
# The first digit stands in front of what may not stand before it: so only the places of digits are looked at.
NUMBER: Final = r"\d(?<![\d.．A-Za-z+＋/∶第].)(?<!\d[:：比].)(?<!\d[-－].)\d*(?:,\d{3})*(?:\.\d+)?"
SPELT: Final = (
    r"[一二两三四五六七八九十百千][一二两三四五六七八九十百千零〇]{0,8}(?:点[一二三四五六七八九零〇]{1,4})?(?:"
    r"万(?=[一二三四五六七八九零]))?[一二三四五六七八九十百千零]{0,8}"
)
TO: Final = r"\s*(?:[~～∼—–\-－]+|至|到)\s*"
QUANTITY: Final = re.compile(
    rf"(?P<value>{NUMBER})\s*(?:(?:{TIMES})?(?:{WORD})?{TO}(?P<max>{DIGITS})\s*)?(?:{UNIT}|{BARE})(?![:：∶]\d)"
)
SPELT_QUANTITY: Final = re.compile(
    rf"(?<![第一二两三四五六七八九十百千零〇几数])(?P<value>{SPELT})(?:{TO}(?P<max>{SPELT}))?{UNIT}"
)
SCHOOLING: Final = re.compile(
    rf"受教育年限[^，。；、\d]{{0,8}}(?P<value>{DIGITS})年"
)  # no duration of anything, but a goal
FRACTION: Final = re.compile(rf"(?P<whole>[二三四五六七八九十]|百|千)分之(?P<part>{SPELT}|{DIGITS})(?!分)")
NEARLY: Final = re.compile(rf"(?<=[近超逾上约])(?=[万亿]){UNIT}")
SLASHED: Final = re.compile(r"(?P<part>[1-9])(?<![\d/.].)/(?P<whole>[2-9])(?=\s*以上)")
TENTHS: Final = re.compile(
    r"(?P<part>[一二两三四五六七八九])(?<![一二两三四五六七八九十第].)成"
    r"(?:(?P<half>[一二三四五六七八九])?(?=以上|左右)|"
    r"(?<=[低于到达过至长降]..)(?P<half2>[一二三四五六七八九])?(?![立为果本都熟]))"
)
NAMED: Final = re.compile(r"《[^》]*》|“[^”]{0,30}”|\"[^\"\n]{0,30}\"|「[^」]*」|『[^』]*』")
SOME: Final = re.compile(r"[一二两三四五六七八九]{2}")  # 三四列: three or four
HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """`is_spelt`: printed in Chinese numerals, which are also used for a manner of speaking (一个都不能少)."""

    start: int
    end: int
    value: Decimal
    unit: str
    value_max: Decimal | None = None
    is_spelt: bool = False


def masked(text: str) -> str:
    """Names and slogans hold no figures: “五个一”, 《十条措施》. Places stay the same."""
    return NAMED.sub(lambda match: "\x00" * len(match[0]), text)


def figures(text: str) -> list[Figure]:
    """In the order printed; where two readings overlap the longer one holds."""
    found = [*_fractions(text), *_quantities(text), *_spelt(text), *_nearly(text)]
    kept: list[Figure] = []
    for figure in sorted(found, key=lambda figure: (figure.start, -figure.end)):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def spelt_value(words: str) -> Decimal | None:
    """一百二十 → 120, 两千 → 2000, 千 → 1000, 一点五 → 1.5, 一万二千 → 12000."""
    whole, _, decimals = words.partition("点")
    if SOME.fullmatch(words):
        return None
    if "万" in whole:
        high, low = (_whole(part) for part in whole.split("万", 1))
        return Decimal(high * 10000 + low) if high is not None and low is not None else None
    number = _whole(whole)
    if number is None:
        return None
    return Decimal(f"{number}.{''.join(str(as_number(digit)) for digit in decimals)}") if decimals else Decimal(number)


def _whole(words: str) -> int | None:
    if "千" not in words:
        return as_number(words)
    high, low = words.split("千", 1)
    thousands, rest = as_number(high) if high else 1, as_number(low.lstrip("零〇")) if low else 0
    if thousands is None or rest is None:
        return None
    return thousands * 1000 + rest


def _quantities(text: str) -> Iterator[Figure]:
    for match in QUANTITY.finditer(text):
        highest = _decimal(match["max"]) if match["max"] else None
        yield Figure(match.start(), match.end(), _decimal(match["value"]), _unit(match), highest)
    for match in SCHOOLING.finditer(text):
        yield Figure(match.start("value"), match.end(), _decimal(match["value"]), "年")


def _spelt(text: str) -> Iterator[Figure]:
    for match in SPELT_QUANTITY.finditer(text):
        value = spelt_value(match["value"])
        if value:
            highest = spelt_value(match["max"]) if match["max"] else None
            yield Figure(match.start(), match.end(), value, _unit(match), highest, is_spelt=True)


def _nearly(text: str) -> Iterator[Figure]:
    """近万人 is about ten thousand."""
    for match in NEARLY.finditer(text):
        if match["times"]:
            yield Figure(match.start(), match.end(), Decimal(1), _unit(match))


def _fractions(text: str) -> Iterator[Figure]:
    """四分之一 is 25 %, 百分之八十 is 80 %, 八成以上 is 80 %."""
    for match in FRACTION.finditer(text):
        part = spelt_value(match["part"]) if not match["part"][0].isdigit() else _decimal(match["part"])
        if part is not None and match["whole"] == "千":
            yield Figure(match.start(), match.end(), part, "‰")
        elif part is not None:
            whole = 100 if match["whole"] == "百" else as_number(match["whole"]) or 1
            yield Figure(match.start(), match.end(), _percent(part, whole), "%")
    for match in SLASHED.finditer(text):
        if int(match["part"]) < int(match["whole"]):
            yield Figure(match.start(), match.end(), _percent(Decimal(match["part"]), int(match["whole"])), "%")
    for match in TENTHS.finditer(text):
        rest = match["half"] or match["half2"] or "〇"
        yield Figure(match.start(), match.end(), Decimal(as_number(match["part"] + rest) or 0), "%")


def _percent(part: Decimal, whole: int) -> Decimal:
    return (part * HUNDRED / whole).quantize(Decimal("0.01")).normalize() + 0


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _unit(match: re.Match[str]) -> str:
    groups = match.groupdict()
    unit = groups.get("bare") or (groups["times"] or "") + groups["word"]
    return re.sub(r"\s", "", unit).replace("％", "%")
