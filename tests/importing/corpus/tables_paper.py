"""Tables on paper: ruled and unruled PDF over page breaks, OFD of several writers, scans."""
# fmt: off

from typing import Any

from tests.importing.corpus.make import Block, Line, Table, Writer, grid, image_pdf, ofd, pdf, png
from tests.importing.corpus.sample import Record, Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- eighteen rows over several pages, the head on each
LONG = grid("""
序号|重点任务|牵头单位|配合单位|完成时限
一、强化隐患排查治理（6项）|<|<|<|<
1|开展城镇燃气安全“百日攻坚”行动，排查餐饮等公共场所用户1.8万户，建立问题隐患和整改责任清单，重大隐患动态清零。|市住房城乡建设局|市市场监管局、市商务局、市消防救援支队|2023年11月底前
2|对全市217家规模以上工业企业开展粉尘涉爆、有限空间作业专项检查，检查覆盖率100%，下达整改指令并跟踪闭环，对拒不整改的依法予以行政处罚。|市应急管理局|市工业和信息化局，各县（市、区）人民政府|2023年9月30日前
3|持续整治“两客一危一货”重点车辆，动态监控车辆上线率达到98%以上，处理疲劳驾驶、超速行驶等违法行为，每季度通报一次企业监管情况。|市交通运输局|市公安局|长期坚持
4|完成132座病险水库除险加固和安全鉴定，逐库落实行政、技术、巡查三个责任人，汛前全部完成应急预案修订和演练。|市水利局|各县（市、区）人民政府|2023年年底前
5|开展自建房安全专项整治，对经营性自建房逐栋鉴定，鉴定率100%。|市住房城乡建设局|市自然资源局、市教育局、市卫生健康委等有关部门|10月底前
6|完成高层建筑外墙保温材料隐患整治86栋，更换老化消火栓1200个。|市消防救援支队|市住房城乡建设局|2023年第三季度
二、提升应急救援能力（6项）|<|<|<|<
7|建成市级应急指挥中心二期，接入视频监控1.2万路，实现市县乡三级互联互通，满足跨部门会商、调度和现场图像回传需要。|市应急管理局|市大数据局、市财政局|2023年12月
8|组建专业森林消防队伍4支，人员不少于200人，配齐风力灭火机、高压水泵等装备，防火期内实行集中驻训和靠前驻防。|市林业局|市应急管理局、各县（市、区）人民政府|2023年10月
9|举办市级综合应急演练2次，县级综合应急演练不少于12次。|市应急管理局|市直有关部门、各县（市、区）人民政府|年内
10|储备救灾帐篷3000顶、棉被1.5万床、折叠床5000张，完善紧急调运机制，保证灾害发生后12小时内受灾群众得到基本生活救助。|市应急管理局|市粮食和物资储备局|2023年6月底前
11|新建微型消防站150个，打造社区应急服务站40个。|市消防救援支队|各街道办事处|2023年11月
12|开展救护员持证培训，每年培训不少于6000人。|市红十字会|市教育局、团市委|2023年12月底
三、夯实基层基础（4项）|<|<|<|<
13|推进企业安全生产标准化建设，新增二级以上标准化达标企业45家，三级达标企业310家，对达标企业在执法检查频次、保险费率等方面给予激励。|市应急管理局|市国资委、市总工会|2023年12月底前
14|组织“安全生产月”宣传咨询活动60场，发放资料10万份以上。|市委宣传部|市安委会各成员单位|2023年6月
15|落实安全生产举报奖励制度，常态化开展“随手拍”活动。|市应急管理局|12345热线管理办公室|持续推进
16|推动高危行业领域企业投保安全生产责任保险，投保率不低于95%。|市应急管理局|市金融监管局|2023年10月底前
""")
LONG_BLOCKS: list[Block] = [
    "昌宁市安全生产委员会文件\n宁安〔2023〕3号", Line("昌宁市安全生产委员会关于印发", centred=True),
    Line("2023年全市安全生产重点任务清单的通知", centred=True),
    "各县（市、区）人民政府，市安委会各成员单位：\n现将《2023年全市安全生产重点任务清单》印发给你们，请认真贯彻落实。各牵头单位于每季度末月20日前将进展情况报市安委会办公室（联系人：鲁平，电话：0000-2211000）。",
    "昌宁市安全生产委员会\n2023年2月24日",
    Line("2023年全市安全生产重点任务清单", centred=True, page_break=True),
    "（强化隐患排查治理6项、提升应急救援能力6项、夯实基层基础4项）\n填表单位：昌宁市安全生产委员会办公室\n（基础数据截至2023年1月31日）",
    Table(LONG, widths=(3, 16, 7, 9, 6)),
]

def _long(row: int, heading: str, leads: str, supports: str, deadline: str | None, targets: list[Record], **more: Any) -> Record:
    return task(LONG[row][0], LONG[row][1], lead(leads) + support(supports), heading=heading, deadline=deadline, targets=targets, **more)

CITIES = "各县（市、区）人民政府"
HIDDEN, RESCUE, BASE = "强化隐患排查治理", "提升应急救援能力", "夯实基层基础"
LONG_RECORD = record(
    "2023年全市安全生产重点任务清单",
    _long(2, HIDDEN, "市住房城乡建设局", "市市场监管局 市商务局 市消防救援支队", "2023-11-30", [target(1.8, "万户")]),
    _long(3, HIDDEN, "市应急管理局", f"市工业和信息化局 {CITIES}", "2023-09-30", [target(100, "%"), target(217, "家", optional=True)]),
    _long(4, HIDDEN, "市交通运输局", "市公安局", None, [target(98, "%"), target(1, "次", optional=True)], recurrence="quarterly", recurrence_also=["ongoing"]),
    _long(5, HIDDEN, "市水利局", CITIES, "2023-12-31", [target(132, "座"), target(3, "个", optional=True)]),
    _long(6, HIDDEN, "市住房城乡建设局", "市自然资源局 市教育局 市卫生健康委", "2023-10-31", [target(100, "%")]),
    _long(7, HIDDEN, "市消防救援支队", "市住房城乡建设局", "2023-09-30", [target(86, "栋"), target(1200, "个")]),
    _long(9, RESCUE, "市应急管理局", "市大数据局 市财政局", "2023-12-31", [target(1.2, "万路")]),
    _long(10, RESCUE, "市林业局", f"市应急管理局 {CITIES}", "2023-10-31", [target(4, "支"), target(200, "人")]),
    _long(11, RESCUE, "市应急管理局", f"市直有关部门 {CITIES}", "2023-12-31", [target(2, "次"), target(12, "次")]),
    _long(12, RESCUE, "市应急管理局", "市粮食和物资储备局", "2023-06-30",
          [target(3000, "顶"), target(1.5, "万床"), target(5000, "张"), target(12, "小时", optional=True)]),
    _long(13, RESCUE, "市消防救援支队", "各街道办事处", "2023-11-30", [target(150, "个"), target(40, "个")]),
    _long(14, RESCUE, "市红十字会", "市教育局 团市委", "2023-12-31", [target(6000, "人")], recurrence="yearly"),
    _long(16, BASE, "市应急管理局", "市国资委 市总工会", "2023-12-31", [target(45, "家"), target(310, "家")]),
    _long(17, BASE, "市委宣传部", "市安委会各成员单位", "2023-06-30", [target(60, "场"), target(10, "万份")]),
    _long(18, BASE, "市应急管理局", "12345热线管理办公室", None, [], recurrence="ongoing"),
    _long(19, BASE, "市应急管理局", "市金融监管局", "2023-10-31", [target(95, "%")]),
    doc_number="宁安〔2023〕3号", issuer="昌宁市安全生产委员会", issued_on="2023-02-24",
)

# ---------------------------------------------------------------- no ruling lines
OPEN = grid("""
序号|民生实事|责任单位|完成时限
1|新建公办幼儿园3所，新增学位900个。|区教育局、区住房和城乡建设局|8月底前
2|建设城市书房8座，年新增藏书6万册，全部免费开放。|区文化和旅游局|12月底前
3|改造提升农贸市场5个，实现快检室全覆盖，检测信息每日公示。|区市场监管局、各街道(功能区)|10月底前
4|新建改建城市公厕16座。|区城市管理局|9月投入使用
5|区人民医院综合楼项目。|区卫生健康局|5月底前动工
6|开通定制公交线路6条，优化调整线路10条。|区交通运输局|6月中旬
""")
OPEN_BLOCKS: list[Block] = [
    Line("澜桥区2023年度民生实事责任分工", centred=True), "（经区第十九届人大三次会议票决通过）", Table(OPEN, widths=(3, 20, 12, 7)),
    "各责任单位于每季度末月20日前报送进展情况。\n澜桥区人民政府\n2023年1月30日",
]
OPEN_RECORD = record(
    "澜桥区2023年度民生实事责任分工",
    task("1", OPEN[1][1], responsible("区教育局 区住房和城乡建设局"), deadline="2023-08-31", targets=[target(3, "所"), target(900, "个")]),
    task("2", OPEN[2][1], responsible("区文化和旅游局"), deadline="2023-12-31", targets=[target(8, "座"), target(6, "万册")], recurrence_also=["yearly"]),
    task("3", OPEN[3][1], responsible("区市场监管局 各街道(功能区)"), deadline="2023-10-31", targets=[target(5, "个")]),
    task("4", OPEN[4][1], responsible("区城市管理局"), deadline="2023-09-30", targets=[target(16, "座")]),
    task("5", OPEN[5][1], responsible("区卫生健康局"), deadline="2023-05-31"),
    task("6", OPEN[6][1], responsible("区交通运输局"), deadline="2023-06-20", targets=[target(6, "条"), target(10, "条")]),
    issuer="澜桥区人民政府", issued_on="2023-01-30",
)

# ---------------------------------------------------------------- one scanned page
SCAN = grid("""
序号|工作内容|责任科室|完成时间
1|完成病区护理质控检查，每月1次。|护理部|每月25日前
2|新增多学科联合门诊5个。|门诊办公室、医务科|2021年6月
3|平均住院日控制在8.5天以内。|医务科、质控办|2021年12月底
4|开展义诊活动20场，服务群众3000人次。|公共卫生科|2021年11月底
5|电子病历系统应用水平达到4级。|信息科|2021年第四季度
""")
SCAN_BLOCKS: list[Block] = [
    Line("桐溪县中医医院2021年重点工作台账", centred=True), Table(SCAN, widths=(4, 18, 10, 10)), "桐溪县中医医院\n2021年3月5日",
]
SCAN_RECORD = record(
    "桐溪县中医医院2021年重点工作台账",
    task("1", SCAN[1][1], responsible("护理部"), recurrence="monthly", targets=[target(1, "次", optional=True)]),
    task("2", SCAN[2][1], responsible("门诊办公室 医务科"), deadline="2021-06-30", targets=[target(5, "个")]),
    task("3", SCAN[3][1], responsible("医务科 质控办"), deadline="2021-12-31", targets=[target(8.5, "天")]),
    task("4", SCAN[4][1], responsible("公共卫生科"), deadline="2021-11-30", targets=[target(20, "场"), target(3000, "人次")]),
    task("5", SCAN[5][1], responsible("信息科"), deadline="2021-12-31", targets=[target(4, "级", optional=True)]),
    issuer="桐溪县中医医院", issued_on="2021-03-05",
)
HEAD, FOOT = "昌宁市安全生产委员会文件", "第 {n} 页 共 {of} 页"

SAMPLES = (
    Sample(
        "ruled-over-pages", "安全任务清单.pdf",
        {49: "Header repeated in the body at a page break", 119: "pdf link (2)", 45: "with a count “（11项）”", 86: "Brackets inside a unit name", 108: "Title broken over two or three lines"},
        lambda: pdf(LONG_BLOCKS, header=HEAD, footer=FOOT), LONG_RECORD,
    ),
    Sample(
        "ruled-once-headed", "安全任务清单-打印.pdf",
        {85: "Group units", 88: "等有关部门", 98: "每季度末月20日前", 110: "contact names and phones 5"},
        lambda: pdf(LONG_BLOCKS, repeat=False, flipped=True), LONG_RECORD,
    ),
    Sample(
        "unruled-over-pages", "安全任务清单-无框线.pdf", {49: "Header repeated in the body", 87: "， between classes of units", 44: "a deadline column only 4"},
        lambda: pdf(LONG_BLOCKS, ruled=False, header=HEAD, footer=FOOT), LONG_RECORD,
    ),
    Sample(
        "unruled", "民生实事.pdf", {36: "序号 · 民生实事 · 责任单位 · 完成时限", 95: "5月底前**动工**, 9月**投入使用**", 86: "各街道(功能区)"},
        lambda: pdf(OPEN_BLOCKS, ruled=False, footer="{n}"), OPEN_RECORD,
    ),
    Sample(
        "ofd-plain", "安全任务清单.ofd", {13: "table", 45: "section rows", 98: "每季度末月20日前"},
        lambda: ofd(pdf(LONG_BLOCKS, header=HEAD, footer=FOOT)), LONG_RECORD,
    ),
    Sample(
        "ofd-of-another-writer", "民生实事.ofd", {36: "民生实事", 98: "每季度末月20日前 (B14)"},
        lambda: ofd(pdf(OPEN_BLOCKS, ruled=False), Writer(prefix="", namespace="http://www.ofdspec.org", points=True, grouped=True, backwards=True, rooted=True)),
        OPEN_RECORD,
    ),
    Sample(
        "ofd-a-character-an-object", "民生实事-2.ofd", {36: "完成时限", 99: "The year is often missing"},
        lambda: ofd(pdf(OPEN_BLOCKS), Writer(single=True)), OPEN_RECORD,
    ),
    Sample("scanned-page", "扫描件.png", {116: "OCR", 119: "scan"}, lambda: png(pdf(SCAN_BLOCKS), skew=0.8), SCAN_RECORD),
    Sample("scanned-pdf", "扫描件.pdf", {116: "OCR", 97: "first to fourth"}, lambda: image_pdf(png(pdf(SCAN_BLOCKS))), SCAN_RECORD),
)
