"""The vocabulary of the log."""

from enum import StrEnum


class Tag(StrEnum):
    SIGN_IN = "session:create"
    SIGN_IN_FAILED = "session:fail"
    SIGN_OUT = "session:remove"
    PASSWORD_CHANGE = "user:password"
    USER_CREATE = "user:create"
    USER_CHANGE = "user:change"
    DEPARTMENT_CREATE = "department:create"
    DEPARTMENT_CHANGE = "department:change"
    IMPORT = "import:create"
    IMPORT_CHANGE = "import:change"
    IMPORT_UNDO = "import:undo"
    PUBLISH = "ledger:publish"
    PRINT = "ledger:print"
    LEAD_CONFIRM = "task:lead"
    REPORT_SUBMIT = "report:submit"
    REPORT_ACCEPT = "report:accept"
    REPORT_RETURN = "report:return"
    CLOSURE_REQUEST = "task:closure-request"
    CLOSURE_REFUSE = "task:closure-refuse"
    CLOSE = "task:close"
    URGE = "task:urge"
    EXTEND = "task:extend"
