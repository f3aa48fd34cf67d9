"""The demonstration: three organisations, and what had happened to their ledgers by one day."""

from sqlalchemy import Engine
from sqlmodel import Session, func, select

from app.core import clock
from app.core.db import transaction
from app.core.errors import AppError, Conflict
from app.core.models import InstallationFact
from app.demo.cast import Cast, create_cast
from app.demo.diary import Act, Diary, moment, play
from app.demo.documents import issue_ledger
from app.demo.history import acts_of
from app.demo.told import Told, read_story
from app.ledgers.models import Ledger
from app.people.models import Department, User

MARK = "demo"
EMPTY = "数据库还是空的，不能用演示方式启动。请先运行 python -m app seed-demo 装入演示数据。"
REAL = (
    "这个数据库不是演示数据，不能用演示方式启动。"
    "正式使用请去掉 TAIZHANG_DEMO；要看演示，请用 TAIZHANG_DATA 另指一个空文件夹。"
)
REFUSED = "数据库里已有正式数据，没有装入演示数据。要看演示，请用 TAIZHANG_DATA 另指一个空文件夹。"


def refuse_without_mark(db: Session) -> None:
    """One-click sign-in must never open a real office's data. Raises AppError."""
    if not is_marked(db):
        raise AppError(EMPTY if is_empty(db) else REAL)


def seed_demo(engine: Engine) -> str:
    """In one transaction, so a crash leaves an empty database; a second time changes nothing."""
    with transaction(engine) as db:
        if is_marked(db):
            return "演示数据已经有了。"
        if not is_empty(db):
            raise Conflict(REFUSED)
        return fill(db)


def is_marked(db: Session) -> bool:
    return db.get(InstallationFact, MARK) is not None


def is_empty(db: Session) -> bool:
    """Sessions and heartbeats do not count: a server may have run on it."""
    return all(db.exec(select(table).limit(1)).first() is None for table in (User, Department, Ledger))


def fill(db: Session) -> str:
    today, now = clock.today(), clock.now()
    story = read_story(today)
    diary = Diary(db, moment(min(told["issued_day"] for told in story.ledgers), 7))
    cast = create_cast(db, story)
    acts = [act for told in story.ledgers for act in acts_of_ledger(db, cast, told, story.is_shifted, diary)]
    play(diary, acts, now)
    db.add(InstallationFact(name=MARK, value=today.isoformat()))
    db.flush()
    count = {table: db.exec(select(func.count()).select_from(table)).one() for table in (Ledger, User)}
    return f"已装入演示数据：{len(story.organisations)}个单位、{count[Ledger]}本台账、{count[User]}个用户。"


def acts_of_ledger(db: Session, cast: Cast, told: Told, is_shifted: bool, diary: Diary) -> list[Act]:
    tasks = issue_ledger(db, cast, told, is_shifted, diary)
    return [act for task in tasks for act in acts_of(db, cast, task)]
