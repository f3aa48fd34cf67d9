"""The signed-in person, and the guard against forged forms."""

import hmac
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session

from app.core.clock import Now
from app.core.db import Db
from app.core.errors import NotAllowed
from app.core.forms import TypedForm
from app.people.models import Department
from app.people.scope import Viewer
from app.people.sessions import find_session

COOKIE = "session"
CSRF_COOKIE = "csrf"
FORGED = "这个页面放得太久，或不是从本系统打开的，没有保存。请刷新页面后再做一次。"
SAFE = ("GET", "HEAD")


class SignInFirst(Exception):
    """Nobody is signed in; main leads to the sign-in page."""


def sent_csrf(request: Request, typed: TypedForm) -> str:
    """The token that came with the form or, from htmx, in the header."""
    return request.headers.get("x-csrf") or typed.get("csrf", "")


SentCsrf = Annotated[str, Depends(sent_csrf)]


def check_csrf(request: Request, sent: SentCsrf) -> None:
    """For forms of people who are not signed in: the token must equal the cookie."""
    if request.method not in SAFE and not same(sent, request.cookies.get(CSRF_COOKIE, "")):
        raise NotAllowed(FORGED)


def same(sent: str, known: str) -> bool:
    return bool(known) and hmac.compare_digest(sent.encode(), known.encode())


def current_viewer(request: Request, db: Db, now: Now, sent: SentCsrf) -> Viewer:
    """Raises SignInFirst, or NotAllowed for a forged form."""
    viewer = find_viewer(db, request, now)
    if viewer is None:
        raise SignInFirst
    if request.method not in SAFE and not same(sent, viewer.csrf):
        raise NotAllowed(FORGED)
    request.state.viewer, request.state.db = viewer, db
    if viewer.must_change_password and request.url.path not in ("/password", "/sign-out"):
        raise SignInFirst("/password")
    return viewer


CurrentViewer = Annotated[Viewer, Depends(current_viewer)]


def find_viewer(db: Session, request: Request, now: Now) -> Viewer | None:
    found = find_session(db, request.cookies.get(COOKIE, ""), now)
    if found is None:
        return None
    session, user = found
    department, organisation = places(db, user.department_id)
    return Viewer(
        id=user.id,
        name=user.name,
        account=user.account,
        role=user.role,
        department_id=user.department_id,
        department=department.name if department else "",
        organisation_id=organisation.id if organisation else None,
        organisation=organisation.name if organisation else "",
        csrf=session.csrf,
        must_change_password=user.must_change_password,
    )


def places(db: Session, department_id: int | None) -> tuple[Department | None, Department | None]:
    """The department and its organisation; an organisation is its own."""
    if department_id is None:
        return None, None
    department = db.get_one(Department, department_id)
    organisation = db.get(Department, department.organisation_id) if department.organisation_id else department
    return department, organisation


def require(reason: str) -> None:
    """Raises NotAllowed with the reason, if there is one."""
    if reason:
        raise NotAllowed(reason)
