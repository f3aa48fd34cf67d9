"""A third hand's heads and times, the fourth time: a Big5 mirror, garbage inside the lines, times of every wording."""

from tests.importing.corpus.make import html, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# 第x号, a title over three lines, blanks in the date, clauses of a notice that are no tasks
DEFENCE = Marked("""（一）{H1监测预警}
1.{T新建雨量自动监测站64个，山洪灾害危险区预警广播覆盖率100%。}（市水文局牵头负责） ## G:64个,100% L:市水文局
2.{T4月底前完成全市2300处地质灾害隐患点核查。}（市自然资源局牵头，各县（市、区）参与） ## D:2020-04-30 G:2300处 L:市自然资源局 S:各县（市、区）
3.{T汛期每周至少会商1次，红色预警发布后10分钟内电话叫应到人。}（市气象局、市应急局负责） ## Y:weekly O:1次,10分钟 R:市气象局、市应急局
（二）{H1工程除险}
4.{T除险加固小型水库31座，主汛期前完成主体工程。}（市水利局牵头，市财政局配合） ## G:31座 D:null,2020-06-30,2020-05-31,2020-07-31 L:市水利局 S:市财政局
5.{T疏通城区排水管网210公里，易涝点减少三分之一以上。}（市城管局、市水务公司按职责分工负责） ## G:210公里,33.33% R:市城管局、市水务公司
6.{T储备编织袋20万条、冲锋舟45艘，专业抢险队伍不少于8支、400人。}（市应急局牵头，市水利局、市粮食和物资储备局配合，5月15日前到位） ## G:20万条,45艘,8支,400人 D:2020-05-15 L:市应急局 S:市水利局、市粮食和物资储备局
（三）{H1责任落实}
7.{T每年汛前、汛后各组织一次水工程安全检查。}（市水利局牵头负责） ## Y:yearly,half_yearly O:1次 L:市水利局
8.{T乡镇防汛干部轮训率达到100%，人均培训不少于8学时。}（市防汛办负责） ## G:100%,8学时 R:市防汛办
9.{T修订城市防洪应急预案，自2020年7月1日起施行。}（市应急局负责） ## R:市应急局 D:null,2020-07-01
""")
DEFENCE_HEAD = """衡水口市防汛抗旱指挥部文件
衡汛旱指〔2020〕第7号

衡水口市防汛抗旱指挥部
关于印发2020年全市防汛备汛
重点任务分工方案的通知

各县（市、区）人民政府，市防指各成员单位：
现将《2020年全市防汛备汛重点任务分工方案》印发你们，并提出以下要求：
1.压实责任。各牵头单位要细化分工（联系人：何工，电话：0000-2233445）。
2.强化调度。每周五16时前报送进度，4月15日前报送工作台账。
衡水口市防汛抗旱指挥部
2020 年 3 月 30 日

2020年全市防汛备汛重点任务分工方案

"""

# a forum: garbage inside the lines, the clauses on lines of their own without labels before
CLEAN = Marked("""1、{T清运积存垃圾1600吨，硬化巷道22条。}（责任单位：{R镇城建办、各村}） ## G:1600吨,22条
2、{T每天清扫主街不少于2遍，长期坚持。}（责任单位：{R镇环卫站}） ## Y:ongoing O:2遍
3、{T栽植绿化苗木8000株，3月底前完成。}（责任单位：{R镇林业站}） ## G:8000株 D:2010-03-31
4、{T改水改厕650户，每户补助400元。}（责任单位：{R镇卫生院、各村}） ## G:650户,400元
5、{T拆除违章建筑35处，一律不留死角。}（责任单位：{R镇土管所、派出所}） ## G:35处
""")
MESS = ("9 u% {7 x! N2 c4 Q", "; M8 r' l: B) h0 E", "6 Y0 w8 e+ i% m- z", "", "! b1 X+ n4 T9 o3 V")


def spoiled(line: str, mess: str) -> str:
    """The garbage stands behind the first comma's line break, as forums put it at every break."""
    return line.replace("，", f"，{mess}\n", 1) if mess else line


# a Big5 page of a mirror
HARBOR = Marked("""（一）{T加開渡輪航班每日12班次，節假日增加4班次。}（牽頭單位：{L運輸署}；配合單位：{S海事處}） ## G:12班次,4班次
（二）{T更換碼頭防撞設施36組，2015年9月底前完成。}（牽頭單位：{L土木工程署}；配合單位：{S海事處、運輸署}） ## G:36組 D:2015-09-30
（三）{T每季度舉行海上救援演習，參演船隻不少於20艘。}（牽頭單位：{L海事處}；配合單位：{S消防處、水警總區}） ## Y:quarterly G:20艘
（四）{T訓練持證船員450人，合格率達到95%。}（牽頭單位：{L海事訓練學院}；配合單位：{S海事處}） ## G:450人,95%
（五）{T清理海面垃圾3000噸，沿岸監察長期堅持。}（牽頭單位：{L環境署}；配合單位：{S海事處、各區辦事處}） ## G:3000噸 Y:ongoing
""")
for one in HARBOR.tasks:
    for goal in one["targets"]:
        goal["optional"] = True

# every wording of a time, in the sentence
CLOCK = Marked("""第一条　{T2024年一季度末前完成用户档案核对12万户。}责任部门：{R营销部} ## N:第一条 D:2024-03-31 G:12万户
第二条　{T今年5月底前更换智能电表3.2万只。}责任部门：{R计量中心} ## N:第二条 D:2024-05-31 G:3.2万只
第三条　{T次年3月底前完成年度审计整改。}责任部门：{R审计部} ## N:第三条 D:2025-03-31
第四条　{T6—9月开展迎峰度夏特巡，巡视线路800公里。}责任部门：{R运维检修部} ## N:第四条 D:2024-09-30,null G:800公里
第五条　{T到“十四五”末，户均停电时间压缩到5小时以内。}责任部门：{R调度中心、运维检修部} ## N:第五条 D:2025-12-31 O:5小时 G:5小时
第六条　{T力争3年内新建充电站45座。}责任部门：{R市场部} ## N:第六条 D:2026-12-31,2027-12-31,null,2024-12-31 G:45座
第七条　{T截至2023年底已改造台区210个，2024年再改造90个。}责任部门：{R配网办} ## N:第七条 G:90个 D:null,2024-12-31
第八条　{T每两年修编一次大面积停电应急预案。}责任部门：{R安全监察部} ## N:第八条 Y:every_2_years O:1次
第九条　{T每月最后一个周五开展安全日活动，班组覆盖率100%。}责任部门：{R安全监察部} ## N:第九条 Y:monthly G:100%
第十条　{T《电力设施保护办法》自2024年6月1日起执行，上半年完成宣贯3轮。}责任部门：{R法规部} ## N:第十条 D:2024-06-30 G:3轮
第十一条　{T11月中旬前组织冬季保供演练。}责任部门：{R调度中心} ## N:第十一条 D:2024-11-20,2024-11-10
第十二条　{T国庆节前投运城南变电站扩建工程。}责任部门：{R建设部} ## N:第十二条 D:2024-09-30,2024-10-01,null
第十三条　{T2024年10月10日至12月10日开展秋季安全大检查。}责任部门：{R安全监察部} ## N:第十三条 D:2024-12-10
第十四条　{T2022年投运的设备每半年开展一次状态评价。}责任部门：{R运维检修部} ## N:第十四条 Y:half_yearly O:1次
""")
for one in CLOCK.tasks:
    one["number_also"] = [one["number"].strip("第条")]
CLOCK.tasks[4]["targets"] = [{"text": "5小时", "value": 5, "unit": "小时", "optional": True}]

SAMPLES = (
    Sample("third-text-four-defence-head", "防汛.txt", {107: "文号 with 〔年〕", 108: "broken over two or three lines", 66: "requirement paragraphs", 75: "A牵头负责"},
           lambda: txt(DEFENCE_HEAD + DEFENCE.text, "gb18030", "\r\n"),
           expected("2020年全市防汛备汛重点任务分工方案", "衡汛旱指〔2020〕第7号", "衡水口市防汛抗旱指挥部", "2020-03-30", DEFENCE)),
    Sample("third-text-four-clean-forum", "帖子.txt", {115: "anti-copy garbage", 72: "责任单位/责任部门"},
           lambda: txt("标题：石牌镇2010年环境卫生整治任务分解\n作者：山村笔记  时间：2010-2-24 20:11\n\n石牌镇2010年环境卫生整治任务分解\n"
                       + "\n".join(spoiled(line, mess) for line, mess in zip(CLEAN.text.splitlines(), MESS, strict=True))
                       + "\n石牌镇人民政府\n2010年2月20日\n\n回复 1楼：支持！\n回复 2楼：1、建议加上河道清理。（责任单位：水利站）\n"),
           expected("石牌镇2010年环境卫生整治任务分解", None, "石牌镇人民政府", "2010-02-20", CLEAN)),
    Sample("third-text-four-harbor-big5", "分工.html", {114: "traditional-character mirrors", 73: "配合单位：B"},
           lambda: html("<h1>海島離島交通改善2015年工作分工表</h1><p>運字〔2015〕6號</p>" + "".join(f"<p>{line}</p>\n" for line in HARBOR.text.splitlines()) + "<p>離島交通事務委員會</p><p>2015年2月10日</p>",
                        title="公告", navigation=False, encoding="big5-hkscs"),
           expected("海島離島交通改善2015年工作分工表", "運字〔2015〕6號", "離島交通事務委員會", "2015-02-10", HARBOR)),
    Sample("third-text-four-clock-articles", "工作安排.txt", {64: "第七条", 96: "inside the task text", 97: "5年内", 100: "每届"},
           lambda: txt("柳州湾供电公司2024年重点工作安排\n供电办〔2024〕11号\n\n" + CLOCK.text + "\n柳州湾供电公司\n2024年1月15日\n"),
           expected("柳州湾供电公司2024年重点工作安排", "供电办〔2024〕11号", "柳州湾供电公司", "2024-01-15", CLOCK)),
)  # fmt: skip
