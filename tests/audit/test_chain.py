"""The log is a chain: nobody changes, removes or slips in an event without its being seen."""

import threading

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from app.audit.chain import fault_of
from app.audit.models import AuditEvent
from app.audit.service import record
from app.audit.tags import Tag
from app.core.db import transaction


def write(engine: Engine, who: str, count: int = 1) -> None:
    for _ in range(count):
        with transaction(engine) as db:
            record(db, Tag.SIGN_IN, actor_id=1, actor_name=who, subject_kind="user", subject_id=1, note="“五小”½")
            db.flush()
            record(db, Tag.SIGN_OUT, actor_id=1, actor_name=who, subject_kind="user", subject_id=None)


def unlocked(engine: Engine, statement: str) -> None:
    """As somebody with the database's own password could."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER audit_event_kept"))
            connection.execute(text("DROP TRIGGER audit_event_not_removed"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


def test_two_writers_at_once_add_to_one_chain(engine, db):
    writers = [threading.Thread(target=write, args=(engine, name, 10)) for name in ("甲", "乙")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert fault_of(db) == ""
    assert sorted(db.exec(select(AuditEvent.number)).all()) == list(range(1, 41))


def test_an_undone_act_leaves_no_gap(engine, db):
    write(engine, "甲")
    with Session(engine) as other:
        record(other, Tag.SIGN_IN, actor_id=1, actor_name="乙", subject_kind="user", subject_id=1)
        other.flush()
        other.rollback()
    with transaction(engine) as other:
        savepoint = other.begin_nested()
        record(other, Tag.SIGN_IN, actor_id=1, actor_name="丙", subject_kind="user", subject_id=1)
        savepoint.rollback()
        record(other, Tag.SIGN_IN, actor_id=1, actor_name="丁", subject_kind="user", subject_id=1)

    assert fault_of(db) == ""
    assert db.exec(select(AuditEvent.actor_name).order_by(AuditEvent.number)).all() == ["甲", "甲", "丁"]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE audit_event SET actor_name = '乙' WHERE number = 3", "第3条的内容与当时不符"),
        ("DELETE FROM audit_event WHERE number = 3", "第3条缺失"),
        ("DELETE FROM audit_event WHERE number = 6", "第5条之后的记录缺失"),
        ("UPDATE audit_event SET details = '{}' WHERE number = 1", "第1条的内容与当时不符"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(engine, statement, fault):
    write(engine, "甲", 3)
    unlocked(engine, statement)

    with Session(engine) as db:
        assert fault in fault_of(db)


@pytest.mark.parametrize("statement", ["UPDATE audit_event SET actor_name = '乙'", "DELETE FROM audit_event"])
def test_the_database_refuses_to_change_or_remove_an_event(engine, db, statement):
    write(engine, "甲")

    with pytest.raises(DBAPIError, match="only added to"), engine.begin() as connection:
        connection.execute(text(statement))

    assert fault_of(db) == ""
