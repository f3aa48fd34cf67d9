"""The closed lists of the room in Chinese, and what its fields are called."""

from app.importing.models import BatchStatus
from app.importing.pages import Choices
from app.tasks.kinds import Comparator, DeadlineKind, PrintedRole, Recurrence, ReportCycle

STATUS_WORDS = {
    BatchStatus.DRAFT: ("草稿", "y"),
    BatchStatus.PUBLISHED: ("已发布", "g"),
    BatchStatus.UNDONE: ("已撤销", ""),
}
ROLE_WORDS = {PrintedRole.LEAD: "牵头", PrintedRole.SUPPORT: "配合", PrintedRole.RESPONSIBLE: "责任"}
CYCLE_WORDS = {
    ReportCycle.NONE: "不要求",
    ReportCycle.MONTHLY: "每月",
    ReportCycle.QUARTERLY: "每季",
    ReportCycle.YEARLY: "每年",
}
RECURRENCE_WORDS = {
    Recurrence.WEEKLY: "每周",
    Recurrence.MONTHLY: "每月",
    Recurrence.QUARTERLY: "每季",
    Recurrence.HALF_YEARLY: "每半年",
    Recurrence.YEARLY: "每年",
    Recurrence.EVERY_2_YEARS: "每2年",
    Recurrence.EVERY_5_YEARS: "每5年",
    Recurrence.PER_TERM: "每届",
    Recurrence.ONGOING: "长期坚持",
}
COMPARATOR_WORDS = {
    Comparator.AT_LEAST: "不少于",
    Comparator.AT_MOST: "不超过",
    Comparator.EQUAL: "",
    Comparator.RANGE: "",
}
KIND_WORDS = {
    DeadlineKind.NONE: "没有写明",
    DeadlineKind.DAY: "某日",
    DeadlineKind.BEFORE: "某日之前",
    DeadlineKind.RANGE: "一段时间",
    DeadlineKind.PERIODIC: "每期",
    DeadlineKind.TERM: "本届",
    DeadlineKind.YEARS: "若干年",
    DeadlineKind.ONGOING: "长期坚持",
}
CYCLES = tuple((c.value, w) for c, w in CYCLE_WORDS.items())
COMPARATORS = (
    (Comparator.EQUAL.value, "等于"),
    (Comparator.AT_LEAST.value, "不少于"),
    (Comparator.AT_MOST.value, "不超过"),
    (Comparator.RANGE.value, "范围"),
)
CHOICES = Choices(
    cycles=CYCLES,
    kinds=tuple((k.value, w) for k, w in KIND_WORDS.items()),
    recurrences=tuple((r.value, w) for r, w in RECURRENCE_WORDS.items()),
    comparators=COMPARATORS,
)
LABELS = {
    "number": "序号",
    "heading": "所属措施",
    "text": "目标任务",
    "lead": "牵头部门",
    "responsible": "责任部门",
    "support": "配合部门",
    "due_on": "完成时限",
    "deadline_kind": "时限写法",
    "deadline_words": "时限原文",
    "recurrence": "周期",
    "indicators": "量化指标",
    "cycle": "报送周期",
    "title": "台账标题",
    "doc_number": "文号",
    "issuer": "印发单位",
    "issued_on": "印发日期",
    "organisation": "所属单位",
    "new_organisation": "新建单位",
}
