"""The count at the foot of the comparison follows the ticks; a clause is paired without losing them."""

import re

from playwright.sync_api import expect


def test_the_foot_says_what_is_ticked_and_what_is_still_open(site, sign_in):
    page = sign_in(site, "office")
    page.goto(f"{site}/imports")
    batch = page.locator("tr", has_text="修订.txt").locator("a").first.get_attribute("href")
    page.goto(f"{site}{batch}/edition")
    foot = page.locator("[data-chosen]")
    expect(foot).to_have_text(re.compile(r"已选\d+处，第16项未选去向$"))
    ticked = int(re.search(r"已选(\d+)处", foot.inner_text()).group(1))

    page.get_by_role("checkbox", name="采用第9项文字的变化").uncheck()
    page.get_by_label("第16项去向", exact=True).select_option("keep")
    expect(foot).to_have_text(f"已选{ticked - 1}处")

    page.get_by_label("第38项去向", exact=True).select_option(index=1)
    page.get_by_role("button", name="建立关联").click()
    expect(page.get_by_text("新版第38项与现行第16项建立关联")).to_be_visible()
    expect(page.get_by_role("checkbox", name="采用第9项文字的变化")).not_to_be_checked()
    expect(page.locator("tr", has_text="人工关联")).to_have_count(3)  # its words, its departments, its number
