"""A third hand's tables turned into text, the fourth time: ragged pipes, empty cells, boxes with merged parents, one paragraph."""

import json

from tests.importing.corpus.make import boxed, cell_a_line, grid, html, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# cells of several lines, some without helpers; the problem and its number are merged
COURT = Marked("""1|{H1诉讼服务不够便捷}|{T建成24小时自助法院3处，\\n跨域立案覆盖全部基层法庭。}|{L立案庭}|{S信息中心、\\n司法警察支队}|8月底前 ## G:3处 D:2023-08-31
^|^|{T网上立案率提高到85%，\\n立案材料当日审核率不低于95%。}|{L立案庭}||年底前 ## G:85%,95% D:2023-12-31
2|{H1审判执行效率有待提升}|{T长期未结案件清理比例达到80%以上，\\n平均审理天数缩短至45天以内。}|{L审判管理办公室}|{S各审判业务庭}|第四季度 ## G:80% O:45天 D:2023-12-31
^|^|{T首次执行案件终本合格率\\n保持100%。}|{L执行局}||持续推进 ## G:100% Y:ongoing
^|^|{T涉民生案件执行到位金额\\n不少于1.6亿元。}|{L执行局}|{S各基层人民法院}|12月20日前 ## G:1.6亿元 D:2023-12-20
3|{H1普法宣传形式单一}|{T拍摄微电影4部，\\n组织“法治进校园”宣讲60场。}|{L宣传教育处}|{S各基层人民法院}|11月 ## G:4部,60场 D:2023-11-30
^|^|{T每月发布典型案例1批，\\n开设普法专栏2个。}|{L研究室}|{S宣传教育处}|长期坚持 ## Y:monthly,ongoing G:2个 O:1批
""")
for one in COURT.tasks:
    one["text"] = one["text"].replace("\\n", "")
    one["departments"] = [{**unit, "name": unit["name"].replace("\\n", "")} for unit in one["departments"]]
COURT_ROWS = grid("序号|问题|整改举措|牵头部门|配合部门|完成时限\n" + COURT.text)

# pipes: doubled, missing at the ends, the section in a row of its own, a sum below
PORTAL = Marked("""| 一、{H1提升服务效能} |
| 1 | {T压缩企业开办时间至0.5个工作日，免费刻章不少于4枚} | {R区市场监管局 、区行政审批局} | 6月底 || ## O:0.5个工作日 G:4枚 D:2020-06-30
| 2 | {T不动产登记一般业务3个工作日办结，网办比例达到70%} | {R市规划资源局永定分局} | 9月底 | ## O:3个工作日 G:70% D:2020-09-30
|| 3 | {T水电气报装环节精简至2个，供电可靠率99.97%} | {R区住建委，各公用企业} | 12月 | ## G:2个,99.97% D:2020-12-31
| 二、{H1降低经营成本} |
| 4 | {T减免中小微企业房租8600万元 } | {R区国资委} | 一季度 ## G:8600万元 D:2020-03-31
| 5 | {T新增普惠小微贷款12亿元，担保费率不高于1%} | {R区金融办 、区财政局} | 年内 || ## G:12亿元,1% D:2020-12-31
| 三、{H1优化法治保障} |
|| 6 | {T商事案件平均审理时长压减20%} | {R区人民法院} | 全年 | ## G:20% D:2020-12-31,null
| 7 | {T涉企行政检查合并率达到60%，同一事项每年不超过一次} | {R区司法局 、区各执法单位} | 长期 | ## G:60% O:1次 Y:ongoing
""")
for one, number in zip(PORTAL.tasks, "1234567", strict=True):
    one["number"], one["text"] = number, one["text"].strip()

# a box with the categories merged down the left and a header that comes again
YOUTH = Marked("""{H1思想引领}|1|{T组织“青年大学习”网上主题团课40期，参学率90%以上。}|{R宣传部} ## N:1 G:40期,90%
^|2|{T培养青年讲师团成员150名，宣讲覆盖团员3万人次。}|{R宣传部、学校部} ## N:2 G:150名,3万人次
{H1服务成长}|3|{T开发大学生实习岗位2000个，办理青年就业见习补贴申报。}|{R青年发展部} ## N:3 G:2000个
^|4|{T“希望工程”筹款不低于500万元，资助困难学生1200人。}|{R志愿者工作部、基金会} ## N:4 G:500万元,1200人
^|5|{T建成青少年服务台86个，每周开放不少于20小时。}|{R权益部} ## N:5 G:86个,20小时 Y:weekly,null
{H1固本强基}|6|{T社会领域新建团组织300家，毕业学生团员组织关系转接率98%。}|{R基层建设部} ## N:6 G:300家,98%
^|7|{T每半年开展一次团费收缴和团员管理督查。}|{R基层建设部、办公室} ## N:7 Y:half_yearly O:1次
""")
YOUTH_ROWS = grid("类别|序号|工作任务|责任部室\n" + YOUTH.text)
YOUTH_BOX = boxed(YOUTH_ROWS, (10, 6, 34, 16))

# everything in one paragraph: headings, items, clauses
PARK = Marked("""一、{H1招商攻坚。}
1.{T签约亿元项目28个，其中外资项目不少于5个。}（责任单位：{R招商服务局、各产业专班}） ## G:28个,5个 O:1亿元
2.{T盘活闲置厂房9.5万平方米。}（责任单位：{R企业服务局}） ## G:9.5万平方米
二、{H1项目建设。}
3.{T标准化厂房三期8月底前交付，可入驻企业30家。}（责任单位：{R建设局、开投集团}） ## O:30家 D:2024-08-31
4.{T污水处理厂提标改造工程5月底动工，年底具备通水条件。}（责任单位：{R建设局、生态环境分局}） ## D:2024-12-31,2024-05-31
5.{T新建110千伏变电站1座。}（责任单位：{R供电分公司}） ## G:1座
三、{H1企业培育。}
6.{T净增规模以上工业企业18户，“小巨人”企业2～3户。}（责任单位：{R经济发展局}） ## G:18户,2-3户
7.{T兑现惠企资金6000万元，免申即享比例超过九成。}（责任单位：{R财政局、经济发展局}） ## G:6000万元,90%
8.{T每季度召开政企恳谈会，解决率不低于95%。}（责任单位：{R企业服务局}） ## Y:quarterly G:95%
""")

# JSON with rows of values below a list of labels, units as objects, one of them without any
SPORT = Marked("""1|{T建设社区健身中心22个、健身步道130公里}|{L市体育局}|{S市住房城乡建设局 各区人民政府}|2022-10-31 ## G:22个,130公里 D:2022-10-31
2|{T承办全国性以上体育赛事6项，带动消费3.5亿元}|{L市体育局}|{S市文化和旅游局 市公安局}|2022年12月 ## G:6项,3.5亿元 D:2022-12-31
3|{T中小学体育场馆开放率达到85%}|{L市教育局}|{S市体育局}|2022年9月前 ## G:85% D:2022-09-30,2022-08-31
4|{T培训社会体育指导员3000人次，每千人拥有社会体育指导员2.5名}|{L市体育总会}||长期 ## G:3000人次,2.5名 Y:ongoing
5|{T市属体校招收青少年运动员240名}|{L市体育运动学校}||秋季开学前 ## G:240名 D:2022-08-31,2022-09-01,null
""")
SPORT_JSON = json.dumps(
    {
        "code": 0,
        "msg": "success",
        "data": {
            "name": "屏山市全民健身2022年重点工作清单",
            "发文机关": "屏山市体育局",
            "成文日期": "2022年3月1日",
            "list": [
                {
                    "index": int(number),
                    "taskContent": text,
                    "departments": [{"name": lead, "role": "牵头"}]
                    + [{"name": name, "role": "配合"} for name in others.split()],
                    "dueDate": day,
                }
                for number, text, lead, others, day in (line.split("|") for line in SPORT.text.splitlines())
            ],
        },
    },
    ensure_ascii=False,
)

# a viewer's page: every cell a div, merged ones missing, page numbers and the header between
GRAIN = Marked("""{H1稳面积}|1|{T早稻播种面积不少于24.6万亩。}|{L县农业农村局}|{S各乡镇}|4月底 ## N:1 G:24.6万亩 D:2021-04-30
^|2|{T复耕撂荒地1.1万亩，奖补每亩不超过300元。}|{L县农业农村局}|{S县财政局、各乡镇}|5月上旬 ## N:2 G:1.1万亩 O:300元 D:2021-05-10
{H1提单产}|3|{T推广优良品种35个，良种覆盖率达97%。}|{L县农科所}|{S县种子站}|全年 ## N:3 G:35个,97% D:null,2021-12-31
^|4|{T病虫害统防统治面积45万亩次。}|{L县植保站}|{S各乡镇}|9月底 ## N:4 G:45万亩次 D:2021-09-30
{H1保收储}|5|{T新建烘干中心12座，日烘干能力1200吨。}|{L县农机中心}|{S县发改局}|7月投入使用 ## N:5 G:12座,1200吨 D:2021-07-31
^|6|{T订单收购粮食8万吨，敞开收购、应收尽收。}|{L县粮食收储公司}|{S县农发行}|12月31日前 ## N:6 G:8万吨 D:2021-12-31
""")
GRAIN_ROWS = grid("工作板块|序号|具体任务|牵头单位|协办单位|完成时间\n" + GRAIN.text)
_GRAIN = cell_a_line(GRAIN_ROWS, "\n").split("\n")
GRAIN_CELLS = [*_GRAIN[:17], "- 1 -", *_GRAIN[:6], *_GRAIN[17:]]

SAMPLES = (
    Sample("third-text-four-court-cells", "整改方案.txt", {19: "merged cells simply missing", 40: "整改措施", 62: "one number, several rows"},
           lambda: txt("柏林市中级人民法院“司法为民”问题整改任务表\n制表单位：柏林市中级人民法院督察室\n制表日期：2023年5月9日\n\n" + cell_a_line(COURT_ROWS)),
           expected("柏林市中级人民法院“司法为民”问题整改任务表", None, "柏林市中级人民法院督察室", "2023-05-09", COURT)),
    Sample("third-text-four-portal-pipes", "营商环境.txt", {20: "pipes", 45: "section rows across"},
           lambda: txt("永定区优化营商环境2020年度行动任务清单\n（永营商办〔2020〕4号）\n\n序号 | 工作任务 | 责任单位 | 完成时限\n" + PORTAL.text + "|| 合计 | 7项 | ||\n\n永定区优化营商环境工作领导小组办公室\n2020年3月18日\n", "gb18030"),
           expected("永定区优化营商环境2020年度行动任务清单", "永营商办〔2020〕4号", "永定区优化营商环境工作领导小组办公室", "2020-03-18", PORTAL)),
    Sample("third-text-four-youth-box", "团委.txt", {21: "box-drawing", 44: "merged down the left"},
           lambda: txt("共青团南浦市委员会2018年工作任务分解\n\n" + YOUTH_BOX + "\n\n共青团南浦市委员会\n2018年2月26日\n"),
           expected("共青团南浦市委员会2018年工作任务分解", None, "共青团南浦市委员会", "2018-02-26", YOUTH)),
    Sample("third-text-four-park-paragraph", "开发区.txt", {12: "numbered paragraphs", 72: "责任单位/责任部门", 54: "continuing across headings"},
           lambda: txt("龙井经济开发区管委会2024年重点任务责任分解\n\n" + "".join(PARK.text.splitlines()) + "\n\n龙井经济开发区管委会\n2024年2月29日\n"),
           expected("龙井经济开发区管委会2024年重点任务责任分解", None, "龙井经济开发区管委会", "2024-02-29", PARK)),
    Sample("third-text-four-sport-json", "list.json", {22: "JSON", 38: "任务"}, lambda: txt(SPORT_JSON),
           expected("屏山市全民健身2022年重点工作清单", None, "屏山市体育局", "2022-03-01", SPORT)),
    Sample("third-text-four-grain-viewer", "粮食.html", {19: "blank line between cells", 49: "page break"},
           lambda: html("<div class='viewer'><div>水口县2021年粮食生产重点任务责任分工表</div>" + "".join(f"<div><span>{cell}</span></div>\n" for cell in GRAIN_CELLS)
                        + "<div>水口县人民政府办公室</div><div>二〇二一年三月三日</div></div>"),
           expected("水口县2021年粮食生产重点任务责任分工表", None, "水口县人民政府办公室", "2021-03-03", GRAIN)),
)  # fmt: skip
