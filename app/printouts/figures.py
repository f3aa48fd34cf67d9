"""What a printed ledger says, once for the page and for the PDF: words ready to be set, from one set of rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from app.boards.filters import Filters, asked_lines, asked_words
from app.boards.ledgers import departments_of
from app.boards.rows import CYCLE_WORDS, Reader
from app.core.filters import long_day, paper_day
from app.ledgers.models import Ledger
from app.people.models import Department
from app.progress.lines import LineDepartment, TaskLine
from app.tasks.kinds import Lamp, Part
from app.tasks.models import Responsibility, Task

PROBLEMS = "存在问题及下步措施"
HEAD = ("序号", "目标任务", "责任部门", "完成时限", "进展情况", PROBLEMS, "状态")
# In the order in which every page of the house counts its lamps.
LAMPS = {
    Lamp.RED: ("■", "红"),
    Lamp.YELLOW: ("▲", "黄"),
    Lamp.HOLLOW: ("○", "未报"),
    Lamp.GREEN: ("●", "绿"),
    Lamp.CLOSED: ("✓", "销号"),
    Lamp.STOPPED: ("‖", "不在办理中"),
}
PRESUMED = "加※的原文未写明牵头，暂按第一个推定。"
UNSEEN = "本部门没有参与的事项不印进展。"


@dataclass(frozen=True)
class DepartmentWords:
    """A department, or the group that stands for its members. `mark` is ※ where the lead is presumed."""

    name: str
    lead: bool
    mark: str


@dataclass(frozen=True)
class LedgerRow:
    """One task as printed. `progress` and `percent` are empty for a reader who may not follow it."""

    number: str
    struck: bool
    target: str
    departments: tuple[DepartmentWords, ...]
    due: tuple[str, ...]  # the day that holds, and under it how it came about
    progress: str
    percent: str
    problems: str
    lamp: str  # code of the lamp, for its drawn shape
    symbol: str
    word: str
    note: str
    closed: str

    @property
    def notes(self) -> list[str]:
        """The lines under the lamp, broken where the words part: 落后序时, and the figure whole below it."""
        lines = self.note.replace("落后", "落后序时\n").split("\n")
        return [words for words in (*lines, self.closed) if words]


@dataclass(frozen=True)
class LampCount:
    symbol: str
    word: str
    count: int


@dataclass(frozen=True)
class LedgerFigures:
    title: str
    doc_number: str
    issued: str  # 甲市总工会　2021年6月4日
    as_of: str
    asked: str  # the filters in words; empty for the whole ledger
    made_by: str
    rows: tuple[LedgerRow, ...]
    counts: tuple[LampCount, ...]
    remarks: str

    @property
    def head(self) -> tuple[str, ...]:
        """The column of problems stands where a report told of one."""
        return HEAD if self.with_problems else tuple(word for word in HEAD if word != PROBLEMS)

    @property
    def with_problems(self) -> bool:
        return any(row.problems for row in self.rows)

    @property
    def nothing(self) -> str:
        return "没有符合条件的任务" if self.asked else "台账里还没有任务"

    @property
    def sum_line(self) -> str:
        """合计37项：■红6项，▲黄6项…"""
        counts = "，".join(f"{c.symbol}{c.word}{c.count}项" for c in self.counts)
        return f"合计{len(self.rows)}项" + (f"：{counts}" if counts else "")


def ledger_figures(
    db: Session, ledger: Ledger, filters: Filters, reader: Reader, made_by: str, today: date
) -> LedgerFigures:
    """The ledger as it was asked for; six statements, any length."""
    departments = departments_of(db, ledger.id)
    order = {int(department_id): n for n, (department_id, _) in enumerate(departments)}
    lines = asked_lines(db, ledger.id, filters, reader, today, order)
    groups = group_names(db, select(col(Task.id)).where(col(Task.ledger_id) == ledger.id))
    lamps = Counter(line.lamp.lamp for line in lines)
    seen = [reader.may_follow(line) for line in lines]
    rows = [row(line, groups, follows=follows) for line, follows in zip(lines, seen, strict=True)]
    remarks = [PRESUMED] if any(line.presumed for line in lines) else []
    remarks += [] if all(seen) else [UNSEEN]
    return LedgerFigures(
        title=ledger.title,
        doc_number=ledger.doc_number or "",
        issued="　".join(filter(None, [ledger.issuer or "", long_day(ledger.issued_on)])),
        as_of=long_day(today),
        asked=asked_words(filters, dict(departments)),
        made_by=made_by,
        rows=tuple(rows),
        counts=tuple(LampCount(*LAMPS[lamp], lamps[lamp]) for lamp in LAMPS if lamps[lamp]),
        remarks="".join(remarks),
    )


def group_names(db: Session, wanted: Select[Any]) -> Mapping[int, str]:
    """The groups out of which responsibilities were fanned: thirteen members are printed as one name."""
    used = select(col(Responsibility.group_id)).where(col(Responsibility.task_id).in_(wanted))
    found = db.execute(select(col(Department.id), col(Department.name)).where(col(Department.id).in_(used)))
    return {row.id: row.name for row in found}


def row(line: TaskLine, groups: Mapping[int, str], *, follows: bool) -> LedgerRow:
    settled = line.lamp.lamp in (Lamp.CLOSED, Lamp.STOPPED)
    return LedgerRow(
        number=line.number,
        struck=line.struck,
        target=line.target,
        departments=tuple(department_words(line.departments, groups)),
        due=tuple(due_words(line)),
        progress=progress_words(line) if follows else "",
        percent=f"{line.percent}%" if follows and line.percent is not None else "",
        problems="".join(sentence(words) for words in (line.problems, line.next_steps)) if follows else "",
        lamp=line.lamp.lamp.value,
        symbol=LAMPS[line.lamp.lamp][0],
        word=line.lamp.word,
        # “落后15个百分点” would tell the progress; what is settled is public.
        note=note_words(line) if follows or settled else "",
        closed=paper_day(line.closed_on),
    )


def department_words(departments: Iterable[LineDepartment], groups: Mapping[int, str]) -> Iterable[DepartmentWords]:
    """In the order of the document, the lead first as it stands there; each name once."""
    said: set[str] = set()
    for department in departments:
        name = groups.get(department.group_id or 0, department.name)
        if name not in said:
            said.add(name)
            yield DepartmentWords(name, department.part is Part.LEAD, "※" if department.presumed else "")


def due_words(line: TaskLine) -> Iterable[str]:
    yield paper_day(line.due_on) or line.recurrence_words or "没有写明时限"
    if line.due_on and line.recurrence_words:
        yield line.recurrence_words
    if line.extended:
        if line.first_due_on:
            yield f"原定{paper_day(line.first_due_on)}"
        yield f"已延{line.extended}次"
    elif line.set_by_office:
        yield "办公室设定"
    if line.report_cycle in CYCLE_WORDS:
        yield CYCLE_WORDS[line.report_cycle]


def progress_words(line: TaskLine) -> str:
    if line.summary:
        return line.summary
    return "" if line.percent is not None else "印发以来未报送"


def sentence(words: str) -> str:
    """What is wrong and what comes next stand in one cell: the first must end before the second begins."""
    words = words.strip()
    return words if not words or words[-1] in "。；！？" else f"{words}。"


def note_words(line: TaskLine) -> str:
    """A closed task says its day in a line of its own."""
    if line.closed_on and line.lamp.lamp is Lamp.CLOSED:
        return "超期销号" if line.lamp.note == "超期销号" else ""
    return line.lamp.note
