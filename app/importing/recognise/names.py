"""Names in a list: departments, groups of them, persons."""

import re
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final

from app.importing.recognise.lines import CLOSING, OPENING, split_outside_brackets
from app.importing.recognise.surnames import FAMILIES, FULL_LINES

NONE: Final = frozenset({"", "无", "—", "-", "/", "－", "——", "暂无", "／", "\\", "--", "根据需要", "视情况"})
AND_OTHERS: Final = re.compile(
    r"等(?:其他)?(?:国务院|[省市区县州])?(?:政府|直|级)?各?(?:有关|相关)?(?:职能)?(?:部门单位|部门|单位|科室)?(?:和单位|、单位|及单位)?$"
    r"|等[一二三四五六七八九十\d]+个?(?:部门|单位)$|(?:及|和|、)?其[他它](?:有关|相关)(?:部门|单位)$"
)
BY_DUTY: Final = re.compile(r"[（(](?:按照?)?(?:各自)?职责(?:分工)?(?:负责)?[）)]$")
SHORT: Final = re.compile(r"(?:工会|团委|妇联|科协|残联|党办|纪委|纪检监察室|人武部)$")
COUNT: Final = re.compile(r"[（(]共?\s*\d+\s*[项件条个]\s*[）)]$")
GROUP: Final = re.compile(r"^(?:各|全|市直|区直|县直|省直|州直|其他|其它)")
BODIES: Final = (
    "局|委|委员会|办|办公室|部|厅|会|院|处|科室|中心|公司|政府|党委|集团|街道|大队|支队|学校|银行|人大|派出所"
    "|[妇残文侨台青商科]联|[政科作记消律体]协"
)
COMPLETE: Final = re.compile(rf"(?:{BODIES}|海关|[支分]行|党校)(?:[（(〔<][^（）()〔〕]*[）)〕>])?$(?<!社会)")
MANY: Final = re.compile(r"(?:各|有关|相关)[\u4e00-\u9fff]{0,4}(?:部门|单位|[市区县镇乡旗]|街道|政府)$")
WHOLE: Final = re.compile(rf"{COMPLETE.pattern}|[\u4e00-\u9fff]{{2}}[科处股室队站所]$")
BEFORE_GROUP: Final = re.compile(rf"{WHOLE.pattern}|{MANY.pattern}")
UNIT: Final = re.compile(
    rf"(?:{BODIES}|部门|单位|(?<!城)乡|[县市区镇村站所队系馆社厂店团科室股组司行校台庭]|社区|园区|园|大学|中学|小学|海关|署|矿|车间|支部|机关|企业|基地|组织|专班|小组|平台|商会|联盟|农场|林场|报社|成员|牵头人|班主任|辅导员|任课教师|全体教师|网格员)$|^各|[委办]$"
)
SENTENCE: Final = re.compile(
    r"^(?:新增|新建(?![区镇县街乡村])|改建|扩建|培育|引进|打造|建成|完成|开展|加强|健全|完善)|[是的均须被了\d]|覆盖|达到|消除|为(?!民)|(?<!陈)列(?!车)|(?<![供响感反适])应(?!急|用)|将(?!乐|军)|设在|挂靠|简称|以下|以上(?!市)|不再|含|包括|试行|见附件|社会$"
)
HOTLINE: Final = re.compile(r"1(?:2345|2315|10|19|20)(?!\d)")
BARE_LEVELS: Final = re.compile(r"[省市州区县镇乡旗]{1,3}$")
LEVELS: Final = re.compile(r"[省市州区县镇乡](?!级)")
AND: Final = re.compile(r"以及|及|和|与")
LEVEL: Final = re.compile(
    r"(?:(?:各(?:有关|相关)?|有关|相关)[省市州区县乡镇旗盟](?:[（(][省市州区县乡镇旗盟][）)])?(?:、(?:自治[区县州旗]|[特林]区|直辖市|[市州区县乡镇旗盟]))*|[^、]{0,4}各[市州区县乡镇])"
)
LEVEL_TOO: Final = re.compile(
    r"(?:自治[区县州旗]|[特林]区)(?:$|(?=[（(人民政党委]))|直辖市|县级市$"
    r"|[市州区县旗镇乡]{1,3}(?:\b|[（(、街]|党委|人民政府(?!办)|政府(?!办)|委(?=$|[、和及]))"
)
WITH: Final = re.compile(
    r"等(?:有关|相关)?(?:部门|单位)?(?:和|以及|及|与)(?!单位)(?=各|[\u4e00-\u9fff]{2})|会同|(?<=[局委办部厅处院会])商(?=[市县区省])|(?:(?<=[局办部厅处院])|(?<=改委)|(?<=革委))会(?=[市县区省州])"
    r"|(?<=[\u4e00-\u9fff][处科股])会(?=[\u4e00-\u9fff]{2,8}[处科股室办]$)"
)
OFFICE_OF: Final = re.compile(
    r"(?:[市县区省州镇乡]政府|[市县区省州]委)\n(?:办公室|党校)$|[市县区省州镇乡级层]\n人民(?:法院|检察院|政府)$"
)
PEERS: Final = re.compile(
    rf"(?<=[局委办部院会])[ \u3000]+(?=[省市州区县镇乡旗][\u4e00-\u9fff]{{2,10}}(?:{BODIES})(?:$|[、，,；; \u3000]))"
)
DOES: Final = re.compile(r"(?:牵头|主办|负责|落实|配合|协办|协助|参与|参加)+$")
GENERIC: Final = re.compile(r"^(?:人民)?政府$|^党委$|^管委会$|^单位$|^部门$|^人大$|^政协$")
GOES_ON: Final = re.compile(r"^(?:[（(]|会保障[局厅]|员会|公室|公司|府|和|及|与|[局委办部厅会院处科室队所站]$)")
POSTS: Final = (
    "书记|主席|主任|局长|处长|部长|市长|区长|县长|镇长|乡长|秘书长|院长|校长|总?经理|科长|所长|馆长|站长|会长|厂长|矿长|队长|董事长|党委|党组"
    "|常委|委员|主委|调研员|巡视员|总(?:工程|会计|经济|农艺|畜牧|统计)师|专员|厅长|行长|团长|股长|组长|主管|成员|主编|庭长|检察长|科员|干事|专干|副处|正科|政委|园长|台长|社长|司长|总监|理事长|教导员"
)
POST: Final = re.compile(rf"^(?:[\u4e00-\u9fff]{{0,10}}?(?:{POSTS})[、，]?)+(?=[\u4e00-\u9fff]{{2,4}}$)")
OFFICE: Final = (
    r"(?:(?:市|县|区|党|委|纪|组|常务|常委会|副|总|支|大|中|[一二三四]级|高级|第一|专职|政府|分管|工会|行政|院|校|厂|公司|集团|办公室|支部|总支|人大|政协)*"
    rf"(?:{POSTS})+|[\u4e00-\u9fff]{{2,12}}[委局办厅部院会处科府组](?:党组|党委|常务|副)*(?:{POSTS})+)"
)
ONLY_POST: Final = re.compile(rf"^{OFFICE}$")
POST_BEFORE: Final = re.compile(rf"^(?:{OFFICE}|[\u4e00-\u9fff]{{2,8}}(?:{POSTS}))(?=[\u4e00-\u9fff]$)")
TITLE_BEHIND: Final = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})(?:同志|(?:常务)?副?(?:{POSTS}))$")
PHONE: Final = re.compile(r"(?<=[\s：:])\d[\d\-]{6,}")
PERSON_LABEL: Final = re.compile(
    r"(?:^|(?<=[\n；;，,、]))(?!联[系络]|经办|填|审|电话|[报抄]|手机)[\u4e00-\u9fff]{2,12}[：:]\s*(?=[\u4e00-\u9fff])"
)
HAN: Final = r"[\u4e00-\u9fff]"
# 邵 珊柴 启 明 are two persons, the second drawn apart in three; in 龚 正平 柏 青 the 柏 begins a name.
OF_THREE: Final = rf"{HAN} (?![{FAMILIES}]){HAN} {HAN}"
TOUCHING: Final = rf"(?<={HAN}){OF_THREE}(?! {HAN})|{OF_THREE}(?={HAN})"
SPREAD: Final = rf"{TOUCHING}|{HAN} {HAN}|{HAN}{{3}}"
RUN_TOGETHER: Final = re.compile(rf"(?:(?:{SPREAD}) ?){{2,}}")


def is_group(name: str) -> bool:
    return GROUP.match(name) is not None


def is_unit(text: str) -> bool:
    """Whether a text is nothing but names of departments or of groups of them."""
    found = names(text)
    return bool(found) and all(map(_is_unit, found))


@lru_cache(maxsize=4096)
def _is_unit(name: str) -> bool:
    plain = HOTLINE.sub("", re.sub(r"[（(〔<].*?[）)〕>]", "", name)).strip("*＊★☆▲△●#")
    return 2 <= len(plain) <= 26 and bool(UNIT.search(plain)) and not SENTENCE.search(plain)


def names(text: str) -> list[str]:
    """Units in a list. A blank parts them only where nothing else does: elsewhere it comes from a wrapped line."""
    text = joined(text.strip().rstrip("。."))
    separators = "、，,；;/|｜"
    if not re.search(r"[、，,；;]", text) and all(len(part) > 1 for part in text.split()):
        separators += " \u3000\xa0"
    if not re.search(rf"[{separators}]", text):
        text = "、".join(_run_on(text))
    parts: list[str] = []
    for part in split_outside_brackets(_parted(text), separators):
        plain = re.sub(r"\s", "", part)
        is_rest = LEVEL.fullmatch(AND.split(parts[-1])[-1]) and LEVEL_TOO.match(plain) if parts else False
        if is_rest or (parts and (_is_government_of(parts[-1], plain) or _is_rest_of_group(parts[-1], plain))):
            parts[-1] += f"、{plain}"
        else:
            parts.append(plain)
    parts = [COUNT.sub("", BY_DUTY.sub("", part)) for part in parts]
    found = [AND_OTHERS.sub("", name).strip("。.：:、") for part in parts for name in _pairs(WITH.sub("、", part))]
    return [name for name in found if name not in NONE]


def _parted(text: str) -> str:
    """区住建局 区民政局、区司法局: between two whole names of one level a blank parts them, whatever else does."""
    return PEERS.sub("、", text)


def _is_government_of(party: str, name: str) -> bool:
    """某区党委、政府 is the one unit it is printed as: 政府 alone names nobody."""
    return name in ("政府", "人民政府") and party.endswith(("党委", "县委", "区委", "市委", "省委", "州委"))


def _is_rest_of_group(group: str, name: str) -> bool:
    """市直有关部门、单位 is the one group it is printed as: 单位 alone names nobody."""
    return name == "单位" and group.endswith(("有关部门", "相关部门", "各部门")) and "、" not in group


def _run_on(text: str) -> list[str]:
    """Names that stand together without any mark: parted where peers meet, never a body from its own division."""
    parts = re.split(
        r"(?<=[\u4e00-\u9fff]局)(?=[\u4e00-\u9fff]{2})(?![和及与以]|商[市县区省])|(?<=[局委办队司])(?=各(?!成员))", text
    )
    are_peers = len(parts) > 2 or (len(parts) == 2 and re.search(r"(?<!分)局$|^各", parts[1]))
    return parts if are_peers and all(map(_is_unit, parts)) else [text]


def joined(text: str) -> str:
    """Lines of a list in one: what one line ends with and the next begins with may be two names or one cut name."""
    first, *rest = [line.strip() for line in text.split("\n") if line.strip()] or [""]
    are_names = all(_is_unit(line) and len(line) > 2 and not GOES_ON.match(line) for line in (first, *rest))
    for line in rest:
        left, right = re.split(r"[、，,；;]", first)[-1], DOES.sub("", re.split(r"[、，,；;]", line)[0])
        is_open = (
            sum(map(first.count, OPENING)) > sum(map(first.count, CLOSING))
            or BARE_LEVELS.match(left)
            or OFFICE_OF.search(f"{left}\n{right}")
        )
        first += "、" * (not is_open and len(left) > 1 and (are_names or _are_two(left, right))) + line
    return first


def _are_two(left: str, right: str) -> bool:
    if not left or not right or GOES_ON.match(right):
        return False
    if GROUP.match(right) or SHORT.match(right):
        return _is_unit(left)
    return COMPLETE.search(left) is not None and _is_unit(right)


def _pairs(name: str) -> list[str]:
    """Parts “A和B” where A is a complete name, or both begin alike (县农科所及县供销社) or end alike (检验科及放射科).

    发展和改革局 and 实验室与设备管理处 stay.
    """
    if "、" in name and not any(char in name for char in OPENING):
        first, _, rest = name.partition("、")
        if not LEVEL.fullmatch(AND.split(first)[-1]) and not GENERIC.match(rest):
            return [*_pairs(first), *_pairs(rest)]
    for match in AND.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        if any(left.count(mark) != left.count(other) for mark, other in zip(OPENING, CLOSING, strict=True)):
            continue
        if len(left) < 2 or len(right) < 2 or GENERIC.match(right):
            continue
        is_group = GROUP.match(right) is not None
        are_peers = LEVELS.match(left) and left[0] == right[0] and _is_unit(left) and _is_unit(right)
        are_alike = left[-1] == right[-1] and WHOLE.search(left)
        are_two = are_peers or ((are_alike or COMPLETE.search(left)) and WHOLE.search(right))
        if are_two or (is_group and BEFORE_GROUP.search(left)):
            return [left, *_pairs(right)]
    return [name]


def people(text: str) -> tuple[str, ...]:
    """Persons without their posts; “俞 悦” is one name, “张三 李四” are two, “陆 明俞 悦” ran together."""
    found: list[str] = []
    text = PERSON_LABEL.sub("", PHONE.sub("", text))
    for part in split_outside_brackets(_mended(text), "、，,；;/／\n"):
        pieces = [POST_BEFORE.sub("", piece) for piece in part.split() if not ONLY_POST.match(piece)]
        if len(pieces) == 1 and FULL_LINES.fullmatch(pieces[0]):
            pieces = [pieces[0][place : place + 3] for place in range(0, len(pieces[0]), 3)]
        found.extend(_spaced(pieces))
    cleaned = (_person(name) for name in found)
    return tuple(
        dict.fromkeys(
            name for name in cleaned if name not in NONE and not ONLY_POST.match(name) and not name.startswith("各")
        )
    )


def _mended(text: str) -> str:
    """A narrow cell breaks lines inside names: a single character at the end, or alone in the next, is half of one."""
    lines = text.split("\n")
    found = lines[0]
    for above, line in pairwise(lines):
        last, first = re.split("[、，,；;]", above)[-1].split(), re.split("[、，,；;]", line)[0].split()
        is_cut = _singles(last[::-1]) == 1 or _singles(first) == 1
        found += (" " if is_cut else "\n") + line
    return found


def _singles(pieces: list[str]) -> int:
    """How many pieces of one character begin the list."""
    return sum(1 for _ in takewhile(lambda piece: len(piece) == 1, pieces))


def _spaced(pieces: list[str]) -> list[str]:
    """Names of two characters are spread to the width of three; so a single character is half a name."""
    if all(len(piece) > 1 for piece in pieces):
        return pieces
    if RUN_TOGETHER.fullmatch(line := " ".join(pieces)):
        return [re.sub(r"\s", "", name) for name in re.findall(SPREAD, line)]
    run = "".join(pieces)
    if len(pieces[0]) == 1 and len(pieces[-1]) == 1 and len(run) % 2 == 0:
        return [run[place : place + 2] for place in range(0, len(run), 2)]
    if len(run) <= 3:
        return [run]
    first, *rest = pieces
    if len(first) == 1 and len(rest[0]) > 2:  # 闻 涛祝捷
        return [first + rest[0][0], *_spaced([rest[0][1:], *rest[1:]])]
    return ["".join([first, *rest[:1]]), *_spaced(rest[1:])] if len(first) == 1 else [first, *_spaced(rest)]


def _person(name: str) -> str:
    plain = re.sub(r"[（(].*?[）)]$", "", name).strip("。：:")
    return TITLE_BEHIND.sub("", POST.sub("", plain)) or plain
