"""Who plays which part when a task is issued: printed roles become 牵头 and 配合. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.tasks.kinds import Part, PrintedRole


@dataclass(frozen=True)
class Printed:
    """A department as the document names it."""

    department_id: int
    name: str
    role: PrintedRole


@dataclass(frozen=True)
class Share:
    """A responsibility to be; `group_id` when it comes from a group that was named."""

    department_id: int
    printed_name: str
    printed_role: PrintedRole
    part: Part
    presumed: bool
    group_id: int | None = None


def shares(printed: Sequence[Printed], members: Mapping[int, Sequence[int]]) -> list[Share]:
    """In the printed order; a group stands with its members after it; nobody is named twice.

    Without a printed 牵头 the first named leads: presumed (推定) when there were several.
    """
    once = list({p.department_id: p for p in reversed(printed)}.values())[::-1]
    has_lead = any(p.role is PrintedRole.LEAD for p in once)
    direct = [
        Share(
            p.department_id,
            p.name,
            p.role,
            Part.LEAD if p.role is PrintedRole.LEAD or (not has_lead and n == 0) else Part.SUPPORT,
            presumed=not has_lead and n == 0 and len(once) > 1,
        )
        for n, p in enumerate(once)
    ]
    return _with_members(direct, members)


def _with_members(direct: Sequence[Share], members: Mapping[int, Sequence[int]]) -> list[Share]:
    taken = {share.department_id for share in direct}
    found: list[Share] = []
    for share in direct:
        found.append(share)
        for member in members.get(share.department_id, ()):
            if member not in taken:
                taken.add(member)
                found.append(
                    Share(
                        member, share.printed_name, share.printed_role, share.part, share.presumed, share.department_id
                    )
                )
    return found


def who_reports(found: Sequence[Share]) -> list[Share]:
    """The leads; a leading group reports through its members, where it has any."""
    leads = [s for s in found if s.part is Part.LEAD]
    groups = {s.group_id for s in leads if s.group_id is not None}
    return [s for s in leads if s.department_id not in groups]
