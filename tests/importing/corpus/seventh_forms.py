"""Tables in the forms that copying leaves of them: labels in Chinese figures, names spread and joined, cells run together."""

from tests.importing.corpus.make import cell_a_line, grid, piped, run_together, spaced, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a town: numbers in Chinese figures, one cell a line
TOWN = Marked("""一|{T清理农村生活垃圾3200吨，建立“户分类、村收集”机制。}|孔 融|{R镇环卫所、各村}|4月底前 ## P:孔融 G:3200吨 D:2020-04-30 N:一
二|{T拆除旱厕410座，新建公厕12座。}|孔 融|{R镇村建办、各村}|8月底前 ## P:孔融 G:410座,12座 D:2020-08-31 N:二
三|{T整治黑臭水体6处，消除率100%。}|何 晏|{R镇水利站、镇环保办}|10月底前 ## P:何晏 G:6处,100% D:2020-10-31 N:三
四|{T绿化村道18公里，栽植苗木2.4万株。}|何 晏|{R镇林业站}|3月底前 ## P:何晏 G:18公里,2.4万株 D:2020-03-31 N:四
五|{T评选“最美庭院”100户，每户奖励500元。}|嵇 康|{R镇妇联、各村}|12月底前 ## P:嵇康 G:100户 O:500元 D:2020-12-31 N:五
六|{T每周开展一次环境卫生检查评比。}|嵇 康|{R镇人居办}|常态化 ## P:嵇康 Y:weekly,ongoing O:1次 N:六
""")
TOWN_ROWS = grid("序号|任务内容|牵头领导|责任单位|时间要求\n" + TOWN.text)

# trains: a goal that sounds like a body (全部班组), pipes with strays
TRAINS = Marked("""1|{H1部分车站消防通道堆放杂物}|{T清理杂物，设置禁放标识120处。}|通道畅通率100%|{R运营分公司}|7月15日前|已完成 ## G:120处,100% D:2021-07-15
2|{H1轨行区积水}|{T疏通排水沟16公里，更换水泵22台。}|消除积水点|{R工务中心、机电中心}|8月底前|正在施工 ## G:16公里,22台 D:2021-08-31
3|{H1应急演练针对性不强}|{T修订应急预案，每月组织1次桌面推演。}|演练覆盖全部班组|{R安全质量部}|长期坚持|已开展6次 ## Y:monthly,ongoing O:1次
4|{H1特种作业人员持证率不达标}|{T组织培训取证，持证率达到100%。}|持证上岗|{R人力资源部、各分公司}|9月底前|持证率92% ## G:100% D:2021-09-30
5|{H1监控视频存储时间不足}|{T扩容存储设备，视频保存不少于90天。}|满足反恐要求|{R通号中心}|2021年11月|招标中 ## O:90天 D:2021-11-30
""")
TRAINS_ROWS = grid("序号|问题描述|整改措施|整改目标|责任部门|完成时限|进展情况\n" + TRAINS.text)

# a county's water: persons spread and joined, fields parted by blanks or by nothing
WATER = Marked("""1|{T完成灌区续建配套与节水改造项目主体工程，衬砌渠道26公里。}|{R农水股}|宋 玉|10月底前 ## P:宋玉 G:26公里 D:2023-10-31
2|{T除险加固小型水库9座。}|{R运管股、质监站}|严 复|汛期前 ## P:严复 G:9座 D:null,2023-05-31,2023-06-30,2023-04-30,2023-03-31,2023-06-01
3|{T治理水土流失面积48平方公里，新增造林5000亩。}|{R水保股}|宋 玉|12月 ## P:宋玉 G:48平方公里,5000亩 D:2023-12-31
4|{T每月开展一次河湖“四乱”问题排查，动态清零。}|{R河长办}|班 固|长期坚持 ## P:班固 Y:monthly,ongoing O:1次
5|{T农村自来水普及率达到91%以上，水质达标率不低于85%。}|{R农水股、供水总站}|宋 玉、班 固|2023年12月20日前 ## P:宋玉、班固 G:91%,85% D:2023-12-20
6|{T编制取用水总量控制方案，万元GDP用水量下降3.5%。}|{R水资源股}|严 复|第三季度 ## P:严复 G:3.5% D:2023-09-30
""")
WATER_ROWS = grid("序号|工作任务|责任股室|责任人|完成时限\n" + WATER.text)
WATER_HEAD = "清溪县水利局2023年重点工作任务分解表\n填报单位：清溪县水利局办公室　　填报日期：2023年2月20日\n\n"

# a college: leaders of rare families, days by points in front of the next row's number, a header of two rows
COLLEGE = Marked("""1|{T新增高水平专业群2个，立项省级精品课程6门。}|柳 永|{L教务处}|{S各二级学院}|2025年6月 ## P:柳永 G:2个,6门 D:2025-06-30
2|{T引进博士20名、“双师型”教师占比达到75%。}|晏 殊|{L人事处}|{S教务处、各二级学院}|2025年8月底前 ## P:晏殊 G:20名,75% D:2025-08-31
3|{T毕业生就业率不低于93%，留省就业率超过60%。}|晏 殊|{L招生就业处}|{S学生处}|2025.08 ## P:晏殊 G:93%,60% D:2025-08-31
4|{T建成智慧教室30间，校园网出口带宽扩至20G。}|秦 观|{L信息中心}|{S教务处、后勤处}|2024年12月 ## P:秦观 G:30间 O:20G D:2024-12-31
5|{T每学期组织一次消防疏散演练。}|秦 观|{L保卫处}|{S学生处、后勤处}|长期 ## P:秦观 Y:half_yearly,ongoing O:1次
""")
COLLEGE_ROWS = grid("序号|工作内容|责任分工|<|<|完成期限\n^|^|分管院领导|主办部门|协办部门|^\n" + COLLEGE.text)

# grain: bodies without their level, some of which begin as nothing else does
GRAIN = Marked("""1|{T落实粮食储备规模，新增市级储备小麦2万吨。}|苏 辙|{L粮食储备科}|{R规划财务科、市军粮供应公司} ## P:苏辙 G:2万吨
2|{T建设高标准粮仓3个，改造仓容15万吨。}|苏 辙|{L规划财务科}|{R粮食储备科} ## P:苏辙 G:3个,15万吨
3|{T抽检库存粮食样品300份，质量合格率不低于98%。}|文 同|{L监督检查科}|{R市粮油质检站} ## P:文同 G:300份,98%
4|{T培育“好粮油”示范企业5家。}|文 同|{L产业发展科}|{R各县（市、区）发改部门} ## P:文同 G:5家
5|{T每季度开展一次安全生产检查。}|曾 巩|{L安全仓储科}|{R局属各单位} ## P:曾巩 Y:quarterly O:1次
6|{T落实机关党建责任制，党员轮训覆盖率100%。}|曾 巩|{L机关党委}|{R各科室} ## P:曾巩 G:100%
""")
GRAIN_ROWS = grid("序号|重点任务|分管领导|牵头单位|责任单位\n" + GRAIN.text)

# air: goals in a column of their own
AIR = Marked("""1|{T推进挥发性有机物综合治理。}|完成企业深度治理65家|{L市生态环境局}|{S市工业和信息化局，各县（市、区）}|9月底前 ## G:65家 D:2022-09-30
2|{T淘汰国三及以下排放标准柴油货车。}|1800辆以上|{L市公安局}|{S市交通运输局、市商务局}|12月底前 ## G:1800辆 D:2022-12-31
3|{T严控施工扬尘污染。}|在建工地“六个百分百”达标率95%|{L市住房和城乡建设局}|{S市城市管理局}|持续推进 ## G:95% Y:ongoing
4|{T实施散煤清洁化替代。}|3.6万户|{L市发展和改革委员会}|{S市财政局，各县（市、区）}|10月底前 ## G:3.6万户 D:2022-10-31
5|{T强化秸秆禁烧管控。}|综合利用率不低于96%|{L市农业农村局}|{S各县（市、区）}|常年坚持 ## G:96% Y:ongoing
""")
AIR_ROWS = grid("序号|工作任务|量化指标|牵头单位|配合单位|完成时限\n" + AIR.text)
for one, row in zip(AIR.tasks, AIR_ROWS[1:], strict=True):
    one["text_also"] = [one["text"] + row[2]]

SAMPLES = (
    Sample("seventh-town-cells-txt", "整治.txt", {19: "one cell per line", 95: "12月底前"} ,
           lambda: txt("枫桥镇2020年人居环境整治任务分工\n枫政〔2020〕12号\n\n" + cell_a_line(TOWN_ROWS) + "\n\n枫桥镇人民政府\n2020年3月2日\n"),
           expected("枫桥镇2020年人居环境整治任务分工", "枫政〔2020〕12号", "枫桥镇人民政府", "2020-03-02", TOWN)),
    Sample("seventh-trains-pipes-txt", "隐患.txt", {19: "pipe-delimited with stray", 40: "H25"},
           lambda: txt("海曲市轨道交通集团有限公司2021年安全隐患整改台账\n截至2021年6月30日\n\n" + piped(TRAINS_ROWS, "|") + "\n"),
           expected("海曲市轨道交通集团有限公司2021年安全隐患整改台账", None, "海曲市轨道交通集团有限公司", None, TRAINS)),
    Sample("seventh-water-spaced-txt", "水利.txt", {20: "fields split by blanks", 92: "inner blanks"},
           lambda: txt(WATER_HEAD + spaced(WATER_ROWS, "  ") + "\n"),
           expected("清溪县水利局2023年重点工作任务分解表", None, "清溪县水利局办公室", "2023-02-20", WATER)),
    Sample("seventh-water-together-txt", "水利.txt", {21: "run together", 92: "inner blanks"},
           lambda: txt(WATER_HEAD + run_together(WATER_ROWS) + "\n"),
           expected("清溪县水利局2023年重点工作任务分解表", None, "清溪县水利局办公室", "2023-02-20", WATER)),
    Sample("seventh-college-together-txt", "分工.txt", {21: "run together", 95: "2018.09"},
           lambda: txt("青禾职业学院2024—2025学年重点工作分工\n（2024年9月5日院长办公会审议通过）\n\n" + run_together(COLLEGE_ROWS) + "\n"),
           expected("青禾职业学院2024—2025学年重点工作分工", None, "青禾职业学院", "2024-09-05", COLLEGE, issuer_also=[None], issued_on_also=[None])),
    Sample("seventh-grain-together-txt", "要点.txt", {21: "run together", 89: "No prefix at all"},
           lambda: txt("云栖市粮食和物资储备局2024年工作要点责任分解表\n\n" + run_together(GRAIN_ROWS) + "\n"),
           expected("云栖市粮食和物资储备局2024年工作要点责任分解表", None, "云栖市粮食和物资储备局", None, GRAIN, issuer_also=[None])),
    Sample("seventh-air-together-txt", "大气.txt", {21: "run together", 46: "short name + long text"},
           lambda: txt("琅琊市2022年大气污染防治攻坚任务清单\n琅环委办〔2022〕4号\n琅琊市生态环境保护委员会办公室　2022年3月15日\n\n" + run_together(AIR_ROWS) + "\n"),
           expected("琅琊市2022年大气污染防治攻坚任务清单", "琅环委办〔2022〕4号", "琅琊市生态环境保护委员会办公室", "2022-03-15", AIR)),
)  # fmt: skip
