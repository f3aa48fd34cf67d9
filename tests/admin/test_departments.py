"""Departments and groups: who keeps them, and what happens when two keep them at once."""

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.people.kinds import DepartmentKind
from app.people.models import Department, DepartmentAlias, GroupMember
from app.people.service import add_alias
from tests.factories import a_cast, a_group, an_office, department
from tests.statements import statements


@pytest.fixture
def home(db: Session) -> Department:
    home = a_cast(db)
    db.commit()
    return home


def names_of(db: Session, home: Department) -> list[str]:
    db.rollback()
    db.expire_all()
    return list(
        db.exec(select(Department.name).where(Department.organisation_id == home.id).order_by(Department.position))
    )


def change(**fields: object) -> dict[str, object]:
    return {"name": "组织部", "kind": "office", "aliases": "", "version": 1, **fields}


def test_office_and_system_administrator_see_departments_in_their_order(as_user, home):
    for account in ("office", "sysadmin"):
        page = as_user(account).open("/admin/departments").select_one("main").text
        assert page.index("办公室") < page.index("组织部") < page.index("财务部")
        assert "乙市总工会" in page


@pytest.mark.parametrize("account", ["zuzhi", "leader", "secadmin", "auditadmin"])
def test_others_neither_see_nor_change_them(as_user, db, home, account):
    browser = as_user(account)

    browser.open("/admin/departments", expect=403)
    browser.open(f"/admin/departments/{home.id}", expect=403)
    browser.send("/admin/departments", {"organisation": home.id, "name": "新部"}, expect=403)
    browser.send("/admin/organisations", {"name": "丙市总工会"}, expect=403)
    browser.send(f"/admin/departments/{home.id}", change(), expect=403)
    browser.send(f"/admin/departments/{home.id}/move", {"step": "1"}, expect=403)

    assert names_of(db, home) == ["办公室", "组织部", "财务部"]


def test_a_pasted_list_makes_several_at_once(as_user, db, home):
    as_user("office").send(
        "/admin/departments",
        {"organisation": home.id, "kind": "subordinate", "name": "海港区总工会\r\n 山海关区总工会 \n\n"},
    )

    assert names_of(db, home)[3:] == ["海港区总工会", "山海关区总工会"]
    made = db.exec(select(AuditEvent).where(AuditEvent.tag == "department:create")).all()
    assert [e.details["name"] for e in made] == ["海港区总工会", "山海关区总工会"]


def test_a_list_with_a_known_name_makes_none_and_is_kept(as_user, db, home):
    answer = as_user("office").send(
        "/admin/departments", {"organisation": home.id, "name": "法工部\n财务部"}, expect=422
    )

    assert "财务部已是部门名称或别名" in answer.text
    assert "法工部\n财务部</textarea>" in answer.text
    assert names_of(db, home) == ["办公室", "组织部", "财务部"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "  "}, "请填写此项"),
        ({"name": "长" * 81}, "最多80个字"),
        ({"organisation": 99999}, "请从列出的选项中选择"),
        ({"organisation": ""}, "请填写此项"),
        ({"kind": "organisation"}, "请从列出的选项中选择"),
        ({"kind": "nonsense"}, "请从列出的选项中选择"),
    ],
)
def test_what_cannot_be_made_is_explained(as_user, db, home, fields, words):
    answer = as_user("office").send(
        "/admin/departments", {"organisation": home.id, "name": "法工部", **fields}, expect=422
    )

    assert words in answer.text
    assert len(names_of(db, home)) == 3


def test_an_organisation_is_made_once(as_user, db, home):
    office = as_user("office")

    office.send("/admin/organisations", {"name": "丙市总工会"})
    answer = office.send("/admin/organisations", {"name": "丙市总工会"}, expect=422)

    assert "已有单位丙市总工会" in answer.text
    assert len(db.exec(select(Department).where(Department.name == "丙市总工会")).all()) == 1
    office.send("/admin/organisations", {"name": ""}, expect=422)


def test_a_renamed_department_is_still_known_by_its_old_name(as_user, db, home):
    zuzhi = department(db, home, "组织部")

    as_user("office").send(f"/admin/departments/{zuzhi.id}", change(name="组织和基层部", aliases="组工部\n组宣部"))

    assert "组织和基层部" in names_of(db, home)
    aliases = db.exec(select(DepartmentAlias.name).where(DepartmentAlias.department_id == zuzhi.id)).all()
    assert sorted(aliases) == ["组宣部", "组工部", "组织部"]


@pytest.mark.parametrize(
    "fields", [{"name": "财务部"}, {"name": "经审部"}, {"aliases": "财务部"}, {"aliases": "经审部"}]
)
def test_a_name_means_one_department_only(as_user, db, home, fields):
    add_alias(db, department(db, home, "财务部"), "经审部")
    db.commit()
    zuzhi = department(db, home, "组织部")

    answer = as_user("office").send(f"/admin/departments/{zuzhi.id}", change(**fields), expect=422)

    assert "已是另一个部门的名称或别名" in answer.text
    assert names_of(db, home) == ["办公室", "组织部", "财务部"]


def test_who_saves_second_sees_both_sides_and_overwrites_nothing(as_user, db, home):
    zuzhi = department(db, home, "组织部")
    as_user("office").send(f"/admin/departments/{zuzhi.id}", change(name="组织和基层部"))

    second = as_user("sysadmin")
    answer = second.send(f"/admin/departments/{zuzhi.id}", change(name="组织宣传部"), expect=409)

    assert "组织和基层部" in answer.text
    assert 'value="组织宣传部"' in answer.text
    assert "组织和基层部" in names_of(db, home)
    second.send(f"/admin/departments/{zuzhi.id}", change(name="组织宣传部", version=2))
    assert "组织宣传部" in names_of(db, home)


def test_members_of_a_group_are_kept_in_the_order_of_the_organisation(as_user, db, home):
    group = a_group(db, home)
    db.commit()
    members = [department(db, home, name).id for name in ("财务部", "组织部")]
    strange = db.exec(select(Department.id).where(Department.name == "外部")).one()

    as_user("office").send(
        f"/admin/departments/{group.id}",
        change(name=group.name, kind="group", member=[*map(str, members), str(strange)]),
    )

    db.rollback()
    kept = db.exec(select(GroupMember.member_id).where(GroupMember.group_id == group.id).order_by(GroupMember.position))
    assert kept.all() == members[::-1]


def test_a_department_moves_one_place(as_user, db, home):
    office, zuzhi = as_user("office"), department(db, home, "组织部")

    office.send(f"/admin/departments/{zuzhi.id}/move", {"step": "-1"})
    assert names_of(db, home) == ["组织部", "办公室", "财务部"]
    office.send(f"/admin/departments/{zuzhi.id}/move", {"step": "-1"})
    office.send(f"/admin/departments/{zuzhi.id}/move", {"step": "nonsense"})
    assert names_of(db, home) == ["组织部", "办公室", "财务部"]
    office.send(f"/admin/departments/{zuzhi.id}/move", {"step": "1"})
    assert names_of(db, home) == ["办公室", "组织部", "财务部"]


def test_an_organisation_keeps_its_kind(as_user, db, home):
    as_user("office").send(f"/admin/departments/{home.id}", change(name="甲市总工会", aliases="市总"))

    db.rollback()
    db.expire_all()
    assert db.get_one(Department, home.id).kind is DepartmentKind.ORGANISATION


def test_forms_open_and_an_unknown_department_is_not_found(as_user, db, home):
    office = as_user("office")

    office.open(f"/admin/departments/{home.id}")
    office.open(f"/admin/departments/{department(db, home, '组织部').id}")
    office.open("/admin/departments/99999", expect=404)


def test_fifty_departments_cost_as_many_statements_as_three(as_user, db, engine, home):
    office = as_user("office")
    few = asked_for(engine, office)
    an_office(db, "丙市总工会", tuple(f"第{n}部" for n in range(50)))
    db.commit()

    assert asked_for(engine, office) == few == 9


def asked_for(engine, browser) -> int:
    with statements(engine) as seen:
        browser.open("/admin/departments")
    return len(seen)
