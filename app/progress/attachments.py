"""佐证材料: checked, stored under the hash of its bytes, shown under the name it came with."""

from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from app.core import storage
from app.core.errors import Conflict
from app.progress.models import Attachment, ProgressReport
from app.progress.service import UNSENT, Person

SENT = "进展已经报送，材料不能再移除。需要更换，请联系办公室退回。"
REQUESTED = "销号申请已经提交，材料不能再移除。需要更换，请联系办公室退回。"


def add(
    db: Session,
    folder: Path,
    name: str,
    content: bytes,
    *,
    report_id: int | None = None,
    request_id: int | None = None,
    by: Person,
    now: datetime,
) -> Attachment:
    """Raises Invalid when the file is empty, too large or not what its name says. `folder` is the data folder."""
    shown = _shown(name)
    media_type = storage.check(shown, content)
    attachment = Attachment(
        report_id=report_id,
        request_id=request_id,
        name=shown,
        sha256=storage.put(folder, content),
        size=len(content),
        media_type=media_type,
        added_by_id=by.id,
        added_at=now,
    )
    db.add(attachment)
    db.flush()
    return attachment


def remove(db: Session, attachment: Attachment) -> None:
    """Only while the report is unsent; the bytes stay, another record may share them."""
    if attachment.report_id is None:
        raise Conflict(REQUESTED)
    if db.get_one(ProgressReport, attachment.report_id).status not in UNSENT:
        raise Conflict(SENT)
    db.delete(attachment)
    db.flush()


def of_report(db: Session, report_id: int | None) -> list[Attachment]:
    if report_id is None:
        return []
    return list(db.exec(select(Attachment).where(Attachment.report_id == report_id).order_by(col(Attachment.id))).all())


def of_request(db: Session, request_id: int) -> list[Attachment]:
    return list(
        db.exec(select(Attachment).where(Attachment.request_id == request_id).order_by(col(Attachment.id))).all()
    )


def _shown(name: str) -> str:
    """The last part of whatever path the browser sent, without control characters, ending kept when cut."""
    plain = "".join(c for c in name.replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable()).strip() or "材料"
    stem, dot, ending = plain.rpartition(".")
    return plain if len(plain) <= 200 else f"{stem[: 199 - len(ending)]}{dot}{ending}"[:200]
