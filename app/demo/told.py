"""demo.toml, moved to today: every date shifted, every period under the name it has now."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.tasks.slots import QUARTER_WORDS

SEEDS = Path(__file__).parents[2] / "ledger_seeds"
Told = dict[str, Any]


@dataclass(frozen=True)
class Story:
    organisations: list[Told]
    users: list[Told]
    ledgers: list[Told]
    is_shifted: bool


def read_story(today: date) -> Story:
    told = tomllib.loads((SEEDS / "demo.toml").read_text(encoding="utf-8"))
    written: date = told["day"]
    ledgers = told["ledger"]
    for ledger in ledgers:
        named = {period["code"]: rename(period, written, today) for period in ledger["period"]}
        for task in ledger["task"]:
            for report in task.get("reports", []):
                report["slot"] = named.get(report["slot"], "")
    shift = today - written
    return Story(told["organisation"], told["user"], moved(ledgers, shift), bool(shift))


def rename(period: Told, written: date, today: date) -> str:
    """The worker asks for the periods of the real calendar: these must be the same ones, not a second set beside."""
    code: str = period["code"]
    if period["cycle"] == "yearly":
        key = str((period["opens"] + (today - written)).year)
        period["key"], period["word"] = key, f"{key}年"
        return key
    year, quarter = code.split("Q")
    later = number_of_quarter(today) - number_of_quarter(written)
    year_on, before = divmod(int(year) * 4 + int(quarter) - 1 + later, 4)
    period["key"], period["word"] = f"{year_on}Q{before + 1}", QUARTER_WORDS[before]
    return str(period["key"])


def number_of_quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def moved(value: Any, shift: timedelta) -> Any:
    """The same, every date later by `shift`."""
    if isinstance(value, dict):
        return {key: moved(inner, shift) for key, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, shift) for inner in value]
    return value + shift if isinstance(value, date) else value
