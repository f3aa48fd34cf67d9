"""A row of the ledger unfolds in place by keyboard, and the keyboard stays where it was."""


def test_the_chevron_opens_the_row_and_escape_folds_it(site, sign_in):
    page = sign_in(site, "office")
    page.goto(f"{site}/ledgers")
    page.get_by_role("link", name="加强新时代工会工作").click()
    button = page.get_by_role("button", name="展开第4项")

    button.press("Space")
    page.get_by_role("group", name="第4项详情").wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.peek') !== null")

    page.keyboard.press("Escape")
    assert page.locator(".peek").count() == 0
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "展开第4项"


def test_without_script_the_same_chevron_asks_for_the_page(site, sign_in):
    page = sign_in(site, "head", javascript=False)
    page.goto(f"{site}/ledgers")
    page.get_by_role("link", name="加强新时代工会工作").click()

    page.get_by_role("button", name="展开第4项").press("Enter")
    page.get_by_role("group", name="第4项详情").wait_for()
    page.get_by_role("link", name="收起").click()

    assert page.locator(".peek").count() == 0
