"""An event as one Chinese sentence; the only place that does it."""

from app.audit.models import AuditEvent
from app.audit.tags import Tag

KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "session": ("登录与密码", ("session:", "user:password")),
    "people": ("用户与部门", ("user:", "department:")),
    "import": (
        "导入与发布",
        (
            "import:",
            "ledger:publish",
            "ledger:hand-out",
            "ledger:closure-rule",
            "ledger:receipt-rule",
            "ledger:edition",
        ),
    ),
    "report": ("进展与审核", ("report:", "reading:")),
    "task": ("牵头、催办、延期与销号", ("task:",)),
    "print": ("打印与导出", ("ledger:print", "export:")),
}


def sentence(event: AuditEvent) -> str:
    """ "陈静 催办财务部"; the moment is shown beside it."""
    return f"{event.actor_name}{what(Tag(event.tag), {k: str(v) for k, v in event.details.items()})}"


def within(*words: str) -> str:
    """（…） around what is known; events of the first days know less."""
    known = "，".join(word for word in words if word)
    return f"（{known}）" if known else ""


def what(tag: Tag, d: dict[str, str]) -> str:
    match tag:
        case Tag.SIGN_IN:
            return "登录"
        case Tag.SIGN_IN_FAILED:
            return f"登录失败{within(d.get('address', ''))}"
        case Tag.SIGN_OUT:
            return "退出登录"
        case Tag.PASSWORD_CHANGE:
            return "修改密码"
        case Tag.USER_CREATE:
            return f"新建用户{d.get('name', '')}{within(d.get('account', ''), d.get('role', ''))}"
        case Tag.USER_CHANGE:
            return f"修改用户{d.get('name', '')}{within(d.get('changes', ''))}"
        case Tag.DEPARTMENT_CREATE:
            return f"新建部门{d.get('name', '')}"
        case Tag.DEPARTMENT_CHANGE:
            return f"修改部门{d.get('name', '')}"
        case Tag.IMPORT:
            return f"导入{d.get('name', '')}，识别{d.get('count', '0')}项任务"
        case Tag.IMPORT_CHANGE:
            return f"修改导入草稿：{d.get('what', '')}"
        case Tag.IMPORT_UNDO:
            return f"撤销导入：{d.get('title', '')}"
        case Tag.PURPOSE:
            return f"把{d.get('name', '')}改为{d.get('purpose', '')}，重新识别"
        case Tag.ARTICLE:
            return f"上传文章{d.get('title', '')}，摘出{d.get('count', '0')}个数值"
        case Tag.ARTICLE_UNDO:
            return f"去掉文章{d.get('title', '')}，其中没有已确认的数值"
        case Tag.READING_CONFIRM:
            return f"确认数值{d.get('figure', '')}{within(d.get('words', ''), d.get('origin', ''), d.get('day', ''))}"
        case Tag.READING_UNDO:
            return f"撤销已确认的数值{d.get('figure', '')}{within(d.get('words', ''))}"
        case Tag.INDICATOR_CREATE:
            return f"新建指标{d.get('words', '')}{within(d.get('goal', ''))}"
        case Tag.PUBLISH:
            how = "发布，暂不交办" if d.get("how") == "publish" else "发布并交办"
            return f"{how}：{d.get('title', '')}，{d.get('count', '0')}项任务"
        case Tag.HAND_OUT:
            return f"交办{d.get('title', '')}，{d.get('count', '0')}项任务"
        case Tag.HAND_OUT_UNDO:
            return f"撤回对{d.get('title', '')}的交办，{d.get('count', '0')}项任务"
        case Tag.PRINT:
            return f"打印台账{d.get('title', '')}{within(d.get('form', ''))}"
        case Tag.RECEIVE:
            return f"签收，{d.get('department', '')}"
        case Tag.LEAD_CONFIRM:
            return f"确认{d.get('department', '')}牵头"
        case Tag.REPORT_SUBMIT:
            return f"{d.get('department', '')}报送{d.get('period', '')}进展，完成{d.get('percent', '')}%"
        case Tag.REPORT_ACCEPT:
            return f"通过{d.get('department', '')}的{d.get('period', '')}进展"
        case Tag.REPORT_RETURN:
            return f"退回{d.get('department', '')}的{d.get('period', '')}进展：{d.get('remark', '')}"
        case Tag.REPORT_WITHDRAW:
            return f"撤回{d.get('department', '')}报送的{d.get('period', '')}进展"
        case Tag.REVIEW_WITHDRAW:
            return f"撤回对{d.get('department', '')}{d.get('period', '')}进展的审核"
        case Tag.CLOSURE_REQUEST:
            return "申请销号"
        case Tag.CLOSURE_REFUSE:
            return f"不同意销号：{d.get('remark', '')}"
        case Tag.CLOSURE_CHECK:
            return f"核验销号申请，报领导同意{within(d.get('remark', ''))}"
        case Tag.CLOSURE_RULE:
            return f"规定台账{d.get('title', '')}销号{'须经领导同意' if d.get('on') == 'True' else '由办公室办理'}"
        case Tag.RECEIPT_RULE:
            return f"规定台账{d.get('title', '')}{'须部门签收' if d.get('on') == 'True' else '不须部门签收'}"
        case Tag.CLOSE:
            return f"办理第{d.get('number', '')}项销号"
        case Tag.URGE:
            return f"催办{d.get('department', '')}"
        case Tag.EXTENSION_REQUEST:
            return f"申请延期至{d.get('until', '')}{within('补办' if d.get('late') == 'True' else '')}"
        case Tag.EXTENSION_REFUSE:
            return f"不同意延期：{d.get('remark', '')}"
        case Tag.EXTEND:
            return f"同意延期，由{d.get('old', '')}改为{d.get('new', '')}"
        case Tag.REFUSE:
            return f"{d.get('department', '')}申请退办：{d.get('reason', '')}"
        case Tag.REFUSAL_KEEP:
            return f"不同意{d.get('department', '')}退办：{d.get('remark', '')}"
        case Tag.REASSIGN:
            to = d.get("to", "")
            return f"同意{d.get('department', '')}退办，{f'改派{to}' if to else '不再改派'}"
        case Tag.INSTRUCT:
            return (
                f"{d.get('leader', '')}批示{within('代录' if d.get('recorded') == 'True' else '')}：{d.get('text', '')}"
            )
        case Tag.INSTRUCT_WITHDRAW:
            return f"撤回{d.get('leader', '')}的批示：{d.get('reason', '')}"
        case Tag.TASK_CHANGE:
            return f"按{d.get('reason', '')}变更第{d.get('number', '')}项：{d.get('what', '')}"
        case Tag.EDITION:
            return f"采用新版：{d.get('title', '')}{within(d.get('number', ''))}"
        case Tag.EDITION_UNDO:
            return f"撤回新版：{d.get('title', '')}{within(d.get('number', ''))}"
