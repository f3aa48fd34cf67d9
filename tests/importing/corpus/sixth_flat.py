"""Flattened tables a sixth time: headers on two lines, titles of sections and groups among cells that ran together."""

from tests.importing.corpus.make import cell_a_line, docx, grid, piped, run_together, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# pipes under a header of two rows; what merged cells cover is missing
HEALTH = Marked("""1|{H1应急处置}|{T修订突发公共卫生事件应急预案，组织全员演练4次。}|{L区卫生健康局}|{S区应急局、各镇街}|{P周明}|4月 ## G:4次 D:2020-04-30
2|^|{T建成发热门诊3个、核酸检测实验室2个，日检测能力达到5000人份。}|{L区卫生健康局}|{S区财政局}|^|6月 ## P:周明 G:3个,2个,5000人份 D:2020-06-30
3|^|{T储备医用防护物资，满足30天以上用量。}|{L区工信局}|{S区应急局、区财政局}|^|6月 ## P:周明 O:30天 D:2020-06-30
4|{H1基层能力}|{T改造提升村卫生室46所，每所配备合格村医不少于1名。}|{L区卫生健康局}|{S各镇街}|{P胡晓梅}|10月 ## G:46所 O:1名 D:2020-10-31
5|^|{T家庭医生签约服务重点人群覆盖率达到75%以上。}|{L区卫生健康局}|{S区医保局、区民政局}|^|10月 ## P:胡晓梅 G:75% D:2020-10-31
6|^|{T推进区镇村信息平台互联互通。}|{L区大数据中心}|无|^|12月 ## P:胡晓梅 D:2020-12-31
7|{H1爱国卫生}|{T每月最后一个周五开展全民清洁日活动。}|{L区爱卫办}|{S区直各部门、各镇街}|{P秦伟}|常态化 ## Y:monthly,ongoing
8|^|{T创建省级卫生村15个，国家卫生镇1个。}|{L区爱卫办}|{S各镇街}|^|12月 ## P:秦伟 G:15个,1个 D:2020-12-31
""")
HEALTH_ROWS = grid("序号|工作类别|工作任务|责任分工|<|<|完成时限\n^|^|^|牵头单位|配合单位|分管领导|^\n" + HEALTH.text)
HEALTH_TEXT = (
    "海棠区疫情防控补短板工作任务清单\n海防指发〔2020〕9号\n\n"
    + piped(HEALTH_ROWS, "|")
    + "\n\n海棠区新冠肺炎疫情防控工作指挥部办公室\n2020年3月16日\n"
)

# run together with titles of sections between the rows, the header printed again, parts with numbers of their own
COAST = Marked("""{H1一、提升港航能力}
1|{T建成5万吨级通用泊位2个，港口货物吞吐量突破3600万吨。}|{L市交通运输局}|{S市自然资源局、海事局}|年底前 ## G:2个,3600万吨 D:2023-12-31
2|{T开通至东南亚集装箱航线不少于3条。}|{L市港航事业发展中心}|{S市商务局、各县（区）}|9月底前 ## G:3条 D:2023-09-30
{H1二、建设海上粮仓}
3|{T建设深远海养殖网箱120口，培育原种场4家。}|{L市农业农村局}|{S市科技局、各县（区）}|11月中旬 ## G:120口,4家 D:2023-11-20
4|{T每季度开展一次伏季休渔联合执法。}|{L市海洋综合执法支队}|{S海事局、市公安局}|持续推进 ## Y:quarterly,ongoing O:1次
{H1三、修复海洋生态}
5|{H2整治岸线。}|||
（1）|{T修复受损岸线18公里，退养还滩600亩。}|{L市自然资源局}|{S市生态环境局、各县（区）}|10月底前 ## N:5(1) G:18公里,600亩 D:2023-10-31
（2）|{T入海排污口整治率达到100%。}|{L市生态环境局}|{S市城管局}|6月底前 ## N:5(2) G:100% D:2023-06-30
{H2}6|{T近岸海域优良水质比例保持在85%以上。}|{L市生态环境局}|无|12月底前 ## G:85% D:2023-12-31
""")
COAST_HEADER = "序号工作任务牵头单位配合单位完成时限"
COAST_CELLS = COAST.text.replace("|", "").replace("\n", "").replace("二、建", COAST_HEADER + "二、建（2项）", 1)
COAST_CELLS = COAST_HEADER + COAST_CELLS.replace("二、建（2项）设海上粮仓", "二、建设海上粮仓（2项）")

# run together, the class merged down on the left of the numbers, the leader merged too
COLLEGE = Marked("""{H1党的建设}|1|{T轮训基层党支部书记46名，培训率达到100%。}|{P戴文远}|{R组织部}|4月底 ## N:1 G:46名,100% D:2022-04-30
^|2|{T每学期召开一次思想政治工作例会。}|^|{R宣传部、马克思主义学院}|常态化 ## N:2 P:戴文远 Y:half_yearly,ongoing O:1次
{H1教学改革}|3|{T立项建设一流课程12门，新编教材5部。}|{P罗静}|{R教务处、各二级学院}|10月 ## N:3 G:12门,5部 D:2022-10-31
^|4|{T毕业生去向落实率稳定在92%以上。}|{P顾大江}|{R学生工作处、各二级学院}|8月底前 ## N:4 G:92% D:2022-08-31
{H1后勤保障}|5|{T改造学生公寓3栋，新增床位480张。}|^|{R后勤管理处、基建处}|7月上旬 ## N:5 P:顾大江 G:3栋,480张 D:2022-07-10
^|6|{T节能监管平台投入使用，生均能耗下降3%。}|^|{R后勤管理处}|12月 ## N:6 P:顾大江 G:3% D:2022-12-31
""")
COLLEGE_ROWS = grid("分类|序号|工作任务|分管领导|责任部门|完成时间\n" + COLLEGE.text)

# run together under a header of two rows
MILLS = Marked("""1|{T全年实施技改项目85个，工业投资增长12%以上。}|{P陆明}|{L县工信局}|{S县发改局、各镇}|11月底前 ## G:85个,12% D:2022-11-30
2|{T培育“小巨人”企业6家，每家奖励20万元。}|{P陆明}|{L县工信局}|{S县财政局}|12月底前 ## G:6家 O:20万元 D:2022-12-31
3|{T盘活低效工业用地700亩。}|{P俞悦}|{L县自然资源局}|{S县工信局、开发区管委会}|9月底前 ## G:700亩 D:2022-09-30
4|{T建成5G基站320座，实现镇区连续覆盖。}|{P俞悦}|{L县大数据中心}|{S各通信企业}|上半年 ## G:320座 D:2022-06-30
5|{T常态化开展政银企对接，每季度不少于2场。}|{P肖扬}|{L县金融办}|{S各银行}|持续推进 ## G:2场 Y:quarterly,ongoing
""")
MILLS_ROWS = grid("序号|重点任务|责任分工|<|<|完成时限\n^|^|分管领导|牵头单位|配合单位|^\n" + MILLS.text)

# a cell a line; the limit is merged over the rows of a class
LOANS = Marked("""{H1要素保障}|1|{T新增授信额度30亿元，企业贷款平均利率下降0.3个百分点。}|{L市金融局}|{S人民银行中心支行}|6月底 ## N:1 G:30亿元,0.3个百分点 D:2021-06-30
^|2|{T收储土地2000亩，供应工业用地1200亩。}|{L市自然资源局}|{S各县（市、区）}|^ ## N:2 G:2000亩,1200亩 D:2021-06-30
{H1人才支撑}|3|{T引进硕士以上人才260人，建设人才公寓400套。}|{L市委组织部}|{S市人社局、市住建局}|12月 ## N:3 G:260人,400套 D:2021-12-31
^|4|{T组织技能大赛10场，新增高技能人才900人。}|{L市人社局}|{S市总工会}|^ ## N:4 G:10场,900人 D:2021-12-31
""")
LOANS_ROWS = grid("类别|序号|工作内容|主办单位|协办单位|办结时限\n" + LOANS.text)

SAMPLES = (
    Sample("sixth-flat-health-pipes", "清单.txt", {19: "pipe-delimited with stray", 44: "merged down the left"},
           lambda: txt(HEALTH_TEXT, "gb18030"),
           expected("海棠区疫情防控补短板工作任务清单", "海防指发〔2020〕9号", "海棠区新冠肺炎疫情防控工作指挥部办公室", "2020-03-16", HEALTH)),
    Sample("sixth-flat-coast-together", "任务分解.txt", {21: "all text run together", 49: "Header repeated", 59: "own clause"},
           lambda: txt(f"海湾市2023年海洋经济重点任务分解表\n{COAST_CELLS}\n海湾市人民政府办公室\n2023年2月20日\n"),
           expected("海湾市2023年海洋经济重点任务分解表", None, "海湾市人民政府办公室", "2023-02-20", COAST)),
    Sample("sixth-flat-college-together", "预览.docx", {21: "a docx preview", 44: "merged down the left"},
           lambda: docx(["江岭学院2022年重点工作任务分解表", run_together(COLLEGE_ROWS), "江岭学院党政办公室", "2022年2月28日"]),
           expected("江岭学院2022年重点工作任务分解表", None, "江岭学院党政办公室", "2022-02-28", COLLEGE)),
    Sample("sixth-flat-mills-together", "分解表.txt", {21: "all text run together", 40: "配合单位"},
           lambda: txt(f"栖霞湾县2022年工业强县任务分解表\n{run_together(MILLS_ROWS)}\n栖霞湾县人民政府办公室\n2022年2月18日\n"),
           expected("栖霞湾县2022年工业强县任务分解表", None, "栖霞湾县人民政府办公室", "2022-02-18", MILLS)),
    Sample("sixth-flat-loans-cells", "清单.txt", {19: "merged cells simply missing", 44: "merged down the left"},
           lambda: txt("临山市2021年服务企业清单\n\n" + cell_a_line(LOANS_ROWS) + "\n\n临山市人民政府办公室\n\n2021年3月2日\n"),
           expected("临山市2021年服务企业清单", None, "临山市人民政府办公室", "2021-03-02", LOANS)),
)  # fmt: skip
