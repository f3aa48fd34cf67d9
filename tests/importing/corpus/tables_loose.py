"""Tables of which hardly anything is left: blanks, no separators at all, box drawing, JSON."""
# fmt: off

import json
from typing import Any

from tests.importing.corpus.make import boxed, grid, run_together, spaced, txt
from tests.importing.corpus.sample import Record, Sample, lead, record, support, target, task

# ---------------------------------------------------------------- one row per line, section rows with a count
PROJECTS = grid("""
序号|名称|工作任务|牵头责任单位
1|城北污水处理厂扩建工程|新增日处理能力2万吨，12月底前完成土建施工。|水务局
2|老旧供水管网改造|改造供水管网60公里，漏损率控制在9%以内。|水务局
3|背街小巷整治|整治背街小巷40条，安装路灯800盏。|城管局
4|社区嵌入式托育点|新建托育点10个，新增托位400个以上。|卫健局
5|校园体育场地开放|推动15所中小学校体育场地向社会开放。|教体局
""")
PROJECTS_TEXT = f"""
湖光区人民政府办公室
关于印发湖光区2023年民生项目任务分解表的通知
湖政办[2023]5号

各街道办事处，区政府各部门：
经区政府同意，现将《湖光区2023年民生项目任务分解表》印发给你们，请认真贯彻执行。

湖光区人民政府办公室
2023年2月8日

湖光区2023年民生项目任务分解表
（共5项）

{spaced(PROJECTS[:1])}
一、市政设施类（3项）
{spaced(PROJECTS[1:4])}
二、公共服务类（2项）
{spaced(PROJECTS[4:], "　　")}

字体：【大 中 小】  打印  关闭
"""

def _project(row: int, section: str, department: str, **more: Any) -> Record:
    number, name, text, _ = PROJECTS[row]
    return task(number, text, lead(department), heading=f"{section} / {name}", heading_also=[section], text_also=[name + text], **more)


# ---------------------------------------------------------------- no separators at all, the header repeated, one number in two rows
PREVIEW = grid("""
序号|项目名称|主要内容|区政府分管领导|牵头单位|配合单位
1|智慧停车工程|新建停车楼2座，新增泊位1200个，接入市级平台泊位8000个。|刘畅|区城管执法局|区住房建设局、各街道
2|口袋公园建设|建成口袋公园20个，新增绿地面积5万平方米。|刘畅|区园林绿化局|各街道
^|^|完成滨河绿道贯通工程15公里。|刘畅|区水务局|区园林绿化局、区交通运输局
3|家门口就业服务站|建成就业服务站30个，举办招聘会60场，帮扶困难人员就业2500人。|韩冰|区人力资源社会保障局|各街道
""")
HEAD, *BODY = PREVIEW
PREVIEW_TEXT = f"""
北苑区2022年为民办实事项目任务分解表

{run_together([HEAD, *BODY[:2]])}{run_together([HEAD])}{"".join(cell for cell in BODY[2] if cell != "^")}{run_together(BODY[3:])}

北苑区人民政府办公室 2022年3月1日
"""

# ---------------------------------------------------------------- box drawing, no numbers, merged leaders
BOX = grid("""
工作任务|分管领导|牵头组织实施单位|完成时限
△推进城区污水处理厂提标改造，出水水质达到一级A标准。|张 敏|市住房和城乡建设局、水务局|6月底
△开展重点流域水环境综合整治，8个国控断面水质优良比例达到87.5%以上。|^|市生态环境局，各县（市、区）人民政府|12月底前
△完成植树造林18万亩，森林覆盖率提高0.5个百分点。|肖 扬|市林业局，各县（市、区）人民政府|年内见成效
△健全河湖长制，常态化开展巡河护河。|^|市水利局|持续推进
△建设美丽宜居乡村50个。|徐怀远|市农业农村局|2021年10月
""")
BOX_TEXT = f"""
青阳市人民政府关于印发2021年生态环境保护重点工作任务清单的通知
青政发〔2021〕8号

　　各县（市、区）人民政府，市政府各部门：
　　现将《2021年生态环境保护重点工作任务清单》印发给你们，请认真组织实施。
　　　　　　　　　　　　　　　　青阳市人民政府
　　　　　　　　　　　　　　　　2021年3月22日

　　　　2021年生态环境保护重点工作任务清单

{boxed(BOX, (26, 8, 18, 10))}
"""

# ---------------------------------------------------------------- the export of a data platform
PLATFORM: dict[str, Any] = {
    "title": "丹霞市推进国际门户枢纽建设2026年重点任务清单",
    "issuer": "丹霞市推进国际门户枢纽建设领导小组办公室",
    "items": [
        {"序号": 1, "类别": "开放通道", "分组": "航空", "任务": "新开通国际货运航线3条，国际货邮吞吐量增长10%以上。",
         "牵头": "市口岸物流办", "配合": "市交通运输局、机场集团", "完成时间": "2026年12月"},
        {"序号": 2, "类别": "开放通道", "分组": "铁路", "任务": "完成国际铁路港二期工程竣工验收。",
         "牵头": "市口岸物流办、国际铁路港管委会", "配合": "无", "完成时间": "2026年3月"},
        {"序号": 3, "类别": "营商环境", "分组": "通关", "任务": "进出口整体通关时间持续压缩，推广“提前申报”。",
         "牵头": "海关驻丹霞办事处", "配合": "市口岸物流办", "完成时间": "持续推进"},
        {"序号": 5, "类别": "营商环境", "分组": "服务", "任务": "每年举办外资企业座谈会4场以上。",
         "牵头": "市商务局", "配合": "各区（市）县人民政府", "完成时间": "2026年12月"},
    ],
}  # fmt: skip
PLATFORM_TASKS = [item["任务"] for item in PLATFORM["items"]]

SAMPLES = (
    Sample(
        "rows-split-by-blanks", "民生项目.txt",
        {37: "序号 · 名称 · 工作任务 · 牵头责任单位", 20: "fields split by blanks", 45: "with a count “（11项）”", 89: "No prefix at all", 107: "with [年] 1", 114: "字体大中小"},
        lambda: txt(PROJECTS_TEXT),
        record(
            "湖光区2023年民生项目任务分解表",
            _project(1, "市政设施类", "水务局", deadline="2023-12-31", targets=[target(2, "万吨")]),
            _project(2, "市政设施类", "水务局", targets=[target(60, "公里"), target(9, "%")]),
            _project(3, "市政设施类", "城管局", targets=[target(40, "条"), target(800, "盏")]),
            _project(4, "公共服务类", "卫健局", targets=[target(10, "个"), target(400, "个")]),
            _project(5, "公共服务类", "教体局", targets=[target(15, "所")]),
            doc_number="湖政办〔2023〕5号", issuer="湖光区人民政府办公室", issued_on="2023-02-08",
        ),
    ),
    Sample(
        "run-together", "预览.txt",
        {35: "项目名称 · 主要内容 · 区政府分管领导", 21: "all text run together without any separator", 49: "B13", 62: "one number, several rows", 104: "Up to 8 figure"},
        lambda: txt(PREVIEW_TEXT),
        record(
            "北苑区2022年为民办实事项目任务分解表",
            task("1", PREVIEW[1][2], lead("区城管执法局") + support("区住房建设局 各街道"), leaders="刘畅", text_also=["智慧停车工程" + PREVIEW[1][2]],
                 heading_also=["智慧停车工程"], targets=[target(2, "座"), target(1200, "个"), target(8000, "个")]),
            task("2", PREVIEW[2][2], lead("区园林绿化局") + support("各街道"), leaders="刘畅", text_also=["口袋公园建设" + PREVIEW[2][2]],
                 heading_also=["口袋公园建设"], targets=[target(20, "个"), target(5, "万平方米")]),
            task("2", PREVIEW[3][2], lead("区水务局") + support("区园林绿化局 区交通运输局"), leaders="刘畅", text_also=["口袋公园建设" + PREVIEW[3][2]],
                 heading_also=["口袋公园建设"], targets=[target(15, "公里")]),
            task("3", PREVIEW[4][2], lead("区人力资源社会保障局") + support("各街道"), leaders="韩冰", text_also=["家门口就业服务站" + PREVIEW[4][2]],
                 heading_also=["家门口就业服务站"], targets=[target(30, "个"), target(60, "场"), target(2500, "人")]),
            issuer="北苑区人民政府办公室", issued_on="2022-03-01",
        ),
    ),
    Sample(
        "box-drawing", "任务清单.txt",
        {32: "牵头组织实施单位 · 完成时限 (no number column)", 21: "box-drawing characters", 22: "running through the neighbours' rules", 63: "no number (△)",
         89: "Level prefix printed only on the first unit", 92: "俞 悦", 96: "(B10)"},
        lambda: txt(BOX_TEXT),
        record(
            "2021年生态环境保护重点工作任务清单",
            task(None, BOX[1][0].strip("△"), lead("市住房和城乡建设局 水务局"), leaders="张敏", deadline="2021-06-30", text_also=[BOX[1][0]]),
            task(None, BOX[2][0].strip("△"), lead("市生态环境局 各县（市、区）人民政府"), leaders="张敏", deadline="2021-12-31",
                 text_also=[BOX[2][0]], targets=[target(87.5, "%"), target(8, "个", optional=True)]),
            task(None, BOX[3][0].strip("△"), lead("市林业局 各县（市、区）人民政府"), leaders="肖扬", deadline="2021-12-31", text_also=[BOX[3][0]],
                 targets=[target(18, "万亩"), target(0.5, "个百分点")]),
            task(None, BOX[4][0].strip("△"), lead("市水利局"), leaders="肖扬", recurrence="ongoing", text_also=[BOX[4][0]]),
            task(None, BOX[5][0].strip("△"), lead("市农业农村局"), leaders="徐怀远", deadline="2021-10-31", text_also=[BOX[5][0]],
                 targets=[target(50, "个")]),
            doc_number="青政发〔2021〕8号", issuer="青阳市人民政府", issued_on="2021-03-22", aliases={"水务局": "市水务局"},
        ),
    ),
    Sample(
        "platform-json", "导出.json",
        {22: "JSON (1: B26)", 38: "类别 · 分组) · 任务 · 牵头 · 配合", 61: "B26 no 6", 91: "written in the supporting column", 95: "2026年12月 / 2026年3月"},
        lambda: json.dumps(PLATFORM, ensure_ascii=False, indent=1).encode(),
        record(
            "丹霞市推进国际门户枢纽建设2026年重点任务清单",
            task("1", PLATFORM_TASKS[0], lead("市口岸物流办") + support("市交通运输局 机场集团"), heading="开放通道 / 航空", heading_also=["开放通道"],
                 deadline="2026-12-31", targets=[target(3, "条"), target(10, "%")]),
            task("2", PLATFORM_TASKS[1], lead("市口岸物流办 国际铁路港管委会"), heading="开放通道 / 铁路", heading_also=["开放通道"], deadline="2026-03-31"),
            task("3", PLATFORM_TASKS[2], lead("海关驻丹霞办事处") + support("市口岸物流办"), heading="营商环境 / 通关", heading_also=["营商环境"],
                 recurrence="ongoing"),
            task("5", PLATFORM_TASKS[3], lead("市商务局") + support("各区（市）县人民政府"), heading="营商环境 / 服务", heading_also=["营商环境"],
                 deadline="2026-12-31", recurrence="yearly", targets=[target(4, "场")]),
            issuer="丹霞市推进国际门户枢纽建设领导小组办公室", issued_on=None,
        ),
    ),
)
