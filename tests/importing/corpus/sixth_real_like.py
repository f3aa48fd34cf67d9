"""Texts and tables as public sites keep them: the head in one line with the page's own words, numbers past their parents."""

from tests.importing.corpus.make import Table, docx, grid, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.passages import item, ledger
from tests.importing.corpus.sample import Sample


def one_line(marked: Marked) -> str:
    return marked.text.replace("\n", "")


# an extract: the third heading's second group is the eighth of the document; a bare list of units ends each item
MARKET = Marked("""二、{H1工作任务}
(一）{H2禽类养殖环节治理指标：全区活禽定点屠宰率达到96%以上，抽检问题样品检出率控制在2%以内。工作任务：}
1.{T加强定点屠宰监管。严格执行检疫员进驻制度，把好检疫关。}（{R区农业农村局畜牧科}）
2. {T开展非法用药整治。每个月至少快速检测1次，发现问题立即查处。}（{R区农业农村局畜牧科、区公安分局}） ## Y:monthly O:1次
(二）{H2餐饮服务环节治理指标：餐具抽检合格率达到92%以上。工作任务：}
1.{T创建1条餐饮安全示范街和8家示范店。}（{R区市场监管局}） ## G:1条,8家
2.{T开展校园周边整治，取缔无证摊点。}（{R区市场监管局、区城管局}）
（五）{H2其他有关工作}
3.{T建设追溯系统，上市肉品全部可追溯。}（{R区商务局}）
""")
for _task in MARKET.tasks[:4]:
    _name = _task["heading"].split("治理指标")[0]
    _task["heading_also"] = [_task["heading"].rsplit("。工作任务", 1)[0], _name]
MARKET_TEXT = (
    "当前位置： 首页政务公开最新文件 关于印发2015年餐桌安全工作方案的通知 时间：2015-05-04 10:09 微信 微博 QQ空间 云办〔2015〕61号"
    "云屏区人民政府办公室关于印发2015年餐桌安全工作方案的通知区直各单位、各镇人民政府：现将《2015年餐桌安全工作方案》印发给你们，"
    "请认真贯彻落实。云屏区人民政府办公室2015年4月29日 2015年餐桌安全工作方案为保障群众饮食安全，制定方案如下："
    "一、总体要求持续开展治理，确保舌尖上的安全。"
    + one_line(MARKET)
    + "三、保障措施(一）周密部署。各镇要结合实际，制定年度方案。 来源：云屏区人民政府 附件下载\n"
)

# the title is the notice's own; its day is written out, and blanks stand where lines ended
CONDUCT = Marked("""一、{H1坚决纠正征地补偿中的突出问题} {T全面落实补偿标准，按期兑现补偿款。}（牵头单位：{L征地科}，参加单位：{S财务科}）
二、{H1坚决纠正乱收费问题} {T严禁向农户摊派资金、搭车收费。}（牵头单位：{L用地科}，参与单位：{S各国土所}）
三、{H1坚决纠正办事拖拉问题} {T公开办事流程，限时办结。}（牵头单位：{L窗口科}，参与单位：{S法规科}）
""")
for _number, _task in zip("一二三", CONDUCT.tasks, strict=True):
    _task.update(number=_number, number_also=[None], heading_also=[None])
    _task["text_also"] = [_task["heading"] + _task["text"]]
CONDUCT_TEXT = (
    "当前位置： 首页政务公开部门文件 关于分解2012年行风三项重点工作任务 时间：2012-10-17 15:02 微信 微博 QQ空间 "
    "云屏县国土资源局关于 分解2012年行风三项重点工作任务 各相关科室： 按照县行风工作意见的要求，现将三项重点工作分解到相关科室，"
    "请认真贯彻落实，牵头单位应于2012年10月底前将落实情况书面报送局办公室。 "
    + one_line(CONDUCT).replace("）二", "） 二").replace("）三", "） 三")
    + " 云屏县国土资源局 二〇一二年九月七日 来源：云屏县国土资源局 附件下载\n"
)

# what the page calls the title stands in its first line, under the label that pages use
LAND_TEXT = (
    "标题: 关于制定云屏县国土资源局《2012年农村廉政工作分工意见》的实施方案\n发布时间: 2012-10-17 15:25\n文号: \n"
    "当前位置： 首页政务公开部门文件 关于制定云屏县国土资源局《2012年农村廉政工作分工意见》的实施方案 时间：2012-10-17 15:25 微信 "
    "各科室： 为贯彻《2012年农村廉政工作分工意见》（云纪办[2012]2号）精神，制订本方案，各科室要抓好落实，牵头单位于10月10日前将情况报送监察室。 "
    "1、加强耕地保护制度执行情况的检查。（牵头单位：规划科,配合单位：各国土所） 2、加强农村用地管理（牵头单位：用地科,配合单位：各国土所） "
    "3、查处征地拆迁中的违纪案件，建立案件分析制度。（牵头单位：监察室,配合单位：财务科、各国土所） 云屏县国土资源局 2012年6月26日 来源：云屏县 附件下载\n"
)
LAND = [
    item("1", "加强耕地保护制度执行情况的检查。", lead="规划科", support="各国土所"),
    item("2", "加强农村用地管理", lead="用地科", support="各国土所"),
    item("3", "查处征地拆迁中的违纪案件，建立案件分析制度。", lead="监察室", support="财务科|各国土所"),
]

# the number counts problems, the measures have numbers of their own; who leads is said below the table
WATER_ROWS = grid("""序号|主要工作任务|具体工作措施|完成时限|主要责任单位|任务来源
1|推进水源地整治|1、制定库区居民搬迁方案|3月|区农发局\\n区环保局|1、区2016年工作要点（云委〔2016〕5号）\\n2、全省环保工作会议
^|^|2、完成入库溪流生态修复工程|6月|区水务局\\n区农发局\\n相关乡镇人民政府|^
2|畜禽养殖污染整治|4、划定全区禁养区|6月|区农发局|水污染防治方案（云府〔2015〕27号）
^|^|5、每月通报养殖场关闭情况|12月|区环保局\\n区农发局|^
3|加大环保投入|8、完成管网改造投资1.2亿元|11月|区住建局\\n区财政局|区2016年工作要点（云委〔2016〕5号）
""")
WATER = [
    item("1", "制定库区居民搬迁方案", heading="推进水源地整治", lead="区农发局", support="区环保局", due="2016-03-31"),
    item("2", "完成入库溪流生态修复工程", heading="推进水源地整治", lead="区水务局", support="区农发局|相关乡镇人民政府",
         due="2016-06-30"),
    item("4", "划定全区禁养区", heading="畜禽养殖污染整治", lead="区农发局", due="2016-06-30"),
    item("5", "每月通报养殖场关闭情况", heading="畜禽养殖污染整治", lead="区环保局", support="区农发局", due="2016-12-31",
         recurrence="monthly"),
    item("8", "完成管网改造投资1.2亿元", heading="加大环保投入", lead="区住建局", support="区财政局", due="2016-11-30",
         goals=[(1.2, "亿元")]),
]  # fmt: skip
WATER_HEAD = "2016年云屏区生态环境保护工作要点分工表"

# the bureau's own divisions beside the district's lead; whoever has no verb answers, who 配合 helps
OPEN_ROWS = grid("""工作任务|区委区政府牵头部门|本局责任处（单位）|备注
1.全面公开权力清单|区行政审批局|综合处牵头，法规处、信息中心配合落实|
2.公开随机抽查事项||执法处|
3.清查渔港岸线45km2，公布清单||渔政处，信息中心配合|
""")
OPEN = [
    item("1", "全面公开权力清单", lead="区行政审批局|综合处", support="法规处|信息中心"),
    item("2", "公开随机抽查事项", responsible="执法处"),
    item("3", "清查渔港岸线45km2，公布清单", responsible="渔政处", support="信息中心", goals=[(45, "km2")]),
]
OPEN_HEAD = """云海发〔2016〕25号
云屏区海洋局关于印发2016年政务公开工作方案的通知
局各处、所属单位：
《云屏区海洋局2016年政务公开任务分解表》已经局研究同意，现印发给你们。
云屏区海洋局
2016年7月6日
云屏区海洋局
2016年政务公开任务分解表"""

# nobody is named in a clause: each duty begins with the unit that has it
DUTY = Marked("""四、{H1职责分工}
（一）{R区海渔局}：{T牵头制定清理方案，汇总上报阶段进展。}
（二）{R区公安局}：{T对违规船只予以扣押，打击暴力抗法。}
（三）{R区财政局（国资办）}：{T下拨补贴资金，约需260万元。} ## O:260万元
（四）{R沿海镇政府、边防派出所}：{T配合做好政策宣传，督促限期上岸。}
""")
for _number, _task in zip("一二三四", DUTY.tasks, strict=True):
    _task["number"] = _number
DUTY_TEXT = (
    "标题: 云屏区2016年三无船只清理方案的通知\n发布时间: 2016-04-30 11:53\n==================== 正文 ====================\n"
    "当前位置： 首页政务公开 云屏区人民政府办公室印发云屏区2016年三无船只清理方案的通知 时间：2016-04-30 11:53 微信 微博 "
    "云府办〔2016〕81号 云屏区人民政府办公室印发云屏区2016年三无船只清理方案的通知 区直各单位，各镇人民政府："
    "《云屏区2016年三无船只清理方案》已经区政府同意，现印发给你们。 云屏区人民政府办公室 2016年4月29日 "
    "云屏区2016年三无船只清理方案 为保障航行安全，制定本方案。一、目标任务全区应在2016年年底前清理船只不少于450艘。"
    + one_line(DUTY).replace("政府、边防", "政府及边防")
    + "五、其他事项（一）船只在外地的，可就近处置。 附件：补贴标准 云屏区人民政府办公室 2016年4月29日印发 附件下载\n"
)

# an extract whose groups count on over its headings; lists of units, a requirement in front, who pushes it on
SPRING = Marked("""一、明确水源保护工作要求 全面贯彻上级部署，落实主体责任。
二、{H1强化红线管控，限期清理违规项目}
（三）{T排查水源地污染源，2016年6月30日前上报结果。}（{R岚山乡、北溪镇}） ## D:2016-06-30
三、{H1实施应急管控}
（五）{T加强水质监测预警，一旦超标立即加密监测。}（{R区环保局、区水务公司、相关乡镇}）
（六）{T限制生活污水直排，截流超标溪流。}（{R区环保局、区综合执法局}）
四、{H1加强日常管护}
（二）{T指派专人每周巡查，发现问题及时处置。}（{R水库管理处、各相关部门}） ## Y:weekly
（三）{T将工作情况纳入日常督查。}（{R区督查室、区环保局}等）
""")
SPRING_TEXT = (
    "当前位置： 首页政务公开 云屏区人民政府办公室关于加强水源保护的通知 时间：2016-06-14 16:16 微信 云府办〔2016〕113号 "
    "云屏区人民政府办公室关于加强水源保护的通知 各镇人民政府:今年以来水质多次超标，为保障用水安全，现就有关事项通知如下："
    + one_line(SPRING).replace("管护（二", "管护 （二")
    + " 附件：排查表 云屏区人民政府办公室 2016年6月13日 来源：云屏区 附件下载\n"
)

# the plan's own prose says who does what; a project's person, and those that push it on
BUS = Marked("""三、{H1主要内容及职责分工}
（九）{T推进地下管廊建设实施项目：北湖路、环湖路管沟。实施内容：建设10公里地下管沟。}责任分工：{R岚山片区管理局}具体负责，{S区住建局、区规划局}等区直相关部门配合。 ## G:10公里
（十）{T扩大城市片林实施内容：新建15公顷以上片林。}责任分工：按照片林规划要求，{R区园林局}负责组织实施，{S区直有关部门}配合，区住建局检查指导。 ## G:15公顷
（十一）{T新增新能源公交车50辆。}牵头单位：{L区交通局}。推进单位：{R区国投集团、各片区管理局}。 ## G:50辆
""")
BUS_TEXT = (
    "关于印发《云屏区2015年宜居环境实施方案》的通知 云府办〔2015〕70号云屏区人民政府办公室关于印发《云屏区2015年宜居环境实施方案》的通知"
    "区直各单位，各镇人民政府：《云屏区2015年宜居环境实施方案》已经区政府同意，现印发给你们。云屏区人民政府办公室2015年4月17日"
    "云屏区2015年宜居环境实施方案按照统一部署，提出如下实施方案：一、主要目标力争用五年时间显著改善面貌。二、组织领导成立指挥部。"
    + one_line(BUS)
    + "四、保障措施（一）加强组织领导。各单位加强协作。 来源：云屏区 附件下载\n"
)

SAMPLES = (
    Sample("sixth-duties", "清理方案.txt", {21: "run together", 108: "title repeated"}, lambda: txt(DUTY_TEXT),
           expected("云屏区2016年三无船只清理方案", "云府办〔2016〕81号", "云屏区人民政府办公室", "2016-04-29", DUTY)),
    Sample("sixth-counting-on", "水源保护.txt", {21: "run together", 61: "starts above 1 or has gaps"}, lambda: txt(SPRING_TEXT),
           expected("云屏区人民政府办公室关于加强水源保护的通知", "云府办〔2016〕113号", "云屏区人民政府办公室", "2016-06-13", SPRING,
                    title_also=["关于加强水源保护的通知"])),
    Sample("sixth-prose-roles", "宜居方案.txt", {21: "run together", 61: "starts above 1 or has gaps"}, lambda: txt(BUS_TEXT),
           expected("云屏区2015年宜居环境实施方案", "云府办〔2015〕70号", "云屏区人民政府办公室", "2015-04-17", BUS)),
    Sample("sixth-glued-head", "餐桌安全.txt", {21: "run together", 60: "restarts at 1"},
           lambda: txt(MARKET_TEXT),
           expected("2015年餐桌安全工作方案", "云办〔2015〕61号", "云屏区人民政府办公室", "2015-04-29", MARKET)),
    Sample("sixth-notice-title", "行风任务.txt", {109: "Chinese-digit date", 21: "run together"}, lambda: txt(CONDUCT_TEXT),
           expected("云屏县国土资源局关于分解2012年行风三项重点工作任务", None, "云屏县国土资源局", "2012-09-07", CONDUCT,
                    title_also=["关于分解2012年行风三项重点工作任务"])),
    Sample("sixth-labelled-title", "廉政分工.txt", {108: "title repeated", 110: "metadata table"}, lambda: txt(LAND_TEXT),
           ledger("关于制定云屏县国土资源局《2012年农村廉政工作分工意见》的实施方案", None, "云屏县国土资源局", "2012-06-26", LAND)),
    Sample("sixth-numbers-past-parents", "要点分工.docx", {44: "merged down", 62: "one number, several rows"},
           lambda: docx([WATER_HEAD, Table(WATER_ROWS), "注：主要责任单位第一个为牵头单位，其余为主要配合单位。"]),
           ledger(WATER_HEAD, None, None, None, WATER, issuer_also=["云屏区"])),
    Sample("sixth-own-divisions", "政务公开.docx", {108: "Title broken over two", 78: "role rule"}, lambda: docx([OPEN_HEAD, Table(OPEN_ROWS)]),
           ledger("云屏区海洋局2016年政务公开任务分解表", "云海发〔2016〕25号", "云屏区海洋局", "2016-07-06", OPEN)),
)  # fmt: skip
