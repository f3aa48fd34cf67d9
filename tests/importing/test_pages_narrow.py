"""Tables on paper with narrow columns, a header of two rows or rows that share a number, without rules too."""

from collections.abc import Sequence
from itertools import pairwise

from app.importing.readers import read
from tests.importing import printed as printed_by
from tests.importing.corpus.make import Line, Table, grid, pdf
from tests.importing.test_readers import rows


def printed(*tables: str, widths: Sequence[float] | None = None, ruled: bool = False, head: int = 1) -> list[list[str]]:
    """The rows as they are read back, without the breaks of lines."""
    made = [Table(grid(table), widths=widths, head_rows=head) for table in tables]
    document = read(pdf([Line("台账", centred=True), *made], ruled=ruled, flipped=True), "台账.pdf")
    return [[cell.replace("\n", "") for cell in row] for row in rows(document)]


def test_a_header_of_one_character_a_line_is_read_as_its_words() -> None:
    table = """序号|隐患点位|整改措施|责任人|责任单位|是否完成
    1|红旗水库|对开裂边墙实施灌浆加固，清除尾水渠淤积|龙海|县水利局|否
    2|柳河城区段|拆除阻水建筑物，打通堤顶防汛道路|邢瑞|县住建局|是"""
    assert printed(table, widths=[2.1, 8, 24, 2.1, 9, 3.4]) == grid(table)


def test_words_that_share_a_label_of_the_line_above_are_the_columns() -> None:
    table = """序号|重点工作|牵头部门|季度节点目标|<|<
    ^|^|^|一季度|二季度|三季度
    1|建成滨河大道二期并通车|工程管理部|完成路基|完成水稳层|竣工验收
    2|完成安置房交付|房产事业部|外立面完成|交付一半|全部交付"""
    found = printed(table, head=2)
    assert found[0] == ["序号", "重点工作", "牵头部门", "一季度", "二季度", "三季度"]
    assert found[1:] == grid(table)[2:]


def test_a_number_longer_than_its_cell_stays_in_it() -> None:
    table = """编号|工作任务|责任单位
    10-12|举办职工技能竞赛|总工会
    10-13|慰问困难职工|总工会"""
    assert printed(table, widths=[1.9, 20, 10], ruled=True) == grid(table)


def test_rows_that_share_a_number_are_rows_without_rules_too() -> None:
    table = """序号|存在问题|整改措施|责任部门|整改时限
    1|合同先实施后审批|修订合同管理办法，完善会签流程|法务部|6月底
    2|政府投资项目超出概算，没有按照规定履行调整概算的程序|补办概算调整手续，制定政府投资项目管理办法并组织宣讲培训|投资部|8月底
    ^|^|对超出概算的项目开展责任倒查，形成处理意见报送党委会议审定|审计部|9月底
    3|租金收缴率低|建立国有资产出租台账，按月催收|资产部|年底"""
    found = printed(table)
    assert [row[0] for row in found] == ["序号", "1", "2", "2", "3"]
    assert found[2][1] == found[3][1] == "政府投资项目超出概算，没有按照规定履行调整概算的程序"
    assert [row[2:] for row in found] == [row[2:] for row in grid(table)]


def test_a_table_begins_at_its_own_header_and_a_section_is_no_part_of_the_row_above() -> None:
    first = "序号|指标|责任单位\n1|生产总值增长|发改局\n2|财政收入增长|财政局"
    second = "序号|工作任务|牵头单位|配合单位\n一、农业|<|<|<\n1|建设高标准农田|农业局|水利局"
    assert printed(first, second) == [*grid(first), *grid(second)[:1], ["一、农业", "", "", ""], *grid(second)[2:]]


def test_a_header_whose_label_of_two_lines_stands_around_the_middle_is_one_row() -> None:
    head = ["序号", "建设内容及年度目标", "牵头单位", "截至5月底进展"]
    body = [["1", "新建综合楼一座", "市教育局", "已封顶"], ["2", "更新公交车六十辆", "市交通局", "已采购"]]
    blocks = [printed_by.table(head, body, ruled=False, middle=True, widths=[9, 0, 40, 40])]
    assert rows(read(printed_by.pdf(blocks), "台账.pdf")) == [head, *body]


def test_a_full_line_alone_is_of_the_column_where_it_begins() -> None:
    table = """序号|年度目标|责任单位
    1|新增绿地二十公顷。|园林局
    2|规模以上工业增加值增长百分之八以上，新增企业十家以上。|统计局"""
    blocks = [printed_by.table(*_head_and_body(table), ruled=False, middle=True, widths=[14, 80, 0])]
    found = rows(read(printed_by.pdf(blocks), "x.pdf"))
    assert [[cell.replace("\n", "") for cell in row] for row in found] == grid(table)


def test_a_branch_in_the_next_line_is_of_the_office_above_that_fills_its_own() -> None:
    table = """序号|工作任务|责任单位
    1|治理农村生活污水|市生态环境局平川分局
    2|更换老旧电缆|县住建局\\n县供电公司"""
    blocks = [printed_by.table(*_head_and_body(table), widths=[14, 0, 30])]
    found = rows(read(printed_by.pdf(blocks), "x.pdf"))
    assert [row[2] for row in found[1:]] == ["市生态环境局平川分局", "县住建局\n县供电公司"]


NARROW = """类别|序号|工作任务|主办科室|协办科室|分管领导|完成节点
学科建设|1|申报省级临床重点专科两个，引进博士研究生六名。|医务部|科教部、各临床科室|邱明|2022年11月
^|2|建成胸痛中心并通过国家认证。|急诊医学科|心血管内科、护理部|邱明|2022年9月
智慧医院|3|上线互联网医院，线上问诊量突破一万五千人次。|信息中心|门诊部、药学部|田晓云|2022年6月
^|4|电子病历系统应用水平通过四级评审。|质控办|医务部、护理部、病案室|田晓云|2022年12月"""


def test_labels_and_names_drawn_apart_in_narrow_columns_are_whole_again() -> None:
    table = Table(grid(NARROW), widths=(4, 3, 20, 4, 9, 4, 6))
    found = rows(read(pdf([Line("分解表", centred=True), table], ruled=False), "分解表.pdf"))
    plain = [[cell.replace("\n", "").replace("年 ", "年") for cell in row] for row in found]
    assert plain == _filled(grid(NARROW))


def test_a_label_over_columns_with_labels_of_their_own_is_none_of_them() -> None:
    table = """序号|立法项目|工作要求|责任分工|<|进度安排|<
    ^|^|^|起草单位|审议责任单位|提请时间|表决时间
    1|城市更新条例|吸收各方意见，完善草案修改稿。|市住房城乡建设局|城建环资工委|2月|4月
    2|全民阅读促进条例|组织专家论证会两次。|市文化广电旅游局|教科文卫工委|2月|6月
    3|无障碍环境建设条例|征求残疾人代表意见不少于五十人。|市残联、市民政局|社会工委|10月|12月"""
    made = pdf([Table(grid(table), widths=(3, 10, 16, 11, 10, 5, 5), head_rows=2)], ruled=False)
    found = [[cell.replace("\n", "") for cell in row] for row in rows(read(made, "计划.pdf"))]
    assert found == [["序号", "立法项目", "工作要求", *grid(table)[1][3:]], *grid(table)[2:]]


def test_a_title_behind_its_label_is_across_the_table() -> None:
    table = """序号|工作任务|责任单位
    一、社会事业改革（9项）|<|<
    1|推进医保支付方式改革，扩大按病种付费范围。|医疗保障局
    二、法治领域改革（6项）|<|<
    2|制定行政执法裁量基准，公开执法清单。|司法局"""
    made = pdf([Table(grid(table), widths=(2, 18, 8))], ruled=False)
    assert [row[0] for row in rows(read(made, "改革.pdf"))] == [
        "序号", "一、社会事业改革（9项）", "1", "二、法治领域改革（6项）", "2",
    ]  # fmt: skip


def test_a_number_close_before_the_next_label_is_a_column_and_a_word_drawn_apart_is_one() -> None:
    table = """序号|征集任务|完成时限|责任人|备注
    1|接收市直单位到期档案两万余卷。|3月|季平|与各单位商定
    2|征集地方家谱、老照片等珍贵资料五百余件，登记造册。|4月下旬|卓越|
    3|开展口述历史采集，完成三十位老劳模访谈。|年底|白露|场地待定"""
    made = pdf([Table(grid(table), widths=(1.55, 24, 6, 3.2, 8))], ruled=False)
    found = [[cell.replace("\n", "").replace(" ", "") for cell in row] for row in rows(read(made, "任务.pdf"))]
    assert found == grid(table)


def _filled(table: list[list[str]]) -> list[list[str]]:
    for above, row in pairwise(table):
        row[:] = [high if cell == "^" else cell for high, cell in zip(above, row, strict=True)]
    return table


def _head_and_body(table: str) -> tuple[list[str], list[list[str]]]:
    head, *body = grid(table)
    return head, body
