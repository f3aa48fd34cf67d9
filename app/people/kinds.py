"""The kinds of departments and the roles of people: words that need no database."""

from enum import StrEnum


class DepartmentKind(StrEnum):
    """单位, 部室, 组, 下属单位."""

    ORGANISATION = "organisation"
    OFFICE = "office"
    GROUP = "group"
    SUBORDINATE = "subordinate"


class Role(StrEnum):
    """办公室, 部门负责人, 联络员, 分管领导, 主要领导, and the three administrators (三员)."""

    OFFICE = "office"
    HEAD = "head"
    LIAISON = "liaison"
    LEADER = "leader"
    PRINCIPAL = "principal"
    SYSADMIN = "sysadmin"
    SECADMIN = "secadmin"
    AUDITADMIN = "auditadmin"
