"""Tables that reached us as text: every piece finds its column again, and merged cells speak for their rows."""

from app.importing.readers import read
from app.importing.recognise import recognise

Task = tuple[str | None, str | None, str, tuple[str, ...], tuple[str, ...]]


def tasks(text: str) -> list[Task]:
    found = recognise(read(f"甲县2022年重点工作任务分解表\n{text}".encode(), "x.txt"))
    return [
        (
            task.number,
            task.heading,
            task.text,
            tuple(f"{named.printed_role.value} {named.name}" for named in task.departments),
            task.leaders,
        )
        for task in found.tasks
    ]


def test_one_cell_a_line_with_sections_gaps_and_an_empty_cell() -> None:
    lines = [
        "序号",
        "重点工作任务",
        "主要责任单位",
        "协同配合单位",
        "一、经济发展（2项）",
        "3",
        "推进项目建设。",
        "发改局",
    ]
    lines += [
        "财政局、各乡镇",
        "68",
        "加强招商引资，\n新签约项目10个。",
        "商务局",
        "二、民生（1项）",
        "73",
        "建设学校2所。",
    ]
    assert tasks("\n\n".join([*lines, "教育局", "住建局", "2022年3月1日"])) == [
        ("3", "经济发展", "推进项目建设。", ("lead 发改局", "support 财政局", "support 各乡镇"), ()),
        ("68", "经济发展", "加强招商引资，新签约项目10个。", ("lead 商务局",), ()),
        ("73", "民生", "建设学校2所。", ("lead 教育局", "support 住建局"), ()),
    ]


def test_one_cell_a_line_where_the_parent_was_merged_and_the_lead_comes_last() -> None:
    lines = "分类 序号 事项 责任单位 牵头单位 一、城建 1 建设道路5条。 住建局、财政局 住建局 2 建设公园。 园林局 园林局"
    assert tasks("\n".join([*lines.split(), "二、环保", "3", "治理河道。", "水务局、环保局", "水务局"])) == [
        ("1", "城建", "建设道路5条。", ("lead 住建局", "responsible 财政局"), ()),
        ("2", "城建", "建设公园。", ("lead 园林局",), ()),
        ("3", "环保", "治理河道。", ("lead 水务局", "responsible 环保局"), ()),
    ]


def test_pipes_too_many_and_too_few() -> None:
    text = "| 序号 | 目标与任务 | 分管县领导 | 牵头责任单位 | 责任单位 |\n|---|---|---|---|---|\n"
    text += "| 80 | 推进甲项目。 | 张 三 | 发改局 | 各乡镇 |\n| 81 | 推进乙项目。 || 住建局 | 财政局、|各乡镇\n"
    assert tasks(text) == [
        ("80", None, "推进甲项目。", ("lead 发改局", "responsible 各乡镇"), ("张三",)),
        ("81", None, "推进乙项目。", ("lead 住建局", "responsible 财政局", "responsible 各乡镇"), ()),
    ]


def test_fields_between_blanks_with_a_blank_inside_the_task() -> None:
    text = "序号 名称 工作任务 牵头责任单位\n一、教育（2项）\n1 新建学校 新建2所学校，增加学位 900个 教育局\n"
    assert tasks(text + "2 改造食堂 改造10所学校食堂。 教育局\n") == [
        ("1", "教育 / 新建学校", "新建2所学校，增加学位900个", ("lead 教育局",), ()),
        ("2", "教育 / 改造食堂", "改造10所学校食堂。", ("lead 教育局",), ()),
    ]


def test_a_drawn_table_with_words_cut_at_the_edge_and_a_merged_cell() -> None:
    text = """┌────────┬──────┬──────┬─────┐
│工作任务│分管领│牵头组│完成时│
│        │导    │织实施│限    │
│        │      │单位  │      │
├────────┼──────┼──────┼─────┤
│建设项目│张  三│发展改│6月底 │
│10个。  │      │革局  │      │
├────────┤      ├──────┼─────┤
│招商引资│      │商务局│年内见│
│        │      │      │成效  │
└────────┴──────┴──────┴─────┘
"""
    assert tasks(text) == [
        (None, None, "建设项目10个。", ("lead 发展改革局",), ("张三",)),
        (None, None, "招商引资", ("lead 商务局",), ("张三",)),
    ]


def test_pipes_keep_the_place_of_empty_cells_and_unknown_labels() -> None:
    text = "| 行政村 | 序号 | 整治任务 | 牵头站所 | 包村领导 |\n| 石桥村 | 1 | 改造户厕62户。 | 社会事务办 | 齐 明 |\n"
    assert tasks(
        text + "|  | 2 | 清理垃圾60吨。 | 综合执法队 |  |\n| 上塘村 | 3 | 硬化道路5公里。 | 规划办 | 邬海燕 |\n"
    ) == [
        ("1", "石桥村", "改造户厕62户。", ("lead 社会事务办",), ("齐明",)),
        ("2", "石桥村", "清理垃圾60吨。", ("lead 综合执法队",), ("齐明",)),
        ("3", "上塘村", "硬化道路5公里。", ("lead 规划办",), ("邬海燕",)),
    ]


def test_one_cell_a_line_under_a_header_of_two_rows() -> None:
    lines = "项次 建设任务 责任分工 完成节点 主办 协办 1 治理河道12条。 水利局 各乡镇 6月底"
    lines += " 2 新增护岸18公里。 水利局 住建局 9月底"
    assert tasks("\n".join(lines.split())) == [
        ("1", None, "治理河道12条。", ("lead 水利局", "support 各乡镇"), ()),
        ("2", None, "新增护岸18公里。", ("lead 水利局", "support 住建局"), ()),
    ]


def test_cells_that_ran_together_without_full_stops() -> None:
    text = "序号工作内容牵头单位配合单位1组织企业参展320家县商务局县贸促会"
    text += "2布置展位180个县委宣传部县文旅局3培训讲解员80名县文旅局团县委"
    assert tasks(text) == [
        ("1", None, "组织企业参展320家", ("lead 县商务局", "support 县贸促会"), ()),
        ("2", None, "布置展位180个", ("lead 县委宣传部", "support 县文旅局"), ()),
        ("3", None, "培训讲解员80名", ("lead 县文旅局", "support 团县委"), ()),
    ]


def test_a_unit_taken_from_the_row_above_is_asked_about() -> None:
    head = "甲市2021年工作台账\n序号\t目标任务\t责任部门\n"
    rows = "1\t开展走访慰问活动。\t组织部\n2\t开展财务检查工作。\t\n3\t办好职工学校。\t宣教部\n"

    found = recognise(read((head + rows).encode(), "x.txt")).tasks

    assert [[named.name for named in task.departments] for task in found] == [["组织部"], ["组织部"], ["宣教部"]]
    assert [[doubt.code for doubt in task.doubts] for task in found] == [[], ["units_from_above"], []]


def test_rows_between_tabs_that_lost_the_merged_cell_on_their_left() -> None:
    text = "类别\t序号\t工作任务\t责任部门\t完成时间\n城建\t1\t建设道路5条。\t住建局\t6月底\n"
    assert tasks(text + "2\t新建公园3个。\t园林局\t9月底\n环保\t3\t治理河道12公里。\t水务局、环保局\t12月底\n") == [
        ("1", "城建", "建设道路5条。", ("responsible 住建局",), ()),
        ("2", "城建", "新建公园3个。", ("responsible 园林局",), ()),
        ("3", "环保", "治理河道12公里。", ("responsible 水务局", "responsible 环保局"), ()),
    ]


def test_cells_that_ran_together_where_a_month_stands_before_a_number_with_gaps() -> None:
    text = "序号重点工作责任单位完成时限3建设万亩茶园，年产茶叶1.2万吨。县农业农村局11月底"
    text += "4新增绿色认证15个。县市场监管局10月底"
    assert tasks(text + "7培训高素质农民600人次。县农广校9月底8推广农机200台。县农业农村局12月底") == [
        ("3", None, "建设万亩茶园，年产茶叶1.2万吨。", ("responsible 县农业农村局",), ()),
        ("4", None, "新增绿色认证15个。", ("responsible 县市场监管局",), ()),
        ("7", None, "培训高素质农民600人次。", ("responsible 县农广校",), ()),
        ("8", None, "推广农机200台。", ("responsible 县农业农村局",), ()),
    ]


def test_a_header_that_says_nothing_over_the_numbers() -> None:
    lines = "工作内容 责任科室 完成时限 1 整合登记数据。 登记科 3月底 2 查处违法用地。 执法大队 长期坚持"
    assert tasks("\n".join([*lines.split(), "3", "修复矿山1200亩。", "修复科", "10月底"])) == [
        ("1", None, "整合登记数据。", ("responsible 登记科",), ()),
        ("2", None, "查处违法用地。", ("responsible 执法大队",), ()),
        ("3", None, "修复矿山1200亩。", ("responsible 修复科",), ()),
    ]


def test_markdown_with_lines_inside_cells_above_a_table_of_telephones() -> None:
    text = "| 序号 | 任务 | 牵头单位 | 配合单位 |\n|---|---|---|---|\n"
    text += "| 1 | 恢复耕地3000亩 | 农业局 | 各街道<br>自然资源局 |\n"
    text += "| 2 | 收集种质资源120份 | 农业局 | 农科所 |\n\n### 联系方式\n\n| 单位 | 联系人 | 电话 |\n|---|---|---|\n"
    assert tasks(text + "| 农业局 | 汪洋 | 0000-7654321 |") == [
        ("1", None, "恢复耕地3000亩", ("lead 农业局", "support 各街道", "support 自然资源局"), ()),
        ("2", None, "收集种质资源120份", ("lead 农业局", "support 农科所"), ()),
    ]


def test_rows_between_closed_pipes_that_lost_the_merged_cells_on_their_left() -> None:
    text = "| 序号 | 民生实事 | 责任单位 | 完成时限 |\n| 1 | 改造老旧小区86个 | 住建局、各区政府 | 12月底前 |\n"
    text += "| 加装电梯120部 | 市场监管局 | 11月底前 |\n| 2 | 新建公园30个 | 园林局 | 10月底前 |"
    assert tasks(text) == [
        ("1", None, "改造老旧小区86个", ("responsible 住建局", "responsible 各区政府"), ()),
        ("1", None, "加装电梯120部", ("responsible 市场监管局",), ()),
        ("2", None, "新建公园30个", ("responsible 园林局",), ()),
    ]


def test_one_line_whose_groups_stand_left_of_the_numbers_above_a_short_signature() -> None:
    rows = [
        "目标 序号 工作举措 牵头部门 协办部门 完成时间",
        "维护职工权益 1 新发展会员6000人，重点覆盖新业态企业和小微企业。 组织部 各基层工会 6月",
        "2 建成户外劳动者服务站点50个，全部挂牌并对外开放。 权益部 财务部 9月",
        "提升职工素质 3 举办职工技能竞赛25场，带动岗位练兵3万人次。 经济部 各产业工会 10月",
        "4 命名劳模创新工作室10个，按标准拨付补助经费。 经济部 财务部 12月",
        "综合办公室 2022年3月1日",
    ]
    assert [(number, heading, units) for number, heading, _, units, _ in tasks(" ".join(rows))] == [
        ("1", "维护职工权益", ("lead 组织部", "support 各基层工会")),
        ("2", "维护职工权益", ("lead 权益部", "support 财务部")),
        ("3", "提升职工素质", ("lead 经济部", "support 各产业工会")),
        ("4", "提升职工素质", ("lead 经济部", "support 财务部")),
    ]


def test_rows_between_blanks_under_a_header_without_the_numbers_label() -> None:
    text = "工作内容 责任科室 完成时限\n1 整合登记数据。 登记科 3月底\n2 查处违法用地。 执法大队 长期坚持\n"
    assert tasks(text + "3 修复矿山1200亩。 修复科 10月底") == [
        ("1", None, "整合登记数据。", ("responsible 登记科",), ()),
        ("2", None, "查处违法用地。", ("responsible 执法大队",), ()),
        ("3", None, "修复矿山1200亩。", ("responsible 修复科",), ()),
    ]
