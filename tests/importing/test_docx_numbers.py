"""Word numbers paragraphs by itself and keeps the numbers out of the text; the reader prints them as Word does."""

import pytest

from tests.importing.blocks_of import paragraphs_in, rows_in
from tests.importing.office_files import level, lists, numbered, p, table, tc, tr, word


@pytest.mark.parametrize(
    ("style", "text", "shown"),
    [
        ("decimal", "%1.", ["1. 甲", "2. 甲", "3. 甲"]),
        ("decimal", "%1、", ["1、甲", "2、甲", "3、甲"]),
        ("chineseCounting", "%1、", ["一、甲", "二、甲", "三、甲"]),
        ("chineseCountingThousand", "（%1）", ["（一）甲", "（二）甲", "（三）甲"]),
        ("japaneseCounting", "第%1条", ["第一条甲", "第二条甲", "第三条甲"]),
        ("decimalEnclosedCircle", "%1", ["①甲", "②甲", "③甲"]),
        ("decimalEnclosedCircleChinese", "%1", ["①甲", "②甲", "③甲"]),
        ("ideographEnclosedCircle", "%1", ["㊀甲", "㊁甲", "㊂甲"]),
        ("ideographTraditional", "%1、", ["甲、甲", "乙、甲", "丙、甲"]),
        ("upperLetter", "%1.", ["A. 甲", "B. 甲", "C. 甲"]),
        ("lowerLetter", "(%1)", ["(a) 甲", "(b) 甲", "(c) 甲"]),
        ("upperRoman", "%1.", ["I. 甲", "II. 甲", "III. 甲"]),
        ("lowerRoman", "%1.", ["i. 甲", "ii. 甲", "iii. 甲"]),
        ("chineseLegalSimplified", "%1、", ["壹、甲", "贰、甲", "叁、甲"]),
        ("decimalZero", "%1", ["01 甲", "02 甲", "03 甲"]),
        ("bullet", "●", ["甲", "甲", "甲"]),
        ("none", "附件：", ["附件：甲", "附件：甲", "附件：甲"]),
    ],
)
def test_each_style_of_number_is_printed_as_word_prints_it(style: str, text: str, shown: list[str]) -> None:
    assert paragraphs_in(word(numbered("甲") * 3, numbering=lists(level(text, style)))) == shown


@pytest.mark.parametrize(
    ("start", "style", "shown"),
    [
        (10, "chineseCounting", "十"), (12, "chineseCountingThousand", "十二"), (20, "chineseCounting", "二十"),
        (101, "chineseCountingThousand", "一百零一"), (110, "chineseCountingThousand", "一百一十"),
        (21, "decimalEnclosedCircle", "㉑"), (36, "decimalEnclosedCircle", "㊱"), (51, "decimalEnclosedCircle", "51"),
        (28, "lowerLetter", "bb"), (49, "upperRoman", "XLIX"), (105, "ideographDigital", "一〇五"),
        (4001, "chineseCountingThousand", "四千零一"), (99999, "chineseCounting", "99999"),
    ],
)  # fmt: skip
def test_high_numbers_are_printed_as_word_prints_them(start: int, style: str, shown: str) -> None:
    source = word(numbered("甲"), numbering=lists(level("%1、", style, start=start)))
    assert paragraphs_in(source) == [f"{shown}、甲"]


def test_levels_below_begin_again_unless_told_to_go_on() -> None:
    steps = [(0, "一"), (1, "甲"), (2, "子"), (2, "丑"), (0, "二"), (1, "乙"), (2, "寅")]
    body = "".join(numbered(text, level=depth) for depth, text in steps)
    levels = [level("%1、", "chineseCounting"), level("（%2）", "chineseCounting", 1)]
    starting = word(body, numbering=lists(*levels, level("%3.", depth=2)))
    going_on = word(body, numbering=lists(*levels, level("%3.", depth=2, more='<w:lvlRestart w:val="0"/>')))
    assert paragraphs_in(starting)[2:] == ["1. 子", "2. 丑", "二、二", "（一）乙", "1. 寅"]
    assert paragraphs_in(going_on)[2:] == ["1. 子", "2. 丑", "二、二", "（一）乙", "3. 寅"]


def test_a_number_may_name_the_levels_above_it() -> None:
    levels = (level("第%1章", "chineseCounting"), level("%1.%2", depth=1, more="<w:isLgl/>"))
    body = numbered("总则") + numbered("范围", level=1) + numbered("对象", level=1)
    assert paragraphs_in(word(body, numbering=lists(*levels))) == ["第一章总则", "1.1 范围", "1.2 对象"]


def test_two_lists_of_one_kind_count_on_unless_the_second_starts_anew() -> None:
    def used(override: str) -> str:
        first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        return f'{first}<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'

    body = numbered("甲") + numbered("乙") + numbered("丙", 2) + numbered("丁", 2)
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert paragraphs_in(word(body, numbering=lists(level("%1、"), used=used("")))) == [
        "1、甲",
        "2、乙",
        "3、丙",
        "4、丁",
    ]
    assert paragraphs_in(word(body, numbering=lists(level("%1、"), used=used(anew)))) == [
        "1、甲", "2、乙", "1、丙", "2、丁",
    ]  # fmt: skip


def test_a_list_may_replace_the_level_of_its_kind() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level("（%1）", "chineseCounting", start=5)}</w:lvlOverride>'
    used = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{own}</w:num>'
    assert paragraphs_in(word(numbered("甲"), numbering=lists(level("%1."), used=used))) == ["（五）甲"]


def test_the_style_of_a_paragraph_may_number_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="自定"/><w:basedOn w:val="2"/></w:style>'
    )
    levels = lists(
        level("%1、", "chineseCounting"), level("（%2）", "chineseCounting", 1, more='<w:pStyle w:val="2"/>')
    )
    off = '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        p(text, properties)
        for text, properties in (
            ("甲", '<w:pStyle w:val="1"/>'), ("乙", '<w:pStyle w:val="2"/>'), ("丙", '<w:pStyle w:val="3"/>'),
            ("丁", off), ("戊", '<w:pStyle w:val="1"/>'),
        )
    )  # fmt: skip
    assert paragraphs_in(word(body, numbering=levels, styles=styles)) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "丁",
        "二、戊",
    ]


def test_a_list_may_be_kept_by_a_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    used = (
        f'{linked}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    source = word(numbered("甲", 2), numbering=lists(level("%1)"), used=used), styles=styles)
    assert paragraphs_in(source) == ["1) 甲"]


def test_the_number_column_of_a_table_may_be_numbered_by_word() -> None:
    row = tr(tc(numbered("")), tc("任务"))
    below = tr(tc(numbered(""), '<w:vMerge w:val="continue"/>'), tc("再做"))
    merged = tr(tc(numbered(""), '<w:vMerge w:val="restart"/>'), tc("先做"))
    source = word(table(tr(tc("序号"), tc("任务")), row, merged, below, row), numbering=lists(level("%1")))
    assert rows_in(source)[1:] == [["1", "任务"], ["2", "先做"], ["2", "再做"], ["3", "任务"]]


def test_what_was_deleted_is_not_counted_and_an_empty_paragraph_is() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = f"<w:p><w:pPr>{place}{mark}</w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    source = word(
        numbered("甲") + deleted + numbered("乙") + numbered("") + numbered("丙"), numbering=lists(level("%1."))
    )
    assert paragraphs_in(source) == ["1. 甲", "2. 乙", "4. 丙"]


@pytest.mark.parametrize(
    "numbering",
    [
        "", lists(level("%1.")).replace('abstractNumId w:val="0"', 'abstractNumId w:val="9"'), lists(),
        lists(level("%9%0%", "unheard")), lists(level("%1", start=999_999_999)),
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="none"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ],
)  # fmt: skip
def test_a_damaged_list_leaves_the_words(numbering: str) -> None:
    assert paragraphs_in(word(numbered("甲"), numbering=numbering))[0].endswith("甲")
