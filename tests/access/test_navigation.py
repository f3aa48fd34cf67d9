"""Where one is, the navigation says, also beneath the pages it leads to."""

from sqlmodel import select

from app.progress.models import ExtensionRequest
from tests.factories import a_cast, a_ledger, a_task, department


def test_a_task_and_an_import_stand_under_the_ledgers(as_user, db):
    home = a_cast(db)
    task = a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"))
    db.commit()
    office = as_user("office")

    for path in ("/ledgers", f"/tasks/{task.id}", "/imports", "/imports/new", "/readings"):
        marked = office.open(path).select(".nav [aria-current=page], .tabbar [aria-current=page]")
        assert [link["href"] for link in marked] == ["/ledgers", "/ledgers"], path
    assert [link["href"] for link in office.open("/review").select(".nav [aria-current=page]")] == ["/review"]


def test_what_is_decided_or_asked_for_stands_under_the_own_table(as_user, db):
    home = a_cast(db)
    task = a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"))
    db.commit()
    head, office, leader = as_user("zuzhi"), as_user("office"), as_user("leader")
    delay = {"until": "2022-01-21", "reason": "等待批复。", "version": task.version}

    def here(who, path):
        return [link["href"] for link in who.open(path).select(".nav [aria-current=page]")]

    for asked in ("extensions/new", "refusals/new", "closure-request"):
        assert here(head, f"/tasks/{task.id}/{asked}") == ["/todo"], asked
    head.send(f"/tasks/{task.id}/extensions/new", delay)
    found = db.exec(select(ExtensionRequest)).one()
    assert [here(who, f"/extensions/{found.id}") for who in (office, leader)] == [["/review"], ["/board"]]
    head.send(f"/tasks/{task.id}/closure-request", {"statement": "已完成。", "version": task.version + 1})
    assert [here(who, f"/tasks/{task.id}/closure") for who in (office, leader)] == [["/review"], ["/board"]]


def test_the_upload_takes_an_article_for_its_figures_too(as_user, db):
    a_cast(db)
    db.commit()

    upload = as_user("office").open("/imports/new")

    assert upload.select_one("#upload [name=kind][value=article]")
