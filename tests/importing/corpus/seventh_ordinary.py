"""Ordinary documents as copying left them: headings run into their first item, a sentence pasted twice, a forum's floors."""

from tests.importing.corpus.make import Line, Table, docx, grid, html, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a county's extract: a sentence twice in its cell, leaders run together, names of one level joined by 及
CROPS = Marked(
    """80|{T新建高标准农田5.2万亩，亩均投资不低于1500元。}|俞 悦|{L县农业农村局}|{R县财政局、县水利局，各乡镇人民政府} ## G:5.2万亩,1500元 P:俞悦
81|{T粮食播种面积稳定在68万亩以上，总产量达到31万吨。粮食播种面积稳定在68万亩以上，总产量达到31万吨。}|俞 悦|{L县农业农村局}|{R各乡镇人民政府} ## G:68万亩,31万吨 P:俞悦
83|{T创建省级农业产业强镇1个，新增市级以上龙头企业3—5家。}|陆 明俞 悦|{L县农业农村局}|{R县发展改革局、县工业信息化局、县农业农村局} ## G:1个,3-5家 P:陆明、俞悦
86|{T畜禽粪污综合利用率达到92%，病死畜禽无害化处理率100%。}|肖 扬|{L县畜牧水产中心}|{R县生态环境分局}等 ## G:92%,100% P:肖扬
90|{T{+选派+}科技特派员60名，每个行政村每季度至少开展1次技术服务。}|肖 扬|{L县科技局}|{R县农业农村局、县农科所}及县供销社 ## G:60名 O:1次 Y:quarterly P:肖扬 R:县供销社
91|{T村集体经济年收入10万元以上的村占比达到四分之三以上。}|陆 明|{L县委组织部}|{R县农业农村局、县财政局} ## G:75% O:10万元 P:陆明
""".replace("{+选派+}", "选派")
)
CROPS_PRINTED = CROPS.text.replace("5.2万亩", "{-4.8-}{+5.2+}万亩").replace("选派科", "{+选派+}科")
CROPS_COLUMNS = "序号|目标与任务|分管县领导|牵头责任单位|责任单位\n"

# a bank's plan: headings run into the first item below them, label lines behind each, all with half-width marks
BANK_HEAD = """竹海农商银行2019年度重点工作任务分解
(竹农商〔2019〕11号,2019年2月28日)
为确保全年目标实现,现将2019年度重点工作任务分解如下:
"""
BANK = Marked("""一、{H1做优存贷主业}
1.{T各项存款净增18亿元以上,活期存款占比不低于35%.}责任单位:{R零售业务部、公司业务部,各支行}. ## G:18亿元,35%
2.{T涉农贷款余额达到42亿元,新增农户授信1.2万户.}责任单位:{R三农业务部、各支行}. ## G:42亿元,1.2万户
3.{T普惠小微贷款增速高于各项贷款增速,3月底前出台专项激励办法.}责任单位:{R公司业务部、计划财务部}. ## D:2019-03-31
二、{H1强化风险管控}
4.{T不良贷款率控制在2.2%以内,清收处置不良贷款6500万元.}责任单位:{R风险管理部、资产保全中心}. ## G:2.2%,6500万元
5.{T每季度开展一次流动性压力测试.}责任单位:{R计划财务部}. ## Y:quarterly O:1次
6.{T员工异常行为排查实现全覆盖,发现问题立行立改.}责任单位:{R合规管理部、监察室}. ## O:100%
三、{H1提升服务质效}
7.{T布设村级金融服务站120个,每站补助5000元.}责任单位:{R三农业务部、运营管理部}. ## G:120个 O:5000元
8.{T手机银行签约客户突破15万户,客户投诉3个工作日内办结.}责任单位:{R电子银行部}. ## G:15万户 O:3个工作日
""")
BANK_TEXT = BANK_HEAD + "".join(
    line if line[0].isdigit() else f"\n{line}" for line in BANK.text.strip().split("\n")
).lstrip("\n")

# a forum: letters against copying in hidden spans, replies below that are numbered too
YOUTH = Marked("""一、{T深化“青年文明号”创建活动。全年新创市级以上青年文明号30个，推动窗口服务提质增效。}（责任部门：{R青年发展部}） ## G:30个
二、{T实施青年就业见习计划。开发见习岗位2000个，见习留用率达到40%以上，对35岁以下登记失业青年优先推荐。}（责任部门：{R青年发展部、权益部}） ## G:2000个,40%
三、{T办好“少年宫公益课堂”。2016—2020年，每年开设公益班次150个。}（责任部门：{R少年部、青少年宫}） ## G:150个 Y:yearly D:2020-12-31,null
四、{T开展志愿服务“五个一”行动。在2018年之前，注册志愿者人数占常住人口比例达到13%。}（责任部门：{R志愿者工作部}） ## G:13% D:2018-12-31,2017-12-31
五、{T加强基层团组织建设。每届任期内至少开展1次团干部集中轮训，非公企业建团率提高5个百分点。}（责任部门：{R组织部、机关党支部}） ## Y:per_term G:5个百分点 O:1次
六、{T常态化联系服务青年。每名专职团干部经常性联系100名左右青年。}（责任部门：{R各部室、直属单位}） ## Y:ongoing G:100名
""")
LETTERS = ("1 S9 y8 `+ F5", "7 d! o2 K", "; r8 x( v4 w", "9 ^+ n5 b$ t", "0 u6 m) p", "3 g8 k' y1")
YOUTH_LINES = "".join(
    f'{line}<span style="display:none">{letters}</span><br/>\n'
    for line, letters in zip(YOUTH.text.strip().split("\n"), LETTERS, strict=True)
)
YOUTH_PAGE = f"""<div class="nav">论坛首页 &gt; 机关公文 &gt; 总结计划</div>
<h2>[分享] 共青团蓝湾市委2016年重点工作任务分工</h2>
<div class="post"><p>楼主：青青草　发表于 2016-3-22 20:15　查看：860　回复：2</p>
<div class="words">共青团蓝湾市委2016年重点工作任务分工<br/>
蓝青字[2016]8号<br/>
{YOUTH_LINES}共青团蓝湾市委员会<br/>2016年3月10日</div></div>
<div class="post"><p>2楼：小树　发表于 2016-3-23 08:01</p><div class="words">一、谢谢楼主，很有用。（责任部门：哈哈）</div></div>
<div class="post"><p>3楼：路人甲　发表于 2016-3-25 10:44</p><div class="words">2.有没有2017年的？</div></div>"""

SAMPLES = (
    Sample("seventh-county-extract-docx", "任务分解.docx", {116: "sentence repeated by copy-paste", 61: "starts above 1", 88: "Final 及"},
           lambda: docx([Line("石门岭县2023年政府工作报告重点任务分解表", centred=True), Line("（节选）", centred=True), Table(grid(CROPS_COLUMNS + CROPS_PRINTED))]),
           expected("石门岭县2023年政府工作报告重点任务分解表", None, "石门岭县", None, CROPS, issuer_also=[None],
                    title_also=["石门岭县2023年政府工作报告重点任务分解表（节选）"])),
    Sample("seventh-bank-plan-txt", "农商行.txt", {15: "clause inline without brackets", 107: "文号"}, lambda: txt(BANK_TEXT),
           expected("竹海农商银行2019年度重点工作任务分解", "竹农商〔2019〕11号", "竹海农商银行办公室", "2019-02-28", BANK,
                    issuer_also=["竹海农商银行"], issued_on_also=[None])),
    Sample("seventh-forum-floors-html", "团市委.html", {115: "anti-copy garbage", 57: "一、 is itself the task"},
           lambda: html(YOUTH_PAGE, title="[分享] 共青团蓝湾市委2016年重点工作任务分工 - 秘书论坛"),
           expected("共青团蓝湾市委2016年重点工作任务分工", "蓝青字[2016]8号", "共青团蓝湾市委员会", "2016-03-10", YOUTH)),
)  # fmt: skip
