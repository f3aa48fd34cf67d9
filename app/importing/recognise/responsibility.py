"""Who answers for a task: names and printed roles out of columns, brackets, label lines and bare lists."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Final

from app.importing.recognise.drafts import Clause, Named
from app.importing.recognise.lines import (
    CLOSING,
    HALF_STOP,
    OPENING,
    brackets,
    label_at,
    split_outside_brackets,
    unwrap,
)
from app.importing.recognise.names import is_unit, joined, names, people
from app.tasks.kinds import PrintedRole

LEAD, SUPPORT, RESPONSIBLE = PrintedRole.LEAD, PrintedRole.SUPPORT, PrintedRole.RESPONSIBLE
RANK: Final = {LEAD: 3, RESPONSIBLE: 2, SUPPORT: 1}


class Person(StrEnum):
    """Columns and labels that hold no department."""

    LEADER = "leader"
    DEADLINE = "deadline"


BODY_WORDS: Final = r"单位|部门|科室|处室|部室|股室|主体|机构|委室|站所"
IN_CHARGE: Final = (
    r"^分管(?!.*(?:单位|部门|[科处部股]?室|[处科局办]|工作|范围|领域)$)|^(?:具体|牵头|承办|经办|主办|包[保抓联]|落实|挂帅|第一责任|直接责任)人员?$"
    r"|同志$|^(?:分管|联系|包[抓保联挂]|挂[钩点帅牵]|牵头|督[办导]|责任)\S{0,6}(?:长|书记|主任|主席|经理|委员)$"
)
# Bodies in a column that look on, draw up or are looked at: they do not do the task.
OVERSEES: Final = (
    "填[报表]|制表|编制|报[送告]|受|被|检查|督[办导查促]|监督|考[核评]|验收|计量|来源|发现|交办|提出|建议|移送|反馈"
    "|评[价定]|认定|销号|监管|指导|对口|审[核批]|统计|下达|联系|问题|对象|发证|存在|^各|有关|相关|成员|直属|[省市县区]直"
)
KINDS: Final[tuple[tuple[re.Pattern[str], PrintedRole | Person], ...]] = (
    (re.compile(r"^(?:责任|任务)?分工(?:及|和|与|、)|^责任.*(?:及|和|与|、).*(?:时限|期限|时间)$"), RESPONSIBLE),
    (re.compile(rf"领导$|责任人员?$|负责人$|责任领导|联系人$|^责任人|{IN_CHARGE}"), Person.LEADER),
    (
        re.compile(r"时限|时间|期限|日期|月份$|节点(?:要求|安排)?$|进度(?:安排|要求)|时序安排|(?:序时|时序)进度"),
        Person.DEADLINE,
    ),
    (
        re.compile(
            r"配合|协办|会办(?!公)|协同|协作|协助|参与|参加|会同|协力|(?:支[持撑]|联[合查办])(?:单位|部门|科室)"
        ),
        SUPPORT,
    ),
    (re.compile(r"牵头|主办|主要责任|主责|发起(?:单位|部门)"), LEAD),
    (
        re.compile(
            rf"(?:责任|负责|承办|落实|实施|推进|完成|承担|执行|主管).*(?:{BODY_WORDS})|^(?:责任|(?:责任|任务|工作)?分工|承办|负责)$"
            r"|^(?:[本我][\u4e00-\u9fff]{1,2})?(?:责任|承办)(?!书|状|追究|分解|目标|类[型别]|清单|事项|内容|要求|情况|意见)[\u4e00-\u9fff]{1,4}$"
            rf"|^(?!.*(?:{OVERSEES}))[^，。]{{0,6}}(?:{BODY_WORDS})$|^(?:检查|抽查|执法|监管)主体$"
        ),
        RESPONSIBLE,
    ),
)
LABEL: Final = (
    rf"[\u4e00-\u9fff]{{0,8}}?(?:(?:责任|牵头|主办|配合|协办|会办(?!公)|协同|协作|协助|参与|参加|承办|落实|实施|推进|完成|主责|负责|办理|督导|督办|验收|销号)[\u4e00-\u9fff]{{0,6}}?(?:{BODY_WORDS})"
    r"|(?:分管|主管|牵头|责任|包保|联系)[\u4e00-\u9fff]{0,3}领导|责任人|负责人|(?:完成|办结|整改|办理|落实|实施|时间|计划完成)(?:时限|时间|期限)|时限要求|时限|(?:时间|进度)(?:要求|安排|进度)|(?:时间|工作|完成|进度)节点|牵头|配合|主办|协办|承办|协同|主责|负责|责任|(?:责任|任务|工作)?分工"
    r"|(?:实际|目前)?(?:完成|进展|推进|落实|整改)(?:进展)?情况|成果(?:形式|体现)|(?:预期|工作|标志性)成果|完成标志|资金来源|备注)"
)
OVERSEER: Final = re.compile(r"督导|督办|督查|验收|监督|销号|考核|联系|电话")
LABELLED: Final = re.compile(
    rf"(?:^|(?<=[；;，,。\s]))({LABEL})\s*[：:]|(?<=[\u4e00-\u9fff）)])((?:责任|牵头|配合|协办)(?:单位|部门)|(?:完成|整改)时限)\s*[：:]"
    r"|(?<=[；;，,])(时间|期限|联系人|联系电话|联系方式|电话)\s*[：:]"
)
LABEL_LINE: Final = re.compile(
    r"(?:^|(?<=[。；;\n—])|(?<=[\u4e00-\u9fff%％）)”]\.))[ \t\u3000]*"
    r"(?!(?:主|承|协)办\s*[：:][^\n]*(?:备案|网站|网址|版权|技术支持|ICP|邮编))"
    rf"(?:{LABEL})[ \t\u3000]*[：:]"
    r"(?:(?!(?<=[\u4e00-\u9fff）)])\.\s*(?:\d{1,3}[.、．]|[（(一二三四五六七八九十]|$|\n))[^。\n]|(?<=[、，])\n)+[。.]?"
)
BY_DUTY: Final = (
    r"(?:[按依]照?|依据|根据|结合|立足)(?:各自|自身)?的?(?:工作|部门)?(?:职[责能](?:权限|范围)?(?:和?分工)?|分工)"
)
TAILS: Final = (
    (
        re.compile(
            r"(?:(?:分别|共同|联合|(?<![省市县区州])总)?牵头(?:负责|组织实施|组织|落实|抓总|督导|推进|协调|统筹|实施|指导)?|主办|主责|为(?:牵头|主办)(?:单位|部门))$"
        ),
        LEAD,
    ),
    (
        re.compile(
            rf"(?:等)?(?:积极|协同|共同|{BY_DUTY})*(?:配合|参与|参加|协助|协同|协办)(?:落实|实施|做好|推进)?$|为(?:配合|协办)(?:单位|部门)$"
        ),
        SUPPORT,
    ),
    (
        re.compile(
            rf"(?:等)?(?:{BY_DUTY}|分别|共同|协同|联合|具体|分工)*(?:抓好)?(?:负责|落实|具体实施|各负其责|(?<![党会])组织(?:落实|实施|推进))(?:(?:组织|具体)?(?:落实|实施))?$|为责任(?:单位|部门)$"
        ),
        RESPONSIBLE,
    ),
)
RUN_ON: Final = re.compile(
    r"(牵头负责|牵头|配合|参与|协助)(?:、(?!配合|参与|协助)|[ \u3000]+)?(?=[\u4e00-\u9fff]{2})"
    r"(?!单位|部门|科室|负责|落实|实施|组织|做好|抓总|完成|责任|领导|处室|机构|督导|推进|协调|统筹|指导)"
)
WHEN: Final = re.compile(
    r"^(?:(?:\d{4}年)?\d{1,2}月|(?:\d{4}年)?(?:第?[一二三四]季度|[上下]半年))[^、]{0,16}$|^(?:[\d年月日\s]+|第?[一二三四]季度|今?年|[上下]半年|长期|持续|常年|\d{4})[^、]*(?:前|底|完成|推进|坚持|内|日|末)[^、]*$|^持续[\u4e00-\u9fff]{2,4}$"
)
FIRST_LEADS: Final = re.compile(
    r"(?:第一位|首位|第一个|第一责任|列在?前面|排名第一|排第一|排在第一)[^。；;]{0,14}(?:牵头|主办|主责)"
)
OF_SEVERAL: Final = re.compile(rf"(?:[多几]个|多家|两[个家](?:及|或)?以上)[^。；;]{{0,20}}{FIRST_LEADS.pattern}")
OTHERS_HELP: Final = re.compile(r"(?:其余|其他|其它)(?!各项)[^。；;，]{0,8}(?:配合|协办|协助)(?:单位|部门|科室)")
LONGEST: Final = 300
LABEL_ROOM: Final = 40
FRONT: Final = re.compile(
    r"^(?:[此该本]项?(?:工作|任务|事项)?|[^、，]{2,16}(?:项目|工程))?(?:由|会同|请)(?=[\u4e00-\u9fff]{2})"
)
MARK: Final = re.compile(r"[（(\[【]((?:牵头|主办|主责|配合|协办|参与|责任)(?:单位|部门)?)[）)\]】]$")
MARK_IN_FRONT: Final = re.compile(
    r"(?:^|(?<=[\n；;]))\s*[（(\[【](牵头|主办|主责|配合|协办|参与|责任)(?:单位|部门)?[）)\]】]\s*(?=[\u4e00-\u9fff])"
)
EVERY_MARK: Final = re.compile(
    r"[（(\[【](牵头|主办|主责|配合|协办|参与|责任)(?:单位|部门)?[）)\]】]\s*(?=[\u4e00-\u9fff])"
)
LISTED: Final = re.compile(r"\s*(?:\d{1,2}[.．、)）]|[①-⑳])\s*(?=[\u4e00-\u9fff])")
ALONE_LEADS: Final = re.compile(
    r"(?:无|没有|未明确|未列)牵头(?:单位|部门)的?[，,]?(?:(?!第一|首位)[^。；]){0,12}责任(?:单位|部门)[^。；]{0,4}(?:即为|就是|为|作为)牵头"
)
SPOKEN: Final = re.compile(
    r"(?:[，,]|^|(?<=[。；;\n]))\s*由(?P<units>[^。；]{2,160}?)(?:负责)?"
    r"(?:研究(?:提出|制定)(?:具体)?(?:(?:落实|实施)?意见|办法|方案)(?:并(?:组织)?(?:落实|实施))?|(?:抓好|组织|具体)?(?:落实|实施|办理)|负责)"
    r"。?\s*$"
)
REMARK: Final = re.compile(
    r"第一位|首位|第一个|第一责任|排名第一|^下同$|^(?:根据|依据|视)[^、]*(?:确定|安排|调整|推进|实施|开展|而定)"
    r"|^(?:按照|根据)[^、]*(?:要求|规定|部署)$|(?:检查|业务|监督)指导$"
)
ASIDE: Final = re.compile(r"[（(][^（()）]*(?:第一位|首位|第一个|排名第一|下同)[^（()）]*[）)]")
BINDS: Final = re.compile(
    r"以[下上](?:各项|所有|全部)?(?:工作|任务|措施|事项)?(?:均|都)?(?:需|由|要)?(?P<names>[^。；;]{2,60}?)(?P<role>负责落实|贯彻落实|落实|负责|配合|参与|组织实施|实施)(?:[，,][^。；;]{0,60}?)?[，,]?\s*(?:以下)?不再(?:一一|逐[一项])?(?:列出|列入|列|重复|注明)?[。；;]?"
)


def kind_of(label: str) -> PrintedRole | Person | None:
    """What a column or a label holds, by the words in it."""
    label = re.sub(r"\s|[（(].*?[）)]", "", label)
    return next((kind for pattern, kind in KINDS if pattern.search(label)), None)


def units_lead_alone(text: str) -> bool:
    """The document says that where no lead is printed the responsible units are it."""
    return ALONE_LEADS.search(text.replace("\n", "")) is not None


def first_unit_leads(text: str) -> bool:
    """The document itself says that the first unit named leads."""
    return FIRST_LEADS.search(text.replace("\n", "")) is not None


def first_of_several_leads(text: str) -> bool:
    """The rule of the first unit is for items of several units: one alone answers for its own."""
    return OF_SEVERAL.search(text) is not None


def others_help(text: str) -> bool:
    """The document says that those behind the first unit are its supporters."""
    return OTHERS_HELP.search(text.replace("\n", "")) is not None


def with_persons(role: PrintedRole, text: str) -> Clause:
    """A column of units that has persons too: 县水利局（秦志远）, or each on a line of its own."""
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        name = re.sub(r"\s", "", match[1])
        if len(name) > 4 or is_unit(name) or kind_of(name):
            return match[0]
        found.append(name)
        return "、"

    text = re.sub(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))", "", text)
    text = re.sub(r"[（(]([^（）()]{2,8})[）)]", taken, text)
    text = re.sub(r"(?:(?<=[\s、，,；;：:/／])|^)([\u4e00-\u9fff]{2,3})(?=[\s、，,；;/／]|$)", taken, text)
    return combined(
        [units(re.sub(r"[\s：:/／]+", "、", text).strip("、"), role), Clause(leaders=people("、".join(found)))]
    )


def units(text: str, role: PrintedRole) -> Clause:
    """A list under a label or a column, where single parts may still say “X牵头” or “6月底完成”."""
    text = RUN_ON.sub(r"\g<1>，", joined(ASIDE.sub("", text).strip().rstrip("。.")))
    found: list[Named] = []
    waiting: list[str] = []
    when: str | None = None
    is_shared = False
    for part in split_outside_brackets(text, "，,；;。"):
        tail = next(((pattern, kind) for pattern, kind in TAILS if pattern.search(part)), None)
        if REMARK.search(part):
            continue
        if WHEN.match(part):
            when = f"{when}，{part}" if when else part
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
    return Clause(merged(found), (), when, is_shared=is_shared)


def _marked(name: str, role: PrintedRole) -> Named:
    """A name may carry its own role behind it: 县委组织部（牵头）."""
    match = MARK.search(name)
    kind = kind_of(match[1]) if match else None
    return Named(name[: match.start()], kind) if match and isinstance(kind, PrintedRole) else Named(name, role)


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
    if LABELLED.match(text.strip()):
        return parse(text)
    if kind is Person.LEADER:
        return Clause(leaders=people(text))
    if kind is Person.DEADLINE:
        return Clause(deadline_words=unwrap(text).strip().rstrip("。") or None)
    assert isinstance(kind, PrintedRole)
    return units(LISTED.sub("、", text).strip("、") if LISTED.match(text) else text, kind)


def parse(content: str) -> Clause:
    """The inside of a bracket or a label line."""
    content = HALF_STOP.sub("。", _mended(content))
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
        if not OVERSEER.match(match[1] or match[2] or match[3]) and (kind := kind_of(match[1] or match[2] or match[3])):
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


def spoken(text: str) -> list[tuple[int, int, Clause]]:
    """The end of a sentence that says in words who sees to it: “……，由甲局会同乙局负责落实。”"""
    match = SPOKEN.search(text)
    if match is None or not all(map(is_unit, names(re.sub("牵头|负责", "", match["units"])))):
        return []
    return [(match.start(), match.end(), parse(f"{match['units']}负责"))]


def clauses(text: str, *, bare: bool = False) -> list[tuple[int, int, Clause]]:
    """Every responsibility clause in an item, with its place; `bare`: a mere list of units in brackets is one too."""
    found: list[tuple[int, int, Clause]] = []
    masked, position = "", 0
    for start, end in brackets(text):
        masked += text[position:start] + "\x00" * (end - start)
        position = end
        if _is_clause(text, start, end, bare=bare):
            found.append((start, end, parse(text[start + 1 : end - 1])))
    masked += text[position:]
    for match in LABEL_LINE.finditer(masked):
        if _is_open(masked[: match.start()]):
            continue
        end = _with_lines_of_names(masked, match.end())
        found.append((match.start(), end, parse(text[match.start() : end].strip().rstrip("。"))))
    if not any(clause for _, _, clause in found):
        return []
    return sorted(found, key=lambda clause: clause[0])  # with “配合单位：无”, which is no text of the item


def _is_open(text: str) -> bool:
    """Inside a bracket whose end the page has not brought yet."""
    last = max(text.rfind(mark) for mark in OPENING)
    return last >= 0 and len(text) - last < LONGEST and not any(mark in text[last:] for mark in CLOSING)


def _with_lines_of_names(text: str, end: int) -> int:
    """A list under a label may go on in lines of its own, one unit in each."""
    while end < len(text) and text[end] == "\n" and text[end - 1] != "。":
        line = text[end + 1 :].partition("\n")[0]
        if "\x00" in line or label_at(line) or LABEL_LINE.match(line) or not is_unit(line):
            break
        end += 1 + len(line)
    return end


def _is_clause(text: str, start: int, end: int, *, bare: bool) -> bool:
    """A labelled bracket anywhere; “（A牵头，B配合）”, “（A、B负责）” and “（A、B）” only where a sentence ends."""
    content = HALF_STOP.sub("。", re.sub(r"\s", "", text[start + 1 : end - 1])).rstrip("。")
    if LABELLED.match(content):
        return True
    if not re.match(r"\s*(?:[。；;.]|$|\n)", text[end : end + 9]) and not re.search(
        r"[。；;，,.]\s*$", text[:start][-9:]
    ):
        return False
    parts = re.split(r"[，,；;。]", content)
    if any(pattern.search(part) for part in parts if not REMARK.search(part) for pattern, _ in TAILS):
        return True
    told = [part for part in parts if part and not REMARK.search(part) and not WHEN.match(part)]
    are_units = bool(told) and all(map(is_unit, told))
    return are_units and (bare or (not text[end:].strip("。；; \n") and re.search(r"[、，,]|^各", content) is not None))
