"""Rectification ledgers of a fourth author, and the short notation in which his records are written."""
# fmt: off

import re

from tests.importing.corpus.make import Line, Sheet, Table, docx, grid, txt, xlsx
from tests.importing.corpus.sample import Record, Sample, lead, record, responsible, support, target, task

ROLES = {"L": lead, "S": support, "R": responsible}
GOAL = re.compile(r"(\??)([\d.]+)(?:-([\d.]+))?(\S+)")


def plain(text: str) -> str:
    """The document as printed: the marks « » around each task's text are the author's."""
    return text.replace("«", "").replace("»", "")


def told(document: str, facts: str, named: bool = False) -> list[Record]:
    """A line of facts for each « » of the document: number | heading | units | leaders | due | recurrence | goals.

    = repeats the line above; units are "L甲 乙;S丙"; ?5个 is a figure nobody must find; named: the last heading is a name.
    """
    texts = re.findall("«(.*?)»", document, re.DOTALL)
    lines = [line for line in facts.strip().splitlines() if line.strip()]
    if len(texts) != len(lines):
        raise ValueError(f"{len(texts)} texts, {len(lines)} lines of facts")
    tasks, above = [], [""] * 7
    for text, line in zip(texts, lines, strict=True):
        cells = [cell.strip() for cell in line.split("|")]
        cells = [up if cell == "=" else cell for cell, up in zip(cells + [""] * (7 - len(cells)), above, strict=True)]
        above = cells
        number, heading, units, leaders, due, again, goals = cells
        said = text.replace("\\n", "").replace("\n", "")
        found = [unit for part in units.split(";") if part for unit in ROLES[part[0]](part[1:])]
        name = heading.rsplit(" / ")[-1]
        also = {"text_also": [name + said, f"{name}：{said}"], "heading_also": heading.split(" / ")} if named else {}
        tasks.append(task(
            number or None, said, found, heading=heading or None, leaders=leaders, deadline=due or None,
            recurrence=again or None, targets=[_goal(goal) for goal in goals.split()], **also,
        ))
    return tasks


def _goal(goal: str) -> Record:
    found = GOAL.fullmatch(goal)
    if found is None:
        raise ValueError(goal)
    perhaps, value, highest, unit = found.groups()
    more = ({"value_max": float(highest)} if highest else {}) | ({"optional": True} if perhaps else {})
    return target(float(value), unit, f"{value}{unit}", **more)


# ---------------------------------------------------------------- Word: problem merged over its measures, posts before names
HOSPITAL = """
序号|反馈问题|整改措施|责任领导|责任部门|完成时限|进展情况
一、落实上级决策部署方面|<|<|<|<|<|<
1|分级诊疗推进缓慢，2023年下转病人仅占3.1%|«修订双向转诊实施办法，与12家乡镇卫生院重新签订医联体协议。»|院长 廖仲明|医务科、医联体办公室|2024年8月底前|已修订初稿
^|^|«下转病人占比提高到10%以上。»|副院长 蔡 芸|医务科|2024年12月底|正在推进
2|公共卫生应急演练流于形式|«每半年开展1次综合应急演练，演练后10个工作日内形成评估报告。»|副院长 蔡 芸|应急办公室、护理部、保卫科|长期坚持|2024年6月15日已演练1次
二、行风建设方面|<|<|<|<|<|<
3|药品耗材采购论证不充分|«重新制定高值耗材准入论证规程，对在用的86种耗材逐一复核。»|纪委书记 盛 岩|采购中心（招标办）、药学部、纪检监察室|9月中旬|
4|个别窗口服务态度生硬|«开展窗口服务规范培训，全年不少于4场，患者满意度达到92%以上。»|党委副书记 温 琦|门诊部、党委宣传科|年底前|已培训2场
^|^|«建立投诉首接负责制，对查实的投诉实行“一案双查”。»|^|门诊部、医患关系办公室|立行立改|已完成
三、基层党建方面|<|<|<|<|<|<
5|临床支部“三会一课”记录不规范|«编印支部工作手册，由机关党委每季度抽查一次支部记录。»|党委副书记 温 琦|党委办公室、各党支部|持续推进|
6|发展高知党员工作滞后|«建立高知群体培养联系人名单，年内发展高知党员3~5名。»|党委书记 安 平|党委组织科|2024年11月|名单已建立
合计|6个问题|8项措施|<|<|<|<
"""
HOSPITAL_TOLD = told(HOSPITAL, """
1|一、落实上级决策部署方面 / 分级诊疗推进缓慢，2023年下转病人仅占3.1%|R医务科 医联体办公室|廖仲明|2024-08-31||12家
1|=|R医务科|蔡芸|2024-12-31||10%
2|一、落实上级决策部署方面 / 公共卫生应急演练流于形式|R应急办公室 护理部 保卫科|蔡芸||half_yearly|?1次 ?10个工作日
3|二、行风建设方面 / 药品耗材采购论证不充分|R采购中心（招标办） 药学部 纪检监察室|盛岩|2024-09-20||86种
4|二、行风建设方面 / 个别窗口服务态度生硬|R门诊部 党委宣传科|温琦|2024-12-31||4场 92%
4|=|R门诊部 医患关系办公室|温琦|||
5|三、基层党建方面 / 临床支部“三会一课”记录不规范|R党委办公室 各党支部|温琦||quarterly|?1次
6|三、基层党建方面 / 发展高知党员工作滞后|R党委组织科|安平|2024-11-30||3-5名
""")
for _task in HOSPITAL_TOLD:
    if _task["recurrence"]:
        _task["recurrence_also"] = ["ongoing"]


def hospital() -> bytes:
    return docx([
        Line("鹿鸣县人民医院", centred=True), Line("关于县委第三巡察组反馈意见整改责任台账", centred=True),
        "填报单位：中共鹿鸣县人民医院委员会        填报日期：2024年7月22日",
        Table(grid(plain(HOSPITAL))),
        "备注：1.完成时限按公历计算；2.进展情况每月25日前更新。",
    ])


# ---------------------------------------------------------------- sheet: real dates as words of a cell, several measures in a cell
CHEMICAL = """
临泽化工园区生态环境问题整改任务清单|<|<|<|<|<|<|<
制表单位：临泽化工园区管理委员会||||||制表日期：2023年5月10日|<
序号|问题来源|存在问题|整改措施|责任领导|牵头单位|配合单位|整改时限
1.0|省级环保督察|园区雨污管网错接混接，汛期溢流|«1.完成18.6公里雨污管网排查；\\n2.改造错接点43处；\\n3.建成3座初期雨水收集池。»|高伟强|园区建设局|园区生态环境分局、各有关企业|2023.10
2.0|省级环保督察|危废贮存库超期贮存|«清理转运超期危险废物1200吨，危废规范化管理达标率100%。»|胡 立|园区生态环境分局|园区应急管理局、宏远化工有限公司|2023.07
3.0|群众来信来访|异味扰民投诉集中|«布设微型空气监测站20个，实施企业泄漏检测与修复，每季度开展1轮走航监测。»|胡 立|园区生态环境分局|无|2023年第四季度
4.0|自查发现|地下水监测井数量不足|«新建监测井15口。»|高伟强|园区规划建设服务中心|市生态环境局第二监测站|2023.08
5.0|自查发现|企业环境应急预案备案率低|«督促42家企业完成预案修编并备案。»|邱晓|园区应急管理局|园区生态环境分局、消防救援站|2023年9月30日前
6.0|市人大执法检查|固废综合利用水平不高|«引进固废资源化利用项目2个，到2025年综合利用率达到78%。»|高伟强 邱晓|园区招商局|园区经济发展局和园区财政局|2025年底
注：各牵头单位于每月末向园区管委会办公室报送进展。|<|<|<|<|<|<|<
"""
CHEMICAL_TOLD = told(CHEMICAL, """
1|园区雨污管网错接混接，汛期溢流|L园区建设局;S园区生态环境分局 各有关企业|高伟强|2023-10-31||18.6公里 43处 3座
2|危废贮存库超期贮存|L园区生态环境分局;S园区应急管理局 宏远化工有限公司|胡立|2023-07-31||1200吨 100%
3|异味扰民投诉集中|L园区生态环境分局|胡立|2023-12-31|quarterly|20个 ?1轮
4|地下水监测井数量不足|L园区规划建设服务中心;S市生态环境局第二监测站|高伟强|2023-08-31||15口
5|企业环境应急预案备案率低|L园区应急管理局;S园区生态环境分局 消防救援站|邱晓|2023-09-30||42家
6|固废综合利用水平不高|L园区招商局;S园区经济发展局 园区财政局|高伟强 邱晓|2025-12-31||2个 78%
""")
for _task, _source in zip(CHEMICAL_TOLD, ["省级环保督察"] * 2 + ["群众来信来访"] + ["自查发现"] * 2 + ["市人大执法检查"], strict=True):
    _task["heading_also"] = [f"{_source} / {_task['heading']}"]


def chemical() -> bytes:
    rows = [[float(cell) if re.fullmatch(r"\d\.0", cell) else cell for cell in row] for row in grid(plain(CHEMICAL))]
    return xlsx(
        Sheet("整改清单", rows),
        Sheet("填表说明", [["序号", "说明"], [1.0, "整改时限填写年月"], [2.0, "联系人：王工，电话0000-1234567"]]),
    )


# ---------------------------------------------------------------- text: label lines under each problem
SCHOOL = """
云岭省教育厅直属机关委员会
云教直党〔2022〕19号

云岭师范学校党委关于政治巡视反馈问题的整改台账

按照整改工作要求，现将有关问题及整改措施列表如下。各责任部门要于每月5日前报送进展。

一、党的领导方面
问题1：党委会议事规则执行不严格。
整改措施：«修订党委会议事规则和议题目录清单，议题会前酝酿率达到100%。»
责任领导：党委书记  孟庆春
责任部门：学校办公室
完成时限：2022年6月底前

问题2：意识形态阵地管理有薄弱环节。
整改措施：«全面核查校内网站、公众号等新媒体平台，关停僵尸账号，每学期开展一次意识形态领域分析研判。»
责任领导：党委副书记  乔 蓓
责任部门：党委宣传部、网络信息中心、各二级学院党总支
完成时限：2022年9月，并长期坚持

二、内部管理方面
问题3：公务用车台账不完整。
整改措施：«补齐2020年以来公务用车派车单，安装车载定位终端14台。»
责任领导：副校长  祝 波
责任部门：后勤管理处
完成时限：立行立改

问题4：基建项目结算拖延。
整改措施：«完成图书馆、实训楼2个项目竣工结算审计，并按审计结论追缴多付款项。»
责任领导：副校长  祝 波、总会计师  柳红
责任部门：基建处、财务处、审计处
完成时限：2022年11月下旬

问题5：学生资助宣传不到位。
整改措施：«编印资助政策手册6000册，在新生报到时发放到位。»
责任领导：副校长  景 岚
责任部门：学生工作部（武装部、人民武装办公室）
完成时限：2022年秋季学期开学前

中共云岭师范学校委员会
2022年4月27日
"""
SCHOOL_TOLD = told(SCHOOL, """
1|一、党的领导方面 / 党委会议事规则执行不严格。|R学校办公室|孟庆春|2022-06-30||100%
2|一、党的领导方面 / 意识形态阵地管理有薄弱环节。|R党委宣传部 网络信息中心 各二级学院党总支|乔蓓|2022-09-30|half_yearly|?1次
3|二、内部管理方面 / 公务用车台账不完整。|R后勤管理处|祝波|||14台
4|二、内部管理方面 / 基建项目结算拖延。|R基建处 财务处 审计处|祝波 柳红|2022-11-30||2个
5|二、内部管理方面 / 学生资助宣传不到位。|R学生工作部（武装部、人民武装办公室）|景岚|2022-08-31||6000册
""")
SCHOOL_TOLD[1]["recurrence_also"] = ["ongoing"]
SCHOOL_TOLD[4]["deadline_also"] = ["2022-09-01", "2022-09-30", None]
for _task in SCHOOL_TOLD:
    _task["number_also"] = [f"问题{_task['number']}", None]

SAMPLES = (
    Sample("fourth-mixed-hospital", "整改台账.docx", {40: "责任领导·责任部门·完成时限"}, hospital, record(
        "鹿鸣县人民医院关于县委第三巡察组反馈意见整改责任台账", *HOSPITAL_TOLD,
        issuer="中共鹿鸣县人民医院委员会", issued_on="2024-07-22")),
    Sample("fourth-mixed-chemical", "整改清单.xlsx", {40: "问题内容·整改措施", 91: "无"}, chemical, record(
        "临泽化工园区生态环境问题整改任务清单", *CHEMICAL_TOLD, issuer="临泽化工园区管理委员会", issued_on="2023-05-10")),
    Sample("fourth-mixed-school", "整改台账.txt", {14: "label lines", 92: "inner blanks"}, lambda: txt(plain(SCHOOL)), record(
        "云岭师范学校党委关于政治巡视反馈问题的整改台账", *SCHOOL_TOLD, doc_number="云教直党〔2022〕19号",
        issuer="中共云岭师范学校委员会", issued_on="2022-04-27")),
)
