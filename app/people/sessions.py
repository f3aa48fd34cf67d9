"""Sign-in and sign-out. Idle 30 minutes, 12 hours at most; five failures lock for 15 minutes (DOMAIN §8)."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, func, or_, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Invalid
from app.core.security import hash_password, hash_token, new_token, password_matches
from app.people.models import SignInFailure, User, UserSession

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
LOCK = timedelta(minutes=15)
FAILURES = 5
WRONG = "账号或密码不对。请检查后重试；忘记密码请联系系统管理员。"
LOCKED = "连续多次登录失败，已锁定15分钟。请稍后再试，或联系系统管理员。"
# Compared when the account does not exist, so that the answer takes the same time.
_NOBODY = hash_password(new_token())


def check_password(db: Session, account: str, password: str, address: str, now: datetime) -> User:
    """The user, or Invalid; the words do not tell which of the two was wrong."""
    recent = select(func.count()).where(
        col(SignInFailure.at) > now - LOCK,
        or_(col(SignInFailure.account) == account, col(SignInFailure.address) == address),
    )
    if db.exec(recent).one() >= FAILURES:
        raise Invalid(LOCKED)
    user = db.exec(select(User).where(User.account == account, col(User.is_active))).first()
    hashed = user.password_hash if user and user.password_hash else _NOBODY
    if not password_matches(password, hashed) or user is None:
        raise Invalid(WRONG)
    return user


def record_failure(db: Session, account: str, address: str, now: datetime) -> None:
    db.add(SignInFailure(account=account[:40], address=address, at=now))
    record(
        db,
        Tag.SIGN_IN_FAILED,
        actor_id=None,
        actor_name=account[:40],
        subject_kind="user",
        subject_id=None,
        address=address,
    )


def start_session(db: Session, user: User, now: datetime) -> str:
    """The token for the cookie."""
    token = new_token()
    db.add(UserSession(token_hash=hash_token(token), user_id=user.id, csrf=new_token(), started_at=now, seen_at=now))
    record(db, Tag.SIGN_IN, actor_id=user.id, actor_name=user.name, subject_kind="user", subject_id=user.id)
    return token


def find_session(db: Session, token: str, now: datetime) -> tuple[UserSession, User] | None:
    """The live session of a cookie; reading never writes, so `seen_at` moves with POSTs and ticks."""
    found = db.exec(
        select(UserSession, User)
        .join(User, col(User.id) == col(UserSession.user_id))
        .where(
            UserSession.token_hash == hash_token(token),
            col(User.is_active),
            col(UserSession.started_at) > now - ABSOLUTE,
        )
    ).first()
    return (found[0], found[1]) if found else None


def end_sessions(db: Session, user_id: int) -> int:
    """Sign the person out everywhere: on sign-out, change of password, change of role. How many browsers that were."""
    return db.exec(delete(UserSession).where(col(UserSession.user_id) == user_id)).rowcount
