"""A third hand's heads, again: a table of metadata, two bodies that sign, a bulletin, a mirror with pinyin."""

from tests.importing.corpus.make import html, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# 索引号, a stray blank in the number, two bodies sign one above the other; roles by the clause's own words
RIVER = Marked("""一、{H1控源截污}
（一）{H2工业污染}
1.{T沿河化工企业全部进入园区，关闭退出18家，2022年10月底前完成。}（{R市工业和信息化局、市生态环境局、各县〔市、区〕人民政府按职责分工负责}） ## G:18家 D:2022-10-31
2.{T工业园区污水集中处理设施在线监控联网率100%。}（{L市生态环境局}牵头负责） ## G:100%
（二）{H2生活污染}
3.{T新建城镇生活污水处理厂4座，新增日处理能力16万吨。}（{L市住房城乡建设局}牵头，{S市发展改革委、市水务集团}参与，{S各县〔市、区〕人民政府}配合） ## G:4座,16万吨
4.{T行政村生活污水治理率达到43%以上，优先治理水源地周边村庄。}（{L市生态环境局、市农业农村局}牵头，{S市乡村振兴局}参与） ## G:43%
二、{H1生态修复}
（一）{H2岸线整治}
5.{T腾退非法码头37处，复绿岸线21.5公里，6月底完成。}（{L市交通运输局}牵头，{S市水利局、市公安局}参与） ## G:37处,21.5公里 D:2022-06-30
6.{T十年禁渔巡护全覆盖，每半年开展一次水生生物资源监测。}（{R市农业农村局负责}） ## Y:half_yearly O:1次,100%
（二）{H2湿地保护}
7.{T恢复退化湿地600公顷，建设省级湿地公园2个。}（{L市林业局}牵头，{S市自然资源和规划局}参与） ## G:600公顷,2个
三、{H1制度保障}
8.{T健全河湖长履职评价办法，市级河长每季度巡河不少于1次、县级河长每月巡河不少于1次。}（{R市河长办负责，持续推进}） ## Y:monthly,quarterly,ongoing O:1次,1次
9.{T落实生态补偿资金1.1亿元，对水质改善的县每年奖励不超过2000万元。}（{R市财政局、市生态环境局分别负责}） ## G:1.1亿元 O:2000万元 Y:null,yearly
""")
for one in RIVER.tasks:
    for unit in one["departments"]:
        for tail in ("按职责分工负责", "分别负责", "负责，持续推进", "负责"):
            unit["name"] = unit["name"].removesuffix(tail)
    one["departments"] = [unit for unit in one["departments"] if unit["name"] != "持续推进"]
RIVER_BODY = (
    """<table border="1"><tr><td>索 引 号</td><td>014308812/2022-00041</td><td>发布机构</td><td>市生态环境局</td></tr>
<tr><td>发文字号</td><td>清环联发 〔2022〕4号</td><td>成文日期</td><td>2022-03-09</td></tr>
<tr><td>标　　题</td><td colspan="3">关于印发《清江流域水环境治理2022年度任务分工》的通知</td></tr>
<tr><td>有 效 性</td><td>有效</td><td>发布日期</td><td>2022-03-21</td></tr></table>
<h1>关于印发《清江流域水环境治理2022年度任务分工》的通知</h1><p>清环联发 〔2022〕4号</p>
<p>各县〔市、区〕人民政府，市有关部门：</p><p>经市政府同意，现将《清江流域水环境治理2022年度任务分工》印发给你们，请认真组织实施。</p>
<p align="right">清江市生态环境局</p><p align="right">清江市水利局</p><p align="right">2022年3月9日</p>
<h2>清江流域水环境治理2022年度任务分工</h2>
"""
    + "".join(f"<p>{line}</p>\n" for line in RIVER.text.splitlines())
    + '<p>附件：<a href="/f/1.doc">1.任务分工表.doc</a></p><p>扫一扫在手机打开当前页</p>'
)

# a bulletin of inspection: problems with measures in label lines; its number is that of the issue
BULLETIN = Marked(
    """问题一：{H1部分村级活动场所闲置}
1、{T盘活闲置活动场所41处，植入养老、助餐等服务。}
责任领导：{P宋 玉}
责任单位：{R县委组织部、县民政局}
完成时限：2023年9月底 ## G:41处 D:2023-09-30
2、{T建立活动场所使用台账，按月通报使用情况。}
责任领导：{P宋 玉}
责任单位：{R各乡镇党委}
完成时限：立行立改，长期坚持 ## Y:monthly,ongoing
问题二：{H1项目资金拨付迟缓}
3、{T清理沉淀资金3200万元，拨付率提高到90%以上。}
责任领导：{P范 宏}
责任单位：{R县财政局；县乡村振兴局}
完成时限：2023年7月15日前 ## G:3200万元,90% D:2023-07-15
4、{T压缩拨付审批环节至4个以内，即收即办。}
责任领导：{P范 宏}
责任单位：{R县财政局}
完成时限：即知即改 ## G:4个
问题三：{H1农村饮水水质不稳定}
5、{T更换净水设备23套，水质合格率达到95%。}
责任领导：{P邹志强}
责任单位：{R县水利局、县疾控中心等有关部门}
完成时限：2023年8月中旬 ## G:23套,95% D:2023-08-20
""".replace("县疾控中心等有关部门}", "县疾控中心}等有关部门")
)
for one, name in zip(BULLETIN.tasks, ("宋玉", "宋玉", "范宏", "范宏", "邹志强"), strict=True):
    one["leaders"] = [name]
    one["heading_also"] = [f"问题{which}：{one['heading']}" for which in "一二三"]
BULLETIN_HEAD = """督 察 通 报
第十七期
中共石桥县委督察考核办公室    2023年6月5日

关于乡村振兴领域督察问题整改任务的通报

各乡镇党委，县直有关单位：
5月8日至20日，县委督察办对12个乡镇、36个村进行了督察，发现问题3类。现将整改任务通报如下，请各单位于6月10日前报送整改方案。

"""

# a mirror site: traditional characters, pinyin behind some of them
TEMPLE = Marked("""一、{T完成校園消防管道更換1.5公里，2016年8月底前竣工。}（責任科室：{R總務科、安全科}） ## G:1.5公里 D:2016-08-31
二、{T開設校本選修課30門，社團參與率達到90%。}（責任科室：{R教務科、團委}） ## G:30門,90%
三、{T每學期舉辦家長開放日1次，家訪覆蓋面不低於80%。}（責任科室：{R德育科、各年級組}） ## Y:half_yearly G:80% O:1次
四、{T選派骨幹教師15人赴外研修，創建市級名師工作室2個。}（責任科室：{R人事科}） ## G:15人,2個
五、{T高考本科上綫率力爭突破85%。}（責任科室：{R高三年級組、教務科}） ## G:85%
六、{T建成數字化實驗室3間，10月投入使用。}（責任科室：{R裝備科}） ## G:3間 D:2016-10-31
七、{T落實學生資助政策，發放助學金24萬元，做到應助盡助。}（責任科室：{R資助科、財務科}） ## G:24萬元
""")
READ_ALOUD = {
    "校園": "校園(yuán)",
    "開設": "開(kāi)設",
    "年級組": "年級(jí)組",
    "數字化": "數(shù)字化",
    "財務科": "財務科(kē)",
}


def read_aloud(text: str) -> str:
    for word, spelled in READ_ALOUD.items():
        text = text.replace(word, spelled)
    return text


for one in TEMPLE.tasks:
    one["text_also"] = [read_aloud(one["text"])]
    for goal in one["targets"]:
        goal["optional"] = True
TEMPLE_NAMES = {read_aloud(unit["name"]): unit["name"] for one in TEMPLE.tasks for unit in one["departments"]}
TEMPLE_TEXT = (
    "首頁 >> 校(xiào)務公開 >> 正文\n省立第五中學關(guān)於印發2016年重點工作責任分工的通知\n校發〔2016〕11號\n各科室、各年級(jí)組：\n現將《省立第五中學2016年重點工作責任分工》印發給你們。\n"
    "省立第五中學\n2016年3月1日\n省立第五中學2016年重點工作責任分工\n"
    + read_aloud(TEMPLE.text)
    + "上一篇：開學通知\n下一篇：食堂招標公告\n"
)

SAMPLES = (
    Sample("third-text-two-river-metadata", "任务分工.html", {110: "索引号/发布机构 metadata", 107: "stray blank", 76: "分别负责", 111: "Attachment only as a link", 86: "各区〔市、县〕"},
           lambda: html(RIVER_BODY),
           expected("清江流域水环境治理2022年度任务分工", "清环联发 〔2022〕4号", "清江市生态环境局 清江市水利局", "2022-03-09", RIVER,
                    issuer_also=["清江市生态环境局", "清江市水利局", "清江市生态环境局、清江市水利局"])),
    Sample("third-text-two-bulletin", "通报.txt", {107: "督察通报第十七期", 14: "label lines of their own", 92: "inner blanks"},
           lambda: txt(BULLETIN_HEAD + BULLETIN.text + "\n报：县委常委。\n发：各乡镇党委，县直有关单位。（共印90份）\n", "gb18030"),
           expected("关于乡村振兴领域督察问题整改任务的通报", "第十七期", "中共石桥县委督察考核办公室", "2023-06-05", BULLETIN,
                    doc_number_also=[None, "督察通报第十七期"], title_also=["督察通报"])),
    Sample("third-text-two-mirror-pinyin", "责任分工.txt", {114: "traditional-character", 115: "關(guān)", 57: "一、 is itself the task"},
           lambda: txt(TEMPLE_TEXT),
           expected("省立第五中學2016年重點工作責任分工", "校發〔2016〕11號", "省立第五中學", "2016-03-01", TEMPLE, aliases=TEMPLE_NAMES)),
)  # fmt: skip
