"""The ledger of 37 tasks and a second edition of it."""

from datetime import UTC, datetime

from sqlmodel import Session, select

from app.importing.models import DraftTask, ImportBatch
from app.importing.publish import publish
from app.importing.service import store_import
from app.ledgers.models import Ledger
from app.tasks.models import Task
from tests.importing.documents import SEEDS, TODAY

NAME = "qinhuangdao-2021-29.txt"
WITH_DAY = ("限额提高到工资总额 8% 的政策。", "限额提高到工资总额 8% 的政策，8月底前完成。")
FIRST = (SEEDS / "sources" / NAME).read_text(encoding="utf-8").replace(*WITH_DAY)
AT = datetime(2021, 6, 4, 4, tzinfo=UTC)
BROUGHT = "开展新就业形态劳动者权益保障专项行动，12月20日前完成摸底。"
# What the second edition says otherwise; 16 is gone, 38 is new.
CHANGES = (
    ("青年专家", "青年专家、班组长"),  # 9: words
    ("走访慰问和困难补助制度", "走访慰问、健康体检和困难补助制度"),  # 14: words
)


def second() -> bytes:
    """Two changed in words, one in its department, one in its day, one new, one gone."""
    text = FIRST
    for old, new in CHANGES:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    lines = [line for line in text.splitlines() if not line.startswith("16\t")]
    return "\n".join(line_of_second(line) for line in lines).encode()


def line_of_second(line: str) -> str:
    if line.startswith("22\t"):
        return line.replace("8月底", "11月底")
    if line.startswith("23\t"):
        return f"23\t{line.split(chr(9))[1]}\t经济部"
    if line.startswith("37\t"):
        return f"{line}\n38\t{BROUGHT}\t法工部 保障部"
    return line


def a_published_ledger(db: Session) -> Ledger:
    """As the office would: every name a department of its own."""
    batch = store_import(db, FIRST.encode(), NAME, by_name="陈静", now=AT, organisation_id=None)[0]
    return publish(db, batch, by="陈静", actor_id=None, now=AT, today=TODAY, create_unknown=True)


def a_second_edition(db: Session, ledger: Ledger, data: bytes | None = None) -> ImportBatch:
    batch = store_import(
        db, data or second(), "修订.txt", by_name="陈静", now=AT, organisation_id=ledger.organisation_id
    )[0]
    batch.edition_of = ledger.id
    db.flush()
    return batch


def tasks(db: Session, ledger: Ledger) -> dict[str, Task]:
    """By number; read anew."""
    db.rollback()
    db.expire_all()
    found = db.exec(select(Task).where(Task.ledger_id == ledger.id).order_by(Task.position)).all()
    return {t.number or str(t.position): t for t in found}


def draft(db: Session, batch: ImportBatch, number: str) -> DraftTask:
    return db.exec(select(DraftTask).where(DraftTask.batch_id == batch.id, DraftTask.number == number)).one()


def form_of(page):
    """What a browser would send: ticks, choices, what was seen."""
    form = page.select_one('form[action$="/changes"]')
    found: dict[str, object] = {i["name"]: i["value"] for i in form.select("input[type=hidden]") if i["name"] != "seen"}
    found["seen"] = [i["value"] for i in form.select("input[name=seen]")]
    found["take"] = [i["value"] for i in form.select("input[name=take][checked]")]
    found |= {i["name"]: i["value"] for i in form.select("input[name^=why-]")}
    for choice in form.select("select"):
        chosen = choice.select_one("option[selected]")
        found[choice["name"]] = chosen["value"] if chosen else ""
    return found


def adopt(office, batch, db, ledger, *, fate="end", expect=303, **changes):
    sent = form_of(office.open(f"/imports/{batch.id}/edition"))
    gone = tasks(db, ledger)["16"].id
    return office.send(f"/imports/{batch.id}/edition/changes", sent | {f"fate-t{gone}": fate} | changes, expect=expect)
