"""What a bulletin tells becomes suggested readings; the bulletins of the corpus were written before the rules."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.importing.readers import read
from app.importing.readings import Kind, Reading, suggestions
from tests.importing.corpus import bulletins, bulletins_news
from tests.importing.corpus.readings import Bulletin

BULLETINS = (*bulletins.BULLETINS, *bulletins_news.BULLETINS)
AUGUST = "2022年9月16日\n\n"


def told(text: str) -> list[Reading]:
    return suggestions(read(text.encode(), "简报.txt"))


def _is_same(expected: Mapping[str, Any], reading: Reading) -> bool:
    is_quoted = expected["quotation"] in reading.quotation or reading.quotation in expected["quotation"]
    return float(reading.value) == expected["value"] and reading.unit == expected["unit"] and is_quoted


def _days(expected: Mapping[str, Any]) -> list[date | None]:
    days = [expected["as_of"], *expected.get("as_of_also", [])]
    return [date.fromisoformat(day) if day else None for day in days]


def score(bulletin: Bulletin, readings: Sequence[Reading]) -> Counter[str]:
    left, counts = list(readings), Counter[str]()
    for expected in bulletin.expected:
        found = next((reading for reading in left if _is_same(expected, reading)), None)
        if found:
            left.remove(found)
        if expected.get("optional"):
            continue
        counts["missed" if found is None else "found"] += 1
        if found:
            counts["day"] += found.as_of in _days(expected)
            counts["kind"] += found.kind.value == expected["kind"]
    counts["wrong"] = len(left)
    return counts


def test_the_bulletins_of_the_corpus_are_read_within_the_bounds() -> None:
    total = sum((score(bulletin, told(bulletin.text)) for bulletin in BULLETINS), Counter[str]())
    assert total["found"] / (total["found"] + total["missed"]) >= 0.95
    assert total["found"] / (total["found"] + total["wrong"]) >= 0.9
    assert total["day"] / total["found"] >= 0.92
    assert total["kind"] / total["found"] >= 0.92


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda bulletin: bulletin.name)
def test_every_suggestion_quotes_the_text(bulletin: Bulletin) -> None:
    document = read(bulletin.text.encode(), "简报.txt")
    for reading in suggestions(document):
        assert document.text[reading.start : reading.end] == reading.quotation
        assert reading.subject


@pytest.mark.parametrize(
    ("sentence", "day", "kind"),
    [
        ("截至7月中旬，已命名工作室18个。", date(2022, 7, 20), Kind.READING),
        ("截至8月底，新增就业4.2万人。", date(2022, 8, 31), Kind.READING),
        ("今年上半年，举办竞赛12场。", date(2022, 6, 30), Kind.READING),
        ("1—8月，新建组织386家。", date(2022, 8, 31), Kind.READING),
        ("今年以来，举办招聘会264场。", date(2022, 9, 16), Kind.READING),
        ("目前，已有基地19家。", date(2022, 9, 16), Kind.READING),
        ("去年筹集资金540万元。", date(2021, 12, 31), Kind.READING),
        ("去年全年筹集540万元，今年一季度筹集210万元。", date(2022, 3, 31), Kind.READING),
        ("2020年，新建学校6所。", date(2020, 12, 31), Kind.READING),
        ("2019年上半年，新建泵站4座；10月底，处理率达78%。", date(2019, 10, 31), Kind.READING),
        ("由17家扩大到23家。", date(2022, 9, 16), Kind.READING),
        ("年底前新建驿站20个。", date(2022, 12, 31), Kind.PLAN),
        ("下半年将培育站点5个。", date(2022, 12, 31), Kind.PLAN),
        ("明年计划培训2万人次。", date(2023, 12, 31), Kind.PLAN),
        ("到2025年，会员突破60万人。", date(2025, 12, 31), Kind.PLAN),
        ("“十四五”末，累计达到25万人。", date(2025, 12, 31), Kind.PLAN),
        ("剩余2所将于11月底前完工。", date(2022, 11, 30), Kind.PLAN),
        ("全年计划改造小区16个。", date(2022, 12, 31), Kind.PLAN),
        ("新增床位目标500张，9月上旬完成320张。", date(2022, 9, 10), Kind.READING),
    ],
)
def test_the_day_and_whether_it_was_reached(sentence: str, day: date, kind: Kind) -> None:
    last = told(AUGUST + sentence)[-1]
    assert (last.as_of, last.kind) == (day, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "打造15分钟便民圈，35岁的王师傅从登记到上岗只用了5天。",
        "对25人以下企业全额返还。",
        "推进“1+3”体系，办好12345热线。",
        "参加第8届博览会，跻身全国前10强。",
        "联系电话：6628107。",
        "对个人最高给予30万元贷款。",
    ],
)
def test_what_only_looks_like_a_figure_is_not_suggested(sentence: str) -> None:
    assert told(AUGUST + sentence) == []


def test_the_subject_is_what_is_counted() -> None:
    text = AUGUST + "全市门急诊量132.6万人次，同比增长8.4%；为5031家企业赠阅报纸。"
    assert [reading.subject for reading in told(text)] == ["门急诊量", "门急诊量同比增长", "企业赠阅报纸"]


def test_the_command_writes_the_suggestions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TAIZHANG_DATA", str(tmp_path / "data"))
    source, out = tmp_path / "简报.txt", tmp_path / "out.json"
    source.write_text(AUGUST + "截至8月底，全市城镇新增就业4.2万人。", encoding="utf-8")

    assert main(["readings", str(source), "--json", str(out)]) == 0

    assert "读出1条数据" in capsys.readouterr().out
    assert json.loads(out.read_text(encoding="utf-8")) == [
        {
            "quotation": "全市城镇新增就业4.2万人",
            "subject": "城镇新增就业",
            "value": 4.2,
            "unit": "万人",
            "as_of": "2022-08-31",
            "kind": "reading",
        }
    ]


def test_a_file_that_cannot_be_read_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TAIZHANG_DATA", str(tmp_path / "data"))
    assert main(["readings", str(tmp_path / "no.txt")]) == 1
    assert "打不开文件" in capsys.readouterr().err
