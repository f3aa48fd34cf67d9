"""下载对比表: the spreadsheet is opened again and read."""

from io import BytesIO

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from sqlmodel import select

from app.audit.models import AuditEvent
from tests.importing.editions import BROUGHT, FIRST, a_second_edition

HEAD = ("序号", "现行版", "新版", "变化", "影响")


def table(office, batch):
    answer = office.client.get(f"/imports/{batch.id}/edition/table.xlsx")
    assert answer.status_code == 200
    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    book = openpyxl.load_workbook(BytesIO(answer.content), rich_text=True)
    return list(book.active.iter_rows(values_only=True))


def marks(cell):
    """What stands in the cell under a mark: words → struck or underlined."""
    parts = cell if isinstance(cell, CellRichText) else ()
    fonts = {p.text: p.font for p in parts if not isinstance(p, str)}
    return {text: "struck" if f.strike else "under" for text, f in fonts.items() if f.strike or f.u}


def test_the_table_has_every_clause_of_both_with_what_changed_marked(as_user, db, ledger):
    batch = a_second_edition(db, ledger)
    db.commit()

    title, head, *rows = table(as_user("office"), batch)

    assert "取消第16项，新增第38项，仍为37项" in title[0]
    assert head == HEAD
    by_number = {row[0]: row for row in rows}
    assert list(by_number) == [*(str(n) for n in range(1, 39) if n != 16), "16"]
    assert by_number["1"][3] == "未变"
    assert by_number["1"][1] == by_number["1"][2]
    assert marks(by_number["9"][2]) == {"、班组长": "under"}
    assert not marks(by_number["9"][1])
    assert marks(by_number["22"][1]) == {"8月": "struck"}
    assert marks(by_number["22"][2]) == {"11月": "under"}
    assert by_number["22"][3] == "时限"
    assert "原定08-31不改，现定变为11-30" in by_number["22"][4]
    assert marks(by_number["23"][1]) == {"网络中心": "struck", "宣教部": "struck"}
    assert by_number["38"][1:4] == ("没有对应项", BROUGHT, "新增")
    assert by_number["16"][2:4] == ("新版中没有", "取消")
    logged = db.exec(select(AuditEvent).where(AuditEvent.tag == "ledger:print")).one()
    assert logged.details["form"] == "版本对比表"


def test_words_are_never_taken_for_a_formula(as_user, db, ledger):
    line = next(line for line in FIRST.splitlines() if line.startswith("9\t"))
    number, _, who = line.split("\t")
    batch = a_second_edition(
        db, ledger, FIRST.replace(line, f"{number}\t=1+1，{line.split(chr(9))[1]}\t{who}").encode()
    )
    db.commit()

    rows = {row[0]: row for row in table(as_user("office"), batch)}

    assert str(rows["9"][2]).startswith("=1+1，")
    assert marks(rows["9"][2]) == {"=1+1，": "under"}


def test_there_is_no_table_before_a_ledger_is_chosen(as_user, db, ledger):
    batch = a_second_edition(db, ledger)
    batch.edition_of = None
    db.commit()

    assert as_user("office").client.get(f"/imports/{batch.id}/edition/table.xlsx").status_code == 409
