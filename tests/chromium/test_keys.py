"""A clerk settles a messy import by keyboard alone, and a clean one in a few acts.

Every act is a key that the browser gets from the keyboard, or the choice of a file in its own window: no element is
clicked, focused or changed by the test. How many acts it takes is asserted here and published in docs/importing.md.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.chromium.conftest import ROOT
from tests.importing.acts import CLEAN_ACTS, MESSY_ACTS

CLEAN = ROOT / "ledger_seeds" / "sources" / "qinhuangdao-2021-29.txt"
ROWS = (
    ("1", "每年召开1次会议研究部署职工思想工作。", "宣传教育工作部"),
    ("2", "12月31日前完成基层组织摸底。签订工作协议不少于20份。", "组织部"),
    ("3", "深入企业走访慰问一线职工，", "组织部"),
    ("4", "送清凉不少于3次。", "组织部"),
    ("5", "第三方机构抽查经费使用。", "财务部 组织部"),
    ("6", "印发本台账的说明。", ""),
    ("9", "开展读书活动。", "职工书屋专班"),
)


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    table = "\n".join("\t".join(row) for row in (("序号", "目标任务", "责任部门"), *ROWS))
    path = tmp_path / "凌乱.txt"
    path.write_text(
        f"秦皇岛市总工会办公室\n秦工办字〔2021〕39号\n秦皇岛市总工会职工服务工作台账\n{table}\n"
        "秦皇岛市总工会办公室\n2021年6月4日\n"
    )
    return path


class Clerk:
    """Presses keys and counts them; looks at the page, and touches nothing of it."""

    def __init__(self, page: Page) -> None:
        self.page, self.acts = page, 0

    def key(self, *keys: str) -> None:
        for key in keys:
            self.acts += 1
            self.page.keyboard.press(key)

    def choose(self) -> None:
        """The first thing offered by the list that has the focus."""
        self.key("ArrowDown")
        expect(self.page.locator("select:focus")).not_to_have_value("")

    def act(self, key: str) -> None:
        """A key that the page answers: waits until the old part is gone and the next key would be heard."""
        old = self.page.query_selector("#review")
        self.key(key)
        old.wait_for_element_state("hidden")
        expect(self.page.locator("#review :focus")).to_be_visible()

    def upload(self, site: str, path: Path) -> None:
        self.page.on("filechooser", lambda window: window.set_files(path))
        self.page.goto(f"{site}/imports/new")
        expect(self.page.locator("#f-file")).to_be_focused()
        self.key("Enter")
        self.acts += 1  # in the window of the system
        expect(self.page.locator("[data-files]")).to_contain_text(path.name)
        self.key("Control+Enter")
        self.page.wait_for_url(re.compile(r"/imports/\d+$"))  # loaded: the keys are bound
        expect(self.page.get_by_role("heading", name="校对识别结果")).to_be_visible()

    def publish(self, title: str) -> None:
        expect(self.page.locator(":focus")).to_contain_text("检查并发布")
        self.key("Enter")
        self.page.wait_for_url("**/publish")
        expect(self.page.get_by_role("heading", name="发布前检查")).to_be_visible()
        self.key("Control+Enter")
        expect(self.page.get_by_role("heading", name=title)).to_be_visible()

    def go_to(self, number: int) -> None:
        """Down or up the cards until the one wanted has the focus."""
        for _ in range(20):
            if self.has(f"a:focus:has-text('修改第{number}项')"):
                return
            at = self.page.locator(":focus").element_handle()
            self.key("j")
            self.page.wait_for_function("at => document.activeElement !== at", arg=at)
        pytest.fail(f"{number} was not reached")

    def cards(self) -> Locator:
        return self.page.locator("article.ext")

    def open_number(self) -> str:
        return self.page.locator("article.cur h3").inner_text()

    def has(self, selector: str) -> bool:
        """Of a page that stands still: after `act` or `upload`."""
        return self.page.locator(selector).count() > 0


def test_a_messy_import_is_settled_and_published_by_keyboard_alone(own_site, sign_in, messy, record_property):
    page = sign_in(own_site, "office")
    clerk = Clerk(page)
    clerk.upload(own_site, messy)
    expect(clerk.cards()).to_have_count(7)

    clerk.act("n")  # 1: a name that resembles a department's is asked about, nothing is chosen beforehand
    expect(page.locator("article.cur select:focus")).to_have_value("")
    clerk.choose()
    clerk.act("Enter")
    expect(page.get_by_text("“宣传教育工作部”记为宣教部的别名")).not_to_have_count(0)

    clerk.go_to(4)  # 3 was cut by a line: its rest comes back to it
    clerk.act("Enter")
    clerk.act("m")
    expect(clerk.cards()).to_have_count(6)
    expect(page.locator("#e-text")).to_have_value("深入企业走访慰问一线职工，送清凉不少于3次。")

    clerk.key("k")  # 2 is two tasks: the cursor walks to the end of the first sentence
    expect(page.locator("a:focus")).to_contain_text("修改第2项")
    clerk.act("Enter")
    clerk.key("e", *["ArrowRight"] * 16, "Escape")
    clerk.act("s")
    expect(clerk.cards()).to_have_count(7)
    expect(page.locator("#e-text")).to_have_value("12月31日前完成基层组织摸底。")
    clerk.act("z")  # taken back, and cut again by choosing the sentence
    expect(clerk.cards()).to_have_count(6)
    clerk.key("s")
    clerk.choose()
    clerk.act("Enter")
    expect(clerk.cards()).to_have_count(7)
    expect(page.locator("#e-text")).to_have_value("12月31日前完成基层组织摸底。")

    while clerk.has("[data-key=n]") or clerk.has("article.cur .doubt"):
        if not clerk.has("article.cur .doubt"):
            clerk.act("n")
        elif "第6项" in clerk.open_number():
            clerk.act("Delete")  # a note, not a task
        else:
            if clerk.has("article.cur form.fix") and not page.locator("article.cur select:focus").input_value():
                clerk.choose()
            clerk.act("Enter")
    expect(page.get_by_text("可以发布").first).to_be_visible()

    clerk.publish("秦皇岛市总工会职工服务工作台账")
    record_property("acts", clerk.acts)
    assert clerk.acts == MESSY_ACTS


def test_a_clean_document_of_37_tasks_needs_at_most_ten_acts(own_site, sign_in, record_property):
    page = sign_in(own_site, "office")
    clerk = Clerk(page)
    clerk.upload(own_site, CLEAN)
    expect(clerk.cards()).to_have_count(37)

    while clerk.has("[data-key=a]"):
        clerk.act("a")  # all doubts of one kind, looked at together
    expect(page.get_by_text("待核对0项").first).to_be_visible()

    clerk.publish("秦皇岛市总工会加强新时代工会工作和产业工人队伍建设工作台账")
    record_property("acts", clerk.acts)
    assert clerk.acts == CLEAN_ACTS <= 10
