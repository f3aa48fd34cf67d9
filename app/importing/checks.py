"""The last look before publication, at more than the drafts alone. A clerk says of each warning that he has seen it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from sqlalchemy import select as columns
from sqlmodel import Session, col

from app.core.filters import long_day
from app.importing.gates import IN_ORDER, PAST, Gate, Gates, label, labels
from app.importing.models import DraftTask, ImportBatch
from app.importing.similar import Stretch, alike, differences
from app.ledgers.models import Ledger, LedgerStatus
from app.people.scope import Viewer
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task

NEAR: Final = 0.6  # two clauses so alike may be one matter
MOST_PAIRS: Final = 10
EDITION: Final = 3  # fewer tasks in common are no edition
MOST_TASKS: Final = 10000  # the newest: older ones are hardly worked on any more
NUMBERED: Final = ("number_gap", "number_repeated")
FEW: Final = 4  # gaps, each told by itself
WHOLE: Final = re.compile(r"\d{1,4}")


@dataclass(frozen=True)
class Pair:
    """A draft and a task of another ledger, side by side; what differs is marked."""

    mine: str
    theirs: str
    task_id: int
    score: str
    my_text: tuple[Stretch, ...]
    their_text: tuple[Stretch, ...]


@dataclass(frozen=True)
class Finding:
    """A warning. `key` names it as long as it is about the same things; `seen_by`: who has looked at it."""

    key: str
    what: str
    then: str
    links: tuple[tuple[str, str], ...]  # words and address
    pair: Pair | None = None
    seen_by: str = ""


@dataclass(frozen=True)
class OtherTask:
    """A task of another ledger, for comparing."""

    id: int
    number: str
    target: str
    ledger_id: int
    ledger: str


def findings(
    db: Session, viewer: Viewer, batch: ImportBatch, drafts: Sequence[DraftTask], gates: Gates,
    known: Mapping[str, int], today: date,
) -> tuple[list[Finding], list[Gate]]:  # fmt: skip
    """Warnings, those of the drafts first; and what is in order."""
    # Numbers and days are told as the drafts are now, with each place: what the reader noted may be out of date.
    whole = all(WHOLE.fullmatch(d.number) for d in drafts if d.number)
    told = (*NUMBERED, PAST) if whole else (PAST,)
    found = [from_gate(batch, gate) for gate in gates.should if gate.code not in told and gate.kind not in told]
    numbering = about_numbers(batch, drafts) if whole else []
    passed = [gate for gate in gates.passed if gate.kind != IN_ORDER]
    if not numbering:
        passed.insert(0, Gate(in_order(drafts)))
    found = [*numbering, *about_days(batch, drafts, today), *about_new_departments(batch, drafts, known), *found]
    others = other_tasks(db, viewer, without=batch.edition_of)
    editions, doubles = about_doubles(batch, drafts, others)
    found = [*editions, *found, *doubles]  # whether it is a ledger of its own is asked before all else
    return [seen(batch, f) for f in found], passed


def from_gate(batch: ImportBatch, gate: Gate) -> Finding:
    link = (("核对", f"/imports/{batch.id}?{gate.query}"),) if gate.query else ()
    return Finding(key_of(gate.code or "gate", gate.what, gate.then), gate.what, gate.then, link)


def seen(batch: ImportBatch, finding: Finding) -> Finding:
    by = batch.seen.get(finding.key, "")
    return Finding(finding.key, finding.what, finding.then, finding.links, finding.pair, by)


def key_of(kind: str, *about: object) -> str:
    """Another place or another text is another warning."""
    return f"{kind}-{sha256(repr(about).encode()).hexdigest()[:16]}"


def link_to(batch: ImportBatch, draft: DraftTask, words: str = "") -> tuple[str, str]:
    return words or label(draft), f"/imports/{batch.id}?task={draft.id}#t{draft.id}"


def about_numbers(batch: ImportBatch, drafts: Sequence[DraftTask]) -> list[Finding]:
    """Whole numbers only; they may begin again at 1 under another heading."""
    found: list[Finding] = []
    gaps: list[tuple[DraftTask, DraftTask]] = []
    before: DraftTask | None = None
    met: dict[int, DraftTask] = {}
    for draft in drafts:
        if not WHOLE.fullmatch(draft.number or ""):
            continue
        now = int(draft.number or 0)
        if now == 1 and before is not None and draft.heading != before.heading:
            met, before = {}, None
        last = int(before.number or 0) if before else 0
        if now in met:
            links = (link_to(batch, met[now], "前一处"), link_to(batch, draft, "后一处"))
            then = "两处都是这个序号。漏分的请拆分，误分的请并入上一项，原文如此则不用改"
            found.append(Finding(key_of("twice", met[now].id, draft.id, now), f"序号{now}出现了两次", then, links))
        elif before and now > last + 1:
            gaps.append((before, draft))
        elif before and now < last:
            then = f"第{last}项之后是第{now}项。请看原文的次序"
            links = (link_to(batch, before), link_to(batch, draft))
            found.append(
                Finding(key_of("back", before.id, draft.id, last, now), f"序号{now}排在{last}后面", then, links)
            )
        met[now], before = draft, draft
    return [*found, *_about_gaps(batch, gaps)]


def _about_gaps(batch: ImportBatch, gaps: Sequence[tuple[DraftTask, DraftTask]]) -> list[Finding]:
    """An extract leaves many numbers out: from a few gaps on they are one matter to look at, not one each."""
    if len(gaps) > FEW:
        key = key_of("gaps", [(before.id, after.id, before.number, after.number) for before, after in gaps])
        told = "、".join(_left_out(*gap) for gap in gaps[:FEW])
        then = "请看原文有没有漏读；原文只摘了一部分，序号本来不连续的，不用改"
        links = tuple(link_to(batch, after) for _, after in gaps[:FEW])
        return [Finding(key, f"序号有{len(gaps)}处不连续：{told}等没有读到", then, links)]
    return [
        Finding(
            key_of("gap", before.id, after.id, int(before.number or 0), int(after.number or 0)),
            f"序号{_left_out(before, after)}没有读到",
            f"第{before.number}项之后就是第{after.number}项。请看原文有没有漏读，原文如此则不用改",
            (link_to(batch, before), link_to(batch, after)),
        )
        for before, after in gaps
    ]


def _left_out(before: DraftTask, after: DraftTask) -> str:
    first, last = int(before.number or 0) + 1, int(after.number or 0) - 1
    return f"{first}" if first == last else f"{first}至{last}"


def in_order(drafts: Sequence[DraftTask]) -> str:
    numbers = [int(d.number) for d in drafts if d.number and WHOLE.fullmatch(d.number)]
    if len(drafts) == 1:
        return "只有1项任务，没有重号"
    if numbers and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"序号{numbers[0]}至{numbers[-1]}连续，没有重号"
    return "序号连续，没有重号"


def about_days(batch: ImportBatch, drafts: Sequence[DraftTask], today: date) -> list[Finding]:
    past = [d for d in drafts if d.due_on is not None and d.due_on < today]
    if not past:
        return []
    days = "、".join(f"{label(d)}{d.deadline_words or long_day(d.due_on)}" for d in past[:4])
    issued = f"文件{batch.issued_on.isoformat()}印发。" if batch.issued_on else ""
    what = f"{len(past)}项时限已过：{days}{'等' if len(past) > 4 else ''}"
    then = f"{issued}日期照原样保留，发布当天就会亮红灯。读错的请改，已办结的发布后办理销号"
    key = key_of("past", [(d.id, d.due_on) for d in past])
    return [Finding(key, what, then, tuple(link_to(batch, d) for d in past[:4]))]


def about_new_departments(batch: ImportBatch, drafts: Sequence[DraftTask], known: Mapping[str, int]) -> list[Finding]:
    """Names that publication will make a department of; 0 stands for one that is still to be made."""
    places: dict[str, list[DraftTask]] = {}
    for draft in drafts:
        for named in draft.departments:
            if known.get(named["name"]) == 0:
                places.setdefault(named["name"], []).append(draft)
    return [
        Finding(
            key_of("department", name, [d.id for d in where]),
            f"“{name}”是第一次出现的部门",
            f"{labels(where)}。发布时新建，请核对名称有没有写错；是已有部门的另一种叫法，请归入该部门",
            (link_to(batch, where[0], "核对名称"),),
        )
        for name, where in places.items()
    ]


def other_tasks(db: Session, viewer: Viewer, *, without: int | None = None) -> list[OtherTask]:
    """Of every ledger in hand that the reader sees, the newest first. Plain columns: there may be thousands."""
    wanted = (
        columns(
            col(Task.id), col(Task.number), col(Task.position), col(Task.target), col(Ledger.id),
            col(Ledger.doc_number), col(Ledger.title),
        )
        .join(Ledger, col(Ledger.id) == col(Task.ledger_id))
        .where(col(Ledger.status) == LedgerStatus.PUBLISHED, col(Task.status) != TaskStatus.WITHDRAWN)
        .order_by(col(Task.id).desc())
        .limit(MOST_TASKS)
    )  # fmt: skip
    if not viewer.sees_everything:
        wanted = wanted.where(col(Ledger.organisation_id) == viewer.organisation_id)
    if without is not None:
        wanted = wanted.where(col(Ledger.id) != without)
    return [
        OtherTask(task_id, number or str(position), target, ledger_id, doc_number or title)
        for task_id, number, position, target, ledger_id, doc_number, title in db.execute(wanted)
    ]


def about_doubles(
    batch: ImportBatch, drafts: Sequence[DraftTask], others: Sequence[OtherTask]
) -> tuple[list[Finding], list[Finding]]:
    """The likest task of another ledger for each draft; most of one ledger at once is a newer edition of it."""
    best: dict[int, tuple[float, int]] = {}
    for like in alike([d.text for d in drafts], (o.target for o in others), NEAR):
        if like.score > best.get(like.draft, (0.0, 0))[0]:
            best[like.draft] = (like.score, like.other)
    counts = Counter(others[other].ledger_id for _, other in best.values())
    whole = {i for i, count in counts.items() if count >= EDITION and count * 2 >= len(drafts)}
    editions = [edition(batch, next(o for o in others if o.ledger_id == i), counts[i]) for i in whole]
    ranked = sorted(best.items(), key=lambda item: -item[1][0])
    single = [(n, score, others[other]) for n, (score, other) in ranked if others[other].ledger_id not in whole]
    return editions, [double(batch, drafts[n], other, score) for n, score, other in single[:MOST_PAIRS]]


def edition(batch: ImportBatch, task: OtherTask, count: int) -> Finding:
    what = f"{count}项与《{task.ledger}》的任务相同或相近，可能是它的新版"
    then = "是新版，请逐条对比后采用变化，不要再发一本；是另一件事，可以照常发布"
    links = (("按新版对比", f"/imports/{batch.id}/edition"),)
    return Finding(key_of("edition", task.ledger_id), what, then, links)


def double(batch: ImportBatch, draft: DraftTask, other: OtherTask, score: float) -> Finding:
    mine, theirs = differences(draft.text, other.target)
    pair = Pair(f"本台账{label(draft)}", f"{other.ledger}第{other.number}项", other.id, f"{score:.2f}", mine, theirs)
    return Finding(
        key_of("double", draft.id, draft.text, other.id),
        f"{label(draft)}与《{other.ledger}》第{other.number}项相似",
        f"相似度{score:.2f}，可能是同一件事。是同一件事，请删除本项或在发布前改写；不是，请点“不是同一件事”",
        (link_to(batch, draft, "打开本项"),),
        pair,
    )


def mark_seen(batch: ImportBatch, key: str, by: str, *, again: bool = False) -> None:
    """Remembered with the batch; `again`: to be shown as a warning after all."""
    rest = {k: who for k, who in batch.seen.items() if k != key}
    batch.seen = rest if again else rest | {key[:60]: by}
