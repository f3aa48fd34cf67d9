"""指标 in a report: the department gives figures, the office sees them before and after."""

from decimal import Decimal

import pytest
from sqlmodel import Session, select

from app.people.models import Department
from app.progress import measuring
from app.progress.measuring import Known, number
from app.progress.models import ProgressReport, Reading, ReportSlot, ReportStatus
from app.tasks.kinds import Comparator
from app.tasks.models import Indicator, Task
from tests.factories import NOON, a_cast, a_ledger, a_report, a_slot, a_task, department

SAID = {"percent": "70", "summary": "建成实训基地2家。", "problems": "无", "next_steps": "11月前完成。"}


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    return a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"))


@pytest.fixture
def bases(db: Session, task: Task) -> Indicator:
    made = Indicator(
        task_id=task.id, position=1, words="建设实训基地", comparator=Comparator.RANGE,
        value=Decimal(3), value_max=Decimal(5), unit="家",
    )  # fmt: skip
    db.add(made)
    db.flush()
    return made


@pytest.fixture
def slot(db: Session, home: Department, task: Task, bases: Indicator) -> ReportSlot:
    made = a_slot(db, task, department(db, home, "组织部"))
    db.commit()
    return made


def a_reading(db: Session, indicator: Indicator, report: ProgressReport, value: str) -> None:
    db.add(Reading(indicator_id=indicator.id, report_id=report.id, value=Decimal(value), as_of=NOON.date()))
    db.commit()


def stored(db: Session) -> list[Decimal]:
    db.rollback()
    db.expire_all()
    return [r.value for r in db.exec(select(Reading).order_by(Reading.id)).all()]


def field(indicator: Indicator) -> str:
    return f"reading_{indicator.id}"


def test_the_form_asks_for_each_indicator_and_says_what_was_last_known(as_user, db, home, task, bases, slot):
    before = a_report(db, task, department(db, home, "组织部"), status=ReportStatus.ACCEPTED)
    a_reading(db, bases, before, "1")

    box = as_user("zuzhi").open("/todo").select_one(f"#f-{field(bases)}").find_parent("div", class_="field")

    assert "建设实训基地" in box.label.text
    assert "目标3～5家" in box.text
    assert "上次1家，截至06-04" in box.text
    assert box.select_one(".unit i").text == "家"


def test_a_value_is_sent_with_the_report_and_seen_on_the_task(as_user, db, task, bases, slot):
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, field(bases): "2", "version": 1})

    assert stored(db) == [Decimal(2)]
    assert as_user("zuzhi").open(f"/tasks/{task.id}").select_one(".ind strong").text == "2家"


def test_an_empty_field_says_nothing_new(as_user, db, bases, slot):
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, field(bases): " ", "version": 1})

    assert stored(db) == []


def test_what_is_no_number_comes_back_as_typed_and_nothing_is_sent(as_user, db, bases, slot):
    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, field(bases): "两家", "version": 1}, expect=422)

    assert "建设实训基地：请只填数字，如12或12.5（单位家不用写）" in answer.text
    assert 'value="两家"' in answer.text
    assert db.exec(select(ProgressReport)).all() == []


@pytest.mark.parametrize(
    ("said", "value"),
    [("2", "2"), ("2家", "2"), ("１２．５", "12.5"), ("1,200", "1200"), ("1，200", "1200"), ("-3", "-3"), ("0", "0")],
)
def test_a_number_is_read_as_a_clerk_writes_it(said, value):
    assert number(said, "家") == (Decimal(value), "")


@pytest.mark.parametrize("said", ["", "两家", "1e5", "NaN", "Infinity", "1.23456", "12,3", "1" * 15, "2人", "½", "--1"])
def test_anything_else_is_refused_in_words(said):
    value, fault = number(said, "家")

    assert value is None
    assert fault


def test_a_percentage_may_be_typed_with_its_sign():
    assert number("９５％", "%") == (Decimal(95), "")


def test_a_draft_keeps_the_value_but_nobody_else_sees_it(as_user, db, task, bases, slot):
    head = as_user("zuzhi")
    head.send(f"/todo/{slot.id}/draft", {"summary": "写到一半", field(bases): "2", "version": 1}, expect=200, htmx=True)

    assert stored(db) == [Decimal(2)]
    assert head.open("/todo").select_one(f"#f-{field(bases)}")["value"] == "2"
    assert "还没有数值" in as_user("office").open(f"/tasks/{task.id}").text


def test_a_draft_says_which_value_it_could_not_keep_and_leaves_the_kept_one(as_user, db, bases, slot):
    head = as_user("zuzhi")
    head.send(f"/todo/{slot.id}/draft", {field(bases): "2", "version": 1}, expect=200, htmx=True)

    answer = head.send(f"/todo/{slot.id}/draft", {field(bases): "两", "version": 2}, expect=200, htmx=True)

    assert "“建设实训基地”没有保存，请只填数字" in answer.text
    assert stored(db) == [Decimal(2)]


def test_two_who_save_different_values_see_both(as_user, db, bases, slot):
    as_user("lianluo").send(f"/todo/{slot.id}/draft", {**SAID, field(bases): "2", "version": 1})
    mine = {**SAID, field(bases): "3"}

    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**mine, "version": 1}, expect=409)
    assert f'name="pick_{field(bases)}"' in answer.text
    as_user("zuzhi").send(f"/todo/{slot.id}/merge", {**mine, "version": 2}, expect=422)
    as_user("zuzhi").send(f"/todo/{slot.id}/merge", {**mine, "version": 2, f"pick_{field(bases)}": "mine"})

    assert stored(db) == [Decimal(3)]


def test_the_office_sees_the_value_before_and_after(as_user, db, home, task, bases, slot):
    before = a_report(db, task, department(db, home, "组织部"), status=ReportStatus.ACCEPTED)
    a_reading(db, bases, before, "3")
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, field(bases): "1", "version": 1})

    page = as_user("office").open("/review")
    row = next(r for r in page.select(".ba tbody tr") if r.th.text == "建设实训基地")

    assert [cell.text for cell in row.select("td")] == ["3家（06-04）", "1家"]
    assert "“建设实训基地”比上次低：上次3家，本次1家。" in page.text
    assert "文字写“2家”，“建设实训基地”填的是1家。" in page.text


def test_the_office_gives_values_for_a_department(as_user, db, task, bases, slot):
    office = as_user("office")
    address = f"/tasks/{task.id}/reports/new"
    version = office.open(address).select_one("[name=version]")["value"]

    office.send(address, {**SAID, field(bases): "4", "version": version})

    assert stored(db) == [Decimal(4)]


def test_a_returned_reports_values_stand_in_the_form_again(as_user, db, bases, slot):
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, field(bases): "2", "version": 1})
    db.rollback()
    report = db.exec(select(ProgressReport)).one()
    back = {"decision": "returned", "remark": "请补材料。", "redo_on": "2021-10-20", "version": report.version}
    as_user("office").send(f"/reports/{report.id}/review", back)

    assert as_user("zuzhi").open("/todo").select_one(f"#f-{field(bases)}")["value"] == "2"
    assert "还没有数值" in as_user("office").open(f"/tasks/{report.task_id}").text


def test_words_about_another_indicator_in_the_same_unit_are_no_contradiction():
    two = [
        Indicator(id=n, task_id=1, position=n, words=w, comparator=Comparator.EQUAL, value=Decimal(9), unit="个")
        for n, w in ((1, "奖状"), (2, "奖章"))
    ]

    assert measuring.hints(two, {}, {1: Decimal(20)}, "奖章30个。") == ()
    assert measuring.hints(two[:1], {1: Known(Decimal(20), NOON.date())}, {1: Decimal(20)}, "奖状20个。") == ()
