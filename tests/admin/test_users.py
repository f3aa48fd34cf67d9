"""Users: made and changed by the system administrator alone."""

import pytest
from sqlmodel import Session, select

from app.core.security import password_matches
from app.people.models import Department, User, UserSession
from tests.factories import a_cast, department

GOOD = "Chushi-2021!"


@pytest.fixture
def home(db: Session) -> Department:
    home = a_cast(db)
    db.commit()
    return home


def find(db: Session, account: str) -> User | None:
    db.rollback()
    db.expire_all()
    return db.exec(select(User).where(User.account == account)).first()


def new(db: Session, home: Department, **fields: object) -> dict[str, object]:
    where = department(db, home, "财务部").id
    return {"account": "xin", "name": "新人", "role": "liaison", "department": where, "password": GOOD, **fields}


def edit(user: User, **fields: object) -> dict[str, object]:
    """The form as it stands, with changes; an unticked box is not sent."""
    sent = {
        "name": user.name,
        "role": user.role.value,
        "department": user.department_id,
        "active": "1",
        "version": user.version,
        **fields,
    }
    return {name: value for name, value in sent.items() if value is not None}


@pytest.mark.parametrize("account", ["office", "zuzhi", "leader", "secadmin", "auditadmin"])
def test_only_the_system_administrator_keeps_users(as_user, db, home, account):
    browser, caiwu = as_user(account), find(db, "caiwu")

    browser.open("/admin/users", expect=403)
    browser.open(f"/admin/users/{caiwu.id}", expect=403)
    browser.send("/admin/users", new(db, home), expect=403)
    browser.send(f"/admin/users/{caiwu.id}", edit(caiwu, name="改名"), expect=403)

    assert find(db, "xin") is None
    assert find(db, "caiwu").name == "李芳"


def test_the_list_names_everybody_and_who_never_signed_in(as_user, home):
    page = as_user("sysadmin").open("/admin/users").select_one("main").text

    assert "王明" in page
    assert "从未登录" in page
    assert "10-14" in page


def test_a_new_user_must_change_the_first_password(as_user, db, home):
    as_user("sysadmin").send("/admin/users", new(db, home))

    made = find(db, "xin")
    assert made.must_change_password
    assert password_matches(GOOD, made.password_hash)
    assert as_user("xin").client.get("/todo", follow_redirects=False).headers["location"] == "/password"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"account": "caiwu"}, "账号caiwu已存在"),
        ({"account": "有 空格"}, "账号只用字母"),
        ({"account": " "}, "请填写此项"),
        ({"name": " "}, "请填写此项"),
        ({"role": "king"}, "请从列出的选项中选择"),
        ({"department": ""}, "这个身份要有部门"),
        ({"department": 99999}, "请从列出的选项中选择"),
        ({"password": "short"}, "至少10位"),
    ],
)
def test_what_cannot_be_made_is_explained_and_kept(as_user, db, home, fields, words):
    before = len(db.exec(select(User)).all())

    answer = as_user("sysadmin").send("/admin/users", new(db, home, **fields), expect=422)

    assert words in answer.text
    assert GOOD not in answer.text
    db.rollback()
    assert len(db.exec(select(User)).all()) == before


@pytest.mark.parametrize(
    "fields", [{"role": "liaison"}, {"active": None}, {"password": GOOD}], ids=["role", "disabled", "password"]
)
def test_a_change_of_rights_ends_the_sessions(as_user, db, home, fields):
    caiwu = find(db, "caiwu")
    as_user("caiwu")

    as_user("sysadmin").send(f"/admin/users/{caiwu.id}", edit(caiwu, **fields))

    db.rollback()
    assert db.exec(select(UserSession).where(UserSession.user_id == caiwu.id)).all() == []
    assert find(db, "caiwu").must_change_password == ("password" in fields)


def test_a_new_name_leaves_the_person_signed_in(as_user, db, home):
    caiwu = find(db, "caiwu")
    as_user("caiwu")

    as_user("sysadmin").send(f"/admin/users/{caiwu.id}", edit(caiwu, name="李方"))

    assert find(db, "caiwu").name == "李方"
    assert len(db.exec(select(UserSession).where(UserSession.user_id == caiwu.id)).all()) == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"active": None}, "不能停用自己的账号"),
        ({"role": "auditadmin"}, "不能改自己的身份"),
        ({"password": GOOD}, "修改密码"),
    ],
)
def test_nobody_locks_himself_out(as_user, db, home, fields, words):
    me = find(db, "sysadmin")

    answer = as_user("sysadmin").send(f"/admin/users/{me.id}", edit(me, **fields), expect=422)

    assert words in answer.text
    assert find(db, "sysadmin").is_active


def test_who_saves_second_sees_both_sides(as_user, db, home):
    sysadmin, caiwu = as_user("sysadmin"), find(db, "caiwu")
    sysadmin.send(f"/admin/users/{caiwu.id}", edit(caiwu, name="李方"))

    answer = sysadmin.send(f"/admin/users/{caiwu.id}", edit(caiwu, name="李房", version=1), expect=409)

    assert "李方" in answer.text
    assert 'value="李房"' in answer.text
    assert find(db, "caiwu").name == "李方"


def test_the_form_opens_for_oneself_and_others(as_user, db, home):
    sysadmin = as_user("sysadmin")

    sysadmin.open(f"/admin/users/{find(db, 'caiwu').id}")
    assert not sysadmin.open(f"/admin/users/{find(db, 'sysadmin').id}").select("[name=password]")
    sysadmin.open("/admin/users/99999", expect=404)
