"""What stands between drafts and a ledger: what must be settled, what should be looked at, what is in order. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.importing.models import DraftTask, ImportBatch
from app.tasks.kinds import PrintedRole

LEAD, NOBODY, PAST, IN_ORDER = "lead_not_printed", "no_department", "past", "in_order"
FROM_ABOVE = "units_from_above"
JOINED_DEADLINE, JOINED_RECURRENCE, JOINED_DEPARTMENTS = "joined_deadline", "joined_recurrence", "joined_departments"
HEAD_QUERY = "head=1"  # it is about the document, not about a task
WORDS_OF = {
    "number_gap": "序号不连续",
    "number_repeated": "序号重复",
    FROM_ABOVE: "责任单位取自上一行",
    "vague_date": "时限写得不够明确",
    "either_day": "时限缺字",
    JOINED_DEADLINE: "合并的两部分时限不同",
    JOINED_RECURRENCE: "合并的两部分周期不同",
    JOINED_DEPARTMENTS: "合并的两部分责任部门不同",
}


@dataclass(frozen=True)
class Gate:
    """One finding; `query` narrows the review page to the drafts it is about."""

    what: str
    then: str = ""
    query: str = ""
    name: str = ""  # the printed name it is about
    code: str = ""  # the kind of doubt, where all of it may be settled by one look
    kind: str = ""  # what the last look before publication tells in more detail


@dataclass
class Gates:
    must: list[Gate] = field(default_factory=list)
    should: list[Gate] = field(default_factory=list)
    passed: list[Gate] = field(default_factory=list)

    def reasons(self) -> str:
        return "；".join(gate.what for gate in self.must)


def label(draft: DraftTask) -> str:
    return f"第{draft.number or draft.position}项"


def labels(drafts: Sequence[DraftTask], limit: int = 6) -> str:
    numbers = "、".join(d.number or str(d.position) for d in drafts[:limit])
    return f"第{numbers}{'等' if len(drafts) > limit else ''}项"


def unknown_names(drafts: Sequence[DraftTask], known: Collection[str]) -> dict[str, list[DraftTask]]:
    """Printed names that mean no department yet, each with its places, in the order of the document."""
    found: dict[str, list[DraftTask]] = {}
    for draft in drafts:
        for named in draft.departments:
            if named["name"] not in known and draft not in found.setdefault(named["name"], []):
                found[named["name"]].append(draft)
    return found


def open_doubts(draft: DraftTask) -> list[str]:
    """Messages of what should be looked at and was not yet; a missing department is told apart."""
    return [d["message"] for d in draft.doubts if not d["settled"] and d["code"] != NOBODY]


def lead_is_open(draft: DraftTask) -> bool:
    """Several named, none printed as lead, and nobody has said that the first one is right."""
    roles = [d["role"] for d in draft.departments]
    looked_at = any(d["code"] == LEAD and d["settled"] for d in draft.doubts)
    return len(roles) > 1 and PrintedRole.LEAD.value not in roles and not looked_at


def check(
    batch: ImportBatch,
    drafts: Sequence[DraftTask],
    known: Mapping[str, int],
    today: date,
    *,
    create_unknown: bool = False,
) -> Gates:
    gates = Gates()
    _about_head(batch, gates, create_unknown=create_unknown)
    # Which names are known is asked of an organisation: until there is one, that is what must be settled.
    _about_departments(drafts, known, gates, create_unknown=create_unknown or batch.organisation_id is None)
    _about_doubts(drafts, gates)
    _about_days(drafts, gates, today)
    gates.passed.append(Gate("每项任务都能回到原文位置"))
    return gates


def _about_head(batch: ImportBatch, gates: Gates, *, create_unknown: bool) -> None:
    if not batch.title:
        gates.must.append(Gate("没有填写台账标题", "请在“文件信息”中填写", HEAD_QUERY))
    if batch.organisation_id is None and not (create_unknown and organisation_name(batch)):
        gates.must.append(Gate("没有选定台账所属单位", "请在“文件信息”中选择或新建", HEAD_QUERY))
    if batch.issued_on is None and batch.issued_either:
        days = "或".join(batch.issued_either)
        gates.should.append(Gate(f"印发日期缺字，可能是{days}", "请在“文件信息”中选定", HEAD_QUERY))


def organisation_name(batch: ImportBatch) -> str:
    """The organisation behind the printed issuer: 秦皇岛市总工会办公室 signs for 秦皇岛市总工会."""
    return (batch.issuer or "").removesuffix("办公室")


def _about_departments(
    drafts: Sequence[DraftTask], known: Mapping[str, int], gates: Gates, *, create_unknown: bool
) -> None:
    without = [d for d in drafts if not d.departments]
    if without:
        gates.must.append(Gate(f"{labels(without)}没有责任部门", "请填写责任部门", f"task={without[0].id}"))
    else:
        gates.passed.append(Gate("每项任务都有责任部门"))
    for name, places in ({} if create_unknown else unknown_names(drafts, known)).items():
        gates.must.append(
            Gate(
                f"{labels(places[:1])}责任部门“{name}”不在部门库",
                f"共{len(places)}处：{labels(places)}",
                f"task={places[0].id}",
                name,
            )
        )
    leaderless = [d for d in drafts if lead_is_open(d)]
    if leaderless:
        gates.should.append(
            Gate(
                f"{len(leaderless)}项任务没有写明牵头部门",
                f"{labels(leaderless)}。暂按排在第一位的推定，台账上注“推定”",
                f"task={leaderless[0].id}",
                code=LEAD,
            )
        )


def _about_doubts(drafts: Sequence[DraftTask], gates: Gates) -> None:
    """One finding a kind; a missing department and an open lead are told apart."""
    kinds: dict[str, list[tuple[DraftTask, str, bool]]] = {}
    for draft in drafts:
        for doubt in draft.doubts:
            if not doubt["settled"] and doubt["code"] not in (NOBODY, LEAD):
                kinds.setdefault(doubt["code"], []).append((draft, doubt["message"], doubt["must"]))
    for code, found in kinds.items():
        places = list(dict.fromkeys(d.id for d, _, _ in found))
        words = f"{WORDS_OF[code]}：{labels([d for d, _, _ in found])}" if code in WORDS_OF else found[0][1]
        then = f"共{len(places)}项，请与原文核对" if len(places) > 1 else f"{label(found[0][0])}，请与原文核对"
        must = any(m for _, _, m in found)
        gate = Gate(words, then, f"task={found[0][0].id}", code="" if must else code)
        (gates.must if must else gates.should).append(gate)
    if not any(code.startswith("number") for code in kinds):
        gates.passed.append(Gate("序号连续，没有重号", kind=IN_ORDER))


def _about_days(drafts: Sequence[DraftTask], gates: Gates, today: date) -> None:
    past = [d for d in drafts if d.due_on is not None and d.due_on < today]
    if past:
        gates.should.append(
            Gate(
                f"{len(past)}项时限已过：{labels(past)}",
                "日期照原样保留，发布当天就会亮红灯",
                f"task={past[0].id}",
                kind=PAST,
            )
        )
    none = [d for d in drafts if d.due_on is None and d.recurrence is None]
    if none:
        gates.should.append(Gate(f"{len(none)}项没有写明时限", f"{labels(none)}。可由办公室统一设定", "set=1"))
