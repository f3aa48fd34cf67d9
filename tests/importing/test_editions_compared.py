"""Which clause of a newer document is which task."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.editions.compare import Clause, Goal, When, compare
from app.importing.similar import differences
from app.tasks.kinds import Comparator, DeadlineKind

NO_DAY = When("", DeadlineKind.NONE, None, None, by_office=False, recurrence=None)
YEAR_END = When(
    "12月31日前", DeadlineKind.BEFORE, date(2021, 12, 31), date(2021, 12, 31), by_office=False, recurrence=None
)
SENTENCES = (
    "每年至少召开两次基层建设专题会议，研究解决重点难点问题",
    "开展劳动技能竞赛，选树一批港城工匠",
    "健全长效帮扶机制，走访慰问困难职工",
    "推进网上工会平台建设，做到应上尽上",
    "加强财务审计监督，规范经费使用",
    "深化产业工人队伍建设改革，培育技能人才",
)


def clause(n, text, **changes):
    values = {
        "id": n, "number": str(n), "heading": "", "text": text, "who": ((1, "responsible"),), "leaders": "",
        "when": NO_DAY, "goals": (),
    }  # fmt: skip
    return Clause(**{**values, **changes})


LEDGER = tuple(clause(n, text) for n, text in enumerate(SENTENCES, start=1))
clauses = st.lists(
    st.builds(
        clause,
        st.integers(1, 40),
        st.sampled_from(SENTENCES) | st.text("工会部门任务，。0123456789", min_size=1, max_size=30),
        number=st.sampled_from(["", "1", "2", "3", "（1）", "一、"]),
        who=st.sampled_from([(), ((1, "lead"),), ((1, "responsible"), (2, "responsible"))]),
        when=st.sampled_from([NO_DAY, YEAR_END]),
    ),
    max_size=12,
)


def kinds(rows):
    return [tag for row in rows for part in row.parts for tag in part.tags]


@given(clauses)
def test_a_ledger_beside_itself_is_all_the_same(ledger):
    rows = compare(ledger, ledger)

    assert len(rows) == len(ledger)
    assert all(row.old and row.new and not row.parts for row in rows)


@given(clauses, st.integers(1, 50))
def test_other_numbers_alone_are_nothing_but_moved(ledger, by):
    renumbered = [replace(c, number=str(n + by)) for n, c in enumerate(ledger)]

    rows = compare([replace(c, when=NO_DAY) for c in ledger], [replace(c, when=NO_DAY) for c in renumbered])

    assert len(rows) == len(ledger)
    assert all(row.old and row.new for row in rows)
    assert set(kinds(rows)) <= {"序号"}


@given(clauses, clauses)
def test_every_clause_of_either_side_stands_in_one_row(old, new):
    rows = compare(old, new)

    assert [id(r.new) for r in rows if r.new] == [id(c) for c in new]
    assert sorted(id(r.old) for r in rows if r.old) == sorted(id(c) for c in old)


def test_one_inserted_clause_moves_the_others_and_changes_none():
    new = [clause(1, "开展新就业形态劳动者权益保障专项行动"), *(replace(c, number=str(c.id + 1)) for c in LEDGER)]

    rows = compare(LEDGER, new)

    assert [r.old.id if r.old else None for r in rows] == [None, 1, 2, 3, 4, 5, 6]
    assert set(kinds(rows)) == {"序号"}


def test_changed_words_are_known_under_their_number_and_under_another():
    new = list(LEDGER)
    new[2] = replace(LEDGER[2], text="健全常态化、长效帮扶机制，走访慰问困难职工")
    new[5] = replace(LEDGER[5], number="7", text="深化产业工人队伍建设改革，培育高技能人才")

    rows = compare(LEDGER, new)

    assert [(r.old.id, r.parts[0].tags) for r in rows if r.parts] == [(3, ("文字",)), (6, ("文字",))]
    assert [p.code for p in rows[5].parts] == ["words", "place"]


@pytest.mark.parametrize(
    ("changes", "tags"),
    [
        ({"who": ((1, "responsible"), (2, "responsible"))}, {"部门"}),
        ({"who": ((1, "lead"),)}, {"部门"}),
        ({"leaders": "张三"}, {"部门"}),
        ({"when": YEAR_END}, {"时限"}),
        ({"goals": (Goal(Comparator.AT_LEAST, Decimal(5), None, "家", "yearly"),)}, {"指标"}),
        ({"heading": "强化保障"}, {"措施"}),
        ({"text": SENTENCES[0] + "。"}, set()),
    ],
)
def test_each_kind_of_change_is_told_by_its_name(changes, tags):
    rows = compare(LEDGER, [replace(LEDGER[0], **changes), *LEDGER[1:]])

    assert set(kinds(rows)) == tags


def test_a_day_put_off_or_set_by_the_office_is_no_change_of_the_document():
    put_off = replace(YEAR_END, standing=date(2022, 3, 31))
    by_office = replace(NO_DAY, first=date(2021, 11, 30), standing=date(2021, 11, 30), by_office=True)

    assert not compare([replace(LEDGER[0], when=put_off)], [replace(LEDGER[0], when=YEAR_END)])[0].parts
    assert not compare([replace(LEDGER[0], when=by_office)], [LEDGER[0]])[0].parts
    assert kinds(compare([replace(LEDGER[0], when=YEAR_END)], [LEDGER[0]])) == ["时限"]


def test_a_long_ledger_is_compared_in_time():
    """500 clauses, all reworded: the pairs are looked up, not all tried."""
    old = [clause(n, f"{SENTENCES[n % 6]}，第{n}批{n * 7919}号") for n in range(1, 501)]
    new = [replace(c, text=c.text + "并按季报告", number="") for c in old]

    rows = compare(old, new)

    assert sum(bool(r.old and r.new) for r in rows) == 500


def test_a_day_and_a_figure_are_marked_as_a_whole():
    pairs = (
        ("12月31日前，2021-12-31", "11月15日前，2021-11-15", ["12月31日前，2021-12-31"], ["11月15日前，2021-11-15"]),
        ("筹集资金不低于50万元", "筹集资金不低于80万元", ["50万"], ["80万"]),
        ("调解成功率85.5%以上", "调解成功率90%以上", ["85.5%"], ["90%"]),
    )
    for old, new, before, after in pairs:
        sides = differences(old, new)
        assert [[s.text for s in side if s.mark] for side in sides] == [before, after]
        assert ["".join(s.text for s in side) for side in sides] == [old, new]
