"""How Word prints the number of an automatically numbered paragraph."""

from collections.abc import Callable, Mapping
from typing import Final

CHINESE: Final = "〇一二三四五六七八九"
LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def printed(style: str, number: int) -> str:
    """Formats without a rule of their own are printed as plain numbers, as Word does for what it cannot."""
    if style in ("none", "bullet"):
        return ""
    return FORMATS[style](number) if style in FORMATS and 0 < number < 10_000 else str(number)


def chinese(number: int, digits: str = CHINESE, units: str = "十百千") -> str:
    """一, 十, 十二, 二十, 一百零一, 一千二百."""
    written, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            zero = "零" if gap and written else ""
            written += zero + digits[digit] + (units[place - 1] if place else "")
        gap = digit == 0
    return written[1:] if 10 <= number < 20 and units[0] == "十" else written


def _digits(number: int) -> str:
    return "".join(CHINESE[int(digit)] for digit in str(number))


def _enclosed(number: int) -> str:
    for first, start, last in ((1, 0x2460, 20), (21, 0x3251, 35), (36, 0x32B1, 50)):
        if first <= number <= last:
            return chr(start + number - first)
    return str(number)


def _run(start: int, last: int) -> Callable[[int], str]:
    return lambda number: chr(start + number - 1) if number <= last else str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in ROMAN:
        written += letters * (number // worth)
        number %= worth
    return written


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": lambda number: chinese(number, LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: chinese(number, LEGAL, "拾佰仟"),
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "ideographEnclosedCircle": _run(0x3280, 10),
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedCircleChinese": _enclosed,
    "decimalEnclosedParen": _run(0x2474, 20),
    "decimalEnclosedFullstop": _run(0x2488, 20),
}
