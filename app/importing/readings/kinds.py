"""Whether a figure was reached or is planned, and which of the times around it is its own."""

import re
from typing import Final

from app.importing.readings.context import State, is_ahead, is_behind, is_five_years, is_under_way
from app.importing.readings.moments import Moment
from app.importing.readings.reading import Kind
from app.importing.recognise.figures import Figure

PLANNED: Final = re.compile(
    r"(?:还|也|都|即|均)将|(?<!即)将(?=于|在|新|再|继续|完成|建[设成立]|达|投入|实现|超过|突破|开展|组织|"
    r"培育|举办|推[出进动]|力争|全[部面]|进一步|陆续|启动|改造|培训|增加|安排|引进|发放|实施|打造|"
    r"完工|竣工|累计|拿出|分[\d一二三四五]|为|向|走访|慰问|招聘|招录|出台|覆盖|带动|惠及|重点|集中|持续|用|不|资助|救助|帮扶|选派|招收|接收|创建|评选|修[建复]|对)|\x00提出|(?<!完成)(?<!占)(?<!承担)(?<!执行)(?<!为)(?<!达)任务数?(?=\s*(?:\d|$))|"
    r"(?<!列入)(?<!纳入)(?<!占)(?<!提升)(?<!行动)(?<!培[养育])(?<!振兴)(?<!倍增)计划(?!的|数|单列|生育|内|总投资的|任务的)|拟(?!定|人)|力争|确保|争取(?!到|上级|中央|省|国家|资金|项目|[^，。；\d]{0,16}(?:资金|经费|债券|补助|款物|物资|捐[赠款]))|预计|"
    r"下一?步|打算|(?<!年度)(?<!全年)(?<!完成)(?<!为)目标(?!的|任务|完成|责任|以内)|有望|还要"
    r"|(?<!完成)(?<!占)(?<!为)(?<!达)(?:年度|全年)目标(?=[建新改培筹开举]|发展|实[施现]|完成\d)"
    r"|(?<!完成)(?<!占)(?:年度|全年|下达[^，。；]{0,24}|目标)(?:总体?)?任务数?(?:分别)?(?:[为是][:：]?|[:：])"
    r"|(?:再|还)(?:新建|投入|建设|新增|采购)|剩余|要(?=达到|完成|实现|确保|建成|新增|突破)"
)
REACHED: Final = re.compile(
    r"已(?!经营)|累计(?!达到\d+万人$)|截[至止到]|目前|当前|完工|竣工|实际|仅完成|先后|(?:完成|解决|投入|建成|发放|培训|举办|开展|实现)了|现有|"
    r"新增了|共(?:举办|开展|完成|有|接|走访|发放)"
)
DONE_AFTER: Final = re.compile(r"[^，。；\d]{0,14}(?<!未)(?:均已|已经?|达到序时|正在|尚未|仍未)(?!列入|纳入)")
TARGET_OF: Final = re.compile(r"）?的?(?:目标|任务|计划){0,2}数?的\s*\d[\d.]*\s*[%％]")
GOAL: Final = re.compile(r"(?:以上)?(?P<of>的)?(?:年度|全年|总)?(?:目标|任务|计划|指标)+(?=[，。；）]|$)")
OF_YEAR: Final = re.compile(r"(?:全年|年度|年初|超过|提出的)[^，。；\d]*$")
OF_PLAN: Final = re.compile(
    r"完成(?:全年|年度|年初)[^，；\d]{0,8}的$|(?:完成|占|达到?|为|实现)[^，；]*(?:计划|任务|目标)[^，；]*$"
)
GOAL_REACHED: Final = re.compile(
    r"(?:完成|实现|占|达到?)了?[^，。；：\d]{0,20}(?:目标|任务|计划)(?=\d[\d.]*，|[，。；、]|$)"
)
COMING: Final = re.compile(r"[^，。；]{0,24}(?:[都均也]将|将(?=[享得获用实有受迎]))")  # 19个村、2万名群众都将用上自来水
THAN_GOAL: Final = re.compile(
    r"(?:比|较|高于|低于|超过?)[^，；]*(?:目标|任务|计划|控制线|平均)[^，；]*[低高多少增减快慢超]\w?$"
)
BEHIND_FIGURE: Final = re.compile(
    r"^[^\d]*(?<!用)[于在]\s*$"
)  # 3所已于6月中旬交付: a day of its own, and of nothing after it
_PERIOD: Final = r"(?:上半年|[前第]?[一二三四]季度|\d{1,2}\s*[—–~～至-]\s*\d{1,2}月份?|\d{1,2}月份?)"
ESTIMATED: Final = re.compile(rf"{_PERIOD}，?[\u4e00-\u9fff]{{0,4}}?预计|预计{_PERIOD}(?!底|[前末])")
ESTIMATED_DAYS: Final = re.compile(r"预计[为达约]?(?=\s*\d|$)")  # 假期8天，客运量预计为9612万人次
AIMED: Final = re.compile(r"(?:力争|确保|争取|计划)[在于]?$")  # 力争一季度完成70%
BUILT: Final = re.compile(r"\s*(?:新建|新增|改造|建设|改扩建)[^\d]*$")
BEGUN: Final = re.compile(
    r"(?:目前|现)?已经?(?:完工|建成|开工|竣工|贯通|完成|新增|新建|投用)\s*(?P<value>\d+(?:\.\d+)?)(?P<unit>[^\d，。；]?)"
)


PARTLY: Final = re.compile(
    r"(?!\S{0,16}(?:问题|隐患|线索|投诉|信访|举报|意见|案))[^，。；、\d（]{2,24}(?<![已未])已(?:经)?(?:完成|建成|开工|完工|竣工|[送发建办修治])(?:了)?"
    r"(?P<value>\d+(?:\.\d+)?)(?P<unit>[^\d，。；]?)"
)


def kind_of(clause: str, figure: Figure, times: list[Moment], state: State) -> tuple[Kind, Moment | None]:
    """By the nearest word that says so, and by whether its day lies ahead of the day of printing."""
    before, after = clause[: figure.start], clause[figure.end :]
    coming = next((moment for moment in times if moment.start >= figure.end), None)
    if coming and "）" in clause[figure.end : coming.start].partition("（")[0]:
        coming = None  # 正在施工（90%）的3项预计11月底前完成
    if coming and coming.is_limit:
        return Kind.PLAN, coming
    if coming and BEHIND_FIGURE.search(clause[figure.end : coming.start]):
        return Kind.PLAN if is_ahead(coming, state) else Kind.READING, coming
    moment = state.limit or state.moment
    own = [one for one in times if one.start < figure.start]
    if own:
        moment = own[-1]
        if is_ahead(moment, state):
            return Kind.PLAN, moment
        is_day = not moment.is_limit and not moment.is_year and not moment.is_open
        is_day = is_day and not (state.is_ahead and state.now is None)  # 下半年工作计划：四季度完成6000人
        if is_day and is_behind(moment, state) and not _is_meant(before, moment, state):
            return Kind.READING, moment
    elif moment and is_ahead(moment, state) and not re.search("已|目前|截至", _near(moment, state) + before):
        return Kind.PLAN, moment
    said = GOAL_REACHED.sub("", state.said) + before
    if figure.unit == "%" and OF_PLAN.search(before):
        return Kind.READING, moment if moment is None or is_behind(moment, state) else None
    if moment and is_under_way(moment, state) and not REACHED.search(before if own else said):
        return Kind.PLAN, moment
    if figure.unit != "%" and (TARGET_OF.match(after) or _is_goal(before, after)):
        return Kind.PLAN, None
    if THAN_GOAL.search(before):
        return Kind.READING, moment if moment is None or is_behind(moment, state) else None
    if DONE_AFTER.match(after):
        return Kind.READING, moment if moment and is_behind(moment, state) else None
    if moment and state.until and is_behind(moment, state) and not moment.is_open:
        said = (ESTIMATED_DAYS if moment.is_event else ESTIMATED).sub("", said)
    planned, reached = _last(PLANNED, said), _last(REACHED, said)
    if reached < 0 and COMING.match(after):
        return Kind.PLAN, moment
    if re.search(r"将(?:于|在)?|全部完成$", after) and state.now and moment and not is_behind(moment, state):
        return Kind.PLAN, moment
    if planned > reached:
        return Kind.PLAN, moment
    if reached >= 0:
        return Kind.READING, moment
    if moment and (is_ahead(moment, state) or (moment.is_limit and not is_behind(moment, state))):
        return Kind.PLAN, moment
    return (Kind.PLAN if state.is_ahead else Kind.READING), moment


def _is_goal(before: str, after: str) -> bool:
    """提前完成全年1000万人的目标任务: the goal, not what was done; 完成5项任务 is what was done."""
    goal = GOAL.match(after)
    return goal is not None and (goal["of"] is not None or OF_YEAR.search(before) is not None)


def _near(moment: Moment, state: State) -> str:
    """“十四五”时期…，已支持184个项目，提供…: what five years have brought so far."""
    return state.said if is_five_years(moment) else ""


def _is_meant(before: str, moment: Moment, state: State) -> bool:
    """Whether a day that may be over is still spoken of as one to come; without a day of printing the words decide."""
    if AIMED.search(before[: moment.start]):
        return True
    if state.now:
        return PLANNED.search(ESTIMATED.sub("", before[moment.start :])) is not None
    said = state.said + before
    return _last(PLANNED, said) > _last(REACHED, said)


def _last(words: re.Pattern[str], said: str) -> int:
    return max((match.end() for match in words.finditer(said)), default=-1)


def is_partly_done(clause: str, figure: Figure) -> bool:
    """15个农村幸福院建设已完成8个: the fifteen are the plan."""
    done = PARTLY.match(clause, figure.end)
    return done is not None and float(done["value"]) < figure.value and figure.unit.startswith(done["unit"])


def is_begun(before: str, figure: Figure, following: str) -> bool:
    """新建口袋公园12个，已完工3个: the twelve are the plan."""
    done = BEGUN.match(following) if BUILT.match(before) else None
    return done is not None and float(done["value"]) < figure.value and figure.unit.startswith(done["unit"])
