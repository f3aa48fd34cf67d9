"""A second hand's documents as offices keep them: Word's own numbering and tracking, milestones, summary sheets, 1-1."""

from datetime import date

from tests.importing.corpus.make import Line, Sheet, Table, TextBox, cell_a_line, docx, grid, txt, xlsx
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# three levels numbered by Word, a passage struck out and one put in, a footnote, a box beside the text
CARE = Marked("""一、{H1构建养老服务网络}
（一）{H2居家社区服务}
1.{T完成特殊困难老年人家庭适老化改造900户，每户补助不超过3000元。}（牵头单位：{L区民政局}；配合单位：{S区残联、各街道（镇）}） ## G:900户 O:3000元
2.{T新建社区老年助餐点18个，11月底前全部开餐。}（牵头单位：{L区民政局}；配合单位：{S区市场监管局、各街道（镇）}） ## D:2023-11-30 G:18个
3.{T建设家庭养老床位600张。}（牵头单位：{L区民政局}；配合单位：{S区卫生健康局、区医保分局}） ## G:600张
（二）{H2机构服务}
1.{T公办养老机构入住率提高到65%以上。}（牵头单位：{L区民政局}；配合单位：{S区国资中心}） ## G:65%
2.{T改造提升乡镇敬老院4所，护理型床位占比达到58%。}（牵头单位：{L区民政局}；配合单位：{S区财政局、区发展改革局}） ## G:4所,58%
二、{H1促进医养结合}
（一）{H2医疗服务}
1.{T二级以上综合医院老年医学科设置率达到80%。}（牵头单位：{L区卫生健康局}；配合单位：{S区各公立医院}） ## G:80%
2.{T每年为65岁以上老年人免费体检一次，健康管理率不低于70%。}（牵头单位：{L区卫生健康局}；配合单位：{S各街道（镇）}） ## Y:yearly G:70% O:65岁,1次
（二）{H2照护保障}
1.{T稳步推进长期护理保险试点，参保人数达到22万人。}（牵头单位：{L区医保分局}；配合单位：{S区财政局}） ## G:22万人
三、{H1夯实要素支撑}
（一）{H2队伍建设}
1.{T培训养老护理员1000人次，持证率达到90%。}（牵头单位：{L区人力资源社会保障局}；配合单位：{S区民政局}） ## G:1000人次,90%
2.{T发展“银龄互助”志愿者2000名，常态化开展结对关爱。}（牵头单位：{L团区委}；配合单位：{S区民政局、区老龄办}） ## Y:ongoing G:2000名
（二）{H2安全监管}
1.{T养老机构消防安全达标率100%，6月底前完成隐患整改。}（牵头单位：{L区消防救援大队}；配合单位：{S区民政局、区住房城乡建设局}） ## D:2023-06-30 G:100%
2.{T对养老机构预收费开展专项检查，每半年至少1次。}（牵头单位：{L区民政局}；配合单位：{S区市场监管局、区金融局}） ## Y:half_yearly O:1次
""")
CARE_HEAD = """金沙洲区人民政府办公室关于印发金沙洲区
养老服务提质行动2023年任务清单的通知
金府办〔2023〕11号
各街道办事处、镇人民政府，区各有关单位：
现将《金沙洲区养老服务提质行动2023年任务清单》印发给你们，请认真组织实施。实施中的问题，请径向区民政局反映。
金沙洲区人民政府办公室
2023年4月7日
金沙洲区养老服务提质行动2023年任务清单"""


def care() -> bytes:
    blocks: list[Line | TextBox] = [Line(line, centred=place < 3) for place, line in enumerate(CARE_HEAD.splitlines())]
    for line in CARE.text.strip().splitlines():
        cut = 3 if line[0] == "（" else 2
        label = "一、" if line[1] == "、" else "（一）" if line[0] == "（" else "1."
        words = (
            line[cut:]
            .replace("65%以上", "{-60%-}{+65%+}以上")
            .replace("护理型床位", "护理型床位{^含认知障碍照护床位，2022年为51%。}")
        )
        blocks.append(Line(words, number=label))
    blocks.insert(9, TextBox("征求意见后修改稿"))
    return docx(blocks, header="金沙洲区人民政府办公室文件")


# milestones for each quarter, units under a header of two rows
ARCHIVE = Marked("""1|{T完成民国档案数字化扫描}|60万页|20万页|40万页|50万页|60万页|{L档案保管科}|{S信息技术科} ## D:2022-12-31 G:60万页 O:20万页,40万页,50万页
2|{T接收机构改革单位档案进馆}|8家|3家|8家|||{L接收征集科}|{S各立档单位} ## D:2022-06-30 G:8家 O:3家
3|{T新馆库房密集架安装}||完成招标|安装50%|安装完毕||{L办公室}|{S档案保管科} ## D:2022-09-30 O:50%
4|{T开放到期档案}|1.5万卷||0.5万卷|1万卷|1.5万卷|{L利用开放科}|{S法规科} ## D:2022-12-31 G:1.5万卷 O:0.5万卷,1万卷
5|{T举办“兰台讲堂”}|4期|1期|2期|3期|4期|{L宣传教育科}|{S团支部} ## D:2022-12-31 G:4期 O:1期,2期,3期 Y:null,quarterly
6|{T编研出版《古城水系档案汇编》}|1部|拟定提纲|形成初稿|送审|正式出版|{L编研科}|无 ## D:2022-12-31 G:1部
7|{T对40个单位开展档案行政执法检查}|40个||20个|40个||{L法规科}|{S接收征集科} ## D:2022-09-30 G:40个 O:20个
8|{T国家级数字档案馆创建}||自查|申报|||{L信息技术科}|{S各科室} ## D:2022-06-30
""")
ARCHIVE_ROWS = grid("""序号|工作任务|年度目标|进度安排|<|<|<|责任分工|<
^|^|^|一季度|二季度|三季度|四季度|牵头科室|配合科室
""" + ARCHIVE.text)  # fmt: skip
ARCHIVE_HEAD = "姑苏台市档案馆2022年工作任务分解表\n苏档〔2022〕3号\n"

# 1-1 beside a parent 1 whose name runs down the left
PORT = Marked("""1|{H1推进绿色港口建设}|1-1|{T岸电设施覆盖率达到100%，岸电使用量增长20%。}|{R技术工程部}|2025/6/30 ## N:1-1 D:2025-06-30 G:100%,20%
^|^|1-2|{T更换电动集卡30台、氢能叉车6台。}|{R设备部、采购部}|2025/9/30 ## N:1-2 D:2025-09-30 G:30台,6台
^|^|1-3|{T建设分布式光伏12兆瓦。}|{R技术工程部、财务部}|2025/12/31 ## N:1-3 D:2025-12-31 G:12兆瓦
2|{H1提升作业效率}|2-1|{T集装箱船舶平均在港停时压缩至16小时以内。}|{R操作部}|2025/12/31 ## N:2-1 D:2025-12-31 G:16小时
^|^|2-2|{T岸桥单机效率达到32自然箱/小时。}|{R操作部、设备部}|2025/10/31 ## N:2-2 D:2025-10-31 O:32自然箱/小时,32自然箱
3|{H1拓展腹地货源}|3-1|{T新增内陆无水港2个，海铁联运量突破18万标箱。}|{R市场部}|2025/11/30 ## N:3-1 D:2025-11-30 G:2个,18万标箱
^|^|3-2|{T走访客户不少于200家。}|{R市场部、各分公司}|2025/12/31 ## N:3-2 D:2025-12-31 G:200家
4|{H1筑牢安全防线}|4-1|{T重大危险源在线监控率100%。}|{R安全环保部}|长期 ## N:4-1 Y:ongoing G:100%
^|^|4-2|{T危险货物集装箱开箱检查比例不低于10%。}|{R安全环保部、操作部}|长期 ## N:4-2 Y:ongoing G:10%
""")
PORT_ROWS = grid("序号|重点工作|编号|具体举措|责任部门|完成时间\n" + PORT.text)
PORT_TITLE = "鹭洲港务股份有限公司2025年重点举措责任分解表"


def port() -> bytes:
    """Real dates in the cells."""
    rows = [
        [date(*map(int, cell.split("/"))) if cell.startswith("2025/") else cell for cell in row]
        for row in PORT_ROWS[1:]
    ]
    return xlsx(
        Sheet(
            "分解表",
            [[PORT_TITLE, *["<"] * 5], [None] * 6, PORT_ROWS[0], *rows, ["合计", "4项", "", "9条举措", "", ""]],
            date_format="yyyy/m/d",
        )
    )


# a summary and the sheets of departments that repeat it
LIBRARY = Marked("""1|{T新建城市书房5座、流动服务点20个。}|{L外借阅览部}|{S办公室}|10月底前 ## D:2011-10-31 G:5座,20个
2|{T新增馆藏图书8万册，采购数字资源3种。}|{L采编部}|{S技术部}|12月底前 ## D:2011-12-31 G:8万册,3种
3|{T举办公益讲座52场、展览12场。}|{L读者活动部}|{S外借阅览部}|全年 ## D:null,2011-12-31 G:52场,12场
4|{T实现与县级馆通借通还，联网馆达到9家。}|{L技术部}|{S外借阅览部、采编部}|第三季度 ## D:2011-09-30 G:9家
5|{T古籍普查登记3200部。}|{L历史文献部}|{S采编部}|11月 ## D:2011-11-30 G:3200部
6|{T接待读者90万人次，图书外借60万册次。}|{L外借阅览部}|{S读者活动部}|年底 ## D:2011-12-31 G:90万人次,60万册次
""")
LIBRARY_ROWS = grid("序号|工作任务|牵头部门|协办部门|完成时限\n" + LIBRARY.text)


def library() -> bytes:
    sheets = [Sheet("汇总", [["平江府市图书馆2011年目标任务汇总表", *["<"] * 4], *LIBRARY_ROWS])]
    for name in dict.fromkeys(row[2] for row in LIBRARY_ROWS[1:]):
        own = [row for row in LIBRARY_ROWS[1:] if row[2] == name]
        sheets.append(Sheet(name, [[f"{name}2011年目标任务", *["<"] * 4], LIBRARY_ROWS[0], *own]))
    return xlsx(*sheets)


# H28: 部室 · 分管领导 · 责任人员 beside the tasks
UNION = Marked("""1|{T组织劳模疗休养6批次，参加劳模180名。}|{R劳动和经济工作部}|{P范 文 正}|{P骆 宾、岑 参} ## G:6批次,180名
2|{T“安康杯”竞赛参赛企业达到800家。}|{R劳动和经济工作部}|{P范 文 正}|{P岑 参} ## G:800家
3|{T帮扶困难职工解困脱困420户，年内全部建档。}|{R权益保障部、财务资产管理部}|{P苏 辙}|{P骆 宾} ## G:420户 D:2019-12-31
4|{T工资集体协商覆盖企业1500家，百人以上企业建制率95%以上。}|{R权益保障部}|{P苏 辙}|{P高 适} ## G:1500家,95% O:100人
5|{T职工书屋新建25家，每家配书不少于1000册。}|{R宣传教育部}|{P苏 辙}|{P高 适、岑 参} ## G:25家,1000册
6|{T每届任期内轮训基层工会主席一遍。}|{R组织部}|{P范 文 正}|{P王 勃} ## Y:per_term O:1遍
7|{T审计下级工会12家，整改率100%。}|{R经费审查委员会办公室}|{P范 文 正}|{P王 勃} ## G:12家,100%
""")
for one, names in zip(
    UNION.tasks,
    ("范文正 骆宾 岑参", "范文正 岑参", "苏辙 骆宾", "苏辙 高适", "苏辙 高适 岑参", "范文正 王勃", "范文正 王勃"),
    strict=True,
):
    one["leaders"] = names.split()
UNION_ROWS = grid("序号|工作任务|责任部室|分管领导|责任人员\n" + UNION.text)
UNION_HEAD = "鄱湖市总工会2019年重点工作任务分解表\n鄱工字〔2019〕10号\n"
UNION_FOOT = "\n鄱湖市总工会\n2019年3月15日\n"
UNION_RECORD = expected(
    "鄱湖市总工会2019年重点工作任务分解表", "鄱工字〔2019〕10号", "鄱湖市总工会", "2019-03-15", UNION
)

SAMPLES = (
    Sample("heldout-care-word-numbers", "任务清单.docx", {55: "three levels", 73: "牵头单位：A，配合单位：B", 108: "broken over"}, care,
           expected("金沙洲区养老服务提质行动2023年任务清单", "金府办〔2023〕11号", "金沙洲区人民政府办公室", "2023-04-07", CARE)),
    Sample("heldout-archive-quarters", "分解表.docx", {97: "first to fourth quarter", 44: "B8 B10"},
           lambda: docx([*ARCHIVE_HEAD.strip().splitlines(), Table(ARCHIVE_ROWS, head_rows=2)]),
           expected("姑苏台市档案馆2022年工作任务分解表", "苏档〔2022〕3号", "姑苏台市档案馆", None, ARCHIVE)),
    Sample("heldout-port-dashes", "分解表.xlsx", {64: "1-1", 95: "2026年12月"}, port,
           expected(PORT_TITLE, None, "鹭洲港务股份有限公司", None, PORT)),
    Sample("heldout-library-summary", "汇总表.xlsx", {47: "配合单位", 99: "no deadline per task"}, library,
           expected("平江府市图书馆2011年目标任务汇总表", None, "平江府市图书馆", None, LIBRARY, title_also=["平江府市图书馆2011年目标任务"])),
    Sample("heldout-union-people", "分解表.docx", {40: "部室·分管领导·责任人员"},
           lambda: docx([UNION_HEAD, Table(UNION_ROWS), UNION_FOOT]), UNION_RECORD),
    Sample("heldout-union-people-lines", "分解表.txt", {40: "H28", 100: "每届"},
           lambda: txt(UNION_HEAD + "\n" + cell_a_line(UNION_ROWS) + "\n" + UNION_FOOT), UNION_RECORD),
)  # fmt: skip
