"""What a reader asks of one ledger, as its address says: which tasks, in which order. Screen and paper alike."""

from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query
from sqlalchemy import and_, exists, false, select
from sqlmodel import Session, col

from app.boards.lamp_sql import facts, lamp_of
from app.boards.rows import LAMP_ORDER, STATES, Reader, state_of
from app.core.forms import whole_number
from app.progress.asof import due_on
from app.progress.lines import TaskLine, task_lines
from app.progress.waiting import led_by
from app.tasks.kinds import Lamp, Part
from app.tasks.models import Responsibility, Task
from app.workdays.calendar import installed

DUE_CHOICES = (("overdue", "已逾期"), ("7", "7日内"), ("30", "30日内"))
SORTS = {"number": "序号", "dept": "责任部门", "due": "完成时限", "lamp": "亮灯"}


@dataclass(frozen=True)
class Filters:
    """An empty word asks for nothing."""

    dept: str = ""
    lamp: str = ""
    state: str = ""
    due: str = ""
    text: str = ""
    lead: str = ""  # "presumed", "mine" (我分管的), or the id of the department that leads
    ids: tuple[int, ...] = field(default=())  # ticked one by one
    sort: str = ""  # a key of SORTS, with - before it the other way round

    @property
    def any(self) -> bool:
        return bool(self.dept or self.lamp or self.state or self.due or self.text or self.lead or self.ids)

    @property
    def query(self) -> str:
        """As it is written in an address: ?lamp=red, or nothing."""
        words = urlencode(self.pairs)
        return f"?{words}" if words else ""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is asked, as fields of a form."""
        asked = {f.name: v for f in fields(self) if (v := getattr(self, f.name))}
        return [(name, str(v)) for name, word in asked.items() for v in (word if name == "ids" else [word])]

    @property
    def key(self) -> str:
        named = self.sort.removeprefix("-")
        return named if named in SORTS else "number"

    @property
    def backwards(self) -> bool:
        return self.sort.startswith("-")


def asked_filters(
    dept: str = "",
    lamp: str = "",
    state: str = "",
    due: str = "",
    text: str = "",
    lead: str = "",
    ids: Annotated[tuple[int, ...], Query()] = (),
    sort: str = "",
) -> Filters:
    return Filters(dept, lamp, state, due, text.strip(), lead, ids, sort)


Asked = Annotated[Filters, Depends(asked_filters)]


@dataclass(frozen=True)
class SortHead:
    """The head of a column that sorts: `aria` is ascending, descending or none; the link turns a second press round."""

    word: str
    aria: str
    href: str


def sort_heads(filters: Filters) -> dict[str, SortHead]:
    return {key: sort_head(key, filters) for key in SORTS}


def sort_head(key: str, filters: Filters) -> SortHead:
    current = filters.key == key
    turned = f"-{key}" if current and not filters.backwards else key
    href = replace(filters, sort="" if turned == "number" else turned).query or "?"
    aria = ("descending" if filters.backwards else "ascending") if current else "none"
    return SortHead(SORTS[key], aria, href)


def asked_lines(
    db: Session, ledger_id: int, filters: Filters, reader: Reader, today: date, order: dict[int, int] | None = None
) -> list[TaskLine]:
    """The lines that match. `order`: the places of departments in the organisation, for sorting by them."""
    chosen = wanted(ledger_id, filters, reader, today)
    lines = task_lines(db, chosen, today, installed().is_working_day)
    if filters.state:
        lines = [x for x in lines if reader.may_follow(x) and state_of(x, today) == filters.state]
    return arranged(lines, filters, reader, order or {})


def wanted(ledger_id: int, filters: Filters, reader: Reader, today: date) -> Any:
    """Ids of the tasks. A reader who may not follow a task must not find it by how it stands."""
    where = [col(Task.ledger_id) == ledger_id]
    if filters.dept:
        where.append(played_by(filters.dept))
    if filters.lead == "presumed":
        where.append(played_by("", col(Responsibility.part) == Part.LEAD, col(Responsibility.presumed).is_(True)))
    elif filters.lead == "mine":
        where.append(led_by(reader.oversees) if reader.oversees else false())
    elif filters.lead:
        where.append(played_by(filters.lead, col(Responsibility.part) == Part.LEAD))
    if filters.text:
        where.append(col(Task.target).icontains(filters.text, autoescape=True))
    if filters.ids:
        where.append(col(Task.id).in_(filters.ids))
    if filters.due.isdecimal():
        where.append(due_on(today).between(today, today + timedelta(days=int(filters.due[:4]))))
    if not (filters.lamp or filters.due):
        return select(col(Task.id)).where(*where)
    rows = facts(today, and_(*where), reader.followed).c
    lamp = lamp_of(rows, today)
    asked = select(rows.id)
    if filters.lamp:
        asked = asked.where(rows.followed == 1, lamp == filters.lamp)
    if filters.due == "overdue":
        asked = asked.where(rows.followed == 1, lamp == Lamp.RED.value, rows.due_on < today)
    if filters.due.isdecimal():  # what is struck off is due no more, for those who may know
        asked = asked.where((rows.followed == 0) | (lamp != Lamp.CLOSED.value))
    return asked


def played_by(department_id: str, *more: Any) -> Any:
    """The task has such a responsibility; an id that is no number is nobody's."""
    mine = [col(Responsibility.department_id) == whole_number(department_id)] if department_id else []
    return exists().where(col(Responsibility.task_id) == col(Task.id), *mine, *more)


def arranged(lines: list[TaskLine], filters: Filters, reader: Reader, order: dict[int, int]) -> list[TaskLine]:
    """Stable: equals keep the order of the document. What has no day, no lead or no visible lamp stands last."""

    def place(line: TaskLine) -> Any:
        if filters.key == "due":
            return line.due_on
        if filters.key == "dept":
            return order.get(line.lead.id) if line.lead else None
        if filters.key == "lamp":
            return LAMP_ORDER.index(line.lamp.lamp) if reader.may_follow(line) else None
        return line.position

    known = sorted((x for x in lines if place(x) is not None), key=place, reverse=filters.backwards)
    return known + [x for x in lines if place(x) is None]


def asked_words(filters: Filters, names: dict[str, str]) -> str:
    """The filters in words, for the head of a paper: 经济部，红灯，含“竞赛”."""
    lamps = {"red": "红灯", "yellow": "黄灯", "hollow": "未报", "green": "绿灯", "closed": "已销号", "stopped": "停办"}
    said = (
        names.get(filters.dept, "没有这个部门") if filters.dept else "",
        lamps.get(filters.lamp, "没有这种亮灯") if filters.lamp else "",
        STATES[filters.state][0] if filters.state in STATES else "",
        dict(DUE_CHOICES).get(filters.due, f"{filters.due}日内" if filters.due else ""),
        "牵头推定" if filters.lead == "presumed" else "",
        "我分管的部门牵头" if filters.lead == "mine" else "",
        f"{names[filters.lead]}牵头" if filters.lead in names else "",
        f"含“{filters.text}”" if filters.text else "",
        "所选任务" if filters.ids else "",
    )
    return "，".join(word for word in said if word)
