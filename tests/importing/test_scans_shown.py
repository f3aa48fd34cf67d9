"""Beside what was recognised in a scan its pages are shown, each as a small picture of its own."""

import cv2
import numpy as np
import pytest
from sqlmodel import select

from app.core.errors import NotFound
from app.importing.models import DraftTask
from app.importing.pictures import page_picture
from app.importing.readers import read
from app.importing.readers.children.scanned import cleaned, fitted, sent, straightened
from app.ledgers.models import SourceDocument
from tests.factories import a_cast
from tests.importing import damage
from tests.importing.corpus.make import Line, image_pdf, pdf
from tests.importing.corpus.make.scan import png
from tests.importing.documents import an_import
from tests.importing.ofd_files import pictured

A_LINE = Line("甲市总工会重点工作责任分工台账")
A_SHEET = pdf([A_LINE])
A_PAGE = pdf([A_LINE, *(Line("推进工程建设，完成年度投资，做好跟踪服务和督促检查。") for _ in range(20))])
UPRIGHT, LYING = png(A_SHEET, dpi=200), cv2.imencode(".png", np.full((500, 2600, 3), 200, np.uint8))[1].tobytes()


def tiff(*pictures: bytes) -> bytes:
    pages = [cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) for data in pictures]
    return bytes(cv2.imencodemulti(".tiff", pages)[1])


SCANS = {"pdf": image_pdf, "ofd": pictured, "tiff": tiff}


@pytest.fixture
def scanned(db):
    """A batch of a file of two pages: one upright, one lying."""
    a_cast(db)

    def sent(content: bytes, scans: tuple[int, ...] = (1, 2)) -> str:
        batch = an_import(db)
        source = db.get_one(SourceDocument, batch.source_id)
        source.content, batch.scans = content, list(scans)
        db.commit()
        return f"/imports/{batch.id}"

    return sent


def drawn(content: bytes) -> tuple[int, int]:
    picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture.shape[1], picture.shape[0]


def test_the_pages_of_a_scan_are_shown_beside_the_text(as_user, scanned):
    address, office = scanned(image_pdf(UPRIGHT, LYING)), as_user("office")

    shown = office.open(address).select(".scanpage img")
    answer = office.client.get(shown[1]["src"])

    assert [img["src"] for img in shown] == [f"{address}/pages/1", f"{address}/pages/2"]
    assert all(img["loading"] == "lazy" for img in shown)
    assert [f"扫描件或照片第{n}页" in img["alt"] for n, img in enumerate(shown, 1)] == [True, True]
    assert answer.status_code == 200
    assert drawn(answer.content)[0] > drawn(answer.content)[1]


def test_a_photo_that_the_browser_shows_itself_marks_its_tasks(as_user, db, scanned):
    address = scanned(UPRIGHT, (1,))
    draft = db.exec(select(DraftTask)).first()
    db.exec(select(SourceDocument)).one().places = [[0, 1, 0, 0, 0, 0], [draft.start, 1, 100, 200, 900, 260]]
    db.commit()

    page = as_user("office").open(address)

    mark = page.select_one(f".scanpage figure:has(img[src='{address}/picture']) svg a[href='#t{draft.id}'] rect")
    assert [mark[side] for side in ("x", "y", "width", "height")] == ["100", "200", "800", "60"]


BLUE = [(0.2, 0.15), (0.8, 0.3), (0.35, 0.85)]
PHOTOS = {
    "small": lambda picture: cv2.resize(picture, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA),
    "askew": lambda picture: damage.skewed(picture, 3),
    "seen from aside": damage.photographed,
    "askew and seen from aside": lambda picture: damage.photographed(damage.skewed(picture, -2)),
}


def blue_spots(picture) -> list[tuple[float, float]]:
    """In parts of the picture's sides, from the top."""
    blue, green, red = (picture[..., channel].astype(int) for channel in range(3))
    count, _, _, middles = cv2.connectedComponentsWithStats((blue - np.maximum(green, red) > 80).astype(np.uint8))
    assert count == 1 + len(BLUE)
    height, width = picture.shape[:2]
    return sorted(((x + 0.5) / width, (y + 0.5) / height) for x, y in middles[1:])


@pytest.mark.parametrize("name", PHOTOS)
def test_what_is_recognised_in_a_straightened_page_is_found_again_on_the_photo(name):
    page = damage.sheet(A_PAGE, dpi=100)
    for x, y in BLUE:
        cv2.circle(page, (int(page.shape[1] * x), int(page.shape[0] * y)), 12, (255, 60, 0), -1)
    photo = PHOTOS[name](page)

    straight = straightened(fitted(cleaned(sent(photo))))

    for view in map(straight.quarter_turns, range(4)):
        height, width = view.picture.shape[:2]
        back = [view.back @ (x * width, y * height, 1) for x, y in blue_spots(view.picture)]
        assert sorted((x / depth, y / depth) for x, y, depth in back) == [
            pytest.approx(spot, abs=0.003) for spot in blue_spots(photo)
        ]


@pytest.mark.parametrize("kind", SCANS)
def test_each_page_is_drawn_small_and_in_its_shape(kind):
    data = SCANS[kind](UPRIGHT, LYING)

    (width, height), (wide, low) = (drawn(page_picture(data, f"扫描.{kind}", number)) for number in (1, 2))

    assert 1190 <= width <= 1200
    assert height / width == pytest.approx(297 / 210, rel=0.01)
    assert 1190 <= wide <= 1200
    assert low / wide == pytest.approx(500 / 2600, rel=0.02)


def test_a_page_that_the_browser_has_is_not_drawn_again_and_only_the_office_sees_it(as_user, scanned):
    address = scanned(image_pdf(UPRIGHT), (1,)) + "/pages/1"
    office = as_user("office")
    first = office.client.get(address)
    assert first.headers["cache-control"].startswith("private")

    again = office.client.get(address, headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    refused = as_user("zuzhi").client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert refused.status_code == 403


def test_a_page_that_is_not_there_is_not_found(as_user, scanned):
    address, office = scanned(image_pdf(UPRIGHT)), as_user("office")

    answers = {n: office.client.get(f"{address}/pages/{n}").status_code for n in (-1, 0, 1, 2, 3)}

    assert answers == {-1: 404, 0: 404, 1: 200, 2: 404, 3: 404}


def paper(box: str) -> bytes:
    """The same scan on paper of another size, as only a program would write it."""
    made = image_pdf(LYING)
    at = made.index(b"/MediaBox")
    return made[:at] + f"/MediaBox [ {box} ]".encode() + made[made.index(b"]", at) + 1 :]


HOSTILE = {
    "cut": lambda: image_pdf(UPRIGHT)[:600],
    "only a head": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 8,
    "an archive cut": lambda: pictured(UPRIGHT)[:900],
    "an archive of damaged pictures": lambda: pictured(b"\x89PNG\r\n\x1a\n" + bytes(90)),
    "a picture cut": lambda: tiff(UPRIGHT)[:60],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_harmful_or_damaged_file_has_no_page_to_show(name):
    with pytest.raises(NotFound, match="没有这一页的图像"):
        page_picture(HOSTILE[name](), "扫描", 1)


def test_the_review_page_of_a_damaged_scan_still_opens(as_user, scanned):
    address, office = scanned(HOSTILE["cut"](), (1,)), as_user("office")

    assert office.client.get(f"{address}/pages/1").status_code == 404
    assert office.open(address).select(".srcpage")


@pytest.mark.parametrize("box", ["0 0 14400 1", "0 0 1 14400", "0 0 14400 14400"])
def test_strange_paper_is_drawn_within_bounds(box):
    width, height = drawn(page_picture(paper(box), "扫描.pdf", 1))

    assert 0 < width <= 1200
    assert 0 < height <= 3600


def test_a_document_with_text_of_its_own_has_no_scans():
    assert read(A_SHEET, "台账.pdf").scans == ()
