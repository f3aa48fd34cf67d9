"""Figures that are no goal: who is covered, how it was before, caps and rates of a rule, slogans, spans of time."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from app.importing.recognise.figures import Figure
from app.importing.recognise.units import DESCRIBING, DURATIONS, bare_word

AROUND: Final = 80
TWENTY: Final = Decimal(20)
# Who is covered.
OR_MORE: Final = r"\s*(?:[（(]含[^）)]{0,6}[）)])?\s*[及或]?以[上下内](?:[（(][^）)]{0,8}[）)])?"
SCOPE: Final = re.compile(rf"{OR_MORE}(?:的|\s*[\u4e00-\u9fff])")
NO_SCOPE: Final = re.compile(
    rf"{OR_MORE}\s*(?:资金|经费|投资|贷款|基金|左右|用于|奖[励补]|补[助贴]|[并且以和与及或达到]|进行|开展|实现)"
)
BELOW: Final = re.compile(r"\s*(?:[（(]含[^）)]{0,6}[）)])?以下(?:的|\s*[\u4e00-\u9fff])")
DOING: Final = re.compile(
    r"(?:培训|招录|招聘|引进|组织|发动|动员|筹集|筹措|投入|完成|新增|新建|建设|建成|改造|"
    r"不少于|不低于|达到|超过|突破|控制在|力争|确保|保持在)\s*$"
)
THRESHOLD: Final = re.compile(r"(?:低于|高于|超过?|不足|未达到?|达到|满|年满|大于|小于|不满|少于|逾期|拖欠)\s*$")
OF_WHAT: Final = re.compile(r"\s*(?:以上|以下)?的(?!比例|目标|比重|水平|标准|速度|增速|增幅|幅度|占比)")
# 产值超10亿元企业5家: which ones are counted.
OF_SIZE: Final = re.compile(r"(?:超过?|突破|达到?|过)\s*$")
SIZED: Final = re.compile(
    r"\s*的?(?:工业|科技|龙头|骨干|重大|重点|产业|特色|领军)?(?:企业|项目|园区|集群|街道|[乡镇村县])"
)
EACH: Final = re.compile(r"每(?:隔|个|满|增加|新增|减少|少|多)?\s*$")
# 千人负伤率, 每万人口: what a rate is counted by.
OF_A_RATE: Final = re.compile(r"(?:十万|[千百]?万|千)人口?[^，。；、\d]{0,8}率")
LIFE: Final = re.compile(r"寿命[^。]{0,40}$")  # 期望寿命84.11岁，其中男性81.76岁
# How it was.
PAST: Final = re.compile(
    r"(?:已(?!纳入|建会|满|达)|(?<![较比])(?<!同比)(?:去年|上年|前年)(?!同期|同比)|此前|截至目前|"
    r"目前(?!.*(?:提|增|扩|降))|(?<![草高平])原有|尚有|尚未|现有|"
    r"(?:查出|发现|排查出|反馈的?|存在)(?![^，。；]*(?:率|达到|不低于|确保)))(?:(?!中[选遴评培创打确])[^，。；])*$"
)
TURNS: Final = re.compile(
    r"\s*(?:左右|以上|以下)?\s*(?:逐步|进一步)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|压减|"
    r"压缩|缩短|缩减|减少|精简|优化|拓展|扩展|发展|降|增|升|减|调整)[至到为]"
)
ON_TOP_OF: Final = re.compile(r"[^，。；、\d]{0,6}基础上")  # 在2023年完成12亿元基础上
FROM: Final = re.compile(r"[由从][^，。；由从]*$")
AGAINST: Final = re.compile(
    r"[比较](?:去年|上年)(?:同期)?的?\s*$|[（(](?:去年|上年)同期[为是]?[^，。；）)]{0,6}$"
)  # 比上年同期7.9亿元增长64.8%
# Caps and rates.
CAP: Final = re.compile(
    r"(?:最高|上限|封顶|限额(?!以[上下])|每[次例人户个件名家][^，。；]{0,8}不超过|每[年月]\S{0,6}不(?:得)?超过)[^，。；]{0,6}$"
)
RATE: Final = re.compile(
    r"(?:(?<!利润)(?<!资产)(?<!进出口)(?<!贸易)(?<!零售)(?<!投资)总额|基数|费率|税率|利率|贴息率?|工资|权重|分值|系数|罚款|处以?|罚金|违约金|\d\s*%)\s*的?\s*$"
)
STANDARD: Final = re.compile(
    r"\s*(?:部分|的?标准(?!化)|档|分制|计划(?!\s*(?:[于在\d]|年[底内]|今年|明年|全部))|工程|政策|票价|的?罚款|的?罚金)"
)
NEAR: Final = re.compile(r"\s*(?:见[绿园]|范围|半径|以?内(?!.{0,4}[达率])|以外|外(?=[^，。])|圈|服务圈|左右的?距离)")
# Manners of speaking.
ABSTRACT: Final = re.compile(
    r"\s*(?:方面|维度|层次|环节|阶段|层面|月|小时|工作日|星期|周|季度|自信|意识|[底红主战]线|维护|确立|坚持|"
    r"坚定|到位|一律|统筹|关键|一|重点(?=[，,。；;]))"
)
FOUND: Final = re.compile(r"(?:对|针对|围绕|反映)[^，。；、]{0,8}$")
ORDINAL: Final = re.compile(
    r"(?:第|(?<![更创刷])新(?=$)|(?<![底之以月日年末])前|(?<![以之日])后|排名|位列|位居|居|NO\.?|No\.?|Top|TOP)\s*$"
)
BUILDING: Final = re.compile(
    r"(?:新建|新增|建成|建设|建立|建好|打造|培育|创建|创成|引进|引育|举办|组织|召开|开展|完成|"
    r"改造|扩建|改建|新改扩建|培训|选派|评选|命名|实施|设立|配备|配齐|购置"
    r"|整治|修建|编制|出版|签约|落地|开工|争取|争创|认定|选树|表彰|检查|听取|推出|发布|培养|"
    r"遴选|建|办|修|造|达到?|突破|发展|安排|筹集|发放|投入|减免|明确|至少|不少于|不少於|"
    r"不低于|超过|不超过|不得少于"
    r"|淘汰|更新|增加|增设|解决|帮扶|走访|慰问|开通|开设|救助|资助|补助|奖励|支持|扶持|联系|"
    r"每(?:[年月季周届]度?|半年|学[年期]))[^，。；、]{0,14}$"
)
LISTED: Final = re.compile(r"[、和及][^，。；、]{1,14}$")
CLOSE: Final = re.compile(
    r"(?:至少|不少于|不少於|不低于|不短于|达到?|超过|控制在|缩短[至到]|压缩[至到]|压减[至到]|"
    r"降[至到低]{1,2}|提高到|不超过|增加到|不多于|天数|住院日|累计)\s*$"
)
TIMES: Final = frozenset({"次", "场", "期", "轮"})
POINTS: Final = re.compile(
    r"(?:满意度|得分|评分|分数|测评|成绩|指数|达到?|不低于|突破|提[高升]|上升|下降)[^，。；、]{0,8}$|以$"
)
NO_POINTS: Final = re.compile(r"[扣加计得减记占赋各]\s*$|^\s*[）)]")
TALK: Final = frozenset(
    {
        "批",
        "种",
        "类",
        "款",
        "系列",
        "字",
        "口",
        "眼",
        "面",
        "头",
        "对",
        "片",
        "门",
        "节",
        "包",
        "案",
        "首",
        "根",
        "本",
        "道",
        "队",
        "块",
        "组",
        "届",
    }
)
HELD: Final = re.compile(r"(?:举办|组织|开展|召开|培训|每[年月季])[^，。；、]{0,10}$")
CLASS: Final = re.compile(r"级(?!别|次|配)")
YEARLIKE: Final = frozenset({"起", "届", "版", "期", "款", "级"})


def is_lookalike(text: str, figure: Figure) -> bool:
    """No goal of a task. `text` is masked: what stands in quotation marks is not read."""
    text, figure = _near(text, figure)
    before, after = clause_before(text, figure.start), text[figure.end :]
    if _is_rate(before, figure.unit) or CAP.search(before) or PAST.search(before) or _is_former(text, figure):
        return True
    if after.startswith("问题") and FOUND.search(before):
        return True
    if bare_word(figure.unit) in DURATIONS and not CLOSE.search(before):
        return True
    return _is_no_figure(text, figure) or (figure.is_spelt and _is_manner_of_speaking(text, figure))


def _is_rate(before: str, unit: str) -> bool:
    """工资总额2% and 工资3000元 are rates, 利润总额1.2亿元 and 追回工资860万元 amounts."""
    found = RATE.search(before)
    is_amount = unit in {"万元", "亿元"} or (
        found is not None and found[0].startswith("总额") and unit not in {"%", "‰"}
    )
    return found is not None and not (is_amount and found[0].startswith(("总额", "工资")))


def _near(text: str, figure: Figure) -> tuple[str, Figure]:
    """Only the words around it are asked, so that a long text takes no longer than its length."""
    first = max(0, figure.start - AROUND)
    moved = replace(figure, start=figure.start - first, end=figure.end - first) if first else figure
    return text[first : figure.end + AROUND], moved


def clause_before(text: str, place: int) -> str:
    """What is asked of the words before a figure is said in its own clause."""
    before = text[:place]
    for mark in "，。；":
        before = before.rpartition(mark)[2]
    return before


def is_former(text: str, figure: Figure) -> bool:
    """由80%提高到98%: the first is how it was."""
    return _is_former(*_near(text, figure))


def _is_former(text: str, figure: Figure) -> bool:
    before = clause_before(text, figure.start)
    is_turned = FROM.search(before) and TURNS.match(text, figure.end)
    return bool(is_turned or AGAINST.search(before) or ON_TOP_OF.match(text, figure.end))


def is_no_figure(text: str, figure: Figure) -> bool:
    """Neither a goal nor a reading: an ordinal, a denominator, who is covered, a score, a distance."""
    return _is_no_figure(*_near(text, figure))


def _is_no_figure(text: str, figure: Figure) -> bool:
    before, after, word = clause_before(text, figure.start), text[figure.end :], bare_word(figure.unit)
    if ORDINAL.search(before) or EACH.search(before) or STANDARD.match(after):
        return True
    if CLASS.match(after):
        return True  # 千吨级泊位: a class of sizes
    if word == "人" and OF_A_RATE.match(text, figure.start):
        return True
    if word in YEARLIKE and 1900 < figure.value < 2100 and not figure.is_spelt:
        return True
    if _is_scope(before, after, word):
        return True
    if word == "分":
        is_score = POINTS.search(before) or after.startswith("以上")
        return bool(NO_POINTS.search(before) or NO_POINTS.match(after)) or not is_score
    if word in {"米", "公里", "千米"} and NEAR.match(after) and not re.search(r"控制在\s*$", before):
        return True
    if figure.unit == "千伏" and re.match(r"[及以输变线电]", after):
        return True
    if word == "岁" and not (LIFE.search(text[: figure.start]) and re.match(r"\s*(?:[，。；、）]|$)", after)):
        return True
    return word in {"个", "项", "条", "件", "道"} and ABSTRACT.match(after) is not None


def _is_scope(before: str, after: str, word: str) -> bool:
    """25人以下企业, 500万元以上项目, 低于60%的; but 培训500人以上, 建成5个以上基地 and 60%以上用于职工 are goals."""
    if BELOW.match(after) and not NO_SCOPE.match(after):
        return True
    if (
        THRESHOLD.search(before)
        and OF_WHAT.match(after)
        and not re.search(r"(?:不低于|不高于|不超过|不少于|力争|确保)\s*(?:达到|超过)?\s*$", before)
    ):
        return True
    if word == "元" and OF_SIZE.search(before) and SIZED.match(after):
        return True
    if not DESCRIBING.fullmatch(word) or not SCOPE.match(after) or NO_SCOPE.match(after):
        return word == "类" and SCOPE.match(after) is not None
    return not DOING.search(before)


def _is_manner_of_speaking(text: str, figure: Figure) -> bool:
    """In Chinese numerals only what is built, held or compared counts: 新建十二个 does, 一个都不能少 does not."""
    before, after, word = clause_before(text, figure.start), text[figure.end :], bare_word(figure.unit)
    if figure.unit in {"%", "‰"} or figure.value_max is not None:
        return (
            figure.value_max is not None
            and figure.value < 2
            and figure.unit not in {"%"}
            and not BUILDING.search(before)
        )
    if re.match(r"\s*(?:都|也|不|以?来|支部书记|又|接着|地)", after):
        return True
    if word == "兆":
        return True  # 千兆光网
    if word in TALK and (figure.value < TWENTY or not BUILDING.search(before)):
        return True
    if re.match(r"二(?![一二三四五六七八九十百千万亿])", text[figure.start :]) or (
        word == "次" and re.search(r"届[^，。；]{0,4}$", before)
    ):
        return True  # 二期, 二次供水: what is counted is 两; 十八届三次会议
    if word == "期" and not HELD.search(before):
        return True
    is_wanted = BUILDING.search(before) or (LISTED.search(before) and figure.value >= 2)
    is_wanted = is_wanted or (figure.value >= 2 and re.match(r"\s*以上", after))
    is_wanted = is_wanted or (word in TIMES and text[figure.start] == "两" and re.match(r"\s*(?:[，。；、]|$)", after))
    if text[figure.start] in "百千" and not is_wanted:
        return True  # 千吨万人工程: a size in words
    if figure.value >= TWENTY:
        return not (is_wanted or re.match(r"\s*(?:以上|左右|以内)", after)) and bool(ABSTRACT.match(after))
    if figure.value == 1:
        return word not in {
            "次",
            "场",
            "届",
            "期",
            "座",
            "所",
            "处",
            "名",
            "家",
            "户",
            "遍",
            "场次",
            "轮",
        } or not BUILDING.search(before)
    return not is_wanted
