"""The length of a document costs time, not memory: measured in a process of its own."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.importing.readers import read
from app.importing.recognise import recognise
from tests.importing.long_files import imported, sent_in
from tests.importing.long_files import long_sheet as long_ledger_sheet
from tests.importing.long_files import long_word as long_ledger_word
from tests.importing.office_files import table, tc, tr, word
from tests.importing.test_spreadsheets import sheet_xml
from tests.pace import kept

READ = """
import json, re, sys
from app.importing.readers import progress, read
said = []
with open(sys.argv[1], "rb") as file, progress.listening(lambda done, total: said.append([done, total])):
    document = read(file.read(), "x")
with open("/proc/self/status") as status:  # its own peak: what getrusage says begins with the parent's
    megabytes = int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) / 1024
print(json.dumps([sum(len(block.rows) for block in document.blocks), megabytes, said]))
"""
TASK = "推进重点项目建设，完成年度投资，做好跟踪服务和督促检查，确保按期完成。" * 3


def long_sheet() -> bytes:
    cells = "".join(f'<c r="{column}{{0}}" t="inlineStr"><is><t>{{1}}{TASK}</t></is></c>' for column in "ABCD")
    rows = (f'<row r="{row}">{cells.format(row, row)}</row>' for row in range(1, 20_001))
    areas = "".join(f'<mergeCell ref="B{row}:B{row + 4}"/>' for row in range(1, 20_001, 5))
    return sheet_xml(f"<sheetData>{''.join(rows)}</sheetData><mergeCells>{areas}</mergeCells>")


def long_text() -> bytes:
    """500 pages: 16 rows of this length fill one."""
    return word(table(*(tr(tc(str(row)), tc(f"{row}{TASK}"), tc("财政局"), tc("年底")) for row in range(8_000))))


@pytest.mark.parametrize(("make", "rows"), [(long_sheet, 20_000), (long_text, 8_000)], ids=["sheet", "text"])
def test_a_long_file_is_read_in_bounded_memory_and_tells_how_far_it_is(make: object, rows: int, tmp_path: Path) -> None:
    assert callable(make)
    source = tmp_path / "long"
    source.write_bytes(make())
    answer = subprocess.run([sys.executable, "-c", READ, str(source)], capture_output=True, check=True, timeout=600)
    found, megabytes, said = json.loads(answer.stdout)
    assert found == rows
    assert megabytes < 200
    assert len(said) > 5
    assert said == sorted(said)
    assert all(total == 100 and 0 <= done <= 100 for done, total in said)


def test_a_long_sheet_is_imported_from_the_command_line_in_bounded_memory() -> None:
    cost = imported(long_ledger_sheet(1_200), "台账.xlsx")
    assert "读出1200项任务" in cost.said
    assert cost.megabytes[0] < 400
    assert kept(cost.cpu, 10)


def test_a_long_word_file_sent_in_is_read_in_bounded_memory_and_its_progress_is_seen() -> None:
    cost = sent_in(long_ledger_word(600), "台账.docx")
    shown = json.loads(cost.said)
    assert cost.megabytes[0] < 400
    assert shown[0][0] in ("waiting", "reading")
    assert shown[-1][0] == "done"
    assert any(total == 100 and done > 0 for _, done, total in shown)


def test_four_times_the_rows_take_about_four_times_as_long() -> None:
    def spent(rows: int) -> float:
        document = read(long_ledger_word(rows), "台账.docx")
        begun = time.process_time()
        assert len(recognise(document).tasks) == rows
        return time.process_time() - begun

    spent(50)  # what is loaded and compiled once
    ratios = [spent(2_000) / spent(500) for _ in range(2)]  # what a neighbour does to one of them counts less
    assert min(ratios) < 8
