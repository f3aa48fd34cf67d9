"""What a hurried clerk leaves: a row without its number, a measure not filled in, lines broken by hand at uneven widths."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Sheet, Table, docx, txt, xlsx
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# ------------------------------------------------ xlsx: two rows lack their number, no text ends in a full stop
GRID = Ledger("序号|工作任务|牵头部门|配合部门|完成时限", "NTLSX".replace("X", "-"), """
1|完成城东变电站增容改造，新增主变容量50兆伏安|建设部|调度中心|2024年6月底 ## D:2024-06-30 G:50兆伏安
2|治理低电压台区120个|配电部|各供电所|2024年9月底 ## D:2024-09-30 G:120个
|建成供电服务指挥平台，实现故障工单线上流转|营销部|信通公司|2024年10月底 ## D:2024-10-31
4|开展迎峰度夏隐患排查|安监部|各供电所、检修公司|2024年5月底 ## D:2024-05-31
|更换老旧电能表1.2万只|计量中心|各供电所|2024年11月底 ## D:2024-11-30 G:1.2万只
6|组织青年员工技能比武2次|人资部|工会、团委|2024年12月底 ## D:2024-12-31 G:2次
""")

# ------------------------------------------------ docx: where no measure is printed the task itself is what is to be done
CARE = Ledger("序号|重点任务|推进措施|责任科室|完成时间", "NHTR-", """
1|提升急诊能力|扩建抢救室，新增抢救床位6张，完成卒中中心认证|急诊科、神经内科|8月底 ## D:2023-08-31 G:6张
2|推行门诊电子票据||财务科、门诊办|6月底 ## D:2023-06-30 T=推行门诊电子票据 H=null
3|优化住院流程|开设入院准备中心，平均等床时间缩短至2天以内|住院处|9月底 ## D:2023-09-30 G:2天
4|完成污水处理站改造||总务科、基建科|10月底 ## D:2023-10-31 T=完成污水处理站改造 H=null
5|加强人才培养|选派骨干进修15人，引进硕士以上人才8人|人事科、科教科|12月底 ## D:2023-12-31 G:15人,8人
""")

# ------------------------------------------------ txt: broken at 30 characters or a little before, one line not broken
PARK = Marked("""
各街道办事处，区直有关单位：
现将2023年公园城市建设任务印发给你们，请结合实际认真组织实施，并按月报送进展。
{H1一、增绿提质}
1.{T新建口袋公园12处，改造提升老旧公园4处，新增绿地面积20万平方米，绿化覆盖率达到43%。}牵头单位：{L区园林绿化服务中心}，配合单位：{S区住房和城乡建设局}、{S各街道办事处}。完成时限：10月底。 ## D:2023-10-31 G:12处,4处,20万平方米,43%
2.{T贯通滨河绿道18公里，沿线建设驿站6座，配套健身、休憩、应急救护等设施。}牵头单位：{L区水务局}，配合单位：{S区文化广电旅游体育局}、{S区园林绿化服务中心}。完成时限：9月底。 ## D:2023-09-30 G:18公里,6座
{H1二、管护增效}
3.{T建立公园管护分级标准，对全区36座公园开展量化考核，考核结果与养护经费挂钩。}牵头单位：{L区园林绿化服务中心}，配合单位：{S区财政局}。完成时限：6月底。 ## D:2023-06-30 O:36座
4.{T推进社区花园共建，培育市民园艺志愿服务队30支，每季度开展一次认建认养活动。}牵头单位：{L区委社会工作部}，配合单位：{S团区委}、{S各街道办事处}。完成时限：年底前。 ## D:2023-12-31 Y:quarterly G:30支 O:1次
""")
WHOLE = "现将2023年公园城市建设任务"  # its paragraph was pasted in later and stayed one line


def _broken(text: str) -> str:
    """Each paragraph in lines of 30 characters; every third of them a little shorter."""
    lines = ["青川区2023年公园城市建设任务分工", ""]
    for paragraph in text.splitlines():
        rest, count = paragraph, 0
        while len(rest) > 30 and not paragraph.startswith(WHOLE):
            width = 28 if count % 3 == 2 else 30
            lines.append(rest[:width])
            rest, count = rest[width:], count + 1
        lines.append(rest)
    return "\n".join([*lines, "", "青川区公园城市建设领导小组办公室", "2023年3月6日", ""])


SAMPLES = (
    Sample("seventh-numbers-forgotten", "重点任务.xlsx", {58: "plain table numbers"}, lambda: xlsx(Sheet("任务", [["云岭供电公司2024年重点任务清单", "<", "<", "<", "<"], *GRID.rows])),
           expected("云岭供电公司2024年重点任务清单", None, "云岭供电公司", None, GRID.tasks)),
    Sample("seventh-measures-left-empty", "医院任务.docx", {46: "short name + long text columns"}, lambda: docx([Line("青山区人民医院2023年重点任务推进表", centred=True), Table(CARE.rows), "青山区人民医院办公室", "2023年2月20日"]),
           expected("青山区人民医院2023年重点任务推进表", None, "青山区人民医院办公室", "2023-02-20", CARE.tasks)),
    Sample("seventh-broken-unevenly", "公园城市.txt", {15: "clause inline without brackets"}, lambda: txt(_broken(PARK.text)),
           expected("青川区2023年公园城市建设任务分工", None, "青川区公园城市建设领导小组办公室", "2023-03-06", PARK.tasks)),
)
