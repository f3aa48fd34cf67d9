"""Beside the text of a PDF or OFD file its pages are shown, and on them where each task stands."""

import io
import random
from functools import cache
from xml.etree import ElementTree

import pdfplumber
import pypdfium2
import pytest
from sqlmodel import select

from app.importing.pictures import MOST, page_picture
from app.importing.readers import read
from app.importing.readers.children import shown
from app.importing.service import store_import
from app.ledgers.models import SourceDocument
from tests.factories import a_cast
from tests.importing import ofd_files
from tests.importing.corpus.make import image_pdf
from tests.importing.documents import NOW, an_import
from tests.importing.test_pages_turned import TURNS, printed, table

HEAD = ["序号", "工作任务", "责任部门"]
WORK = "推进{}工程建设，完成年度投资，做好跟踪服务和督促检查，建立问题清单逐项销号，年底前见成效。"
PLACES = [f"{a}{b}{c}" for a in "东西南北" for b in "河湖山" for c in "一二三四五"]
ROWS = [[str(n), WORK.format(name), "组织部"] for n, name in enumerate(PLACES, 1)]


@cache
def a_printed_ledger(tasks: int) -> bytes:
    return printed(f"市总工会重点工作台账\n\n{table(HEAD, *ROWS[:tasks])}")


@pytest.fixture
def a_pdf() -> bytes:
    """Sixty tasks on several pages."""
    return a_printed_ledger(60)


@pytest.fixture
def sent(db):
    a_cast(db)

    def store(data: bytes, name: str) -> str:
        batch, _ = store_import(db, data, name, by_name="陈静", now=NOW, organisation_id=None)
        db.commit()
        return f"/imports/{batch.id}"

    return store


@cache
def words_on(pdf: bytes, page: int) -> list[tuple[str, float, float]]:
    """Words with their middles in thousandths, as another library finds them."""
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        wide, high = file.pages[page - 1].width, file.pages[page - 1].height
        return [
            (w["text"], (w["x0"] + w["x1"]) / 2 / float(wide) * 1000, (w["top"] + w["bottom"]) / 2 / float(high) * 1000)
            for w in file.pages[page - 1].extract_words()
        ]


def holding(marks, x: float, y: float) -> list[str]:
    """The tasks whose mark holds this place."""
    found = []
    for mark in marks:
        left, top, wide, high = (float(mark.rect[name]) for name in ("x", "y", "width", "height"))
        if left <= x <= left + wide and top <= y <= top + high:
            found.append(mark["href"])
    return found


@pytest.mark.parametrize("kind", ["pdf", "ofd"])
def test_every_task_is_marked_where_its_page_prints_it(as_user, sent, a_pdf, kind):
    address = sent(a_pdf if kind == "pdf" else ofd_files.ofd(a_pdf, ofd_files.plain), f"台账.{kind}")
    office = as_user("office")

    pages = {n: office.open(f"{address}?page={n}") for n in (0, 1)}

    told = {}
    for name, page in ((name, page) for page in pages.values() for name in PLACES):
        card = next((c for c in page.select("#ext article") if WORK.format(name) in c.text), None)
        if card is None:
            continue
        number = int(card.select_one("a[href^='#p']")["href"][2:])
        marks = page.select(f"#p{number} svg a")
        spots = [(x, y) for text, x, y in words_on(a_pdf, number) if name in text]
        told[name] = len(spots) == 1 and holding(marks, *spots[0]) == [f"#{card['id']}"]
    assert told == dict.fromkeys(PLACES, True)


def test_the_pages_wait_closed_and_only_those_beside_the_cards_are_asked_for(as_user, sent, a_pdf):
    address, office = sent(a_pdf, "台账.pdf"), as_user("office")

    last = office.open(f"{address}?page=1")

    count = len(pypdfium2.PdfDocument(a_pdf))
    assert last.select_one("details#sheets summary").text.split() == ["原件页面", f"第{count}页"]
    assert not last.select_one("details#sheets").has_attr("open")
    assert [img["src"] for img in last.select("#sheets img[loading=lazy]")] == [f"{address}/pages/{count}"]
    assert len(office.open(address).select("#sheets figure")) == count


def test_the_open_task_stands_out_on_its_page(as_user, sent, a_pdf):
    address, office = sent(a_pdf, "台账.pdf"), as_user("office")
    card = office.open(address).select("#ext article")[30]["id"]

    page = office.open(f"{address}?task={card[1:]}")

    assert [a["href"] for a in page.select("svg.marks a:has(rect.cur)")] == [f"#{card}"]


def test_a_page_of_text_is_drawn_as_it_looks(as_user, sent, a_pdf):
    address, office = sent(a_pdf, "台账.pdf"), as_user("office")

    answer = office.client.get(f"{address}/pages/2")

    assert answer.headers["content-type"] == "image/png"
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(answer.content) <= MOST


def test_a_page_of_an_ofd_file_is_drawn_from_its_words_and_lines(as_user, sent, a_pdf):
    address, office = sent(ofd_files.ofd(a_pdf, ofd_files.plain), "台账.ofd"), as_user("office")

    answer = office.client.get(f"{address}/pages/2")

    assert answer.headers["content-type"] == "image/svg+xml"
    drawing = ElementTree.fromstring(answer.content)
    said = "".join(drawing.itertext())
    shown_words = "".join(text for text, _, _ in words_on(a_pdf, 2))
    assert sorted(said.replace(" ", "")) == sorted(shown_words)
    assert {element.tag.rpartition("}")[2] for element in drawing.iter()} == {"svg", "rect", "path", "g", "text"}


def test_what_an_ofd_file_says_is_never_more_than_words_of_its_drawing(a_pdf):
    code = "&lt;script&gt;&amp;"
    members = ofd_files.plain(ofd_files.pages_of(a_pdf))
    members = {name: text.replace("工程", code) if "/Pages/" in name else text for name, text in members.items()}

    drawing = ElementTree.fromstring(page_picture(ofd_files.packed(members), "台账.ofd", 1))

    assert not [element for element in drawing.iter() if element.tag.endswith("script")]
    assert "<script>&" in "".join(drawing.itertext())


def test_a_page_full_of_colours_is_drawn_within_the_bound():
    noise = random.Random(7).randbytes(1000 * 1400 * 3)
    photo = image_pdf(b"P6 1000 1400 255\n" + noise)

    assert len(page_picture(photo, "照片.pdf", 1)) <= MOST
    page = pypdfium2.PdfDocument(photo)[0]
    assert len(shown.small_png_of(page, shown.scale_for(*page.get_size()))) <= MOST


def middles_of(pdf: bytes, page: int, words: str) -> list[tuple[float, float]]:
    """Of the characters of what is printed once, in thousandths of the page as it is shown, as another library says."""
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        shown = file.pages[page - 1]
        at = "".join(c["text"] for c in shown.chars).index(words)
        return [
            (float((c["x0"] + c["x1"]) / shown.width) * 500, float((c["top"] + c["bottom"]) / shown.height) * 500)
            for c in shown.chars[at : at + len(words)]
        ]


def assert_each_row_is_where_it_lies(pdf: bytes, page: int) -> None:
    """The only place that holds all characters of a task is that of its row."""
    document = read(pdf, "通知.pdf")
    ends = [place[0] for place in document.places[1:]] + [len(document.text)]
    for row in ROWS[:5]:
        spots = middles_of(pdf, page, row[1])
        held = [
            document.text[start:end].strip().split("\t")
            for (start, number, left, top, right, bottom), end in zip(document.places, ends, strict=True)
            if number == page and all(left <= x <= right and top <= y <= bottom for x, y in spots)
        ]
        assert held == [row]


@pytest.mark.parametrize("turn", TURNS)
def test_a_table_that_lies_on_its_side_is_marked_where_it_lies(turn):
    side = f"#rotate({turn}, reflow: true)[#box(width: 160mm)[{table(HEAD, *ROWS[:5])}]]"

    assert_each_row_is_where_it_lies(printed(f"通知正文\n#pagebreak()\n{side}"), 2)


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_marked_as_it_is_shown(quarter):
    document = pypdfium2.PdfDocument(a_printed_ledger(5))
    document[0].set_rotation(quarter)
    buffer = io.BytesIO()
    document.save(buffer)

    assert_each_row_is_where_it_lies(buffer.getvalue(), 1)


def test_a_row_is_marked_whole_though_its_last_line_says_the_same_as_the_others():
    assert_each_row_is_where_it_lies(a_printed_ledger(5), 1)


def test_files_without_pages_show_their_text_alone_and_those_imported_before_say_why(as_user, db, sent, a_pdf):
    address, office = sent(a_pdf, "台账.pdf"), as_user("office")
    for source in db.exec(select(SourceDocument)):
        source.places = []
    text = f"/imports/{an_import(db).id}"
    db.commit()

    before = office.open(address)

    assert not before.select("#sheets")
    assert "没有记下各页的位置，这里只有文字" in before.select_one(".srcpane").text
    assert "没有记下" not in office.open(text).text
    assert not office.open(text).select("#sheets")
    assert office.client.get(f"{text}/pages/1").status_code == 404
