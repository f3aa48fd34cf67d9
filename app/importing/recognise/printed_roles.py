"""What a column or a label holds, by its words: the units in one of the printed roles, persons, or the deadline."""

import re
from enum import StrEnum
from typing import Final

from app.tasks.kinds import PrintedRole

LEAD, SUPPORT, RESPONSIBLE = PrintedRole.LEAD, PrintedRole.SUPPORT, PrintedRole.RESPONSIBLE
RANK: Final = {LEAD: 3, RESPONSIBLE: 2, SUPPORT: 1}


class Person(StrEnum):
    """Columns and labels that hold no department."""

    LEADER = "leader"
    DEADLINE = "deadline"


BODY_WORDS: Final = r"单位|企业|部门|科室|处室|部室|股室|主体|机构|委室|站所"
IN_CHARGE: Final = (
    r"^分管(?!.*(?:单位|部门|[科处部股]?室|[处科局办]|工作|范围|领域)$)|^(?:具体|牵头|承办|经办|主办|包[保抓联]|落实|挂帅|第一责任|直接责任)人员?$"
    r"|同志$|^(?:分管|联系|包[抓保联挂]|挂[钩点帅牵]|牵头|督[办导]|责任)\S{0,6}(?:长|书记|主任|主席|经理|委员)$"
)
# Bodies in a column that look on, draw up or are looked at: they do not do the task.
OVERSEES: Final = (
    "填[报表]|制表|编制|报[送告]|受|被|检查|督[办导查促]|监督|考[核评]|验收|计量|来源|发现|交办|提出|建议|移送|反馈"
    "|评[价定]|认定|销号|监管|指导|对口|审[核批]|统计|下达|联系|问题|对象|发证|存在|^各|有关|相关|直属|[省市县区]直"
)
KINDS: Final[tuple[tuple[re.Pattern[str], PrintedRole | Person], ...]] = (
    (re.compile(r"^(?:责任|任务)?分工(?:及|和|与|、)|^责任.*(?:及|和|与|[、/／]).*(?:时限|期限|时间)$"), RESPONSIBLE),
    (re.compile(rf"领导$|责任人员?$|负责人$|责任领导|联系人$|^责任人|{IN_CHARGE}"), Person.LEADER),
    (
        re.compile(
            r"时限|时间|时段|期限|日期|月份$|节点(?:要求|安排)?$|进度(?:安排|要求)|时序安排|(?:序时|时序)进度|年[份限]$|工期$"
            r"|^(?:计划|拟|预计|要求)完成$|^完成季度$|(?:建设|实施)周期"
        ),
        Person.DEADLINE,
    ),
    (
        re.compile(
            r"配合|协办|会办(?!公)|协同|协作|协助|参与|参加|会同|协力|辅助|(?:支[持撑]|联[合查办])(?:单位|部门|科室)"
        ),
        SUPPORT,
    ),
    (re.compile(r"牵头|主办|主要责任|主要负责|主责|发起(?:单位|部门)"), LEAD),
    (
        re.compile(
            rf"(?:责任|负责|承办|落实|实施|推进|完成|承担|执行|主管).*(?:{BODY_WORDS})|^(?:责任|(?:责任|任务|工作)?分工|承办|负责)$"
            r"|^(?:[本我][\u4e00-\u9fff]{1,2})?(?:责任|承办)(?!书|状|追究|分解|目标|类[型别]|清单|事项|内容|要求|情况|意见)[\u4e00-\u9fff]{1,4}$"
            rf"|^(?!.*(?:{OVERSEES}))[^，。]{{0,6}}(?:{BODY_WORDS})$|^(?:检查|抽查|执法|监管)主体$"
        ),
        RESPONSIBLE,
    ),
)
ROLE_BEHIND: Final = re.compile(rf"[（(](牵头|主办|主责|配合|协办|参与)(?:{BODY_WORDS})?[）)]$")


def kind_of(label: str) -> PrintedRole | Person | None:
    """What a column or a label holds, by the words in it."""
    plain = re.sub(r"\s", "", label)
    own = ROLE_BEHIND.search(plain)  # 责任单位（牵头） beside 责任单位（配合）
    label = f"{own[1]}单位" if own else re.sub(r"[（(].*?[）)]", "", plain)
    return next((kind for pattern, kind in KINDS if pattern.search(label)), None)
