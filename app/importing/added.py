"""A task that the recognition overlooked, taken out of the document's own words."""

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.core.errors import Invalid
from app.importing.history import act
from app.importing.models import DraftTask, ImportBatch
from app.importing.service import drafts_of
from app.ledgers.models import SourceDocument
from app.people.scope import Viewer

NUMBER = re.compile(r"[（(]?(\d{1,4})[)）.．、]\s*(?=\D)")
Span = tuple[int, int]


def add(db: Session, viewer: Viewer, batch: ImportBatch, words: str) -> DraftTask:
    """It stands where the document says it. Raises Invalid when the document does not."""
    text = db.exec(select(SourceDocument.text).where(SourceDocument.id == batch.source_id)).one()
    drafts = drafts_of(db, batch.id)
    span = where_said(text, words, [(draft.start, draft.end) for draft in drafts])
    if span is None:
        raise Invalid("原文里没有这段文字，没有补上。请在原文中选取，或照原文粘贴。")
    before = max((d for d in drafts if d.start <= span[0]), key=lambda d: d.position, default=None)
    position = before.position + 1 if before else 1
    number, said = read(text[slice(*span)])
    with act(db, viewer, batch, "补一项任务") as noted:
        db.execute(
            update(DraftTask)
            .where(col(DraftTask.batch_id) == batch.id, col(DraftTask.position) >= position)
            .values(position=DraftTask.position + 1)
        )
        draft = DraftTask(
            batch_id=batch.id, position=position, number=number or None, text=said, start=span[0], end=span[1],
            heading_label=before.heading_label if before else "", heading=before.heading if before else None,
        )  # fmt: skip
        db.add(draft)
        db.flush()  # the history names it
        noted.made(draft)
    return draft


def where_said(text: str, words: str, taken: Iterable[Span]) -> Span | None:
    """Blanks and line breaks do not count; where nothing was recognised yet rather than elsewhere."""
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    wanted = re.sub(r"\s", "", words)
    found = [
        (places[match.start()], places[match.end() - 1] + 1)
        for match in re.finditer(re.escape(wanted), "".join(text[at] for at in places) if wanted else "")
        if wanted
    ]
    used = list(taken)
    free = (span for span in found if not any(span[0] < end and start < span[1] for start, end in used))
    return next(free, found[0] if found else None)


def read(said: str) -> tuple[str, str]:
    """Number and text: of a row of a table the longest cell, of a line what follows its number."""
    cells: Sequence[str] = [cell.strip() for cell in said.split("\t")]
    longest = max(cells, key=len)
    if cells[0] != longest and cells[0].isdigit():
        return cells[0][:20], longest
    number = NUMBER.match(longest)
    return (number[1], longest[number.end() :]) if number else ("", longest)
