"""The tabs of the review page count tasks (项), the list what must be settled (处): both say so and agree."""

from sqlmodel import select

from app.importing.models import DraftTask
from app.people.models import Department
from tests.importing.documents import an_import

ROWS = (
    ("1", "每年至少召开1次会议，12月31日前完成。", "组织部"),
    ("2", "12月底前完成财务检查。", "财务部"),
    ("3", "开展走访慰问活动，12月底前完成。", "宣教部"),
    ("4", "开展送温暖活动，12月底前完成。", "宣教部"),
)


def an_import_of(db, *, chosen: bool, rows=ROWS) -> str:
    home = db.exec(select(Department.id).where(Department.name == "甲市总工会")).one() if chosen else None
    batch = an_import(db, *rows, organisation_id=home)
    batch.organisation_id = home
    db.commit()
    return f"/imports/{batch.id}"


def tabs(page) -> list[str]:
    return [" ".join(a.text.split()) for a in page.select('nav[aria-label="显示范围"] a')]


def settling(page) -> tuple[str, str]:
    head = page.select_one("#settle summary")
    return " ".join(head.h2.text.split()), head.select_one("#why").text


def test_before_an_organisation_is_chosen_nothing_is_said_against_the_tasks(office, db):
    page = office.open(an_import_of(db, chosen=False))

    assert tabs(page) == ["全部 4项", "待核对 0项", "必须处理 0项"]
    assert settling(page) == ("必须处理1处", "1处在文件信息，处理完才能发布")
    assert "不在部门库" not in page.text


def test_the_empty_tab_says_where_it_is_that_something_must_be_settled(office, db):
    page = office.open(an_import_of(db, chosen=False) + "?show=must")

    empty = page.select_one(".empty")
    assert empty.h2.text == "没有必须处理的任务"
    assert empty.p.text == "还有1处在文件信息，处理完才能发布。"


def test_one_unknown_name_is_one_place_in_all_its_tasks(office, db):
    page = office.open(an_import_of(db, chosen=True))

    assert tabs(page) == ["全部 4项", "待核对 2项", "必须处理 2项"]
    assert settling(page) == ("必须处理1处", "1处涉及2项任务，处理完才能发布")


def test_head_and_tasks_are_told_apart(office, db):
    address = an_import_of(db, chosen=False)
    db.exec(select(DraftTask).where(DraftTask.number == "3")).one().departments = []
    db.commit()

    page = office.open(address)

    assert tabs(page)[2] == "必须处理 1项"
    assert settling(page)[0].startswith("必须处理2处")
    assert settling(page)[1] == "1处在文件信息，1处涉及1项任务，处理完才能发布"


def test_all_settled_nothing_is_left_in_either(office, db):
    page = office.open(an_import_of(db, chosen=True, rows=ROWS[:2]))

    assert tabs(page) == ["全部 2项", "待核对 0项", "必须处理 0项"]
    assert settling(page) == ("可以发布", "没有必须处理的地方")
    shown = office.open(an_import_of(db, chosen=True, rows=ROWS[:2]) + "?show=todo").select_one(".empty")
    assert (shown.h2.text, shown.p.text) == ("没有待核对的任务", "可以检查并发布。")
