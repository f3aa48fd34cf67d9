"""What a document says of all its tasks: that the first unit named leads, and what the others do."""

import re
from typing import Final

# A place in a list: 排名第一位, 列在首位, 首个, 打头, 靠前.
PLACE: Final = (
    r"(?:(?:第[一1](?:顺|序)?|首)[位个名家列]|首(?=单位|部门)|首要(?=单位|责任)"
    r"|第一(?:顺序)?(?=单位|部门|为|是)|[头前]一[个家位]|先列|前者|打头"
    r"|(?:[排位名]列?|列|排[名序位]|顺序)(?:在|于|居|为)?(?:第[一1]|首|最?前面?|在?先|最?靠前)(?![\d一二三四五十])"
    r"|[居为]首(?=[的者]|单位|部门)|[在居靠最]前面?(?=[的者]|单位|部门))"
)
FIRST_ANSWERS: Final = r"第一责任(?=单位|部门|科室|处室)"  # not 第一责任人
BODY: Final = r"(?:单位|部门|科室|处室|股室|机构)"
LEAD: Final = r"(?:牵头|主办|主责|主要责任(?=单位|部门))"
LEADING: Final = re.compile(LEAD)
OF_IT: Final = r"(?:[的者之任总其]|，(?<=[的者]，)|责任|主要|默认|任务|事项|工作|[该本此各每]项|“|”)"
STANDS: Final = r"(?:[均都应为是系即排列位居放写置在于]|一律|名列|排[名列])"
IS: Final = r"(?:[为是系即]|就是|均为|都是|则为|应为|作为|视为|担任|确定为|明确为)"
# 第一位的单位为牵头单位, 首位单位牵头; but not 第一位，牵头单位要…, nor 排名第一的牵头单位.
FIRST_LEADS: Final = re.compile(
    rf"(?:{PLACE}|{FIRST_ANSWERS})(?:{OF_IT}|{BODY}|名称|[（(]{BODY}[）)])*"
    rf"(?:{IS}{OF_IT}*{LEAD}|(?:负责?|承担|履行|[均即就都]|应)*{LEAD}(?!{BODY}))"
    rf"|{LEAD}{BODY}?(?:名称)?{STANDS}+(?:{PLACE}|[居排列]首|第[一1](?!责任|季|时间|[轮批步期]))"
    rf"|{LEAD}{BODY}(?:均?居首|(?:[均都排列位写放在]|一律)+最?前面?(?![列期沿头提]))|(?<=[（(])牵头在前"
)
OF_SEVERAL: Final = re.compile(rf"(?:[多几数]个|多家|两[个家]?(?:及|或)?以上)[^。；;]{{0,20}}(?:{FIRST_LEADS.pattern})")
OTHERS_HELP: Final = re.compile(r"(?:其余|其他|其它)(?!各项)[^。；;，]{0,8}(?:配合|协办|协助)(?:单位|部门|科室)")
ALONE_LEADS: Final = re.compile(
    r"(?:无|没有|未明确|未列)牵头(?:单位|部门)的?[，,]?(?:(?!第一|首位)[^。；]){0,12}责任(?:单位|部门)[^。；]{0,4}(?:即为|就是|为|作为)牵头"
)
# In a list of units: …，涉及多个部门的，列第一位的为牵头部门，其他按职责分工落实，下同
REMARK: Final = re.compile(
    r"(?:^|[，,；;。])(?:(?:以上|上述|涉及|[两多几]个|同一|责任(?:单位|部门)[一为])[^，,；;。、]*[，,])?"
    rf"[^，,；;。、（(]*?(?:{FIRST_LEADS.pattern})[^；;。]*"
)


def units_lead_alone(text: str) -> bool:
    """The document says that where no lead is printed the responsible units are it."""
    return ALONE_LEADS.search(text.replace("\n", "")) is not None


def first_unit_leads(text: str) -> bool:
    """The document itself says that the first unit named leads, in one of the sentences that speak of leading."""
    sentences = re.split("[。；;]", text.replace("\n", ""))
    return any(FIRST_LEADS.search(sentence) for sentence in sentences if LEADING.search(sentence))


def first_of_several_leads(text: str) -> bool:
    """The rule of the first unit is for items of several units: one alone answers for its own."""
    return OF_SEVERAL.search(text) is not None


def others_help(text: str) -> bool:
    """The document says that those behind the first unit are its supporters."""
    return OTHERS_HELP.search(text.replace("\n", "")) is not None


def without_rule(text: str) -> str:
    """A list of units without what it says of all such lists."""
    return REMARK.sub("", text) if first_unit_leads(text) else text
