"""Which ledger a document may be a newer edition of: by its number, its title, or what it says."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sqlmodel import Session, col, select

from app.importing.checks import OtherTask, other_tasks
from app.importing.editions.pages import Candidate
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.similar import alike, likeness, plain
from app.ledgers.models import Ledger, LedgerStatus
from app.people.scope import Viewer

NEAR: Final = 0.6
MARKS: Final = re.compile(r"[(（〔\[]?(?:修订|修改|调整|更新|新)(?:版|稿|后)?[)）〕\]]?|第[二三四五]版|\d{4}年度?")


def candidates(db: Session, viewer: Viewer, batch: ImportBatch, drafts: Sequence[DraftTask]) -> tuple[Candidate, ...]:
    """Ledgers in hand, the likeliest first; all of the same organisation when that is known."""
    wanted = select(Ledger.id, Ledger.title, Ledger.doc_number, Ledger.organisation_id).where(
        Ledger.status == LedgerStatus.PUBLISHED
    )
    if batch.organisation_id is not None:
        wanted = wanted.where(Ledger.organisation_id == batch.organisation_id)
    ledgers = db.exec(wanted.order_by(col(Ledger.id).desc()).limit(200)).all()
    shared = tasks_in_common(drafts, other_tasks(db, viewer))
    found = [
        (score(batch, title, doc_number, shared[i], len(drafts)), i, title, doc_number)
        for i, title, doc_number, _ in ledgers
    ]
    found.sort(key=lambda one: -one[0][0])
    return tuple(
        Candidate(i, title, doc_number or "", why, likely=points >= 1) for (points, why), i, title, doc_number in found
    )


def edition_hint(db: Session, batch: ImportBatch) -> str:
    """The ledger it is a newer edition of, or may be by number or title: cheap enough for every look at the drafts."""
    if batch.organisation_id is None or batch.status is not BatchStatus.DRAFT:
        return ""
    ledgers = db.exec(
        select(Ledger.id, Ledger.title, Ledger.doc_number).where(
            Ledger.organisation_id == batch.organisation_id, Ledger.status == LedgerStatus.PUBLISHED
        )
    )
    for ledger_id, title, doc_number in ledgers:
        is_it = ledger_id == batch.edition_of
        if is_it or (batch.edition_of is None and score(batch, title, doc_number, 0, 1)[0] >= 1):
            return doc_number or title
    return ""


def score(batch: ImportBatch, title: str, doc_number: str | None, shared: int, total: int) -> tuple[float, str]:
    """From 1 on it is likely; and the reasons in words."""
    points = 0.0
    why: list[str] = []
    if doc_number and batch.doc_number and bare(doc_number) == bare(batch.doc_number):
        points, why = points + 1, [*why, "文号相同"]
    near = likeness(bare(title), bare(batch.title)) if batch.title else 0
    if near >= NEAR:
        points, why = points + near, [*why, "标题相同" if near == 1 else "标题相近"]
    if shared:
        points, why = points + 2 * shared / max(1, total), [*why, f"{shared}项任务相同或相近"]
    return points, "，".join(why) or "没有相同的任务"


def bare(words: str) -> str:
    """Without year and 修订: a newer edition bears the same name."""
    return plain(MARKS.sub("", words))


def tasks_in_common(drafts: Sequence[DraftTask], others: Sequence[OtherTask]) -> Counter[int]:
    """Ledger → how many of the drafts are nearly there already."""
    found = alike([d.text for d in drafts], (o.target for o in others), NEAR)
    return Counter(ledger for _, ledger in {(like.draft, others[like.other].ledger_id) for like in found})
