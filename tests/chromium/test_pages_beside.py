"""The clerk compares a printed ledger with its pages: they follow the open task, and lead to the fields."""

import re

from playwright.sync_api import expect

from tests.importing.test_pages_shown import WORK, a_printed_ledger


def test_the_pages_follow_the_task_that_is_opened(own_site, sign_in):
    office = sign_in(own_site, "office")
    office.goto(f"{own_site}/imports/new")
    office.locator("#f-file").set_input_files(
        {"name": "台账.pdf", "mimeType": "application/pdf", "buffer": a_printed_ledger(30)}
    )
    office.get_by_role("button", name="开始识别").click()
    office.wait_for_url(re.compile(r"/imports/\d+$"))
    pages, marked = office.locator("#sheets"), office.locator(".marks rect.cur")

    office.locator(".ext", has_text="西湖五").locator("[data-open]").click()
    expect(office.locator("#e-text")).to_have_value(re.compile("西湖五"))
    pages.locator("summary").click()
    expect(marked).to_be_in_viewport()

    # From task to task they stay open and follow.
    office.locator(".ext", has_text="东河三").locator("[data-open]").click()
    expect(office.locator("#e-text")).to_have_value(WORK.format("东河三"))
    expect(marked).to_be_in_viewport()

    # A frame leads to its task, a task to its page.
    office.locator("#p2").scroll_into_view_if_needed()
    frame = office.locator("#p2 .marks a").last
    card = frame.get_attribute("href")
    frame.click()
    expect(office.locator(card)).to_be_in_viewport()
    office.locator(card).get_by_role("link", name=re.compile("第2页")).click()
    expect(office.locator("#p2")).to_be_in_viewport()
