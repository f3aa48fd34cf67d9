"""The real ledgers as another office might have typed them: nothing may hang on one document's accidents."""

import copy
import html
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from app.importing.blocks import Paragraph
from app.importing.readers import read
from tests.importing.scoring import SEEDS, assert_within_bounds, recognised_json

Ledger = tuple[str, dict[str, Any]]
PRINTED_CLAUSE = re.compile(r"[（(]责任(?:部门|单位)[：:][^（()）]*[）)]")
HEADER = "序号\t目标任务\t责任部门"

__test__ = bool(SEEDS)  # nothing to collect where the ledgers are not there


def renamed_departments(text: str, truth: dict[str, Any]) -> Ledger:
    """Other names everywhere a list of departments stands, and only there."""
    renames = {"组织部": "干部工作处", "经济部": "产业发展室", "财务部": "计划财务处", "宣教部": "文化宣传中心"}

    def rename(part: str) -> str:
        for old, new in renames.items():
            part = re.sub(rf"(?<![\u4e00-\u9fff]){old}(?![\u4e00-\u9fff])", new, part)
        return part

    text = PRINTED_CLAUSE.sub(lambda match: rename(match[0]), text)
    text = re.sub(r"\t[^\t\n]*$", lambda match: rename(match[0]), text, flags=re.MULTILINE)
    for task in truth["tasks"]:
        for department in task["departments"]:
            department["name"] = rename(department["name"])
    return text, truth


def moved_page_breaks(text: str, truth: dict[str, Any]) -> Ledger:
    """Headers repeated after every second row instead, and sentences cut after another comma."""
    if HEADER in text:
        first, *rest = text.split(HEADER)
        rows = [line for part in rest for line in part.split("\n") if line.strip()]
        pages = [rows[place : place + 2] for place in range(0, len(rows), 2)]
        return first + "\n\n".join("\n".join([HEADER, *page]) for page in pages) + "\n", truth
    lines = [
        re.sub(r"^(.{40,60}?，)(.{20,})", r"\1\n\n\2", line) if "责任" in line else line for line in text.split("\n")
    ]
    return "\n".join(lines), truth


def cut_inside_words(text: str, truth: dict[str, Any]) -> Ledger:
    lines = [
        line[:45] + "\n\n" + line[45:]
        if "责任" in line and len(line) > 120 and "\u4e00" <= line[45] <= "\u9fff"
        else line
        for line in text.split("\n")
    ]
    return "\n".join(lines), truth


def clauses_on_their_own_line(text: str, truth: dict[str, Any]) -> Ledger:
    return PRINTED_CLAUSE.sub(lambda match: "\n\n" + match[0], text), truth


def half_width_brackets(text: str, truth: dict[str, Any]) -> Ledger:
    return text.translate(str.maketrans("（）", "()")).replace("部门：", "部门:").replace("单位：", "单位:"), truth


def mixed_brackets(text: str, truth: dict[str, Any]) -> Ledger:
    return text.translate(str.maketrans("）", ")")), truth


def renumbered(text: str, truth: dict[str, Any]) -> Ledger:
    """Arabic numbers twenty higher: an extract that starts in the middle."""
    text = re.sub(r"^(\d{1,2})(?=\t|\. )", lambda match: str(int(match[1]) + 20), text, flags=re.MULTILINE)
    for task in truth["tasks"]:
        if task["number"].isdigit():
            task["number"] = str(int(task["number"]) + 20)
    return text, truth


def imprint_behind_the_last_clause(text: str, truth: dict[str, Any]) -> Ledger:
    last = [*PRINTED_CLAUSE.finditer(text)][-1:]
    if last:
        text = text[: last[0].end()] + "某市总工会办公室            2019年9 月29日印发\n"
    return text, truth


def two_items_on_one_line(text: str, truth: dict[str, Any]) -> Ledger:
    return re.sub(r"(责任单位：[^（）]*）)\n(?=\d+\. )", r"\1", text), truth


TRANSFORMS: list[Callable[[str, dict[str, Any]], Ledger]] = [
    renamed_departments,
    moved_page_breaks,
    cut_inside_words,
    clauses_on_their_own_line,
    half_width_brackets,
    mixed_brackets,
    renumbered,
    imprint_behind_the_last_clause,
    two_items_on_one_line,
]


def as_docx(text: str) -> bytes:
    """The ledger as Word holds it: real paragraphs and one real table per page."""
    document, buffer = docx.Document(), io.BytesIO()
    for block in read(text.encode(), "x").blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text)
            continue
        table = document.add_table(rows=0, cols=len(block.rows[0].cells))
        for row in block.rows:
            for cell, value in zip(table.add_row().cells, row.cells, strict=True):
                cell.text = value.text
    document.save(buffer)
    return buffer.getvalue()


def as_html(text: str) -> bytes:
    """The ledger as a site shows it, between a menu and a footer script."""
    parts = ["<!DOCTYPE html><html><head><title>站</title></head><body><nav>首页 1. 新闻</nav>"]
    for block in read(text.encode(), "x").blocks:
        if isinstance(block, Paragraph):
            parts.append(f"<p>{html.escape(block.text)}</p>\n")
            continue
        rows = ["".join(f"<td><p>{html.escape(cell.text)}</p></td>" for cell in row.cells) for row in block.rows]
        parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return "".join([*parts, "<script>1</script></body></html>"]).encode()


IDS = [source.stem[:3] for source, _ in SEEDS]


def load(source: Path, truth: Path) -> Ledger:
    return source.read_text(encoding="utf-8"), copy.deepcopy(json.loads(truth.read_text(encoding="utf-8")))


@pytest.mark.parametrize("transform", TRANSFORMS, ids=lambda transform: transform.__name__)
@pytest.mark.parametrize(("source", "truth"), SEEDS, ids=IDS)
def test_a_ledger_typed_another_way_keeps_the_bounds(
    source: Path, truth: Path, transform: Callable[[str, dict[str, Any]], Ledger]
) -> None:
    text, expected = transform(*load(source, truth))
    assert_within_bounds(expected, recognised_json(text.encode(), source.name))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("source", "truth"), SEEDS, ids=IDS)
def test_a_ledger_in_another_encoding_keeps_the_bounds(source: Path, truth: Path, encoding: str, ending: str) -> None:
    text, expected = load(source, truth)
    data = text.replace("\n", ending).encode(encoding)
    assert_within_bounds(expected, recognised_json(data, source.name))


@pytest.mark.parametrize("write", [as_docx, as_html])
@pytest.mark.parametrize(("source", "truth"), SEEDS, ids=IDS)
def test_a_ledger_in_another_format_keeps_the_bounds(source: Path, truth: Path, write: Callable[[str], bytes]) -> None:
    text, expected = load(source, truth)
    assert_within_bounds(expected, recognised_json(write(text), source.name))
