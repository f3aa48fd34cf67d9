"""Time limits as printed: which of the dates in a column or a sentence is the limit. No day is invented."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from app.importing.recognise.dates_read import FIVES, PRESUMED, Plan, every_date
from app.importing.recognise.dates_words import AT_ONCE, CHINESE_YEAR, EVERY, ONGOING, PERIODIC
from app.importing.recognise.drafts import Deadline
from app.importing.recognise.lines import as_number
from app.tasks.kinds import DeadlineKind

__all__ = ["Plan", "in_text", "is_vague", "of_column", "plan_year"]

ENDED: Final = (
    "完成|完工|建成|到位|投入使用|投入运行|竣工|开工|动工|投用|投产|投运|启用|运行|开园|开业|"
    "开馆|开诊|开通|量产|下线|实现|达到|达|出台|印发|公布|发布|试运行|见成效|见效|办结|销号|清零|"
    "验收|交付|封顶|通车|通水"
    "|通气|上线|开放|全面推行|推广|全覆盖|形成|建立|制定|落地|挂牌|整改|报批|报送|上报|结束|突破|"
    "超过|力争|基本|全部|全面|不低于|不少于|覆盖率|率达|取得|改造|提请|提交|审议|审定|兑现|拨付"
    "|启动[^，。；]{0,12}(?:建设|施工)"
)
SHORT: Final = re.compile(r"^(?!启动|开始)[\u4e00-\u9fff]{1,3}[^\W日月周节年](?=[，。；,;]|$)")  # 三季度并网，
DONE: Final = re.compile(rf"^[^，。；]{{0,30}}?(?:{ENDED})")
HELD: Final = re.compile(r"^\s*(?:各|分别)?(?:组织|举办|举行|召开|开展|签约|集中)")
UNTIL: Final = re.compile(r"(?:至|到|截至|截止|截止到|(?:时限|期限|完成时间)(?:[为是]|定于)?)\s*$")
# A day at the head of its clause or behind a promise (9月底提请审议, 确保6月30日贯通), but no feast and no event.
OPENS: Final = re.compile(r"(?:^|[，。；：,;])\s*(?:并|将|拟|计划|预计|确保|力争|争取|务必|保证)?(?:于|在)?\s*$")
GOES_ON: Final = re.compile(
    r"\s*(?!启动|开始|着手|是|为|重点|继续|持续|的|起|前后|[^，。；]{1,8}[日节周月](?:[，。；、活期]|$)|[^，。；]{0,24}(?:期间|的(?:问题|要求|精神|意见)))"
    r"[\u4e00-\u9fff]{3}"
)
BY: Final = re.compile(r"(?:[前底末内止]|之前|以前|岁末)$|^[到至截]")
NO_LIMIT: Final = re.compile(
    r"\s*(?:以来|起(?!(?:正式|全面)?(?:试运行|投入使用|投用|启用|上线|开通|运营))|度(?!内)|印发的|第|版|出生|级|届|以后|后|的(?!目标)|五年|[计规]划|所(?!有)|发布的|修订(?=[的版）)]|$)|以上学历|[：:是为]\s*(?:世界|国际|全国|中国)[^，。；、]{1,12}日)"
)
OF_THINGS: Final = re.compile(
    r"[^，。；]{0,14}(?:建成|开工|成立|登记|注册|竣工|投入使用|出生|参加工作|取得|颁布|出台|形成|"
    r"发生|签订|投产|立项|入职|毕业)(?:并投入使用)?的(?!目标|要求)"
)
ALREADY: Final = re.compile(r"[^。；]{0,20}已(?!全部完成)")
REPORTING: Final = re.compile(r"[^，。；]{0,24}(?:报送|上报|报备|反馈|报告|报[^告批名废警关刊]{0,6}[局办委室科处])")
SINCE: Final = re.compile(r"(?:自|从|较|(?<!占)比|同)$")
TOLD: Final = re.compile(r"(?:根据|按照?|依据|贯彻|落实|对照|传达)[^，。；]{0,14}$")  # 根据省政府2月18日会议部署
MEASURED: Final = re.compile(  # 1—6月经济运行数据
    r"份?(?:同比|环比|[^，。；]{0,4}(?:经济|财政|统计|监测|运行|主要)[^，。；]{0,8}(?:数据|指标|情况|形势|运行|分析))"
)
NAMED: Final = re.compile(  # titles, slogans, and the years in a plan's name
    r"《[^》]*》|(?<=规划|计划|纲要|方案)[（(](?:19|20)\d\d[^（）()]{1,8}年?[）)]|(?!“[三五六七八十]?[一三四五八][”“])(?!“(?:十[一二三四五六]五|国庆|十一|五一|"
    r"七一|五四|六一)”)“[^”]{0,40}”"
)


LOOKED_AT: Final = re.compile(
    r"年度?[^，。]{0,30}(?:审计|检查|巡[视察]|督[查察导]|考核|评估|监测|测评|考评|评议|体检)[^，。]{0,20}(?:问题|整改|反馈)"
)


def plan_year(title: str | None, issued_on: date | None) -> Plan:
    """The year a bare “6月底” belongs to: the one in the ledger's title, else the one it was issued in."""
    title = title or ""
    issued = issued_on.year if issued_on else None
    if school := re.search(r"((?:19|20)\d\d)\s*年?\s*[—–\-－~～至到/]+\s*(?:(?:19|20)\d\d)\s*学年", title):
        return Plan(int(school[1]), school=True)
    if span := re.search(r"((?:19|20)\d\d)\s*年?\s*[—–\-－~～至到]+\s*((?:19|20)\d\d)\s*年?", title):
        first, end = int(span[1]), int(span[2])
        return Plan(issued if issued and first <= issued <= end else first, end)
    five = re.search(r"十([一二三四五六])五", title)
    last = FIVES[five[1]] if five else None
    if years := re.findall(rf"(?<!\d)((?:19|20)\d\d|{CHINESE_YEAR})\s*(?:年(?!版|修订|[)）])|(?=[“\"]))", title):
        year = int(years[-1]) if years[-1].isdecimal() else as_number(years[-1].replace("○", "〇"))
        is_past = (
            issued and year and year < issued and LOOKED_AT.search(title)
        )  # what was looked at, not what is planned
        return Plan(issued if is_past else year, last)
    return Plan(issued, last)


BEGINS: Final = re.compile(
    r"(?:(?:19|20)?\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?<=[年月日])起(?!\s*(?:至|到|草|[-—－~～]))"
)


SPREAD: Final = re.compile(r"(?<=[\u4e00-\u9fff])[ \n]+(?=[\d\u4e00-\u9fff])|(?<=\d)[ \n]+(?=[\u4e00-\u9fff])")


@lru_cache(maxsize=1024)
def of_column(words: str, plan: Plan) -> Deadline:
    """A deadline column or clause: whatever it says is the time limit, but for the day it begins."""
    words, printed = BEGINS.sub(lambda match: "\x00" * len(match[0]), SPREAD.sub("", words)), words
    found = [
        one
        for one in every_date(words, plan, is_column=True)
        if not EVERY.search(words[max(0, (one.start or 0) - 30) : one.start])
    ]
    if dated := [deadline for deadline in found if deadline.due_on]:
        return replace(max(dated, key=_due), words=printed, start=None, end=None)
    if PERIODIC.search(words):
        return Deadline(DeadlineKind.PERIODIC, printed, "按周期办理，不是一个固定日期")
    if found:
        return replace(found[-1], words=printed, start=None, end=None)
    if AT_ONCE.search(words):
        return Deadline(DeadlineKind.NONE, printed, "立行立改，没有写明日期")
    if ONGOING.search(words):
        return Deadline(DeadlineKind.ONGOING, printed, "长期坚持，没有截止日期")
    return Deadline(DeadlineKind.NONE, printed, "看不出日期，请人工填写")


def in_text(text: str, plan: Plan) -> Deadline | None:
    """An explicit date of completion inside the sentence; several: the last day."""
    hidden = NAMED.sub(lambda match: "\x00" * len(match[0]), text)
    found = [one for one in every_date(hidden, plan, is_column=False) if _is_limit(hidden, one, plan)]
    found = [one for one in found if not REPORTING.match(hidden, one.end or 0)] or found
    dated = [deadline for deadline in found if deadline.due_on]
    return max(dated, key=_due) if dated else found[-1] if found else None


def is_vague(deadline: Deadline) -> bool:
    """Two careful clerks would not agree on the day, or there is none to be had."""
    if deadline.kind in (DeadlineKind.ONGOING, DeadlineKind.PERIODIC):
        return False
    if deadline.due_on is None:
        return not AT_ONCE.search(deadline.words)
    if PRESUMED in deadline.rule:
        return True
    return re.search(r"\d\s*年\s*(?:之前|以前|前)|\d\s*月\s*(?:之前|以前|前)|全年", deadline.words) is not None


def _due(deadline: Deadline) -> date:
    return deadline.due_on or date.min


def _is_limit(text: str, deadline: Deadline, plan: Plan) -> bool:
    """In a sentence a date is a limit when it says 前/底/到, is a span, or is followed by what will be done."""
    before, after = (
        text[max(0, (deadline.start or 0) - 40) : deadline.start],
        text[deadline.end or 0 : (deadline.end or 0) + 60],
    )
    if EVERY.search(before) or NO_LIMIT.match(after) or OF_THINGS.match(after) or MEASURED.match(after):
        return False
    if SINCE.search(before) and deadline.kind is not DeadlineKind.RANGE:
        return False
    if deadline.due_on and plan.year and deadline.due_on.year < plan.year:
        return False  # it tells how it was
    if deadline.kind in (DeadlineKind.RANGE, DeadlineKind.YEARS, DeadlineKind.TERM):
        return True
    if BY.search(deadline.words) or UNTIL.search(before):
        return not ALREADY.match(after)
    if _is_bare_year(deadline):
        is_ahead = deadline.due_on and plan.year and deadline.due_on.year > plan.year
        return bool(is_ahead and DONE.match(after.lstrip("，,") if OPENS.search(before) else after))
    if deadline.due_on and plan.since and deadline.due_on < plan.since:
        return False  # done before the document was issued
    if TOLD.search(before):
        return False
    if OPENS.search(before) and (GOES_ON.match(after) or DONE.match(after.lstrip("，,"))):
        return True
    return (DONE.match(after) or HELD.match(after) or SHORT.match(after)) is not None or after.startswith(("：", ":"))


def _is_bare_year(deadline: Deadline) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d\s*年度?", deadline.words) is not None
