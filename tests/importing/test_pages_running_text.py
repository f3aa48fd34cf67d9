"""Short lines of a notice stand alone: nothing is glued to its neighbour because no long line shows the margins."""

from app.importing.readers import read
from tests.importing.corpus.make import pdf
from tests.importing.printed import line, table
from tests.importing.test_pages_layout import HEAD, LONG, joined, of
from tests.importing.test_readers import paragraphs

SHORT = [
    "临江市水务局关于印发《临江市河道治理任务表》的通知",
    "临水发〔2020〕3号",
    "各区水务局、局属各单位：",
    "现将《临江市河道治理任务表》印发给你们，请抓好落实。",
    "一、各单位要于3月底前报送方案。",
    "二、局办公室将定期通报进展情况。",
    "临江市水务局",
    "2020年2月10日",
]
ROWS = [["1", "清淤疏浚河道", "河道科"], ["2", "新建泵站三座", "建设科"]]


def test_a_notice_of_short_lines_keeps_them_apart() -> None:
    assert paragraphs(of([line(text) for text in SHORT])) == SHORT
    assert paragraphs(of([*(line(text) for text in SHORT), table(HEAD, ROWS)])) == SHORT


def test_one_sentence_over_two_lines_among_short_ones_is_joined() -> None:
    texts = [*SHORT[:3], LONG, *SHORT[4:]]
    assert paragraphs(of([line(text) for text in texts])) == texts
    assert paragraphs(of([*(line(text) for text in texts), table(HEAD, ROWS)])) == texts


def test_titles_and_signatures_stand_alone() -> None:
    blocks = [
        line("临江市人民政府办公室关于印发河道治理三年任务分工", "title"),
        line("临水发〔2020〕3号", "title"),
        line("各区水务局：", "text"),
        line(LONG),
        line("临江市水务局办公室", "right"),
        line("2020年2月10日", "right"),
    ]
    assert paragraphs(of(blocks)) == [block["text"] for block in blocks]


def test_a_title_that_is_also_the_running_header_is_read_once() -> None:
    title = "临江市河道治理工作任务清单"
    body = [[str(n), LONG * 2, "河道科"] for n in range(1, 25)]
    for blocks in ([line(title, "title"), table(HEAD, body)], [table(HEAD, body)]):
        document = of(blocks, header=title)
        assert paragraphs(document) == [title]
        assert [row for row in joined(document) if row != HEAD] == body


def test_a_page_of_first_lines_only_does_not_go_on_with_the_page_before() -> None:
    for count in range(32, 36):
        texts = [f"{n}.新建泵站三座并全部投入运行使用。（市水务局、市财政局、市自然资源局）" for n in range(1, count)]
        texts[0] += LONG * 2
        assert paragraphs(of([line(text) for text in texts])) == texts


def test_an_opening_mark_stands_behind_what_its_box_covers() -> None:
    texts = ["6.“双师型”教师比例达到65%，选派40名教师到企业实践锻炼。", "7.“一网通办”率达到98%。"]
    assert paragraphs(read(pdf("\n".join(texts), size=16), "x.pdf")) == texts
