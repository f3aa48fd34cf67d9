"""What any route may ask for: the one transaction of its request (STYLE §5.1, §5.2), the day and the moment."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session

from app.core.clock import now, today
from app.core.db import transaction


def open_session(request: Request) -> Iterator[Session]:
    """Commit when the route returns, before the answer leaves."""
    with transaction(request.app.state.engine, write=request.method not in ("GET", "HEAD")) as session:
        yield session


Db = Annotated[Session, Depends(open_session, scope="function")]
Today = Annotated[date, Depends(today)]
Now = Annotated[datetime, Depends(now)]
