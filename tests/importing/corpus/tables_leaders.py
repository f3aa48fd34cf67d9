"""Tables with leaders, persons and offices in columns of their own; input forms."""
# fmt: off

from tests.importing.corpus.make import Line, Sheet, Table, docx, grid, html, html_table, xlsx
from tests.importing.corpus.sample import Record, Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- committees and leaders (H27)
COMMITTEE = grid("""
主要工作任务|牵头领导|牵头委室|协作委室和县级部门|责任人|拟定时限
1.组织召开县十八届人大三次会议。|杨文斌|办公室|各委室|钟 灵|1月中旬
2.听取和审议县政府关于优化营商环境工作情况的报告。|何 伟|财政经济委员会|县发展改革局、县行政审批局|秦 朗|4月
3.对《中华人民共和国噪声污染防治法》实施情况开展执法检查。|何 伟|城乡建设环境资源保护委员会|县生态环境局、县公安局、县综合执法局|韦 东|第三季度
4.开展“代表进站”活动，全年接待选民不少于2000人次。|邓小红|代表工作委员会|各乡镇人大主席团、街道人大工委|文 静|全年
5.督办代表建议，建议办结率100%，满意率95%以上。|邓小红|代表工作委员会|县政府办公室|文 静|11月底前
""")

# ---------------------------------------------------------------- categories, leading cadre, units (H17)
LIVELIHOOD = grid("""
类别|任务内容|牵头领导|责任单位
就业增收|新增城镇就业5000人，零就业家庭动态清零。|常务副市长 段飞|市人力资源社会保障局、各街道
^|开发公益性岗位800个。|^|市人力资源社会保障局、市残联
健康服务|为65岁以上老年人免费体检1.5万人。|副市长 江雪梅|市卫生健康局
^|完成“两癌”筛查8000人。|^|市卫生健康局、市妇联
住房保障|改造城镇老旧小区38个，惠及居民6200户，加装电梯25部。|副市长 孟凡林|市住房城乡建设局、市城投集团
""")

# ---------------------------------------------------------------- offices and their persons (H28)
OFFICES = grid("""
序号|工作任务|部室|分管领导|责任人员|完成时限
1.0|制定集体协商“春季要约”行动方案，发出要约书300份。|权益保障部|林 芳|贺军、唐敏|3月底前
2.0|开展“送清凉”活动，慰问一线职工1.2万人次。|权益保障部|林 芳|唐敏|6—8月
3.0|建成户外劳动者服务站点20个。|基层工作部|曹 刚|蒋 欣|2023年10月底
4.0|举办职工技能竞赛12场，覆盖工种不少于20个。|劳动和经济工作部|曹 刚|袁 野|11月30日前
5.0|实施职工医疗互助保障，参保人数稳定在9万人以上。|财务资产管理部|林 芳|尤丽|年底前
""")

# ---------------------------------------------------------------- frequency and papers to be sent (F2)
FREQUENT = grid("""
序号|工作任务及要求|频次|报送材料|工作完成时限要求
1|召开安全生产例会，分析研判安全形势。|每月|会议纪要|每月5日前
2|组织开展消防疏散演练，参演率不低于90%。|每半年|演练方案、总结|6月20日、12月20日前
3|开展特种设备安全自查。|每季度|自查表|每季度末月25日前
4|编制年度安全生产工作总结。|每年|工作总结|12月31日前
5|修订生产安全事故应急预案。|一次|应急预案|2022年5月底前
""")

# ---------------------------------------------------------------- a plan form (F3), example row, notes
PLAN = grid("""
序号|工作计划|完成时限|责任人|备注
示例|完成年度经费预算编制。|2024年1月|张三|填写样例，请删除
1|完成古籍普查登记3000册。|2024年3月底|柳青|
2|举办“书香进万家”阅读推广活动，全年不少于80场。|2024年12月|谭 咏、冯 程|含乡镇分馆
3|完成总分馆系统升级，实现通借通还。|2024年上半年|冯 程|
4|新增馆藏纸质图书2.5万册，电子图书5万册。|2024.11|柳青|
注：完成时限精确到月。||||
""")

# ---------------------------------------------------------------- leading cadre, lead, support (H16), saved page
SMART = grid("""
序号|重点任务|牵头领导|牵头单位|配合单位
一、数字政务（2项）|<|<|<|<
1|推动政务服务事项“一网通办”，网上可办率达到98%以上。|蔡 明|区行政审批局|区大数据局、各有关部门
2|建设区级公共数据平台，归集数据不少于5亿条。|蔡 明|区大数据局|各有关部门
二、数字经济（2项）|<|<|<|<
3|培育数字化转型示范企业10家，推动200家企业上云。|宋 词|区工业和信息化局|区科技局等有关部门
4|新建5G基站600个，实现重点园区5G网络全覆盖。|宋 词|区工业和信息化局|市通信管理局驻区办公室、各电信运营企业
""")
SMART_BODY = f"""
<table class="meta"><tr><td>索引号：</td><td>000012345/2021-00018</td><td>发布机构：</td><td>区政府办公室</td></tr>
<tr><td>文号：</td><td>新政办发〔2021〕18号</td><td>发布日期：</td><td>2021-05-12</td></tr></table>
<h2 class="tt">新河区人民政府办公室关于印发新河区数字化发展2021年重点任务分工表的通知</h2>
<p class="size">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</p>
<p>各街道办事处，区政府各部门，各有关单位：</p>
<p>《新河区数字化发展2021年重点任务分工表》已经区政府同意，现印发给你们，请认真抓好落实。</p>
<p>一、加强组织领导。各牵头单位要明确责任人。</p><p>二、定期报送进展。每月25日前报送进展情况。</p>
<p style="text-align:right">新河区人民政府办公室</p><p style="text-align:right">2021年5月8日</p><p>（此件公开发布）</p>
<p style="text-align:center">新河区数字化发展2021年重点任务分工表</p>
{html_table(SMART)}
"""

def _smart(row: int, heading: str, departments: list[Record], leader: str, targets: list[Record]) -> Record:
    return task(SMART[row][0], SMART[row][1], departments, heading=heading, leaders=leader, targets=targets)


SAMPLES = (
    Sample(
        "committee-plan", "人大要点.docx",
        {40: "主要工作任务·牵头领导·牵头委室·协作委室和县级部门·责任人·拟定时限", 43: "a leader or person column 5"},
        lambda: docx([
            "丰泽县第十八届人民代表大会常务委员会", Line("2022年工作要点任务分解表", centred=True), Table(COMMITTEE),
            "丰泽县人大常委会办公室\n2022年1月6日",
        ]),
        record(
            "丰泽县第十八届人民代表大会常务委员会2022年工作要点任务分解表",
            task("1", "组织召开县十八届人大三次会议。", lead("办公室") + support("各委室"), leaders="杨文斌 钟灵", deadline="2022-01-20"),
            task("2", "听取和审议县政府关于优化营商环境工作情况的报告。", lead("财政经济委员会") + support("县发展改革局 县行政审批局"),
                 leaders="何伟 秦朗", deadline="2022-04-30"),
            task("3", "对《中华人民共和国噪声污染防治法》实施情况开展执法检查。",
                 lead("城乡建设环境资源保护委员会") + support("县生态环境局 县公安局 县综合执法局"), leaders="何伟 韦东", deadline="2022-09-30"),
            task("4", "开展“代表进站”活动，全年接待选民不少于2000人次。", lead("代表工作委员会") + support("各乡镇人大主席团 街道人大工委"),
                 leaders="邓小红 文静", deadline="2022-12-31", deadline_also=[None], targets=[target(2000, "人次")]),
            task("5", "督办代表建议，建议办结率100%，满意率95%以上。", lead("代表工作委员会") + support("县政府办公室"),
                 leaders="邓小红 文静", deadline="2022-11-30", targets=[target(100, "%"), target(95, "%")]),
            issuer="丰泽县人大常委会办公室", issued_on="2022-01-06", title_also=["2022年工作要点任务分解表"],
        ),
    ),
    Sample(
        "categories-and-leaders", "民生实事.xlsx",
        {40: "类别·任务内容·牵头领导·责任单位 (H17)", 104: "新增N、改造N", 35: "区政府分管领导"},
        lambda: xlsx(Sheet("民生实事", [["双塔市2024年民生实事任务分解表", *"<<<"], ["制表单位：双塔市人民政府督查室", "<", "制表日期：2024年2月20日", "<"], *LIVELIHOOD])),
        record(
            "双塔市2024年民生实事任务分解表",
            task(None, LIVELIHOOD[1][1], responsible("市人力资源社会保障局 各街道"), heading="就业增收", leaders="段飞", targets=[target(5000, "人")]),
            task(None, LIVELIHOOD[2][1], responsible("市人力资源社会保障局 市残联"), heading="就业增收", leaders="段飞", targets=[target(800, "个")]),
            task(None, LIVELIHOOD[3][1], responsible("市卫生健康局"), heading="健康服务", leaders="江雪梅", targets=[target(1.5, "万人")]),
            task(None, LIVELIHOOD[4][1], responsible("市卫生健康局 市妇联"), heading="健康服务", leaders="江雪梅", targets=[target(8000, "人")]),
            task(None, LIVELIHOOD[5][1], responsible("市住房城乡建设局 市城投集团"), heading="住房保障", leaders="孟凡林",
                 targets=[target(38, "个"), target(6200, "户"), target(25, "部")]),
            issuer="双塔市人民政府督查室", issued_on="2024-02-20",
        ),
    ),
    Sample(
        "offices-and-persons", "工会任务.xlsx",
        {40: "部室·分管领导·责任人员 (H28)", 95: "12月底前", 58: "plain table numbers"},
        lambda: xlsx(Sheet("Sheet1", [
            ["清溪县总工会2023年重点工作任务清单", *"<<<<<"], [None] * 6,
            *([float(row[0]) if row[0][0].isdigit() else row[0], *row[1:]] for row in OFFICES),
        ])),
        record(
            "清溪县总工会2023年重点工作任务清单",
            task("1", OFFICES[1][1], responsible("权益保障部"), leaders="林芳 贺军 唐敏", deadline="2023-03-31", targets=[target(300, "份")]),
            task("2", OFFICES[2][1], responsible("权益保障部"), leaders="林芳 唐敏", deadline="2023-08-31", targets=[target(1.2, "万人次")]),
            task("3", OFFICES[3][1], responsible("基层工作部"), leaders="曹刚 蒋欣", deadline="2023-10-31", targets=[target(20, "个")]),
            task("4", OFFICES[4][1], responsible("劳动和经济工作部"), leaders="曹刚 袁野", deadline="2023-11-30", targets=[target(12, "场"), target(20, "个")]),
            task("5", OFFICES[5][1], responsible("财务资产管理部"), leaders="林芳 尤丽", deadline="2023-12-31", targets=[target(9, "万人")]),
            issuer="清溪县总工会", issued_on=None,
        ),
    ),
    Sample(
        "frequency-form", "安全工作清单.docx",
        {41: "工作任务及要求·频次·报送材料·工作完成时限要求", 100: "每季度/每月 (3)"},
        lambda: docx(["东川纺织厂2022年安全生产工作清单", Table(FREQUENT), "填报单位：东川纺织厂安全环保部\n填报日期：2022年1月18日"]),
        record(
            "东川纺织厂2022年安全生产工作清单",
            task("1", FREQUENT[1][1], recurrence="monthly"),
            task("2", FREQUENT[2][1], recurrence="half_yearly", deadline="2022-12-20", targets=[target(90, "%")]),
            task("3", FREQUENT[3][1], recurrence="quarterly"),
            task("4", FREQUENT[4][1], recurrence="yearly", deadline="2022-12-31", deadline_also=[None]),
            task("5", FREQUENT[5][1], deadline="2022-05-31"),
            issuer="东川纺织厂安全环保部", issued_on="2022-01-18",
        ),
    ),
    Sample(
        "plan-form-with-example", "工作计划.xlsx",
        {41: "序号·工作计划·完成时限·责任人·备注 (F3)", 95: "2018.09", 119: "None of xlsx/scan"},
        lambda: xlsx(Sheet("计划表", [["岚山市图书馆2024年度工作计划表", *"<<<<"], *PLAN], hidden_rows=[2]),
                     Sheet("填表说明", [["填表说明", "<"], ["1", "本表由各部门填写，请于1月20日前报办公室。"], ["2", "责任人应为部门主任以上人员。"]])),
        record(
            "岚山市图书馆2024年度工作计划表",
            task("1", PLAN[2][1], leaders="柳青", deadline="2024-03-31", targets=[target(3000, "册")]),
            task("2", PLAN[3][1], leaders="谭咏 冯程", deadline="2024-12-31", targets=[target(80, "场")]),
            task("3", PLAN[4][1], leaders="冯程", deadline="2024-06-30"),
            task("4", PLAN[5][1], leaders="柳青", deadline="2024-11-30", targets=[target(2.5, "万册"), target(5, "万册")]),
            issuer="岚山市图书馆", issued_on=None,
        ),
    ),
    Sample(
        "saved-page-with-sections", "分工表.htm",
        {40: "牵头领导·牵头单位·配合单位 (H16)", 110: "此件公开发布 8", 88: "等有关部门", 114: "字体大中小", 109: "differ on one page", 85: "区政府有关部门", 108: "title repeated"},
        lambda: html(SMART_BODY, "新河区数字化发展2021年重点任务分工表_新河区人民政府", encoding="gb18030"),
        record(
            "新河区数字化发展2021年重点任务分工表",
            _smart(2, "数字政务", lead("区行政审批局") + support("区大数据局 各有关部门"), "蔡明", [target(98, "%")]),
            _smart(3, "数字政务", lead("区大数据局") + support("各有关部门"), "蔡明", [target(5, "亿条")]),
            _smart(5, "数字经济", lead("区工业和信息化局") + support("区科技局"), "宋词", [target(10, "家"), target(200, "家")]),
            _smart(6, "数字经济", lead("区工业和信息化局") + support("市通信管理局驻区办公室 各电信运营企业"), "宋词", [target(600, "个")]),
            doc_number="新政办发〔2021〕18号", issuer="新河区人民政府办公室", issued_on="2021-05-08",
        ),
    ),
)
