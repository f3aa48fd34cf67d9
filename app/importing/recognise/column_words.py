"""What the words of a column's title name."""

import re
from collections.abc import Sequence
from typing import Final

from app.importing.recognise.printed_roles import IN_CHARGE, Person, kind_of
from app.tasks.kinds import PrintedRole

NUMBER: Final = re.compile(
    r"^(?:序号|编号|序|项次|次序|顺序号|项号|№|NO\.?|(?:项目|任务|事项|清单|建议|提案|议案|问题|措施|条目|条款|工单|台账|卡片?|[计规]划|受理|交办|信访|举报)(?:序号|编?号|编码|次)|[\u4e00-\u9fff]{2,4}(?:计划|任务|事项|问题)编号)$",
    re.I,
)
LABEL: Final = re.compile(r"第[一二三四五六七八九十百\d]+[条项款]|[（(]?\d{1,3}[）)]?[.、．]?")
NO_LABEL: Final = re.compile(
    r"[。；]|(?:牵头|负责)[，,]|^\d+$|^(?:索引号|(?:发布|发文|公开|生成|制发)(?:机构|机关|单位)|(?:主题|组配|信息)分类|公文种类|公开方式|发文字号|有效性)[:：]?$"
)
IGNORED: Final = re.compile(
    r"投资(?:额|估算|总额|规模|计划)?(?:[（(].*[）)])?$|^(?:所需)?(?:资金|经费)(?:来源|数额|安排|保障)?|^建设性质|^(?:建设|实施|项目)?地点"
    r"|(?:履行|决策|法定|审批|审议|办理)\S{0,4}程序(?:要求)?$|备注|进展|推进情况|情况$|达序|说明|电话|联系|(?<!时间|时序|序时)进度$|进度情况|是否|(?<!预期)成效|得分|评分|分值|权重|签字|属性|(?:方式|形式|模式|比例)$|手机|职务|姓名|地址|依据|来源|报送材料|下一?步|打算|亮点|动态$|需\S{0,5}协调|^[上下本][周月旬]|^实际|(?:交办|下达|检查|发现|反馈|填报|立项|受理|签收|登记|收文|发文|报送|更新)(?:时间|日期)"
)
ANSWERS: Final = re.compile(rf"责任|牵头|领导$|{IN_CHARGE}")
PERSON: Final = r"(?:责任人|负责人|领导|联系人)"
WITH_PERSON: Final = re.compile(
    rf"^(?P<unit>\S{{0,6}}(?:单位|部门|[科处]室))(?:及|和|与|、|/|[（(])\S{{0,4}}{PERSON}[）)]?$"
    rf"|^\S{{0,4}}{PERSON}(?:及|和|与|、|/)(?P<body>\S{{0,6}}(?:单位|部门|[科处]室))$"
)
GOAL: Final = re.compile(
    r"目标值|指标值|年度目标|全年目标|预期目标|工作目标|目标要求|(?:质量|考核|验收|达标)要求|(?:工作|完成|质量|验收|考核|达标)标准|^标准$|(?:考核|量化|绩效|任务)指标$|预期(?:成果|效果|成效)|^目标$|整改目标|(?:阶段|[半季月]年?度?)(?:性|工作)?目标|年度赶超目标|^目标任务值|\d{4}年度?(?:工作|考核|计划)?目标(?:数|值)?$"
)
GROUP: Final = re.compile(
    r"分类|类别|领域|板块|章节|专项|专题|^所属|(?:方向|方面|篇章)$|项目名称|^名称$|^项目$|对标|问题|隐患|风险|缺陷|不符合|短板|差距|薄弱|反馈意见|^类型$|一级|^分组$|(?<!单位|部门|机构|材料|清单|附件|附表|文件)名称$|^指标(?:内容|项目)?$|(?<!考核|量化|绩效|任务|目标|年度)指标$"
)
GRADE: Final = re.compile(
    r"(?:等级|级别|部位|位置|地点|所在地|来源|数量)$|^属地$|^所属(?:[省市州区县镇乡村]|街道|社区|地区)+$"
)
PERIOD: Final = re.compile(
    r"^(?:\d{4}年)?(?:(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9])月份?(?:底|末)?)(?:末|底)?前?(?:完成)?)(?:工作|阶段)?(?:目标|进度|计划|节点|任务|要求|安排)?$"
    r"|^第?[一二三四]?阶段性?(?:工作|推进)?(?:目标|任务|计划|安排|进度)?[（(][^（()）]*\d{1,2}月[^（()）]*[）)]$"
)
DEEDS: Final = re.compile(r"(?:整改|具体|工作|推进|落实)?(?:措施|举措)及")
WHAT: Final = re.compile(r"(?:任务|措施|事项|内容|举措)$")
FREQUENCY: Final = re.compile(r"频次|频率|(?<!建设)(?<!实施)周期|检查次数")
MEASURED_IN: Final = re.compile(r"^(?:计量)?单位$")
QUANTITY: Final = re.compile(r"^(?:目标|任务|计划|建设|年度)?数量?$")
FIGURES: Final = re.compile(r"目标值|指标|数值|计量|数量|\d{4}年度?(?:工作|考核|计划)?目标")
TEXT: Final = re.compile(r"细化|题目|诉求|任务|措施|事项|内容|举措|实事|工作|目标|要点|计划|项目|要求|做法|行动")
Kind = PrintedRole | Person | str


def kinds_of_columns(labels: Sequence[str]) -> list[Kind | None]:
    """What each label names; 单位 beside figures is their measure, 目标 left of the numbers what they serve."""
    has_figures = any(FIGURES.search(label) for label in labels)
    kinds = ["unit" if has_figures and MEASURED_IN.match(label) else kind_of_column(label) for label in labels]
    if "unit" in kinds:
        kinds = ["goal" if QUANTITY.match(label) else kind for label, kind in zip(labels, kinds, strict=True)]
    counted = kinds.index("number") if "number" in kinds and "text" in kinds else 0
    return ["group" if kind == "goal" and column < counted else kind for column, kind in enumerate(kinds)]


def kind_of_column(label: str) -> Kind | None:
    """None when the words, however they are drawn apart, name no column of a ledger."""
    label = "".join(label.split()).rstrip("：:")
    if not label or label.startswith("各"):
        return None
    if len(parts := re.split(r"[＼\\]", label)) > 1:  # a slanting header: 任务＼单位
        slanting = [kind_of_column(part) for part in parts]
        return "text" if "text" in slanting else slanting[0]
    if NUMBER.match(label):
        return "number"
    if PERIOD.match(label):
        return "period"
    if FREQUENCY.search(label):
        return "frequency"
    if GRADE.search(label):
        return "ignored"
    if GROUP.search(label) and not re.search(r"整改措施|整改要求", label):
        return "group"
    if IGNORED.search(label) and not ANSWERS.search(label) and not DEEDS.match(label):
        return "ignored"
    if WHAT.search(label) and not GOAL.search(label):
        return "text"
    if both := WITH_PERSON.search(label):
        return kind_of(both["unit"] or both["body"])
    if kind := kind_of(label):
        return kind
    if GOAL.search(label):
        return "goal"
    return "text" if TEXT.search(label) else None
