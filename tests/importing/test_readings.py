"""What a bulletin tells becomes suggested readings; the bulletins of the corpus were written before the rules."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from app.cli import main
from app.importing.readers import read
from app.importing.readings.reading import Kind, Reading
from app.importing.readings.suggest import suggestions
from tests.importing.corpus.bulletins_all import BULLETINS
from tests.importing.corpus.readings import Bulletin
from tests.pace import kept

PRINTED = "2022年9月16日\n\n"


def told(text: str) -> list[Reading]:
    return suggestions(read(text.encode(), "简报.txt"))


def _is_same(expected: Mapping[str, Any], reading: Reading) -> bool:
    is_quoted = expected["quotation"] in reading.quotation or reading.quotation in expected["quotation"]
    return float(reading.value) == expected["value"] and reading.unit == expected["unit"] and is_quoted


def _shares_a_word(expected: str, found: str) -> bool:
    pairs = {expected[n : n + 2] for n in range(len(expected) - 1)}
    return any(pair in found for pair in pairs)


def _days(expected: Mapping[str, Any]) -> list[date | None]:
    days = [expected["as_of"], *expected.get("as_of_also", [])]
    return [date.fromisoformat(day) if day else None for day in days]


def score(bulletin: Bulletin, readings: Sequence[Reading]) -> Counter[str]:
    left, counts = list(readings), Counter[str]()
    for expected in bulletin.expected:
        same = [reading for reading in left if _is_same(expected, reading)]
        found = next((reading for reading in same if reading.kind.value == expected["kind"]), same[0] if same else None)
        if found:
            left.remove(found)
        if expected.get("optional"):
            continue
        counts["missed" if found is None else "found"] += 1
        if found:
            counts["day"] += found.as_of in _days(expected)
            counts["kind"] += found.kind.value == expected["kind"]
            counts["subject"] += _shares_a_word(expected["subject"], found.subject)
    counts["wrong"] = len(left)
    return counts


def test_the_bulletins_of_the_corpus_are_read_within_the_bounds() -> None:
    total = sum((score(bulletin, told(bulletin.text)) for bulletin in BULLETINS), Counter[str]())
    assert total["found"] / (total["found"] + total["missed"]) >= 0.99
    assert total["found"] / (total["found"] + total["wrong"]) >= 0.99
    assert total["day"] / total["found"] >= 0.98
    assert total["kind"] / total["found"] >= 0.98
    assert total["subject"] / total["found"] >= 0.98


def _wrapped(text: str, width: int = 36) -> str:
    """As a mail or a page of plain text cuts its lines; a table's rows stay whole."""
    lines = []
    for line in text.split("\n"):
        is_row = "\t" in line or "|" in line
        lines += [line] if is_row else [line[n : n + width] for n in range(0, max(len(line), 1), width)]
    return "\n".join(lines)


def test_lines_cut_by_the_width_of_the_page_change_little() -> None:
    total = sum((score(bulletin, told(_wrapped(bulletin.text))) for bulletin in BULLETINS), Counter[str]())
    assert total["found"] / (total["found"] + total["missed"]) >= 0.97
    assert total["found"] / (total["found"] + total["wrong"]) >= 0.97
    assert total["day"] / total["found"] >= 0.97


def test_narrow_marks_of_the_web_change_nothing() -> None:
    narrow = str.maketrans("，；：（）？！", ",;:()?!")
    wide = [(one.value, one.unit, one.as_of, one.kind) for bulletin in BULLETINS for one in told(bulletin.text)]
    found = [
        (one.value, one.unit, one.as_of, one.kind)
        for bulletin in BULLETINS
        for one in told(bulletin.text.translate(narrow))
    ]
    assert sum((Counter(wide) - Counter(found)).values()) < len(wide) / 100
    assert sum((Counter(found) - Counter(wide)).values()) < len(wide) / 100


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda bulletin: bulletin.name)
def test_every_suggestion_quotes_the_text(bulletin: Bulletin) -> None:
    document = read(bulletin.text.encode(), "简报.txt")
    for reading in suggestions(document):
        assert reading.quotation in document.text
        assert document.text[reading.start : reading.end] in reading.quotation
        assert reading.subject


@pytest.mark.parametrize(
    "sentence",
    [
        "打造15分钟便民圈，35岁的王师傅从登记到上岗只用了5天。",
        "对25人以下企业全额返还。",
        "推进“1+3”体系，办好12345热线。",
        "参加第8届博览会，跻身全国前10强。",
        "联系电话：6628107。",
        "对个人最高给予30万元贷款。",
    ],
)
def test_what_only_looks_like_a_figure_is_not_suggested(sentence: str) -> None:
    assert told(PRINTED + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("共设桥梁62座、隧道四座。", "4座"),
        ("平均保障标准达1953元/人·月。", "1953元/人·月"),
        ("概算总投资六十八亿元。", "68亿元"),
        ("参与志愿者一万二千人次。", "12000人次"),
        ("接待读者11万七千多人次。", "117000人次"),
        ("融资突破20个亿。", "20亿"),
        ("清掏雨水井9,600座次。", "9600座次"),
        ("检测能力提升至156万管。", "156万管"),
        ("热线话务量日均2860通。", "2860通"),
        ("优良天数265天，同比增加22天。", "22天"),
        ("电网最高负荷达到483.6万千瓦。", "483.6万千瓦"),
    ],
)
def test_a_figure_counts_however_it_is_written(sentence: str, figure: str) -> None:
    last = told(PRINTED + sentence)[-1]
    assert f"{last.value.normalize():f}{last.unit}" == figure


@pytest.mark.parametrize(
    "sentence",
    [
        "出台减负、培训、奖励等7项措施。",
        "百名专家进企业。",
        "赴全省14个市调研。",
        "先后赴全国17个省份51个地市抓捕嫌疑人。",
        "县委督查办组成两个督查组。",
        "做好三篇大文章。",
        "架设110千伏线路。",
        "大棚宽24米、长140米、高6米，选菜区有10元一份的牛肉。",
        "始发的1289次中欧班列驶出口岸，每周最少三四列。",
        "守住安全和生态两条底线。",
        "据1%人口抽样调查推算。",
    ],
)
def test_a_manner_of_speaking_is_no_figure(sentence: str) -> None:
    assert told(PRINTED + sentence) == []


def test_a_title_says_of_which_day_the_whole_report_is() -> None:
    found = told("区教育局2019年上半年工作小结\n\n一、资助。发放资助金612万元。今年以来，家访3次。\n\n2019年7月8日\n")
    assert [reading.as_of for reading in found] == [date(2019, 6, 30)] * 2


def test_the_first_as_of_day_holds_for_what_follows() -> None:
    overview = "反馈问题27项。截至2020年11月底，已完成整改21项。"
    text = f"整改进展\n\n{overview}\n\n（一）企业整治。排查企业217家。\n\n2020年12月18日\n"
    assert told(text)[-1].as_of == date(2020, 11, 30)


def test_the_months_that_a_report_begins_with_hold_for_its_parts() -> None:
    found = told("工业简报\n\n1—5月，运行总体平稳。\n\n1.生产回升。完成产值214.7亿元。\n\n2022年6月10日\n")
    assert [reading.as_of for reading in found] == [date(2022, 5, 31)]


def test_a_paper_that_names_its_day_above_speaks_of_the_months_it_reports() -> None:
    head = "晨报  2024-08-09  记者 陆某\n\n8月7日，市政府召开发布会，通报今年1至7月空气质量状况。"
    found = told(f"{head}\n\n空气质量方面：优良天数比例为91.5%。\n")
    assert [reading.as_of for reading in found] == [date(2024, 7, 31)]


def test_a_plan_of_the_next_year_names_its_months() -> None:
    found = told("二、2022年工作安排\n\n6月底前完成智能门锁安装800户。\n\n2021年12月24日\n")
    assert [(reading.as_of, reading.kind) for reading in found] == [(date(2022, 6, 30), Kind.PLAN)]


def test_what_is_built_while_a_part_is_ready_was_planned() -> None:
    found = told(PRINTED + "新建口袋公园12个，已完工3个。")
    assert [reading.kind for reading in found] == [Kind.PLAN, Kind.READING]


def test_the_bound_of_a_group_is_not_a_figure() -> None:
    assert [float(one.value) for one in told(PRINTED + "收入超50万元的村达到9个。")] == [9]


def test_a_title_over_two_columns_gives_both_its_unit() -> None:
    page = (
        "<html><body><p>截至9月底，各项目进展如下。</p><table>"
        "<tr><th rowspan=2>项目</th><th colspan=2>进度（万元）</th></tr>"
        "<tr><th>年度计划</th><th>累计完成</th></tr><tr><td>供水</td><td>3,400</td><td>2,150.5</td></tr></table>"
        "<p>2022年10月12日</p></body></html>"
    )
    found = suggestions(read(page.encode(), "通报.html"))
    assert [(one.subject, float(one.value), one.unit, one.kind) for one in found] == [
        ("供水", 3400, "万元", Kind.PLAN),
        ("供水", 2150.5, "万元", Kind.READING),
    ]


@pytest.mark.parametrize(
    "text",
    ["新增就业1个市" * 1500, "，新增就业1个" * 1500, "1" * 20_000, "分别占总数的1%、" * 1500, "甲\n乙\n1\n2\n" * 1500],
    ids=["no marks", "one sentence", "one number", "shares", "cells"],
)
def test_a_text_of_any_kind_is_read_in_time_that_grows_with_its_length(text: str) -> None:
    begun = process_time()
    told(text)
    assert kept(process_time() - begun, 10)


def test_what_the_site_adds_behind_the_text_is_not_read() -> None:
    found = told(PRINTED + "走访职工40人。\n\n新闻推荐\n\n一名出租司机为邻居捐了1万元。\n\n已有3人发表了评论\n")
    assert [reading.subject for reading in found] == ["走访职工"]


def test_a_question_names_the_year_of_its_answer() -> None:
    found = told("2024年1月20日\n\n问：2023年成绩如何？\n\n答：成交额189.4亿元，增长32%。\n")
    assert [reading.as_of for reading in found] == [date(2023, 12, 31)] * 2


ROWS = ["县区 年度任务（个） 已完工（个） 完工率（%）", "岳湖区 18 11 61.1", "桃源县 42 9 21.4"]


@pytest.mark.parametrize(
    "table",
    [
        "\n".join(line.replace(" ", "\t") for line in ROWS),
        "\n".join(ROWS),
        "\n".join(line.replace(" ", " | ") for line in ROWS),
        "\n".join("|" + line.replace(" ", "|") + "|" for line in ROWS),
        "\n\n".join(cell for line in ROWS for cell in line.split(" ")),
    ],
    ids=["tabs", "blanks", "pipes", "pipes outside too", "one cell a line"],
)
def test_a_table_is_read_by_its_header(table: str) -> None:
    found = told(f"污水治理进度通报（截至2023年4月末）\n\n{table}\n\n市河长制办公室\n2023年5月4日\n")
    assert [(one.subject, float(one.value), one.unit, one.as_of, one.kind) for one in found] == [
        ("岳湖区年度任务", 18, "个", date(2023, 12, 31), Kind.PLAN),
        ("岳湖区已完工", 11, "个", date(2023, 4, 30), Kind.READING),
        ("岳湖区完工率", 61.1, "%", date(2023, 4, 30), Kind.READING),
        ("桃源县年度任务", 42, "个", date(2023, 12, 31), Kind.PLAN),
        ("桃源县已完工", 9, "个", date(2023, 4, 30), Kind.READING),
        ("桃源县完工率", 21.4, "%", date(2023, 4, 30), Kind.READING),
    ]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("单位：万元\n指标\t全年预算\t1—6月完成", "营业收入\t486000\t251370"),
        ("指标\t单位\t全年预算\t1—6月完成", "营业收入\t万元\t486000\t251370"),
        ("指标\t全年预算（万元）\t1—6月完成（万元）", "营业收入\t486,000\t251,370"),
        ("序号\t指标\t全年预算\t1—6月完成", "1\t营业收入（万元）\t486000\t251370"),
    ],
    ids=["above", "in a column", "in the header", "beside the name"],
)
def test_the_unit_of_a_table_may_stand_in_four_places(header: str, row: str) -> None:
    found = told(f"经营情况\n\n{header}\n{row}\n\n2023年7月6日\n")
    assert [(one.subject, float(one.value), one.unit, one.as_of) for one in found] == [
        ("营业收入", 486000, "万元", date(2023, 12, 31)),
        ("营业收入", 251370, "万元", date(2023, 6, 30)),
    ]


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("全市门急诊量132.6万人次，同比增长8.4%。", ["门急诊量", "门急诊量同比增长"]),
        ("为5031家企业赠阅报纸。", ["企业赠阅报纸"]),
        ("截至6月底，全市城镇新增就业4.2万人。", ["城镇新增就业"]),
        ("市总工会今年以来举办招聘会264场。", ["招聘会"]),
        ("年内东港市还将新建30个零工驿站。", ["新建零工驿站"]),
        ("建成农村幸福院143所，覆盖率71.5%。", ["农村幸福院", "农村幸福院覆盖率"]),
        ("整改隐患353处，整改率98.9%。", ["整改隐患", "隐患整改率"]),
        ("新建管网18.7公里，改造6.5公里。", ["新建管网", "管网改造"]),
        ("项目计划26个，已完工15个。", ["项目", "项目完工"]),
        ("职工医保基金收入34.6亿元、支出29.1亿元。", ["职工医保基金收入", "职工医保基金支出"]),
        ("城镇居民收入3.6万元，农村居民收入1.8万元，分别增长3.8%和6.7%。",
         ["城镇居民收入", "农村居民收入", "城镇居民收入增长", "农村居民收入增长"]),
        ("全州城镇新增就业9216人。其中：甘泉县完成1853人，占任务数的35.6%。",
         ["城镇新增就业", "甘泉县城镇新增就业", "甘泉县城镇新增就业占任务数"]),
        ("完成投资197.4亿元，占年度计划的90.6%。", ["完成投资", "完成投资占年度计划"]),
        ("26个项目全部完成。", ["项目完成"]),
        ("筹集资金540万元，今年已筹集210万元。", ["筹集资金", "筹集资金"]),
        ("二是养老服务更优质。已完成462户。", ["养老服务"]),
        ("文化礼堂从无到有，已建成11个。", ["文化礼堂"]),
        ("6月底前完成72座水库测报设施安装。", ["水库测报设施安装"]),
        ("PM2.5平均浓度为43微克/立方米，同比下降15.7%。", ["PM2.5平均浓度", "PM2.5平均浓度同比下降"]),
        ("投入3600万元购置设备。", ["购置设备投入"]),
        ("新增就业65万人，完成全年90万人目标的73%。", ["新增就业", "新增就业全年目标", "新增就业目标完成率"]),
        ("本一上线591人，比去年增加100人，增幅达20.4%。", ["本一上线", "本一上线增加", "本一上线增幅"]),
        ("失业率均值为5.5%，4月份受疫情影响走高至6.1%。", ["失业率均值", "失业率均值"]),
        ("133个续建项目完成投资454亿元。", ["续建项目", "续建项目完成投资"]),
        ("城镇新增就业1.2万人，完成年目标任务1.5万人的80%。",
         ["城镇新增就业", "城镇新增就业年目标", "城镇新增就业目标完成率"]),
        ("失业人员再就业1209人，完成目标任务的157%，同比增长3%。",
         ["失业人员再就业", "失业人员再就业完成目标任务", "失业人员再就业同比增长"]),
        ("城镇登记失业率3.4%，与去年同期相比降低0.1个百分点。", ["城镇登记失业率", "城镇登记失业率降低"]),
        ("到位资金4.1亿元，超进度12.5%，占总投资的41%。", ["到位资金", "到位资金超进度", "到位资金占总投资"]),
        ("工业增加值增长7.5%（全市11.1%），较去年同期回落0.9个百分点。",
         ["工业增加值增长", "工业增加值（全市）", "工业增加值回落"]),
        ("设立30个工种12项赛事。", ["工种", "工种赛事"]),
        ("已建成11家国家、省、市最美工会驿站。", ["最美工会驿站"]),
        ("按期完成8个村（社区）工会换届选举。", ["村工会换届选举"]),
        ("涉及居民楼70栋、居民3000户。", ["居民楼", "居民"]),
        ("送戏进万村已送230场，完成率87%。", ["送戏进万村", "送戏进万村完成率"]),
    ],
)  # fmt: skip
def test_the_subject_is_what_is_counted(sentence: str, subjects: list[str]) -> None:
    assert [reading.subject for reading in told(PRINTED + sentence)] == subjects


def test_the_command_writes_the_suggestions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TAIZHANG_DATA", str(tmp_path / "data"))
    source, out = tmp_path / "简报.txt", tmp_path / "out.json"
    source.write_text(PRINTED + "截至8月底，全市城镇新增就业4.2万人。", encoding="utf-8")

    assert main(["readings", str(source), "--json", str(out)]) == 0

    assert "读出1条数据" in capsys.readouterr().out
    assert json.loads(out.read_text(encoding="utf-8")) == [
        {
            "quotation": "全市城镇新增就业4.2万人",
            "subject": "城镇新增就业",
            "value": 4.2,
            "unit": "万人",
            "as_of": "2022-08-31",
            "kind": "reading",
        }
    ]


def test_a_file_that_cannot_be_read_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TAIZHANG_DATA", str(tmp_path / "data"))
    assert main(["readings", str(tmp_path / "no.txt")]) == 1
    assert "打不开文件" in capsys.readouterr().err


def test_a_mirror_in_traditional_characters_is_read_and_quoted_as_printed():
    found = told(
        "2021年6月檢查期間，派出14個檢查組，共發現事故隱患2365條，罰款138.1萬元，整改責任單位發動業務組織聯辦。"
    )
    assert [(str(one.value), one.unit, one.subject) for one in found[1:]] == [
        ("2365", "條", "事故隱患"),
        ("138.1", "萬元", "罰款"),
    ]
