"""The order of a ledger's tasks, written anew."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import update
from sqlmodel import Session, col

from app.tasks.models import Task

FAR: Final = 1_000_000  # where tasks stand while they change places: two may never stand in one


def put_in_order(db: Session, ledger_id: int, order: Sequence[Task]) -> None:
    db.flush()  # everything else first: the places are written past the session
    mine = update(Task).where(col(Task.ledger_id) == ledger_id)
    db.execute(mine.values(position=col(Task.position) + FAR), execution_options={"synchronize_session": False})
    db.execute(update(Task), [{"id": task.id, "position": n} for n, task in enumerate(order, start=1)])
    for task in order:
        db.expire(task, ["position"])
