"""站内消息."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Notice(SQLModel, table=True):
    """A line in somebody's inbox. The key makes writing it twice impossible."""

    id: int = Field(default=None, primary_key=True)
    key: str = Field(max_length=160, unique=True)
    user_id: int = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    words: str = Field(max_length=500)
    href: str = Field(default="", max_length=200)
    created_at: datetime
    read_at: datetime | None = None
