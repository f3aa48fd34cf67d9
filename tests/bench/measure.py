"""CPU time and statements of one act, on a demonstration of its own."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import Engine, event

from app.core.config import Settings
from app.core.migrate import migrate
from app.demo import seed_demo
from app.main import create_app

TIMES = 10


@dataclass(frozen=True)
class Figure:
    """The best of several runs; `size` in bytes of what came back."""

    name: str
    milliseconds: float
    statements: int
    size: int


@contextmanager
def demonstration(folder: Path) -> Iterator[tuple[FastAPI, Figure]]:
    """On 2021-10-14, in SQLite; with what it cost to fill it."""
    app = create_app(Settings(data=folder, demo=True, today=date(2021, 10, 14)))
    engine: Engine = app.state.engine
    migrate(engine)
    yield app, measured("seed-demo", engine, lambda: seed_demo(engine).encode(), times=1)
    engine.dispose()


def measured(name: str, engine: Engine, act: Callable[[], bytes], *, times: int = TIMES) -> Figure:
    """process_time counts the threads that serve the page, not the waiting."""
    seen: list[str] = []

    def count(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", count)
    spent, answer = [], b""
    for _ in range(times):
        start = time.process_time()
        answer = act()
        spent.append(time.process_time() - start)
    event.remove(engine, "before_cursor_execute", count)
    return Figure(name, 1000 * min(spent), len(seen) // times, len(answer))
