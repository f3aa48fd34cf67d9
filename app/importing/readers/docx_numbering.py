"""Automatic numbers: Word keeps them outside the text, so each list is counted here as Word would."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from app.importing.readers.archive import Package
from app.importing.readers.docx_labels import printed
from app.importing.readers.docx_xml import attribute, child, is_on, kind, number, value

LEVELS: Final = 9
MAX_START: Final = 100_000


@dataclass(frozen=True, slots=True)
class Level:
    """`restart`: the level (from 1) whose use lets this one begin again; 0 never."""

    text: str
    style: str = "decimal"
    start: int = 1
    restart: int | None = None
    is_legal: bool = False
    suffix: str = "tab"
    paragraph_style: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    based_on: str | None
    list_id: str | None
    level: int | None
    is_hidden: bool


@dataclass(slots=True)
class Kept:
    """A kind of list (abstractNum) and how far it has been counted."""

    levels: dict[int, Level]
    linked_style: str | None
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Used:
    """A list in the text (num): it goes on with its kind's count, or begins where it says."""

    kept: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    def __init__(self, package: Package, main: str) -> None:
        self._kept: dict[str, Kept] = {}
        self._used: dict[str, Used] = {}
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        parts = {kind: path for kind, path in package.relations(main).values() if package.has(path)}
        if "styles" in parts:
            self._read_styles(package, parts["styles"])
        if "numbering" in parts:
            self._read_lists(package, parts["numbering"])

    def label(self, paragraph: etree._Element) -> str:
        """What Word prints in front of the paragraph; counts on."""
        place = self._place(paragraph)
        used = self._used.get(place[0]) if place else None
        kept = self._kind_of(used)
        if place is None or used is None or kept is None:
            return ""
        depth = place[1]
        levels = {**kept.levels, **used.levels}
        level = levels.get(depth)
        if level is None:
            return ""
        if depth in used.starts:
            kept.counts[depth] = used.starts.pop(depth)
        else:
            kept.counts[depth] = kept.counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in kept.counts if other > depth]:
            after = levels[deeper].restart if deeper in levels else None
            if after is None or depth < after:
                del kept.counts[deeper]
        return _printed(level, levels, kept.counts)

    def style_name(self, paragraph: etree._Element) -> str:
        style = self._styles.get(value(child(paragraph, "pPr", "pStyle")) or "")
        return style.name if style else ""

    def is_hidden(self, run: etree._Element) -> bool:
        own = child(run, "rPr", "vanish")
        if own is not None:
            return is_on(own)
        style = self._styles.get(value(child(run, "rPr", "rStyle")) or "")
        return style is not None and style.is_hidden

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """List and level: the paragraph's own, else its style's or that of the style this is based on."""
        own = child(paragraph, "pPr", "numPr")
        list_id, depth = value(child(own, "numId")), number(child(own, "ilvl"))
        style_id = value(child(paragraph, "pPr", "pStyle")) or self._default
        seen: set[str] = set()
        while list_id is None and style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            if style.list_id is not None:
                list_id = style.list_id
                depth = self._level_of(list_id, style_id, style) if depth is None else depth
            style_id = style.based_on
        return None if list_id in (None, "0") else (str(list_id), min(depth or 0, LEVELS - 1))

    def _level_of(self, list_id: str, style_id: str, style: Style) -> int:
        """A style says its level itself, or the list names the style at one of its levels."""
        kept = self._kind_of(self._used.get(list_id))
        named = (depth for depth, level in kept.levels.items() if level.paragraph_style == style_id) if kept else ()
        return next(iter(named), style.level or 0)

    def _kind_of(self, used: Used | None) -> Kept | None:
        """Follows a list that only points to the list of a style."""
        for _ in range(5):
            kept = self._kept.get(used.kept) if used else None
            if kept is None or kept.levels or kept.linked_style is None:
                return kept
            style = self._styles.get(kept.linked_style)
            used = self._used.get(style.list_id or "") if style else None
        return None

    def _read_lists(self, package: Package, path: str) -> None:
        for _, element in package.walk(path, "abstractNum", "num", events=("end",)):
            if kind(element) == "abstractNum":
                levels = dict(_level(lvl) for lvl in element if kind(lvl) == "lvl")
                linked = value(child(element, "numStyleLink"))
                self._kept[attribute(element, "abstractNumId") or ""] = Kept(levels, linked)
            else:
                self._used[attribute(element, "numId") or ""] = _used(element)
            element.clear()

    def _read_styles(self, package: Package, path: str) -> None:
        for _, element in package.walk(path, "style", events=("end",)):
            style_id = attribute(element, "styleId") or ""
            numbered = child(element, "pPr", "numPr")
            self._styles[style_id] = Style(
                name=value(child(element, "name")) or "",
                based_on=value(child(element, "basedOn")),
                list_id=value(child(numbered, "numId")),
                level=number(child(numbered, "ilvl")),
                is_hidden=is_on(child(element, "rPr", "vanish")),
            )
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
                self._default = style_id
            element.clear()


def _used(element: etree._Element) -> Used:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in (inner for inner in element if kind(inner) == "lvlOverride"):
        written = attribute(override, "ilvl") or "0"
        depth = int(written) if written.isascii() and written.isdigit() and len(written) == 1 else 0
        start = number(child(override, "startOverride"), MAX_START)
        if start is not None:
            starts[depth] = start
        if (own := child(override, "lvl")) is not None:
            levels[depth] = _level(own)[1]
    return Used(value(child(element, "abstractNumId")) or "", starts, levels)


def _level(element: etree._Element) -> tuple[int, Level]:
    written = attribute(element, "ilvl") or "0"
    start = number(child(element, "start"), MAX_START)
    return int(written) if written.isascii() and written.isdigit() and len(written) == 1 else 0, Level(
        text=value(child(element, "lvlText")) or "",
        style=value(child(element, "numFmt")) or "decimal",
        start=0 if start is None else start,
        restart=number(child(element, "lvlRestart")),
        is_legal=is_on(child(element, "isLgl")),
        suffix=value(child(element, "suff")) or "tab",
        paragraph_style=value(child(element, "pStyle")),
    )


def _printed(level: Level, levels: Mapping[int, Level], counts: dict[int, int]) -> str:
    """%1 … %9 stand for the counts of the levels; a bullet is a drawing, not a number."""
    if level.style == "bullet":
        return ""

    def count(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth)
        if other is None:
            return ""
        counts.setdefault(depth, other.start)
        return printed("decimal" if level.is_legal and other.style != "none" else other.style, counts[depth])

    label = re.sub(r"%([1-9])", count, level.text)
    return f"{label} " if label[-1:].isascii() and level.suffix != "nothing" else label
