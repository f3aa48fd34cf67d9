"""Acts that come again each period. A rate (每人每月720元) or a cap (每年不超过…) is none."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from app.importing.recognise.drafts import Recurring
from app.tasks.kinds import Recurrence

ACTS: Final = "命名|评选|表彰|选树|评定|认定|举办|开展|组织|召开|发布|评审|征集|遴选|通报|述职|审计|体检"
ONE: Final = r"[一1]"
TWO: Final = r"[两二2]"
FIVE: Final = r"[五5]"
TIMES: Final = r"[次届度轮遍评]"
# Each with the characters of which all its words have one: where none of them is printed there is nothing to look for.
RULES: Final = (
    (Recurrence.WEEKLY, "周星", re.compile(
        rf"每个?周(?!年|岁|期)|{ONE}周{ONE}(?=[^日号])|每星期|按周|逐周|周(?:调度|通报|报告|排查|会商|巡查|例会|研判|汇总|小结|点评|报制度)|{ONE}周{ONE}{TIMES}|"
        rf"每周[一二三四五六日]")),
    (
        Recurrence.MONTHLY,
        "月旬",
        re.compile(
            rf"每个?月(?!薪)|{ONE}个?月{ONE}(?=[\u4e00-\u9fff])(?!日|号)|按月|逐月|月月|每旬|(?<![\d一二三四五六七八九十本当])月(?:调度|例会|"
            rf"通报|汇总|评比|点评|小结|讲评|报制度)|月度(?:调度|通报|例会|分析|考核|检查|报告)"),
    ),
    (
        Recurrence.QUARTERLY,
        "季",
        re.compile(
            rf"每个?季度?|{ONE}个?季度?{ONE}(?!般|次性|批|体|些|系列)(?=[\u4e00-\u9fff])|按季度?|逐季|{ONE}个?季度?{ONE}{TIMES}|(?<![一二三四1-4前])季(?:调度|通报|"
            rf"督查|点评)|(?<![一二三四1-4前本上])季度(?:调度|通报|例会|分析|考核|检查|点评|督查)"),
    ),
    (Recurrence.HALF_YEARLY, "半学月", re.compile(
        rf"每半年|每个?学期|半年{ONE}{TIMES}|每隔?(?:六|6)个月|按学期|半年度(?:调度|通报|检查|总结|"
        rf"考核)")),
    (
        Recurrence.YEARLY,
        "年",
        re.compile(
            rf"每年度?|每{ONE}年度?|每学年|一年一(?:度|{TIMES})|按年度?(?=[{ACTS}])|年(?<=[全各][市县区省州乡镇校院]年)(?=培训|举办|组织)|逐年(?:开展|举办|组织)"
            rf"|年度(?<![\d年本全上期]年度)(?=(?:{ACTS}))(?!审计(?:整改|问题|报告|意见|发现))|年度(?<=(?:开展|举办|组织|召开|评选)年度)(?!目标|任务|计划)"
        ),
    ),
    (Recurrence.EVERY_2_YEARS, "年", re.compile(rf"每隔?{TWO}\s*年|{TWO}\s*年{ONE}{TIMES}")),
    (Recurrence.EVERY_5_YEARS, "年", re.compile(rf"每隔?{FIVE}\s*年|{FIVE}\s*年{ONE}{TIMES}")),
    (Recurrence.PER_TERM, "届任", re.compile(r"每一?届|每个?任期|任期内")),
)  # fmt: skip
ORDER: Final = {value: index for index, (value, _, _) in enumerate(RULES)} | {Recurrence.ONGOING: len(RULES)}
LASTING: Final = re.compile(r"常态化|常年|常抓|长期|長期|持续")  # one of these is in all that follow
ONGOING_ALONE: Final = (
    re.compile(
        r"(?:^|[，。；、：])\s*(?:并|要|须)?(长期坚持|常抓不懈|持续推进|持续开展|持续用力|"
        r"常态化(?:推进|开展|进行|实施|运行)|长期推进|常年坚持|持续坚持)[。；]?$"),
    re.compile(r"(?:^|[，。；：])\s*(?:坚持)?((?:常态化|常年)(?!机制|制度|水平|格局|疫情|防控)[\u4e00-\u9fff]{2})"),
    re.compile(r"(常态化(?:推进|开展|进行|实施|运行))[。；]?$"),
    re.compile(r"(?:^|[，。；、])[^，。；、下]{3,20}(常态化)(?=[，。；]|、(?![\u4e00-\u9fff]{1,3}化)|$)"),
    re.compile(r"(长期坚持|長期堅持|常态化[^，。；]{0,12}(?:不放松|机制运行)|每[天日][^。；]{0,20}长期)"),
)  # fmt: skip
IN_COLUMN: Final = re.compile(r"不懈|长期|持续|常态|常年|始终|每[天日]|日常|经常|随时|全程|不间断|贯穿")
CAP: Final = re.compile(r"[^，。；、]{0,8}(?:不超过|不得超过|不多于|至多|最多|最高|不高于)")
RATE: Final = re.compile(r"(?:每[人户名村个家亩辆张床][^，。；、]{0,4}|[人户亩]均)$")
DOES: Final = re.compile(
    r"\s*(?:至少|要|须|应)?(?:走访|联系|接待|参加|开展|组织|撰写|报送|提交|讲授|巡查|下沉|深入|听课)"
    r"|[^，。；、\d]{0,10}(?:\d+|[一二两三四五六])[次场回天篇]"
)
AMOUNT: Final = re.compile(r"\s*\d[\d.]*\s*万?元")
# 年均每年、每年度计划 tell how a figure is counted, and 每年的… which one is meant.
WHICH: Final = re.compile(r"\s*(?:的?应|应缴|汛期)")
COLUMN_WORDS: Final = (
    (Recurrence.WEEKLY, re.compile(r"^周$|^每?周[一二三四五六日]")),
    (Recurrence.MONTHLY, re.compile(rf"^每?月度?$|^月度|(?<![\d一二三四五六七八九十])月末$|{ONE}{TIMES}[/／]个?月")),
    (Recurrence.QUARTERLY, re.compile(rf"^每?季度?$|^季度|各季度|{ONE}{TIMES}[/／]季")),
    (Recurrence.HALF_YEARLY, re.compile(r"^半年度?$|^半年(?!内)|^学期")),
    (Recurrence.HALF_YEARLY, re.compile(rf"{TWO}{TIMES}[/／]年")),
    (Recurrence.YEARLY, re.compile(rf"^年度?$|^年度一次|^一年$|{ONE}{TIMES}[/／]年")),
)


def found_in(text: str) -> tuple[Recurring, ...]:
    """The shortest period first; each value once, with its first words."""
    found: dict[Recurrence, Recurring] = {}
    for value, pattern in _rules(text):
        for match in pattern.finditer(text):
            if not _is_rate_or_cap(text, match) and value not in found:
                found[value] = Recurring(value, match[0], match.start(), match.end())
    if not found:
        found = {one.value: one for one in _ongoing(text)}
    return tuple(sorted(found.values(), key=lambda recurring: ORDER[recurring.value]))


@lru_cache(maxsize=1024)
def of_column(words: str) -> tuple[Recurring, ...]:
    """A deadline column may say how often instead of until when."""
    bare = re.sub(r"\s", "", words)
    periodic = tuple(Recurring(found.value, words) for found in found_in(bare) if found.value is not Recurrence.ONGOING)
    if not periodic:
        periodic = tuple(Recurring(value, words) for value, pattern in COLUMN_WORDS if pattern.search(bare))[:1]
    if periodic:
        return periodic
    return (Recurring(Recurrence.ONGOING, words),) if IN_COLUMN.search(bare) else ()


def period_before(text: str, position: int) -> Recurrence | None:
    """The period a figure counts in: the last one named earlier in its sentence."""
    nearest = max(0, position - 120)
    start = max(nearest, max(text.rfind(mark, nearest, position) for mark in "。；;") + 1)
    last: tuple[int, Recurrence] | None = None
    for value, pattern in _rules(text):
        for match in pattern.finditer(text, start, position):
            if last is None or match.start() > last[0]:
                last = (match.start(), value)
    return last[1] if last else None


def _rules(text: str) -> Iterator[tuple[Recurrence, re.Pattern[str]]]:
    """Those whose words may stand in the text."""
    printed = frozenset(text)
    return ((value, pattern) for value, signs, pattern in RULES if not printed.isdisjoint(signs))


def _ongoing(text: str) -> tuple[Recurring, ...]:
    if not LASTING.search(text):
        return ()
    for pattern in ONGOING_ALONE:
        if match := pattern.search(text):
            return (Recurring(Recurrence.ONGOING, match[1], match.start(1), match.end(1)),)
    return ()


def _is_rate_or_cap(text: str, match: re.Match[str]) -> bool:
    after, before = text[match.end() : match.end() + 40], text[max(0, match.start() - 20) : match.start()]
    is_rate = RATE.search(before) and not DOES.match(after)
    return bool(CAP.match(after) or is_rate or AMOUNT.match(after) or WHICH.match(after))
