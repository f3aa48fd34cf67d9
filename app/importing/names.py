"""What the clerk decided about printed names that no department bears. Kept with the batch, carried out at publication.

A decision is {"how": "new"}, or {"how": "alias" | "once", "department": id}: another name for good, or here only.
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Invalid
from app.importing.models import ImportBatch
from app.people.kinds import DepartmentKind
from app.people.models import Department
from app.people.names import known_names
from app.people.service import add_alias, create_department

Decision = dict[str, Any]
NEW: Final[Decision] = {"how": "new"}
TO_BE_MADE: Final = 0  # stands for the id of a department that publication will create
ALIKE: Final = 0.6


def names_of(db: Session, batch: ImportBatch) -> Mapping[str, int]:
    """Names that mean a department, by now or by decision. A decision for a department that is gone counts no more."""
    if batch.organisation_id is None:
        return {}
    known = known_names(db, batch.organisation_id)
    return {**decided(batch, set(known.values())), **known}


def decided(batch: ImportBatch, departments: set[int]) -> dict[str, int]:
    found = {name: int(decision.get("department", TO_BE_MADE)) for name, decision in batch.names.items()}
    return {name: id for name, id in found.items() if id == TO_BE_MADE or id in departments}


def decision_of(db: Session, batch: ImportBatch, to: str, *, remember: bool) -> Decision:
    """`to`: "new", or the id of a department of the batch's organisation. Raises Invalid."""
    organisation = organisation_of(db, batch)
    if to == "new":
        return NEW
    department = db.get(Department, int(to)) if to.isascii() and to.isdigit() and len(to) < 10 else None
    if department is None or organisation.id not in (department.organisation_id, department.id):
        raise Invalid("没有找到所选的部门，没有保存。请重新选择。")
    return {"how": "alias" if remember else "once", "department": department.id}


def organisation_of(db: Session, batch: ImportBatch) -> Department:
    if batch.organisation_id is None:
        raise Invalid("还没有选定台账所属单位，没有保存。请先在“文件信息”中选择或新建单位。")
    return db.get_one(Department, batch.organisation_id)


def carry_out(
    db: Session, organisation: Department, batch: ImportBatch, used: set[str], *, by: str, actor_id: int | None
) -> dict[str, int]:
    """Makes what was decided of the names that the drafts still use; answers which department each means."""
    known = known_names(db, organisation.id)
    meant: dict[str, int] = {}
    for name, department_id in decided(batch, set(known.values())).items():
        if name not in used or name in known:
            continue
        if department_id == TO_BE_MADE:
            department_id = create_named(db, organisation, name, by=by, actor_id=actor_id).id
        elif batch.names[name]["how"] == "alias":
            add_alias(db, db.get_one(Department, department_id), name)
        meant[name] = department_id
    return meant


def create_named(db: Session, organisation: Department, name: str, *, by: str, actor_id: int | None) -> Department:
    """各区市县总工会 names many at once: a group."""
    kind = DepartmentKind.GROUP if name.startswith("各") else DepartmentKind.OFFICE
    department = create_department(db, organisation, name, kind)
    note_department(db, department, by=by, actor_id=actor_id)
    return department


def note_department(db: Session, department: Department, *, by: str, actor_id: int | None) -> None:
    record(
        db, Tag.DEPARTMENT_CREATE, actor_id=actor_id, actor_name=by, subject_kind="department",
        subject_id=department.id, name=department.name,
    )  # fmt: skip


def alike(name: str, known: Mapping[str, int], most: int = 3) -> list[int]:
    """Departments whose name or alias resembles the printed one, the most alike first: a question, never an answer."""
    best: dict[int, float] = {}
    for other, department_id in known.items():
        if department_id != TO_BE_MADE:
            best[department_id] = max(likeness(name, other), best.get(department_id, 0))
    ranked = sorted((d for d, score in best.items() if score >= ALIKE), key=lambda d: -best[d])
    return ranked[:most]


def likeness(one: str, other: str) -> float:
    """1: the same. A short form (法工部 for 法律工作部) keeps the order of its characters."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 2 and is_within(short, long):
        return 0.6 + 0.4 * len(short) / len(long)
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def departments_of(db: Session, batch: ImportBatch) -> Sequence[tuple[int, str]]:
    """The organisation itself first."""
    if batch.organisation_id is None:
        return ()
    mine = (col(Department.organisation_id) == batch.organisation_id) | (col(Department.id) == batch.organisation_id)
    rows = db.exec(
        select(Department.id, Department.name)
        .where(mine)
        .order_by(col(Department.organisation_id).is_not(None), col(Department.position), col(Department.id))
    )
    return [(id, name) for id, name in rows]
