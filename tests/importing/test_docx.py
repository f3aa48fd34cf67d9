"""A Word file is read as it is shown and would be printed, not as its XML happens to be written."""

import pytest

from app.importing.blocks import Paragraph
from app.importing.readers import read
from tests.importing.blocks_of import paragraphs_in, rows_in
from tests.importing.office_files import p, table, tc, tr, word

RUN = "<w:r><w:t>{}</w:t></w:r>"
SPAN = '<w:gridSpan w:val="{}"/>'
FIRST, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def box(content: str) -> str:
    """A text box as Word writes it: once for new readers, once for old ones."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return char("begin") + code + (char("separate") + RUN.format(result) if result else "") + char("end")


def test_a_text_box_is_read_once_where_it_hangs() -> None:
    boxed = p("发文单位", more=box(p("红头") + table(tr(tc("甲"), tc("乙")))))
    source = word(boxed + p("正文"))
    assert paragraphs_in(source) == ["发文单位", "红头", "正文"]
    assert rows_in(source) == [["甲", "乙"]]
    assert [block.start for block in read(source, "x").blocks] == sorted(b.start for b in read(source, "x").blocks)


def test_a_text_box_of_an_old_writer_is_read() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('旧框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert paragraphs_in(word(p("文", more=old))) == ["文", "旧框"]


def test_headers_footers_notes_and_comments_are_left_out() -> None:
    marks = (
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>后半</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    section = '<w:sectPr><w:headerReference w:type="default"/></w:sectPr>'
    source = word(
        p("前半", more=marks) + section,
        header1=p("内部资料", more=box(p("第1页"))), footer1=p("— 1 —"), footnotes=p("脚注"), comments=p("批注"),
    )  # fmt: skip
    assert paragraphs_in(source) == ["前半后半"]


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        (field("PAGEREF _Toc1 \\h", "12"), "文12"),
        (field("HYPERLINK " + field("MERGEFIELD x", "里"), "外"), "文外"),
        (field("eq \\o\\ac(○,3)", ""), "文③"),
        ('<w:fldSimple w:instr="DATE">' + RUN.format("今天") + "</w:fldSimple>", "文今天"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + RUN.format("后"), "文后"),
        ("<w:ins>" + RUN.format("加") + "</w:ins>", "文加"),
        ("<w:moveTo>" + RUN.format("移来") + "</w:moveTo>", "文移来"),
        ("<w:del><w:r><w:delText>减</w:delText></w:r></w:del>", "文"),
        ("<w:moveFrom>" + RUN.format("移走") + "</w:moveFrom>", "文"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", "文"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>不藏</w:t></w:r>', "文不藏"),
        ('<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>藏</w:t></w:r>', "文"),
        ("<w:hyperlink>" + RUN.format("链接") + "</w:hyperlink>", "文链接"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + RUN.format("控件") + "</w:sdtContent></w:sdt>", "文控件"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "文☑"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "文☑"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "文≥"),
        ('<w:r><w:sym w:font="宋体" w:char="4E00"/></w:r>', "文一"),
        ('<w:r><w:sym w:font="宋体" w:char="D800"/><w:sym w:char="zz"/></w:r>', "文"),
        ("<w:r><w:noBreakHyphen/><w:t>1</w:t></w:r>", "文-1"),
        (
            "<w:r><w:ruby><w:rt>" + RUN.format("kē") + "</w:rt><w:rubyBase>" + RUN.format("科")
            + "</w:rubyBase></w:ruby></w:r>",
            "文科",
        ),
    ],
)  # fmt: skip
def test_a_paragraph_is_read_as_it_is_shown(more: str, shown: str) -> None:
    styles = '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    assert paragraphs_in(word(p("文", more=more), styles=styles)) == [shown]


def test_a_soft_line_break_parts_lines() -> None:
    assert paragraphs_in(word(p("第一行", more="<w:r><w:br/><w:t>第二行</w:t></w:r>"))) == ["第一行", "第二行"]


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert paragraphs_in(word(p("前", mark) + p("后") + p("完", mark))) == ["前后", "完"]
    assert rows_in(word(table(tr(tc(p("前", mark) + p("后")), tc(p("尾", mark)))))) == [["前后", "尾"]]


def test_the_list_of_contents_is_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    source = word(p("一、甲", '<w:pStyle w:val="T1"/>', "<w:r><w:tab/><w:t>3</w:t></w:r>") + p("一、甲"), styles=styles)
    assert paragraphs_in(source) == ["一、甲"]


def test_merged_cells_keep_their_column_and_give_their_value_to_each_row() -> None:
    source = word(
        table(
            tr(tc("序号", FIRST), tc("任务", FIRST), tc("责任单位", SPAN.format(2)), tc("时限", FIRST)),
            tr(tc("", ON), tc("", ON), tc("牵头"), tc("配合"), tc("", ON)),
            tr(tc("1"), tc("甲"), tc("财政局", FIRST), tc("审计局"), tc("6月底")),
            tr(tc("乙"), tc("盖住", ON), tc("民政局"), tc("年底"), properties='<w:gridBefore w:val="1"/>'),
        )
    )
    assert rows_in(source) == [
        ["序号", "任务", "责任单位", "", "时限"],
        ["序号", "任务", "牵头", "配合", "时限"],
        ["1", "甲", "财政局", "审计局", "6月底"],
        ["", "乙", "财政局", "民政局", "年底"],
    ]


def test_a_cell_that_goes_on_from_nothing_begins_there() -> None:
    source = word(table(tr(tc("甲"), tc("乙", ON)), tr(tc("丙", ON), tc("丁", ON))))
    assert rows_in(source) == [["甲", "乙"], ["丙", "乙"]]


def test_cells_merged_sideways_the_old_way_are_one() -> None:
    merged = tr(tc("一、经济", '<w:hMerge w:val="restart"/>'), tc("x", "<w:hMerge/>"))
    assert rows_in(word(table(merged, tr(tc("1"), tc("甲"))))) == [["一、经济", ""], ["1", "甲"]]


def test_deleted_and_hidden_rows_are_left_out() -> None:
    gone = tr(tc("删"), properties="<w:del/>") + tr(tc("藏"), properties="<w:hidden/>")
    content = f"<w:sdt><w:sdtContent>{tr(tc('控件里的行'))}</w:sdtContent></w:sdt>"
    assert rows_in(word(table(tr(tc("留")), gone, content))) == [["留"], ["控件里的行"]]


def test_a_table_inside_a_cell_is_more_lines_of_the_cell() -> None:
    inner = table(tr(tc("一季度"), tc("二季度")))
    assert rows_in(word(table(tr(tc("1"), tc(p("甲") + inner + p()))))) == [["1", "甲\n一季度\n二季度"]]


def test_a_table_that_only_frames_the_page_is_not_there() -> None:
    ledger = table(tr(tc("序号"), tc("任务")), tr(tc("1"), tc("甲")))
    source = word(table(tr(tc("抬头")), tr(tc(p("标题") + ledger + p("落款")))))
    assert paragraphs_in(source) == ["标题", "落款"]
    assert rows_in(source) == [["抬头"], ["序号", "任务"], ["1", "甲"]]


def test_the_strict_form_of_the_format_is_read() -> None:
    source = word(p("甲") + table(tr(tc("乙"))), space="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert paragraphs_in(source) == ["甲"]
    assert rows_in(source) == [["乙"]]


def test_a_cell_said_to_be_a_million_columns_wide_is_not() -> None:
    wide = tc("甲", SPAN.format(1_000_000))
    assert len(rows_in(word(table(tr(*[wide] * 50))))[0]) == 63


def test_paragraphs_deep_in_content_controls_are_read() -> None:
    nested = "<w:sdt><w:sdtContent>" * 20 + p("甲") + "</w:sdtContent></w:sdt>" * 20
    document = read(word(nested), "x")
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["甲"]
