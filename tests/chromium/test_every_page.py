"""Every page the application lists, at two widths and in dark: nothing blocked, nothing wide, nothing for axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi.routing import iter_route_contexts
from playwright.sync_api import Page
from sqlalchemy import text

from app.core.config import Settings
from app.core.db import make_engine
from app.main import create_app
from tests.chromium.conftest import PATIENCE, Demo

LOOKS = {"wide": (1440, "light"), "phone": (390, "light"), "dark": (1440, "dark")}
# Not pages: a file, a fragment that is never opened alone, a machine's question, a redirect.
NOT_PAGES = {
    "/healthz",
    "/",
    "/attachments/{attachment_id}",
    "/board/lamps",
    "/imports/{batch_id}/edition/table.xlsx",
    "/imports/{batch_id}/pages/{number}",
    "/imports/{batch_id}/picture",
    "/ledgers/{ledger_id}/print.pdf",
}
ROLE_OF = {
    "/sign-in": "nobody",
    "/todo": "head",
    "/tasks/{task_id}/closure-request": "head",
    "/tasks/{task_id}/extensions/new": "head",
    "/tasks/{task_id}/refusals/new": "head",
    "/extensions/{extension_id}": "leader",
    "/log": "auditadmin",
    "/admin/users": "sysadmin",
    "/admin/users/{user_id}": "sysadmin",
}


def addresses(seeded: Demo) -> dict[str, str]:
    """Pattern → an address that exists in the demonstration."""
    ids = some_ids(seeded)
    app = create_app(Settings(data=seeded.data))
    found = {}
    for context in iter_route_contexts(app.routes):
        if "GET" in (context.methods or ()) and context.path not in NOT_PAGES:
            found[context.path] = context.path.format_map(ids["by_name"] | ids["by_path"].get(context.path, {}))
    app.state.engine.dispose()
    return found


def some_ids(demo: Demo) -> dict:
    engine = make_engine(Settings(data=demo.data, database_url=demo.url).engine_url)
    with engine.connect() as db:
        one = lambda sql: db.execute(text(sql), {"head": "liuhai"} if ":head" in sql else {}).scalar() or 0  # noqa: E731
        ledger = one("SELECT id FROM ledger WHERE doc_number LIKE '秦工办字%'")
        lead = (
            "SELECT t.id FROM task t JOIN responsibility r ON r.task_id = t.id AND r.part = 'lead' "
            'JOIN "user" u ON u.department_id = r.department_id AND u.account = :head '
            f"WHERE t.ledger_id = {ledger} AND t.status = 'issued' ORDER BY t.position"
        )
        by_name = {
            "ledger_id": ledger,
            "task_id": one(f"SELECT id FROM task WHERE ledger_id = {ledger} AND number = '17'"),
            "batch_id": one("SELECT id FROM import_batch WHERE status = 'draft' AND edition_of IS NULL"),
            "article_id": one("SELECT id FROM article"),
            "job_id": one("SELECT id FROM reading_job"),
            "department_id": one("SELECT id FROM department WHERE name = '经济部'"),
            "user_id": one('SELECT id FROM "user" WHERE account = :head'),
            "extension_id": one("SELECT id FROM extension_request WHERE decision IS NULL"),
            "refusal_id": one("SELECT id FROM refusal"),
            "instruction_id": one("SELECT id FROM instruction WHERE withdrawn_at IS NULL"),
            "report_id": one("SELECT id FROM progress_report WHERE status = 'submitted'"),
        }
        unsaid = (  # a part that the head has not reported on may be sent back
            lead.replace("r.part = 'lead'", "r.status = 'in_hand'").partition(" ORDER")[0]
            + " AND NOT EXISTS (SELECT 1 FROM progress_report p WHERE p.responsibility_id = r.id)"
        )
        by_path = {
            "/tasks/{task_id}/refusals/new": {"task_id": one(unsaid)},
            "/imports/{batch_id}/edition": {
                "batch_id": one("SELECT id FROM import_batch WHERE edition_of IS NOT NULL")
            },
            "/tasks/{task_id}/closure-request": {"task_id": one(lead)},
            "/tasks/{task_id}/closure": {"task_id": one("SELECT id FROM task WHERE status = 'closure_requested'")},
        }
    engine.dispose()
    return {"by_name": by_name, "by_path": by_path}


def test_every_page_is_clean(seeded, site, chromium):
    look_at_all(seeded, site, chromium, "wide")


@pytest.mark.parametrize("seeded", ["sqlite"], indirect=True)
@pytest.mark.parametrize("look", ["phone", "dark"])
def test_every_page_fits_a_phone_and_the_dark(look, seeded, site, chromium):
    """On one database: what a narrow or a dark page looks like is the style sheet's doing."""
    look_at_all(seeded, site, chromium, look)


def look_at_all(seeded: Demo, site: str, chromium, look: str) -> None:
    width, scheme = LOOKS[look]
    faults: list[str] = []
    pages: dict[str, Page] = {}
    todo = addresses(seeded)
    assert todo
    for pattern, address in todo.items():
        role = ROLE_OF.get(pattern, "office")
        if role not in pages:
            pages[role] = entered(chromium, site, role, width, scheme)
        page = pages[role]
        faults += look_at(page, site, address)
    for page in pages.values():
        page.context.close()
    assert not faults, "\n".join(faults)


def entered(chromium, site: str, role: str, width: int, scheme: str) -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if role == "nobody":
        return page
    page.goto(f"{site}/sign-in")
    # The page offers four roles; the others come in by the same form.
    page.evaluate(
        "role => { const f = document.querySelector('form:has(input[name=role])'); "
        "f.querySelector('[name=role]').value = role; f.requestSubmit() }",
        role,
    )
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


def look_at(page: Page, site: str, address: str) -> list[str]:
    """What is wrong with the page, in words."""
    said: list[str] = []
    on_console = lambda message: said.append(f"console: {message.text}") if message.type == "error" else None  # noqa: E731

    def on_failed(request) -> None:
        # What the way to the next page cut short was not blocked.
        if request.failure != "net::ERR_ABORTED":
            said.append(f"blocked: {request.url}: {request.failure}")

    on_request = lambda r: None if r.url.startswith((site, "data:")) else said.append(f"asks {r.url}")  # noqa: E731
    page.on("console", on_console)
    page.on("requestfailed", on_failed)
    page.on("request", on_request)
    answer = page.goto(site + address)
    if answer is None or answer.status != 200:
        said.append(f"status {answer and answer.status}")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        said.append(f"{wide} px wider than the screen")
    for violation in Axe().run(page).response["violations"]:
        said.append(f"axe {violation['id']}: {violation['nodes'][0]['html'][:160]}")
    for event, handler in (("console", on_console), ("requestfailed", on_failed), ("request", on_request)):
        page.remove_listener(event, handler)
    return [f"{address} at {page.viewport_size['width']}: {fault}" for fault in said]
