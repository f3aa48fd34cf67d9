"""The three users' days, with JavaScript and without."""

import pytest

JAVASCRIPT = pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without-script"])


@JAVASCRIPT
def test_a_head_sends_progress_and_the_office_accepts_it(javascript, own_site, sign_in):
    head = sign_in(own_site, "head", javascript=javascript)
    assert "件" in head.locator("h1").inner_text()
    form = head.locator("form[action^='/todo/']").filter(has=head.locator("[name=summary]")).first
    form.locator("input[name=percent]").fill("66")
    form.locator("[name=summary]").fill("三季度开展技能竞赛2场，参赛职工310人。")
    form.get_by_role("button", name="报送").first.click()
    head.locator(".toast", has_text="已报送").first.wait_for()

    office = sign_in(own_site, "office", javascript=javascript)
    office.goto(f"{own_site}/review")
    office.locator("a", has_text="经济部").last.click()
    office.get_by_text("三季度开展技能竞赛2场，参赛职工310人。").first.wait_for()
    office.locator("input[name=decision][value=accepted]").check() if office.locator(
        "input[name=decision][value=accepted]"
    ).count() else None
    office.get_by_role("button", name="通过").first.click()
    office.get_by_text("已通过").first.wait_for()


@JAVASCRIPT
def test_the_leader_sees_what_is_late_and_urges(javascript, own_site, sign_in):
    leader = sign_in(own_site, "leader", javascript=javascript)
    assert "6项逾期，最长44天" in leader.locator("h1").inner_text()

    leader.get_by_role("button", name="催办").first.click()

    leader.get_by_text("已催办").first.wait_for()


@JAVASCRIPT
def test_the_office_finds_and_prints_the_ledger(javascript, own_site, sign_in):
    office = sign_in(own_site, "office", javascript=javascript)
    office.goto(f"{own_site}/ledgers")
    office.get_by_role("link", name="秦皇岛市总工会加强新时代工会工作和产业工人队伍建设工作台账").first.click()
    assert office.locator("#rows tr, tbody tr").count() >= 37

    with office.expect_navigation():
        office.get_by_role("link", name="打印台账").click()

    assert "/print" in office.url


def test_sending_while_a_draft_is_being_saved_is_no_conflict_with_oneself(own_site, sign_in):
    head = sign_in(own_site, "head")

    def answer_late(route) -> None:
        answer = route.fetch()  # the server has saved; the browser does not know it yet
        head.wait_for_timeout(800)
        route.fulfill(response=answer)

    head.route("**/draft", answer_late)
    form = head.locator("form[action^='/todo/']").filter(has=head.locator("[name=summary]")).first
    form.locator("[name=summary]").fill("慢网络下填写的进展。")

    form.get_by_role("button", name="报送").first.click()

    head.locator(".toast", has_text="已报送").first.wait_for()


def test_after_sending_the_keyboard_stands_in_the_next_form(own_site, sign_in):
    head = sign_in(own_site, "head")
    first = head.locator("li.todo.open").get_attribute("id")
    form = head.locator("form[action^='/todo/']").filter(has=head.locator("[name=summary]")).first
    form.locator("input[name=percent]").fill("66")
    form.locator("[name=summary]").fill("三季度开展技能竞赛2场。")

    head.keyboard.press("Control+Enter")

    head.locator(".toast", has_text="已报送").first.wait_for()
    assert head.locator("li.todo.open").get_attribute("id") != first
    focused = head.evaluate("[document.activeElement.name, !!document.activeElement.closest('li.todo.open form')]")
    assert focused == ["percent", True]
    assert "已报送" in head.locator("#live[aria-live=polite]").inner_text()


def test_what_was_sent_is_taken_back_from_the_toast(own_site, sign_in):
    head = sign_in(own_site, "head")
    form = head.locator("form[action^='/todo/']").filter(has=head.locator("[name=summary]")).first
    form.locator("input[name=percent]").fill("66")
    form.locator("[name=summary]").fill("发出去才发现写错了。")
    form.get_by_role("button", name="报送").first.click()

    with head.expect_navigation():
        head.locator(".toast").get_by_role("button", name="撤回").click()

    assert head.locator("li.todo.open [name=summary]").input_value() == "发出去才发现写错了。"
