"""As ordinary offices make them: goals in a column of figures, a list of projects behind the clauses of a plan."""

from tests.importing.corpus.make import Line, Sheet, Table, docx, grid, html, html_table, xlsx
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a high-tech zone: what is ranked is named in its second column, the goals are figures with words around them
RANKED = Marked("""{H1经济发展}|1|{T规模以上工业增加值增速}|%|8.5左右|6|{R区工信局} ## N:1 G:8.5%
^|2|{T固定资产投资增速}|%|≥7|6|{R区发改局} ## N:2 G:7%
^|3|{T一般公共预算收入}|亿元|23.6|5|{R区财政局、区税务局} ## N:3 G:23.6亿元
{H1创新驱动}|4|{T新增高新技术企业}|家|35|4|{R区科技局} ## N:4 G:35家
^|5|{T全社会研发经费投入强度}|%|3.1以上|4|{R区科技局、区统计局} ## N:5 G:3.1%
{H1绿色低碳}|6|{T单位地区生产总值能耗下降率}|%|完成市下达任务|5|{R区发改局} ## N:6
^|7|{T地表水省考断面水质优良比例}|%|不低于95|5|{R区生态环境分局} ## N:7 G:95%
{H1民生改善}|8|{T新增普惠托位}|个|640|3|{R区卫健局} ## N:8 G:640个
^|9|{T居民人均可支配收入增速}|%|高于GDP增速|3|{R区统计局、国家统计局高新调查队} ## N:9
^|10|{T新建社区嵌入式服务设施}|处|12～15|3|{R区民政局，各街道} ## N:10 G:12-15处
""")
RANKED_PAGE = """<h2 style="text-align:center">云麓高新区2025年度高质量发展考核指标及任务分工</h2>
<p style="text-align:center">云高管办〔2025〕4号</p>
<p>各街道，区直各部门：</p><p>《云麓高新区2025年度高质量发展考核指标及任务分工》已经管委会同意，现予印发。本考核实行百分制，另设加分项5分、减分项10分。</p>
<p style="text-align:right">云麓高新区管委会办公室</p><p style="text-align:right">2025年2月18日</p>
<p>附表：考核指标及任务分工</p>
"""
RANKED_NOTE = "<p>备注：1.指标目标值以区统计局最终核定为准。2.分值按权重折算。</p>"
RANKED_ROWS = grid("一级指标|序号|二级指标|计量单位|2025年目标值|分值|责任单位\n" + RANKED.text + "合计|<|<|<|<|44|\n")

# a city: tasks as clauses, behind them a list of projects that is none of them, and persons to ring up
HOUSEKEEPERS_HEAD = """广平市人民政府办公室
关于印发广平市促进家政服务业提质扩容
三年行动方案（2023—2025年）的通知
广政办〔2023〕31号
各县（市、区）人民政府，市政府各部门、各直属机构：
《广平市促进家政服务业提质扩容三年行动方案（2023—2025年）》已经市政府同意，现印发给你们，请结合实际认真贯彻落实。
广平市人民政府办公室
2023年6月9日
（此件公开发布）
广平市促进家政服务业提质扩容三年行动方案（2023—2025年）
一、总体目标
到2025年，全市家政服务企业达到600家，从业人员突破3万人，规范化水平明显提升。
"""
HOUSEKEEPERS = Marked("""二、{H1重点任务}
（一）{H2提升从业人员素质}
1.{T支持院校开设家政相关专业，年招生规模不低于500人。}（责任单位：{R市教育局、市人力资源社会保障局}） ## N:1 G:500人
2.{T实施家政培训提升行动，每年培训6000人次，持证上岗率达到85%。}（责任单位：{R市人力资源社会保障局、市商务局、市妇联}） ## N:2 Y:yearly G:6000人次,85%
（二）{H2培育壮大市场主体}
3.{T引进全国性家政连锁企业2家，培育员工制企业10家，2024年底前建成家政产业园1个。}（责任单位：{R市商务局、市发展改革委，各县（市、区）人民政府}） ## N:3 D:2024-12-31 G:2家,10家,1个
4.{T对符合条件的员工制企业给予一次性奖补，最高不超过20万元。}（责任单位：{R市财政局、市商务局}） ## N:4 O:20万元
（三）{H2规范服务市场}
5.{T推广应用“家政信用查”，2025年实现从业人员信用记录全覆盖。}（牵头单位：{L市商务局}；配合单位：{S市公安局、市卫生健康委}） ## N:5 D:2025-12-31 O:100%
""")
HOUSEKEEPERS_END = """三、保障措施
建立市家政服务业发展联席会议制度，每半年召开一次会议，研究解决重大问题。各地、各部门要于每年12月10日前报送工作总结。
附件：1.重点项目清单
2.市级部门联络员名单
附件1
重点项目清单"""
HOUSEKEEPERS_PROJECTS = Marked("""1|{M家政产业园建设项目}|{T建设培训、体检、仓储一体化园区1.2万平方米}|{R云泽区人民政府}|2024年12月 ## D:2024-12-31 G:1.2万平方米
2|{M家政服务平台升级项目}|{T接入企业300家，上线人员档案2万份}|{R市商务局}|2025年6月 ## D:2025-06-30 G:300家,2万份
3|{M社区家政服务网点项目}|{T每年新增网点40个}|{R市民政局、市商务局}|2025年 ## D:2025-12-31 Y:yearly G:40个
""")
HOUSEKEEPERS_PHONES = """1|市商务局|王海|服务业科科长|0000-1230001
2|市教育局|李青|职教科副科长|0000-1230002
3|市妇联|赵月|家儿部部长|0000-1230003"""

# a city: measures counted anew under each problem, who leads and who helps in lines of one cell
WATERS_HEAD = """白沙市突出生态环境问题整改责任清单
（2024年）
白沙市生态环境保护委员会办公室　2024年4月8日
一、水环境方面"""
WATERS_COLUMNS = "序号|存在问题|整改措施|责任分工|整改时限\n"
WATERS = Marked(
    """1|{H1园区污水管网不完善，雨污混流}|1.{T改造雨污分流管网7.8公里，6月底前完成一期。}|牵头单位：{L市水务局}\\n配合单位：{S经开区管委会、市住建局}|2024年10月底前 ## D:2024-10-31 G:7.8公里 N:1(1)
^|^|2.{T建成园区应急事故池3座。}|牵头单位：{L经开区管委会}\\n配合单位：{S市应急局}|2024年12月底前 ## D:2024-12-31 G:3座 N:1(2)
2|{H1散乱污企业反弹}|1.{T开展拉网式排查，关停取缔“散乱污”企业41家。}|牵头单位：{L市生态环境局}\\n配合单位：{S市工信局、市公安局}|2024年8月底前 ## D:2024-08-31 G:41家 N:2(1)
^|^|2.{T建立网格员巡查制度，每周巡查不少于两次。}|牵头单位：{L各乡镇人民政府（街道办事处）}|长期坚持 ## Y:weekly,ongoing O:2次 N:2(2)
""",
    heading="水环境方面",
)
AIRS = Marked(
    """1|{H1施工扬尘管控不到位}|1.{T在建工地安装在线监测设备130套，“六个百分之百”落实率达到95%。}|牵头单位：{L市住建局}\\n配合单位：{S市城管局}|2024年7月底前 ## D:2024-07-31 G:130套,95% N:1(1)
2|{H1露天焚烧屡禁不止}|1.{T秸秆综合利用率提高到94%。}|牵头单位：{L市农业农村局}|2024年底 ## D:2024-12-31 G:94% N:2(1)
^|^|2.{T增设高空瞭望摄像头58个。}|牵头单位：{L市公安局}\\n配合单位：{S市铁塔公司}|2024年6月 ## D:2024-06-30 G:58个 N:2(2)
""",
    heading="大气环境方面",
)

# roads: posts in front of spread names
DRIVERS = Marked("""1|{H1货运治理}|{T查处超限超载车辆1600台次，超限率控制在0.5%以内。}|副局长 贺 云|{R执法支队}|支队长 江 川|12月31日 ## D:2025-12-31 G:1600台次,0.5% P:贺云、江川
2|^|{T新建不停车检测点位4处。}|副局长 贺 云|{R公路中心}|主任 尤 勇|2025年10月 ## D:2025-10-31 G:4处 P:贺云、尤勇
3|{H1客运提质}|{T新开通定制客运线路12条，老年人免费乘车不少于300万人次。}|总工程师 阮 芳|{R运输服务科、运管中心}|科长 卓 越|三季度 ## D:2025-09-30 G:12条,300万人次 P:阮芳、卓越
4|^|{T更新新能源公交车90辆，公交正点率达到92%。}|总工程师 阮 芳|{R市公交集团}|总经理 费 翔|11月底 ## D:2025-11-30 G:90辆,92% P:阮芳、费翔
5|{H1安全应急}|{T每季度开展一次“两客一危”企业隐患排查。}|副局长 贺 云|{R安全监督科}|科长 查 理|长期坚持 ## Y:quarterly,ongoing O:1次 P:贺云、查理
6|^|{T防汛抢险队伍人数不少于200人，备足抢险物资。}|四级调研员 盖 伟|{R公路中心、港航中心}|尤 勇 平 安|5月15日前 ## D:2025-05-15 G:200人 P:盖伟、尤勇、平安
""")
DRIVERS_ROWS = grid(
    """渭东市交通运输局2025年度重点工作责任台账|<|<|<|<|<|<
编制单位：局办公室|<|<|<|编制日期：2025.02.17|<|<
序号|工作类别|目标任务|分管领导|责任部门|责任人|完成期限
"""
    + DRIVERS.text
    + "总计|6项|||||"
)

# steel works: where a danger is and how grave it is are no headings, who has checked it is nobody's leader
DANGERS = Marked("""1|一号炼铁车间|{H1煤气报警器3处失灵}|一般|{T更换煤气报警器，并每月校验1次。}|2.4|师 旷|4月15日前|韩 信|未销号 ## D:2024-04-15 Y:monthly O:1次 P:师旷
2|原料堆场|{H1消防通道被占用}|重大|{T清理占道物料，划定禁停标线，设置警示牌12块。}|1.1|文 种|立即整改|韩 信|已销号 ## G:12块 P:文种
3|职工宿舍|{H1电气线路私拉乱接}|一般|{T统一敷设线路，安装限流装置86套。}|6|师 旷、许 由|2024年5月底|韩 信|未销号 ## D:2024-05-31 G:86套 P:师旷、许由
4|厂区道路|{H1限速标志缺失}|一般|{T补设限速标志，路口加装凸面镜6面。}|0.8|文 种|4月30日|韩 信|未销号 ## D:2024-04-30 G:6面 P:文种
""")
DANGERS_COLUMNS = "序号|隐患部位|隐患描述|隐患等级|整改措施|整改资金（万元）|整改责任人|整改期限|验收人|销号情况\n"

# a county's old site: the page is laid out by tables, with a menu of links
LAID_OUT = Marked("""1|{T推进7个乡镇通三级公路建设，年内完成路基工程42公里。}|{R县交通运输局、县公路段}|12月20日前 ## D:2019-12-20 G:42公里 O:7个
2|{T完成易地扶贫搬迁入住1160户，后续扶持产业覆盖率达到100%。}|{R县扶贫办、县发改局}|9月底前 ## D:2019-09-30 G:1160户,100%
3|{T改造农村危房830户，每户补助2万元。}|{R县住建局}|10月底前 ## D:2019-10-31 G:830户 O:2万元
4|{T开展致富带头人培训4期，培训人数不少于200人。}|{R县农业农村局}|11月 ## D:2019-11-30 G:4期,200人
5|{T对脱贫户每月走访不少于1次，动态监测返贫风险。}|{R各乡镇人民政府}|长期坚持 ## Y:monthly,ongoing O:1次
""")
LAID_OUT_TABLE = html_table(grid("序号|工作任务|责任单位|完成时限\n" + LAID_OUT.text))
LAID_OUT_PAGE = f"""<html><head><title>山口县2019年脱贫攻坚重点任务责任清单 - 山口县人民政府</title></head><body>
<table width="1000" align="center" border="0"><tr><td colspan="2"></td></tr>
<tr><td width="200" valign="top"><table><tr><td>栏目导航</td></tr><tr><td><a href="#">政务要闻</a></td></tr><tr><td><a href="#">通知公告</a></td></tr><tr><td><a href="#">政策解读</a></td></tr></table></td>
<td valign="top"><table width="780"><tr><td align="center"><font size="5">山口县2019年脱贫攻坚重点任务责任清单</font></td></tr>
<tr><td align="center">来源：县扶贫办　作者：佚名　时间：2019-4-2　点击：1024</td></tr>
<tr><td><p>各乡镇人民政府，县直有关部门：</p><p>经县脱贫攻坚领导小组研究同意，现将2019年重点任务责任清单印发给你们，请对照落实。</p>{LAID_OUT_TABLE}<p align="right">山口县脱贫攻坚领导小组</p><p align="right">2019年4月1日</p></td></tr></table></td></tr>
<tr><td colspan="2" align="center">主办：山口县人民政府办公室　电话：0000-7000001</td></tr></table></body></html>"""

SAMPLES = (
    Sample("sixth-ranked-goals-html", "考核指标.html", {28: "预期目标", 44: "parent colu"},
           lambda: html(RANKED_PAGE + html_table(RANKED_ROWS, head="th") + RANKED_NOTE, title="云麓高新区2025年度高质量发展考核指标及任务分工"),
           expected("云麓高新区2025年度高质量发展考核指标及任务分工", "云高管办〔2025〕4号", "云麓高新区管委会办公室", "2025-02-18", RANKED,
                    title_also=["考核指标及任务分工"])),
    Sample("sixth-clauses-and-projects-docx", "行动方案.docx", {28: "two tables in one document", 72: "责任单位"},
           lambda: docx([HOUSEKEEPERS_HEAD + HOUSEKEEPERS.text + HOUSEKEEPERS_END,
                         Table(grid("序号|项目名称|建设内容|责任单位|完成时限\n" + HOUSEKEEPERS_PROJECTS.text)), Line("附件2"),
                         Line("市级部门联络员名单"), Table(grid("序号|单位|姓名|职务|联系电话\n" + HOUSEKEEPERS_PHONES))]),
           expected("广平市促进家政服务业提质扩容三年行动方案（2023—2025年）", "广政办〔2023〕31号", "广平市人民政府办公室", "2023-06-09",
                    HOUSEKEEPERS, HOUSEKEEPERS_PROJECTS)),
    Sample("sixth-measures-counted-anew-docx", "整改清单.docx", {44: "parent colu", 60: "restarts at 1"},
           lambda: docx([WATERS_HEAD, Table(grid(WATERS_COLUMNS + WATERS.text)), "二、大气环境方面", Table(grid(WATERS_COLUMNS + AIRS.text))]),
           expected("白沙市突出生态环境问题整改责任清单", None, "白沙市生态环境保护委员会办公室", "2024-04-08", WATERS, AIRS,
                    title_also=["白沙市突出生态环境问题整改责任清单（2024年）"])),
    Sample("sixth-posts-before-names-xlsx", "责任台账.xlsx", {44: "parent colu", 92: "People"},
           lambda: xlsx(Sheet("责任台账", DRIVERS_ROWS)),
           expected("渭东市交通运输局2025年度重点工作责任台账", None, "局办公室", "2025-02-17", DRIVERS)),
    Sample("sixth-dangers-docx", "隐患台账.docx", {40: "H32", 92: "People"},
           lambda: docx(["龙岗钢铁公司2024年一季度安全隐患排查整改台账", "填报部门：安环部　　　填报日期：2024年4月2日",
                         Table(grid(DANGERS_COLUMNS + DANGERS.text))]),
           expected("龙岗钢铁公司2024年一季度安全隐患排查整改台账", None, "安环部", "2024-04-02", DANGERS)),
    Sample("sixth-laid-out-html", "责任清单.html", {28: "责任单位", 114: "navigation"},
           lambda: LAID_OUT_PAGE.encode(),
           expected("山口县2019年脱贫攻坚重点任务责任清单", None, "山口县脱贫攻坚领导小组", "2019-04-01", LAID_OUT)),
)  # fmt: skip
