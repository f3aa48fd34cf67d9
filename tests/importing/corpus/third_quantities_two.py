"""A third hand's figures and times, again: prose with a clause after each target, a column of days in every wording."""

from tests.importing.corpus.make import html, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# prose: each listed target is followed by its clause
PROSE = [
    ("新型城镇化建设。{T常住人口城镇化率提高1个百分点左右}（责任单位：{R县发展改革局}）；", "G:1个百分点"),
    ("{T新建城市书房5座、社区综合文化服务中心达标率95%}（责任单位：{R县文化体育旅游局}）；", "G:5座,95%"),
    ("{T新增城区绿地30公顷}（责任单位：{R县住房城乡建设局、县园林中心}）；", "G:30公顷"),
    ("{T机械化清扫率达到八成以上}（责任单位：{R县综合行政执法局}）。", "G:80%"),
    ("乡村建设行动。{T硬化通组道路140公里，年底前全部通车}（责任单位：{R县交通运输局}）；", "G:140公里 D:2023-12-31"),
    ("{T农村自来水普及率达到93%}（责任单位：{R县水利局}）；", "G:93%"),
    ("{T建设5G基站260个，行政村通达率100%}（责任单位：{R县工业和信息化局、各通信运营企业}）；", "G:260个,100%"),
    ("{T培训农村实用人才一千五百人次}（责任单位：{R县农业农村局、县委组织部}）。", "G:1500人次"),
    ("公共服务提升。{T普通高中招生1800人}（责任单位：{R县教育局}）；", "G:1800人"),
    ("{T组织巡回义诊每月两次}（责任单位：{R县卫生健康局}）；", "Y:monthly G:2次"),
    ("{T特困人员集中供养率达到50%以上}（责任单位：{R县民政局}）；", "G:50%"),
    ("{T城乡居民基本养老保险参保26.8万人}（责任单位：{R县人力资源社会保障局、县税务局}）。", "G:26.8万人"),
]
PROSE_TASKS = Marked("\n".join(f"{line} ## N:- {notes}" for line, notes in PROSE))
for one in PROSE_TASKS.tasks:
    one["text_also"] = [f"{lead}。{one['text']}" for lead in ("新型城镇化建设", "乡村建设行动", "公共服务提升")]
    one["heading_also"] = [None, "新型城镇化建设", "乡村建设行动", "公共服务提升"]
PLAIN = PROSE_TASKS.text.splitlines()
PROSE_BODY = (
    "<h1>梧桐县国民经济和社会发展2023年重点目标责任分解</h1><p>2023年是全面贯彻落实党的二十大精神的开局之年，全县地区生产总值2022年完成168亿元，增长4.6%。</p>"
    + "".join(f"<p>{''.join(PLAIN[first : first + 4])}</p>" for first in (0, 4, 8))
    + "<p>梧桐县人民政府</p><p>2023年1月18日</p>"
)

# a column of days in every wording, a column of figures with its unit
DAYS = Marked("""1|{T签订森林草原防火责任书，落实护林员}|460|名|{R林草局、各镇}|2025年1月底前 ## G:460名 D:2025-01-31
2|{T营造防护林}|2.3|万亩|{R林草局}|5月中旬 ## G:2.3万亩 D:2025-05-20
3|{T治理退化草原}|35|万亩|{R林草局、草原站}|上半年 ## G:35万亩 D:2025-06-30
4|{T推进节水灌溉改造}|8000|亩|{R水利局}|三季度末 ## G:8000亩 D:2025-09-30
5|{T更新改造变压器}|120|台|{R供电公司}|8月份 ## G:120台 D:2025-08-31
6|{T开展牲畜口蹄疫春季集中免疫，免疫密度}|90|%|{R农牧局}|4月20日前 ## G:90% D:2025-04-20
7|{T建成乌兰牧骑排练演出中心}|1|座|{R文旅局}|2025.11 ## G:1座 D:2025-11-30
8|{T实施“十四五”规划重大项目收官评估}|/|/|{R发改委}|到2025年底 ## D:2025-12-31
9|{T完善牧区饮水安全长效管护机制}|/|/|{R水利局、各苏木镇}|长期 ## Y:ongoing
10|{T草畜平衡督查}|4|次|{R农牧局、林草局}|每季度 ## G:4次 Y:quarterly
11|{T为牧民代表集中培训}|300|人次|{R党校、农牧局}|每年6月底前 ## G:300人次 Y:yearly D:null,2025-06-30
12|{T建设边境派出所警务室}|6|个|{R公安局}|2024—2026年 ## G:6个 D:2026-12-31
13|{T整治违规取水井}|75|眼|{R水利局}|即知即改 ## G:75眼
14|{T引进医疗卫生专业人才}|18|人|{R卫健委、人社局}|6月底、12月底 ## G:18人 D:2025-12-31
15|{T新改扩建旅游厕所}|12|座|{R文旅局}|“五一”前 ## G:12座 D:2025-04-30,2025-05-01,null
16|{T通校公路改造}|9|公里|{R交通局}|秋季开学前 ## G:9公里 D:2025-08-31,2025-09-01,null
""")
DAYS_ROWS = [
    line.split("|") for line in ("序号|工作任务|目标值|单位|承办部门|办结时间\n" + DAYS.text).strip().splitlines()
]

SAMPLES = (
    Sample("third-text-two-prose-targets", "目标责任.html", {16: "after each listed target", 103: "增长X%左右", 104: "万人"},
           lambda: html(PROSE_BODY),
           expected("梧桐县国民经济和社会发展2023年重点目标责任分解", None, "梧桐县人民政府", "2023-01-18", PROSE_TASKS)),
    Sample("third-text-two-days-tabs", "任务表.txt", {20: "tab-separated", 95: "12月底前", 97: "first to fourth quarter", 99: "year is often missing"},
           lambda: txt("2025年达日罕旗重点工作任务表\n\n" + "\n".join("\t".join(row) for row in DAYS_ROWS) + "\n\n达日罕旗人民政府办公室\n二〇二五年一月九日\n", "gb18030"),
           expected("2025年达日罕旗重点工作任务表", None, "达日罕旗人民政府办公室", "2025-01-09", DAYS)),
)  # fmt: skip
