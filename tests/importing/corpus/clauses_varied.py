"""The same clauses as other clerks write them: other brackets, one line for all labels, leaders, items of several paragraphs."""

from functools import partial

from tests.importing.corpus.make import docx, html, txt
from tests.importing.corpus.passages import Passages, item, ledger
from tests.importing.corpus.sample import Sample

YOUTH = """共青团桐梓岭市委2023年工作要点分工

团桐发〔2023〕3号

一、思想引领
1、举办青年大学习主题团课200场，覆盖团员青年3万人次。【责任部门：宣传部、学校部】
2、寻访“桐梓好青年”50名，五四前完成集中宣传。【牵头部门：宣传部；配合部门：组织部】
二、服务大局
3、组建青年突击队60支，围绕重点工程开展攻坚行动。（城乡部牵头宣传部参与）
4、动员青年志愿者参与赛会服务，上岗不少于1200人次。（由志愿者工作部牵头，各县（市、区）团委、各高校团委参加）
三、从严治团
5、新发展团员2600名，“两新”组织建团120家。（组织部牵头，会同城乡部、学校部落实）
6、开展基层团组织整顿，对换届超期的限期整改。（组织部负责，各有关部门配合）
7、完善“第二课堂成绩单”制度。（责任部门：学校部等）

共青团桐梓岭市委员会
2023年2月24日
"""
said = Passages(YOUTH)
YOUTH_RECORD = ledger(
    "共青团桐梓岭市委2023年工作要点分工", "团桐发〔2023〕3号", "共青团桐梓岭市委员会", "2023-02-24",
    [
        item("1", said("举办青年 … 3万人次。"), heading="思想引领", responsible="宣传部|学校部", goals=[(200, "场")], perhaps=[(3, "万人次")]),
        item("2", said("寻访“桐梓 … 宣传。"), heading="思想引领", lead="宣传部", support="组织部", goals=[(50, "名")], deadline_also=["2023-05-04", "2023-05-03", "2023-04-30"]),
        item("3", said("组建青年 … 行动。"), heading="服务大局", lead="城乡部", support="宣传部", goals=[(60, "支")]),
        item("4", said("动员青年 … 1200人次。"), heading="服务大局", lead="志愿者工作部", support="各县（市、区）团委|各高校团委", goals=[(1200, "人次")]),
        item("5", said("新发展团员 … 120家。"), heading="从严治团", lead="组织部", support="城乡部|学校部", goals=[(2600, "名"), (120, "家")]),
        item("6", said("开展基层 … 整改。"), heading="从严治团", responsible="组织部", support="各有关部门"),
        item("7", said("完善“第二课堂 … 制度。"), heading="从严治团", responsible="学校部"),
    ],
)  # fmt: skip

COLLEGE = """松涛职业技术学院“双高计划”建设2024年重点任务分解

一、打造高水平专业群
1．建设国家级专业教学资源库1个，校级在线精品课程20门。（责任领导：副院长 秦 岚；责任部门：教务处、智能制造学院；完成时间：11月）
2．与行业龙头企业共建产业学院，年内签约2家。（责任领导：秦岚、贺书铭；责任部门：产教融合办；完成时间：年底）
二、打造高水平师资
3．选派专任教师到企业实践锻炼120人次，人均不少于30天。（责任领导：党委副书记贺书铭；责任部门：人事处；完成时间：暑假前）
4．引进技能大师5名。（责任领导：贺书铭；牵头部门：人事处；配合部门：各二级学院；完成时间：2024.10）
三、提升治理水平
5．修订学院章程，按程序报批。
修订过程中，要广泛征求教职工和学生代表意见，
充分发挥教代会作用。（责任领导：院长谭一鸣；责任部门：党政办；完成时间：5月中旬）
6．加强校园安全管理，每月开展一次联合检查。（责任领导：卢峰；责任部门：保卫处、后勤处；完成时间：长期）

                                   松涛职业技术学院
                                   2024年3月11日
"""
said = Passages(COLLEGE)
GROUP, STAFF, RULE = "打造高水平专业群", "打造高水平师资", "提升治理水平"
COLLEGE_RECORD = ledger(
    "松涛职业技术学院“双高计划”建设2024年重点任务分解", None, "松涛职业技术学院", "2024-03-11",
    [
        item("1", said("建设国家级 … 20门。"), heading=GROUP, responsible="教务处|智能制造学院", leaders=["秦岚"], due="2024-11-30", goals=[(1, "个"), (20, "门")]),
        item("2", said("与行业 … 2家。"), heading=GROUP, responsible="产教融合办", leaders=["秦岚", "贺书铭"], due="2024-12-31", goals=[(2, "家")]),
        item("3", said("选派专任 … 30天。"), heading=STAFF, responsible="人事处", leaders=["贺书铭"], goals=[(120, "人次")], perhaps=[(30, "天")], deadline_also=["2024-06-30", "2024-07-31", "2024-07-15"]),
        item("4", said("引进技能大师5名。"), heading=STAFF, lead="人事处", support="各二级学院", leaders=["贺书铭"], due="2024-10-31", goals=[(5, "名")]),
        item("5", said("修订学院章程 … 作用。"), heading=RULE, responsible="党政办", leaders=["谭一鸣"], due="2024-05-20"),
        item("6", said("加强校园 … 检查。"), heading=RULE, responsible="保卫处|后勤处", leaders=["卢峰"], recurrence="monthly", recurrence_also=["ongoing"], perhaps=[(1, "次")]),
    ],
)  # fmt: skip

WATER = """<p style="text-align:center"><b>鹤鸣湖流域生态环境保护2021年度任务清单</b></p>
<p style="text-align:center">鹤鸣湖保护委员会办公室</p>
<p style="text-align:center">2021年3月1日</p>
<p>　　1．<span>关闭搬迁禁养区畜禽养殖场</span>38家。</p>
<p>　　牵头单位：市农业农村局　　配合单位：市生态环境局、市自然资源和规划局　　完成时限：9月底前</p>
<p>　　2．建设环湖截污管网27公里、生态湿地4处，总面积1200亩。</p>
<p>　　牵头单位：市住房和城乡建设局　　配合单位：湖滨新区管委会、市财政局　　完成时限：2022年6月</p>
<p>　　3．湖体水质稳定达到Ⅲ类标准，总磷浓度较上年下降5%以上。</p>
<p>　　牵头单位：市生态环境局　　配合单位：市水利局　　完成时限：全年</p>
<p>　　4．实施“十年禁渔”，巡护不少于300次。</p>
<p>　　牵头单位：市农业农村局　　配合单位：市公安局、市市场监督管理局　　完成时限：常态化推进</p>
<p>　　5．开展增殖放流，投放鱼苗五百万尾。</p>
<p>　　牵头单位：市农业农村局　　配合单位：无　　完成时限：5月、11月</p>
"""
WATER_RECORD = ledger(
    "鹤鸣湖流域生态环境保护2021年度任务清单", None, "鹤鸣湖保护委员会办公室", "2021-03-01",
    [
        item("1", "关闭搬迁禁养区畜禽养殖场38家。", lead="市农业农村局", support="市生态环境局|市自然资源和规划局", due="2021-09-30", goals=[(38, "家")]),
        item("2", "建设环湖截污管网27公里、生态湿地4处，总面积1200亩。", lead="市住房和城乡建设局", support="湖滨新区管委会|市财政局", due="2022-06-30", goals=[(27, "公里"), (4, "处"), (1200, "亩")]),
        item("3", "湖体水质稳定达到Ⅲ类标准，总磷浓度较上年下降5%以上。", lead="市生态环境局", support="市水利局", due="2021-12-31", goals=[(5, "%")], deadline_also=[None]),
        item("4", "实施“十年禁渔”，巡护不少于300次。", lead="市农业农村局", support="市公安局|市市场监督管理局", recurrence="ongoing", goals=[(300, "次")]),
        item("5", "开展增殖放流，投放鱼苗五百万尾。", lead="市农业农村局", due="2021-11-30", goals=[(500, "万尾")]),
    ],
)  # fmt: skip

PARK = """龙眠山高新技术产业开发区管理委员会
关于建设世界一流园区的行动方案
重点任务分工

龙高管发〔2022〕18号

为加快建设世界一流高科技园区，制定如下分工。

一、提升创新能力
（一）建设创新平台
1. 争创国家级制造业创新中心，2023年底前完成申报。（科技创新局牵头，经济发展局配合）
2. 新建新型研发机构8家。（科技创新局负责）
3. 重大科研仪器开放共享率达到85%。（科技创新局、龙眠山实验室负责）
4. 全社会研发经费投入强度突破6.5%。（科技创新局牵头，统计局、税务局配合）
（二）集聚创新人才
5. 引进顶尖人才团队3个、高层次人才150名。（组织人事部牵头，科技创新局配合）
6. 建成国际人才社区，提供公寓2000套，2024年3月底前交付使用。（建设局牵头，高新国控集团配合）
7. 每年发放“创新券”3000万元。（科技创新局、财政局负责）
8. 建立人才服务专员制度。（组织人事部负责）
二、做强主导产业
（一）光电信息
9. 推动晶圆制造二期项目，2022年第四季度开工。（招商局牵头，建设局、自然资源和规划分局配合）
10. 光电信息产业规模达到1800亿元。（经济发展局负责）
11. 培育上市企业5家、专精特新“小巨人”企业40家。（经济发展局牵头，地方金融监管局配合）
（二）生命健康
12. 新获批三类医疗器械注册证25个以上。（市场监管局负责）
13. 建设生物医药中试基地2个，单个面积不小于1.5万平方米。（经济发展局牵头，高新国控集团配合）
14. 引育合同研究组织10—15家。（招商局负责）
（三）未来产业
15. 设立总规模50亿元的未来产业基金。（财政局牵头，高新国控集团、地方金融监管局配合）
16. 发布应用场景机会清单，每季度更新。（经济发展局负责）
三、优化园区环境
（一）完善城市功能
17. 地铁五号线延长线园区段2025年建成通车。（建设局牵头，市轨道集团参与）
18. 新增中小学3所、学位5400个，2023年秋季开学前投用。（社会事业局牵头，建设局配合）
19. 引进三甲医院分院1家。（社会事业局负责）
20. 新建口袋公园30个，绿道50公里。（建设局、综合执法局负责）
（二）深化体制改革
21. 承接省级经济管理权限112项。（行政审批局负责）
22. 企业投资项目“拿地即开工”比例达到60%以上。（行政审批局牵头，建设局、自然资源和规划分局配合）
23. 推行“管委会+公司”模式，6月底前完成平台公司重组。（党政办公室牵头，财政局配合）
24. 推进“一区多园”，统计口径、考核办法同步调整。（经济发展局、统计局负责）
四、保障措施
（一）加强组织领导。成立行动方案推进专班，统筹协调重大事项。
（二）强化督查考核。每季度通报进展，结果纳入年度绩效考核。

龙眠山高新技术产业开发区管理委员会
2022年4月2日
"""
said = Passages(PARK)
PLATFORM, TALENT = "提升创新能力 / 建设创新平台", "提升创新能力 / 集聚创新人才"
LIGHT, LIFE, FUTURE = "做强主导产业 / 光电信息", "做强主导产业 / 生命健康", "做强主导产业 / 未来产业"
TOWN, REFORM = "优化园区环境 / 完善城市功能", "优化园区环境 / 深化体制改革"
PARK_RECORD = ledger(
    "龙眠山高新技术产业开发区管理委员会关于建设世界一流园区的行动方案重点任务分工", "龙高管发〔2022〕18号", "龙眠山高新技术产业开发区管理委员会", "2022-04-02",
    [
        item("1", said("争创国家级 … 申报。"), heading=PLATFORM, lead="科技创新局", support="经济发展局", due="2023-12-31"),
        item("2", said("新建新型研发机构8家。"), heading=PLATFORM, responsible="科技创新局", goals=[(8, "家")]),
        item("3", said("重大科研 … 85%。"), heading=PLATFORM, responsible="科技创新局|龙眠山实验室", goals=[(85, "%")]),
        item("4", said("全社会研发 … 6.5%。"), heading=PLATFORM, lead="科技创新局", support="统计局|税务局", goals=[(6.5, "%")]),
        item("5", said("引进顶尖 … 150名。"), heading=TALENT, lead="组织人事部", support="科技创新局", goals=[(3, "个"), (150, "名")]),
        item("6", said("建成国际 … 使用。"), heading=TALENT, lead="建设局", support="高新国控集团", due="2024-03-31", goals=[(2000, "套")]),
        item("7", said("每年发放 … 3000万元。"), heading=TALENT, responsible="科技创新局|财政局", recurrence="yearly", goals=[(3000, "万元")]),
        item("8", said("建立人才 … 制度。"), heading=TALENT, responsible="组织人事部"),
        item("9", said("推动晶圆 … 开工。"), heading=LIGHT, lead="招商局", support="建设局|自然资源和规划分局", due="2022-12-31"),
        item("10", said("光电信息产业 … 1800亿元。"), heading=LIGHT, responsible="经济发展局", goals=[(1800, "亿元")]),
        item("11", said("培育上市 … 40家。"), heading=LIGHT, lead="经济发展局", support="地方金融监管局", goals=[(5, "家"), (40, "家")]),
        item("12", said("新获批 … 以上。"), heading=LIFE, responsible="市场监管局", goals=[(25, "个")]),
        item("13", said("建设生物 … 1.5万平方米。"), heading=LIFE, lead="经济发展局", support="高新国控集团", goals=[(2, "个"), (1.5, "万平方米")]),
        item("14", said("引育合同 … 15家。"), heading=LIFE, responsible="招商局", goals=[(10, "家", 15)]),
        item("15", said("设立总规模 … 基金。"), heading=FUTURE, lead="财政局", support="高新国控集团|地方金融监管局", goals=[(50, "亿元")]),
        item("16", said("发布应用 … 更新。"), heading=FUTURE, responsible="经济发展局", recurrence="quarterly"),
        item("17", said("地铁五号线 … 通车。"), heading=TOWN, lead="建设局", support="市轨道集团", due="2025-12-31"),
        item("18", said("新增中小学 … 投用。"), heading=TOWN, lead="社会事业局", support="建设局", due="2023-08-31", goals=[(3, "所"), (5400, "个")], deadline_also=["2023-09-01", "2023-09-30", None]),
        item("19", said("引进三甲医院分院1家。"), heading=TOWN, responsible="社会事业局", goals=[(1, "家")]),
        item("20", said("新建口袋 … 50公里。"), heading=TOWN, responsible="建设局|综合执法局", goals=[(30, "个"), (50, "公里")]),
        item("21", said("承接省级 … 112项。"), heading=REFORM, responsible="行政审批局", goals=[(112, "项")]),
        item("22", said("企业投资 … 以上。"), heading=REFORM, lead="行政审批局", support="建设局|自然资源和规划分局", goals=[(60, "%")]),
        item("23", said("推行“管委会 … 重组。"), heading=REFORM, lead="党政办公室", support="财政局", due="2022-06-30"),
        item("24", said("推进“一区 … 调整。"), heading=REFORM, responsible="经济发展局|统计局"),
    ],
    title_also=["关于建设世界一流园区的行动方案重点任务分工"],
)  # fmt: skip

SAMPLES = (
    Sample("brackets-of-other-shapes", "工作要点.txt", {74: "A牵头，B、C参与/配合", 88: "等有关部门"}, partial(txt, YOUTH), YOUTH_RECORD),
    Sample("leaders-in-the-clause", "双高计划.docx", {92: "People", 80: "deadline inside the clause"}, partial(docx, COLLEGE), COLLEGE_RECORD),
    Sample("labels-on-one-line", "流域清单.html", {77: "牵头单位：… ⏎ 责任单位：…"}, partial(html, WATER), WATER_RECORD),
    Sample("three-levels-and-measures", "行动方案.txt", {54: "continuing across headings", 55: "（一） → 1. three levels", 108: "Title broken"}, partial(txt, PARK), PARK_RECORD),
)  # fmt: skip
