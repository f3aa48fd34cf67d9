"""A small cast and one line to vary. Flushes; the caller commits."""

from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session, func, select

from app.ledgers.models import Ledger
from app.people.kinds import DepartmentKind, Role
from app.people.models import Department, User
from app.people.service import create_department, create_organisation
from app.progress.models import ProgressReport, ReportSlot, ReportStatus, SlotStatus
from app.tasks.kinds import Part, PrintedRole
from app.tasks.models import Responsibility, Task

NOON = datetime(2021, 6, 4, 4, tzinfo=UTC)


def an_office(
    db: Session, name: str = "甲市总工会", departments: tuple[str, ...] = ("办公室", "组织部", "财务部")
) -> Department:
    """An organisation with departments, in order."""
    organisation = create_organisation(db, name)
    for department in departments:
        create_department(db, organisation, department)
    return organisation


def department(db: Session, organisation: Department, name: str) -> Department:
    return db.exec(
        select(Department).where(Department.organisation_id == organisation.id, Department.name == name)
    ).one()


def a_group(db: Session, organisation: Department, name: str = "各县区总工会") -> Department:
    return create_department(db, organisation, name, DepartmentKind.GROUP)


def a_user(db: Session, account: str, role: Role, where: Department | None = None, **changes: Any) -> User:
    user = User(
        account=account,
        name=changes.pop("name", account),
        role=role,
        department_id=where.id if where else None,
        **changes,
    )
    db.add(user)
    db.flush()
    return user


def a_cast(db: Session) -> Department:
    """甲市总工会: office, heads and a liaison, a leader, the administrators; and 外单位, who may see nothing of it.

    Accounts: office, zuzhi (head 组织部), caiwu (head 财务部), lianluo (liaison 组织部), leader, principal,
    sysadmin, secadmin, auditadmin, outsider (head 外部 of 乙市总工会).
    """
    home = an_office(db)
    away = an_office(db, "乙市总工会", ("外部",))
    a_user(db, "office", Role.OFFICE, department(db, home, "办公室"), name="陈静")
    a_user(db, "zuzhi", Role.HEAD, department(db, home, "组织部"), name="王明")
    a_user(db, "caiwu", Role.HEAD, department(db, home, "财务部"), name="李芳")
    a_user(db, "lianluo", Role.LIAISON, department(db, home, "组织部"), name="赵联络")
    a_user(db, "leader", Role.LEADER, home, name="周领导")
    a_user(db, "principal", Role.PRINCIPAL, home, name="吴主席")
    a_user(db, "sysadmin", Role.SYSADMIN, home, name="系统员")
    a_user(db, "secadmin", Role.SECADMIN, home, name="安全员")
    a_user(db, "auditadmin", Role.AUDITADMIN, home, name="审计员")
    a_user(db, "outsider", Role.HEAD, department(db, away, "外部"), name="外人")
    return home


def a_ledger(db: Session, organisation: Department, title: str = "加强基层建设工作台账") -> Ledger:
    ledger = Ledger(
        organisation_id=organisation.id,
        title=title,
        doc_number="甲工办字〔2021〕9号",
        issuer=organisation.name,
        issued_on=date(2021, 6, 4),
        published_at=NOON,
        published_by="陈静",
    )
    db.add(ledger)
    db.flush()
    return ledger


def a_task(
    db: Session,
    ledger: Ledger,
    *,
    lead: Department | None = None,
    supports: tuple[Department, ...] = (),
    presumed: bool = False,
    **changes: Any,
) -> Task:
    """The next task of the ledger, issued on 2021-06-04, due at the year's end unless told."""
    position = db.exec(select(func.count()).select_from(Task).where(Task.ledger_id == ledger.id)).one() + 1
    values: dict[str, Any] = {
        "position": position,
        "number": str(position),
        "target": f"第{position}项任务：每年至少召开1次会议。",
        "start_on": date(2021, 6, 4),
        "due_on": date(2021, 12, 31),
        "first_due_on": date(2021, 12, 31),
    }
    task = Task(ledger_id=ledger.id, **{**values, **changes})
    db.add(task)
    db.flush()
    for n, (part, who) in enumerate([(Part.LEAD, lead), *((Part.SUPPORT, s) for s in supports)]):
        if who is not None:
            db.add(
                Responsibility(
                    task_id=task.id,
                    department_id=who.id,
                    position=n + 1,
                    printed_name=who.name,
                    printed_role=PrintedRole.RESPONSIBLE,
                    part=part,
                    presumed=presumed and part is Part.LEAD,
                )
            )
    db.flush()
    return task


def responsibility(db: Session, task: Task, who: Department) -> Responsibility:
    return db.exec(
        select(Responsibility).where(Responsibility.task_id == task.id, Responsibility.department_id == who.id)
    ).one()


def a_slot(db: Session, task: Task, who: Department, **changes: Any) -> ReportSlot:
    values: dict[str, Any] = {
        "period": "2021Q3",
        "period_word": "三季度",
        "opens_on": date(2021, 9, 1),
        "due_on": date(2021, 10, 10),
        "status": SlotStatus.OPEN,
    }
    slot = ReportSlot(task_id=task.id, responsibility_id=responsibility(db, task, who).id, **{**values, **changes})
    db.add(slot)
    db.flush()
    return slot


def a_report(db: Session, task: Task, who: Department, **changes: Any) -> ProgressReport:
    """Sent and waiting for the office, 60 %."""
    at = datetime(2021, 10, 8, 2, tzinfo=UTC)
    values: dict[str, Any] = {
        "percent": 60,
        "summary": "已开展两次活动。",
        "status": ReportStatus.SUBMITTED,
        "saved_at": at,
        "submitted_at": at,
    }
    report = ProgressReport(
        task_id=task.id, responsibility_id=responsibility(db, task, who).id, **{**values, **changes}
    )
    db.add(report)
    db.flush()
    return report
