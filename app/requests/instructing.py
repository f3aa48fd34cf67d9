"""批示: what a leader wrote on a task, told to those who answer for it."""

from datetime import date, datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.clock import BEIJING
from app.core.errors import Invalid
from app.delivery.models import Notice
from app.delivery.service import take_back
from app.people.kinds import Role
from app.people.models import User
from app.people.rules import LEADERS
from app.progress.models import Instruction
from app.progress.service import Person
from app.reminders.rules import day_words
from app.requests.letters import office_people, people_of, tell
from app.tasks.models import Task

NOT_A_LEADER = "没有选定批示的领导，没有保存。请从领导名单中选择。"


def leaders(db: Session) -> list[tuple[int, str]]:
    """Whose instruction the office may enter; 主要领导 first."""
    people = db.exec(
        select(User.id, User.name, User.role)
        .where(col(User.role).in_(LEADERS), col(User.is_active))
        .order_by(col(User.id))
    ).all()
    return [(id, name) for id, name, role in sorted(people, key=lambda one: one[2] != Role.PRINCIPAL)]


def readers(db: Session, one: Instruction) -> int:
    """How many people have been told."""
    return db.exec(select(func.count()).select_from(Notice).where(told_of(one))).one()


def told_of(one: Instruction) -> ColumnElement[bool]:
    return col(Notice.key).startswith(f"instruction:{one.id}:")


def withdraw(
    db: Session, one: Instruction, leader: str, number: str, *, reason: str, by: Person, now: datetime
) -> None:
    """撤回: it stays in the history with the reason. Whoever has read it is told; from the others the notice goes."""
    read = db.exec(select(Notice.user_id).where(told_of(one), col(Notice.read_at).is_not(None))).all()
    take_back(db, f"instruction:{one.id}")
    one.withdrawn_at, one.withdrawn_by_id, one.withdrawn_reason = now, by.id, reason.strip()
    record(
        db, Tag.INSTRUCT_WITHDRAW, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=one.task_id,
        leader=leader, reason=one.withdrawn_reason,
    )  # fmt: skip
    people = dict.fromkeys(user_id for user_id in (*read, one.leader_id) if user_id != by.id)
    whose = "" if by.id == one.leader_id else leader
    words = f"{by.name}撤回{whose}对第{number}项的批示：{one.withdrawn_reason}"
    tell(db, f"instruction-withdrawn:{one.id}", people, words, f"/tasks/{one.task_id}", now)
    db.flush()


def instruct(
    db: Session, task: Task, number: str, *, leader_id: int, text: str, reply_by: date | None, by: Person, now: datetime
) -> Instruction:
    """Both names are kept where the office enters it. Raises Invalid when it is nobody's, or its day is gone."""
    today = now.astimezone(BEIJING).date()
    leader = db.get(User, leader_id)
    if leader is None or leader.role not in LEADERS:
        raise Invalid(NOT_A_LEADER)
    if reply_by is not None and reply_by < today:
        raise Invalid("回复期限已经过去，没有保存。请另选日期，或不填。")
    recorded = leader.id != by.id
    made = Instruction(
        task_id=task.id,
        leader_id=leader.id,
        recorded_by_id=by.id if recorded else None,
        text=text.strip(),
        reply_by=reply_by,
        at=now,
    )
    db.add(made)
    db.flush()  # its id is part of the notices' keys
    record(
        db, Tag.INSTRUCT, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=task.id,
        leader=leader.name, recorded=recorded, text=made.text,
    )  # fmt: skip
    limit = f"请于{day_words(reply_by, today)}前回复。" if reply_by else ""
    people = dict.fromkeys([*people_of(db, task.id), *office_people(db, besides=by.id)])
    tell(
        db,
        f"instruction:{made.id}",
        people,
        f"{leader.name}批示第{number}项：{made.text}{limit}",
        f"/tasks/{task.id}",
        now,
    )
    return made
