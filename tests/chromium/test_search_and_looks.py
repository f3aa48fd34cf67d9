"""Searching by the keyboard, and the look of pages chosen without script; axe has nothing to say of either."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect


def test_a_search_by_the_keyboard_shows_hits_while_one_types(site, sign_in):
    page = sign_in(site, "office")

    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("走访")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    page.locator("#sq").fill("工作室")

    expect(page.locator("#found")).to_contain_text("工作室")
    expect(page.locator(".hits mark").first).to_have_text("工作室")
    assert not Axe().run(page).response["violations"]


@pytest.mark.parametrize("width", [1440, 390])
def test_the_look_is_chosen_without_script(site, sign_in, width):
    page = sign_in(site, "head", javascript=False, width=width)

    for value in ("dark", "large"):
        page.locator("summary.me").click()
        page.locator(f".looks button[value={value}]").click()
        expect(page.locator(f"html[data-theme={value}], html[data-size={value}]")).to_have_count(1)

    expect(page).to_have_url(f"{site}/todo")
    expect(page.locator("html[data-theme=dark][data-size=large]")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.locator("summary.me").click()
    expect(page.locator(".looks [aria-pressed=true]")).to_have_text(["深色", "大字版"])


def test_dark_and_large_with_the_open_menu_are_clean(site, sign_in):
    page = sign_in(site, "head", width=390)
    for name, value in (("theme", "dark"), ("size", "large")):
        page.context.add_cookies([{"name": name, "value": value, "url": site}])

    for address in ("/todo", "/ledgers", "/notices", "/search?q=工作室", "/tasks/999999"):
        page.goto(site + address)
        page.locator("summary.me").click()
        expect(page.locator("details.menu[open] .menu-list")).to_be_visible()
        assert not Axe().run(page).response["violations"], address


def test_the_words_on_the_file_field_are_ours(site, sign_in):
    page = sign_in(site, "head")

    expect(page.locator("label.btn", has_text="选择文件")).to_be_visible()
    expect(page.locator("#f-files")).to_have_css("opacity", "0")
