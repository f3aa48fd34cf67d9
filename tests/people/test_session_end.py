"""A session ends on the server after 30 idle minutes or 12 hours; what was typed outlives it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlmodel import select

from app.access.current import COOKIE, TICK
from app.core import clock
from app.core.security import hash_password
from app.people.models import Department, User, UserSession
from tests.browser import Browser, text_of
from tests.factories import a_cast

START = datetime(2021, 10, 14, 1, tzinfo=UTC)
GOOD = "Gongzuo-2021!"


@pytest.fixture
def cast(db):
    a_cast(db)
    for user in db.exec(select(User)):
        user.password_hash = hash_password(GOOD) if user.account in ("office", "zuzhi") else ""
    db.commit()


@pytest.fixture
def after(app: FastAPI) -> Callable[[timedelta], None]:
    """Let so much time have passed since nine o'clock."""

    def pass_time(gone: timedelta) -> None:
        app.dependency_overrides[clock.now] = lambda: START + gone

    pass_time(timedelta())
    return pass_time


@pytest.fixture
def signed_in(visitor: Browser, cast, after) -> Browser:
    visitor.open("/sign-in")
    visitor.send("/sign-in", {"account": "office", "password": GOOD})
    return visitor


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def where(browser: Browser, path: str = "/ledgers", **headers: str) -> str:
    answer = browser.client.get(path, follow_redirects=False, headers=headers)
    return answer.headers.get("location", str(answer.status_code))


def test_half_an_hour_of_silence_ends_the_session(signed_in, after):
    after(minutes(30))
    assert where(signed_in) == "200"
    after(minutes(61))

    assert where(signed_in, "/ledgers?x=1") == "/sign-in?next=/ledgers%3Fx%3D1"
    assert "登录已过期" in signed_in.open("/sign-in?next=/ledgers").text


def test_work_keeps_it_alive_and_an_old_cookie_does_not(signed_in, after):
    stolen = signed_in.client.cookies[COOKIE]
    for quarter in range(1, 9):
        after(minutes(15 * quarter))
        assert where(signed_in) == "200"
    assert signed_in.client.cookies[COOKIE] != stolen

    signed_in.client.cookies.clear()
    signed_in.client.cookies.set(COOKIE, stolen)
    assert where(signed_in).startswith("/sign-in")


def test_the_moment_of_use_cannot_be_forged(signed_in, after):
    token, moment, seal = signed_in.client.cookies[COOKIE].split(".")
    after(minutes(45))
    for forged in (f"{token}.{int(moment) + 2000}.{seal}", token, f"{token}.{moment}", f"{token}.x.{seal}"):
        signed_in.client.cookies.clear()
        signed_in.client.cookies.set(COOKIE, forged)

        assert where(signed_in).startswith("/sign-in"), forged


def test_twelve_hours_are_the_most(signed_in, after):
    for quarter in range(1, 48):
        after(minutes(15 * quarter))
        assert where(signed_in) == "200"
    after(timedelta(hours=12))

    assert where(signed_in).startswith("/sign-in")


def test_opening_pages_writes_nothing_and_renews_once_a_minute(signed_in, after, db):
    before = db.exec(select(UserSession)).one().model_dump()
    after(minutes(0.5))
    assert "set-cookie" not in signed_in.client.get("/ledgers").headers
    after(minutes(1.5))
    assert "session=" in signed_in.client.get("/ledgers").headers["set-cookie"]

    db.rollback()
    assert db.exec(select(UserSession)).one().model_dump() == before


def test_a_page_that_refreshes_itself_is_nobody_at_work(signed_in, after):
    for minute in range(1, 30):
        after(minutes(minute))
        assert where(signed_in, "/ledgers", **{TICK: "1"}) == "200"
    after(minutes(31))

    assert where(signed_in).startswith("/sign-in")


def test_what_was_typed_is_sent_after_signing_in_again(signed_in, after, db):
    late = {"name": "丙市总工会"}
    token = signed_in.csrf
    after(minutes(31))

    asked = signed_in.send("/admin/organisations", {**late, "csrf": token}, expect=403)
    assert "登录已过期" in asked.text
    assert "内容都保留着" in asked.text
    kept = signed_in_form(asked.text)
    wrong = signed_in.send("/sign-in", {**kept, "account": "office", "password": "wrong"}, expect=422)
    again = signed_in.send(
        "/sign-in", {**signed_in_form(wrong.text), "account": "office", "password": GOOD}, expect=200
    )
    assert "接着保存" in text_of(again)
    fields = {f["name"]: f["value"] for f in soup(again.text).select("main form [name]")}

    signed_in.send("/admin/organisations", fields)

    assert db.exec(select(Department).where(Department.name == "丙市总工会")).one()


def soup(html: str):
    from bs4 import BeautifulSoup

    return BeautifulSoup(html, "html.parser")


def signed_in_form(html: str) -> dict[str, object]:
    form = soup(html).select_one("form[action='/sign-in']")
    return {field["name"]: field.get("value", "") for field in form.select("[name]")}


def test_another_person_does_not_send_it(signed_in, after):
    token = signed_in.csrf
    after(minutes(31))
    asked = signed_in.send("/admin/organisations", {"name": "丙市总工会", "csrf": token}, expect=403)

    answer = signed_in.send("/sign-in", {**signed_in_form(asked.text), "account": "zuzhi", "password": GOOD})

    assert answer.headers["location"] == "/todo"


def test_a_form_of_another_site_is_not_kept(signed_in, after):
    after(minutes(31))

    answer = signed_in.send("/admin/organisations", {"name": "丙市总工会", "csrf": "forged"})

    assert answer.headers["location"] == "/sign-in"


def test_htmx_leaves_the_page_as_it_is_and_it_works_again_after_signing_in(signed_in, after):
    token = signed_in.csrf
    after(minutes(31))
    told = signed_in.send("/admin/organisations", {"name": "丙市总工会", "csrf": token}, expect=403, htmx=True)
    assert "登录已过期" in told.text
    assert told.headers["HX-Retarget"] == "#toasts"

    signed_in.open("/sign-in")
    signed_in.client.post(
        "/sign-in", data={"csrf": signed_in.client.cookies["csrf"], "account": "office", "password": GOOD}
    )

    signed_in.send("/admin/organisations", {"name": "丙市总工会", "csrf": token}, expect=204, htmx=True)


@pytest.mark.parametrize("wanted", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_place(visitor, cast, after, wanted):
    page = visitor.open(f"/sign-in?next={wanted}")

    assert page.select("[name=next]") == []
    answer = visitor.send("/sign-in", {"account": "office", "password": GOOD, "next": wanted})
    assert answer.headers["location"] == "/board"
