"""What a document says of all its tasks: that the first unit named leads, and what the others do."""

import re
from typing import Final

FIRST_LEADS: Final = re.compile(
    r"(?:第一位|首位|第一个|第一责任|列在?前面|排名第一|排第一|排在第一)[^。；;]{0,14}(?:牵头|主办|主责)"
)
OF_SEVERAL: Final = re.compile(rf"(?:[多几]个|多家|两[个家](?:及|或)?以上)[^。；;]{{0,20}}{FIRST_LEADS.pattern}")
OTHERS_HELP: Final = re.compile(r"(?:其余|其他|其它)(?!各项)[^。；;，]{0,8}(?:配合|协办|协助)(?:单位|部门|科室)")
ALONE_LEADS: Final = re.compile(
    r"(?:无|没有|未明确|未列)牵头(?:单位|部门)的?[，,]?(?:(?!第一|首位)[^。；]){0,12}责任(?:单位|部门)[^。；]{0,4}(?:即为|就是|为|作为)牵头"
)


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
