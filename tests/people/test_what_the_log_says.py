"""The log names who acted on whom, and what ended with it."""

import io

import pytest
from sqlmodel import select

from app.audit.models import AuditEvent
from app.audit.tags import Tag
from app.audit.wording import sentence
from app.cli import main
from app.people.models import User, UserSession
from tests.factories import a_cast


@pytest.fixture
def cast(db):
    a_cast(db)
    db.commit()


def said(db, tag: Tag) -> list[str]:
    db.rollback()  # see what the pages have written since
    return [sentence(event) for event in db.exec(select(AuditEvent).where(AuditEvent.tag == tag)).all()]


def form_of(user: User, **changes: object) -> dict[str, object]:
    typed = {"name": user.name, "role": user.role.value, "department": user.department_id, "active": "1"}
    return typed | {"version": user.version} | changes


def test_a_user_made_on_the_command_line_names_the_operating_system_user(
    db, database_url, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("TAIZHANG_DATA", str(tmp_path))
    monkeypatch.setenv("TAIZHANG_DATABASE_URL", database_url)
    monkeypatch.setenv("LOGNAME", "yunwei")
    monkeypatch.setattr("sys.stdin", io.StringIO("Gongzuo-2021!\n"))

    assert main(["create-user", "guanli", "--name", "孙管理", "--role", "sysadmin"]) == 0

    assert said(db, Tag.USER_CREATE) == ["命令行（yunwei）新建用户孙管理（guanli，系统管理员）"]


def test_a_user_made_on_the_page_names_the_administrator(as_user, db, cast):
    typed = {"account": "xin", "name": "新人", "role": "secadmin", "password": "Gongzuo-2021!"}

    as_user("sysadmin").send("/admin/users", typed)

    event = db.exec(select(AuditEvent).where(AuditEvent.tag == Tag.USER_CREATE)).one()
    assert sentence(event) == "系统员新建用户新人（xin，安全管理员）"
    assert event.actor_id == db.exec(select(User.id).where(User.account == "sysadmin")).one()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"role": "head"}, "身份由联络员改为部门负责人，已退出其全部登录"),
        ({"active": ""}, "停用账号，已退出其全部登录"),
        ({"password": "Chushi-2021!"}, "重置密码，已退出其全部登录"),
    ],
)
def test_a_change_of_rights_ends_the_sessions_and_the_log_says_so(as_user, db, cast, changes, words):
    liaison = as_user("lianluo")
    liaison.open("/todo")
    user = db.exec(select(User).where(User.account == "lianluo")).one()

    as_user("sysadmin").send(f"/admin/users/{user.id}", form_of(user, **changes))

    assert said(db, Tag.USER_CHANGE) == [f"系统员修改用户赵联络（{words}）"]
    assert db.exec(select(UserSession).where(UserSession.user_id == user.id)).all() == []
    assert liaison.client.get("/todo", follow_redirects=False).status_code == 303


def test_a_new_name_ends_nothing(as_user, db, cast):
    liaison = as_user("lianluo")
    user = db.exec(select(User).where(User.account == "lianluo")).one()

    as_user("sysadmin").send(f"/admin/users/{user.id}", form_of(user, name="赵新名"))

    assert said(db, Tag.USER_CHANGE) == ["系统员修改用户赵新名（原名赵联络）"]
    liaison.open("/todo")


def test_a_new_password_of_ones_own_ends_the_other_browsers(as_user, db, cast):
    here, there = as_user("lianluo"), as_user("lianluo")
    there.open("/todo")

    here.send("/password", {"password": "Xinmima-2021!", "again": "Xinmima-2021!"})

    assert there.client.get("/todo", follow_redirects=False).status_code == 303
    here.open("/todo")
    assert said(db, Tag.PASSWORD_CHANGE) == ["赵联络修改密码"]


def test_a_database_that_is_away_is_told_as_such(app, as_user, cast):
    from sqlalchemy.exc import OperationalError

    @app.post("/away")
    def away() -> None:
        raise OperationalError("SELECT 1", {}, Exception("connection refused"))

    answer = as_user("office").send("/away", expect=503)

    assert "数据库暂时连不上" in answer.text
    assert "记录号" in answer.text
