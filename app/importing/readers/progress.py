"""How far a reading has come. A reader that can tell says `tell(pages read, pages in all)`; whoever waits listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int | None], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def tell(done: int, total: int | None = None) -> None:
    """Pages, sheets or rows: whatever the document is read by. Nobody listening: nothing happens."""
    if listener := _listener.get():
        listener(done, total)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
