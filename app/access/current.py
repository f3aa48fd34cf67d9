"""The signed-in person, and the guard against forged forms."""

import hmac
from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session, select

from app.core.doors import Db, Now
from app.core.errors import NotAllowed
from app.core.forms import Typed, TypedForm
from app.people.kinds import Role
from app.people.models import Department, User
from app.people.scope import Viewer
from app.people.sessions import find_session

COOKIE = "session"
CSRF_COOKIE = "csrf"
FORGED = "这个页面放得太久，或不是从本系统打开的，没有保存。请刷新页面后再做一次。"
SAFE = ("GET", "HEAD")
TICK = "x-tick"  # a page that refreshes itself is not a person at work
Kept = Sequence[tuple[str, str]]


class SignInFirst(Exception):
    """Nobody is signed in; main leads to the sign-in page."""


class SessionEnded(SignInFirst):
    """Somebody was: idle for 30 minutes, or signed in for 12 hours. `kept` is what was sent, to be sent again."""

    def __init__(self, kept: Kept = ()) -> None:
        super().__init__()
        self.kept = kept


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


def current_viewer(request: Request, db: Db, now: Now, sent: SentCsrf, typed: TypedForm) -> Viewer:
    """Raises SignInFirst, or NotAllowed for a forged form."""
    viewer = find_viewer(db, request, now)
    if viewer is None and COOKIE in request.cookies:
        raise SessionEnded(what_was_typed(db, request, sent, typed))
    if viewer is None:
        raise SignInFirst
    if request.method not in SAFE and not same(sent, viewer.csrf):
        raise NotAllowed(FORGED)
    request.state.viewer, request.state.db = viewer, db
    if viewer.must_change_password and request.url.path not in ("/password", "/sign-out"):
        raise SignInFirst("/password")
    return viewer


CurrentViewer = Annotated[Viewer, Depends(current_viewer)]


def what_was_typed(db: Session, request: Request, sent: str, typed: Typed) -> Kept:
    """The fields of a form that came too late; nothing of one that another site may have sent."""
    former = find_session(db, request.cookies[COOKIE])
    if request.method in SAFE or former is None or not same(sent, former.session.csrf):
        return ()
    return [(name, value) for name, value in typed.data.multi_items() if isinstance(value, str) and name != "csrf"]


def find_viewer(db: Session, request: Request, now: Now) -> Viewer | None:
    """The person, unless idle for too long; the answer will carry the renewed cookie."""
    cookie = request.cookies.get(COOKIE, "")
    found = find_session(db, cookie) if cookie else None
    if found is None or not found.is_live(now):
        return None
    if TICK not in request.headers:
        request.state.renewed = found.renewed(cookie, now)
    session, user = found.session, found.user
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
        oversees=overseen(db, user),
    )


def overseen(db: Session, user: User) -> frozenset[int]:
    """主要领导 answers for all departments, whoever else is named."""
    if user.role is not Role.LEADER:
        return frozenset()
    return frozenset(db.exec(select(Department.id).where(Department.overseer_id == user.id)))


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
