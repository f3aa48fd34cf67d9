"""The office reads figures out of a pasted bulletin: confirms one, sends one elsewhere, refuses one."""

import re

from playwright.sync_api import Locator, expect

from tests.chromium.conftest import JAVASCRIPT

BULLETIN = (
    "秦皇岛市总工会工作简报\n\n截至9月底，命名市级职工创新工作室6个。\n今年以来，选树先进班组12个。\n"
    "全市各级工会举办劳动竞赛86场。\n\n秦皇岛市总工会办公室\n2021年10月8日\n"
)


@JAVASCRIPT
def test_the_office_settles_the_figures_of_a_bulletin(javascript, own_site, sign_in):
    office = sign_in(own_site, "office", javascript=javascript)
    office.goto(f"{own_site}/readings")
    office.locator("[name=paste]").fill(BULLETIN)
    office.locator("label", has_text="媒体口径").click()
    office.get_by_role("button", name="开始摘录").click()
    office.wait_for_url(re.compile(r"/readings/\d+"))  # another process reads; the page asks after it by itself
    article = office.url.split("?")[0].split("#")[0]

    # The first belongs where it was put.
    open_card(office, "创新工作室")
    expect(chosen(office)).to_contain_text("命名省级职工创新工作室50个")
    office.get_by_role("button", name="确认，看下一条").click()
    expect(office.locator(".ext", has_text="创新工作室").get_by_text("已确认", exact=True)).to_be_visible()

    # The second belongs to another indicator, and the department said it.
    open_card(office, "先进班组")
    office.locator("#f-q").fill("优秀班组长")
    if not javascript:
        office.get_by_role("button", name="查找").click()
    expect(office.get_by_text(re.compile(r"找到\d个指标"))).to_be_visible()
    expect(chosen(office)).to_contain_text("评出优秀班组长50个")
    office.locator("#f-origin label", has_text="部门上报").click()
    office.get_by_role("button", name="确认，看下一条").click()
    expect(office.locator(".ext", has_text="先进班组").get_by_text("已确认", exact=True)).to_be_visible()

    # Nobody wants the third.
    office.goto(article)
    office.locator(".ext", has_text="劳动竞赛").get_by_role("button", name=re.compile("不要")).click()
    expect(office.locator(".ext", has_text="劳动竞赛").get_by_role("button", name=re.compile("恢复"))).to_be_visible()

    # The tasks tell the figures, whose word they are, and quote the bulletin.
    for subject, words in (
        ("创新工作室", ("6个，截至09-30", "媒体口径", "命名市级职工创新工作室6个")),
        ("先进班组", ("12个，截至10-08", "部门上报", "选树先进班组12个")),
    ):
        office.goto(article)
        office.locator(".ext", has_text=subject).locator("a.link[href^='/tasks/']").click()
        shown = office.locator("section", has=office.locator("#h-ind"))
        for word in words:
            expect(shown).to_contain_text(word)


def open_card(page, subject: str) -> None:
    page.locator(".ext", has_text=subject).locator("h3").first.click()
    expect(page.locator(".ext.cur", has_text=subject)).to_be_visible()


def chosen(page) -> Locator:
    return page.locator("#f-indicator option:checked")
