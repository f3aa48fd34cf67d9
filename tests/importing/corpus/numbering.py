"""Numbers as offices print them: three levels, restarts, extracts with gaps, sub-items, articles, joined numbers."""

from functools import partial

from tests.importing.corpus.make import Line, docx, txt
from tests.importing.corpus.passages import Passages, item, ledger
from tests.importing.corpus.sample import Sample

EDUCATION = """平湖县教育系统2021年重点工作责任清单

第一部分  民生实事
1.新建公办幼儿园4所，新增学位1080个，秋季开学前投入使用。（责任单位：基建办、学前教育股）
2.为全县中小学更换护眼灯教室600间，9月底前完成。（责任单位：体卫艺股、教育技术装备中心）
3.中小学课后服务实现全覆盖。（责任单位：基础教育股）

第二部分  改革任务
1.推进“县管校聘”改革，交流轮岗校长和教师比例达到15%。（责任单位：人事股）
2.出台教师减负清单。（责任单位：办公室、督导室）
3.开展集团化办学试点，组建教育集团5个。（责任单位：基础教育股、各学区中心校）

第三部分  党建任务
1.民办学校党组织覆盖率达到100%。（责任单位：机关党委）
2.开展师德专题教育，每学期组织1次集中学习。（责任单位：人事股、机关党委）

平湖县教育局
2021年3月22日
"""
said = Passages(EDUCATION)
EDUCATION_RECORD = ledger(
    "平湖县教育系统2021年重点工作责任清单", None, "平湖县教育局", "2021-03-22",
    [
        item("1", said("新建公办 … 投入使用。"), heading="民生实事", responsible="基建办|学前教育股", due="2021-08-31", goals=[(4, "所"), (1080, "个")], deadline_also=["2021-09-01", "2021-09-30", None]),
        item("2", said("为全县 … 完成。"), heading="民生实事", responsible="体卫艺股|教育技术装备中心", due="2021-09-30", goals=[(600, "间")]),
        item("3", said("中小学课后 … 全覆盖。"), heading="民生实事", responsible="基础教育股", perhaps=[(100, "%")]),
        item("1", said("推进“县管 … 15%。"), heading="改革任务", responsible="人事股", goals=[(15, "%")]),
        item("2", said("出台教师 … 清单。"), heading="改革任务", responsible="办公室|督导室"),
        item("3", said("开展集团化 … 5个。"), heading="改革任务", responsible="基础教育股|各学区中心校", goals=[(5, "个")]),
        item("1", said("民办学校 … 100%。"), heading="党建任务", responsible="机关党委", goals=[(100, "%")]),
        item("2", said("开展师德 … 学习。"), heading="党建任务", responsible="人事股|机关党委", recurrence="half_yearly", perhaps=[(1, "次")]),
    ],
)  # fmt: skip

EXTRACT = """2024年市政府工作报告重点任务分解（摘录市水务集团承担部分）

七、城市更新
38.更新改造老旧供水管网85公里，公共供水管网漏损率降至8%以下。（市水务集团、市住房城乡建设局负责）
41.建成城北净水厂二期，新增日供水能力10万吨。（市水务集团负责）
八、生态建设
52.城市生活污水集中收集率提高到75%。（市住房城乡建设局、市水务集团负责）
九、民生保障
67.改造二次供水泵房46处，6月底前全部完成。（市水务集团负责）
68.水费“一户一表”改造5200户。（市水务集团、各区政府负责）

南岭市水务集团有限公司综合部  摘编
2024年2月20日
"""
said = Passages(EXTRACT)
EXTRACT_RECORD = ledger(
    "2024年市政府工作报告重点任务分解（摘录市水务集团承担部分）", None, "南岭市水务集团有限公司综合部", "2024-02-20",
    [
        item("38", said("更新改造 … 以下。"), heading="城市更新", responsible="市水务集团|市住房城乡建设局", goals=[(85, "公里"), (8, "%")]),
        item("41", said("建成城北 … 10万吨。"), heading="城市更新", responsible="市水务集团", goals=[(10, "万吨")]),
        item("52", said("城市生活 … 75%。"), heading="生态建设", responsible="市住房城乡建设局|市水务集团", goals=[(75, "%")]),
        item("67", said("改造二次 … 完成。"), heading="民生保障", responsible="市水务集团", due="2024-06-30", goals=[(46, "处")]),
        item("68", said("水费“一户一表”改造5200户。"), heading="民生保障", responsible="市水务集团|各区政府", goals=[(5200, "户")]),
    ],
    title_also=["2024年市政府工作报告重点任务分解"], issuer_also=["南岭市水务集团有限公司"],
)  # fmt: skip

SAFETY = """安丰县安全生产“强基固本”行动任务分工方案
安安委〔2024〕3号

一、压实责任
1.制定县级领导干部年度安全生产重点工作清单，3月底前公布。（县安委会办公室负责）
二、重点整治
2.道路交通。
（1）完成国省道平交路口“千灯万带”改造60处。（县公安局交警大队牵头，县交通运输局配合）
（2）对“两客一危”车辆逐车建档，动态监控接入率保持100%。（县交通运输局负责）
3.建筑施工。
（1）开展高处坠落专项治理。（县住建局负责）
（2）起重机械检验率达到100%，6月底前完成首轮检验。（县市场监管局、县住建局负责）
（3）自建房经营场所排查2400栋以上。（县住建局牵头，各乡镇人民政府配合）
4.加强城镇燃气监管，主要包括：（1）更换老化软管；（2）加装自闭阀3万只；（3）取缔“黑气”窝点。（县综合执法局负责）
三、基础建设
5.建设乡镇应急消防救援站8个，每站配备专职人员不少于10人。（县应急管理局、县消防救援大队负责）

安丰县安全生产委员会
2024年2月8日
"""
said = Passages(SAFETY)
SAFETY_RECORD = ledger(
    "安丰县安全生产“强基固本”行动任务分工方案", "安安委〔2024〕3号", "安丰县安全生产委员会", "2024-02-08",
    [
        item("1", said("制定县级 … 公布。"), heading="压实责任", responsible="县安委会办公室", due="2024-03-31"),
        item("2(1)", said("完成国省道 … 60处。"), heading="重点整治 / 道路交通", lead="县公安局交警大队", support="县交通运输局", goals=[(60, "处")]),
        item("2(2)", said("对“两客 … 100%。"), heading="重点整治 / 道路交通", responsible="县交通运输局", goals=[(100, "%")]),
        item("3(1)", said("开展高处 … 治理。"), heading="重点整治 / 建筑施工", responsible="县住建局"),
        item("3(2)", said("起重机械 … 检验。"), heading="重点整治 / 建筑施工", responsible="县市场监管局|县住建局", due="2024-06-30", goals=[(100, "%")]),
        item("3(3)", said("自建房 … 以上。"), heading="重点整治 / 建筑施工", lead="县住建局", support="各乡镇人民政府", goals=[(2400, "栋")]),
        item("4", said("加强城镇燃气 … 窝点。"), heading="重点整治", responsible="县综合执法局", goals=[(3, "万只")]),
        item("5", said("建设乡镇 … 10人。"), heading="基础建设", responsible="县应急管理局|县消防救援大队", goals=[(8, "个"), (10, "人")]),
    ],
)  # fmt: skip

RULES = """关于支持职业教育发展的若干措施

桥江市教育局等四部门，2023年10月16日

第一章  总  则
第一条  为加快构建现代职业教育体系，制定本措施。
第二条  本措施适用于市域内各类职业院校和参与办学的企业。
第二章  办学条件
第三条  推进职业院校达标工程，2025年底前生均校舍建筑面积达到20平方米。（市教育局牵头负责）
第四条  建设市级开放型实训基地6个，每个给予200万元经费支持。（市教育局、市财政局负责）
第三章  师资与学生
第五条  职业院校“双师型”教师占专业课教师比例不低于60%。（市教育局牵头，市人社局参与）
第六条  落实中职学生资助政策，应助尽助。（市财政局、市教育局按职责分工负责）
第七条  每年举办全市学生技能大赛，设置赛项不少于40个。（市教育局、市人社局、市总工会负责）
第四章  附  则
第八条  本措施由市教育局负责解释，自印发之日起施行。
"""
said = Passages(RULES)
RULES_RECORD = ledger(
    "关于支持职业教育发展的若干措施", None, "桥江市教育局等四部门", "2023-10-16",
    [
        item("第一条", said("为加快构建 … 本措施。"), heading="总则", optional=True),
        item("第二条", said("本措施适用 … 企业。"), heading="总则", optional=True),
        item("第三条", said("推进职业 … 20平方米。"), heading="办学条件", lead="市教育局", due="2025-12-31", goals=[(20, "平方米")], number_also=["三", "3"]),
        item("第四条", said("建设市级 … 支持。"), heading="办学条件", responsible="市教育局|市财政局", goals=[(6, "个"), (200, "万元")], number_also=["四", "4"]),
        item("第五条", said("职业院校“双师 … 60%。"), heading="师资与学生", lead="市教育局", support="市人社局", goals=[(60, "%")], number_also=["五", "5"]),
        item("第六条", said("落实中职 … 尽助。"), heading="师资与学生", responsible="市财政局|市教育局", number_also=["六", "6"]),
        item("第七条", said("每年举办 … 40个。"), heading="师资与学生", responsible="市教育局|市人社局|市总工会", recurrence="yearly", goals=[(40, "个")], number_also=["七", "7"]),
        item("第八条", said("本措施由市教育局 … 施行。"), heading="附则", optional=True),
    ],
    issuer_also=["桥江市教育局", None], issued_on_also=[None],
)  # fmt: skip

INSPECT = """望河区城市体检问题整改台账
（2023年7月20日区城市更新工作领导小组办公室印发）

一、住房维度
1-1 拆除危旧房屋外立面松动构件，10月底前完成。
责任单位：区住建局
1-2 加装既有住宅电梯80部。
责任单位：区住建局、区财政局
二、小区维度
2-1 补建社区养老服务站14个，2024年6月底前投入使用。
责任单位：区民政局
2-2 新增停车泊位2600个，其中立体泊位700个。
责任单位：区城管局、区公安分局
2-3 划定小区消防登高场地，清理占用。
责任单位：区消防救援大队、各街道
"""
said = Passages(INSPECT)
INSPECT_RECORD = ledger(
    "望河区城市体检问题整改台账", None, "区城市更新工作领导小组办公室", "2023-07-20",
    [
        item("1-1", said("拆除危旧 … 完成。"), heading="住房维度", responsible="区住建局", due="2023-10-31"),
        item("1-2", said("加装既有 … 80部。"), heading="住房维度", responsible="区住建局|区财政局", goals=[(80, "部")]),
        item("2-1", said("补建社区 … 使用。"), heading="小区维度", responsible="区民政局", due="2024-06-30", goals=[(14, "个")]),
        item("2-2", said("新增停车 … 700个。"), heading="小区维度", responsible="区城管局|区公安分局", goals=[(2600, "个"), (700, "个")]),
        item("2-3", said("划定小区 … 占用。"), heading="小区维度", responsible="区消防救援大队|各街道"),
    ],
    issuer_also=["望河区城市更新工作领导小组办公室", "望河区", None], issued_on_also=[None],
)  # fmt: skip

REPORT = """省政府工作报告涉及农业农村任务分工

（97）新建和改造提升高标准农田200万亩。（责任单位：省农业农村厅、省发展改革委）
（98）粮食播种面积稳定在5300万亩以上，总产量达到220亿斤。（责任单位：省农业农村厅）
（99）实施种业振兴行动，培育“育繁推一体化”企业10家。（责任单位：省农业农村厅、省科技厅）
（100）农产品网络零售额增长12%左右。（责任单位：省商务厅）
（101）建设和美乡村示范村300个，启动数字乡村试点。（责任单位：省委农办、省委网信办）
"""
said = Passages(REPORT)
REPORT_RECORD = ledger(
    "省政府工作报告涉及农业农村任务分工", None, None, None,
    [
        item("97", said("新建和改造 … 200万亩。"), responsible="省农业农村厅|省发展改革委", goals=[(200, "万亩")]),
        item("98", said("粮食播种 … 220亿斤。"), responsible="省农业农村厅", goals=[(5300, "万亩"), (220, "亿斤")]),
        item("99", said("实施种业 … 10家。"), responsible="省农业农村厅|省科技厅", goals=[(10, "家")]),
        item("100", said("农产品 … 左右。"), responsible="省商务厅", goals=[(12, "%")]),
        item("101", said("建设和美 … 试点。"), responsible="省委农办|省委网信办", goals=[(300, "个")]),
    ],
    issuer_also=["省政府"],
)  # fmt: skip

LIBRARY = """梧桐大学图书馆服务育人行动计划任务分工

一、资源建设
①新购中外文图书4万册，电子资源数据库不少于8个。（资源建设部负责）
②完成馆藏古籍数字化1200册，2023年12月底前上线。（古籍特藏部负责）
二、读者服务
①延长考试周开放时间。（读者服务部、物业中心负责）
②每月举办真人图书馆活动。（学科服务部负责）
③新生入馆教育参与率达到98%。（读者服务部牵头，学科服务部、各学院配合）

梧桐大学图书馆
2023年5月4日
"""
said = Passages(LIBRARY)
LIBRARY_RECORD = ledger(
    "梧桐大学图书馆服务育人行动计划任务分工", None, "梧桐大学图书馆", "2023-05-04",
    [
        item("①", said("新购中外文 … 8个。"), heading="资源建设", responsible="资源建设部", goals=[(4, "万册"), (8, "个")], number_also=["一①", "一(1)"]),
        item("②", said("完成馆藏 … 上线。"), heading="资源建设", responsible="古籍特藏部", due="2023-12-31", goals=[(1200, "册")], number_also=["一②", "一(2)"]),
        item("①", said("延长考试 … 时间。"), heading="读者服务", responsible="读者服务部|物业中心", number_also=["二①", "二(1)"]),
        item("②", said("每月举办 … 活动。"), heading="读者服务", responsible="学科服务部", recurrence="monthly", number_also=["二②", "二(2)"]),
        item("③", said("新生入馆 … 98%。"), heading="读者服务", lead="读者服务部", support="学科服务部|各学院", goals=[(98, "%")], number_also=["二③", "二(3)"]),
    ],
)  # fmt: skip

AUTO_LINES = [
    Line("丹阳岭市妇女儿童发展规划实施任务分解", centred=True),
    Line("丹阳岭市人民政府妇女儿童工作委员会", centred=True),
    Line("2021年12月8日", centred=True),
    Line("妇女与健康", "一、"),
    Line("适龄妇女“两癌”筛查率2025年底达到70%以上。（责任单位：市卫生健康委、市妇联）", "1."),
    Line("孕产妇死亡率控制在9/10万以下。（责任单位：市卫生健康委）", "1."),
    Line("儿童与教育", "一、"),
    Line("普惠性幼儿园在园幼儿占比保持在88%以上。（责任单位：市教育局）", "1."),
    Line("开展家庭教育指导进社区活动，每年不少于4次。（责任单位：市妇联、市教育局、市关工委）", "1."),
    Line("儿童与环境", "一、"),
    Line("建设儿童友好社区20个。（责任单位：市民政局、市发展改革委）", "1."),
]
AUTO_RECORD = ledger(
    "丹阳岭市妇女儿童发展规划实施任务分解", None, "丹阳岭市人民政府妇女儿童工作委员会", "2021-12-08",
    [
        item("1", "适龄妇女“两癌”筛查率2025年底达到70%以上。", heading="妇女与健康", responsible="市卫生健康委|市妇联", due="2025-12-31", goals=[(70, "%")]),
        item("2", "孕产妇死亡率控制在9/10万以下。", heading="妇女与健康", responsible="市卫生健康委", perhaps=[(9, "/10万")]),
        item("1", "普惠性幼儿园在园幼儿占比保持在88%以上。", heading="儿童与教育", responsible="市教育局", goals=[(88, "%")]),
        item("2", "开展家庭教育指导进社区活动，每年不少于4次。", heading="儿童与教育", responsible="市妇联|市教育局|市关工委", recurrence="yearly", goals=[(4, "次")]),
        item("1", "建设儿童友好社区20个。", heading="儿童与环境", responsible="市民政局|市发展改革委", goals=[(20, "个")]),
    ],
)  # fmt: skip

SAMPLES = (
    Sample("numbers-restart", "责任清单.txt", {60: "restarts at 1"}, partial(txt, EDUCATION), EDUCATION_RECORD),
    Sample("extract-for-one-firm", "摘录.txt", {61: "starts above 1 or has gaps"}, partial(txt, EXTRACT), EXTRACT_RECORD),
    Sample("sub-items-with-clauses", "强基固本.docx", {59: "each (n) has its own clause"}, partial(docx, SAFETY), SAFETY_RECORD),
    Sample("articles", "若干措施.txt", {64: "第七条"}, partial(txt, RULES), RULES_RECORD),
    Sample("joined-numbers", "城市体检.txt", {64: "1-1"}, partial(txt, INSPECT), INSPECT_RECORD),
    Sample("numbers-in-brackets", "农业农村.txt", {64: "（99）"}, partial(txt, REPORT), REPORT_RECORD),
    Sample("circled-numbers", "图书馆.txt", {76: "A、B负责"}, partial(txt, LIBRARY), LIBRARY_RECORD),
    Sample("numbers-made-by-word", "妇儿规划.docx", {72: "责任单位"}, partial(docx, AUTO_LINES), AUTO_RECORD),
)  # fmt: skip
