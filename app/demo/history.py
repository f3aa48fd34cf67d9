"""What was done on a task, as acts to be played: reports and their reviews, closures, extensions, refusals,
urges, instructions.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import partial

from sqlmodel import Session

from app.core.clock import BEIJING
from app.demo.cast import Cast
from app.demo.diary import Act, moment
from app.demo.documents import OFFICE, ToldTask
from app.demo.told import Told
from app.people.models import User
from app.people.scope import Viewer
from app.progress.closing import close, request_closure
from app.progress.models import ClosureRequest, ExtensionRequest, ProgressReport, ReportSlot
from app.progress.service import accept_report, return_report, submit_report
from app.reminders.urges import urge
from app.requests.extending import grant, request_extension
from app.requests.instructing import instruct
from app.requests.refusing import others, part_of_department, refuse
from app.workdays.calendar import installed
from app.workdays.rules import add_working_days

DAYS_TO_REDO = 3


def acts_of(db: Session, cast: Cast, task: ToldTask) -> Iterator[Act]:
    for report in task.told.get("reports", []):
        yield from acts_of_report(db, cast, task, report)
    for closure in task.told.get("closures", []):
        yield from acts_of_closure(db, cast, task, closure)
    for extension in task.told.get("extensions", []):
        yield from acts_of_extension(db, cast, task, extension)
    for day in task.told.get("urges", []):
        yield Act(moment(day, 9), partial(press, db, cast.viewer(OFFICE), task))
    for told in task.told.get("refusals", []):
        yield Act(moment(told["asked"], 15), partial(send_back, db, cast, task, told))
    for told in task.told.get("instructions", []):
        yield Act(moment(told["day"], 11), partial(write, db, cast, task, told))


def acts_of_report(db: Session, cast: Cast, task: ToldTask, told: Told) -> Iterator[Act]:
    """Sent in the morning, reviewed in the afternoon."""
    sent: list[ProgressReport] = []
    slot = task.slots[told["slot"]] if told["slot"] else None
    author = cast.users[told["author"]]
    yield Act(moment(told["day"], 10), lambda at: sent.append(send(db, task, slot, told, author, at)))
    if told["result"] != "waiting":
        reviewer = cast.users[told["reviewer"]]
        yield Act(moment(told["reviewed"], 15), lambda at: review(db, sent[0], told, reviewer, at))


def send(
    db: Session, task: ToldTask, slot: ReportSlot | None, told: Told, author: User, at: datetime
) -> ProgressReport:
    readings = {
        task.indicators[one["target"] - 1].id: Decimal(one["value"])
        for one in task.told.get("readings", [])
        if one["as_of"] == told["day"]
    }
    return submit_report(
        db,
        task.task,
        task.lead,
        slot,
        percent=told["percent"],
        summary=told["text"],
        problems=told["problem"],
        next_steps=told["next"],
        no_change=False,
        by=author,
        now=at,
        readings=readings,
    )


def review(db: Session, report: ProgressReport, told: Told, reviewer: User, at: datetime) -> None:
    if told["result"] == "accepted":
        accept_report(db, report, by=reviewer, now=at)
        return
    redo_on = add_working_days(told["reviewed"], DAYS_TO_REDO, installed().is_working_day)
    return_report(db, report, remark=told["remark"], redo_on=redo_on, by=reviewer, now=at)


def acts_of_closure(db: Session, cast: Cast, task: ToldTask, told: Told) -> Iterator[Act]:
    """Asked before noon, closed at the end of the day. The statement is the last report's unless it has its own."""
    asked: list[ClosureRequest] = []
    statement = told.get("reason") or task.told["reports"][-1]["text"]
    applicant = cast.users[told["applicant"]]
    yield Act(
        moment(told["asked"], 11),
        lambda at: asked.append(request_closure(db, task.task, statement, by=applicant, now=at)),
    )
    if told["result"] == "closed":
        decider = cast.users[told["decider"]]
        note = f"{cast.users[told['consent']].name}同意销号。" if "consent" in told else ""
        yield Act(
            moment(told["closed"], 16),
            lambda at: close(db, task.task, asked[0], by=decider, today=told["closed"], now=at, note=note),
        )


def acts_of_extension(db: Session, cast: Cast, task: ToldTask, told: Told) -> Iterator[Act]:
    asked: list[ExtensionRequest] = []
    applicant, number = cast.users[told["applicant"]], task.told["number"]
    yield Act(
        moment(told["asked"], 14),
        lambda at: asked.append(
            request_extension(db, task.task, number, until=told["new_due"], reason=told["reason"], by=applicant, now=at)
        ),
    )
    if told["result"] == "granted":
        decider = cast.users[told["decider"]]
        yield Act(
            moment(told["decided"], 14),
            lambda at: grant(db, task.task, number, asked[0], until=told["new_due"], by=decider, now=at),
        )


def press(db: Session, office: Viewer, task: ToldTask, at: datetime) -> None:
    number = task.told["number"]
    urge(db, task.task, number, by=office, today=at.astimezone(BEIJING).date(), now=at)


def write(db: Session, cast: Cast, task: ToldTask, told: Told, at: datetime) -> None:
    """On paper; the office entered it."""
    leader, recorder = cast.users[told["leader"]], cast.users[told["recorder"]]
    instruct(
        db, task.task, task.told["number"], leader_id=leader.id, text=told["text"], reply_by=told["reply_by"],
        by=recorder, now=at,
    )  # fmt: skip


def send_back(db: Session, cast: Cast, task: ToldTask, told: Told, at: datetime) -> None:
    """The story leaves it on the office's table."""
    applicant, number = cast.users[told["applicant"]], task.told["number"]
    part = part_of_department(db, task.task.id, applicant.department_id)
    wanted = next((id for id, name in others(db, task.task, part) if name == told["proposed"]), None)
    refuse(db, task.task, number, part, reason=told["reason"], proposed_id=wanted, by=applicant, now=at)
