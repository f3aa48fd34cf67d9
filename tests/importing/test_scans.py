"""Pages as people really scan and photograph them; `python -m tests.importing.scans` reads many more of them."""

import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.importing import readers
from app.importing.blocks import Document
from app.importing.readers import read
from tests.importing import damage
from tests.importing.blocks_of import paragraphs
from tests.importing.corpus.make import Line, Table, covered, image_pdf, pdf
from tests.importing.corpus.to_scan import OLD_AGE_RECORD, WATER_BLOCKS, WATER_RECORD
from tests.importing.damage import sheet, written
from tests.importing.ofd_files import pictured
from tests.importing.scans import care, water
from tests.importing.scoring import SCORER, assert_within_bounds, json_of, recognised_json

CHILDREN = Path(readers.__file__).parent / "children"
__test__ = SCORER.exists()  # nothing to collect where the scoring rules are not there


def test_a_stamped_table_photographed_from_aside_and_upside_down_is_read() -> None:
    stamped = damage.stamped(water(150), 0.5, 0.36)
    photo = damage.quarter_turns(damage.photographed(stamped), 2)
    assert_within_bounds(WATER_RECORD, recognised_json(written(photo, ".jpg", 90), "照片.jpg"))


def test_a_page_fed_on_its_side_is_read_also_in_an_ofd_file() -> None:
    scanned = written(damage.quarter_turns(care(150), 1))
    assert_within_bounds(OLD_AGE_RECORD, recognised_json(pictured(scanned), "扫描.ofd"))


def test_a_notice_with_its_scanned_table_behind_it_is_read_page_by_page() -> None:
    """The words that some program recognised under the picture are not trusted; its page is known for a scan."""
    notice = Line("各县区人民政府，市直各有关单位：\n现将任务分工表印发给你们，请认真组织实施。")
    title, table, signature = WATER_BLOCKS
    assert isinstance(title, Line)
    printed = pdf([notice, replace(title, page_break=True), table, signature])
    document = read(covered(printed, 1), "通知.pdf")
    assert_within_bounds(WATER_RECORD, json_of(document))
    assert document.scans == (2,)
    title_at = places_on(2, document)[0]
    assert title_at == pytest.approx(places_on(2, read(printed, "通知.pdf"))[0], abs=8)


def places_on(page: int, document: Document) -> list[tuple[int, ...]]:
    """Where its lines stand, in thousandths."""
    return [place[1:] for place in document.places if place[1] == page]


BLOCKED = """
import importlib.machinery, sys
seen = importlib.machinery.PathFinder.find_spec
absent = classmethod(lambda cls, name, *more: None if name.startswith("rapidocr") else seen(name, *more))
importlib.machinery.PathFinder.find_spec = absent
from app.core.errors import AppError
from app.importing.readers import read
for path in sys.argv[1:]:
    try:
        read(open(path, "rb").read(), "台账")
    except AppError as refused:
        print(refused.message)
"""


def test_where_the_recognition_is_not_installed_the_office_hears_what_it_can_do(tmp_path: Path) -> None:
    blank = written(np.full((400, 300, 3), 255, dtype=np.uint8))
    files = {"a.png": blank, "a.pdf": image_pdf(blank), "a.ofd": pictured(blank)}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", BLOCKED, *(str(tmp_path / name) for name in files)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout.splitlines()
    assert len(said) == len(files)
    assert all("没有安装文字识别组件。没有保存任何内容。请上传带文字的电子版" in line for line in said)
    assert all("请管理员运行 make install-ocr" in line for line in said)


def test_a_fax_of_several_pages_in_one_picture_file_is_read_whole() -> None:
    """TIFF, as office scanners write it; the last page has nothing but a stroke."""
    pages = [
        cv2.resize(sheet(pdf(f"第{number}项工作任务抓紧落实到位", footer=""))[100:500], None, fx=0.6, fy=0.6)
        for number in "一二"
    ]
    done, data = cv2.imencodemulti(".tiff", [*pages, np.zeros((4, 800, 3), np.uint8)])
    assert done
    document = read(bytes(data), "传真.tif")
    assert paragraphs(document) == ["第一项工作任务抓紧落实到位", "第二项工作任务抓紧落实到位"]
    assert document.scans == (1, 2, 3)


def test_a_low_header_over_a_title_across_the_table_keeps_its_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the two lines of such a row there is no room for a long stroke."""
    monkeypatch.syspath_prepend(CHILDREN)
    ruling = import_module("ruling")
    rows = [
        ["序号", "改革举措", "牵头处室", "完成日期"],
        ["完善公司治理", *["<"] * 3],
        ["1", "修订董事会议事规则。", "董事会办公室", "3月底"],
        ["2", "建立授权事项清单。", "企业管理部", "4月底"],
    ]
    across, down = ruling.rules(sheet(pdf([Table(rows)], size=6, footer=""), dpi=150))
    levels = sorted(level for level, _, _ in across)
    seen = [[top <= (above + below) / 2 <= bottom for _, top, bottom in down] for above, below in pairwise(levels)]
    assert [sum(row) for row in seen] == [5, 2, 5, 5]
