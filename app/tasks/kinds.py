"""The closed lists of the field (DOMAIN: states, roles, deadlines, recurrences); exports say the stored value."""

from enum import StrEnum


class TaskStatus(StrEnum):
    DRAFT = "draft"
    AWAITING_APPROVAL = "awaiting_approval"
    ISSUED = "issued"
    CLOSURE_REQUESTED = "closure_requested"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    CARRIED_OVER = "carried_over"


class PrintedRole(StrEnum):
    """The role as the document prints it (牵头, 配合, 责任)."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"


class Part(StrEnum):
    """The part a department plays (牵头, 配合)."""

    LEAD = "lead"
    SUPPORT = "support"


class ResponsibilityStatus(StrEnum):
    AWAITING_RECEIPT = "awaiting_receipt"
    REFUSED = "refused"
    IN_HAND = "in_hand"
    PART_DONE = "part_done"
    PART_VERIFIED = "part_verified"
    HANDED_OVER = "handed_over"


class DeadlineKind(StrEnum):
    """How the time limit is expressed; NONE is a task without one."""

    DAY = "day"
    BEFORE = "before"
    RANGE = "range"
    PERIODIC = "periodic"
    TERM = "term"
    YEARS = "years"
    ONGOING = "ongoing"
    NONE = "none"


class Recurrence(StrEnum):
    """An act repeated each period."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    EVERY_2_YEARS = "every_2_years"
    EVERY_5_YEARS = "every_5_years"
    PER_TERM = "per_term"
    ONGOING = "ongoing"


class ReportCycle(StrEnum):
    """How often the office wants to hear of a task."""

    NONE = "none"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class Comparator(StrEnum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUAL = "equal"
    RANGE = "range"


class Origin(StrEnum):
    """Who says a value: the department that answers for the task, or a newspaper."""

    DEPARTMENT = "department"
    MEDIA = "media"


class ReadingKind(StrEnum):
    """What was reached, or what is intended."""

    READING = "reading"
    PLAN = "plan"


class Lamp(StrEnum):
    """红黄绿灯. Computed at reading time, never stored."""

    RED = "red"
    YELLOW = "yellow"
    HOLLOW = "hollow"
    GREEN = "green"
    CLOSED = "closed"
    STOPPED = "stopped"
