"""Who answers for a task: names and printed roles out of columns, brackets, label lines and bare lists."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from app.importing.recognise.drafts import Clause, Named
from app.importing.recognise.lines import HALF_STOP, split_outside_brackets, unwrap
from app.importing.recognise.names import is_unit, joined, names, people
from app.importing.recognise.printed_roles import BODY_WORDS, LEAD, RANK, RESPONSIBLE, SUPPORT, Person, kind_of
from app.importing.recognise.said_when import says_when
from app.importing.recognise.surnames import PERSON
from app.importing.recognise.who_leads import FIRST_ANSWERS, PLACE, without_rule
from app.tasks.kinds import PrintedRole

LIMIT: Final = (  # what until when is called
    r"(?:(?:计划|预计|预期|拟|要求|目标|应)?(?:完成|办结|整改|办理|落实|实施|推进|建设|销号|起止|截止|交付|达标|完工|竣工|化解|时间){1,2}|计划|目标)"
    r"(?:时限|时间|期限|日期|年限|周期|节点)(?:要求|安排)?"
    r"|(?:工作|任务|拟定|反馈)?时限(?:要求)?|期限|工期|(?:时间|进度)(?:要求|安排|进度)|(?:工作|进度)节点|序时进度"
)
LABEL: Final = (
    rf"[\u4e00-\u9fff]{{0,8}}?(?:(?:责任|牵头|主办|配合|协办|会办(?!公)|协同|协作|协助|参与|参加|承办|落实|实施|推进|完成|主责|负责|办理|督导|督办|验收|销号)[\u4e00-\u9fff]{{0,6}}?(?:{BODY_WORDS})"
    rf"|(?:分管|主管|牵头|责任|包保|联系)[\u4e00-\u9fff]{{0,3}}领导|责任人|负责人|{LIMIT}|牵头|配合|主办|协办|承办|协同|主责|负责|责任|(?:责任|任务|工作)?分工"
    r"|(?:实际|目前)?(?:完成|进展|推进|落实|整改)(?:进展)?情况|成果(?:形式|体现)|(?:预期|工作|标志性)成果|完成标志|资金来源|备注)"
)
OVERSEER: Final = re.compile(r"督导|督办|督查|验收|监督|销号(?!时限|时间|期限)|考核|联系|电话")
LABELLED: Final = re.compile(
    rf"(?:^|(?<=[；;，,。\s]))({LABEL})\s*[：:]|(?<=[\u4e00-\u9fff）)])((?:责任|牵头|配合|协办)(?:单位|部门)|(?:完成|整改)时限)\s*[：:]"
    r"|(?<=[；;，,])(时间|期限|联系人|联系电话|联系方式|电话)\s*[：:]"
    rf"|(?<=[；;，,\s])([\u4e00-\u9fff]{{2,6}}(?:{BODY_WORDS})|参加|参与|协助)\s*[：:]"
)
WORDED: Final = re.compile(
    rf"(?:^|(?<=[；;，,。\n]))\s*((?:牵头|责任|配合|主办|协办|承办|参与|落实|主责)(?:责任)?(?:{BODY_WORDS}))"
    r"(?:为|是|[—–－-]+|[ \u3000]+)(?=[\u4e00-\u9fff])"
)
BY_DUTY: Final = (
    r"(?:[按依]照?|依据|根据|结合|立足)(?:各自|自身)?的?(?:工作|部门)?(?:职[责能](?:权限|范围)?(?:和?分工)?|分工)"
)
TAILS: Final = (
    (
        re.compile(
            r"(?:(?:分别|共同|联合|(?<![省市县区州])总|负责)?牵头(?:负责|组织实施|组织|落实|抓总|督导|推进|协调|统筹|实施|指导)?|主办|主责|为(?:牵头|主办)(?:单位|部门))$"
        ),
        LEAD,
    ),
    (
        re.compile(
            rf"(?:等)?(?:积极|密切|协同|共同|负责|分工|{BY_DUTY})*(?:配合|参与|参加|协助|协同|协办)(?:落实|实施|做好|推进)?$|为(?:配合|协办)(?:单位|部门)$"
        ),
        SUPPORT,
    ),
    (
        re.compile(
            rf"(?:等)?(?:{BY_DUTY}|分别|共同|协同|联合|具体|分工)*(?:抓好)?(?:负责|落实|承办|具体实施|各负其责|(?<!党)(?<!社会)组织(?:落实|实施|推进))(?:(?:组织|具体)?(?:落实|实施))?$|为责任(?:单位|部门)$"
        ),
        RESPONSIBLE,
    ),
)
RUN_ON: Final = re.compile(
    r"(牵头负责|牵头|配合|参与|协助)(?:、(?!配合|参与|协助)|[ \u3000]+)?(?=[\u4e00-\u9fff]{2})"
    r"(?!单位|部门|科室|负责|落实|实施|组织|做好|抓总|完成|责任|领导|处室|机构|督导|推进|协调|统筹|指导)"
)
FRONT: Final = re.compile(
    r"^(?:[此该本]项?(?:工作|任务|事项)?|[^、，]{2,16}(?:项目|工程))?(?:由|会同|请)(?=[\u4e00-\u9fff]{2})"
)
MARK: Final = re.compile(
    r"[（(\[【](?:总|共同)?(?P<word>牵头|主办|主责|主要责任|配合|协办|协助|参与|责任|负责)(?:单位|部门|科室|处室)?"
    r"(?:[，,、]?(?:负责|抓总|(?:统筹|组织|综合)?(?:协调|实施|落实|推进)))*[）)\]】]$"
)
EVERY_MARK: Final = re.compile(
    r"[（(\[【](牵头|主办|主责|配合|协办|参与|责任)(?:单位|部门)?[）)\]】][ \u3000]*(?=[\u4e00-\u9fff])"
)
MARK_IN_FRONT: Final = re.compile(rf"(?:^|(?<=[\n；;]))\s*{EVERY_MARK.pattern}")
LISTED: Final = re.compile(r"\s*(?:\d{1,2}[.．、)）]|[①-⑳])\s*(?=[\u4e00-\u9fff])")
REMARK: Final = re.compile(
    rf"{PLACE}|{FIRST_ANSWERS}|^(?:以|均)?下均?同$|^(?:根据|依据|视)[^、]*(?:确定|安排|调整|推进|实施|开展|而定)"
    r"|^(?:按照|根据)[^、]*(?:要求|规定|部署)$|(?:检查|业务|监督)指导$"
)
ASIDE: Final = re.compile(rf"[（(][^（()）]*(?:{PLACE}|下同)[^（()）]*[）)]")
BINDS: Final = re.compile(
    r"以[下上](?:各项|所有|全部)?(?:工作|任务|措施|事项)?(?:均|都)?(?:需|由|要)?(?P<names>[^。；;]{2,60}?)(?P<role>负责落实|贯彻落实|落实|负责|配合|参与|组织实施|实施)(?:[，,][^。；;]{0,60}?)?[，,]?\s*(?:以下)?不再(?:一一|逐[一项])?(?:列出|列入|列|重复|注明)?[。；;]?"
)
LABEL_ROOM: Final = 40
NAME: Final = re.compile(r"[\u4e00-\u9fff·]{2,4}")
BEHIND_UNIT: Final = re.compile(rf"(?<=[局委办部厅会院处科室司])({PERSON.pattern})(?=[\s、，,；;/／]|$)")
JOINTS: Final = re.compile(  # 县水务局 6月底前, also where a page's text lost what stood between
    r"(?<![年月\d])\s+(?!\d+\s*[年月日])|\n|(?<=[局委办室部会府院处科])(?=(?:20\d\d年)?\d{1,2}月|20\d\d[.．/-]\d|长期|持续|常态)"
)
IN_BRACKETS: Final = re.compile(r"[（(]([^（()）]{2,32})[）)]")


def with_persons(role: PrintedRole, text: str) -> Clause:
    """A column of units that has persons too: 县水利局（秦志远）, or each on a line of its own."""
    if LABELLED.match(with_colons(text).strip()):
        return parse(text)
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        name = re.sub(r"\s", "", match[1])
        if not NAME.fullmatch(name) or is_unit(name) or kind_of(name):
            return match[0]
        found.append(name)
        return "、"

    text = re.sub(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))", "", text)
    text = re.sub(r"[（(]([^（）()]{2,8})[）)]", taken, text)
    text = BEHIND_UNIT.sub(taken, text)
    text = re.sub(r"(?:(?<=[\s、，,；;：:/／])|^)([\u4e00-\u9fff]{2,3})(?=[\s、，,；;/／]|$)", taken, text)
    return combined(
        [units(re.sub(r"[\s：:/／]+", "、", text).strip("、"), role), Clause(leaders=people("、".join(found)))]
    )


def units(text: str, role: PrintedRole) -> Clause:
    """A list under a label or a column, where single parts may still say “X牵头” or “6月底完成”."""
    text, when = _apart_from_when(text)
    lines = without_rule(ASIDE.sub("", text)).strip().rstrip("。.").split("\n")
    text = RUN_ON.sub(r"\g<1>，", joined("\n".join(f"{line}，" if _tail(line) else line for line in lines)))
    found: list[Named] = []
    waiting: list[str] = []
    is_shared = False
    for part in split_outside_brackets(text, "，,；;。"):
        tail = _tail(part)
        if says_when(part):
            when.append(part)
        elif REMARK.search(part):
            continue
        elif tail:
            if tail[1] is SUPPORT and not found:  # 甲局，乙局配合: the first answers, the other only helps
                found.extend(_marked(name, role) for name in names("，".join(waiting)))
                waiting = []
            words = "，".join([*waiting, tail[0].sub("", part)])
            is_beside = bool(found) and re.match(r"会同|由?各?自?配合", part)
            role_here = SUPPORT if is_beside else tail[1]
            found.extend(_marked(name, role_here) for name in names(FRONT.sub("", words)))
            is_shared = is_shared or re.search(r"职[责能]|按\S{0,4}分工|分别|共同", part) is not None
            waiting = []
        elif found and part.startswith("会同"):
            found.extend(Named(name, SUPPORT) for name in names(FRONT.sub("", part)))
        else:
            waiting.append(part)
    found.extend(_marked(name, role) for name in names("，".join(waiting)))
    when.extend(named.name for named in found if says_when(named.name))
    told = merged(named for named in found if not says_when(named.name))
    return Clause(told, (), "，".join(when) or None, is_shared=is_shared)


def _apart_from_when(text: str) -> tuple[str, list[str]]:
    """A list without the brackets and lines that say until when: 县水务局（6月底前）, or 6月底前 below the names."""
    when = [inside for inside in IN_BRACKETS.findall(text) if says_when(inside)]
    text = IN_BRACKETS.sub(lambda match: "" if says_when(match[1]) else match[0], text)
    parts = JOINTS.split(text)
    if any(map(says_when, parts)) and not says_when(text):
        when += filter(says_when, parts)
        text = "\n".join(part for part in parts if not says_when(part))
    return text, when


def _tail(words: str) -> tuple[re.Pattern[str], PrintedRole] | None:
    """What the words end by saying of the units in them."""
    return next(((pattern, role) for pattern, role in TAILS if pattern.search(words.rstrip())), None)


def _marked(name: str, role: PrintedRole) -> Named:
    """A name may carry its own role behind it: 县委组织部（牵头）."""
    match = MARK.search(name)
    if match is None:
        return Named(name, role)
    kind = kind_of(f"{match['word']}单位") if match["word"] != "负责" else role
    return Named(name[: match.start()], kind if isinstance(kind, PrintedRole) else role)


def merged(found: Iterable[Named]) -> tuple[Named, ...]:
    """Every unit once, in the order printed; named twice it keeps the higher role."""
    roles: dict[str, PrintedRole] = {}
    for named in found:
        held = roles.get(named.name)
        roles[named.name] = named.printed_role if held is None or RANK[named.printed_role] > RANK[held] else held
    return tuple(Named(name, role) for name, role in roles.items())


def combined(clauses: Iterable[Clause]) -> Clause:
    parts = list(clauses)
    return Clause(
        merged(named for part in parts for named in part.departments),
        tuple(dict.fromkeys(leader for part in parts for leader in part.leaders)),
        next((part.deadline_words for part in parts if part.deadline_words), None),
        merged(named for part in parts for named in part.later),
        is_shared=any(part.is_shared for part in parts),
    )


@lru_cache(maxsize=4096)  # a column names the same few units in every row
def under(kind: PrintedRole | Person, text: str) -> Clause:
    """What a column or label of this kind says; in one cell there may be labels of its own."""
    if MARK_IN_FRONT.match(text):  # where the first name has its mark in front, so have the others
        text = EVERY_MARK.sub(r"\n\1单位：", text).strip()
    text = MARK_IN_FRONT.sub(r"\1单位：", text)
    if LABELLED.match(with_colons(text).strip()):
        return parse(text)
    if kind is Person.LEADER:
        return Clause(leaders=people(text))
    if kind is Person.DEADLINE:
        return Clause(deadline_words=unwrap(text).strip().rstrip("。") or None)
    assert isinstance(kind, PrintedRole)
    return units(LISTED.sub("、", text).strip("、") if LISTED.match(text) else text, kind)


def with_colons(content: str) -> str:
    """责任单位为甲局 and 责任单位——甲局 are 责任单位：甲局."""
    return WORDED.sub(r"\1：", content)


def parse(content: str) -> Clause:
    """The inside of a bracket or a label line."""
    content = HALF_STOP.sub("。", _mended(with_colons(content)))
    binding = BINDS.search(content)
    if not binding and (binding := BINDS.search(content.replace("\n", ""))):
        content = content.replace("\n", "")
    if binding:
        content = content[: binding.start()] + content[binding.end() :]
    labels = list(LABELLED.finditer(content))
    parts: list[Clause] = []
    if before := content[: labels[0].start() if labels else len(content)].strip("；;，, \n"):
        parts.append(units(before, RESPONSIBLE))
    for index, match in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(content)
        label = next(filter(None, match.groups()))
        if not OVERSEER.match(label) and (kind := kind_of(label)):
            parts.append(under(kind, content[match.end() : end].strip("；;，, \n")))
    if binding:
        role = SUPPORT if binding["role"] in ("配合", "参与") else RESPONSIBLE
        later = tuple(Named(name, role) for name in names(binding["names"]))
        parts.append(Clause(later, later=later))
    return combined(parts)


def _mended(content: str) -> str:
    """A label that the page cut in two (配合部⏎门：) is made whole; other ends of lines may part names."""
    for match in reversed(list(re.finditer(r"\n\s*", content))):
        before, after = content[: match.start()], content[match.end() :]
        near = before[-LABEL_ROOM:]
        if LABELLED.match(after):
            continue
        if any(found.start() < len(near) < found.end() for found in LABELLED.finditer(near + after[:LABEL_ROOM])):
            content = before + after
    return content
