"""Names in a list: departments, groups of them, persons."""

import re
from typing import Final

from app.importing.recognise.lines import split_outside_brackets

NONE: Final = frozenset({"", "无", "—", "-", "/", "－", "——", "暂无", "／", "\\", "--"})
AND_OTHERS: Final = re.compile(
    r"等?(?:其他)?(?:有关|相关)(?:职能)?(?:部门|单位|科室)(?:和单位|、单位|及单位)?$|等(?:各?部门|各?单位|[一二三四五六七八九十\d]+(?:个)?(?:部门|单位))?$"
)
GROUP: Final = re.compile(r"^(?:各|全|市直|区直|县直|省直|州直|其他|其它)")
BODIES: Final = "局|委|委员会|办|办公室|部|厅|会|院|处|科室|中心|公司|政府|党委|集团|街道|大队|支队|学校|银行|人大|政协"
COMPLETE: Final = re.compile(rf"(?:{BODIES})(?:[（(〔<][^（）()〔〕]*[）)〕>])?$(?<!社会)")
UNIT: Final = re.compile(
    rf"(?:{BODIES}|部门|单位|[县市区镇乡村站所队系馆社厂店团科室股组司行校台庭]|社区|园区|妇联|残联|文联|侨联|工商联|成员|牵头人)$|^各|[委办]$"
)
SENTENCE: Final = re.compile(r"[为是的列均须应将被了]|(?:以下|以上|不再|含|包括|试行|见附件)")
AND: Final = re.compile(r"以及|及|和|与")
GOES_ON: Final = re.compile(r"^(?:员会|公室|公司|府|和|及|与|[局委办部厅会院处科室队所站]$)")
POST: Final = re.compile(
    r"^(?:党组成员|党委委员|党组书记|常务|副?(?:院长|校长|书记|主席|主任|局长|处长|部长|市长|区长|县长|秘书长|调研员|总经理|经理|科长|主委|会长|馆长|所长|站长|镇长|乡长)|[、,])+"
)
TITLE_BEHIND: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:同志|(?:常务)?副?(?:院长|校长|书记|主席|主任|局长|处长|部长|市长|区长|县长|秘书长|调研员|总经理|经理|科长))$"
)


def is_unit(text: str) -> bool:
    """Whether a text is nothing but names of departments or of groups of them."""
    found = names(text)
    return bool(found) and all(map(_is_unit, found))


def _is_unit(name: str) -> bool:
    plain = re.sub(r"[（(〔<].*?[）)〕>]", "", name)
    return 2 <= len(plain) <= 26 and UNIT.search(plain) is not None and SENTENCE.search(plain) is None


def names(text: str) -> list[str]:
    """Units in a list. A blank parts them only where nothing else does: elsewhere it comes from a wrapped line."""
    text = joined(text.strip().rstrip("。."))
    separators = "、，,；;/"
    if not re.search(r"[、，,；;]", text):
        separators += " \u3000\xa0"
    found: list[str] = []
    for part in split_outside_brackets(text, separators):
        found.extend(_pairs(re.sub(r"\s", "", part)))
    return [name for name in (AND_OTHERS.sub("", name).strip("。.：:、") for name in found) if name not in NONE]


def joined(text: str) -> str:
    """Lines of a list in one: what one line ends with and the next begins with may be two names or one cut name."""
    first, *rest = [line.strip() for line in text.split("\n")]
    for line in rest:
        left, right = re.split(r"[、，,；;]", first)[-1], re.split(r"[、，,；;]", line)[0]
        first += "、" * _are_two(left, right) + line
    return first


def _are_two(left: str, right: str) -> bool:
    if not left or not right or GOES_ON.match(right):
        return False
    return (COMPLETE.search(left) is not None and _is_unit(right)) or (
        _is_unit(left) and GROUP.match(right) is not None
    )


def _pairs(name: str) -> list[str]:
    """Parts “A和B” where A is a complete name; 和 inside a name (发展和改革局) stays."""
    for match in AND.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        if left.count("（") != left.count("）") or len(left) < 2 or len(right) < 2:
            continue
        if COMPLETE.search(left) and (COMPLETE.search(right) or GROUP.match(right)):
            return [left, *_pairs(right)]
    return [name]


def people(text: str) -> tuple[str, ...]:
    """Persons without their posts; “俞 悦” is one name, “张三 李四” are two."""
    found: list[str] = []
    for part in split_outside_brackets(text, "、，,；;\n"):
        pieces = part.split()
        found.extend(pieces if all(len(piece) > 1 for piece in pieces) else _spaced(pieces))
    cleaned = (_person(name) for name in found)
    return tuple(dict.fromkeys(name for name in cleaned if name not in NONE))


def _spaced(pieces: list[str]) -> list[str]:
    """Single characters are the two halves of a short name, spread to the width of three: “俞 悦”."""
    found: list[str] = []
    half = ""
    for piece in pieces:
        if half:
            found.append(half + piece)
            half = ""
        elif len(piece) == 1:
            half = piece
        else:
            found.append(piece)
    return [*found, half] if half else found


def _person(name: str) -> str:
    plain = re.sub(r"[（(].*?[）)]$", "", name).strip("。：:")
    return TITLE_BEHIND.sub("", POST.sub("", plain)) or plain
