"""`import FILE`: the same drafts as the page, from the command line."""

import json
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from app.core.clock import now, today
from app.core.db import transaction
from app.core.errors import Invalid
from app.importing.apart import apart, read_apart
from app.importing.exchange import as_json, readings_as_json
from app.importing.models import ImportBatch
from app.importing.publish import publish as publish_batch
from app.importing.readings import readings_of
from app.importing.service import each_draft, store_import
from app.importing.stored import draft_of, head_of
from app.people.models import Department
from app.people.service import create_organisation

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
        if publish:
            ledger = publish_batch(db, batch, by=BY, actor_id=None, now=now(), today=today(), create_unknown=True)
            said += f"已发布为台账《{ledger.title}》。"
        else:
            said += f"已存为草稿（导入{batch.id}），请在“导入”页面校对后发布。"
        if out is not None:
            write_json(db, batch, out)
    return said + ("注意：同一个文件以前导入过。" if repeated else "")


def tell_readings(path: Path, *, out: Path | None) -> str:
    """`readings FILE`: one sentence on what a bulletin tells. Nothing is stored. Raises AppError."""
    found = apart(readings_of, content_of(path), path.name)
    if out is not None:
        _write(out, json.dumps(readings_as_json(found), ensure_ascii=False, indent=2))
    return f"“{path.name}”读出{len(found)}条数据，请逐条核对后采用。"


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Invalid(f"打不开文件{path.name}（{fault.strerror}）。没有保存任何内容。请检查路径。") from fault


def organisation_named(db: Session, name: str | None) -> int | None:
    """--issuer: an organisation of this name, made when there is none."""
    if not name:
        return None
    found = db.exec(
        select(Department).where(Department.name == name, col(Department.organisation_id).is_(None))
    ).first()
    return (found or create_organisation(db, name)).id


def write_json(db: Session, batch: ImportBatch, out: Path) -> None:
    """From the stored drafts, the same that the review page shows."""
    drafts = map(draft_of, each_draft(db, batch.id))
    text = json.dumps(as_json(head_of(batch), drafts), ensure_ascii=False, indent=2)
    _write(out, text)


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text + "\n", encoding="utf-8")
    except OSError as fault:
        raise Invalid(f"写不了文件{out.name}（{fault.strerror}）。没有保存任何内容。请检查路径。") from fault
