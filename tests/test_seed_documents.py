"""The restated documents say what the real ones say in other sentences; the demonstration shows its figures."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[1] / "ledger_seeds"
REAL = Path(__file__).parents[2] / "shared" / "seeds"
REAL_RECORD_OF = {"qinhuangdao-2021-29": "seed_004", "dalian-2017-28": "seed_002", "fuxin-measures": "seed_000"}
OWN_WORDS = {"text", "text_also", "deadline_text"}
LONGEST_SHARED_RUN = 29
RESPONSIBILITY = re.compile(r"（责任(?:单位|部门)：.*?）")

Json = dict[str, Any]


def record(path: Path) -> Json:
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def facts(value: object) -> object:
    """The record without the words that each text has for itself."""
    if isinstance(value, dict):
        return {key: facts(inner) for key, inner in value.items() if key not in OWN_WORDS}
    if isinstance(value, list):
        return [facts(inner) for inner in value]
    return value


def squeezed(text: str) -> str:
    return re.sub(r"[^\S\n]|</?p>", "", text)


def sentences(path: Path) -> list[str]:
    """The running text; titles, headings, tables' borders and who is responsible may be the same everywhere."""
    text = squeezed(path.read_text(encoding="utf-8").replace("\t", "\n"))
    text = RESPONSIBILITY.sub("\n", text)
    for real in (REAL / "truth").glob("*.json"):
        known = record(real)
        names = [known["title"], *known.get("title_also", []), *(task["heading"] or "" for task in known["tasks"])]
        for name in sorted(filter(None, map(squeezed, names)), key=len, reverse=True):
            text = text.replace(name, "\n")
    return text.split("\n")


def demo() -> Json:
    return tomllib.loads((SEEDS / "demo.toml").read_text(encoding="utf-8"))


def qinhuangdao() -> Json:
    ledgers: list[Json] = demo()["ledger"]
    return ledgers[0]


def closed_on(task: Json) -> date | None:
    return next((closure["closed"] for closure in task.get("closures", []) if closure["result"] == "closed"), None)


def third_quarter() -> dict[str, list[str]]:
    """Tasks whose report of the third quarter came on time, late, or not at all."""
    ledger = qinhuangdao()
    due = next(period["due"] for period in ledger["period"] if period["code"] == "2021Q3")
    found: dict[str, list[str]] = {"on time": [], "late": [], "missing": []}
    for task in ledger["task"]:
        closing = closed_on(task)
        if task["cycle"] != "quarterly" or (closing and closing <= due):
            continue
        days = [report["day"] for report in task.get("reports", []) if report["slot"] == "2021Q3"]
        found["missing" if not days else "on time" if min(days) <= due else "late"].append(task["number"])
    return found


class TestAgainstTheRealDocuments:
    __test__ = REAL.exists()  # where they are not at hand there is nothing to compare

    @pytest.mark.parametrize(("name", "real_name"), REAL_RECORD_OF.items())
    def test_each_restatement_keeps_every_fact(self, name: str, real_name: str) -> None:
        ours = record(SEEDS / "expected" / f"{name}.json")
        assert facts(ours) == facts(record(REAL / "truth" / f"{real_name}.json"))

    @pytest.mark.parametrize("source", sorted((SEEDS / "sources").glob("*.txt")), ids=lambda path: path.stem)
    def test_no_sentence_is_copied(self, source: Path) -> None:
        size = LONGEST_SHARED_RUN + 1
        real = "\n".join(sentence for path in REAL.glob("*.txt") for sentence in sentences(path))
        copied = [
            run
            for sentence in sentences(source)
            for start in range(len(sentence) - size + 1)
            if (run := sentence[start : start + size]) in real
        ]
        assert copied == []


@pytest.mark.parametrize("name", REAL_RECORD_OF)
def test_quotations_stand_in_their_task(name: str) -> None:
    for task in record(SEEDS / "expected" / f"{name}.json")["tasks"]:
        quotations = [target["text"] for target in task["targets"]] + [task.get("deadline_text", "")]
        assert [words for words in quotations if words not in task["text"]] == [], task["number"]


@pytest.mark.parametrize("position", range(3))
def test_demo_speaks_of_every_task_and_department_of_a_document(position: int) -> None:
    told = demo()
    ledger = told["ledger"][position]
    expected = record(SEEDS / "expected" / f"{Path(ledger['source']).stem}.json")
    assert [task["number"] for task in ledger["task"]] == [task["number"] for task in expected["tasks"]]

    organisation = next(one for one in told["organisation"] if one["name"] == ledger["organisation"])
    own_name = {word: dep["name"] for dep in organisation["department"] for word in [dep["name"], *dep["aliases"]]}
    for task, printed in zip(ledger["task"], expected["tasks"], strict=True):
        names = [own_name.get(department["name"]) for department in printed["departments"]]
        assert None not in names
        assert task["lead"] == names[0]


def test_groups_consist_of_departments_of_their_organisation() -> None:
    for organisation in demo()["organisation"]:
        names = {department["name"] for department in organisation["department"]}
        for department in organisation["department"]:
            assert (department["kind"] == "group") == bool(department.get("members"))
            assert set(department.get("members", [])) <= names


def test_people_named_in_the_demo_have_accounts() -> None:
    told = demo()
    accounts = {user["account"] for user in told["user"]}
    assert len(accounts) == len(told["user"])
    for ledger in told["ledger"]:
        for task in ledger["task"]:
            for report in task.get("reports", []):
                assert {report["author"], report.get("reviewer", report["author"])} <= accounts
            for request in [*task.get("closures", []), *task.get("extensions", []), *task.get("refusals", [])]:
                assert {request["applicant"], request.get("decider", request["applicant"])} <= accounts


def test_every_qinhuangdao_department_has_a_head() -> None:
    told = demo()
    organisation = told["organisation"][0]
    heads = [user for user in told["user"] if user["role"] == "head"]
    headed = {user["department"] for user in heads if user["organisation"] == organisation["name"]}
    assert headed == {department["name"] for department in organisation["department"]}


def test_demo_login_has_one_entry_for_each_kind_of_user() -> None:
    entries = {user["entry"]: user["role"] for user in demo()["user"] if "entry" in user}
    assert entries == {"办公室": "office", "部门负责人": "head", "领导": "leader", "管理员": "sysadmin"}


def test_nothing_in_the_demo_was_reported_after_its_day() -> None:
    told = demo()
    days = [report["day"] for ledger in told["ledger"] for task in ledger["task"] for report in task.get("reports", [])]
    assert max(days) == told["day"]


def test_overdue_tasks_of_the_demo() -> None:
    day = demo()["day"]
    overdue = {
        task["number"]: (day - task["due_on"]).days
        for task in qinhuangdao()["task"]
        if task["due_on"] < day and not closed_on(task)
    }
    assert overdue == {"22": 44, "5": 29, "4": 14, "17": 14, "31": 6, "27": 4}


def test_points_behind_plan_in_the_demo() -> None:
    ledger, day = qinhuangdao(), demo()["day"]
    behind = {}
    for task in ledger["task"]:
        if task.get("reports") and day <= task["due_on"]:
            expected = 100 * (day - ledger["issued_day"]).days / (task["due_on"] - ledger["issued_day"]).days
            behind[task["number"]] = round(expected - task["reports"][-1]["percent"])
    assert {number: points for number, points in behind.items() if points >= 10} == {
        "3": 15, "9": 13, "14": 14, "26": 22, "30": 12, "36": 21,
    }  # fmt: skip


def test_task_14_was_extended_once_and_has_six_days_left() -> None:
    task = qinhuangdao()["task"][13]
    (extension,) = task["extensions"]
    assert (extension["old_due"], extension["new_due"]) == (date(2021, 9, 30), task["due_on"])
    assert (task["due_on"] - demo()["day"]).days == 6


def test_silent_and_closed_tasks_of_the_demo() -> None:
    tasks = qinhuangdao()["task"]
    assert [task["number"] for task in tasks if not task.get("reports")] == ["25", "32", "34"]
    assert [task["number"] for task in tasks if closed_on(task)] == ["29", "33", "35", "37"]


def test_third_quarter_of_the_demo() -> None:
    quarter = third_quarter()
    assert len(quarter["on time"]) == 24
    assert quarter["late"] == ["10", "12", "17"]
    assert quarter["missing"] == ["25", "32", "34"]


def test_presumed_leads_of_the_demo() -> None:
    presumed = [int(task["number"]) for task in qinhuangdao()["task"] if task["presumed"]]
    assert presumed == [1, 2, 4, 5, 7, 11, 14, 18, 19, 23, 27]
