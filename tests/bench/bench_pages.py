"""Pages of the demonstration, as the one who opens them daily."""

from collections.abc import Iterator

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.access.current import COOKIE
from app.core import clock
from app.core.db import transaction
from app.ledgers.models import Ledger
from app.people.models import User
from app.people.sessions import start_session
from app.tasks.models import Task
from tests.bench.measure import Figure, measured

PAGES = (
    ("zhoumin", "/board"),
    ("chenjing", "/ledgers"),
    ("chenjing", "/ledgers/{ledger}"),
    ("chenjing", "/tasks/{task}"),
    ("liuhai", "/todo"),
    ("chenjing", "/review"),
    ("chenjing", "/ledgers/{ledger}/print"),
    ("chenjing", "/ledgers/{ledger}/print.pdf"),
)


def pages(app: FastAPI) -> Iterator[Figure]:
    with Session(app.state.engine) as db:
        ledger = db.exec(select(Ledger.id).where(Ledger.doc_number == "秦工办字〔2021〕29号")).one()
        task = db.exec(select(Task.id).where(Task.ledger_id == ledger, Task.number == "17")).one()
    clients = {account: signed_in(app, account) for account, _ in PAGES}
    for account, path in PAGES:
        address = path.format(ledger=ledger, task=task)
        yield measured(f"GET {address}", app.state.engine, lambda c=clients[account], a=address: opened(c, a))


def signed_in(app: FastAPI, account: str) -> TestClient:
    client = TestClient(app)
    with transaction(app.state.engine) as db:
        user = db.exec(select(User).where(User.account == account)).one()
        client.cookies.set(COOKIE, start_session(db, user, clock.now()))
    return client


def opened(client: TestClient, address: str) -> bytes:
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content
