"""Clauses that bind later items or carry the date, roles stated in the notice, and prose without numbers."""

from functools import partial

from tests.importing.corpus.make import docx, txt
from tests.importing.corpus.passages import Passages, item, ledger
from tests.importing.corpus.sample import Sample

ROADS = """松原岭市“四好农村路”建设实施意见重点任务分工

市政府交通安全和农村公路领导小组，2019年6月12日

一、统筹规划建设
（一）编制农村公路中长期规划，2019年9月底前完成初稿，年内报批。（市交通运输局牵头，市自然资源局、市财政局配合。以下各项工作均需各县、区人民政府落实，不再列出）
（二）新改建农村公路260公里，改造危桥14座。（市交通运输局牵头）
二、健全管护机制
（三）推行县、乡、村三级“路长制”，10月底前路长公示牌设置率达到100%。（市交通运输局负责）
（四）落实管护资金，县级财政每年每公里不低于县道1万元、乡道5000元的标准。（市财政局牵头，市交通运输局配合）
（五）清理公路两侧违法建筑和堆积物。（市交通运输局、市公安局交警支队按职责分工负责）
"""
said = Passages(ROADS)
BOUND = "各县、区人民政府"
ROADS_RECORD = ledger(
    "松原岭市“四好农村路”建设实施意见重点任务分工", None, "市政府交通安全和农村公路领导小组", "2019-06-12",
    [
        item("一", said("编制农村 … 报批。"), heading="统筹规划建设", lead="市交通运输局", support="市自然资源局|市财政局", responsible=BOUND, due="2019-12-31", deadline_also=["2019-09-30"]),
        item("二", said("新改建 … 14座。"), heading="统筹规划建设", lead="市交通运输局", responsible=BOUND, goals=[(260, "公里"), (14, "座")]),
        item("三", said("推行县、 … 100%。"), heading="健全管护机制", responsible=f"市交通运输局|{BOUND}", due="2019-10-31", goals=[(100, "%")]),
        item("四", said("落实管护 … 标准。"), heading="健全管护机制", lead="市财政局", support="市交通运输局", responsible=BOUND, perhaps=[(1, "万元"), (5000, "元")], recurrence_also=["yearly"]),
        item("五", said("清理公路 … 堆积物。"), heading="健全管护机制", responsible=f"市交通运输局|市公安局交警支队|{BOUND}"),
    ],
    issuer_also=["松原岭市", None], issued_on_also=[None],
)  # fmt: skip

EMPLOY = """滨海新城管委会关于进一步做好稳就业工作的若干措施

滨管发〔2023〕6号

一、岗位拓展
（一）开发公益性岗位400个，优先安置就业困难人员。（人力资源和社会保障局负责，6月底完成）
（二）组织“春风行动”系列招聘活动，提供岗位不少于1.5万个。（人力资源和社会保障局牵头，总工会、妇联配合，3月底前完成）
（三）支持劳动密集型企业吸纳就业。（经济发展局负责，年内持续推进）
二、技能提升
（四）开展补贴性职业培训6000人次，其中新职业培训900人次。（牵头单位：人力资源和社会保障局；责任单位：教育局、各街道；完成时限：11月底）
（五）建设高技能人才实训基地2个。（责任单位：人力资源和社会保障局、财政局；完成时间：2024年6月）
三、权益保障
（六）开展根治欠薪专项检查，举报线索按时办结率100%。（责任单位：人力资源和社会保障局、住房和城乡建设局，长期坚持）

滨海新城管理委员会
2023年1月19日
"""
said = Passages(EMPLOY)
EMPLOY_RECORD = ledger(
    "滨海新城管委会关于进一步做好稳就业工作的若干措施", "滨管发〔2023〕6号", "滨海新城管理委员会", "2023-01-19",
    [
        item("一", said("开发公益性 … 人员。"), heading="岗位拓展", responsible="人力资源和社会保障局", due="2023-06-30", goals=[(400, "个")]),
        item("二", said("组织“春风 … 1.5万个。"), heading="岗位拓展", lead="人力资源和社会保障局", support="总工会|妇联", due="2023-03-31", goals=[(1.5, "万个")]),
        item("三", said("支持劳动 … 就业。"), heading="岗位拓展", responsible="经济发展局", due="2023-12-31", deadline_also=[None], recurrence_also=["ongoing"]),
        item("四", said("开展补贴 … 900人次。"), heading="技能提升", lead="人力资源和社会保障局", responsible="教育局|各街道", due="2023-11-30", goals=[(6000, "人次"), (900, "人次")]),
        item("五", said("建设高技能 … 2个。"), heading="技能提升", responsible="人力资源和社会保障局|财政局", due="2024-06-30", goals=[(2, "个")]),
        item("六", said("开展根治 … 100%。"), heading="权益保障", responsible="人力资源和社会保障局|住房和城乡建设局", recurrence="ongoing", goals=[(100, "%")]),
    ],
)  # fmt: skip

CLIMATE = """关于建设低碳试点城市的实施方案

湖阳市人民政府
2022年7月4日

二、主要目标
坚持先立后破、稳妥有序，分领域提出以下目标。
非化石能源消费占比到2025年提高到22%（责任单位：市发展改革委）。新建建筑全面执行绿色标准，2023年底前绿色建筑占新建建筑比重达到80%以上（责任单位：市住房城乡建设局、市自然资源局）。新增新能源公交车150辆，城区公交绿色化率达到95%（责任单位：市交通运输局、市公交公司）。森林覆盖率稳定在43.6%以上，新增城市绿地45万平方米（责任单位：市林业局，市城管局）。
"""
said = Passages(CLIMATE)
GOALS = "主要目标"
CLIMATE_RECORD = ledger(
    "关于建设低碳试点城市的实施方案", None, "湖阳市人民政府", "2022-07-04",
    [
        item(None, said("非化石能源 … 22%"), heading=GOALS, responsible="市发展改革委", due="2025-12-31", goals=[(22, "%")]),
        item(None, said("新建建筑全面 … 以上"), heading=GOALS, responsible="市住房城乡建设局|市自然资源局", due="2023-12-31", goals=[(80, "%")]),
        item(None, said("新增新能源 … 95%"), heading=GOALS, responsible="市交通运输局|市公交公司", goals=[(150, "辆"), (95, "%")]),
        item(None, said("森林覆盖率 … 45万平方米"), heading=GOALS, responsible="市林业局|市城管局", goals=[(43.6, "%"), (45, "万平方米")]),
    ],
)  # fmt: skip

GRID = """国信电力安装公司安全生产专项整治措施

1.完善双重预防机制，重大风险管控率100%。
责任部门：安全监察部
配合部门：各项目部
2.更换老旧施工机具，淘汰超期服役设备37台（套）。
责任部门：物资管理部
配合部门：安全监察部、财务资产部
3.开展反违章“百日攻坚”行动，管理人员到岗到位率不低于95%，自6月1日起至9月8日止。
责任部门：各项目部
配合部门：安全监察部、工程管理部
4.落实“零报告”制度。
责任部门：安全监察部
配合部门：—

国信电力安装公司办公室
2022年5月27日
"""
said = Passages(GRID)
GRID_RECORD = ledger(
    "国信电力安装公司安全生产专项整治措施", None, "国信电力安装公司办公室", "2022-05-27",
    [
        item("1", said("完善双重 … 100%。"), responsible="安全监察部", support="各项目部", goals=[(100, "%")]),
        item("2", said("更换老旧 … 37台（套）。"), responsible="物资管理部", support="安全监察部|财务资产部", goals=[(37, "台（套）")]),
        item("3", said("开展反违章 … 9月8日止。"), responsible="各项目部", support="安全监察部|工程管理部", due="2022-09-08", goals=[(95, "%")]),
        item("4", said("落实“零报告”制度。"), responsible="安全监察部"),
    ],
)  # fmt: skip

SAMPLES = (
    Sample("clause-binds-later-items", "农村路.txt", {79: "a clause that also binds later items"}, partial(txt, ROADS), ROADS_RECORD),
    Sample("deadline-in-the-clause", "稳就业.txt", {80: "deadline inside the clause"}, partial(txt, EMPLOY), EMPLOY_RECORD),
    Sample("prose-with-clauses", "低碳试点.txt", {16: "prose with"}, partial(txt, CLIMATE), CLIMATE_RECORD),
    Sample("label-lines-of-a-firm", "专项整治.docx", {14: "then label lines", 77: "牵头单位：…"}, partial(docx, GRID), GRID_RECORD),
)  # fmt: skip
