"""Searching by the keyboard, and the look of pages chosen without script; axe has nothing to say of either."""

import pytest
from axe_playwright_python.sync_playwright import Axe


def test_a_search_by_the_keyboard_shows_hits_while_one_types(site, sign_in):
    page = sign_in(site, "office")

    page.keyboard.press("/")
    page.keyboard.type("走访")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    page.locator("#sq").fill("工作室")
    page.locator("#found", has_text="工作室").wait_for()

    assert page.locator(".hits mark").first.inner_text() == "工作室"
    assert not Axe().run(page).response["violations"]


@pytest.mark.parametrize("width", [1440, 390])
def test_the_look_is_chosen_without_script(site, sign_in, width):
    page = sign_in(site, "head", javascript=False, width=width)

    for value in ("dark", "large"):
        page.locator("summary.me").click()
        page.locator(f".looks button[value={value}]").click()

    assert page.url == f"{site}/todo"
    assert page.locator("html[data-theme=dark][data-size=large]").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.locator("summary.me").click()
    assert page.locator(".looks [aria-pressed=true]").all_inner_texts() == ["深色", "大字版"]


def test_dark_and_large_with_the_open_menu_are_clean(site, sign_in):
    page = sign_in(site, "head", width=390)
    for name, value in (("theme", "dark"), ("size", "large")):
        page.context.add_cookies([{"name": name, "value": value, "url": site}])

    for address in ("/todo", "/ledgers", "/notices", "/search?q=工作室", "/tasks/999999"):
        page.goto(site + address)
        page.locator("summary.me").click()
        assert not Axe().run(page).response["violations"], address


def test_the_words_on_the_file_field_are_ours(site, sign_in):
    page = sign_in(site, "head")

    assert page.locator("label.btn", has_text="选择文件").is_visible()
    assert page.locator("#f-files").evaluate("el => getComputedStyle(el).opacity") == "0"
