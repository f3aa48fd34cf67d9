"""The ledger on paper: the page and the PDF say the same, whole, to those who may read it."""

from datetime import UTC, date, datetime
from urllib.parse import unquote

import pytest
from sqlmodel import Session, col, func, select

from app.audit.models import AuditEvent
from app.audit.wording import sentence
from app.ledgers.models import Ledger
from app.people.kinds import Role
from app.people.models import Department
from app.progress.models import Closure
from app.tasks.kinds import ReportCycle, TaskStatus
from app.tasks.models import Extension, Task
from tests.factories import a_cast, a_group, a_ledger, a_report, a_slot, a_task, a_user, department, responsibility
from tests.printouts.paper import pages_of, squeezed
from tests.statements import statements

LONG = "建立健全工会工作台账制度并逐项落实责任到部门到人按季报送进展情况。" * 9
HOSTILE = '#panic("x") $a$ *b* _c_ [d] // e @ref <lbl> \\ `f` = g <script>alert(1)</script>'


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def ledger(db: Session, home: Department) -> Ledger:
    return a_ledger(db, home)


def filled(db: Session, home: Department, ledger: Ledger, count: int) -> list[str]:
    """`count` tasks of differing length; the texts as they stand in the ledger."""
    lead = department(db, home, "组织部")
    targets = [
        f"第{n + 1}件事：" + "推动各级工会按要求落实工作任务，" * (1 + n % 5) + "年底前完成。" for n in range(count)
    ]
    for target in targets:
        a_report(db, a_task(db, ledger, lead=lead, target=target), lead)
    db.commit()
    return targets


def html_of(browser, ledger: Ledger) -> str:
    return squeezed(browser.open(f"/ledgers/{ledger.id}/print").select_one("#sheet").text)


def pdf_of(browser, ledger: Ledger) -> list[str]:
    answer = browser.client.get(f"/ledgers/{ledger.id}/print.pdf")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    return pages_of(answer.content)


def test_page_and_pdf_say_the_same_rows(as_user, db, home, ledger):
    targets = filled(db, home, ledger, 37)
    office = as_user("office")

    page, paper = html_of(office, ledger), pdf_of(office, ledger)

    for target in targets:
        assert squeezed(target) in page
        assert sum(squeezed(target) in sheet for sheet in paper) == 1, "a row is whole on one page"


def test_each_sheet_has_head_and_number(as_user, db, home, ledger):
    filled(db, home, ledger, 37)

    paper = pdf_of(as_user("office"), ledger)

    assert len(paper) > 2
    for n, sheet in enumerate(paper, 1):
        assert f"第{n}页共{len(paper)}页" in sheet
        assert "序号目标任务责任部门完成时限" in sheet


@pytest.mark.parametrize("count", range(7, 13))
def test_the_signature_never_stands_alone(as_user, db, home, ledger, count):
    targets = filled(db, home, ledger, count)
    office = as_user("office")

    last = pdf_of(office, ledger)[-1]
    kept = office.open(f"/ledgers/{ledger.id}/print").select_one("tbody.keep").text

    for target in targets[-2:]:
        assert squeezed(target) in last
        assert target in kept
    assert "填报人：" in last
    assert "填报人" in kept


@pytest.mark.parametrize("target", [LONG, LONG * 4, HOSTILE])
def test_long_and_hostile_text_is_printed_letter_for_letter(as_user, db, home, ledger, target):
    a_task(db, ledger, lead=department(db, home, "组织部"), target=target)
    a_task(db, ledger, lead=department(db, home, "组织部"))
    db.commit()
    office = as_user("office")

    assert squeezed(target) in html_of(office, ledger)
    letters = "".join(pdf_of(office, ledger))
    if len(target) > len(LONG):  # it runs over several sheets
        assert letters.count("逐") == 9 * 4
    else:
        assert squeezed(target) in letters


def test_an_empty_ledger_says_so(as_user, db, ledger):
    db.commit()
    office = as_user("office")

    assert "台账里还没有任务合计0项。" in html_of(office, ledger)
    assert "台账里还没有任务合计0项。" in pdf_of(office, ledger)[0]


def test_filters_are_honoured_and_named_in_the_head(as_user, db, home, ledger):
    late, fine = department(db, home, "财务部"), department(db, home, "组织部")
    a_task(db, ledger, lead=late, due_on=date(2021, 9, 30), target="落实竞赛经费。")
    a_task(db, ledger, lead=fine, target="开展技能竞赛。")
    db.commit()
    office = as_user("office")
    query = f"?dept={late.id}&lamp=red&text=竞赛"

    page = squeezed(office.open(f"/ledgers/{ledger.id}/print{query}").select_one("#sheet").text)
    answer = office.client.get(f"/ledgers/{ledger.id}/print.pdf{query}")
    paper = pages_of(answer.content)[0]

    for text in (page, paper):
        assert "财务部，红灯，含“竞赛”" in text
        assert "落实竞赛经费" in text
        assert "开展技能竞赛" not in text
        assert "合计1项：■红1项" in text
    assert "（财务部，红灯，含“竞赛”）" in unquote(answer.headers["content-disposition"])


def test_ticked_tasks_are_printed_alone(as_user, db, home, ledger):
    targets = filled(db, home, ledger, 3)
    first = db.exec(select(Task.id).order_by(col(Task.position))).first()

    text = squeezed(as_user("office").open(f"/ledgers/{ledger.id}/print?ids={first}").select_one("#sheet").text)

    assert squeezed(targets[0]) in text
    assert squeezed(targets[1]) not in text
    assert "所选任务" in text


def test_filters_without_a_hit_say_so(as_user, db, home, ledger):
    filled(db, home, ledger, 1)
    office = as_user("office")

    assert "没有符合条件的任务" in squeezed(
        office.open(f"/ledgers/{ledger.id}/print?lamp=red").select_one("#sheet").text
    )
    assert "没有符合条件的任务" in pages_of(office.client.get(f"/ledgers/{ledger.id}/print.pdf?lamp=red").content)[0]


def test_problems_have_a_column_where_a_report_told_of_one(as_user, db, home, ledger):
    lead = department(db, home, "组织部")
    task = a_task(db, ledger, lead=lead)
    report = a_report(db, task, lead)
    db.commit()
    office = as_user("office")
    assert "存在问题" not in html_of(office, ledger)
    assert "存在问题" not in pdf_of(office, ledger)[0]

    report.problems, report.next_steps = "编制未落实", "10月会商。"
    db.commit()

    for text in (html_of(office, ledger), pdf_of(office, ledger)[0]):
        assert "存在问题及下步措施状态" in text
        assert "编制未落实。10月会商。" in text


def test_head_and_sum_line_name_number_day_and_maker(as_user, db, home, ledger):
    lead = department(db, home, "组织部")
    a_task(db, ledger, lead=lead, due_on=date(2021, 9, 30), presumed=True)
    closed = a_task(db, ledger, lead=lead, status=TaskStatus.CLOSED)
    user = a_user(db, "closer", Role.OFFICE, department(db, home, "办公室"))
    db.add(Closure(task_id=closed.id, closed_on=date(2021, 9, 28), closed_by_id=user.id))
    db.commit()
    office = as_user("office")

    for text in (html_of(office, ledger), pdf_of(office, ledger)[0]):
        assert "甲工办字〔2021〕9号" in text
        assert "截至2021年10月14日" in text
        assert "合计2项：■红1项，✓销号1项。加※的原文未写明牵头" in text
        assert "制表：陈静。" in text
        assert "组织部※" in text
        assert "逾期14天" in text
        assert "销号2021.09.28" in text


def test_a_moved_day_shows_what_was_first_set(as_user, db, home, ledger):
    lead = department(db, home, "组织部")
    task = a_task(
        db,
        ledger,
        lead=lead,
        due_on=date(2021, 10, 20),
        first_due_on=date(2021, 9, 30),
        report_cycle=ReportCycle.QUARTERLY,
    )
    db.add(
        Extension(
            task_id=task.id,
            old_due_on=date(2021, 9, 30),
            new_due_on=date(2021, 10, 20),
            reason="会期调整",
            asked_by="王明",
            decided_by="周领导",
            decided_at=datetime(2021, 9, 28, tzinfo=UTC),
        )
    )
    db.commit()

    assert "2021.10.20原定2021.09.30已延1次按季报送" in html_of(as_user("office"), ledger)


def test_a_group_is_printed_by_its_own_name(as_user, db, home, ledger):
    group = a_group(db, home)
    task = a_task(db, ledger, lead=department(db, home, "组织部"), supports=(department(db, home, "财务部"),))
    responsibility(db, task, department(db, home, "财务部")).group_id = group.id
    db.commit()

    text = html_of(as_user("office"), ledger)

    assert "组织部各县区总工会" in text
    assert "财务部" not in text


def test_a_department_gets_no_progress_of_others(as_user, db, home, ledger):
    theirs, ours = department(db, home, "组织部"), department(db, home, "财务部")
    a_report(db, a_task(db, ledger, lead=theirs), theirs, summary="组织部的内部进展", percent=41)
    a_report(db, a_task(db, ledger, lead=ours), ours, summary="财务部已经办完", percent=87)
    db.commit()

    for text in (html_of(as_user("caiwu"), ledger), pdf_of(as_user("caiwu"), ledger)[0]):
        assert "组织部的内部进展" not in text
        assert "41%" not in text
        assert "财务部已经办完（87%）" in text
        assert "本部门没有参与的事项不印进展。" in text


@pytest.mark.parametrize(("account", "status"), [("outsider", 404), ("sysadmin", 403)])
def test_who_may_not_read_the_ledger_gets_no_paper(as_user, db, ledger, account, status):
    db.commit()

    for path in ("print", "print.pdf"):
        as_user(account).open(f"/ledgers/{ledger.id}/{path}", expect=status)


def test_the_file_is_named_after_the_ledger(as_user, db, ledger):
    db.commit()

    answer = as_user("office").client.get(f"/ledgers/{ledger.id}/print.pdf")

    name = answer.headers["content-disposition"]
    assert name.startswith("inline; filename*=UTF-8''")
    assert unquote(name).endswith("加强基层建设工作台账（截至2021年10月14日）.pdf")


def test_printing_writes_nothing_but_the_log(as_user, db, home, ledger):
    filled(db, home, ledger, 1)
    office = as_user("office")
    before = db.exec(select(func.count()).select_from(AuditEvent)).one()

    html_of(office, ledger)
    pdf_of(office, ledger)

    db.rollback()
    events = db.exec(select(AuditEvent).order_by(AuditEvent.id).offset(before)).all()
    assert [sentence(one) for one in events] == [f"陈静打印台账{ledger.title}（{how}）" for how in ("打印页", "PDF")]


def test_fifty_rows_cost_as_many_statements_as_one(as_user, db, engine, home):
    short, long = a_ledger(db, home), a_ledger(db, home, "五十项台账")
    lead = department(db, home, "组织部")
    for ledger, count in ((short, 1), (long, 50)):
        for _ in range(count):
            task = a_task(db, ledger, lead=lead)
            a_report(db, task, lead, slot_id=a_slot(db, task, lead).id)
    db.commit()
    office = as_user("office")

    assert asked_for(engine, office, short) == asked_for(engine, office, long) == 16


def asked_for(engine, browser, ledger) -> int:
    with statements(engine) as seen:
        browser.open(f"/ledgers/{ledger.id}/print")
    return len(seen)
