"""退办: a department sends back what is not its own; the office keeps it there in writing, or reassigns it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.boards.lead import move_slots
from app.core.clock import BEIJING
from app.core.errors import Conflict, Invalid, NotAllowed
from app.ledgers.models import Ledger
from app.people.kinds import DepartmentKind
from app.people.models import Department
from app.progress.models import Decision, ProgressReport, Refusal
from app.progress.receiving import stand
from app.progress.service import Person
from app.requests.letters import heads_of, office_people, tell
from app.tasks.kinds import Part, ResponsibilityStatus
from app.tasks.models import Responsibility, Task

WAITING = "这个部门的退办申请正在等办公室决定，没有重复提交。"
REPORTED = "这个部门已经报送过进展，不能再退办。需要改派，请联系办公室。"
DECIDED = "这份退办申请已经有人决定，没有重复办理。请刷新页面查看。"
SAME_PERSON = "这次退办由本人申请，不能由同一人决定。请由办公室其他同志决定。"
NEEDS_ANOTHER = "牵头部门退办要改派给别的部门，没有办理。请选择改派给谁。"
NOT_ONE = "没有找到所选的部门，没有办理。请重新选择。"


def part_of_department(db: Session, task_id: int, department_id: int | None) -> Responsibility:
    """The part that access found."""
    return db.exec(
        select(Responsibility).where(
            Responsibility.task_id == task_id,
            Responsibility.department_id == department_id,
            Responsibility.status != ResponsibilityStatus.HANDED_OVER,
        )
    ).one()


def why_not_ask(db: Session, part: Responsibility) -> str:
    if part.status is ResponsibilityStatus.REFUSED:
        return WAITING
    sent = select(ProgressReport.id).where(
        ProgressReport.responsibility_id == part.id, col(ProgressReport.submitted_at).is_not(None)
    )
    return REPORTED if db.exec(sent.limit(1)).first() is not None else ""


def others(db: Session, task: Task, part: Responsibility) -> Sequence[tuple[int, str]]:
    """Departments of the ledger's organisation that may take it instead, in their order; groups report by members."""
    home = select(Ledger.organisation_id).where(Ledger.id == task.ledger_id).scalar_subquery()
    rows = db.exec(
        select(Department.id, Department.name)
        .where(Department.organisation_id == home, Department.id != part.department_id)
        .where(Department.kind != DepartmentKind.GROUP)
        .order_by(col(Department.position), col(Department.id))
    )
    return [(id, name) for id, name in rows]


def refuse(
    db: Session, task: Task, number: str, part: Responsibility, *, reason: str, proposed_id: int | None, by: Person,
    now: datetime,
) -> Refusal:  # fmt: skip
    """The caller has locked the task. Until the office decides the task is still this department's."""
    if why := why_not_ask(db, part):
        raise Conflict(why)
    if proposed_id is not None and proposed_id not in dict(others(db, task, part)):
        raise Invalid(NOT_ONE)
    asked = Refusal(
        task_id=task.id, responsibility_id=part.id, reason=reason.strip(), proposed_id=proposed_id, asked_by_id=by.id,
        asked_at=now,
    )  # fmt: skip
    db.add(asked)
    part.status = ResponsibilityStatus.REFUSED
    task.version += 1
    db.flush()  # its id is part of the notices' keys
    name = _name(db, part.department_id)
    _record(db, Tag.REFUSE, task, by, department=name, reason=asked.reason)
    words = f"{name}申请退办第{number}项：{asked.reason}"
    tell(db, f"refusal:{asked.id}:asked", office_people(db, besides=by.id), words, f"/refusals/{asked.id}", now)
    return asked


def keep(db: Session, task: Task, number: str, asked: Refusal, *, remark: str, by: Person, now: datetime) -> None:
    """不同意, in writing: it stays where it was assigned."""
    if not remark.strip():
        raise Invalid("不同意退办要写明理由，没有办理。请填写理由后再办。")
    part = _decide(db, task, asked, Decision.RETURNED, remark, by, now)
    stand(db, part, now.astimezone(BEIJING).date())
    name = _name(db, part.department_id)
    _record(db, Tag.REFUSAL_KEEP, task, by, department=name, remark=asked.remark)
    words = f"{by.name}不同意{name}退办第{number}项：{asked.remark}"
    tell(db, f"refusal:{asked.id}:decided", [asked.asked_by_id], words, f"/tasks/{task.id}", now)
    db.flush()


def reassign(
    db: Session, task: Task, number: str, asked: Refusal, *, to_id: int | None, remark: str, by: Person, now: datetime
) -> None:
    """同意, 改派: the old part stays as history; what nobody has reported yet is asked of the new one."""
    part = db.get_one(Responsibility, asked.responsibility_id)
    if to_id is None and part.part is Part.LEAD:
        raise Invalid(NEEDS_ANOTHER)
    if to_id is not None and to_id not in dict(others(db, task, part)):
        raise Invalid(NOT_ONE)
    _decide(db, task, asked, Decision.ACCEPTED, remark, by, now)
    asked.given_to_id = to_id
    if to_id is not None:
        _take_over(db, part, to_id, now.astimezone(BEIJING).date())
    part.part, part.presumed, part.status = Part.SUPPORT, False, ResponsibilityStatus.HANDED_OVER
    old, new = _name(db, part.department_id), _name(db, to_id)
    _record(db, Tag.REASSIGN, task, by, department=old, to=new)
    words = f"{by.name}同意{old}退办第{number}项" + (f"，改派{new}。" if new else "。")
    people = dict.fromkeys([asked.asked_by_id, *heads_of(db, to_id)])
    tell(db, f"refusal:{asked.id}:decided", people, words, f"/tasks/{task.id}", now)
    db.flush()


def _take_over(db: Session, old: Responsibility, to_id: int, today: date) -> None:
    """A department that already helps becomes the lead; otherwise it takes the part as it was."""
    parts = db.exec(select(Responsibility).where(Responsibility.task_id == old.task_id)).all()
    new = next((p for p in parts if p.department_id == to_id), None)
    if new is None:
        new = Responsibility(
            task_id=old.task_id,
            department_id=to_id,
            position=1 + max(p.position for p in parts),
            printed_role=old.printed_role,
            part=Part.SUPPORT,
        )
        db.add(new)
        db.flush()  # its periods need its id
    stand(db, new, today)
    if old.part is Part.LEAD:
        new.part, new.presumed = Part.LEAD, False
        move_slots(db, old, new)


def _decide(
    db: Session, task: Task, asked: Refusal, decision: Decision, remark: str, by: Person, now: datetime
) -> Responsibility:
    if asked.decision is not None:
        raise Conflict(DECIDED)
    if asked.asked_by_id == by.id:
        raise NotAllowed(SAME_PERSON)
    asked.decision, asked.remark = decision, remark.strip()
    asked.decided_by_id, asked.decided_at = by.id, now
    asked.version += 1
    task.version += 1
    return db.get_one(Responsibility, asked.responsibility_id)


def _name(db: Session, department_id: int | None) -> str:
    return db.exec(select(Department.name).where(Department.id == department_id)).first() or ""


def _record(db: Session, tag: Tag, task: Task, by: Person, **details: object) -> None:
    record(db, tag, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=task.id, **details)
