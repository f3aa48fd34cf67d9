"""Light or dark, normal or large: a choice of the browser, without script."""

import pytest

from tests.factories import a_cast


@pytest.fixture
def browser(as_user, db):
    a_cast(db)
    db.commit()
    return as_user("zuzhi")


def chosen(page) -> list[str]:
    return [button["value"] for button in page.select('.looks [aria-pressed="true"]')]


def test_nothing_is_said_until_somebody_chooses(browser):
    page = browser.open("/todo")

    assert not {"data-theme", "data-size"} & set(page.html.attrs)
    assert chosen(page) == ["auto", "normal"]


def test_a_choice_holds_on_every_page_and_leads_back(browser):
    answer = browser.send("/appearance", {"theme": "dark", "back": "/ledgers?x=1"})
    browser.send("/appearance", {"size": "large"})

    assert answer.headers["location"] == "/ledgers?x=1"
    page = browser.open("/ledgers")
    assert (page.html["data-theme"], page.html["data-size"]) == ("dark", "large")
    assert chosen(page) == ["dark", "large"]


def test_a_choice_is_taken_back_by_choosing_the_first(browser):
    browser.send("/appearance", {"theme": "light"})
    browser.send("/appearance", {"theme": "auto"})

    assert "data-theme" not in browser.open("/todo").html.attrs


def test_the_form_knows_the_page_it_stands_on(browser):
    assert browser.open("/ledgers?a=1").select_one(".looks [name=back]")["value"] == "/ledgers?a=1"


def test_signing_out_keeps_the_look(browser):
    browser.send("/appearance", {"theme": "dark"})
    browser.send("/sign-out")

    assert browser.open("/sign-in").html["data-theme"] == "dark"


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_a_choice_never_leads_elsewhere(browser, back):
    assert browser.send("/appearance", {"theme": "dark", "back": back}).headers["location"] == "/"


def test_a_forged_cookie_or_an_unknown_choice_changes_nothing(browser):
    browser.send("/appearance", {"theme": "purple"}, expect=422)
    browser.client.cookies.set("theme", 'x" onload="', domain="testserver.local")

    assert "data-theme" not in browser.open("/todo").html.attrs


def test_a_page_not_found_offers_a_search_the_ledgers_and_the_way_home(browser):
    page = browser.open("/tasks/99", expect=404)

    assert page.select_one('main form[role=search][action="/search"]')
    assert [link["href"] for link in page.select("main .actions a")] == ["/todo", "/ledgers"]
    assert "/tasks/99" in page.select_one(".code").text


def test_a_refusal_carries_the_number_under_which_the_server_noted_it(browser, caplog):
    caplog.set_level("INFO", "taizhang")

    number = browser.open("/board", expect=403).select_one(".code").text.split()[2]

    assert f"refused {number} at GET /board" in caplog.text
