"""Who answers for a task: names and printed roles out of columns, brackets, label lines and bare lists."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from app.importing.recognise.drafts import Clause, Named
from app.importing.recognise.lines import brackets, split_outside_brackets, unwrap
from app.tasks.kinds import PrintedRole

LEAD, SUPPORT, RESPONSIBLE = PrintedRole.LEAD, PrintedRole.SUPPORT, PrintedRole.RESPONSIBLE
RANK: Final = {LEAD: 3, RESPONSIBLE: 2, SUPPORT: 1}


class Person(StrEnum):
    """Columns and labels that hold no department."""

    LEADER = "leader"
    DEADLINE = "deadline"


BODY_WORDS: Final = r"单位|部门|科室|处室|部室|股室|主体|机构|委室|站所"
KINDS: Final[tuple[tuple[re.Pattern[str], PrintedRole | Person], ...]] = (
    (re.compile(r"领导$|责任人员?$|负责人$|责任领导"), Person.LEADER),
    (re.compile(r"时限|时间|期限|日期|时间节点"), Person.DEADLINE),
    (re.compile(r"配合|协办|协同|协作|协助|参与|参加"), SUPPORT),
    (re.compile(r"牵头|主办|主要责任|主责"), LEAD),
    (
        re.compile(rf"(?:责任|负责|承办|落实|实施|完成|承担|执行).*(?:{BODY_WORDS})|^责任$|^分工$|^(?:{BODY_WORDS})$"),
        RESPONSIBLE,
    ),
)
LABEL: Final = (
    rf"[\u4e00-\u9fff]{{0,8}}?(?:(?:责任|牵头|主办|配合|协办|协同|协作|参与|参加|承办|落实|实施|完成|主责)[\u4e00-\u9fff]{{0,6}}?(?:{BODY_WORDS})"
    r"|(?:分管|牵头|责任|包保|联系)[\u4e00-\u9fff]{0,3}领导|责任人|(?:完成|办结|整改|办理|落实)(?:时限|时间|期限)|时限|牵头|配合|责任)"
)
LABELLED: Final = re.compile(rf"(?:^|(?<=[；;，,。\s]))({LABEL})\s*[：:]")
LABEL_LINE: Final = re.compile(rf"(?:^|(?<=[。；;\n]))[ \t]*(?:{LABEL})[ \t]*[：:](?:[^。\n]|(?<=[、，])\n)+。?")
TAILS: Final = (
    (re.compile(r"(?:牵头(?:负责|组织实施|组织|落实|抓总)?|主办)$"), LEAD),
    (re.compile(r"(?:等)?(?:积极|协同)?(?:配合|参与|参加|协助|协同|协办)(?:落实|实施|做好)?$"), SUPPORT),
    (
        re.compile(r"(?:等)?(?:[按依]照?(?:各自)?职[责能](?:分工)?|分别|共同|具体|分工)*(?:负责|落实)(?:落实)?$"),
        RESPONSIBLE,
    ),
)
WHEN: Final = re.compile(
    r"^(?:[\d年月日\s]+|今?年|[上下]半年|长期|持续|常年|\d{4})[^、]*(?:前|底|完成|推进|坚持|内|日|末)[^、]*$"
)
NONE: Final = frozenset({"", "无", "—", "-", "/", "－", "——", "暂无", "／"})
AND_OTHERS: Final = re.compile(r"等?(?:其他)?(?:有关|相关)(?:部门|单位)(?:和单位|、单位)?$|等(?:各?部门|各?单位)?$")
BODIES: Final = "局|委|委员会|办|办公室|部|厅|会|院|处|科室|中心|公司|政府|党委|集团|街道|大队|支队|学校|银行|人大|政协"
COMPLETE: Final = re.compile(rf"(?:{BODIES})$")
UNIT: Final = re.compile(
    rf"(?:{BODIES}|部门|单位|[县市区镇村站所队系馆社厂店团科室股组司行校]|社区|园区|妇联|成员)$|^各"
)
AND: Final = re.compile(r"以及|及|和|与")
FIRST_LEADS: Final = re.compile(r"(?:第一位|首位|第一个|第一责任|列在?前面|排名第一)[^。；;]{0,14}(?:牵头|主办)")
POST: Final = re.compile(
    r"^(?:党组成员|党委委员|常务|副?(?:院长|校长|书记|主席|主任|局长|处长|部长|市长|区长|县长|秘书长|调研员|总经理|经理)|[、,])+"
)


def kind_of(label: str) -> PrintedRole | Person | None:
    """What a column or a label holds, by the words in it."""
    label = re.sub(r"\s|[（(].*?[）)]", "", label)
    return next((kind for pattern, kind in KINDS if pattern.search(label)), None)


def first_unit_leads(text: str) -> bool:
    """The document itself says that the first unit named leads."""
    return FIRST_LEADS.search(text) is not None


def is_unit(text: str) -> bool:
    """Whether a text is nothing but names of departments or of groups of them."""
    found = names(text)
    return bool(found) and all(len(name) <= 24 and UNIT.search(re.sub(r"[（(〔<].*$", "", name)) for name in found)


def names(text: str) -> list[str]:
    """Units in a list. A blank parts them only where nothing else does: elsewhere it comes from a wrapped line."""
    separators = "、，,；;\n"
    if not re.search(r"[、，,；;]", text):
        separators += " \u3000\xa0"
    found: list[str] = []
    for part in split_outside_brackets(text.strip().rstrip("。."), separators):
        found.extend(_pairs(re.sub(r"\s", "", part)))
    return [name for name in (AND_OTHERS.sub("", name).strip("。.：:") for name in found) if name not in NONE]


def _pairs(name: str) -> list[str]:
    """Parts “A和B” where A is a complete name; 和 inside a name (发展和改革局) stays."""
    for match in AND.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        if len(left) >= 2 and len(right) >= 2 and COMPLETE.search(left) and COMPLETE.search(right):
            return [left, *_pairs(right)]
    return [name]


def people(text: str) -> tuple[str, ...]:
    """Persons without their posts; “俞 悦” is one name, “张三 李四” are two."""
    found: list[str] = []
    for part in split_outside_brackets(text, "、，,；;\n"):
        pieces = part.split()
        found.extend(pieces if all(len(piece) > 1 for piece in pieces) else ["".join(pieces)])
    cleaned = (POST.sub("", re.sub(r"[（(].*?[）)]$", "", name)).strip("。：:") or name for name in found)
    return tuple(dict.fromkeys(name for name in cleaned if name not in NONE))


def units(text: str, role: PrintedRole) -> Clause:
    """A list under a label or a column, where single parts may still say “X牵头” or “6月底完成”."""
    text = text.strip().rstrip("。.")
    found: list[Named] = []
    waiting: list[str] = []
    when: str | None = None
    for part in split_outside_brackets(text, "，,；;"):
        tail = next(((pattern, kind) for pattern, kind in TAILS if pattern.search(part)), None)
        if WHEN.match(part):
            when = part
        elif tail:
            words = "，".join([*waiting, tail[0].sub("", part)])
            found.extend(Named(name, tail[1]) for name in names(words))
            waiting = []
        else:
            waiting.append(part)
    rest = text if not found and when is None else "，".join(waiting)
    found.extend(Named(name, role) for name in names(rest))
    return Clause(merged(found), (), when)


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
    )


def under(kind: PrintedRole | Person, text: str) -> Clause:
    """What a column or label of this kind says."""
    if kind is Person.LEADER:
        return Clause(leaders=people(text))
    if kind is Person.DEADLINE:
        return Clause(deadline_words=unwrap(text).strip().rstrip("。") or None)
    assert isinstance(kind, PrintedRole)
    return units(text, kind)


def parse(content: str) -> Clause:
    """The inside of a bracket or a label line."""
    labels = list(LABELLED.finditer(content))
    parts: list[Clause] = []
    if before := content[: labels[0].start() if labels else len(content)].strip("；;，, \n"):
        parts.append(units(unwrap(before), RESPONSIBLE))
    for index, match in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(content)
        if kind := kind_of(match[1]):
            parts.append(under(kind, unwrap(content[match.end() : end].strip("；;，, \n"))))
    return combined(parts)


def clauses(text: str) -> list[tuple[int, int, Clause]]:
    """Every responsibility clause in an item, with its place."""
    found: list[tuple[int, int, Clause]] = []
    masked, position = "", 0
    for start, end in brackets(text):
        masked += text[position:start] + "\x00" * (end - start)
        position = end
        if _is_clause(text, start, end):
            found.append((start, end, parse(text[start + 1 : end - 1])))
    for match in LABEL_LINE.finditer(masked + text[position:]):
        found.append((match.start(), match.end(), parse(text[match.start() : match.end()].strip().rstrip("。"))))
    return sorted((clause for clause in found if clause[2]), key=lambda clause: clause[0])


def _is_clause(text: str, start: int, end: int) -> bool:
    """A labelled bracket anywhere; “（A牵头，B配合）” and “（A、B负责）” only where a sentence ends."""
    content = re.sub(r"\s", "", text[start + 1 : end - 1]).rstrip("。")
    if LABELLED.match(content):
        return True
    if not re.match(r"\s*(?:[。；;]|$)", text[end : end + 9]) and not re.search(r"[。；;]\s*$", text[:start][-9:]):
        return False
    return any(pattern.search(part) for part in re.split(r"[，,；;]", content) for pattern, _ in TAILS)
