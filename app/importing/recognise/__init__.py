"""From blocks to draft tasks: the layout finds the items, then dates, figures and doubts are read from them."""

import re
from dataclasses import replace
from typing import NamedTuple

from app.importing.blocks import Document
from app.importing.recognise import dates, head, indicators, recurrence
from app.importing.recognise.doubts import Series, doubts_of
from app.importing.recognise.drafts import (
    Clause,
    Deadline,
    Draft,
    Head,
    Indicator,
    Item,
    Layout,
    Named,
    Recognised,
    Recurring,
)
from app.importing.recognise.flattened import regroup
from app.importing.recognise.forms import laid_out
from app.importing.recognise.layouts import layout_of
from app.importing.recognise.legend import Legend, as_marked, legend_of
from app.importing.recognise.lines import full_width
from app.importing.recognise.names import is_group
from app.importing.recognise.shapes import straightened
from app.importing.recognise.traditional import as_printed, simplified
from app.importing.recognise.unfolded import unfolded
from app.importing.recognise.who_leads import first_of_several_leads, first_unit_leads, others_help, units_lead_alone
from app.importing.recognise.written import plainly
from app.tasks.kinds import PrintedRole

__all__ = ["Draft", "Head", "Recognised", "recognise"]


def recognise(document: Document) -> Recognised:
    """The tasks of a document; none when neither a ledger table nor numbered items with clauses are in it."""
    document, back = simplified(plainly(document))
    document = laid_out(straightened(regroup(unfolded(document))))
    layout = layout_of(document)
    found = head.recognise(document, layout)
    if layout is None:
        return Recognised(found, ())
    year = dates.plan_year(found.title, found.issued_on)
    if year.year is None:
        year = dates.plan_year(_year_of(found.doc_number) or _above(document, layout), None)
    of_columns = year if year.year else dates.plan_year(_within(document) or _named(document), None)
    rule = Rule(
        first_unit_leads(document.text),
        units_lead_alone(document.text),
        others_help(document.text),
        first_of_several_leads(document.text),
        legend_of(document.text),
    )
    series = Series()
    years = replace(year, since=found.issued_on), replace(of_columns, since=found.issued_on)
    drafts = (_draft(place, item, series, years, rule) for place, item in enumerate(layout.items, 1))
    recognised = Recognised(found, tuple(drafts))
    return as_printed(recognised, back) if back else recognised


class Rule(NamedTuple):
    """What the document says of the lead, away from the items: the first unit leads; units without a lead do.

    `others_help`: the units behind the first are its supporters. `several`: the rule is for several units only.
    `legend`: the marks that units may bear.
    """

    first: bool
    alone: bool
    others_help: bool
    several: bool
    legend: Legend


def _year_of(doc_number: str | None) -> str:
    """国发〔2020〕6号 was issued in 2020."""
    found = re.search(r"[〔\[［（(【]\s*((?:19|20)\d\d)", doc_number or "")
    return f"{found[1]}年" if found else ""


def _above(document: Document, layout: Layout) -> str:
    """The last words with a year above the body, where neither the title nor the signature has one."""
    years = re.findall(r"((?:19|20)\d\d)(?:\s*年|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))", document.text[: layout.start])
    return f"{years[-1]}年" if years else ""


def _within(document: Document) -> str:
    """The one year that the document's own months have; of several none is the plan's."""
    years = set(re.findall(r"((?:19|20)\d\d\s*年)\s*\d{1,2}\s*月", document.text))
    return years.pop() if len(years) == 1 else ""


def _named(document: Document) -> str:
    """The one year in the names of the sheets, else in the file's: a last resort where nothing inside has one."""
    parts = {block.part for block in document.blocks}
    for names in (" ".join(sorted(parts)), document.name):
        years = set(re.findall(r"(?<!\d)(20\d\d)年", names))
        if len(years) == 1:
            return f"{years.pop()}年"
    return ""


def _draft(place: int, item: Item, series: Series, years: tuple[dates.Plan, dates.Plan], rule: Rule) -> Draft:
    words = item.clause.deadline_words
    in_text, of_columns = years
    plain = full_width(item.text)
    read = item if plain == item.text else replace(item, text=plain)
    deadline = dates.of_column(words, of_columns) if words else _in_sentences(read, in_text)
    named = tuple(as_marked(named, rule.legend) for named in item.clause.departments)
    clause = replace(item.clause, departments=named)
    departments = named if clause.is_shared else _with_lead(clause, rule)
    return Draft(
        position=place,
        number=item.number,
        heading=item.heading,
        heading_label=item.heading_label,
        text=item.text,
        start=item.start,
        end=item.end,
        departments=departments,
        leaders=item.clause.leaders,
        deadline=deadline,
        recurrence=_recurrence(read),
        indicators=_indicators(read),
        doubts=doubts_of(item, departments, deadline, series),
    )


def _in_sentences(item: Item, plan: dates.Plan) -> Deadline | None:
    """Until when the task's own sentence says, else what the column of its goal says."""
    if own := dates.in_text(item.text, plan):
        return own
    of_goal = dates.in_text(full_width(item.goal), plan)
    return replace(of_goal, start=None, end=None) if of_goal else None


def _with_lead(clause: Clause, rule: Rule) -> tuple[Named, ...]:
    """Where no lead is printed, the document may say who leads; a group of units cannot lead alone."""
    departments = clause.departments
    if not departments:
        return departments
    first, *others = departments
    roles = {named.printed_role for named in departments}
    if rule.first and rule.others_help and others and len(roles) == 1 and PrintedRole.SUPPORT not in roles:
        return Named(first.name, PrintedRole.LEAD), *(Named(named.name, PrintedRole.SUPPORT) for named in others)
    if PrintedRole.LEAD in roles:
        return departments
    if rule.first and (others or not (rule.several or is_group(first.name))):
        leads = {first.name, *clause.firsts}
        return tuple(Named(named.name, PrintedRole.LEAD) if named.name in leads else named for named in departments)
    if rule.alone and first.printed_role is PrintedRole.RESPONSIBLE:
        return tuple(
            Named(named.name, PrintedRole.LEAD) if named.printed_role is PrintedRole.RESPONSIBLE else named
            for named in departments
        )
    return departments


def _recurrence(item: Item) -> tuple[Recurring, ...]:
    """What a column of frequencies says, else the column of deadlines, else the sentence."""
    columns = (words for words in (item.often, item.clause.deadline_words) if words)
    return next(filter(None, map(recurrence.of_column, columns)), ()) or recurrence.found_in(item.text)


def _indicators(item: Item) -> tuple[Indicator, ...]:
    """The task's own figures, then those that only the goal column has."""
    own = indicators.found_in(item.text)
    known = {(indicator.value, indicator.unit) for indicator in own}
    goal = re.sub(r"\s+", "", item.goal)
    cells = goal.split("；") if item.measured else ()
    bare = [one for cell in cells for one in indicators.of_cell(cell, item.measured)]
    more = (
        replace(indicator, start=None, end=None)
        for indicator in bare or indicators.found_in(goal)
        if (indicator.value, indicator.unit) not in known
    )
    return (*own, *more)
