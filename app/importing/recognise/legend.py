"""What the marks of a document stand for: ★为牵头单位, and the names in a list that bear one."""

import re
from collections.abc import Mapping
from typing import Final

from app.importing.recognise.drafts import Named
from app.importing.recognise.printed_roles import kind_of
from app.tasks.kinds import PrintedRole

Legend = Mapping[str, PrintedRole]
MARKS: Final = "√✓✔☑●○◎★☆▲△■□◆◇⊙※*＊#＃"
ROLE: Final = "牵头|主办|主责|主要责任|配合|协办|协助|参与|参加|协同|责任|负责|承办"
MARK_FIRST: Final = re.compile(rf"[“\"（(]?([{MARKS}])[”\"）)]?\s*[^，。；、{MARKS}]{{0,6}}?({ROLE})")
ROLE_FIRST: Final = re.compile(rf"({ROLE})(?:单位|部门|科室|处室)?[^，。；、{MARKS}]{{0,6}}?[“\"（(]?([{MARKS}])")
BORNE: Final = re.compile(rf"([{MARKS}])\s*(?P<behind>[^{MARKS}]+)|(?P<before>[^{MARKS}]+?)\s*[（(]?([{MARKS}])[）)]?")


def legend_of(text: str) -> Legend:
    """“★为牵头单位，○为配合单位”, “牵头单位用●表示”."""
    found: dict[str, PrintedRole] = {}
    for mark, role in [*MARK_FIRST.findall(text), *((mark, role) for role, mark in ROLE_FIRST.findall(text))]:
        if isinstance(kind := kind_of(f"{role}单位"), PrintedRole):
            found.setdefault(mark, kind)
    return found


def as_marked(named: Named, legend: Legend) -> Named:
    """A unit with a mark of the legend before or behind its name has the role that the mark stands for."""
    borne = BORNE.fullmatch(named.name)
    role = legend.get(borne[1] or borne[4]) if borne else None
    return Named((borne["behind"] or borne["before"]).strip(), role) if borne and role else named
