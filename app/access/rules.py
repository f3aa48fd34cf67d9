"""Who may do what (DOMAIN §4), one function an act: empty when allowed, else the reason and whom to ask.

Pure: no database, no clock. `parts` maps department to the part it plays in the task.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.people.kinds import Role
from app.people.scope import Viewer
from app.tasks.kinds import Part, TaskStatus

UNISSUED = frozenset({TaskStatus.DRAFT, TaskStatus.AWAITING_APPROVAL})
OPEN = frozenset({TaskStatus.ISSUED, TaskStatus.CLOSURE_REQUESTED})
ASK_OFFICE = "需要时请联系办公室。"


@dataclass(frozen=True)
class TaskFacts:
    """What the rules look at."""

    number: str
    status: TaskStatus
    parts: Mapping[int, Part]
    lead_name: str


def idle(facts: TaskFacts) -> str:
    """Why nothing is done on a task now: before 交办, or after its end."""
    return f"第{facts.number}项{'还没有交办' if facts.status in UNISSUED else '已不在办理中'}"


def part_of(viewer: Viewer, facts: TaskFacts) -> Part | None:
    return facts.parts.get(viewer.department_id) if viewer.department_id is not None else None


def oversees(viewer: Viewer, facts: TaskFacts) -> bool:
    """Is the task led by a department of this leader's? One without departments of his own answers for all."""
    led = {department for department, part in facts.parts.items() if part is Part.LEAD}
    return viewer.is_leader and (not viewer.oversees or bool(led & viewer.oversees))


def why_not_see_progress(viewer: Viewer, facts: TaskFacts) -> str:
    if viewer.sees_everything or part_of(viewer, facts):
        return ""
    return f"第{facts.number}项由{facts.lead_name}牵头，{viewer.department}没有参与，所以看不到它的进展。{ASK_OFFICE}"


def why_not_write_progress(viewer: Viewer, facts: TaskFacts) -> str:
    if facts.status not in OPEN:
        return f"{idle(facts)}，不能报送进展。{ASK_OFFICE}"
    if viewer.is_office or (viewer.is_department and part_of(viewer, facts)):
        return ""
    return f"第{facts.number}项的进展由{facts.lead_name}等责任部门填写。{ASK_OFFICE}"


def why_not_release_report(viewer: Viewer, facts: TaskFacts) -> str:
    if viewer.role is Role.LIAISON:
        return "进展由部门负责人报送。草稿已经保存，请部门负责人确认后报送。"
    return why_not_write_progress(viewer, facts)


def why_not_review(viewer: Viewer) -> str:
    return "" if viewer.is_office else "审核由办公室办理。需要补充意见，请联系办公室。"


def why_not_withdraw_report(viewer: Viewer, facts: TaskFacts, department_id: int, *, on_behalf: bool) -> str:
    """Who let it go takes it back: the head of that department, or the office what it wrote on behalf."""
    if viewer.is_office if on_behalf else viewer.role is Role.HEAD and viewer.department_id == department_id:
        return ""
    if on_behalf:
        return f"第{facts.number}项的这份进展由办公室代填，由办公室撤回。{ASK_OFFICE}"
    return f"第{facts.number}项的进展由报送部门的负责人撤回，办公室可以在审核时退回。{ASK_OFFICE}"


def why_not_confirm_lead(viewer: Viewer, facts: TaskFacts) -> str:
    if not viewer.is_office:
        return "牵头部门由办公室确认。认为应由别的部门牵头，请联系办公室。"
    return "" if facts.status in OPEN | UNISSUED else f"{idle(facts)}，不能再改牵头部门。"


def why_not_request_closure(viewer: Viewer, facts: TaskFacts) -> str:
    if facts.status is TaskStatus.CLOSED:
        return f"第{facts.number}项已销号，无需重复申请。"
    if facts.status is TaskStatus.CLOSURE_REQUESTED:
        return f"第{facts.number}项已申请销号，正在等办公室核验。"
    if facts.status is not TaskStatus.ISSUED:
        return f"第{facts.number}项不在办理中，不能申请销号。{ASK_OFFICE}"
    if viewer.role is Role.HEAD and part_of(viewer, facts) is Part.LEAD:
        return ""
    return f"销号由牵头部门（{facts.lead_name}）负责人申请。"


def why_not_close(viewer: Viewer, facts: TaskFacts) -> str:
    if not viewer.is_office:
        return "销号由办公室办理。如任务已完成，请由牵头部门负责人申请销号。"
    if facts.status is TaskStatus.CLOSED:
        return f"第{facts.number}项已销号，无需重复办理。"
    if facts.status is not TaskStatus.CLOSURE_REQUESTED:
        return f"第{facts.number}项尚未申请销号，请先由牵头部门提交销号申请。"
    return ""


def why_not_see_closure(viewer: Viewer) -> str:
    return "" if viewer.sees_everything else "销号由办公室核验、领导同意。情况请看任务页面。"


def why_not_consent(viewer: Viewer, facts: TaskFacts) -> str:
    if not viewer.is_leader:
        return "销号由领导同意。办公室核验后会报领导。"
    if not oversees(viewer, facts):
        return f"第{facts.number}项由{facts.lead_name}牵头，不是你分管的部门。请由分管该部门的领导或主要领导决定。"
    return ""


def why_not_set_rules(viewer: Viewer) -> str:
    return "" if viewer.is_office else "台账的设置由办公室修改。需要修改，请联系办公室。"


def why_not_urge_any(viewer: Viewer) -> str:
    return "" if viewer.sees_everything else "催办由办公室或领导发出。"


def why_not_urge(viewer: Viewer, facts: TaskFacts) -> str:
    if facts.status not in OPEN:
        return f"{idle(facts)}，不用催办。"
    if viewer.is_leader and not oversees(viewer, facts):
        return (
            f"第{facts.number}项由{facts.lead_name}牵头，不是你分管的部门。需要催办，请联系分管该部门的领导或办公室。"
        )
    return why_not_urge_any(viewer)


def why_not_request_extension(viewer: Viewer, facts: TaskFacts) -> str:
    """Any department of the task, on its own part: the day is the task's."""
    if facts.status is not TaskStatus.ISSUED:
        return f"第{facts.number}项不在办理中，不能申请延期。{ASK_OFFICE}"
    if viewer.is_office or (viewer.role is Role.HEAD and part_of(viewer, facts)):
        return ""
    return f"第{facts.number}项的延期由{facts.lead_name}等责任部门的负责人申请。"


def why_not_decide_extension(viewer: Viewer, facts: TaskFacts, *, for_leader: bool, asked_by_id: int) -> str:
    """The office within its limit; beyond it 分管领导 for his departments, or 主要领导."""
    if facts.status not in OPEN:
        return f"第{facts.number}项已不在办理中，延期申请不用再决定。"
    if not viewer.sees_everything:
        return "延期由办公室或领导决定。"
    if asked_by_id == viewer.id:
        return "这次延期由本人申请，不能由同一人决定。请由办公室其他同志或领导决定。"
    if viewer.is_office and for_leader:
        return "这次延期超出办公室可批的范围（30天以内、一项一次），由分管领导或主要领导决定。"
    if viewer.is_leader and not oversees(viewer, facts):
        return f"第{facts.number}项由{facts.lead_name}牵头，不是你分管的部门。请由分管该部门的领导或主要领导决定。"
    return ""


def why_not_refuse(viewer: Viewer, facts: TaskFacts) -> str:
    """退办: the head of any department of the task, on its own part."""
    if facts.status is not TaskStatus.ISSUED:
        return f"第{facts.number}项不在办理中，不能退办。{ASK_OFFICE}"
    if viewer.role is Role.HEAD and part_of(viewer, facts):
        return ""
    return f"第{facts.number}项的退办由{facts.lead_name}等责任部门的负责人申请。"


def why_not_decide_refusal(viewer: Viewer, facts: TaskFacts) -> str:
    if not viewer.is_office:
        return "退办由办公室决定。"
    return "" if facts.status in OPEN else f"第{facts.number}项已不在办理中，退办申请不用再决定。"


def why_not_instruct(viewer: Viewer, facts: TaskFacts) -> str:
    """A leader on the tasks of his departments; the office enters what he wrote on paper."""
    if facts.status not in OPEN:
        return f"{idle(facts)}，不能批示。{ASK_OFFICE}"
    if not viewer.sees_everything:
        return "批示由领导写，办公室可以代录。"
    if viewer.is_leader and not oversees(viewer, facts):
        return (
            f"第{facts.number}项由{facts.lead_name}牵头，不是你分管的部门。需要批示，请联系分管该部门的领导或办公室。"
        )
    return ""


def why_not_withdraw_instruction(
    viewer: Viewer, facts: TaskFacts, *, leader_id: int, recorded: bool, leader: str
) -> str:
    """The leader his own, whoever entered it; the office what it entered."""
    if not viewer.sees_everything:
        return "批示由写批示的领导撤回，代录的由办公室撤回。"
    if facts.status not in OPEN:
        return f"{idle(facts)}，不能再撤回批示。{ASK_OFFICE}"
    if viewer.id == leader_id or (viewer.is_office and recorded):
        return ""
    return f"这条批示由{leader}本人写，由本人撤回。" if viewer.is_office else f"这条批示是{leader}的，由本人撤回。"


def why_not_import(viewer: Viewer) -> str:
    return "" if viewer.is_office else "导入和发布台账由办公室办理。需要新增台账，请联系办公室。"


def why_not_readings(viewer: Viewer) -> str:
    return "" if viewer.is_office else "从文章摘录数值由办公室办理。有数值要补充，请联系办公室。"


def why_not_receive(viewer: Viewer) -> str:
    return "" if viewer.is_department else "签收由责任部门的负责人或联络员办理。"


def why_not_hand_out(viewer: Viewer) -> str:
    return "" if viewer.is_office else "交办由办公室办理。"


def why_not_board(viewer: Viewer) -> str:
    return "" if viewer.sees_everything else "总览供领导和办公室使用。本部门的事项请看“我的待办”。"


def why_not_todo(viewer: Viewer) -> str:
    return "" if viewer.is_department else "“我的待办”供部门负责人和联络员使用。"


def why_not_business(viewer: Viewer) -> str:
    return "" if viewer.reads_business else "管理员账号不查看业务内容（三员分立）。需要查看，请使用业务账号。"


def why_not_departments(viewer: Viewer) -> str:
    return "" if viewer.is_office or viewer.role is Role.SYSADMIN else "部门由办公室和系统管理员维护。"


def why_not_log(viewer: Viewer) -> str:
    return (
        "" if viewer.role is Role.AUDITADMIN else "操作日志由审计管理员查看（三员分立）。需要查看，请联系审计管理员。"
    )


def why_not_users(viewer: Viewer) -> str:
    return "" if viewer.role is Role.SYSADMIN else "用户由系统管理员维护。需要新建或停用账号，请联系系统管理员。"
