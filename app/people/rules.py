"""Role facts and the password policy (DOMAIN §4, §8)."""

import re

from app.people.kinds import Role

ROLE_WORDS = {
    Role.OFFICE: "办公室",
    Role.HEAD: "部门负责人",
    Role.LIAISON: "联络员",
    Role.LEADER: "分管领导",
    Role.PRINCIPAL: "主要领导",
    Role.SYSADMIN: "系统管理员",
    Role.SECADMIN: "安全管理员",
    Role.AUDITADMIN: "审计管理员",
}
LEADERS = frozenset({Role.LEADER, Role.PRINCIPAL})
DEPARTMENT_ROLES = frozenset({Role.HEAD, Role.LIAISON})
ADMINISTRATORS = frozenset({Role.SYSADMIN, Role.SECADMIN, Role.AUDITADMIN})
BUSINESS = frozenset({Role.OFFICE}) | LEADERS | DEPARTMENT_ROLES

# How pages look, by the name of the cookie that keeps it: a browser's choice, not a person's (two may share one desk).
LOOKS = {
    "theme": ("深浅", {"auto": "随系统", "light": "浅色", "dark": "深色"}),
    "size": ("字号", {"normal": "标准", "large": "大字版"}),
}

MIN_LENGTH = 10
CLASSES = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9]")


def password_fault(password: str, account: str) -> str:
    """Why the password will not do, in words; empty when it will."""
    if len(password) < MIN_LENGTH:
        return f"至少{MIN_LENGTH}位"
    if sum(bool(re.search(c, password)) for c in CLASSES) < 3:
        return "大写字母、小写字母、数字、符号至少要有三类"
    if account and account.lower() in password.lower():
        return "不能包含账号"
    return ""


def home_of(role: Role) -> str:
    """The page a person opens first."""
    if role in LEADERS or role is Role.OFFICE:
        return "/board"
    if role in DEPARTMENT_ROLES:
        return "/todo"
    return {Role.SYSADMIN: "/admin/users", Role.AUDITADMIN: "/log"}.get(role, "/notices")
