"""Wide tables copied out of web pages: cells of several lines, measures below their labels, figures nobody asked for."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import txt
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample

# ------------------------------------------------ tabs between the cells; a cell's further lines stand on lines of their own
PROJECTS = Ledger(
    "序号|项目名称|建设性质|建设规模及主要内容|总投资（万元）|2021年计划投资（万元）|2021年建设目标|牵头单位|责任单位|包抓领导|责任人|联系电话|备注",
    "NM-T---LRPP--", """
1|县城北区集中供热二期工程|续建|新建换热站6座，铺设一次管网14公里|12600|5200|管网全部贯通|县住建局|县供热公司|李卫东|赵成|5620113| ## G:6座,14公里
2|白石河城区段综合治理项目|新建|治理河道4.2公里，建设滨河步道和截污管网|23000|9000|主体工程完成40%|县水务局|城关镇人民政府\\n县自然资源局|王玉兰|孙立新|5621008|省级项目 ## G:4.2公里 O:40%
3|第三中学迁建项目|新建|新建教学楼、实验楼及运动场，总建筑面积2.8万平方米|18500|6000|主体工程封顶|县教育局|县第三中学|马国庆|周敏|5623345| ## G:2.8万平方米
4|农产品冷链物流园项目|新建|建设冷库3万吨及分拣车间2座|9800|4000|冷库主体建成|县商务局|县供销社\\n工业园区管委会|陈晓燕|刘宏伟|5627766|招商项目 ## G:3万吨,2座
""")
PROJECTS_TEXT = "白石县2021年重点建设项目责任分解表\n来源：县发改局 发布时间：2021-03-02 09:14\n\n" + "\n".join(
    "\t".join(cell.replace("总投资（", "总投资\n（") for cell in row) for row in PROJECTS.rows
) + "\n\n打印 关闭\n"

# ------------------------------------------------ every row has all its cells: a quarter's goal is nobody's name
QUARTERS = Ledger("序号|重点任务|具体内容|一季度目标|二季度目标|三季度目标|四季度目标|牵头领导|牵头单位|配合单位|联系人|联系电话", "NMT----PLS--", """
1|老旧小区改造|对城东片区12个老旧小区实施雨污分流、外墙修缮和加装电梯|完成入户摸底|启动施工|完成6个小区改造|全部完工|何建军|区住建局|区城管局、东门街道|吴婷|3351102 ## D:2022-12-31 G:12个 O:6个
2|中小学午餐配送|建成中央厨房1座，为18所学校提供午餐配送服务|完成选址|完成招标|中央厨房建成|正式运行|沈丽华|区教育局|区市场监管局、区财政局|郑爽|3358890 ## D:2022-12-31 G:1座,18所
3|数字档案馆建设|完成馆藏档案数字化200万页，建成档案查询平台|完成方案|完成30万页|完成120万页|完成200万页|黄志远|区档案馆|区大数据局|蒋文|3354417 ## D:2022-12-31 G:200万页 O:30万页,120万页
4|社区养老服务站|新建社区养老服务站8个，配备助餐、日间照料设施|确定点位|建成3个|建成5个|建成8个|沈丽华|区民政局|各街道办事处|钱进|3352261 ## D:2022-12-31 G:8个 O:3个,5个
""")
QUARTERS_TEXT = "清溪区2022年度重点任务推进清单\n\n" + "\n".join(" ".join(row) for row in QUARTERS.rows) + "\n"

# ------------------------------------------------ a cell a line: shares, how often, and a manner nobody answers for
CHECKS = Ledger("序号|检查任务|检查事项|检查对象范围|检查比例|检查频次|检查时段|牵头部门|配合部门|检查方式", "NHT----LS-", """
1|民办幼儿园安全检查|消防设施配备情况；食品留样制度落实情况|全县民办幼儿园|30%|1次/年|2024年3月—6月|县教育局|县消防救援大队\\n县市场监管局|实地检查 ## D:2024-06-30 Y:yearly
2|建筑工地扬尘检查|围挡和喷淋设施情况；渣土车辆密闭情况；裸土覆盖情况|在建工地|50%|2次/年|2024年4月—11月|县住建局|县城管局\\n市生态环境局云岭分局|实地检查 ## D:2024-11-30 Y:half_yearly
3|农资经营门店检查|农药、化肥进销台账|农资经营门店|10%|1次/年|2024年2月—5月|县农业农村局|县市场监管局|实地检查、书面检查 ## D:2024-05-31 Y:yearly
""")
CHECKS_TEXT = "云岭县部门联合执法检查计划表\n\n" + "\n\n".join(cell.replace("\n", "\n\n") for row in CHECKS.rows for cell in row) + "\n"

# ------------------------------------------------ blanks between the cells, and both header and cells broken over lines
SURVEY = Ledger("序号|普查任务|工作内容|成果要求|资金安排（万元）|牵头领导|牵头单位|配合单位|完成时限及进度要求|联系电话", "NHT--PLS--", """
1|文物点复核|对登记在册的216处文物点逐一实地复核|复核表|38|程立|县文物保护中心|县自然资源局、\\n县档案馆|2024年8月底|6120031 ## D:2024-08-31 O:216处
2|田野文物排查|徒步调查北部五乡镇，填报新发现文物线索|线索清单|52|程立|县文物保护中心|各乡镇人民政府\\n县公安局|2024年11月底|6120031 ## D:2024-11-30
3|红色遗址测绘|完成14处革命遗址三维测绘并建立档案|测绘图集|45|龚敏|县党史研究室|县退役军人事务局|2024年12月底|6120256 ## D:2024-12-31 G:14处
""")
SURVEY_TEXT = "云岭县文物普查任务分工表\n\n" + "\n".join(
    " ".join(cell.replace("（万元）", "\n（万元）").replace("进度要求", "\n进度要求") for cell in row) for row in SURVEY.rows
) + "\n"

# ------------------------------------------------ a cell a line without empty lines; a cell holds a list that counts on
SHOPS = Ledger("序号|抽查领域|抽查事项|检查对象|发起部门|配合部门|抽查比例|抽查频次|计划任务实施时段", "NHT-LS---", """
1|测绘单位监管|1、测绘成果质量\\n2、测绘资质保持情况\\n3、成果汇交情况|全市乙级测绘单位|市自然资源局|市市场监管局|20%|1次/年|2024年6-12月 ## D:2024-12-31 Y:yearly
2|燃气经营监管|1、燃气设施安全防护情况\\n2、从业人员持证情况|燃气经营企业|市城管局|市应急局\\n市消防救援支队|50%|2次/年|2024年3-10月 ## D:2024-10-31 Y:half_yearly
3|校外培训监管|预收费资金监管情况|校外培训机构|市教育局|市市场监管局|10%|1次/年|2024年5-9月 ## D:2024-09-30 Y:yearly
""")
SHOPS_TEXT = "临江市部门联合抽查计划表\n来源：法规科 时间：2024-04-09 10:54\n" + "\n".join(cell for row in SHOPS.rows for cell in row) + "\n"

# ------------------------------------------------ sixteen columns, most labels wrapped: every part on a line of its own
NARROW = Ledger(
    "序号|任务名称|抽查事项|检查对~象范围|抽取~类型|抽查~户数|抽查~比例|检查~方式|组织~层级|实施~层级|抽取~日期|抽查~完成时限|牵头~部门|参与~部门|联系~电话|备注",
    "NHT--------" + "-LS--", """
1|预付卡监管|资金存管制度落实情况|规模以上发卡企业|定向|3|20%|现场检查|市级|市级|2023年9月|2023年11月|市商务局|市市场监管局~市税务局|6620118| ## D:2023-11-30
2|汽车流通监管|新车销售备案情况|全市汽车销售企业|不定向|6|10%|网上核查|市级|区级|2023年9月|2023年11月|市商务局|市市场监管局|6620118| ## D:2023-11-30
3|汽车流通监管|报废汽车回收拆解情况|报废汽车回收企业|不定向|1|30%|现场检查|市级|市级|2023年9月|2023年12月|市商务局|市市场监管局~市生态环境局|6620118|联合检查 ## D:2023-12-31
""".replace("~", "\\n"))
NARROW_TEXT = "宜水市商务领域联合抽查计划表\n信息来源：市商务局 发布日期：2023-06-14\n\n" + "\n\n".join(
    part for row in NARROW.rows for cell in row if cell for part in cell.replace("\n", "~").split("~")
) + "\n\n【打印本页】\n"

SAMPLES = (
    Sample("seventh-tabs-and-broken-cells", "项目责任分解.txt", {20: "tab-separated"}, lambda: txt(PROJECTS_TEXT),
           expected("白石县2021年重点建设项目责任分解表", None, None, None, PROJECTS.tasks)),
    Sample("seventh-quarters-by-blanks", "推进清单.txt", {20: "fields split by blanks"}, lambda: txt(QUARTERS_TEXT),
           expected("清溪区2022年度重点任务推进清单", None, None, None, QUARTERS.tasks)),
    Sample("seventh-checks-a-cell-a-line", "检查计划.txt", {19: "one cell per line", 43: "a lead/other split"}, lambda: txt(CHECKS_TEXT),
           expected("云岭县部门联合执法检查计划表", None, None, None, CHECKS.tasks)),
    Sample("seventh-broken-header-by-blanks", "普查分工.txt", {20: "fields split by blanks"}, lambda: txt(SURVEY_TEXT),
           expected("云岭县文物普查任务分工表", None, None, None, SURVEY.tasks)),
    Sample("seventh-list-in-a-cell", "抽查计划.txt", {19: "one cell per line", 43: "a lead/other split"}, lambda: txt(SHOPS_TEXT),
           expected("临江市部门联合抽查计划表", None, None, None, SHOPS.tasks)),
    Sample("seventh-wrapped-labels", "联合抽查.txt", {19: "one cell per line", 43: "a lead/other split"}, lambda: txt(NARROW_TEXT),
           expected("宜水市商务领域联合抽查计划表", None, None, None, NARROW.tasks)),
)
