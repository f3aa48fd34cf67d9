"""How the work is divided among the units is no part of a name; a day of issue is read though 年 or 月 is lost."""

import pytest

from tests.importing.scoring import recognised_json

HEAD = "澜川市2020年重点任务分工\n澜政发〔2020〕12号\n各县区：现印发给你们。\n"
ITEMS = "".join(f"{n}.新建公园{n + 2}座。（责任单位：市城管局、市财政局）\n" for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("按职责分工配合", "support"),
        ("按照各自职责协同推进", "support"),
        ("根据职责分工落实", "responsible"),
        ("结合自身职责抓好落实", "responsible"),
    ],
)
def test_words_about_dividing_the_work_are_no_name(behind: str, role: str):
    items = "".join(f"{n}.新建公园{n + 2}座。（市城管局牵头，市财政局、市水利局{behind}）\n" for n in (1, 2, 3))
    for task in recognised_json((HEAD + items).encode(), "分工.txt")["tasks"]:
        found = [(unit["name"], unit["role"]) for unit in task["departments"]]
        assert found == [("市城管局", "lead"), ("市财政局", role), ("市水利局", role)]


@pytest.mark.parametrize("day", ["2020318日", "2020年318日", "20203月18日", "2020 318日", "2020.3.18", "2020-03-18"])
def test_a_day_under_the_signature_is_read_though_its_words_are_lost(day: str):
    text = f"{HEAD}澜川市人民政府办公室\n{day}\n澜川市2020年重点任务分工\n{ITEMS}"
    found = recognised_json(text.encode(), "分工.txt")
    assert (found["issuer"], found["issued_on"]) == ("澜川市人民政府办公室", "2020-03-18")
