"""Flattened tables a sixth time: headers on two lines whose merged cells are missing."""

from tests.importing.corpus.make import grid, piped, txt
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

SAMPLES = (
    Sample("sixth-flat-health-pipes", "清单.txt", {19: "pipe-delimited with stray", 44: "merged down the left"},
           lambda: txt(HEALTH_TEXT, "gb18030"),
           expected("海棠区疫情防控补短板工作任务清单", "海防指发〔2020〕9号", "海棠区新冠肺炎疫情防控工作指挥部办公室", "2020-03-16", HEALTH)),
)  # fmt: skip
