"""Names of units: groups, brackets inside, separators, tails, level prefixes, persons, two names for one unit."""

from functools import partial

from tests.importing.corpus.make import docx, txt
from tests.importing.corpus.passages import Passages, item, ledger
from tests.importing.corpus.sample import Sample

PROVINCE = """关于推进城乡供水一体化的实施意见重点任务分工

云泽省水利厅  云泽省财政厅
2021年10月20日

1.编制县域供水规划，2021年12月底前完成。(责任单位:各县(市、区)人民政府)
2.建设规模化水厂180座，铺设管网1.6万公里。(牵头单位:省水利厅;责任单位:各设区市人民政府、省直有关单位)
3.落实用地保障，实行“点供”方式。(责任单位:省自然资源厅(省林业局),各县<市、区>人民政府)
4.规范水质检测，出厂水合格率达到99%以上。(牵头单位:省卫生健康委(省疾控局);配合单位:省生态环境厅、省市场监管局(省知识产权局)等)
5.推进智慧水务平台建设。(省水利厅、省大数据局及各供水企业负责)
6.建立水价形成机制，每5年评估一次。(省发展改革委会同省水利厅、省财政厅等有关部门负责)
7.压实属地责任，保障应急供水。(各县区党委和政府，各街道(功能区)、乡镇,县直有关部门)
"""
said = Passages(PROVINCE)
PROVINCE_RECORD = ledger(
    "关于推进城乡供水一体化的实施意见重点任务分工", None, "云泽省水利厅", "2021-10-20",
    [
        item("1", said("编制县域 … 完成。"), responsible="各县(市、区)人民政府", due="2021-12-31"),
        item("2", said("建设规模化 … 1.6万公里。"), lead="省水利厅", responsible="各设区市人民政府|省直有关单位", goals=[(180, "座"), (1.6, "万公里")]),
        item("3", said("落实用地 … 方式。"), responsible="省自然资源厅(省林业局)|各县<市、区>人民政府"),
        item("4", said("规范水质 … 以上。"), lead="省卫生健康委(省疾控局)", support="省生态环境厅|省市场监管局(省知识产权局)", goals=[(99, "%")]),
        item("5", said("推进智慧 … 建设。"), responsible="省水利厅|省大数据局|各供水企业"),
        item("6", said("建立水价 … 一次。"), responsible="省发展改革委|省水利厅|省财政厅", recurrence="every_5_years", perhaps=[(1, "次"), (5, "年")]),
        item("7", said("压实属地 … 供水。"), responsible="各县区党委和政府|各街道(功能区)|乡镇|县直有关部门"),
    ],
    issuer_also=["云泽省水利厅、云泽省财政厅", "云泽省水利厅云泽省财政厅", "云泽省水利厅 云泽省财政厅"],
)  # fmt: skip

PREFIX = """澜溪市推动外贸保稳提质工作方案任务分工

一、稳主体
（一）培育外贸新主体，新增有进出口实绩企业120家。（责任单位：市商务局、市场监督管理局、税务局）
（二）组织企业参加境外展会不少于30场次。（责任单位：市商务局、贸促会、财政局，各县区人民政府）
二、拓渠道
（三）建设公共海外仓5个，总面积突破10万平方米。（责任单位：市商务局、发展和改革委员会、交通运输局，澜溪港务集团；各开发区管委会）
（四）推动跨境电商综合试验区建设，交易额增长20%以上。（责任单位：市商务局，澜溪海关；市邮政管理局）
三、优服务
（五）扩大出口信用保险覆盖面，支持企业600户以上。（责任单位：市商务局 财政局 中国信保澜溪办事处）
（六）压缩进出口整体通关时间。（责任单位：澜溪海关、市口岸办、市商务局和海事局。）

澜溪市人民政府办公室
2022年6月17日
"""
said = Passages(PREFIX)
PREFIX_RECORD = ledger(
    "澜溪市推动外贸保稳提质工作方案任务分工", None, "澜溪市人民政府办公室", "2022-06-17",
    [
        item("一", said("培育外贸 … 120家。"), heading="稳主体", responsible="市商务局|市场监督管理局|税务局", goals=[(120, "家")]),
        item("二", said("组织企业 … 30场次。"), heading="稳主体", responsible="市商务局|贸促会|财政局|各县区人民政府", goals=[(30, "场次")]),
        item("三", said("建设公共 … 10万平方米。"), heading="拓渠道", responsible="市商务局|发展和改革委员会|交通运输局|澜溪港务集团|各开发区管委会", goals=[(5, "个"), (10, "万平方米")]),
        item("四", said("推动跨境 … 以上。"), heading="拓渠道", responsible="市商务局|澜溪海关|市邮政管理局", goals=[(20, "%")]),
        item("五", said("扩大出口 … 以上。"), heading="优服务", responsible="市商务局|财政局|中国信保澜溪办事处", goals=[(600, "户")]),
        item("六", said("压缩进出口整体通关时间。"), heading="优服务", responsible="澜溪海关|市口岸办|市商务局|海事局"),
    ],
    aliases={"市场监督管理局": "市市场监督管理局", "税务局": "市税务局", "贸促会": "市贸促会", "财政局": "市财政局", "发展和改革委员会": "市发展和改革委员会", "交通运输局": "市交通运输局", "海事局": "市海事局"},
)  # fmt: skip

PEOPLE = """银滩区人民医院党委巡察整改任务清单

银滩区人民医院委员会
2020年9月18日

一、学习贯彻不够深入
1.完善党委理论学习中心组学习制度，每月集中学习不少于1次。
责任领导：党委书记 俞 悦
责任人：肖 扬
责任科室：党委办公室
整改时限：立行立改
2.开展全院党员轮训，年内培训2批次。
责任领导：俞 悦 陆 明
责任人：肖扬、欧阳静
责任科室：党委办公室、人力资源部
整改时限：2020年11月底
二、廉政风险防控不到位
3.修订医用耗材采购管理制度，高值耗材网上阳光采购率100%。
责任领导：副院长陆明
责任人：许 南
责任科室：采购中心、纪检监察室
整改时限：2020年10月15日前
4.开展医德医风专题教育，杜绝收受“红包”。
责任领导：纪委书记方晓岚
责任人：董一帆
责任科室：纪检监察室，医务部，护理部
整改时限：长期坚持
"""
said = Passages(PEOPLE)
PEOPLE_RECORD = ledger(
    "银滩区人民医院党委巡察整改任务清单", None, "银滩区人民医院委员会", "2020-09-18",
    [
        item("1", said("完善党委 … 1次。"), heading="学习贯彻不够深入", responsible="党委办公室", leaders=["俞悦", "肖扬"], recurrence="monthly", perhaps=[(1, "次")]),
        item("2", said("开展全院 … 2批次。"), heading="学习贯彻不够深入", responsible="党委办公室|人力资源部", leaders=["俞悦", "陆明", "肖扬", "欧阳静"], due="2020-11-30", goals=[(2, "批次")]),
        item("3", said("修订医用 … 100%。"), heading="廉政风险防控不到位", responsible="采购中心|纪检监察室", leaders=["陆明", "许南"], due="2020-10-15", goals=[(100, "%")]),
        item("4", said("开展医德 … “红包”。"), heading="廉政风险防控不到位", responsible="纪检监察室|医务部|护理部", leaders=["方晓岚", "董一帆"], recurrence="ongoing"),
    ],
)  # fmt: skip

TWO_NAMES = """古渡区食品安全“护校”行动任务分工
古食安委〔2024〕2号

1.检查学校食堂320家次，问题整改率100%。（区市场监督管理局牵头，区教育局配合）
2.推广“互联网+明厨亮灶”，学校食堂接入率达到98%。（区市场局牵头，区教育局、区大数据中心配合，分管领导：顾 维）
3.开展营养健康食堂创建，命名8家。（区卫生健康局、区市场局负责）
4.打击制售假劣食品行为，每半年通报典型案例。（区公安分局牵头，区市场监督管理局、区检察院参加，责任人：石磊）
5.组织师生体验日活动不少于10场。（区教育局、区融媒体中心分别负责）
6.校园周边200米范围内禁售烟酒。（区市场局，区烟草局，各街道负责）

古渡区食品安全委员会
2024年3月1日
"""
said = Passages(TWO_NAMES)
TWO_NAMES_RECORD = ledger(
    "古渡区食品安全“护校”行动任务分工", "古食安委〔2024〕2号", "古渡区食品安全委员会", "2024-03-01",
    [
        item("1", said("检查学校 … 100%。"), lead="区市场监督管理局", support="区教育局", goals=[(320, "家次"), (100, "%")]),
        item("2", said("推广“互联网 … 98%。"), lead="区市场局", support="区教育局|区大数据中心", leaders=["顾维"], goals=[(98, "%")]),
        item("3", said("开展营养 … 8家。"), responsible="区卫生健康局|区市场局", goals=[(8, "家")]),
        item("4", said("打击制售 … 案例。"), lead="区公安分局", support="区市场监督管理局|区检察院", leaders=["石磊"], recurrence="half_yearly"),
        item("5", said("组织师生 … 10场。"), responsible="区教育局|区融媒体中心", goals=[(10, "场")]),
        item("6", said("校园周边 … 烟酒。"), responsible="区市场局|区烟草局|各街道", perhaps=[(200, "米")]),
    ],
    aliases={"区市场局": "区市场监督管理局"},
)  # fmt: skip

SAMPLES = (
    Sample("groups-and-brackets", "供水一体化.txt", {85: "Group units", 86: "Brackets inside a unit name", 88: "Trailing 等", 115: "half-width"}, partial(txt, PROVINCE), PROVINCE_RECORD),
    Sample("separators-and-prefixes", "外贸.docx", {87: "Separators", 88: "Final 及/和", 89: "Level prefix printed only on the first unit"}, partial(docx, PREFIX), PREFIX_RECORD),
    Sample("people-on-lines", "巡察整改.txt", {92: "inner blanks", 77: "label lines"}, partial(txt, PEOPLE), PEOPLE_RECORD),
    Sample("two-names-one-unit", "护校行动.txt", {90: "under two names"}, partial(txt, TWO_NAMES), TWO_NAMES_RECORD),
)  # fmt: skip
