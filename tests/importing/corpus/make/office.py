"""Old binary files, made by LibreOffice from the new ones."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Final, TypeVar

Key = TypeVar("Key")
_is_waiting: Final = ContextVar("is_waiting", default=False)


class Waits(Exception):
    """A document that is all but made: it waits for the others, so that one start of the program turns them all."""

    def __init__(self, data: bytes, old: str, new: str) -> None:
        super().__init__(f"{old} to {new}")
        self.data, self.old, self.new = data, old, new


def converted(data: bytes, old: str, new: str) -> bytes:
    """converted(docx(…), "docx", "doc"): the last step of a document's making."""
    if _is_waiting.get():
        raise Waits(data, old, new)
    return _together({"document": Waits(data, old, new)})["document"]


def made(builders: Mapping[Key, Callable[[], bytes]]) -> dict[Key, bytes]:
    """The documents of these builders: a start of the program takes longer than all its work."""
    found: dict[Key, bytes] = {}
    waiting: dict[Key, Waits] = {}
    token = _is_waiting.set(True)
    try:
        for key, build in builders.items():
            try:
                found[key] = build()
            except Waits as document:
                waiting[key] = document
    finally:
        _is_waiting.reset(token)
    for new in {document.new for document in waiting.values()}:
        found.update(_together({key: document for key, document in waiting.items() if document.new == new}))
    return found


def _together(documents: Mapping[Key, Waits]) -> dict[Key, bytes]:
    """All of them to the same kind of file, with a profile of their own."""
    new = next(iter(documents.values())).new
    with tempfile.TemporaryDirectory(prefix="office") as name:
        folder = Path(name)
        sources = [folder / f"{place}.{document.old}" for place, document in enumerate(documents.values())]
        for source, document in zip(sources, documents.values(), strict=True):
            source.write_bytes(document.data)
        command = [
            *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nologo"),
            *("--nodefault", "--nolockcheck", "--convert-to", new, "--outdir", str(folder / "out"), *map(str, sources)),
        ]
        quiet = subprocess.DEVNULL
        environment = {"PATH": os.environ["PATH"], "HOME": name}
        process = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True, env=environment)
        try:
            process.wait(300)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        return {key: (folder / "out" / f"{place}.{new}").read_bytes() for place, key in enumerate(documents)}
