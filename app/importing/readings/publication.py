"""When a bulletin was printed, which year it calls this year, and which of its lines are not its text."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from app.importing.blocks import Document, Paragraph
from app.importing.readings.moments import BORN, moments
from app.importing.readings.named import Clock
from app.importing.recognise.head import read_date

NOISE: Final = re.compile(
    r"浏览|评论|^(?:发布|发文|更新|发稿)(?:时间|日期)[:：]|^监督[:：]|阅读(?:量|次数)|点击(?:量|数|：)|查看[:：]|回复[:：]|^回复|发表于|字体|字号[:：]|"
    r"责任编辑|编辑[:：]|审核[:：]|电\s*话[:：]|联系(?:人|电话)[:：]"
    r"|上一[篇条]|下一[篇条]|上一页|下一页|Copyright|ICP备|Powered by|共印|印发$|当前位置|分享到|"
    r"返回(?:顶部|列表)|登录|^附件|版权所有|投稿|邮箱[:：]|本期共|印数[:：]|传真[:：]|^邮编|^地址[:：]|来源[:：]|^图为|摄[）)]?$|^[报送抄]{1,2}[:：]|扫一扫"
)
BEYOND: Final = re.compile(
    r"(?:新闻推荐|相关(?:阅读|新闻|链接|文章)|延伸阅读|(?:热门|精彩)推荐|友情链接|猜你喜欢)[:：]?"
)
ALWAYS: Final = re.compile(
    r"^图为|摄[）)]?$|^[（(]?(?:本报)?记者[\s\u3000]|^(?:[报送发]|抄送|主送)[:：]|[（(]共印^上一[篇条]|^下一[篇条]"
)
POSTED: Final = re.compile(
    r"(?:(?:发布|发文|更新|成文|印发|发稿|刊发|发表)?(?:日期|时间)|(?:发布|发文|更新|印发|发稿|刊发|发表)于)\s*[:：]?\s*"
    r"(?P<year>20\d\d)\s*[-年./]\s*(?P<month>\d{1,2})\s*[-月./]\s*(?P<day>\d{1,2})"
)
NUMERIC: Final = re.compile(
    r"^\D{0,12}(?P<year>20\d\d)(?:\s*[-./]\s*|\s+(?=\d{1,2}/))(?P<month>\d{1,2})\s*[-./]\s*(?P<day>\d{1,2})(?!\d)"
)
DOTTED: Final = re.compile(r"^\s*(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)(?!\d)")  # 16.12.2013 14:16
DATELINE: Final = re.compile(
    r".{0,24}?(?:(?P<month>\d{1,2})月(?P<day>\d{1,2})日[电讯]|\S讯.{0,16}?(?P<first>\d{1,2})月(?P<second>\d{1,2})日)"
)
ALONE: Final = re.compile(r"[（(]?[^，。；：,;:]{0,40}?(?:19|20|二[〇○零])[^，。；]{2,14}日\s*(?:印发|印)?[）)]?")
IN_BRACKETS: Final = re.compile(r"[（(][^（）()。]*(?:19|20)\d\d[^（）()。]*日[^（）()。]*[）)]")
FIRST_LINES: Final = 6
DECEMBER: Final = 12
OPENING: Final = 2  # lines; a title and the paragraph behind it
REVIEW: Final = re.compile(r"((?:19|20)\d\d)年(?:度|全年|上半年|[前一二三四]+季度)?[^，。；\d]{0,16}(?:总结|小结|述职)")
YEAR: Final = re.compile(r"(?<![\d\-—–至~到比较])((?:19|20)\d\d)年(?!以来|起|来)")


def published(document: Document) -> date | None:
    """The date on a line of its own (the signature's rather than the printer's), else the one of the web page."""
    lines = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    alone = [line for line in lines if ALONE.fullmatch(line.strip())]
    for line in sorted(alone, key=lambda line: "印" in line):
        if day := _day_in(line):
            return day
    for pattern in (POSTED, NUMERIC, DOTTED):
        for line in lines:
            if (match := pattern.search(line)) and (day := _valid(match)):
                return day
    edges = [*lines[:4], *[line for line in (*lines[4:7], *lines[:-5:-1]) if IN_BRACKETS.search(line)]]
    return next((day for line in edges if len(line) < 80 and (day := _day_in(line))), None)


def _day_in(line: str) -> date | None:
    """第38期 2023年11月6日—12日 is of the 12th."""
    spans = [moment.day for moment in moments(line, Clock(None, None)) if moment.is_event]
    return spans[-1] if spans else read_date(line)


def dateline(lines: Sequence[str], year: int | None) -> date | None:
    """本报讯 5月31日，…, or 新华社沈阳5月31日电: the day, of a year that is known otherwise."""
    for match in filter(None, (DATELINE.match(line) for line in lines[:FIRST_LINES])):
        month, day = (match["month"] or match["first"]), (match["day"] or match["second"])
        if year and 1 <= int(month) <= DECEMBER and 1 <= int(day) <= monthrange(year, int(month))[1]:
            return date(year, int(month), int(day))
    return None


def _valid(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def this_year(lines: Sequence[str], printed: date | None) -> int | None:
    """今年 of a text without a date: the year that its title reviews, or the one it names most, of two the later.

    2022年，…达到1240万 behind the opening of a text that speaks of 今年 is a year that is over.
    """
    if printed:
        return printed.year
    reviewed = next(filter(None, (REVIEW.search(line) for line in lines[:OPENING] if "。" not in line)), None)
    if reviewed:
        return int(reviewed[1])
    named = Counter(int(year) for line in lines for year in YEAR.findall(BORN.sub("", line)))
    if not named:
        return None
    year = max(named, key=lambda year: (named[year], year))
    later = "\n".join(lines[OPENING:])
    is_over = "今年" in later and year == max(named) and named[year] == len(re.findall(rf"{year}年，[^，。]*\d", later))
    return year + 1 if is_over else year


def is_noise(line: str) -> bool:
    """What stands around the text; a sentence that also names a telephone number stays."""
    return bool(ALWAYS.search(line)) or ("。" not in line and len(line) < 90 and bool(NOISE.search(line)))


def ends_here(line: str) -> bool:
    """What follows is the site's, not the text's."""
    return BEYOND.fullmatch(line.strip()) is not None
