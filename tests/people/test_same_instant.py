"""Two people save the same name at the same instant: one is let in, the other keeps what was typed and is told."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, UniqueConstraint, event, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from app.core.db import transaction
from app.core.duplicates import TAKEN, as_conflict, constraint_of
from app.people.models import Department, DepartmentAlias, User
from app.tables import metadata
from tests.factories import a_cast, a_user, department


def at_once(engine: Engine, first: Callable[[Session], object], press: Callable[[], object]) -> object:
    """`first` has written but not committed when `press` begins; what `press` answers."""
    answers: list[object] = []
    second = threading.Thread(target=lambda: answers.append(press()))
    with transaction(engine) as db:
        first(db)
        db.flush()
        with waiting(engine) as stopped:
            second.start()
            until = time.monotonic() + 120
            while not stopped():
                assert second.is_alive(), "the second did not have to wait"
                assert time.monotonic() < until, "the second never came to the lock"
                time.sleep(0.02)
    second.join()
    return answers[0]


@contextmanager
def waiting(engine: Engine) -> Iterator[Callable[[], bool]]:
    """Whether somebody has come to the lock: PostgreSQL tells; SQLite's stands at the beginning of a write."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as asking:
            yield lambda: bool(asking.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")))
        return
    came = threading.Event()

    def note(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if statement == "BEGIN IMMEDIATE":
            came.set()

    event.listen(engine, "before_cursor_execute", note)
    yield came.is_set
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def home(db):
    home = a_cast(db)
    db.commit()
    return home


def test_two_administrators_make_one_account(as_user, engine, db, home):
    office = department(db, home, "办公室")
    browser, role = as_user("sysadmin"), db.exec(select(User.role).where(User.account == "zuzhi")).one()
    typed = {
        "account": "liuhai",
        "name": "刘海二",
        "role": "head",
        "department": office.id,
        "password": "Gongzuo-2021!",
    }
    db.rollback()

    answer = at_once(
        engine,
        lambda other: a_user(other, "liuhai", role, office, name="刘海一"),
        lambda: browser.send("/admin/users", typed, expect=422),
    )

    assert "请换一个账号" in answer.text
    assert 'value="刘海二"' in answer.text
    db.rollback()
    assert db.exec(select(User.name).where(User.account == "liuhai")).all() == ["刘海一"]


def test_two_offices_make_one_department(as_user, engine, db, home):
    browser, home_id = as_user("office"), home.id
    db.rollback()

    answer = at_once(
        engine,
        lambda other: other.add(Department(name="宣传部", organisation_id=home_id, parent_id=home_id)),
        lambda: browser.send("/admin/departments", {"organisation": home_id, "name": "宣传部"}, expect=422),
    )

    assert "宣传部" in answer.text
    assert "请" in answer.text
    assert len(db.exec(select(Department).where(Department.name == "宣传部")).all()) == 1


def test_two_offices_make_one_organisation(as_user, engine, db, home):
    browser = as_user("office")

    answer = at_once(
        engine,
        lambda other: other.add(Department(name="丙市总工会", kind=home.kind)),
        lambda: browser.send("/admin/organisations", {"name": "丙市总工会"}, expect=422),
    )

    assert "请换一个名称" in answer.text
    assert len(db.exec(select(Department).where(Department.name == "丙市总工会")).all()) == 1


def test_a_renamed_department_cannot_take_the_alias_another_gets(as_user, engine, db, home):
    finance, staff = department(db, home, "财务部"), department(db, home, "组织部")
    browser, home_id, staff_id = as_user("office"), home.id, staff.id
    typed = {"name": "人事处", "kind": "office", "version": finance.version}
    address = f"/admin/departments/{finance.id}"
    db.rollback()

    def alias(other: Session) -> None:
        other.get(Department, home_id, with_for_update=True)
        other.add(DepartmentAlias(organisation_id=home_id, department_id=staff_id, name="人事处"))

    answer = at_once(engine, alias, lambda: browser.send(address, typed, expect=422))

    assert "人事处已是另一个部门的名称或别名" in answer.text
    assert db.exec(select(Department.name).where(Department.id == finance.id)).one() == "财务部"


def test_the_database_names_the_constraint_on_both(engine, home):
    """The words are found by name; SQLite tells columns only, also for the organisations' partial index."""
    for row in (
        {"name": home.name, "organisation_id": None},
        {"name": "财务部", "organisation_id": home.id, "parent_id": home.id},
    ):
        with pytest.raises(IntegrityError) as broken, transaction(engine) as db:
            db.add(Department(**row))
        assert as_conflict(broken.value), constraint_of(broken.value)


def test_other_faults_of_the_database_stay_ours(engine, home):
    with pytest.raises(IntegrityError) as broken, transaction(engine) as db:
        db.add(Department(name="无主", organisation_id=987654))

    assert as_conflict(broken.value) is None


def test_every_told_constraint_exists():
    unique = {c.name for t in metadata.tables.values() for c in t.constraints if isinstance(c, UniqueConstraint)}
    unique |= {i.name for t in metadata.tables.values() for i in t.indexes if i.unique}

    assert {str(name) for name in TAKEN} <= {str(name) for name in unique} | named_by_columns()


def named_by_columns() -> set[str]:
    """A name that is only given when the table is made."""
    return {
        f"uq_{t.name}_{'_'.join(column.name for column in c.columns)}"
        for t in metadata.tables.values()
        for c in t.constraints
        if isinstance(c, UniqueConstraint)
    }


def test_a_duplicate_without_a_form_is_a_conflict_page(app, as_user, engine, home):
    @app.post("/twice")
    def twice() -> None:
        with transaction(engine) as db:
            db.add(Department(name=home.name))

    answer = as_user("office").send("/twice", expect=409)

    assert "请换一个名称" in answer.text


def test_names_at_the_top_are_unique_only_there(db, home):
    other = db.exec(select(Department).where(col(Department.organisation_id).is_(None), Department.id != home.id)).one()
    db.add(Department(name=home.name, organisation_id=other.id, parent_id=other.id))
    db.commit()

    assert len(db.exec(select(Department).where(Department.name == home.name)).all()) == 2
