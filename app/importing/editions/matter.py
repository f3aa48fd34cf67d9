"""The differences as a clerk reads them, each with what may be decided of it."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from app.core.clock import BEIJING
from app.core.filters import long_day
from app.core.forms import Errors
from app.importing.editions.choices import HEAD, Choices, defaults, is_difference, key_of
from app.importing.editions.compare import DATE, GOAL, HEADING, NUMBER, PLACE, TEXT, WHO, WORDS, Matched, Part
from app.importing.editions.comparison import Comparison, number_of
from app.importing.editions.effects import effects, texts, whole
from app.importing.editions.fates import fates
from app.importing.editions.pages import Difference, SameLine, Tally
from app.importing.gates import Gate, check
from app.importing.models import ImportBatch
from app.importing.similar import differences, plain
from app.ledgers.models import Ledger

SHOWN: Final = 4
ABOUT: Final = 30
TONES: Final = {TEXT: "a", DATE: "y", GOAL: "a", WHO: "y", NUMBER: "line", HEADING: "line"}


def shown(
    found: Comparison, batch: ImportBatch, choices: Choices | None, errors: Errors, moved_on: frozenset[str]
) -> tuple[Difference, ...]:
    """In the order of the newer document; the head first, what is gone last."""
    chosen = choices or defaults(found.rows, found.tasks)
    lines = head_lines(found.ledger, batch, chosen)
    for row in filter(is_difference, found.rows):
        lines += lines_of(found, row, chosen, errors, moved_on)
    return tuple(lines)


def clause_by_clause(found: Comparison, batch: ImportBatch) -> tuple[Difference, ...]:
    """Everything of both documents, for the table that is taken away."""
    chosen = defaults(found.rows, found.tasks)
    lines = head_lines(found.ledger, batch, chosen)
    for row in found.rows:
        lines += lines_of(found, row, chosen, {}, frozenset()) if is_difference(row) else [unchanged(found, row)]
    return tuple(lines)


def unchanged(found: Comparison, row: Matched) -> Difference:
    text = whole(row.new)
    return Difference("", number_of(found, row), text, text, (("未变", ""),), (), take="", ticked=False)


def lines_of(
    found: Comparison, row: Matched, chosen: Choices, errors: Errors, moved_on: frozenset[str]
) -> list[Difference]:
    """One for each part that may be taken over by itself."""
    key = key_of(row)
    texts_of = [(part, *texts(found, row, part)) for part in row.parts or (Part("", ()),)]
    return [
        Difference(
            key=f"{key}-{n}",
            number=number_of(found, row),
            old=old,
            new=new,
            tags=tags_of(found, row, part),
            effects=tuple(effects(found, row, part)),
            take=key_of(row, part.code) if row.new else "",
            ticked=key_of(row, part.code) in chosen.taken,
            token=f"{key}={found.tokens[key]}" if n == 0 else "",
            fates=fates(found, row, chosen, errors),
            link=row.new.id if row.new and row.old is None and found.gone else 0,
            apart=row.new.id if n == 0 and row.new and row.old else 0,
            about="" if shows_text(row, part) else beginning(row),
            moved_on=key in moved_on,
        )
        for n, (part, old, new) in enumerate(texts_of)
    ]


def shows_text(row: Matched, part: Part) -> bool:
    """The sentence itself stands on both sides, or on the only one."""
    if row.old is None or row.new is None:
        return True
    return part.code == WORDS and plain(row.old.text) != plain(row.new.text)


def beginning(row: Matched) -> str:
    text = row.new.text if row.new else ""
    return text[:ABOUT] + ("…" if len(text) > ABOUT else "")


def head_lines(ledger: Ledger, batch: ImportBatch, chosen: Choices) -> list[Difference]:
    """Title, number and day of the document, where they differ."""
    before, after = head_words(ledger), head_words(batch)
    if before == after:
        return []
    old, new = differences(before, after)
    tags, effects = (("文件信息", "line"),), ("台账的标题、文号和印发日期",)
    return [Difference(HEAD, "", old, new, tags, effects, take=HEAD, ticked=HEAD in chosen.taken)]


def head_words(one: Ledger | ImportBatch) -> str:
    day = f"{one.issued_on.isoformat()}印发" if one.issued_on else ""
    return "　".join(words for words in (one.title, one.doc_number, day) if words)


def tags_of(found: Comparison, row: Matched, part: Part) -> tuple[tuple[str, str], ...]:
    if row.old is None:
        return (("新增", "g"),)
    if row.new is None:
        return (("取消", "r"),)
    by_hand = (("人工关联", "line"),) if found.said.get(row.new.id) == row.old.id else ()
    return (*((tag, TONES[tag]) for tag in part.tags), *by_hand)


def same_lines(found: Comparison) -> tuple[SameLine, ...]:
    return tuple(SameLine(r.new.number, r.new.text, r.old.id) for r in found.rows if r.old and r.new and not r.parts)


def tally(found: Comparison) -> Tally:
    moved = [r for r in found.rows if r.parts and {part.code for part in r.parts} == {PLACE}]
    changed = [r for r in found.rows if r.parts and r not in moved]
    kinds = Counter(tag for r in changed for part in r.parts if part.code != PLACE for tag in part.tags)
    gone = numbers(found, found.gone)
    return Tally(
        same=sum(bool(r.old and r.new and not r.parts) for r in found.rows),
        moved=len(moved),
        changed=len(changed),
        kinds="，".join(f"{tag}{kinds[tag]}" for tag in TONES if kinds[tag]),
        brought=len(found.brought),
        gone=len(found.gone),
        gone_words=f"取消的是{gone}，需选去向" if gone else "没有取消的任务",
    )


def summary(found: Comparison, batch: ImportBatch) -> str:
    """取消第16项，新增第38项，仍为37项."""
    before, after = len(found.rows) - len(found.brought), len(found.drafts)
    words = [f"取消{numbers(found, found.gone)}"] if found.gone else []
    words += [f"新增{numbers(found, found.brought)}"] if found.brought else []
    total = f"仍为{after}项" if before == after else f"由{before}项变为{after}项"
    day = long_day(batch.created_at.astimezone(BEIJING).date())
    return f"{batch.doc_number or batch.title}　{day}导入，{'，'.join([*words, total])}"


def chosen_words(lines: Sequence[Difference]) -> str:
    """已选7处，第16项未选去向."""
    waiting = [line.number for line in lines if line.fates and line.fates.why is not None and not line.fates.chosen]
    words = f"已选{sum(line.ticked and bool(line.take) for line in lines)}处"
    return f"{words}，{named(waiting)}未选去向" if waiting else words


def numbers(found: Comparison, rows: Sequence[Matched]) -> str:
    return named([number_of(found, row) for row in rows])


def named(numbers: Sequence[str]) -> str:
    if not numbers:
        return ""
    return f"第{'、'.join(numbers[:SHOWN])}项" + (f"等{len(numbers)}项" if len(numbers) > SHOWN else "")


def must_of(found: Comparison, batch: ImportBatch) -> list[Gate]:
    """What must be settled in the drafts before anything is taken over."""
    return check(batch, found.drafts, found.known, found.today).must
