"""Tables between other things: tables of indicators, cut rows typed again, rules in the head of a column, Markdown."""
# fmt: off

from tests.importing.corpus.make import Block, Line, Sheet, Table, docx, grid, html, html_table, txt, xlsx
from tests.importing.corpus.sample import Record, Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- the head of a column says who leads; a table of indicators before it
INDICATORS = grid("""
指标名称|单位|2025年目标值|属性
居民电能替代率|%|35|预期性
清洁取暖率|%|90|约束性
""")
FIRST_LEADS = grid("""
序号|主要任务|责任单位（列第一位的为牵头单位）|完成时限
1|新增清洁取暖用户2.3万户，完成既有建筑节能改造110万平方米。|市住房城乡建设局、市发展改革委、市财政局|2024年10月底前
2|新增和更新公交车中新能源车占比达到80%。|市交通运输局、市公交集团|2024年底
3|淘汰35蒸吨/小时以下燃煤锅炉62台。|市生态环境局、市市场监管局，各旗县（市、区）人民政府|2025年6月
4|建成绿色工厂12家、绿色园区2个，规上工业单位增加值能耗下降4%左右。|市工业和信息化局|2025年12月31日前
5|推动公共机构节能，每年组织1次节能宣传周活动。|市机关事务管理局、市直各部门|
""")
CLEAN: list[Block] = [
    "朔河市人民政府办公室", Line("关于印发朔河市清洁低碳发展任务分解方案的通知", centred=True), "朔政办字〔2024〕6号",
    "各旗县（市、区）人民政府，市直各部门：\n现将《朔河市清洁低碳发展任务分解方案》印发给你们，请遵照执行。\n朔河市人民政府办公室\n2024年2月6日",
    Line("朔河市清洁低碳发展任务分解方案", centred=True),
    "一、总体目标\n到2025年，全市清洁取暖率达到90%以上，能源利用效率明显提高，绿色生产生活方式基本形成。", Table(INDICATORS),
    "二、任务分解", Table(FIRST_LEADS), "三、工作要求\n1.强化组织领导。牵头单位负总责。\n2.强化资金保障。每年12月10日前报送工作总结。",
]

# ---------------------------------------------------------------- one number, several rows with units and deadlines of their own
DEEDS = grid("""
序号|民生实事|责任单位|完成时限
1|新建改扩建中小学8所。|区教育局|8月底前投入使用
2|建设养老服务综合体2个。|区民政局|12月底前
^|新建老年助餐点15个。|区民政局、各街道|9月底前
3|新辟、优化公交线路9条。|区交通运输局|6月底前
4|文体中心项目。|区文旅体育局|5月底前动工
^|^|区城投公司|年内完成主体结构
""")
DEEDS_BODY = f"""
<table class="layout" width="100%"><tr><td class="left"><ul><li><a href="/gk">公开指南</a></li><li><a href="/gkml">公开目录</a></li></ul></td><td>
<h1>关于做好2023年民生实事项目实施工作的通知</h1>
<p class="info">来源：区政府办公室 发布时间：2023-02-21 09:30 【字体：大 中 小】</p>
<p>&nbsp;&nbsp;各街道办事处，区政府各部门：</p>
<p>现将《柳林区2023年民生实事项目责任分解表》印发给你们。请各责任单位于每季度末月20日前将进展情况报区政府督查室。</p>
<p align="right">柳林区人民政府办公室</p><p align="right">2023年2月17日</p>
<p>附件：<a href="/P020230217.xls">柳林区2023年民生实事项目责任分解表.xls</a></p>
<p align="center">柳林区2023年民生实事项目责任分解表</p>
{html_table(DEEDS)}
</td></tr></table>
"""

# ---------------------------------------------------------------- typed again from a printout: heads and cut rows are rows
RETYPED = grid("""
序号|目标任务|责任处室
1|建立外派人员安全保障机制，建立健全境外项目安全风险评估、预警发布、应急处置全链条管理制度，境外项目安全培训覆盖|国际合作处
|率达到100%。|安全监管处
2|完成所属企业厂务公开民主管理检查，年内检查企业不少于40户。|群众工作处
序号|目标任务|责任处室
3|推进“五小”创新，评选优秀成果50项，对优秀成果每项奖励不超过2万元。|科技创新处
4|做好退休人员社会化管理移交，移交率达到99.5%，健全与街道社区的对接沟通机|人力资源处
|制，每半年走访1次。|
5|提高35岁以下青年职工在管理岗位的比例，较上年提高3个百分点。|人力资源处
合计|5项|
""")
RETYPED_BLOCKS: list[Block] = [
    Line("远方建设集团总部2024年", centred=True), Line("重点工作目标责任分解", centred=True), Table(RETYPED),
    "备注：责任处室列有两个以上的，按职责分工落实。\n远方建设集团有限公司办公室\n2024年3月1日印发",
]

# ---------------------------------------------------------------- Markdown, pasted into a message
MARKDOWN = """
**栖霞县农村人居环境整治提升2024年任务清单**

| 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |
| :--: | :------- | :------- | :------- | :------: |
| 1 | 新建农村户用卫生厕所3200户，整改问题厕所率100%。 | 县农业农村局 | 县卫生健康局 | 11月底 |
| 2 | 农村生活污水治理率达到45%，新增治理行政村28个。 | 县生态环境分局 | 县水务局、县住建局 | 12月底 |
| 3 | 创建美丽庭院5000户，每季度评比一次。 | 县妇联 | 各镇（街道） | 全年 |
| 4 | 清理农村生活垃圾、沟渠淤泥，做到日产日清。 | 县综合执法局 | 各镇（街道） | 常态化推进 |

> 以上任务由县农村人居环境整治工作领导小组办公室汇总，2024年1月19日
"""

# ---------------------------------------------------------------- a wide workbook: sections, units one a line, merged units and dates
WIDE = [
    ["附件2", *"<<<<<"],
    ["湘水师范大学“双一流”建设2023年度任务书", *"<<<<<"],
    [None] * 6,
    ["类别", "序号", "建设任务", "责任单位", "完成时间", "目标值"],
    ["一、学科建设（4项）", *"<<<<<"],
    ["学科水平", 1.0, "新增ESI前1%学科1个。", "学科建设办公室\n研究生院", "2023年12月", "1个"],
    ["^", 2.0, "获批省部级以上科研平台3个，到账科研经费2.6亿元。", "科学技术处\n社会科学处", "^", ""],
    ["研究生教育", 3.0, "新增博士学位授权点2个。", "研究生院", "2023年12月", ""],
    ["^", 4.0, "研究生学位论文抽检合格率不低于98%，每年抽检比例不少于10%。", "^", "长期", ""],
    ["二、队伍建设（3项）", *"<<<<<"],
    ["人才引育", 5.0, "引进高层次人才25人，其中国家级人才3人。", "人事处、人才办", "2023年11月30日", ""],
    ["^", 6.0, "选派骨干教师出国（境）研修15名。", "国际交流合作处、人事处", "2023年第三季度", ""],
    ["师德师风", 7.0, "开展师德专题教育，每学期组织1次师德承诺活动。", "党委教师工作部", "长期坚持", ""],
    ["三、社会服务（0项）", *"<<<<<"],
    ["小计", "7项", "", "", "", ""],
    ["填表人：苗青", "<", "审核人：古月", "<", "填表日期：2023年3月10日", "<"],
]  # fmt: skip
SUBJECTS, STAFF = "学科建设", "队伍建设"

def _wide(row: int, section: str, category: str, departments: str, **more: object) -> Record:
    return task(str(int(float(str(WIDE[row][1])))), str(WIDE[row][2]), responsible(departments), heading=f"{section} / {category}",
                heading_also=[section], **more)  # type: ignore[arg-type]


SAMPLES = (
    Sample(
        "indicators-before-tasks", "分解方案.docx",
        {78: "列第一位的责任单位为牵头单位", 44: "a deadline column only 4", 86: "Brackets inside a unit name", 107: "文号", 66: "requirement paragraphs"},
        lambda: docx(CLEAN),
        record(
            "朔河市清洁低碳发展任务分解方案",
            task("1", FIRST_LEADS[1][1], lead("市住房城乡建设局") + responsible("市发展改革委 市财政局"), heading="任务分解", heading_also=[None],
                 deadline="2024-10-31", targets=[target(2.3, "万户"), target(110, "万平方米")]),
            task("2", FIRST_LEADS[2][1], lead("市交通运输局") + responsible("市公交集团"), heading="任务分解", heading_also=[None],
                 deadline="2024-12-31", targets=[target(80, "%")]),
            task("3", FIRST_LEADS[3][1], lead("市生态环境局") + responsible("市市场监管局 各旗县（市、区）人民政府"), heading="任务分解", heading_also=[None],
                 deadline="2025-06-30", targets=[target(62, "台")]),
            task("4", FIRST_LEADS[4][1], lead("市工业和信息化局"), heading="任务分解", heading_also=[None], deadline="2025-12-31",
                 targets=[target(12, "家"), target(2, "个"), target(4, "%")]),
            task("5", FIRST_LEADS[5][1], lead("市机关事务管理局") + responsible("市直各部门"), heading="任务分解", heading_also=[None], recurrence="yearly",
                 targets=[target(1, "次", optional=True)]),
            doc_number="朔政办字〔2024〕6号", issuer="朔河市人民政府办公室", issued_on="2024-02-06",
        ),
    ),
    Sample(
        "one-number-several-rows", "民生实事.html",
        {36: "序号 · 民生实事 · 责任单位 · 完成时限", 62: "one number, several rows", 95: "5月底前**动工**", 98: "每季度末月20日前", 111: "Attachment only as a link", 109: "web 发布时间"},
        lambda: html(DEEDS_BODY, "关于做好2023年民生实事项目实施工作的通知"),
        record(
            "柳林区2023年民生实事项目责任分解表",
            task("1", DEEDS[1][1], responsible("区教育局"), deadline="2023-08-31", targets=[target(8, "所")]),
            task("2", DEEDS[2][1], responsible("区民政局"), deadline="2023-12-31", targets=[target(2, "个")]),
            task("2", DEEDS[3][1], responsible("区民政局 各街道"), deadline="2023-09-30", targets=[target(15, "个")]),
            task("3", DEEDS[4][1], responsible("区交通运输局"), deadline="2023-06-30", targets=[target(9, "条")]),
            task("4", "文体中心项目。", responsible("区文旅体育局"), deadline="2023-05-31"),
            task("4", "文体中心项目。", responsible("区城投公司"), deadline="2023-12-31"),
            issuer="柳林区人民政府办公室", issued_on="2023-02-17",
        ),
    ),
    Sample(
        "heads-and-cut-rows-typed", "目标责任.docx",
        {49: "Header repeated in the body at a page break", 104: "最高不超过N万元", 108: "Title broken over two or three lines", 109: "印发"},
        lambda: docx(RETYPED_BLOCKS),
        record(
            "远方建设集团总部2024年重点工作目标责任分解",
            task("1", RETYPED[1][1] + RETYPED[2][1], responsible("国际合作处 安全监管处"), targets=[target(100, "%")]),
            task("2", RETYPED[3][1], responsible("群众工作处"), deadline="2024-12-31", targets=[target(40, "户")]),
            task("3", RETYPED[5][1], responsible("科技创新处"), targets=[target(50, "项"), target(2, "万元", optional=True)]),
            task("4", RETYPED[6][1] + RETYPED[7][1], responsible("人力资源处"), recurrence="half_yearly",
                 targets=[target(99.5, "%"), target(1, "次", optional=True)]),
            task("5", RETYPED[8][1], responsible("人力资源处"), targets=[target(3, "个百分点")]),
            issuer="远方建设集团有限公司办公室", issued_on=None, issued_on_also=["2024-03-01"],
            issuer_also=["远方建设集团总部"],
        ),
    ),
    Sample(
        "markdown", "清单.md", {19: "pipe-delimited", 100: "常态化 (2)", 28: "序号 · 工作任务 · 牵头单位 · 配合单位"},
        lambda: txt(MARKDOWN),
        record(
            "栖霞县农村人居环境整治提升2024年任务清单",
            task("1", "新建农村户用卫生厕所3200户，整改问题厕所率100%。", lead("县农业农村局") + support("县卫生健康局"), deadline="2024-11-30",
                 targets=[target(3200, "户"), target(100, "%")]),
            task("2", "农村生活污水治理率达到45%，新增治理行政村28个。", lead("县生态环境分局") + support("县水务局 县住建局"), deadline="2024-12-31",
                 targets=[target(45, "%"), target(28, "个")]),
            task("3", "创建美丽庭院5000户，每季度评比一次。", lead("县妇联") + support("各镇（街道）"), deadline="2024-12-31", deadline_also=[None],
                 recurrence="quarterly", targets=[target(5000, "户"), target(1, "次", optional=True)]),
            task("4", "清理农村生活垃圾、沟渠淤泥，做到日产日清。", lead("县综合执法局") + support("各镇（街道）"), recurrence="ongoing"),
            issuer="县农村人居环境整治工作领导小组办公室", issued_on="2024-01-19",
            issuer_also=[None, "栖霞县", "栖霞县农村人居环境整治工作领导小组办公室"], issued_on_also=[None],
        ),
    ),
    Sample(
        "wide-workbook", "任务书.xlsx",
        {45: "with a count “（11项）”", 44: "a parent column merged down the left", 87: "one unit per line 1", 103: "名…其中N名", 54: "continuing across headings"},
        lambda: xlsx(Sheet("附件2", WIDE), Sheet("Sheet2", []), Sheet("Sheet3", [])),
        record(
            "湘水师范大学“双一流”建设2023年度任务书",
            _wide(5, SUBJECTS, "学科水平", "学科建设办公室 研究生院", deadline="2023-12-31", targets=[target(1, "个")]),
            _wide(6, SUBJECTS, "学科水平", "科学技术处 社会科学处", deadline="2023-12-31", targets=[target(3, "个"), target(2.6, "亿元")]),
            _wide(7, SUBJECTS, "研究生教育", "研究生院", deadline="2023-12-31", targets=[target(2, "个")]),
            _wide(8, SUBJECTS, "研究生教育", "研究生院", recurrence="yearly", recurrence_also=["ongoing"], targets=[target(98, "%"), target(10, "%")]),
            _wide(10, STAFF, "人才引育", "人事处 人才办", deadline="2023-11-30", targets=[target(25, "人"), target(3, "人")]),
            _wide(11, STAFF, "人才引育", "国际交流合作处 人事处", deadline="2023-09-30", targets=[target(15, "名")]),
            _wide(12, STAFF, "师德师风", "党委教师工作部", recurrence="half_yearly", recurrence_also=["ongoing"], targets=[target(1, "次", optional=True)]),
            issuer="湘水师范大学", issued_on="2023-03-10",
        ),
    ),
)
