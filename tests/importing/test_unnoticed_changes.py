"""What a clerk would not notice in a table makes no difference to its tasks."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.importing.blocks import Cell, Document, Row, Table
from app.importing.readers import read
from app.importing.recognise import recognise
from tests.importing.corpus import SAMPLES

HEADED = {"序号", "责任单位", "牵头单位", "责任部门", "牵头部门", "责任科室", "工作任务", "重点任务", "主要任务"}
EVERY = 5


def _header(table: Table) -> int | None:
    """The row of the header, where the table has one plain row of labels."""
    for place, row in enumerate(table.rows[:4]):
        labels = [re.sub(r"\s", "", cell.text) for cell in row.cells]
        if len(set(labels)) == len(labels) > 2 and all(labels) and HEADED & set(labels):
            return place
    return None


def _tables() -> list[tuple[str, Document, Table]]:
    found = []
    for sample in [sample for sample in SAMPLES if sample.file.endswith((".docx", ".xlsx", ".html"))][::EVERY]:
        document = read(sample.build(), sample.file)
        tables = [block for block in document.blocks if isinstance(block, Table) and len(block.rows) > 4]
        if len(tables) == 1 and _header(tables[0]) is not None:
            found.append((sample.name, document, tables[0]))
    return found


@pytest.fixture(scope="module")
def printed() -> list[tuple[str, Document, Table]]:
    return _tables()


def _row(row: Row, *texts: str) -> Row:
    """A row behind another, as wide as it."""
    cells = [*texts, *[""] * (len(row.cells) - len(texts))]
    return Row(tuple(Cell(text, row.end, row.end) for text in cells), row.end, row.end)


def spare_rows(table: Table) -> Table:
    return replace(table, rows=tuple(part for row in table.rows for part in (row, _row(row))))


def signed(table: Table) -> Table:
    return replace(table, rows=(*table.rows, _row(table.rows[-1], "审核人：", "制表人：李静")))


def _labelled(table: Table, labelled: Callable[[str], str]) -> Table:
    header = _header(table)
    return replace(
        table,
        rows=tuple(
            replace(row, cells=tuple(replace(cell, text=labelled(cell.text)) for cell in row.cells))
            if place == header
            else row
            for place, row in enumerate(table.rows)
        ),
    )


def labels_with_colons(table: Table) -> Table:
    return _labelled(table, lambda text: f"{text}：")


def labels_drawn_apart(table: Table) -> Table:
    return _labelled(table, lambda text: "　".join(text) if len(text) < 5 else f"{text[:2]}\n{text[2:]}")


def an_empty_column(table: Table) -> Table:
    return replace(
        table, rows=tuple(replace(row, cells=(*row.cells, Cell("", row.end, row.end))) for row in table.rows)
    )


def _said(document: Document) -> list[object]:
    return [
        (task.number, re.sub(r"\s", "", task.text), task.departments, task.deadline and task.deadline.due_on)
        for task in recognise(document).tasks
    ]


@pytest.mark.parametrize("changed", [spare_rows, signed, labels_with_colons, labels_drawn_apart, an_empty_column])
def test_the_tasks_stay_as_they_were(
    changed: Callable[[Table], Table], printed: list[tuple[str, Document, Table]]
) -> None:
    assert len(printed) > 20
    different = []
    for name, document, table in printed:
        blocks = tuple(changed(table) if block is table else block for block in document.blocks)
        if _said(replace(document, blocks=blocks)) != _said(document):
            different.append(name)
    assert different == []
