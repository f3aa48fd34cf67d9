"""On a slow line: what is saved by itself, sent and opened meanwhile is one person's work, in the order it was done."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Page, Request, Route, expect

# What the browser does with late answers; which database gave them makes no difference.
pytestmark = pytest.mark.parametrize("seeded", ["sqlite"], indirect=True)


class Line:
    """Keeps back what the server answers to what is saved by itself, until the test lets it through."""

    def __init__(self, page: Page) -> None:
        self.page, self.slow = page, True
        self.held: list[tuple[Route, APIResponse]] = []
        self.heard: list[str] = []
        page.route("**/draft", self.answer)
        page.on("response", lambda answer: self.heard.append("saved") if answer.url.endswith("/draft") else None)
        page.on("request", self.note)

    def answer(self, route: Route) -> None:
        answer = route.fetch()
        if self.slow:
            self.held.append((route, answer))
        else:
            route.fulfill(response=answer)

    def note(self, asked: Request) -> None:
        if asked.method == "GET" and "hx-request" in asked.headers:
            self.heard.append("opened")

    def hold(self) -> None:
        """Leaves the field: the server has saved it, and the browser does not know yet."""
        self.page.locator(":focus").blur()
        while not self.held:
            self.page.wait_for_timeout(20)

    def release(self) -> None:
        self.slow = False
        for route, answer in self.held:
            route.fulfill(response=answer)


@pytest.fixture
def head(own_site, sign_in) -> Page:
    page = sign_in(own_site, "head")
    page.clock.install()
    page.goto(f"{own_site}/todo")
    return page


@pytest.fixture
def office(own_site, sign_in) -> Page:
    """At the review of an import, its second card open."""
    page = sign_in(own_site, "office")
    page.goto(f"{own_site}/imports")
    page.locator("tr", has_text="dalian-2017-28.txt").locator("a").first.click()
    page.wait_for_url(re.compile(r"/imports/\d+$"))
    open_task(page, 1)
    return page


def test_sending_while_a_draft_is_being_saved_is_no_conflict_with_oneself(head):
    line = Line(head)
    head.locator("li.todo.open [name=summary]").fill("慢网络下填写的进展。")
    line.hold()

    head.locator("li.todo.open .btn-primary").click()
    line.release()

    expect(head.locator(".toast", has_text="已报送")).to_be_visible()


def test_a_report_that_waits_is_not_pushed_aside_by_a_later_draft(head):
    line = Line(head)
    summary = head.locator("li.todo.open [name=summary]")
    summary.fill("慢网络下填写的进展。")
    line.hold()
    summary.press_sequentially("又补一句。")

    head.keyboard.press("Control+Enter")
    head.clock.fast_forward(2_000)  # now the sentence added would be saved by itself
    line.release()

    expect(head.locator(".toast", has_text="已报送")).to_be_visible()
    head.reload()
    expect(head.locator("#todo")).not_to_contain_text("存为草稿")


def test_another_report_is_opened_when_the_first_is_saved_and_can_be_sent(head):
    line = Line(head)
    first = head.locator("li.todo.open")
    mine = first.get_attribute("id")
    first.locator("[name=summary]").fill("先写这一项。")
    line.hold()

    head.locator("#todo a[hx-push-url]").first.click()
    line.release()
    expect(first).not_to_have_id(mine)
    assert line.heard[:2] == ["saved", "opened"]
    first.locator("[name=percent]").first.fill("70")
    first.locator("[name=summary]").fill("再报另一项。")
    head.locator("li.todo.open .btn-primary").click()

    expect(head.locator(".toast", has_text="已报送")).to_be_visible()


def test_another_task_is_opened_when_the_first_is_saved_and_can_be_saved(office):
    line = Line(office)
    office.locator("#e-text").fill("先改这一项。")
    line.hold()

    open_task(office, 2, then=line.release)
    assert line.heard[:2] == ["saved", "opened"]
    office.locator("#e-text").fill("再改另一项。")
    office.get_by_role("button", name="只保存").click()

    expect(office.locator(".saidline")).to_be_visible()
    expect(office.locator("#ext")).to_contain_text("先改这一项。")
    expect(office.locator("#ext")).to_contain_text("再改另一项。")


def test_a_button_pressed_while_a_draft_comes_back_is_not_pulled_away(office):
    line = Line(office)
    button = office.locator("#settle button").first
    office.locator("#settle summary").first.click()
    office.locator("#e-text").fill("改了文字。")
    line.hold()

    button.hover()
    office.mouse.down()
    line.release()
    office.mouse.up()

    expect(office.locator(".saidline")).to_be_visible()


def open_task(page: Page, at: int, then: Callable[[], None] = lambda: None) -> None:
    card = page.locator("article.ext").nth(at)
    card.locator("[data-open]").click()
    then()
    expect(card.locator("#e-text")).to_be_visible()
