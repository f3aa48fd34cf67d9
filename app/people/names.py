"""Printed names → departments of one organisation, by exact name or alias; anything else is a question to ask."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from app.people.models import Department, DepartmentAlias


def known_names(db: Session, organisation_id: int) -> Mapping[str, int]:
    """Name or alias → department id, within the organisation only (经济部 here is not 经济技术部 there)."""
    names = db.exec(select(Department.name, Department.id).where(Department.organisation_id == organisation_id)).all()
    aliases = db.exec(
        select(DepartmentAlias.name, DepartmentAlias.department_id).where(
            DepartmentAlias.organisation_id == organisation_id
        )
    ).all()
    itself = db.get_one(Department, organisation_id)
    return {**dict(aliases), **dict(names), itself.name: itself.id}


def find_organisation(db: Session, printed: str) -> Department | None:
    """The organisation a printed issuer belongs to: its own name, or the longest that the name begins with.

    秦皇岛市总工会办公室 signs for 秦皇岛市总工会.
    """
    found = db.exec(select(Department).where(col(Department.organisation_id).is_(None))).all()
    begun = [d for d in found if printed.startswith(d.name)]
    return max(begun, key=lambda d: len(d.name), default=None)
