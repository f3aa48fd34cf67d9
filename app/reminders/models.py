"""催办 and the pulse of the engine."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Urge(SQLModel, table=True):
    """催办: a person presses one department on one task."""

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    department_id: int = Field(foreign_key="department.id", ondelete="RESTRICT")
    by_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    at: datetime


class Heartbeat(SQLModel, table=True):
    """When a job last ended, and how much it wrote."""

    job: str = Field(primary_key=True, max_length=40)
    at: datetime
    written: int = 0
