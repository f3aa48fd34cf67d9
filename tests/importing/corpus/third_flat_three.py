"""A third hand's tables turned into text, the third time: rectification in lines, quarters in a cell, nested JSON, plus signs."""

import json

from tests.importing.corpus.make import cell_a_line, grid, piped, spaced, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# rectification: number and problem merged over the rows of its measures
MEND = Marked("""1|{H1理论学习中心组学习计划性不强}|{T修订党委理论学习中心组学习规则，按季度报送学习计划。}|郑 海波|{R党委宣传部}|2021年9月30日 ## P:郑海波 Y:quarterly D:2021-09-30
^|^|{T组织专题研讨不少于6次，班子成员全部发言。}|郑 海波|{R党委宣传部、党委办公室}|2021年12月底 ## P:郑海波 G:6次 D:2021-12-31
2|{H1选人用人程序不规范}|{T开展个人有关事项报告专项核查，抽查比例达到10%。}|梁 静|{R党委组织部}|2021年10月 ## P:梁静 G:10% D:2021-10-31
^|^|{T补齐干部任前档案审核材料47份。}|梁 静|{R党委组织部}|立行立改 ## P:梁静 G:47份
^|^|{T举办组工干部业务培训2期。}|梁 静|{R党委组织部、党校}|已完成，长期坚持 ## P:梁静 G:2期 Y:ongoing
3|{H1工程招投标监管存在漏洞}|{T对2018年以来96个工程项目开展“回头看”，问题整改率100%。}|汤 文渊|{R基建管理处、审计处}|2021年11月中旬 ## P:汤文渊 G:100% O:96个 D:2021-11-20
^|^|{T建立评标专家库，入库专家不少于200名。}|汤 文渊|{R采购与招标中心}|2022年3月底 ## P:汤文渊 G:200名 D:2022-03-31
4|{H1公车使用管理粗放}|{T封存处置超编车辆5台，安装定位终端。}|梁 静|{R后勤集团}|即知即改 ## P:梁静 G:5台
""")
MEND_ROWS = grid("序号|反馈问题|整改措施|责任领导|责任部门|完成时限\n" + MEND.text)

# two columns only; the quarters and their scores inside one cell
QUARTERS = Marked("""{M创建国家卫生县城}|{T第一季度：完成背街小巷硬化12条（5分）。第二季度：改造农贸市场2个（5分）。第三季度：病媒生物防制达到C级标准（5分）。第四季度：通过省级技术评估（10分）。} ## O:12条,2个 D:2013-12-31,null
{M推进殡葬改革}|{T第一季度：编制公益性公墓规划（2分）。第二季度：新建镇级公益性公墓3处（4分）。第三季度：遗体火化率达到100%（4分）。} ## O:3处,100% D:2013-09-30,null,2013-12-31
{M完善低保制度}|{T第一季度：完成年度核查（3分）。第二季度：城市低保标准提高到每人每月380元（3分）。第三季度：抽查比例不低于30%（2分）。第四季度：资金社会化发放率100%（2分）。} ## O:380元,30%,100% D:2013-12-31,null
{M养老服务体系建设}|{T第一季度：敬老院改扩建项目开工（2分）。第二季度：主体完工（3分）。第三季度：新增养老床位260张（5分）。第四季度：集中供养率达到60%（5分）。} ## O:260张,60% D:2013-12-31,null
{M双拥优抚安置}|{T第一季度：走访慰问优抚对象（1分）。第四季度：自主就业退役士兵培训率达到85%以上（4分）。} ## O:85% D:2013-12-31,null
""")
QUARTER_ROWS = grid("工作任务|目标及质量要求\n" + QUARTERS.text)

# JSON by chapters, everything as strings, several names in an array
TREE = Marked(
    """1|{H1平台能力}|{T完成“城市大脑”二期建设，接入感知终端15万个|2023-06-30|{L大数据中心}|{S信息公司 各成员单位} ## G:15万个 D:2023-06-30
2|{H1平台能力}|{T算力调度平台时延低于20毫秒，利用率提升到65%|2023-10|{L信息公司}| ## G:65% O:20毫秒 D:2023-10-31
3|{H1数据治理}|{T发布公共数据开放目录900项，更新及时率不低于98%|2023年内|{L大数据中心}|{S各成员单位} ## G:900项,98% D:2023-12-31
4|{H1数据治理}|{T每季度通报数据质量问题|常态化|{L大数据中心}| ## Y:quarterly,ongoing
5|{H1安全防护}|{T组织攻防演练2次，高危漏洞24小时内修复率100%|2023年11月底|{L网络安全办}|{S信息公司 市公安局} ## G:2次,100% O:24小时 D:2023-11-30
6|{H1安全防护}|{T完成三级等保测评系统30个||{L网络安全办}|{S各成员单位} ## G:30个 O:3级
""".replace("|2023-06-30", "}|2023-06-30")
    .replace("|2023-10|", "}|2023-10|")
    .replace("|2023年内", "}|2023年内")
    .replace("|常态化", "}|常态化")
    .replace("|2023年11月底", "}|2023年11月底")
    .replace("30个||", "30个}||")
)


def _tree() -> str:
    chapters: dict[str, list[dict[str, object]]] = {}
    for number, chapter, text, day, first, others in [line.split("|") for line in TREE.text.splitlines()]:
        item = {"no": number, "content": text, "deadline": day, "leadUnit": first, "supportUnits": others.split()}
        chapters.setdefault(chapter, []).append(item)
    return json.dumps(
        {
            "title": "南屏市智慧城市建设2023年任务台账",
            "issuer": "南屏市智慧城市建设领导小组办公室",
            "docNumber": "",
            "publishDate": "2023-02-20",
            "categories": [{"name": name, "items": items} for name, items in chapters.items()],
        },
        ensure_ascii=False,
    )


# a table drawn with plus signs and hyphens, cells over several lines
PLUS = Marked("""一|{T建成标准化职业卫生监测点25处，粉尘检测合格率93%以上。}|{L安环部}|{S各采区}|6月 ## N:一 G:25处,93% D:2020-06-30
二|{T完成尾矿库闭库治理2座，植被恢复面积不少于18公顷。}|{L生产部}|{S安环部、工程公司}|11月底 ## N:二 G:2座,18公顷 D:2020-11-30
三|{T特种作业人员持证率100%，复训三百二十人次。}|{L培训中心}|{S人力资源部}|年底前 ## N:三 G:100%,320人次 D:2020-12-31
四|{T每月开展一次“安全生产大家查”活动，隐患整改率98%。}|{L安环部}|{S工会、团委}|常态化 ## N:四 Y:monthly,ongoing O:1次 G:98%
五|{T井下紧急避险系统改造9月投入使用。}|{L机电部}|{S各采区}|9月 ## N:五 D:2020-09-30
""")


def plus(rows: list[list[str]], widths: tuple[int, ...]) -> str:
    """Cells cut at the edge, a rule of hyphens between the rows."""
    rule, out = "+" + "+".join("-" * width for width in widths) + "+", []
    for row in rows:
        cut = [
            [cell[at : at + width // 2] for at in range(0, len(cell), width // 2)]
            for cell, width in zip(row, widths, strict=True)
        ]
        out.append(rule)
        for line in range(max(map(len, cut))):
            parts = [cell[line] if line < len(cell) else "" for cell in cut]
            wide = [len(part) + sum(char > "\u00ff" for char in part) for part in parts]
            out.append(
                "|"
                + "|".join(part + " " * (width - have) for part, have, width in zip(parts, wide, widths, strict=True))
                + "|"
            )
    return "\n".join([*out, rule])


PLUS_ROWS = grid("项次|工作内容|主办部门|协办部门|时限\n" + PLUS.text)

# fields split by blanks, numbers 1-1, sections as rows
DASHED = Marked("""{H1一、党建引领}
1-1|{T建设“红色驿站”示范点30个}|{R街道党工委组织办}|10月底 ## G:30个 D:2021-10-31
1-2|{T在职党员进社区报到率达到95%}|{R街道党工委组织办、各社区党委}|全年 ## G:95% D:null,2021-12-31
{H1二、服务民生}
2-1|{T新增停车泊位460个，充电桩80台}|{R城管办、物业办}|9月底 ## G:460个,80台 D:2021-09-30
2-2|{T为80岁以上老人发放爱心手环1200只}|{R社会事务办、各社区居委会}|二季度 ## G:1200只 D:2021-06-30
2-3|{T举办招聘会不少于8场，帮扶就业困难人员200人}|{R社保所}|12月 ## G:8场,200人 D:2021-12-31
{H1三、平安建设}
3-1|{T每周开展一次联合巡逻}|{R派出所、平安办}|持续 ## Y:weekly,ongoing O:1次
3-2|{T居民小区消防通道划线率100%}|{R应急办、物业办}|5月底 ## G:100% D:2021-05-31
""")

SAMPLES = (
    Sample("third-text-three-mend-cells", "整改清单.txt", {19: "merged cells simply missing", 40: "责任领导", 6: "整改台账"},
           lambda: txt("中共华岳医科大学委员会\n关于巡视反馈意见整改落实的任务清单\n（2021年8月20日）\n\n" + cell_a_line(MEND_ROWS) + "\n"),
           expected("中共华岳医科大学委员会关于巡视反馈意见整改落实的任务清单", None, "中共华岳医科大学委员会", "2021-08-20", MEND, title_also=["关于巡视反馈意见整改落实的任务清单"])),
    Sample("third-text-three-quarters-pipes", "民政目标.txt", {39: "with scores", 97: "first to fourth quarter", 19: "pipe-delimited"},
           lambda: txt("2013年度大河县民政局工作目标责任书\n\n" + piped(QUARTER_ROWS, " |") + "\n\n| 合计 | 60分 |\n", "gb18030"),
           expected("2013年度大河县民政局工作目标责任书", None, "大河县民政局", None,
                    [{**one, "heading": None, "heading_also": [one["heading"]]} for one in QUARTERS.tasks], issuer_also=[None, "大河县"])),
    Sample("third-text-three-tree-json", "tasks.json", {22: "JSON", 38: "类别"}, lambda: txt(_tree()),
           expected("南屏市智慧城市建设2023年任务台账", None, "南屏市智慧城市建设领导小组办公室", "2023-02-20", TREE)),
    Sample("third-text-three-plus-box", "矿山.txt", {21: "words cut at the cell", 32: "完成时限"},
           lambda: txt("铜鼓岭矿业有限责任公司2020年职业健康与安全重点工作分解表\n铜矿安〔2020〕9号\n\n" + plus(PLUS_ROWS, (6, 30, 12, 14, 10)) + "\n\n铜鼓岭矿业有限责任公司安全生产委员会\n2020年3月2日\n"),
           expected("铜鼓岭矿业有限责任公司2020年职业健康与安全重点工作分解表", "铜矿安〔2020〕9号", "铜鼓岭矿业有限责任公司安全生产委员会", "2020-03-02", PLUS)),
    Sample("third-text-three-dashed-blanks", "街道.txt", {20: "fields split by blanks", 64: "1-1"},
           lambda: txt("春申街道2021年重点工作任务表\n\n" + spaced(grid("编号|工作任务|责任部门|完成时间\n" + DASHED.text), "　") + "\n\n制表单位：春申街道党政办公室\n制表日期：2021年2月1日\n"),
           expected("春申街道2021年重点工作任务表", None, "春申街道党政办公室", "2021-02-01", DASHED)),
)  # fmt: skip
