"""Tables whose rows a page's edge parts: nothing of them is lost, and nothing of the edge becomes a task."""

from collections.abc import Callable

import pytest

from tests.importing.test_flattened import tasks

HEADER = ["序号", "工作任务", "牵头单位", "完成时限"]
ROWS = [
    ["1", "建设道路5条。", "住建局", "6月底前"],
    ["2", "新建公园3个。", "园林局", "9月底前"],
    ["3", "治理河道12公里。", "水务局", "12月底前"],
    ["4", "新增泊位800个。", "城管局", "10月底前"],
]
EDGES = ["— 2 —", "第 2 页 共 5 页", "（续表）", "2/5"]


def cells(row: list[str]) -> str:
    return "\n\n".join(row)


def pipes(row: list[str]) -> str:
    return f"| {' | '.join(row)} |"


def tabs(row: list[str]) -> str:
    return "\t".join(row)


def blanks(row: list[str]) -> str:
    return "  ".join(row)


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("written", [cells, pipes, tabs, blanks])
def test_a_page_edge_between_two_rows(written: Callable[[list[str]], str], edge: str) -> None:
    lines = [written(row) for row in [HEADER, *ROWS]]
    between = "\n\n" if written is cells else "\n"
    found = tasks(between.join([*lines[:3], edge, *lines[3:], edge]))
    assert [(number, text, units) for number, _, text, units, _ in found] == [
        (number, text, (f"lead {unit}",)) for number, text, unit, _ in ROWS
    ]


def test_titles_of_sections_and_the_header_again_between_tabs() -> None:
    lines = [tabs(HEADER), "一、城建", tabs(ROWS[0]), tabs(ROWS[1]), "- 1 -", tabs(HEADER), "二、环保", tabs(ROWS[2])]
    assert [(number, heading) for number, heading, *_ in tasks("\n".join(lines))] == [
        ("1", "城建"),
        ("2", "城建"),
        ("3", "环保"),
    ]
