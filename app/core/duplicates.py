"""Two people save the same name at the same instant: the database lets one in, the other is told so in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from app.core.errors import Conflict

# A constraint that people can meet by typing or by pressing a button, and what to tell the second of them.
TAKEN = {
    "uq_user_account": "这个账号刚刚已有人建立，没有重复建立。请换一个账号。",
    "uq_department_name": "这个单位刚刚已有人建立，没有重复建立。请换一个名称。",
    "uq_department_organisation_id_name": "这个部门名称刚刚已有人用了，没有保存。请换一个名称，或记为别名。",
    "uq_department_alias_organisation_id_name": "这个别名刚刚已有人用了，没有保存。请先改掉那一处。",
    "uq_responsibility_task_id_department_id": "这个部门刚刚已列入这项任务，没有重复保存。请刷新页面查看。",
    "uq_report_slot_responsibility_id_period": "这一期刚刚已有人设好，没有重复设置。请刷新页面查看。",
    "uq_closure_task_id": "这项任务刚刚已销号，没有重复办理。请刷新页面查看。",
}
SQLITE = "UNIQUE constraint failed: "


def constraint_of(error: IntegrityError) -> str:
    """Its name as our naming convention gives it; SQLite tells only the columns."""
    told = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
    if told:
        return str(told)
    _, _, columns = str(error.orig).partition(SQLITE)
    table = columns.partition(".")[0]
    names = [column.partition(".")[2] for column in columns.split(", ")]
    return f"uq_{table}_{'_'.join(names)}"


def as_conflict(error: IntegrityError) -> Conflict | None:
    """What to tell the person; None for a fault of ours."""
    words = TAKEN.get(constraint_of(error))
    return Conflict(words) if words else None


@contextmanager
def first_come(db: Session) -> Iterator[None]:
    """What is written inside is undone alone when somebody was first; raises Conflict, and the form can be shown."""
    try:
        with db.begin_nested():
            yield
    except IntegrityError as error:
        refused = as_conflict(error)
        if refused is None:
            raise
        raise refused from error
