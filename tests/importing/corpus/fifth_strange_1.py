"""A fifth hand's strange tables: turned round, on cards, by marks, side by side, without a header, by department."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Sheet, Table, converted, docx, grid, html, html_table, ofd, pdf, xlsx
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample, lead, responsible, support, target, task

# ---------------------------------------------------------------- a town: the header stands down the left, each task is a column
TOWN = Table(grid("""
事项序号|1|2|3|4|5
办什么|改造镇区老旧供水管网8.5公里，惠及居民2600户。|新建村级幸福食堂6个，每天供应老年餐不少于900份。|安装太阳能路灯320盏。|开设暑期公益托管班，招收学生不少于240人。|镇卫生院每季度组织医师下村巡诊一次。
谁牵头|镇规划建设办|镇民政办|镇农业农村办|镇教育办|镇卫生院
谁配合|镇供水站、镇财政所|各村（社区）|供电所、各村（社区）|镇团委、镇妇联|—
包联领导|穆 青|卫东明|穆 青|卫东明|蒲 月 华
几时办成|6月底前|9月底|4月|7月上旬|常年坚持
"""), head_rows=0)
TOWN_TASKS = [
    task("1", "改造镇区老旧供水管网8.5公里，惠及居民2600户。", lead("镇规划建设办") + support("镇供水站 镇财政所"), leaders="穆青",
         deadline="2023-06-30", targets=[target(8.5, "公里"), target(2600, "户", optional=True)]),
    task("2", "新建村级幸福食堂6个，每天供应老年餐不少于900份。", lead("镇民政办") + support("各村（社区）"), leaders="卫东明",
         deadline="2023-09-30", targets=[target(6, "个"), target(900, "份")]),
    task("3", "安装太阳能路灯320盏。", lead("镇农业农村办") + support("供电所 各村（社区）"), leaders="穆青", deadline="2023-04-30", targets=[target(320, "盏")]),
    task("4", "开设暑期公益托管班，招收学生不少于240人。", lead("镇教育办") + support("镇团委 镇妇联"), leaders="卫东明",
         deadline="2023-07-10", targets=[target(240, "人")]),
    task("5", "镇卫生院每季度组织医师下村巡诊一次。", lead("镇卫生院"), leaders="蒲月华", recurrence="quarterly",
         recurrence_also=["ongoing"], targets=[target(1, "次", optional=True)]),
]

# ---------------------------------------------------------------- a port company: one card for each task
CARDS = (
    ("1", "治理优化", "压减管理层级，注销僵尸企业7户，全部完成清算。", "企业改革部", "法务合规部、财务部", "祁 连", "2024年6月底前", "已注销3户。",
     "2024-06-30", [target(7, "户")]),
    ("2", "治理优化", "修订授权放权清单，取消审批事项18项。", "董事会办公室", "各部室", "祁 连", "2024年3月", "正在征求意见，5月前有望完成。",
     "2024-03-31", [target(18, "项")]),
    ("3", "生产提效", "港口集装箱吞吐量突破210万标箱，单船作业效率提升6%。", "生产业务部", "各码头公司、信息中心", "满江红", "2024年12月", "完成1—2月36万标箱。",
     "2024-12-31", [target(210, "万标箱"), target(6, "%")]),
    ("4", "绿色转型", "建成岸电设施12套，靠港船舶岸电使用率达到70%以上。", "工程技术部", "安全环保部", "满江红", "2024年三季度", "设备已招标。",
     "2024-09-30", [target(12, "套"), target(70, "%")]),
    ("5", "绿色转型", "淘汰国三及以下标准作业车辆45台。", "安全环保部", "资产管理部、各码头公司", "祁 连", "立行立改", "",
     None, [target(45, "台")]),
)


def _card(number: str, field: str, text: str, first: str, others: str, person: str, day: str, progress: str) -> list[str | Table]:
    return ["", Table([["卡号", number, "所属板块", field], ["攻坚内容", text, "<", "<"], ["主责部室", first, "协同部室", others],
                       ["挂帅领导", person, "交账时间", day], ["目前进展", progress, "<", "<"]], head_rows=0)]


PORT_TASKS = [
    task(number, text, lead(first) + support(others.replace("、", " ")), heading=field, leaders=person.replace(" ", ""), deadline=due, targets=goals)
    for number, field, text, first, others, person, _, _, due, goals in CARDS
]

# ---------------------------------------------------------------- a safety committee: tasks down, units across, marks where they meet
SAFETY_ROWS = [
    ["河阳县安委会2022年重点领域安全整治任务矩阵表", *"<<<<<<<"],
    ["说明：★为牵头单位，○为配合单位；空白的不涉及。", *"<<<<<<<"],
    ["序号", "整治内容", "应急管理局", "公安局", "住房和城乡建设局", "消防救援大队", "各乡镇（街道）", "办结时间"],
    [1.0, "排查自建房安全隐患1.6万栋，重点隐患整治率100%。", "", "○", "★", "", "○", "6月底前"],
    [2.0, "取缔“三合一”场所60处。", "○", "○", "", "★", "○", "8月底"],
    [3.0, "更换老旧小区燃气连接软管4200户。", "", "", "★", "○", "○", "10月底前"],
    [4.0, "烟花爆竹零售点数量压减至35个以内。", "★", "○", "", "○", "○", "1月20日前"],
    [5.0, "治理农村道路平交路口126处。", "", "★", "", "", "○", "11月底"],
    [6.0, "每半年组织一次综合应急演练。", "★", "○", "○", "○", "○", "长期坚持"],
    ["牵头项数", "<", 2.0, 1.0, 2.0, 1.0, 0.0, ""],
    ["河阳县安全生产委员会办公室      2022年1月11日", *"<<<<<<<"],
]
YJ, GA, ZJ, XF, XZ = "应急管理局", "公安局", "住房和城乡建设局", "消防救援大队", "各乡镇（街道）"
SAFETY_TASKS = [
    task("1", "排查自建房安全隐患1.6万栋，重点隐患整治率100%。", support(GA) + lead(ZJ) + support(XZ), deadline="2022-06-30",
         targets=[target(1.6, "万栋"), target(100, "%")]),
    task("2", "取缔“三合一”场所60处。", support(f"{YJ} {GA}") + lead(XF) + support(XZ), deadline="2022-08-31", targets=[target(60, "处")]),
    task("3", "更换老旧小区燃气连接软管4200户。", lead(ZJ) + support(f"{XF} {XZ}"), deadline="2022-10-31", targets=[target(4200, "户")]),
    task("4", "烟花爆竹零售点数量压减至35个以内。", lead(YJ) + support(f"{GA} {XF} {XZ}"), deadline="2022-01-20", targets=[target(35, "个")]),
    task("5", "治理农村道路平交路口126处。", lead(GA) + support(XZ), deadline="2022-11-30", targets=[target(126, "处")]),
    task("6", "每半年组织一次综合应急演练。", lead(YJ) + support(f"{GA} {ZJ} {XF} {XZ}"), recurrence="half_yearly", recurrence_also=["ongoing"],
         targets=[target(1, "次", optional=True)]),
]

# ---------------------------------------------------------------- a party office: the year in twelve columns, a mark in the months of work
MONTHS = "|".join(f"{month}月" for month in range(1, 13))


def _months(first: int, last: int) -> str:
    return "|".join("√" if first <= month <= last else "" for month in range(1, 13))


YEAR = Ledger(f"序号|工作安排|时间进度|{'|'.join('<' * 11)}|抓落实单位\n^|^|{MONTHS}|^", "NT" + "-" * 12 + "R", f"""
1|完成机关党支部换届选举14个。|{_months(1, 3)}|机关党委 ## D:2021-03-31 G:14个
2|评选表彰“两优一先”120名。|{_months(5, 6)}|组织科 ## D:2021-06-30 G:120名
3|举办党务干部培训班3期，轮训党支部书记260人次。|{_months(4, 9)}|组织科、党员教育中心 ## D:2021-09-30 G:3期,260人次
4|改版升级“先锋网”并上线运行。|{_months(2, 5)}|宣传科、信息科 ## D:2021-05-31
5|整理补录党员档案5600份。|{_months(7, 11)}|干部科、各基层党委 ## D:2021-11-30 G:5600份
6|拍摄党史教育专题片2部。|{_months(3, 7)}|宣传科 ## D:2021-07-31 G:2部
""")

# ---------------------------------------------------------------- a county: one table for each department, its name only in the line above
BLOCKS = (
    ("一、县教育局（3项）", "县教育局", """
1|新建公办幼儿园4所，公办园在园幼儿占比达到56%。|8月底前 ## D:2022-08-31 G:4所,56%
2|招聘乡村教师85名。|7月底 ## D:2022-07-31 G:85名
3|落实“双减”要求，课后服务覆盖率100%。|持续推进 ## Y:ongoing G:100%
"""),
    ("二、县林业局（2项）", "县林业局", """
4|完成人工造林2.3万亩、退化林修复1.5万亩。|4月底前 ## D:2022-04-30 G:2.3万亩,1.5万亩
5|组建半专业森林消防队伍9支。|3月上旬 ## D:2022-03-10 G:9支
"""),
    ("三、县文化旅游局、县融媒体中心（2项）", "县文化旅游局 县融媒体中心", """
6|创建国家4A级旅游景区1家。|年底前 ## D:2022-12-31 G:1家
7|举办乡村文化旅游节，短视频播放量突破5000万次。|10月 ## D:2022-10-31 G:5000万次
"""),
    ("四、县城市建设投资集团有限公司（1项）", "县城市建设投资集团有限公司", """
8|城南污水处理厂扩建工程通水试运行，日处理能力增至4万吨。|11月底前 ## D:2022-11-30 G:4万吨
"""),
)
BLOCK_TABLES: list[str | Table] = []
BLOCK_TASKS = []
for caption, units, source in BLOCKS:
    ledger = Ledger("序号|承担任务|办结时限", "NT-", source)
    BLOCK_TABLES += [caption, Table(ledger.rows)]
    for one in ledger.tasks:
        one["departments"] = responsible(units)
        one["heading_also"] = [caption, units.replace(" ", "、")]
    BLOCK_TASKS += ledger.tasks

# ---------------------------------------------------------------- a hospital: two tables side by side on one sheet
WARD_LEFT = Ledger("编号|任务要点|落实科室|完成节点", "NTR-", """
1|平均住院日压缩到7.5天以内。|医务科、病案室|12月底 ## D:2021-12-31 G:7.5天
2|日间手术占择期手术比例达到15%。|日间手术中心|10月底 ## D:2021-10-31 G:15%
3|门诊预约诊疗率不低于80%。|门诊部|6月底 ## D:2021-06-30 G:80%
4|高值耗材采购价格平均下降12%。|采购中心、审计科|9月底 ## D:2021-09-30 G:12%
""")
WARD_RIGHT = Ledger("编号|任务要点|落实科室|完成节点", "NTR-", """
5|新增重症监护床位18张。|重症医学科、设备科|5月底 ## D:2021-05-31 G:18张
6|抗菌药物使用强度控制在40以下。|药剂科、感控科|长期 ## Y:ongoing O:40
7|开展新技术新项目22项。|科教科|11月中旬 ## D:2021-11-20 G:22项
8|每月召开一次绩效分析会。|运营科|每月 ## Y:monthly O:1次
""")
WARD_ROWS = [[*a, "", *b] for a, b in zip(WARD_LEFT.typed(0), WARD_RIGHT.typed(0), strict=True)]

# ---------------------------------------------------------------- a school: no header, the columns are named in a sentence
SCHOOL = Ledger("", "NTRP-", """
1|改造标准化理化生实验室6间，配齐实验员。|教务处|邱 实|2024年8月20日前 ## D:2024-08-20 G:6间
2|组织青年教师基本功比武，评选校级教学能手15名。|教科室、工会|邱 实|2024年5月 ## D:2024-05-31 G:15名
3|学生体质健康测试优良率提高到45%。|体育组|钟 楚 云|2024年11月 ## D:2024-11-30 G:45%
4|食堂实行“明厨亮灶”，学生满意度不低于90%。|总务处、家长委员会|丛 林|长期坚持 ## Y:ongoing G:90%
5|每学期开展心理健康筛查1次，建立重点关爱学生档案。|德育处、心理辅导中心|钟 楚 云|每学期 ## Y:half_yearly,per_term O:1次
6|教学楼屋面防水维修3200平方米。|总务处|丛 林|暑假期间 ## D:2024-08-31,null,2024-09-01,2024-07-31 G:3200平方米
""")

# ---------------------------------------------------------------- a tax bureau in OFD: titles of its own, the units first and the number last
TAX = Ledger("推进部门|攻坚事项|兑现日期|局班子责任人|项次", "RT-PN", """
征收管理处|推行“非接触式”办税，网上申报率达到99%。|3月31日|冉 冉|1 ## D:2020-03-31 G:99%
纳税服务中心、各办税服务厅|纳税人平均等候时间缩短40%。|6月30日|冉 冉|2 ## D:2020-06-30 G:40%
风险管理局|筛查虚开发票高风险企业380户，应对完成率100%。|9月30日|舒 展|3 ## D:2020-09-30 G:380户,100%
^|推送退税风险提示2000条。|10月31日|舒 展|4 ## D:2020-10-31 G:2000条
社会保险费处、各县（市、区）税务局|完成企业社保费征收职责划转，划转企业4.2万户。|11月30日|龚 自 强|5 ## D:2020-11-30 G:4.2万户
机关党委|创建模范机关，选树先进典型10个。|12月15日|龚 自 强|6 ## D:2020-12-15 G:10个
""")

SAMPLES = (
    Sample("fifth-strange-town-turned", "微实事.docx", {13: "table", 92: "inner blanks", 91: "supporting column"},
           lambda: docx([Line("云岭镇2023年民生微实事办理安排", centred=True), TOWN, "云岭镇人民政府", "2023年2月17日"]),
           expected("云岭镇2023年民生微实事办理安排", None, "云岭镇人民政府", "2023-02-17", TOWN_TASKS)),
    Sample("fifth-strange-port-cards", "攻坚卡.docx", {41: "完成时限", 44: "progress columns", 92: "inner blanks"},
           lambda: docx([Line("长汇港务集团有限公司2024年改革攻坚任务卡", centred=True), "长港改办〔2024〕2号", *(part for card in CARDS for part in _card(*card[:8])),
                         "长汇港务集团有限公司改革办公室", "2024年3月1日"]),
           expected("长汇港务集团有限公司2024年改革攻坚任务卡", "长港改办〔2024〕2号", "长汇港务集团有限公司改革办公室", "2024-03-01", PORT_TASKS)),
    Sample("fifth-strange-safety-marks", "任务矩阵.xlsx", {119: "None of xlsx/scan", 86: "各街道(功能区)"},
           lambda: xlsx(Sheet("矩阵", SAFETY_ROWS)),
           expected("河阳县安委会2022年重点领域安全整治任务矩阵表", None, "河阳县安全生产委员会办公室", "2022-01-11", SAFETY_TASKS)),
    Sample("fifth-strange-year-months", "工作安排.html", {97: "first to fourth quarter", 13: "table"},
           lambda: html("<h1>中共苍北市委市直机关工作委员会2021年重点工作安排</h1><p>苍直工委〔2021〕3号</p>" + html_table(YEAR.rows)
                        + "<p>中共苍北市委市直机关工作委员会</p><p>2021年1月15日</p>"),
           expected("中共苍北市委市直机关工作委员会2021年重点工作安排", "苍直工委〔2021〕3号", "中共苍北市委市直机关工作委员会", "2021-01-15", YEAR.tasks)),
    Sample("fifth-strange-blocks-doc", "分部门任务.doc", {111: "old binary .doc", 54: "continuing across headings"},
           lambda: converted(docx([Line("古渡县2022年政府工作报告目标任务分部门清单", centred=True), "古政办函〔2022〕10号", *BLOCK_TABLES, "古渡县人民政府办公室", "2022年2月8日"]), "docx", "doc"),
           expected("古渡县2022年政府工作报告目标任务分部门清单", "古政办函〔2022〕10号", "古渡县人民政府办公室", "2022-02-08", BLOCK_TASKS)),
    Sample("fifth-strange-side-by-side", "绩效提升.xls", {58: "plain table numbers", 119: "None of xlsx/scan"},
           lambda: converted(xlsx(Sheet("任务", [["盐湖市第三人民医院2021年运营提升任务一览", *"<<<<<<<<"], ["填表科室：运营科", "<", "<", "<", "", "填表日期：2021年1月20日", "<", "<", "<"], *WARD_ROWS])), "xlsx", "xls"),
           expected("盐湖市第三人民医院2021年运营提升任务一览", None, "运营科", "2021-01-20", WARD_LEFT.tasks, WARD_RIGHT.tasks, issuer_also=["盐湖市第三人民医院"])),
    Sample("fifth-strange-no-header", "年度要事.pdf", {60: "restarts at 1", 100: "每届", 92: "inner blanks"},
           lambda: pdf([Line("明德中学2024年年度要事清单", centred=True), "下表各栏依次为序号、任务、责任部门、分管校领导、完成时间。", Table(SCHOOL.rows, head_rows=0, widths=(3, 20, 10, 7, 10)), "明德中学校长办公室", "2024年1月5日"]),
           expected("明德中学2024年年度要事清单", None, "明德中学校长办公室", "2024-01-05", SCHOOL.tasks)),
    Sample("fifth-strange-tax-ofd", "攻坚事项.ofd", {43: "a leader or person column 5", 86: "各县（市、区）"},
           lambda: ofd(pdf([Line("国家税务总局汀州市税务局2020年攻坚事项表", centred=True), Table(TAX.rows, widths=(10, 18, 8, 8, 4)), "国家税务总局汀州市税务局", "2020年2月20日"])),
           expected("国家税务总局汀州市税务局2020年攻坚事项表", None, "国家税务总局汀州市税务局", "2020-02-20", TAX.tasks)),
)
