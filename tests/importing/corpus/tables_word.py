"""Tables in Word: numbers that Word makes, tracked changes, text boxes, footnotes, merged cells, the old binary form."""
# fmt: off

from tests.importing.corpus.make import Block, Line, Table, TextBox, converted, docx, grid
from tests.importing.corpus.sample import Record, Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- Word numbers the rows and the requirements
AUTO_ROWS = grid("""
序号|工作任务|牵头单位|配合单位|完成时限
#|开展防汛物资储备盘点，补充编织袋{+5万条+}{-3万条-}、救生衣2000件。|县应急管理局|县水利局、县发展改革局|4月30日前
#|完成42处山洪灾害危险区{-排查-}{+巡查+}，逐处落实责任人{^责任人名单另行公布。^}。|县水利局|县自然资源局、各乡（镇）人民政府|5月15日前
#|组织县级综合应急演练，{+每年+}不少于1次。|县应急管理局|县人武部、县消防救援大队|汛期前
#|修订城区内涝防治预案，整治易涝点9处。|县住房和城乡建设局|县综合行政执法局|6月上旬
#|加强水库安全度汛管理，常态化开展值守抽查。|县水利局|无|长期坚持
""")
FLOOD: list[Block] = [
    "白鹤县防汛抗旱指挥部文件\n鹤汛〔2023〕2号",
    Line("白鹤县防汛抗旱指挥部关于印发2023年防汛备汛重点工作任务分解表的通知", centred=True),
    "各乡（镇）人民政府，县防汛抗旱指挥部各成员单位：\n现将《2023年防汛备汛重点工作任务分解表》印发给你们，并提出如下要求，请一并抓好落实。",
    Line("提高思想认识。各单位要克服麻痹松懈思想，压实防汛责任。", number="一、"),
    Line("严格值班值守。4月1日起实行24小时值班。", number="一、"),
    Line("强化信息报送。4月1日起，每日17时前报送水雨情。", number="一、"),
    "白鹤县防汛抗旱指挥部\n2023年3月17日",
    Line("2023年防汛备汛重点工作任务分解表", centred=True, page_break=True),
    Table(AUTO_ROWS),
]

# ---------------------------------------------------------------- the title in a text box, two tables, levels of Word's numbers between
BOX_A = grid("""
项目|工作内容|责任单位|完成时限
基础教育|改扩建农村寄宿制学校4所。|教育体育局|2022年8月底
^|招聘中小学教师160名。|教育体育局、人力资源和社会保障局|2022年7月
职业教育|新增职业院校与企业共建实训基地3个，每学期开展企业导师进课堂活动20场。|县职业教育中心|年底前
""")
BOX_B = grid("""
项目|工作内容|责任单位|完成时限
医疗服务|建成县域紧密型医共体2个，县域内就诊率达到90%左右。|卫生健康局|2022年11月
公共卫生|适龄女生HPV疫苗接种率不低于80%。|疾病预防控制中心、教育体育局|2022年年内
""")
BOXED: list[Block] = [
    TextBox("平山县推进公共服务补短板\n2022年工作台账"),
    "填报单位：平山县发展和改革局        填报时间：2022年3月31日",
    Line("教育领域（3项）", number="一、"), Table(BOX_A),
    Line("卫生健康领域（2项）", number="一、"), Table(BOX_B),
    "合计：5项。\n审核人：米兰    联系电话：0311-00000000",
]

# ---------------------------------------------------------------- benchmarks, goals, measures (B11)
BENCHMARK = grid("""
序号|对标对象|对标项目|年度赶超目标任务|赶超工作措施（含阶段性重点工作）|责任人|完成时限
1|临港新区|招商引资|全年引进亿元以上项目12个，实际到位资金45亿元。|组建6支驻点招商小分队，开展产业链招商；建立项目首谈报备制度。|俞 悦|2018.12
2|^|项目建设|新开工工业项目30个。|推行“标准地”出让，审批时限压缩50%以上；领导干部挂钩联系重点项目。|陆 明俞 悦|2018.09
3|高新技术产业园|科技创新|新认定高新技术企业25家，研发投入占比达到3.2%。|落实研发费用加计扣除政策，开展高新技术企业培育入库辅导。|肖 扬|2018.12
""")

def _benchmark(row: int, leaders: str, deadline: str, targets: list[Record]) -> Record:
    _, whom, what, goal, measures, *_ = BENCHMARK[row] if BENCHMARK[row][1] != "^" else [BENCHMARK[row][0], BENCHMARK[row - 1][1], *BENCHMARK[row][2:]]
    return task(BENCHMARK[row][0], measures, heading=f"{whom} / {what}", heading_also=[None, whom, goal], leaders=leaders, deadline=deadline,
                text_also=[goal, goal + measures, what + goal + measures, what + measures], targets=targets)


# ---------------------------------------------------------------- (序号 · 类别 · 分组) · 任务 · 牵头 · 配合 · 完成时间 (B26)
GROUPS = grid("""
序号|类别|分组|任务|牵头|配合|完成时间
1|提升枢纽能级|空港|新增国际及地区客运航线5条，国际旅客吞吐量恢复至300万人次。|市交通运输局|市商务局、机场集团|2026年12月
2|^|^|开工建设第三跑道配套滑行道工程。|机场集团|市发展改革委、市自然资源局（市林业局）|2026年3月
3|^|水港|集装箱吞吐量增长8%以上，新辟近洋航线2—3条。|港务集团|无|2026年12月
5|优化通关环境|通关便利|推广“船边直提”“抵港直装”，持续压缩整体通关时间。|海关|边检站、海事局|持续推进
6|^|多式联运|组织开展海铁联运班列，年发送量达到15万标箱。|市口岸办|铁路货运中心|2026年底
""")

# ---------------------------------------------------------------- an old binary file with a contact table and an attachment head
OLD = grid("""
序号|工作任务|责任部门|完成时限
1|完成市级文物保护单位“四有”档案建设26处。|文物科|2014年6月底前
2|举办非物质文化遗产进校园活动，每月2场。|非遗中心|2014年12月
3|免费开放公共图书馆、文化馆，开放率100%。|公共文化科、市图书馆、市文化馆|全年
4|查处文化市场违法案件，案件按期办结率98%以上。|市场科、执法支队|第四季度
""")
OLD_BLOCKS: list[Block] = [
    "附件1", Line("鹿鸣市文化局2014年重点工作责任分解表", centred=True), Table(OLD),
    Line("工作联络员名单", centred=True), Table(grid("科室|联络员|电话\n文物科|范春|0000-111111\n非遗中心|蒙丽|0000-111112")),
    "鹿鸣市文化局办公室\n二〇一四年二月二十五日",
]

SAMPLES = (
    Sample(
        "word-numbers-the-rows", "备汛.docx",
        {66: "requirement paragraphs", 98: "Reporting dates in notices", 91: "written in the supporting column", 58: "plain table numbers", 119: "docx preview"},
        lambda: docx(FLOOD, header="白鹤县防汛抗旱指挥部", footer="— 1 —"),
        record(
            "2023年防汛备汛重点工作任务分解表",
            task("1", "开展防汛物资储备盘点，补充编织袋5万条、救生衣2000件。", lead("县应急管理局") + support("县水利局 县发展改革局"),
                 deadline="2023-04-30", targets=[target(5, "万条"), target(2000, "件")]),
            task("2", "完成42处山洪灾害危险区巡查，逐处落实责任人。", lead("县水利局") + support("县自然资源局 各乡（镇）人民政府"),
                 deadline="2023-05-15", targets=[target(42, "处", optional=True)]),
            task("3", "组织县级综合应急演练，每年不少于1次。", lead("县应急管理局") + support("县人武部 县消防救援大队"),
                 deadline="2023-05-31", deadline_also=["2023-04-30", "2023-06-01", "2023-06-30", None], recurrence="yearly",
                 targets=[target(1, "次", optional=True)]),
            task("4", "修订城区内涝防治预案，整治易涝点9处。", lead("县住房和城乡建设局") + support("县综合行政执法局"),
                 deadline="2023-06-10", targets=[target(9, "处")]),
            task("5", "加强水库安全度汛管理，常态化开展值守抽查。", lead("县水利局"), recurrence="ongoing"),
            doc_number="鹤汛〔2023〕2号", issuer="白鹤县防汛抗旱指挥部", issued_on="2023-03-17",
        ),
    ),
    Sample(
        "title-in-a-text-box", "公共服务.docx",
        {44: "a parent column merged down the left", 85: "Group units", 89: "No prefix at all", 108: "Title broken over two or three lines", 45: "with a count “（11项）”"},
        lambda: docx(BOXED),
        record(
            "平山县推进公共服务补短板2022年工作台账",
            task(None, BOX_A[1][1], responsible("教育体育局"), heading="教育领域 / 基础教育", heading_also=["教育领域"], deadline="2022-08-31", targets=[target(4, "所")]),
            task(None, BOX_A[2][1], responsible("教育体育局 人力资源和社会保障局"), heading="教育领域 / 基础教育", heading_also=["教育领域"],
                 deadline="2022-07-31", targets=[target(160, "名")]),
            task(None, BOX_A[3][1], responsible("县职业教育中心"), heading="教育领域 / 职业教育", heading_also=["教育领域"], deadline="2022-12-31",
                 recurrence="half_yearly", targets=[target(3, "个"), target(20, "场")]),
            task(None, BOX_B[1][1], responsible("卫生健康局"), heading="卫生健康领域 / 医疗服务", heading_also=["卫生健康领域"], deadline="2022-11-30",
                 targets=[target(2, "个"), target(90, "%")]),
            task(None, BOX_B[2][1], responsible("疾病预防控制中心 教育体育局"), heading="卫生健康领域 / 公共卫生", heading_also=["卫生健康领域"],
                 deadline="2022-12-31", targets=[target(80, "%")]),
            issuer="平山县发展和改革局", issued_on="2022-03-31",
        ),
    ),
    Sample(
        "benchmarks", "对标赶超.docx",
        {33: "对标对象 · 对标项目 · 年度赶超目标任务", 95: "2018.09, 2018.12 (B11)", 92: "several names run together", 46: "short name + long text columns"},
        lambda: docx(["云岭经济开发区管委会", Line("2018年对标赶超任务清单", centred=True), Table(BENCHMARK), "云岭经济开发区管委会办公室\n2018年4月16日"]),
        record(
            "云岭经济开发区管委会2018年对标赶超任务清单",
            _benchmark(1, "俞悦", "2018-12-31", [target(12, "个"), target(45, "亿元"), target(6, "支", optional=True)]),
            _benchmark(2, "陆明 俞悦", "2018-09-30", [target(30, "个"), target(50, "%")]),
            _benchmark(3, "肖扬", "2018-12-31", [target(25, "家"), target(3.2, "%")]),
            issuer="云岭经济开发区管委会办公室", issued_on="2018-04-16", title_also=["2018年对标赶超任务清单"], issuer_also=["云岭经济开发区管委会"],
        ),
    ),
    Sample(
        "category-and-group", "枢纽建设.docx",
        {38: "任务 · 牵头 · 配合 · 完成时间", 61: "B26 no 6", 86: "市交通委（市道运局）", 95: "持续推", 44: "(B10 B11 B14 B26)"},
        lambda: docx([Line("镜湖市国际航运枢纽建设2026年重点任务清单", centred=True), Table(GROUPS, head_rows=1),
                      "镜湖市国际航运枢纽建设领导小组办公室\n2026年1月15日"]),
        record(
            "镜湖市国际航运枢纽建设2026年重点任务清单",
            task("1", GROUPS[1][3], lead("市交通运输局") + support("市商务局 机场集团"), heading="提升枢纽能级 / 空港", heading_also=["提升枢纽能级"],
                 deadline="2026-12-31", targets=[target(5, "条"), target(300, "万人次")]),
            task("2", GROUPS[2][3], lead("机场集团") + support("市发展改革委 市自然资源局（市林业局）"), heading="提升枢纽能级 / 空港",
                 heading_also=["提升枢纽能级"], deadline="2026-03-31"),
            task("3", GROUPS[3][3], lead("港务集团"), heading="提升枢纽能级 / 水港", heading_also=["提升枢纽能级"], deadline="2026-12-31",
                 targets=[target(8, "%"), target(2, "条", value_max=3)]),
            task("5", GROUPS[4][3], lead("海关") + support("边检站 海事局"), heading="优化通关环境 / 通关便利", heading_also=["优化通关环境"], recurrence="ongoing"),
            task("6", GROUPS[5][3], lead("市口岸办") + support("铁路货运中心"), heading="优化通关环境 / 多式联运", heading_also=["优化通关环境"],
                 deadline="2026-12-31", targets=[target(15, "万标箱")], recurrence_also=["yearly"]),
            issuer="镜湖市国际航运枢纽建设领导小组办公室", issued_on="2026-01-15",
        ),
    ),
    Sample(
        "old-binary-word", "附件1.doc",
        {111: "as an old binary .doc", 110: "contact names and phones", 109: "二〇二一", 119: "binary .doc (6)"},
        lambda: converted(docx(OLD_BLOCKS), "docx", "doc"),
        record(
            "鹿鸣市文化局2014年重点工作责任分解表",
            task("1", OLD[1][1], responsible("文物科"), deadline="2014-06-30", targets=[target(26, "处")]),
            task("2", OLD[2][1], responsible("非遗中心"), deadline="2014-12-31", recurrence="monthly", targets=[target(2, "场")]),
            task("3", OLD[3][1], responsible("公共文化科 市图书馆 市文化馆"), deadline="2014-12-31", deadline_also=[None], targets=[target(100, "%")]),
            task("4", OLD[4][1], responsible("市场科 执法支队"), deadline="2014-12-31", targets=[target(98, "%")]),
            issuer="鹿鸣市文化局办公室", issued_on="2014-02-25",
        ),
    ),
)
