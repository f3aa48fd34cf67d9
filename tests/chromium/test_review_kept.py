"""At the review page nothing unsent is lost by another act, and words chosen in the source become fields and tasks."""

import re

import pytest
from playwright.sync_api import expect

HEAD = "秦皇岛市总工会办公室\n秦工办字〔2021〕39号\n秦皇岛市总工会职工服务工作台账\n"
ROWS = "".join(f"{n}\t开展第{n}次走访慰问活动，送清凉、送温暖。\t组织部\n" for n in range(1, 7))
END = "各部门每月报送进展。\n秦皇岛市总工会办公室\n2021年6月4日\n"


@pytest.mark.parametrize("seeded", ["sqlite"], indirect=True)
def test_a_clerk_at_a_phone_loses_nothing_and_takes_words_from_the_source(own_site, sign_in):
    office = sign_in(own_site, "office", width=390)
    office.goto(f"{own_site}/imports/new")
    text = f"{HEAD}序号\t目标任务\t责任部门\n{ROWS}{END}".encode()
    office.locator("#f-file").set_input_files({"name": "台账.txt", "mimeType": "text/plain", "buffer": text})
    office.get_by_role("button", name="开始识别").click()
    office.wait_for_url(re.compile(r"/imports/\d+$"))
    ticks = office.locator("#ext [name=draft]")

    # An unsent name, ticks and unfolded panels outlast the opening of a task, whose head is in sight.
    office.locator("summary", has_text="文件信息").click()
    office.locator("#h-new").fill("秦皇岛市某协会")
    ticks.nth(2).check()
    office.locator(".ext", has_text="第5次").locator("[data-open]").click()
    card = office.locator(".ext.cur")
    expect(card.locator("h3")).to_be_in_viewport()
    expect(office.locator("#h-new")).to_have_value("秦皇岛市某协会")
    expect(office.locator("#h-new")).to_be_visible()
    expect(ticks.nth(2)).to_be_checked()
    expect(ticks.nth(1)).not_to_be_checked()

    # A line of the source becomes what the document says of the time.
    office.locator(".srcpage p", has_text="每月报送").click(click_count=3)
    office.get_by_role("button", name="时限原文").click()
    expect(office.locator("#e-words")).to_have_value("各部门每月报送进展。")
    expect(office.locator("#saved")).to_contain_text("已保存")

    # And a task of its own.
    office.locator(".srcpage p", has_text="每月报送").click(click_count=3)
    office.get_by_role("button", name="新任务").click()
    expect(office.locator("#e-text")).to_have_value("各部门每月报送进展。")
    expect(office.locator(".ext")).to_have_count(7)
    expect(ticks.nth(2)).to_be_checked()
