"""The calendar of working days: the State Council's holiday notices, one TOML a year (DESIGN.md §3 item 5)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

NOTICE_NUMBER = re.compile(r"国办发明电〔20\d\d〕\d+号")
LONGEST_HOLIDAY = timedelta(days=15)
SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Holidays, make-up days 调休, and the years whose notice is out."""

    holidays: frozenset[date]
    makeup: frozenset[date]
    years: frozenset[int]

    def is_working_day(self, day: date) -> bool:
        if day in self.holidays:
            return False
        # 调休: a Saturday can be a working day, so weekday() is not enough.
        return day in self.makeup or day.weekday() < SATURDAY

    def is_provisional(self, year_or_day: int | date) -> bool:
        """暂定: no notice for that year, so Monday to Friday (DESIGN.md §3 item 5)."""
        year = year_or_day.year if isinstance(year_or_day, date) else year_or_day
        return year not in self.years


def load(folder: Path) -> Calendar:
    """All notices of a folder, read once per process; ValueError names the file and what is wrong in it."""
    return _load(folder.resolve())


@cache
def _load(folder: Path) -> Calendar:
    if not folder.is_dir():
        raise ValueError(f"节假日文件夹 {folder.name} 不存在，请检查安装是否完整。")
    tables = [_read(file) for file in sorted(folder.glob("*.toml"))]
    return _joined(tables)


def _read(file: Path) -> Calendar:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return _year(table, file.stem)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"节假日文件 {file.name} 有误：{error}") from error


def _year(table: Mapping[str, object], stem: str) -> Calendar:
    _only(table, {"year", "notice", "holiday"})
    year = table["year"]
    if not isinstance(year, int) or str(year) != stem:
        raise ValueError(f"year 应与文件名一致，现为 {year}")
    for notice in _rows(table, "notice"):
        _check_notice(notice)
    holidays: set[date] = set()
    makeup: set[date] = set()
    for row in _rows(table, "holiday"):
        off, worked = _holiday(row, year)
        holidays |= off
        makeup |= worked
    return _joined([Calendar(frozenset(holidays), frozenset(makeup), frozenset({year}))])


def _only(table: Mapping[str, object], known: set[str]) -> None:
    if unknown := set(table) - known:
        raise ValueError(f"不认识的项目 {'、'.join(sorted(unknown))}")


def _rows(table: Mapping[str, object], name: str) -> list[dict[str, object]]:
    rows = table.get(name)
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"缺少 [[{name}]]")
    return rows


def _check_notice(notice: Mapping[str, object]) -> None:
    _only(notice, {"number", "day"})
    _day(notice["day"])
    number = notice.get("number")
    if number is not None and not (isinstance(number, str) and NOTICE_NUMBER.fullmatch(number)):
        raise ValueError(f"文号 {number} 不是“国办发明电〔年〕号”的写法")


def _holiday(row: Mapping[str, object], year: int) -> tuple[set[date], set[date]]:
    _only(row, {"name", "first", "last", "makeup"})
    name, first, last = row["name"], _day(row["first"]), _day(row["last"])
    if not timedelta(0) <= last - first <= LONGEST_HOLIDAY:
        raise ValueError(f"{name}的起止日期不对：{first} 至 {last}")
    off = {first + timedelta(days=n) for n in range((last - first).days + 1)}
    worked = _makeup(row.get("makeup", []))
    # 元旦 may begin in the last days of the year before (2018-12-30, 2022-12-31).
    if outside := {day for day in off | worked if day.year != year and (day.year, day.month) != (year - 1, 12)}:
        raise ValueError(f"{name}中 {min(outside)} 不属于 {year} 年")
    return off, worked


def _makeup(value: object) -> set[date]:
    if not isinstance(value, list):
        raise ValueError("makeup 应为日期的列表")
    days = {_day(item) for item in value}
    if weekdays := {day for day in days if day.weekday() < SATURDAY}:
        raise ValueError(f"调休上班 {min(weekdays)} 不是周六或周日")
    return days


def _day(value: object) -> date:
    # A TOML date with a time is a datetime, which is also a date: the exact type matters.
    if type(value) is not date:
        raise ValueError(f"{value} 不是日期")
    return value


def _joined(tables: list[Calendar]) -> Calendar:
    joined = Calendar(
        holidays=frozenset[date]().union(*(table.holidays for table in tables)),
        makeup=frozenset[date]().union(*(table.makeup for table in tables)),
        years=frozenset[int]().union(*(table.years for table in tables)),
    )
    if both := joined.holidays & joined.makeup:
        raise ValueError(f"{min(both)} 既列为放假，又列为上班")
    return joined


def installed() -> Calendar:
    """The notices that come with the product."""
    return load(Path(__file__).parents[2] / "ledger_seeds" / "holidays")
