"""`import FILE`: the same drafts as the page, from the command line."""

from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from app.core.clock import now, today
from app.core.db import transaction
from app.importing.apart import read_apart
from app.importing.exchange import as_json, content_of, write_json
from app.importing.models import ImportBatch
from app.importing.service import store_import
from app.people.models import Department

BY = "命令行"


def import_file(engine: Engine, path: Path, *, issuer: str | None, publish: bool, out: Path | None) -> str:
    """One sentence on what was done. Raises AppError, and then nothing was stored."""
    data = content_of(path)
    ready = read_apart(data, path.name)
    with transaction(engine) as db:
        batch, repeated = store_import(
            db, data, path.name, by_name=BY, now=now(), organisation_id=organisation_named(db, issuer), prepared=ready
        )
        said = f"“{path.name}”读出{len(ready.recognised.tasks)}项任务，"
        said += publish_now(db, batch) if publish else f"已存为草稿（导入{batch.id}），请在“导入”页面校对后发布。"
        if out is not None:
            write_json(out, as_json(ready.recognised.head, ready.recognised.tasks))
    return said + ("注意：同一个文件以前导入过。" if repeated else "")


def publish_now(db: Session, batch: ImportBatch) -> str:
    """Loads what issues a ledger only now: most imports leave drafts."""
    from app.importing.publish import publish

    ledger = publish(db, batch, by=BY, actor_id=None, now=now(), today=today(), create_unknown=True)
    return f"已发布为台账《{ledger.title}》。"


def organisation_named(db: Session, name: str | None) -> int | None:
    """--issuer: an organisation of this name, made when there is none."""
    if not name:
        return None
    found = db.exec(
        select(Department).where(Department.name == name, col(Department.organisation_id).is_(None))
    ).first()
    if found:
        return found.id
    from app.people.service import create_organisation

    return create_organisation(db, name).id
