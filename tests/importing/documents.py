"""Small documents for the flow, and the restated ledgers of the seeds."""

from datetime import UTC, date, datetime
from pathlib import Path

from sqlmodel import Session, col, select

from app.importing.models import DraftTask, ImportBatch
from app.importing.service import store_import

SEEDS = Path(__file__).parents[2] / "ledger_seeds"
NOW = datetime(2021, 10, 14, 1, tzinfo=UTC)
TODAY = date(2021, 10, 14)
ROWS = (
    ("1", "每年至少召开1次会议，12月31日前完成。", "组织部"),
    ("2", "8月底前完成财务检查。", "财务部 组织部"),
    ("3", "开展走访慰问活动。", "宣教部"),
)


def a_document(*rows: tuple[str, str, str], title: str = "甲市总工会加强基层建设工作台账") -> bytes:
    """A printed ledger with a head, one table and a signature."""
    table = "\n".join("\t".join(row) for row in (("序号", "目标任务", "责任部门"), *(rows or ROWS)))
    return f"甲市总工会办公室\n甲工办字〔2021〕9号\n{title}\n{table}\n甲市总工会办公室\n2021年6月4日\n".encode()


def an_import(db: Session, *rows: tuple[str, str, str], name: str = "台账.txt", **changes: object) -> ImportBatch:
    values = {"by_name": "陈静", "now": NOW, "organisation_id": None, **changes}
    return store_import(db, a_document(*rows), name, **values)[0]  # type: ignore[arg-type]


def standing(db: Session, batch: ImportBatch) -> list[DraftTask]:
    """The drafts as they are now, whoever changed them; what was dropped is not among them."""
    db.rollback()
    db.expire_all()
    kept = select(DraftTask).where(DraftTask.batch_id == batch.id, col(DraftTask.dropped).is_(False))
    return list(db.exec(kept.order_by(col(DraftTask.position))).all())


def texts(db: Session, batch: ImportBatch) -> list[str]:
    return [draft.text for draft in standing(db, batch)]
