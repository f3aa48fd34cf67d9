"""Where one is, the navigation says, also beneath the pages it leads to."""

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


def test_from_the_upload_one_finds_the_way_to_the_figures_of_an_article(as_user, db):
    a_cast(db)
    db.commit()

    upload = as_user("office").open("/imports/new")

    assert upload.select_one("#upload .hint a[href='/readings']").text == "摘录数值"
