"""台账设置: whether departments sign, and whether a leader consents before a number is struck."""

from datetime import date, datetime
from typing import Final

from sqlmodel import Session

from app.audit.service import record
from app.audit.tags import Tag
from app.delivery.service import Letter, put_all, take_back
from app.importing.issuing import listed, people
from app.ledgers.models import Ledger
from app.people.scope import Viewer
from app.progress.asking import await_receipts, wait_no_more
from app.progress.receiving import waiting_departments

SAME: Final = "设置没有变化"


def change_rules(
    db: Session, ledger: Ledger, *, needs_leader: bool, needs_receipt: bool, by: Viewer, today: date, now: datetime
) -> str:
    """Answers in words. What is already checked still waits for the leader: the rule is that of that day."""
    said = []
    ledger.version += 1
    if needs_leader != ledger.closure_needs_leader:
        ledger.closure_needs_leader = needs_leader
        note(db, Tag.CLOSURE_RULE, ledger, by, on=needs_leader)
        said.append("销号须经领导同意" if needs_leader else "销号由办公室办理")
    if needs_receipt != ledger.needs_receipt:
        ledger.needs_receipt = needs_receipt
        note(db, Tag.RECEIPT_RULE, ledger, by, on=needs_receipt)
        said.append(ask_all(db, ledger, today, now) if needs_receipt else ask_nobody(db, ledger))
    db.flush()
    return f"已保存：{'，'.join(said)}" if said else SAME


def ask_all(db: Session, ledger: Ledger, today: date, now: datetime) -> str:
    """Also for what was handed out before, unless a department has reported on it: whoever reports has it."""
    count = await_receipts(db, ledger, today)
    found = waiting_departments(db, ledger.id)
    name = ledger.doc_number or ledger.title
    letters = [
        Letter(
            f"{stem(ledger)}:asked-{ledger.version}:{user_id}", user_id,
            f"《{name}》须部门签收，本部门还有第{listed(found[department])}项，请签收。", "/todo",
        )
        for department, user_id in people(db, found)
    ]  # fmt: skip
    put_all(db, letters, now)
    return f"部门须签收，{len(found)}个部门的{count}件分工等待签收" if count else "部门须签收，没有等待签收的任务"


def ask_nobody(db: Session, ledger: Ledger) -> str:
    wait_no_more(db, ledger.id)
    take_back(db, stem(ledger))
    return "部门不再签收，已有的签收保留"


def stem(ledger: Ledger) -> str:
    return f"receipt:{ledger.id}"


def note(db: Session, tag: Tag, ledger: Ledger, by: Viewer, *, on: bool) -> None:
    record(
        db, tag, actor_id=by.id, actor_name=by.name, subject_kind="ledger", subject_id=ledger.id, title=ledger.title,
        on=on,
    )  # fmt: skip
