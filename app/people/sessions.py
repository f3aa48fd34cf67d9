"""Sign-in and sign-out. Idle 30 minutes, 12 hours at most; five failures lock for 15 minutes (DOMAIN §8)."""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from sqlmodel import Session, col, delete, func, or_, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Invalid
from app.core.security import hash_password, hash_token, new_token, password_matches
from app.people.models import SignInFailure, User, UserSession

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
MINUTE = timedelta(minutes=1)
LOCK = timedelta(minutes=15)
FAILURES = 5
WRONG = "账号或密码不对。请检查后重试；忘记密码请联系系统管理员。"
LOCKED = "连续多次登录失败，已锁定15分钟。请稍后再试，或联系系统管理员。"


@cache
def _nobody() -> str:
    """Compared when the account does not exist, so that the answer takes the same time. Costly: not at every start."""
    return hash_password(new_token())


def check_password(db: Session, account: str, password: str, address: str, now: datetime) -> User:
    """The user, or Invalid; the words do not tell which of the two was wrong."""
    recent = select(func.count()).where(
        col(SignInFailure.at) > now - LOCK,
        or_(col(SignInFailure.account) == account, col(SignInFailure.address) == address),
    )
    if db.exec(recent).one() >= FAILURES:
        raise Invalid(LOCKED)
    user = db.exec(select(User).where(User.account == account, col(User.is_active))).first()
    nobody = _nobody()  # made for whoever asks: the first answer tells nothing either
    hashed = user.password_hash if user and user.password_hash else nobody
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


@dataclass(frozen=True)
class FoundSession:
    """The session of a cookie and when it was last used; it may have ended."""

    session: UserSession
    user: User
    used_at: datetime

    def is_live(self, now: datetime) -> bool:
        return now - self.used_at <= IDLE and now - self.session.started_at < ABSOLUTE

    def renewed(self, cookie: str, now: datetime) -> str:
        """The cookie with a new moment of use, at most once a minute; empty when it is fresh enough."""
        return stamped(self.session, cookie.partition(".")[0], now) if now - self.used_at >= MINUTE else ""


def start_session(db: Session, user: User, now: datetime, former: FoundSession | None = None) -> str:
    """The cookie's value. Pages still open from the person's `former` session go on working: its form token is kept."""
    same_person = former is not None and former.user.id == user.id
    token = new_token()
    session = UserSession(
        token_hash=hash_token(token),
        user_id=user.id,
        csrf=former.session.csrf if former and same_person else new_token(),
        stamp_key=new_token(),
        started_at=now,
    )
    db.exec(delete(UserSession).where(col(UserSession.started_at) <= now - 2 * ABSOLUTE))
    if former and same_person:
        db.delete(former.session)
    db.add(session)
    record(db, Tag.SIGN_IN, actor_id=user.id, actor_name=user.name, subject_kind="user", subject_id=user.id)
    return stamped(session, token, now)


def stamped(session: UserSession, token: str, now: datetime) -> str:
    """Token, moment of use and seal. The moment rides in the cookie, because opening a page writes nothing;
    the key of the seal stays here, so that nobody can make an old cookie young again."""
    moment = str(int(now.timestamp()))
    return f"{token}.{moment}.{seal_of(session.stamp_key, moment)}"


def seal_of(key: str, moment: str) -> str:
    return hmac.new(key.encode(), moment.encode(), "sha256").hexdigest()


def find_session(db: Session, cookie: str) -> FoundSession | None:
    """None for a cookie that is forged, signed out or of a disabled account."""
    token, _, stamp = cookie.partition(".")
    moment, _, seal = stamp.partition(".")
    found = db.exec(
        select(UserSession, User)
        .join(User, col(User.id) == col(UserSession.user_id))
        .where(UserSession.token_hash == hash_token(token), col(User.is_active))
    ).first()
    if found is None or not hmac.compare_digest(seal.encode(), seal_of(found[0].stamp_key, moment).encode()):
        return None
    return FoundSession(found[0], found[1], datetime.fromtimestamp(int(moment), UTC))


def end_sessions(db: Session, user_id: int) -> int:
    """Sign the person out everywhere: on sign-out, change of password, change of role. How many browsers that were."""
    return db.exec(delete(UserSession).where(col(UserSession.user_id) == user_id)).rowcount
