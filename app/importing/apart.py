"""Reads a document in a process of its own: a hostile file can end that process, never the server."""

import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.util import register_after_fork
from typing import Any, Final, TypeVar

from app.core.errors import AppError, Invalid
from app.importing.readers.bounds import bound
from app.importing.readers.errors import NothingFound, Unreadable
from app.importing.readers.progress import listening
from app.importing.reading import Prepared, prepare

CPU_SECONDS: Final = 60
MEMORY: Final = 1536 * 1024 * 1024
# The clock's own bound is on silence: a scan of fifty pages may take an hour, but every page is told.
SILENT_SECONDS: Final = 300
log = logging.getLogger("taizhang.importing")
# A small process that has loaded the readers is forked for each document: 20 ms instead of half a second.
beside = multiprocessing.get_context("forkserver")
beside.set_forkserver_preload([__name__, "app.importing.readings.article"])
# A command does nothing else meanwhile: it forks itself, and nothing is loaded a second time.
alone = multiprocessing.get_context("fork")
Told = Callable[[int, int | None], bool]
T = TypeVar("T")


class Cancelled(Exception):
    """Nobody waits for this document any more."""


def warm() -> None:
    """Before the first document comes: loading the readers takes half a second."""
    forkserver.ensure_running()


def read_apart(data: bytes, name: str, told: Told = lambda _done, _total: True) -> Prepared:
    """As `prepare`. `told` hears how far it is, about every second; its False ends the reading (Cancelled)."""
    return apart(prepare, data, name, told)


def apart(read: Callable[[bytes, str], T], data: bytes, name: str, told: Told = lambda _done, _total: True) -> T:
    """As `read`: a function of a module, which the other process finds by name; its answer is no str and no tuple."""
    context = alone if threading.active_count() == 1 else beside
    receiver, sender = context.Pipe(duplex=False)
    register_after_fork(receiver, Connection.close)  # else a reader whose parent was killed would never notice
    process = context.Process(target=_read, args=(sender, read, data, name), daemon=True)
    process.start()
    sender.close()
    try:
        with receiver:
            answer: T = _await(receiver, process, name, told)
            return answer
    finally:
        _end(process)


def _await(receiver: Connection, process: BaseProcess, name: str, told: Told) -> Any:
    done, total, said, heard = 0, None, 0.0, time.monotonic()
    while time.monotonic() - heard < SILENT_SECONDS:
        if receiver.poll(1):
            heard = time.monotonic()
            try:
                answer = receiver.recv()
            except EOFError:
                raise _died(process, name) from None
            if isinstance(answer, NothingFound):
                raise answer
            if isinstance(answer, str):
                raise Invalid(answer)
            if not isinstance(answer, tuple):
                return answer
            done, total = answer
        if time.monotonic() - said >= 1:
            said = time.monotonic()
            if not told(done, total):
                raise Cancelled
    raise _too_long(name)


def _died(process: BaseProcess, name: str) -> Unreadable:
    process.join(5)
    log.warning("reading %s ended with code %s", name, process.exitcode)
    if process.exitcode == -signal.SIGXCPU:
        return _too_long(name)
    return Unreadable(
        name, "内容过大或已损坏，读到一半中止了", "请用原来的软件打开后另存一份，或拆分成几个文件，再重新上传"
    )


def _too_long(name: str) -> Unreadable:
    return Unreadable(name, "太复杂，读了很久也没有读完", "请拆分成几个文件，或另存为docx，再重新上传")


def _end(process: BaseProcess) -> None:
    """With whatever it started itself."""
    if process.is_alive() and process.pid is not None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:  # not yet the head of its group, or gone in between
            process.kill()
    process.join()
    process.close()


def _read(sender: Connection, read: Callable[[bytes, str], object], data: bytes, name: str) -> None:
    """In the child. Anything unforeseen ends it with a trace in the log and a code that the parent tells."""
    os.setsid()
    # Not final: the programs that a reader starts have bounds of their own.
    bound(cpu=CPU_SECONDS, memory=MEMORY, is_final=False)
    try:
        with listening(lambda done, total: sender.send((done, total))):
            answer = read(data, name)
    except NothingFound as empty:
        answer = empty
    except AppError as refused:
        answer = refused.message
    sender.send(answer)
