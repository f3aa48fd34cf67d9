"""A second hand's documents, after bodies 9 to 11 of the catalogue: gaps, drawn boxes, benchmarks with months."""

from tests.importing.corpus.make import Sheet, Table, boxed, cell_a_line, docx, grid, pdf, txt, xlsx
from tests.importing.corpus.make.grid import UP
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# body 9: an extract with gaps, section rows of which some are empty, ， between classes, a full stop behind the last unit
SCHOOL = Marked("""{H1一、加强党的全面领导}|<|<|<
3|{T健全校院两级理论学习中心组学习制度，中心组集中学习不少于8次，列席旁听覆盖全部二级学院。}|{L党委宣传部}|{S党委办公室，各二级党组织}。 ## G:8次
4|{T完成38个教工党支部换届，双带头人支部书记比例达到100%。}|{L党委组织部}|{S各二级党组织}。 ## G:38个,100%
{H1二、深化教育教学改革}|<|<|<
{H1三、提升科研创新能力}|<|<|<
68|{T新增省级以上科研平台2个，国家级项目立项数增长10%。}|{L科学技术处}|{S人文社科处，各学院、各研究院}。 ## G:2个,10%
69|{T完善科研经费“包干制”，科研到账经费突破3.2亿元。}|{L科学技术处、计划财务处}|{S审计处}。 ## G:3.2亿元
73|{T推动专利成果转化，签订转化合同不少于40项，合同金额5000万元以上。}|{L技术转移中心}|{S科学技术处，各学院}。 ## G:40项,5000万元
{H1四、推进人才强校战略}|<|<|<
74|{T引进高层次人才30~35人，其中学科带头人不少于5人。}|{L人事处}|{S各学院}。 ## G:30-35人,5人
75|{T实施青年教师导师制，新入职教师导师配备率100%。}|{L人事处、教师发展中心}|{S教务处，各学院}。 ## G:100%
{H1五、加强国际交流合作}|<|<|<
{H1六、改善办学条件}|<|<|<
81|{T建成图书馆二期，新增阅览座位2100个。}|{L基建处}|{S图书馆、后勤保障处}。 ## G:2100个
82|{T改造学生公寓6栋，安装空调3200台，暑期结束前完成。}|{L后勤保障处}|{S学生工作处，保卫处}。 ## G:6栋,3200台 D:null,2020-08-31
85|{T推进智慧校园建设，教室多媒体更新率达到90%。}|{L信息化办公室}|{S教务处、国有资产管理处}。 ## G:90%
""")
SCHOOL_HEAD = """沧浪师范学院文件
沧师院发〔2020〕15号
关于印发《沧浪师范学院2020年重点工作任务分解表（摘录）》的通知
各二级学院、各部门：
为确保年度重点工作落到实处，现将任务分解表印发给你们。有关要求如下：
一、各牵头单位要制定实施方案，于3月31日前报学校办公室。
二、各协同单位要主动配合，按时完成任务。
三、学校将把完成情况纳入年度考核。
沧浪师范学院
2020年3月13日
沧浪师范学院2020年重点工作任务分解表（摘录）
"""
SCHOOL_ROWS = grid("序号|重点工作任务|主要责任单位|协同配合单位\n" + SCHOOL.text)
SCHOOL_RECORD = expected("沧浪师范学院2020年重点工作任务分解表（摘录）", "沧师院发〔2020〕15号", "沧浪师范学院", "2020-03-13", SCHOOL,
                         title_also=["沧浪师范学院2020年重点工作任务分解表"])  # fmt: skip

# body 10: no numbers but △, drawn boxes that cut words, ，between classes, the prefix on the first unit only
SAFETY_HEAD = """东洲市安全生产委员会关于印发《东洲市道路交通安全综合治理任务分工表》的通知

东安委〔2009〕6号

各县（市、区）人民政府，市安委会各成员单位：
    《东洲市道路交通安全综合治理任务分工表》已经市政府领导同意，现印发给你们，请认真落实。

                                  东洲市安全生产委员会
                                  二○○九年三月二十六日

                东洲市道路交通安全综合治理任务分工表

"""
SAFETY = Marked("""△{T排查整治国省道事故多发路段35处，落实警示标志和防护设施。}|{P林国栋}|{L市公安局、交通局}|10月底前 ## D:2009-10-31 G:35处
△{T建立客货运企业安全诚信档案，对不达标企业限期整改。}|{P林国栋}|{L市交通局、安全生产监督管理局}|年内见成效 ## D:2009-12-31
△{T取缔非法改装、拼装车辆窝点，报废车辆解体率达到100%。}|{P白 帆}|{L市工商行政管理局、公安局、经济委员会}|6月底前 ## D:2009-06-30 G:100%
△{T中小学校车标识、限速装置安装率100%，签订安全责任书。}|{P白 帆}|{L市教育局，各县（市、区）人民政府}|8月底前 ## D:2009-08-31 G:100%
△{T农村公路危桥改造12座，临水临崖路段安装护栏60公里。}|{P林国栋}|{L市公路局（市农村公路管理处）}|12月 ## D:2009-12-31 G:12座,60公里
△{T深入开展“三超一疲劳”整治，保持严管态势。}|{P林国栋}|{L市公安局}|长期坚持 ## Y:ongoing
△{T每季度召开1次道路交通安全联席会议，通报情况、研究对策。}|{P林国栋}|{L市安全生产监督管理局}|每季度末 ## Y:quarterly O:1次
△{T建成县级以上交通事故紧急救援中心7个，农村交通安全宣传站覆盖所有乡镇。}|{P白 帆}|{L市卫生局，各县（市、区）人民政府}|2010年6月 ## D:2010-06-30 G:7个
""")
for one, short in zip(SAFETY.tasks, SAFETY.tasks, strict=True):
    one["leaders"] = ["".join(short["leaders"])]
SAFETY_ROWS = grid("工作任务|分管领导|牵头组织实施单位|完成时限\n" + SAFETY.text)
SAFETY_RECORD = expected("东洲市道路交通安全综合治理任务分工表", "东安委〔2009〕6号", "东洲市安全生产委员会", "2009-03-26", SAFETY,
                         aliases={"交通局": "市交通局", "安全生产监督管理局": "市安全生产监督管理局", "公安局": "市公安局", "经济委员会": "市经济委员会"})  # fmt: skip

# body 11: benchmark, project, yearly goal and long measures, names run together, months with a point
CITY_HEAD = """望江新区管委会各部门对标赶超工作任务表
（2018年度）

填报单位：望江新区管委会综合办公室　　　　填报时间：2018年4月9日

"""
CITY = Marked("""1|深港湾新区|营商环境|企业开办时间压缩至3个工作日以内|{T梳理企业开办流程，设立“一窗受理”专区；上线网上预约系统，实现营业执照当日领取。}|{P陆 杰}|2018.09 ## N:1 D:2018-09-30 O:3个工作日 X:企业开办时间压缩至3个工作日以内
^|^|^|^|{T选派20名业务骨干赴深港湾新区跟班学习，形成学习报告并转化为制度成果不少于5项。}|{P陆 杰余 悦}|2018.12 ## D:2018-12-31 G:20名,5项 O:3个工作日
2|滨江科创城|科技创新|新增高新技术企业15家，研发投入占比达到3.1%|{T建立高企培育库，入库企业40家；落实研发费用加计扣除，开展政策辅导6场。}|{P余 悦}|2018.11 ## D:2018-11-30 G:40家,6场,15家,3.1%
3|天目湖度假区|全域旅游|创建国家4A级旅游景区1个|{T编制创建方案，完成游客中心改造；新建旅游厕所9座，开通景区直通车线路2条。}|{P冯 思 远}|2018.10 ## D:2018-10-31 G:9座,2条,1个
^|^|^|^|{T策划“四季望江”节庆活动，接待游客120万人次。}|{P冯 思 远}|2018.12 ## D:2018-12-31 G:120万人次 O:1个
4|苏滨工业园|招商引资|引进外资到账2亿美元，签约超10亿元项目3个|{T组建3支驻点招商小组，全年外出招商不少于60次；完善项目跟踪“一项一册”。}|{P陆 杰}|2018.12 ## D:2018-12-31 G:3支,60次,2亿美元,3个 O:10亿元
""")
for one, name in zip(CITY.tasks, ("陆杰", "陆杰 余悦", "余悦", "冯思远", "冯思远", "陆杰"), strict=True):
    one["leaders"] = name.split()
HEADINGS = (
    "深港湾新区 / 营商环境",
    "深港湾新区 / 营商环境",
    "滨江科创城 / 科技创新",
    "天目湖度假区 / 全域旅游",
    "天目湖度假区 / 全域旅游",
    "苏滨工业园 / 招商引资",
)
YEARLY = (
    "企业开办时间压缩至3个工作日以内",
    "企业开办时间压缩至3个工作日以内",
    "新增高新技术企业15家，研发投入占比达到3.1%",
    "创建国家4A级旅游景区1个",
    "创建国家4A级旅游景区1个",
    "引进外资到账2亿美元，签约超10亿元项目3个",
)
for one, above, year in zip(CITY.tasks, HEADINGS, YEARLY, strict=True):
    one["heading"], one["heading_also"] = above, [above.split(" / ")[0], None, f"{above} / {year}", year]
    one["text_also"] = [year, year + one["text"], f"{year}；{one['text']}", f"{year}。{one['text']}"]
CITY_ROWS = grid(
    "序号|对标对象|对标项目|年度赶超目标任务|赶超工作措施（含阶段性重点工作）|责任人|完成时限\n" + CITY.text
)
CITY_RECORD = expected("望江新区管委会各部门对标赶超工作任务表（2018年度）", None, "望江新区管委会综合办公室", "2018-04-09", CITY,
                       title_also=["望江新区管委会各部门对标赶超工作任务表"])  # fmt: skip


def merged(rows: list[list[str]], column: int) -> list[list[str]]:
    """Equal cells one below the other become one."""
    return [
        [UP if x == column and y > 1 and row[x] == rows[y - 1][x] else cell for x, cell in enumerate(row)]
        for y, row in enumerate(rows)
    ]


SAMPLES = (
    Sample("heldout-school-gaps", "任务分解表.txt", {31: "主要责任单位", 61: "B9 3/68/69/73", 45: "sections left empty", 88: "Trailing 。"},
           lambda: txt(SCHOOL_HEAD + "\n\n" + cell_a_line(SCHOOL_ROWS)), SCHOOL_RECORD),
    Sample("heldout-school-gaps-pdf", "任务分解表.pdf", {31: "协同配合单位", 45: "section rows across the table", 66: "一、二、三、"},
           lambda: pdf([SCHOOL_HEAD, Table(SCHOOL_ROWS)], header="沧浪师范学院文件"), SCHOOL_RECORD),
    Sample("heldout-safety-boxes", "分工表.txt", {32: "no number column", 63: "△", 22: "merged cells' text running", 96: "B10", 109: "Chinese-digit date"},
           lambda: txt(SAFETY_HEAD + boxed(merged(SAFETY_ROWS, 1), (30, 10, 20, 12)), encoding="gb18030", newline="\r\n"), SAFETY_RECORD),
    Sample("heldout-safety-pdf", "分工表.pdf", {32: "牵头组织实施单位", 63: "no number"},
           lambda: pdf([SAFETY_HEAD, Table(SAFETY_ROWS)]), SAFETY_RECORD),
    Sample("heldout-benchmarks-lines", "对标.txt", {33: "年度赶超目标任务", 46: "short name + long text", 95: "2018.09", 92: "run together"},
           lambda: txt(CITY_HEAD + cell_a_line(CITY_ROWS)), CITY_RECORD),
    Sample("heldout-benchmarks-sheet", "对标.xlsx", {33: "对标对象", 45: "B7 B11 B26"},
           lambda: xlsx(Sheet("任务表", [["望江新区管委会各部门对标赶超工作任务表", *["<"] * 6], ["（2018年度）", *["<"] * 6],
                                       ["填报单位：望江新区管委会综合办公室", *["<"] * 3, "填报时间：2018年4月9日", *["<"] * 2], *CITY_ROWS])), CITY_RECORD),
    Sample("heldout-school-gaps-docx", "任务分解表.docx", {31: "重点工作任务", 45: "B9"}, lambda: docx([SCHOOL_HEAD, Table(SCHOOL_ROWS)]), SCHOOL_RECORD),
)  # fmt: skip
