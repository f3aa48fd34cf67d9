"""The three users' days, with JavaScript and without."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.chromium.conftest import JAVASCRIPT


@JAVASCRIPT
def test_a_head_sends_progress_and_the_office_accepts_it(javascript, own_site, sign_in):
    head = sign_in(own_site, "head", javascript=javascript)
    expect(head.locator("h1")).to_contain_text("件")
    form = report_form(head)
    form.locator("input[name=percent]").fill("66")
    form.locator("[name=summary]").fill("三季度开展技能竞赛2场，参赛职工310人。")
    form.get_by_role("button", name="报送").first.click()
    expect(sent(head)).to_be_visible()

    office = sign_in(own_site, "office", javascript=javascript)
    office.goto(f"{own_site}/review")
    office.locator("#queue a", has_text="经济部").last.click()
    expect(office.locator("#matter")).to_contain_text("三季度开展技能竞赛2场，参赛职工310人。")
    office.locator("#matter").get_by_role("button", name="通过").click()
    expect(office.locator(".toast", has_text="已通过")).to_be_visible()


@JAVASCRIPT
def test_the_leader_sees_what_is_late_and_urges(javascript, own_site, sign_in):
    leader = sign_in(own_site, "leader", javascript=javascript)
    expect(leader.locator("h1")).to_contain_text("6项逾期，最长44天")
    box = leader.locator(".urge-box", has=leader.get_by_role("button", name="催办", exact=True)).first
    place = box.get_attribute("id")
    assert place

    box.get_by_role("button", name="催办", exact=True).click()

    urged = leader.locator(f"#{place}")
    expect(urged).to_contain_text(re.compile(r"已催办\d次"))
    expect(urged.get_by_role("button", name="撤回")).to_be_visible()


@JAVASCRIPT
def test_the_office_finds_and_prints_the_ledger(javascript, own_site, sign_in):
    office = sign_in(own_site, "office", javascript=javascript)
    office.goto(f"{own_site}/ledgers")
    office.get_by_role("link", name="秦皇岛市总工会加强新时代工会工作和产业工人队伍建设工作台账").first.click()
    expect(office.locator("#rows tr[id]")).to_have_count(37)

    office.get_by_role("link", name="打印台账").click()

    expect(office).to_have_url(re.compile("/print"))


def test_after_sending_the_keyboard_stands_in_the_next_form(own_site, sign_in):
    head = sign_in(own_site, "head")
    first = head.locator("li.todo.open").get_attribute("id")
    form = report_form(head)
    form.locator("input[name=percent]").fill("66")
    form.locator("[name=summary]").fill("三季度开展技能竞赛2场。")

    head.keyboard.press("Control+Enter")

    expect(sent(head)).to_be_visible()
    expect(head.locator("li.todo.open")).not_to_have_id(first)
    expect(head.locator("li.todo.open form [name=percent]:focus")).to_have_count(1)
    expect(head.locator("#live[aria-live=polite]")).to_contain_text("已报送")


def test_what_was_sent_is_taken_back_from_the_toast(own_site, sign_in):
    head = sign_in(own_site, "head")
    form = report_form(head)
    form.locator("input[name=percent]").fill("66")
    form.locator("[name=summary]").fill("发出去才发现写错了。")
    form.get_by_role("button", name="报送").first.click()

    head.locator(".toast").get_by_role("button", name="撤回").click()

    expect(head.locator("li.todo.open [name=summary]")).to_have_value("发出去才发现写错了。")


def report_form(page: Page) -> Locator:
    return page.locator("form[action^='/todo/']").filter(has=page.locator("[name=summary]")).first


def sent(page: Page) -> Locator:
    return page.locator(".toast", has_text="已报送").first
