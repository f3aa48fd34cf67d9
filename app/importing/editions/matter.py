"""The differences as a clerk reads them: both texts marked, and what taking each over would do."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlmodel import Session

from app.core.filters import figure
from app.core.forms import Errors
from app.importing.editions.choices import (
    END,
    HEAD,
    IN_HAND,
    KEEP,
    LIVE,
    WITHDRAW,
    Choices,
    defaults,
    is_difference,
    key_of,
    tokens,
)
from app.importing.editions.compare import (
    DATE,
    GOAL,
    HEADING,
    NUMBER,
    PARTIES,
    PLACE,
    TEXT,
    WHO,
    Clause,
    Goal,
    Matched,
    Part,
    When,
    compare,
)
from app.importing.editions.pages import Difference, SameLine, Tally, Text
from app.importing.editions.stored import Standing, clause_of_draft, clause_of_task, printed, standing_of
from app.importing.gates import Gate, check
from app.importing.models import DraftTask, ImportBatch
from app.importing.names import names_of
from app.importing.service import drafts_of
from app.importing.similar import Stretch, differences, plain
from app.importing.words import COMPARATOR_WORDS, RECURRENCE_WORDS, ROLE_WORDS
from app.ledgers.models import Ledger
from app.tasks.kinds import Comparator, PrintedRole, TaskStatus
from app.tasks.models import Task

TONES: Final = {TEXT: "a", DATE: "y", GOAL: "a", WHO: "y", NUMBER: "line", HEADING: "line"}
STOOD: Final = {
    TaskStatus.CLOSED: "已销号，不勾选就保留原样",
    TaskStatus.ENDED: "已终止，不勾选就保留原样",
    TaskStatus.WITHDRAWN: "已撤销，不勾选就保留原样",
    TaskStatus.CARRIED_OVER: "已结转，不勾选就保留原样",
}


@dataclass(frozen=True)
class Comparison:
    """A batch beside the ledger that it is a newer edition of."""

    ledger: Ledger
    standing: Standing
    drafts: list[DraftTask]
    rows: list[Matched]
    tasks: Mapping[int, Task]
    by_id: Mapping[int, DraftTask]
    known: Mapping[str, int]
    today: date

    @property
    def tokens(self) -> dict[str, str]:
        return tokens(self.rows, self.tasks, self.by_id)


def comparison(db: Session, batch: ImportBatch, ledger: Ledger, today: date, *, lock: bool = False) -> Comparison:
    standing = standing_of(db, ledger, lock=lock)
    drafts, known = drafts_of(db, batch.id), names_of(db, batch)
    rows = compare([clause_of_task(standing, t) for t in standing.tasks], [clause_of_draft(d, known) for d in drafts])
    # A task that was struck, ended or withdrawn is not missed in a newer document.
    rows = [r for r in rows if r.new or (r.old and by_status(standing, r.old.id) in LIVE)]
    tasks = {t.id: t for t in standing.tasks}
    return Comparison(ledger, standing, drafts, rows, tasks, {d.id: d for d in drafts}, known, today)


def by_status(standing: Standing, task_id: int) -> TaskStatus:
    return next(t.status for t in standing.tasks if t.id == task_id)


def shown(
    found: Comparison, batch: ImportBatch, choices: Choices | None, errors: Errors, moved_on: frozenset[str]
) -> tuple[Difference, ...]:
    """In the order of the newer document; the head first, what is gone last."""
    chosen = choices or defaults(found.rows, found.tasks)
    seen = found.tokens
    lines = head_lines(found.ledger, batch, chosen)
    for row in filter(is_difference, found.rows):
        key = key_of(row)
        for n, part in enumerate(row.parts or (Part("", ()),)):
            take = key_of(row, part.code)
            old, new = texts(found, row, part)
            fate, why = chosen.gone.get(row.old.id, ("", "")) if row.old else ("", "")
            lines.append(
                Difference(
                    key=f"{key}-{n}",
                    token=f"{key}={seen[key]}" if n == 0 else "",
                    take=take if row.new else "",
                    ticked=take in chosen.taken,
                    number=number_of(found, row),
                    old=old,
                    new=new,
                    tags=tags_of(row, part),
                    effects=tuple(effects(found, row, part)),
                    fates=fates(found, row),
                    fate=fate,
                    why=why or "新版中没有此项",
                    error=errors.get(key, ""),
                    moved_on=key in moved_on,
                    task_id=row.old.id if row.old else 0,
                    draft_id=row.new.id if row.new else 0,
                )
            )
    return tuple(lines)


def head_lines(ledger: Ledger, batch: ImportBatch, chosen: Choices) -> list[Difference]:
    """Title, number and day of the document, where they differ."""
    before, after = head_words(ledger), head_words(batch)
    if before == after:
        return []
    old, new = differences(before, after)
    return [
        Difference(
            key=HEAD,
            token="",
            take=HEAD,
            ticked=HEAD in chosen.taken,
            number="",
            old=old,
            new=new,
            tags=(("文件信息", "line"),),
            effects=("台账的标题、文号和印发日期",),
            fates=(),
            fate="",
            why="",
            error="",
            moved_on=False,
            task_id=0,
            draft_id=0,
        )
    ]


def head_words(one: Ledger | ImportBatch) -> str:
    day = f"{one.issued_on.isoformat()}印发" if one.issued_on else ""
    return "　".join(words for words in (one.title, one.doc_number, day) if words)


def number_of(found: Comparison, row: Matched) -> str:
    if row.new is not None:
        return row.new.number or str(found.by_id[row.new.id].position)
    return standing_number(found, row.old) if row.old else ""


def standing_number(found: Comparison, clause: Clause) -> str:
    task = found.tasks[clause.id]
    return task.number or str(task.position)


def texts(found: Comparison, row: Matched, part: Part) -> tuple[Text, Text]:
    """What stands and what the newer document says, in the terms of this part."""
    if row.old is None or row.new is None:
        return whole(row.old), whole(row.new)
    if part.code == PARTIES:
        return parties(found, row.old, row.new), parties(found, row.new, row.old)
    if part.code == PLACE:
        return differences(place_words(row.old), place_words(row.new))
    if plain(row.old.text) != plain(row.new.text):
        return differences(row.old.text, row.new.text)
    return differences(said(row.old, part), said(row.new, part))


def whole(clause: Clause | None) -> Text:
    return (Stretch(clause.text, mark=False),) if clause else ()


def parties(found: Comparison, mine: Clause, other: Clause) -> Text:
    """Each department; marked where the other side does not have it in this role."""
    lines: list[Stretch] = []
    for who, role in mine.who:
        name = found.standing.names.get(who, "") if isinstance(who, int) else who
        word = "" if role == PrintedRole.RESPONSIBLE else f"（{ROLE_WORDS[PrintedRole(role)]}）"
        lines += [Stretch("、", mark=False)] if lines else []
        lines.append(Stretch(name + word, mark=(who, role) not in other.who))
    if mine.leaders or other.leaders:
        lines.append(Stretch(f"；{mine.leaders or '没有写明负责人'}", mark=mine.leaders != other.leaders))
    return tuple(lines) or (Stretch("没有责任部门", mark=True),)


def place_words(clause: Clause) -> str:
    return f"第{clause.number}项" + (f"　{clause.heading}" if clause.heading else "")


def said(clause: Clause, part: Part) -> str:
    """Day and figures, where the sentence itself is the same."""
    words = [when_words(clause.when)] if DATE in part.tags else []
    words += ["；".join(goal_words(g) for g in clause.goals) or "没有指标"] if GOAL in part.tags else []
    return "；".join(words)


def when_words(when: When) -> str:
    day = when.standing.isoformat() if when.standing else ""
    cycle = RECURRENCE_WORDS[when.recurrence] if when.recurrence else ""
    return "，".join(w for w in (when.words, day, cycle) if w) or "没有写明时限"


def goal_words(goal: Goal) -> str:
    if goal.comparator is Comparator.RANGE:
        return f"{figure(goal.value)}～{figure(goal.value_max)}{goal.unit}"
    return f"{COMPARATOR_WORDS[goal.comparator]}{figure(goal.value)}{goal.unit}"


def tags_of(row: Matched, part: Part) -> tuple[tuple[str, str], ...]:
    if row.old is None:
        return (("新增", "g"),)
    if row.new is None:
        return (("取消", "r"),)
    return tuple((tag, TONES[tag]) for tag in part.tags)


def fates(found: Comparison, row: Matched) -> tuple[tuple[str, str], ...]:
    """撤销 is for what was entered wrongly, before any report."""
    if row.new is not None or row.old is None or found.tasks[row.old.id].status not in IN_HAND:
        return ()
    reported = any(found.standing.reports.get(p.id) for p in found.standing.parties.get(row.old.id, ()))
    withdraw = () if reported else ((WITHDRAW, "撤销，写明原因"),)
    return ((END, "终止，写明原因"), *withdraw, (KEEP, "保留不动"))


def effects(found: Comparison, row: Matched, part: Part) -> list[str]:
    if row.old is None and row.new is not None:
        names = "".join(s.text for s in parties(found, row.new, row.new))
        presumed = len(row.new.who) > 1 and PrintedRole.LEAD not in {role for _, role in row.new.who}
        cut = [f"可能是从第{standing_number(found, row.near)}项拆出来的"] if row.near else []
        return [f"责任部门：{names}{'（牵头推定）' if presumed else ''}", *day_of_new(row.new), *cut]
    if row.old is None:
        return []
    task = found.tasks[row.old.id]
    if row.new is None:
        waiting = ["正在申请销号，请先办理，这里不动"] if task.status is TaskStatus.CLOSURE_REQUESTED else []
        into = [f"可能已写进第{standing_number(found, row.near)}项"] if row.near else []
        kept = [f"现有{reports_of(found, task)}次报送，保留为历史"] if reports_of(found, task) else []
        return [*into, *(waiting or kept)]
    words = [STOOD[task.status]] if task.status in STOOD else []
    if DATE in part.tags:
        words += day_effects(task, row.new, found.today)
    if GOAL in part.tags and TEXT in part.tags:
        before, after = ("；".join(map(goal_words, c.goals)) or "没有指标" for c in (row.old, row.new))
        words.append(f"指标由{before}改为{after}，已报的数不变")
    if part.code == PARTIES:
        words += party_effects(found, task, row.new)
    return words


def reports_of(found: Comparison, task: Task) -> int:
    return sum(found.standing.reports.get(p.id, 0) for p in found.standing.parties.get(task.id, ()))


def day_of_new(clause: Clause) -> list[str]:
    return [f"时限：{when_words(clause.when)}"] if clause.when.standing or clause.when.recurrence else []


def day_effects(task: Task, new: Clause, today: date) -> list[str]:
    day = new.when.standing
    if day is None:
        return ["采用后没有时限" if task.due_on else f"周期：{when_words(new.when)}"]
    if task.first_due_on is None:
        return [f"原来没有时限，原定、现定都记为{day.isoformat()}"]
    if day == task.due_on:
        return [f"现定{day.isoformat()}不变"]
    words = [f"原定{task.first_due_on.isoformat()}不改，现定变为{day.isoformat()}"]
    if task.due_on and task.status in LIVE and task.due_on < today <= day:
        words.append(f"现已逾期{(today - task.due_on).days}天，采用后不再逾期，记录注明因新版")
    elif task.status in LIVE and day < today:
        words.append("采用当天就会亮红灯")
    return words


def party_effects(found: Comparison, task: Task, new: Clause) -> list[str]:
    named = {who for who, _ in new.who}
    words = []
    for party in printed(found.standing.parties.get(task.id, ())):
        sent, name = found.standing.reports.get(party.id, 0), found.standing.names[party.department_id]
        if party.department_id not in named:
            words.append(f"{name}有{sent}次报送，作为历史保留" if sent else f"{name}不再承担")
    return words


def same_lines(found: Comparison) -> tuple[SameLine, ...]:
    return tuple(SameLine(r.new.number, r.new.text, r.old.id) for r in found.rows if r.old and r.new and not r.parts)


def tally(found: Comparison) -> Tally:
    changed = [r for r in found.rows if r.parts]
    kinds = Counter(tag for r in changed for part in r.parts for tag in part.tags)
    return Tally(
        same=sum(bool(r.old and r.new and not r.parts) for r in found.rows),
        changed=len(changed),
        kinds="，".join(f"{tag}{kinds[tag]}" for tag in TONES if kinds[tag]),
        brought=sum(r.old is None for r in found.rows),
        gone=sum(r.new is None for r in found.rows),
    )


def gone_labels(found: Comparison, errors: Errors) -> dict[str, str]:
    rows: Sequence[Matched] = [r for r in found.rows if key_of(r) in errors]
    return {key_of(r): f"第{number_of(found, r)}项去向" for r in rows}


def must_of(found: Comparison, batch: ImportBatch) -> list[Gate]:
    """What must be settled in the drafts before anything is taken over."""
    return check(batch, found.drafts, found.known, found.today).must


def allowed_fates(found: Comparison) -> dict[int, frozenset[str]]:
    """Task that is gone → what may become of it."""
    return {
        r.old.id: frozenset(value for value, _ in fates(found, r))
        for r in found.rows
        if r.old and r.new is None and fates(found, r)
    }
