"""A row of the ledger unfolds in place by keyboard, and the keyboard stays where it was."""

from playwright.sync_api import expect


def test_the_chevron_opens_the_row_and_escape_folds_it(site, sign_in):
    page = sign_in(site, "office")
    page.goto(f"{site}/ledgers")
    page.get_by_role("link", name="加强新时代工会工作").click()
    page.wait_for_url("**/ledgers/*")
    button = page.get_by_role("button", name="展开第4项")

    button.press("Space")
    expect(page.get_by_role("group", name="第4项详情")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.locator(".peek :focus")).to_have_count(1)

    page.keyboard.press("Escape")
    expect(page.locator(".peek")).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_without_script_the_same_chevron_asks_for_the_page(site, sign_in):
    page = sign_in(site, "head", javascript=False)
    page.goto(f"{site}/ledgers")
    page.get_by_role("link", name="加强新时代工会工作").click()

    page.get_by_role("button", name="展开第4项").press("Enter")
    expect(page.get_by_role("group", name="第4项详情")).to_be_visible()
    page.get_by_role("link", name="收起").click()

    expect(page.get_by_role("group", name="第4项详情")).to_have_count(0)
    expect(page.get_by_role("button", name="展开第4项")).to_be_visible()
