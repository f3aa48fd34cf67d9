"""A ledger of thirty rows as an office circulates it: Word, the old Word, and a sheet with the same rows."""
# fmt: off

from tests.importing.corpus.make import Block, Line, Sheet, Table, converted, docx, grid, xlsx
from tests.importing.corpus.sample import Record, Sample, lead, record, support, target, task

ROWS = grid("""
序号|改革任务|主办单位|协办单位|完成时限|备注
（一）经济体制改革（8项）|<|<|<|<|<
1|制定国有企业改革深化提升行动实施细则。|县国资服务中心|县财政局|2024年6月底前|
2|推行“亩均论英雄”综合评价，评价企业覆盖面达到100%。|县工信局|县统计局、县税务局|2024年9月底前|
3|深化要素市场化配置改革，工业用地“标准地”出让比例不低于70%。|县自然资源局|县发改局|年底前|省级试点
4|健全政府投资项目代建管理制度，出台管理办法1部。|县住建局|县发改局、县财政局、县审计局|2024年7月|
5|完善政银企对接机制，每季度召开1次融资对接会，全年新增制造业贷款8亿元以上。|县金融服务中心|人行县支行，各银行机构|长期坚持|
6|开展公平竞争审查交叉互查，每半年1次。|县市场监管局|县司法局|2024年12月|
7|推进农村产权流转交易，交易额突破1.5亿元。|县农业农村局|县公共资源交易中心、各乡镇|2024年11月底|
8|深化“一网通办”，“零跑动”事项占比达到六成以上。|县行政审批局|县直有关部门|2024年三季度|
（二）农业农村改革（7项）|<|<|<|<|<
9|开展二轮土地承包到期后再延长30年试点，试点村12个。|县农业农村局|县司法局、县档案馆|2024年10月|整县试点
10|培育县级以上家庭农场示范场25家、农民合作社示范社15家。|县农业农村局|县供销社|2024年底|
11|发展壮大村级集体经济，年经营性收入50万元以上的村占比达到40%。|县委组织部|县农业农村局、县财政局|2024年12月底前|
12|完善农村宅基地审批管理，5月上旬前完成审批流程再造。|县农业农村局|县自然资源局|2024年5月上旬|
13|建立防止返贫动态监测信息共享机制，每月比对1次。|县乡村振兴服务中心|县民政局、县医保局、县残联|常态化推进|
14|推广“积分制”“清单制”，乡村治理示范村达到30个。|县委社会工作部|各乡镇|2024年8月底|
15|深化供销合作社综合改革，改造基层社9个。|县供销社|县农业农村局|2024年10月底前|
（三）社会事业改革（9项）|<|<|<|<|<
16|组建中小学教育集团6个，校长教师交流轮岗比例达到符合交流条件人数的15%。|县教体局|县委编办、县人社局|2024年8月|
17|推进县域医共体“六统一”管理，基层诊疗量占比达到62%。|县卫健局|县医保局、县财政局|2024年12月|
18|实施DRG付费改革，统筹区内住院费用覆盖率不低于90%。|县医保局|县卫健局|2024年6月|
19|建立困难群众主动发现机制，救助申请办理时限压缩至12个工作日。|县民政局|县残联、各乡镇|2024年4月底前|
20|扩大婴幼儿托育服务供给，每千人口托位数达到4.6个。|县卫健局|县发改局、县妇联|年内|
21|完善退役军人就业创业扶持政策，培训退役军人200人次。|县退役军人事务局|县人社局|2024年11月|
22|开展公共文化服务社会化试点，引入社会力量运营文化站4个。|县文旅局|县财政局|2024年9月|
23|深化新就业形态劳动者权益保障，新建行业工会联合会3家。|县总工会|县人社局、县交通运输局|2024年10月31日前|
24|推进殡葬领域改革，公益性公墓乡镇覆盖率100%。|县民政局|各乡镇|2025年6月底前|跨年度
（四）生态文明和法治领域改革（6项）|<|<|<|<|<
25|推行林长制网格化管理，设置护林网格560个。|县林业局|各乡镇|持续推进|
26|开展流域横向生态补偿，与下游县签订补偿协议。|县生态环境分局|县财政局、县水利局|2024年7月底前|
27|推进排污权有偿使用和交易，完成首批18家企业核定。|县生态环境分局|县公共资源交易中心|2024年12月底前|
28|深化综合行政执法改革，赋权乡镇执法事项清单动态调整，每年评估1次。|县司法局|县综合执法局、各乡镇|2024年12月|
29|健全矛盾纠纷多元化解机制，矛盾纠纷化解率98%以上。|县委政法委|县法院、县信访局|2024年12月底|
30|建设智慧法庭2个，民商事案件平均审理天数压减至50天以内。|县法院|无|2024年11月底前|
总计|30项|<|<|<|<
""")
TITLE = "砚池县2024年全面深化改革重点任务台账"
BLOCKS: list[Block] = [
    "中共砚池县委全面深化改革委员会办公室文件\n砚改办〔2024〕4号",
    Line("关于印发《砚池县2024年全面深化改革重点任务台账》的通知", centred=True),
    "各乡镇党委、政府，县直各单位：\n《砚池县2024年全面深化改革重点任务台账》已经县委深改委第八次会议审议通过，现印发给你们，并就有关事项通知如下。\n"
    "一、压实工作责任。主办单位主要负责同志要亲自抓，3月15日前明确1名联络员。\n二、建立推进机制。每月28日前报送进展，每季度通报一次。\n三、严格督察考核。县委改革办适时开展专项督察。",
    "中共砚池县委全面深化改革委员会办公室\n2024年3月4日", Line(TITLE, centred=True, page_break=True), Table(ROWS),
    "注：备注栏注明试点和跨年度事项。\n中共砚池县委全面深化改革委员会办公室            2024年3月5日印发",
]
ECONOMY, FARMS, SOCIETY, LAW = "经济体制改革", "农业农村改革", "社会事业改革", "生态文明和法治领域改革"
BY_NUMBER = {row[0]: row[1] for row in ROWS}

def _row(number: int, heading: str, leads: str, supports: str, deadline: str | None, *targets: Record, recurrence: str | None = None, also: tuple[str, ...] = ()) -> Record:
    more = {"recurrence_also": list(also)} if also else {}
    return task(str(number), BY_NUMBER[str(number)], lead(leads) + support(supports), heading=heading, deadline=deadline, recurrence=recurrence,
                targets=list(targets), **more)  # type: ignore[arg-type]

ONCE = target(1, "次", optional=True)
RECORD = record(
    TITLE,
    _row(1, ECONOMY, "县国资服务中心", "县财政局", "2024-06-30"),
    _row(2, ECONOMY, "县工信局", "县统计局 县税务局", "2024-09-30", target(100, "%")),
    _row(3, ECONOMY, "县自然资源局", "县发改局", "2024-12-31", target(70, "%")),
    _row(4, ECONOMY, "县住建局", "县发改局 县财政局 县审计局", "2024-07-31", target(1, "部")),
    _row(5, ECONOMY, "县金融服务中心", "人行县支行 各银行机构", None, ONCE, target(8, "亿元"), recurrence="quarterly", also=("ongoing",)),
    _row(6, ECONOMY, "县市场监管局", "县司法局", "2024-12-31", ONCE, recurrence="half_yearly"),
    _row(7, ECONOMY, "县农业农村局", "县公共资源交易中心 各乡镇", "2024-11-30", target(1.5, "亿元")),
    _row(8, ECONOMY, "县行政审批局", "县直有关部门", "2024-09-30", target(60, "%", "六成以上", optional=True)),
    _row(9, FARMS, "县农业农村局", "县司法局 县档案馆", "2024-10-31", target(12, "个")),
    _row(10, FARMS, "县农业农村局", "县供销社", "2024-12-31", target(25, "家"), target(15, "家")),
    _row(11, FARMS, "县委组织部", "县农业农村局 县财政局", "2024-12-31", target(40, "%"), target(50, "万元", optional=True)),
    _row(12, FARMS, "县农业农村局", "县自然资源局", "2024-05-10"),
    _row(13, FARMS, "县乡村振兴服务中心", "县民政局 县医保局 县残联", None, ONCE, recurrence="monthly", also=("ongoing",)),
    _row(14, FARMS, "县委社会工作部", "各乡镇", "2024-08-31", target(30, "个")),
    _row(15, FARMS, "县供销社", "县农业农村局", "2024-10-31", target(9, "个")),
    _row(16, SOCIETY, "县教体局", "县委编办 县人社局", "2024-08-31", target(6, "个"), target(15, "%")),
    _row(17, SOCIETY, "县卫健局", "县医保局 县财政局", "2024-12-31", target(62, "%")),
    _row(18, SOCIETY, "县医保局", "县卫健局", "2024-06-30", target(90, "%")),
    _row(19, SOCIETY, "县民政局", "县残联 各乡镇", "2024-04-30", target(12, "个工作日", optional=True)),
    _row(20, SOCIETY, "县卫健局", "县发改局 县妇联", "2024-12-31", target(4.6, "个")),
    _row(21, SOCIETY, "县退役军人事务局", "县人社局", "2024-11-30", target(200, "人次")),
    _row(22, SOCIETY, "县文旅局", "县财政局", "2024-09-30", target(4, "个")),
    _row(23, SOCIETY, "县总工会", "县人社局 县交通运输局", "2024-10-31", target(3, "家")),
    _row(24, SOCIETY, "县民政局", "各乡镇", "2025-06-30", target(100, "%")),
    _row(25, LAW, "县林业局", "各乡镇", None, target(560, "个"), recurrence="ongoing"),
    _row(26, LAW, "县生态环境分局", "县财政局 县水利局", "2024-07-31"),
    _row(27, LAW, "县生态环境分局", "县公共资源交易中心", "2024-12-31", target(18, "家")),
    _row(28, LAW, "县司法局", "县综合执法局 各乡镇", "2024-12-31", ONCE, recurrence="yearly"),
    _row(29, LAW, "县委政法委", "县法院 县信访局", "2024-12-31", target(98, "%")),
    _row(30, LAW, "县法院", "", "2024-11-30", target(2, "个"), target(50, "天", optional=True)),
    doc_number="砚改办〔2024〕4号", issuer="中共砚池县委全面深化改革委员会办公室", issued_on="2024-03-04",
)
# The sheet alone has no notice: a form with its maker and day.
SHEET = [
    [TITLE, *"<<<<<"],
    ["制表单位：中共砚池县委全面深化改革委员会办公室", "<", "<", "制表日期：2024.3.4", "<", "<"],
    *([float(row[0]) if row[0].isdigit() else row[0], *row[1:]] for row in ROWS),
]  # fmt: skip

SAMPLES = (
    Sample("thirty-rows-word", "改革台账.docx", {54: "continuing across headings", 66: "requirement paragraphs", 98: "每月28日前", 109: "differ on one page"},
           lambda: docx(BLOCKS), RECORD),
    Sample("thirty-rows-old-word", "改革台账.doc", {111: "raw OLE .doc", 119: "binary .doc"}, lambda: converted(docx(BLOCKS), "docx", "doc"), RECORD),
    Sample("thirty-rows-sheet", "改革台账.xlsx", {58: "plain table numbers", 119: "电子版"}, lambda: xlsx(Sheet("台账", SHEET)), {**RECORD, "doc_number": None}),
)
