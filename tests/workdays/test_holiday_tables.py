"""The holiday tables: what each year's notice says, and what a faulty table is told."""

import tomllib
from pathlib import Path

import pytest

from app.workdays.calendar import load

FOLDER = Path(__file__).parents[2] / "ledger_seeds" / "holidays"
GOOD = """
year = 2030
[[notice]]
number = "国办发明电〔2029〕1号"
day = 2029-11-01
[[holiday]]
name = "元旦"
first = 2030-01-01
last = 2030-01-01
"""
# Weekdays freed and weekend days worked, as the notices have it (changes of 2019 and 2020 included).
FIGURES = {2017: 5, 2018: 6, 2019: 7, 2020: 6, 2021: 7, 2022: 7, 2023: 7, 2024: 8, 2025: 5, 2026: 6}


@pytest.mark.parametrize(("year", "makeup"), FIGURES.items())
def test_each_notice_has_its_number_and_all_its_makeup_days(year, makeup):
    table = tomllib.loads((FOLDER / f"{year}.toml").read_text(encoding="utf-8"))

    assert all(notice["number"].startswith("国办发明电〔") for notice in table["notice"])
    assert sum(len(holiday.get("makeup", [])) for holiday in table["holiday"]) == makeup


def test_a_notice_whose_number_is_unknown_is_accepted(tmp_path):
    (tmp_path / "2030.toml").write_text(GOOD.replace('number = "国办发明电〔2029〕1号"\n', ""), encoding="utf-8")

    assert load(tmp_path).years == {2030}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("year = 2030", "year = 2031", "文件名", id="the year of another file"),
        pytest.param("国办发明电〔2029〕1号", "〔2029〕1号", "文号", id="no such document number"),
        pytest.param("last = 2030-01-01", "last = 2029-12-30", "起止", id="ends before it begins"),
        pytest.param("last = 2030-01-01", "last = 2030-01-01\nmakeup = [2030-01-04]", "周六", id="make-up on a Friday"),
        pytest.param("2030-01-01\nlast = 2030-01-01", "2031-01-01\nlast = 2031-01-01", "不属于", id="outside"),
        pytest.param("day = 2029-11-01", "day = 2029-11-01\nmark = 1", "mark", id="unknown item"),
        pytest.param("first = 2030-01-01", "first = 2030-01-01T08:00:00", "不是日期", id="a moment"),
        pytest.param(
            "last = 2030-01-01", "last = 2030-01-05\nmakeup = [2030-01-05]", "既列为放假", id="free and worked"
        ),
        pytest.param("[[holiday]]", "[[holidays]]", "holidays", id="misspelt"),
        pytest.param("year = 2030", "year = ", "2030.toml", id="not TOML"),
    ],
)
def test_a_faulty_table_is_refused_by_name_with_the_reason(tmp_path, old, new, told):
    (tmp_path / "2030.toml").write_text(GOOD.replace(old, new), encoding="utf-8")

    with pytest.raises(ValueError, match=told) as refused:
        load(tmp_path)

    assert "2030.toml" in str(refused.value)


def test_two_tables_may_not_disagree(tmp_path):
    (tmp_path / "2030.toml").write_text(GOOD.replace("last = 2030-01-01", "last = 2030-01-01\nmakeup = [2029-12-30]"))
    other = GOOD.replace("2030", "2029").replace("2029-01-01", "2029-12-30")
    (tmp_path / "2029.toml").write_text(other, encoding="utf-8")

    with pytest.raises(ValueError, match="2029-12-30"):
        load(tmp_path)


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(ValueError, match="不存在"):
        load(tmp_path / "none")


def test_the_tables_are_read_once():
    assert load(FOLDER) is load(FOLDER)
