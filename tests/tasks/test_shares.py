"""Who leads and who helps when a task is issued."""

from app.tasks.issue import Printed, shares, who_reports
from app.tasks.kinds import Part, PrintedRole

LEAD, SUPPORT, RESPONSIBLE = PrintedRole.LEAD, PrintedRole.SUPPORT, PrintedRole.RESPONSIBLE


def told(found):
    return [(s.department_id, s.part is Part.LEAD, s.presumed) for s in found]


def test_a_printed_lead_leads_wherever_it_stands():
    found = shares([Printed(1, "甲", SUPPORT), Printed(2, "乙", LEAD)], {})

    assert told(found) == [(1, False, False), (2, True, False)]


def test_the_first_of_several_is_presumed_to_lead():
    found = shares([Printed(1, "甲", RESPONSIBLE), Printed(2, "乙", RESPONSIBLE)], {})

    assert told(found) == [(1, True, True), (2, False, False)]


def test_a_single_department_leads_without_presumption():
    assert told(shares([Printed(1, "甲", RESPONSIBLE)], {})) == [(1, True, False)]


def test_a_group_stands_with_its_members_and_nobody_twice():
    found = shares([Printed(1, "甲", LEAD), Printed(9, "各县", SUPPORT)], {9: [1, 7, 8]})

    assert told(found) == [(1, True, False), (9, False, False), (7, False, False), (8, False, False)]
    assert [s.group_id for s in found] == [None, None, 9, 9]


def test_a_leading_group_reports_through_its_members():
    found = shares([Printed(9, "各县", RESPONSIBLE)], {9: [7, 8]})

    assert [s.department_id for s in who_reports(found)] == [7, 8]


def test_two_names_of_one_department_are_one_share():
    assert told(shares([Printed(1, "甲部", RESPONSIBLE), Printed(1, "甲", RESPONSIBLE)], {})) == [(1, True, False)]
