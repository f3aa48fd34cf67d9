"""Files whose name says one thing and whose content another: the content decides."""

from collections.abc import Callable

import pytest

from app.importing.blocks import Format
from app.importing.readers import Unreadable, read
from tests.importing.blocks_of import paragraphs, rows
from tests.importing.disguised import FILES, HOSTILE, READ, SHEET, W2003


@pytest.mark.parametrize(("name", "make", "kind"), FILES.values(), ids=FILES)
def test_the_content_decides_how_a_file_is_read(name: str, make: Callable[[], bytes], kind: Format) -> None:
    document = read(make(), name)
    assert document.format is kind
    assert [[cell.replace("\n", "") for cell in row] for row in rows(document)] == READ
    assert paragraphs(document) in ([], ["甲市台账"])


def test_a_sheet_of_2003_in_xml_keeps_merged_cells_dates_and_what_is_hidden() -> None:
    document = read(SHEET.encode(), "台账.xls")
    assert document.format is Format.XLS
    assert paragraphs(document) == ["甲市台账"]
    assert rows(document) == [
        ["序号", "任务", "责任单位", "完成时限"],
        ["1", "甲事", "财政局", "2024年6月30日"],
        ["2", "乙事", "", "50%"],
    ]


def test_a_word_file_of_2003_in_xml_keeps_its_numbers_merged_cells_and_changes() -> None:
    document = read(W2003.encode(), "台账.doc")
    assert document.format is Format.DOC
    assert paragraphs(document) == ["甲市台账", "一、经济工作"]
    assert rows(document) == [["甲事", "财政局"], ["乙事", "财政局"]]


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(data, "台账")
    assert reason in raised.value.message
