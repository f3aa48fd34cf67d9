"""What a figure counts, as a clerk would write it: the noun of its clause, or of what was spoken of before."""

import re
from dataclasses import dataclass, field
from typing import Final

from app.importing.readings.nouns import TIMES, noun_after, noun_of

LONGEST: Final = 40
SHORT: Final = 2  # characters; what a line is about is longer
FOOTNOTE: Final = re.compile(r"\[\d+\]|\x00|\n")
FROM: Final = re.compile(r"[由从][^，。由从]*\d[^，。]*$|[由从](?:[年月]初|[^，。]{0,6})的?\s*$")
CHANGE: Final = re.compile(
    r"(?P<with>同比|环比)?(?:前?[一二两三四五六七八九十]年)?(?:平均|逆势|分别|又|再|增速|约|仅|年均)*"
    r"(?P<way>净增|增长|提高|提升|增加|增产|下降|降低|减少|上升|回落|上涨|下滑|偏少|偏多|超出|(?<!新)增|减|多|少)了?(?:约|近|逾)?$"
)
AGAINST: Final = re.compile(
    r"(?:[比较与]|高于|低于|相比)[^，；、]{0,10}?(?:(?:上年|去年|前年|\d年|多年)(?:同期|[底末初])?(?:均值)?|[年月季][底末初]|"
    r"[一二三四五六七八九十两几\d]+年前|行动前|平均水平|以前|同期)(?:相比)?(?:的?\d[\d.]*[万亿]?[^\d增减提上下]{1,2})?|[比较与同](?:19|20)\d\d年[^，]{0,6}相比|同比|环比"
)
SHARE: Final = re.compile(
    r"(?:^|(?P<noun>.{2,}?))(?:分别|仅|均|约)*(?P<of>占(?!比)[^占，；]{1,20}?(?:比[重例])?)的?(?:为|达到?|约|仅|超过|近)*$"
)
TASK_SHARE: Final = re.compile(
    r"(?P<noun>)(?:完成|实现|为|达到?)了?(?P<of>(?:年度|全年|年初)[^，；\d]{0,10}|[^，；\d]{0,12}(?:目标|任务|计划)数?)(?:\d[\d.]*[万亿]?\S)?的$"
)
BESIDE: Final = re.compile(
    r"(?:仍|还|均|也|分别)*(?:(?P<way>[高低]于)(?=[^，；]{1,14}$)|[比较](?=[^，；]{1,14}[高低快慢多少]))[^，；、\d]{1,12}?(?P<how>加快|减慢|[高低快慢多少])?了?"
)
ASIDE: Final = re.compile(r"[（(]([^（()）]{2,8})")  # （全市6.1%） says nothing of what follows
RISEN: Final = re.compile(
    r"(?P<noun>[^，；\d]{2,16}?)(?:再|又|屡)?(?:创[^，；\d]{0,4}新高|(?:增[速幅])?最[快大高多]|(?:成功)?(?:超越|跃居|跃升)[^，；\d]{2,10}|(?:稳步|持续|大幅|不断|明显|显著|进一步|快速|逐年|稳定)[^，；\d]{2,4}|(?<=数)为\d[\d.]*)[，；]"
)
ALONE_SHARE: Final = re.compile(r"^(?:分别|仅|约)*占$")
PART: Final = re.compile(
    r"全长|总长|总面积|建筑面积|占地面积|支出|结余|总数|金额|总额|总投资|里程|占比|(?:完成|完工|开工|竣工|整改|修复|落实|上线|覆盖|入住|投产|达标|上岗)率"
)
WHOLE: Final = re.compile(r"率$|比$|[额金量]$|收入$|支出$|产值$")
GROWTH: Final = frozenset({"增幅", "降幅", "增速", "涨幅", "跌幅"})
OF_TARGET: Final = re.compile(
    r"(?:完成|占|达到?|比|较)了?(?P<of>(?:全年|年度|年初)|[^，；\d]{0,10}?(?=目标|任务|计划))(?:目标|任务|计划|考核)*(?:总?投资)?数?(?:的?[（(])?$"
)
PACE: Final = re.compile(r"(?:超|欠|快于|慢于|落后)(?:时间|序时)?进度|[高低快慢]")
TARGET_HALF: Final = re.compile(
    r"^[）)]?(?:(?:目标|任务|计划){1,2}数?)?的$"
)  # behind the 900万人 of 完成全年900万人目标的73%
PLACE: Final = re.compile(
    r"^([\u4e00-\u9fff]{1,6}(?:县|(?<![台社小园片景库厂灌林牧矿校院展护胜])区|市|(?<!城)镇|乡|州|街道)|[一二三四五六]公司)(?:仅|共|已|累计|实际)*(?:完成|实现|新增|开工|为|有)?$"
)
BODY: Final = re.compile(r"(?:局|委|办|办事处|街道|[县区市镇乡])$")
NOTHING: Final = re.compile(
    r"任务数?|目标值?|至少再|全部|合计|共计|总计|其余|剩余|另有|以上|先|数|年度任务|全年任务|[^\u4e00-\u9fff“A-Za-z]*"
)
# A stage that what was spoken of has reached; a verb that has its own noun behind the figure; one that needs none.
THIS: Final = re.compile(r"(?:这一?个?|该项?|此项?)(?:数字|数据|数值|指标|比例|比重|占比|比率|总量)")
STAGE: Final = re.compile(
    r"(?:建成)?投用|完工|竣工|开工|整改|修复|改造|交付|上岗|搬迁|使用|启动|入住|投产|答复|办结|建成"
)
TAKING: Final = re.compile(
    r"新建|新增|新开|开通|改建|扩建|新改建|新改扩建|改扩建|培训|走访|慰问|解决|支持|服务|惠及|带动|参与|引进|选派|培育|创建|培育创建|成立|建设|发放|命名|表彰|招聘|采购|投运|打通|深入|"
    r"直接下发至|投入|投资|筹集|募集|修建|救助|资助|帮扶|吸纳"
)
BUILT: Final = re.compile(
    r"^(?:新建|新增|改造|提升|建设|修建|整治|改扩建|培训|新开工|竣工|开工|计划|引进|发放)+(?=[\u4e00-\u9fff“]{2})"
)
OF_MONEY: Final = re.compile(r"(?:投入|投资)$")
BEFORE_NOUN: Final = (
    "的",
    "等",
    "至",
    "为",
    "对",
    "与",
    "向",
    "来自",
    "参加了",
    "参与了",
    "涵盖",
    "全省",
    "全市",
    "全州",
    "全县",
    "全区",
    "全镇",
    "全国",
)
LEAD: Final = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:从|由|已|正在|全面|基本|不断|稳步|建设|突破|达到|超过).*[，,]")
OPENING: Final = re.compile(
    r"^(?:[一二三四五六七八九十]是|关于|[—※·•\-]+)|(?:更|不断|持续|稳步|扎实|有序|进一步|深入|广泛|精准|全面).{1,6}$|"
    r"(?:方面|不[\u4e00-\u9fff]{1,5}问题|滞后问题|问题|情况|工作)$"
)


@dataclass(slots=True)
class Spoken:
    """What the line has counted so far. `topic`: what its opening words say it is about."""

    topic: str = ""
    main: str = ""  # the last that was neither a change nor a share
    last: str = ""  # the last that was no change
    noun: str = ""  # what stages and parts are of
    risen: str = ""  # 申请数量再创新高，达到670项: what the clause before has said of its figure
    counted: dict[str, str] = field(default_factory=dict)  # the noun that was last counted in a unit
    each: list[str] = field(default_factory=list)  # 分别 gives these their figures in order


def subject_of(before: str, after: str, spoken: Spoken, *, unit: str = "", nth: int = 0, of: int = 0) -> str:
    """`before` ends at the figure, `after` begins behind it. The figure is the `nth` of the `of` that 分别 tells."""
    apart = _apart(before, of) if of else []
    if apart and nth == 0:
        spoken.each += apart
    told = apart[nth] if apart else spoken.each[-of:][nth] if 0 < of <= len(spoken.each) else ""
    words = FOOTNOTE.sub("", FROM.sub("", before.strip()))
    if changed := CHANGE.search(words):
        return _short(_of_change("" if apart else words, changed, told, spoken))
    if (growth := noun_of(words)) in GROWTH:
        return _short((told or spoken.last) + growth)
    if target := OF_TARGET.search(words):
        return _short((told or spoken.main) + target["of"] + "目标")
    if spoken.main and TARGET_HALF.match(words):
        return _short(spoken.main + "目标完成率")
    if spoken.main and PACE.fullmatch(words):
        return _short(spoken.main + words)
    if ALONE_SHARE.match(words):
        return _short((told or spoken.main) + "占比")
    if beside := BESIDE.fullmatch(words):
        return _short((told or spoken.last) + (beside["way"] or beside["how"] or ""))
    if "占" not in words and (done := TASK_SHARE.search(words)):
        return _short(_of_share(done, told or spoken.main, spoken))
    if shared := SHARE.search(words):
        spoken.last = _of_share(shared, told or spoken.main, spoken)
        return _short(spoken.last)
    if told:
        return _short(told)
    if (aside := ASIDE.fullmatch(words)) and spoken.last:
        return _short(f"{spoken.last}（{aside[1]}）")
    spoken.main, spoken.noun = _counted(words, after, spoken, spoken.counted.get(unit, spoken.noun))
    spoken.counted[unit] = spoken.noun
    spoken.last = spoken.main
    spoken.each.append(spoken.main)
    return _short(spoken.main)


def _apart(before: str, of: int) -> list[str]:
    """东、中、西部地区分别完成投资…: the names before 分别, each with the noun of the last."""
    names, _, act = before.partition("分别")
    listed = noun_of(AGAINST.sub("", names))
    parts = next((parts for marks in ("、", "[、和及]") if len(parts := re.split(marks, listed)) == of), [])
    if len(parts) < SHORT or not all(parts):
        return []
    first, last = parts[0], parts[-1]
    noun = last[len(first) :] if len(first) < len(last) - 1 and not re.search(r"\d", listed) else ""
    doing = "" if CHANGE.search(act) else noun_of(act)
    return [*(part + noun + doing for part in parts[:-1]), last + doing]


def note_risen(clause: str, spoken: Spoken) -> None:
    """Kept for the next clause, which may have no more than the figure."""
    match = RISEN.fullmatch(TIMES.sub("", clause.strip()))
    spoken.risen = noun_of(match["noun"]) if match else ""


def topic_of(line: str) -> str:
    """（三）养老服务。…, 二是适老化改造更精准。…: what the line is about, when its opening words say just that."""
    opening = re.split(r"[。：:；]", line, maxsplit=1)[0]
    words = OPENING.sub("", opening.strip())
    is_noun = 2 <= len(words) <= 14 and not re.search(
        r"[\d，,]|打算|安排|要求|强调|指出|问题$|工作$|情况$|[慢足够力好快强高低]$", words
    )
    return words if is_noun else ""


def lead_of(sentence: str) -> str:
    """文化礼堂从无到有，已建成11个: what the sentence begins with, for a figure that has no other noun."""
    match = LEAD.match(sentence)
    return match[1] if match else ""


def _short(words: str) -> str:
    words = words[-LONGEST:].strip("、，的")
    words = words if "（" in words else words.rpartition("）")[2]
    return (words if "）" in words else words.partition("（")[0]) or "数值"


def _of_change(words: str, changed: re.Match[str], told: str, spoken: Spoken) -> str:
    """人均可支配收入 + 增长; its noun stands before 比上年, or was spoken of before."""
    own = noun_of(AGAINST.sub("", words[: changed.start()]))
    if len(own) >= 2:
        spoken.last = own
        spoken.main = spoken.main or own
    return (own if len(own) >= 2 else told or spoken.risen or spoken.last) + (changed["with"] or "") + changed["way"]


def _of_share(shared: re.Match[str], told: str, spoken: Spoken) -> str:
    """研发投入 + 占营业收入比重; 甘泉县城镇新增就业 + 完成年度任务."""
    own = noun_of(shared["noun"] or "")
    if (place := PLACE.match(own)) and spoken.noun:
        own = place[1] + spoken.noun
    of = shared["of"] if shared["of"].startswith("占") else "完成" + shared["of"]
    return (own if len(own) >= 2 else told) + of


def _counted(words: str, after: str, spoken: Spoken, same: str) -> tuple[str, str]:
    """The subject, and the noun that stages and parts behind it are of; `same` was last counted in this unit."""
    if bracket := re.search(r"[（(]([^（()）]{2,8})[）)]$", words):
        whose = noun_of(words[: bracket.start()])
        return (whose if len(whose) > SHORT else bracket[1]), spoken.noun
    own, behind = noun_of(words), noun_after(after.replace("\n", ""))
    if not words and not behind and spoken.main:
        return spoken.main, spoken.noun  # 2户10人: both are of the same
    if place := PLACE.match(own):
        noun = behind or same or spoken.topic
        return (place[1] + noun, noun) if noun and not BODY.search(noun) else (own, own)
    if len(own) < 2 or NOTHING.fullmatch(own) or (behind and words.rstrip().endswith(BEFORE_NOUN)):
        noun = behind or spoken.risen or same or spoken.topic or own
        return noun, _base(noun)
    if spoken.main.startswith(own) and TAKING.fullmatch(own):
        return spoken.main, spoken.noun  # 筹集资金540万元，今年已筹集210万元
    if own.startswith("每") and behind:
        return own + behind, own + behind
    if THIS.fullmatch(own) and spoken.last:
        return spoken.last, spoken.noun
    if TAKING.fullmatch(own) and not behind and len(spoken.topic) > SHORT and not OF_MONEY.search(own):
        noun = spoken.topic  # 2．新增公办学位：计划新增6000个
        return (noun if own in noun else noun + own), _base(noun)
    if STAGE.fullmatch(own):
        noun = behind or spoken.noun or spoken.topic
        return (noun if own in noun else noun + own), (noun or own)
    if TAKING.fullmatch(own):
        found = own if not behind else behind + own if OF_MONEY.search(own) else own + behind
        return found, behind or spoken.noun
    if len(own) <= SHORT and behind:
        return own + behind, behind
    if PART.fullmatch(own):
        return _part_of(own, spoken.noun), spoken.noun
    return own, _base(own)


def _base(noun: str) -> str:
    """新建雨污分流管网18公里，改造6公里: what was rebuilt are the pipes, not the new ones."""
    return BUILT.sub("", noun)


def _part_of(part: str, before: str) -> str:
    """收入34亿元、支出29亿元; 农村幸福院143所，覆盖率71%; 整改隐患353处，整改率98%."""
    if part == "支出" and before.endswith("收入"):
        return before.removesuffix("收入") + part
    act = part.removesuffix("率")
    if part.endswith("率") and act in before:
        return before.replace(act, "", 1) + part
    return part if WHOLE.search(before) else before + part
