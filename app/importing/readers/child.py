"""Runs one of the programs in children/ within bounds, and hands on what it writes, record by record."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any, Final

from app.importing.readers.bounds import bound

FOLDER: Final = Path(__file__).with_name("children")
MEMORY: Final = 4 * 1024**3


class Stopped(Exception):
    """The program came to no good end: it crashed, or met a bound."""


def records(program: str, *arguments: str, seconds: int) -> Iterator[dict[str, Any]]:
    """`seconds` of CPU, and four times as long by the clock. Raises Stopped.

    It stays in the group of the process that reads the document, and so ends with it.
    """

    command = [sys.executable, str(FOLDER / f"{program}.py"), *arguments]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=partial(bound, cpu=seconds, memory=MEMORY),
    ) as process:
        timer = Timer(seconds * 4, process.kill)
        timer.start()
        try:
            assert process.stdout is not None
            for line in process.stdout:
                yield json.loads(line)
            if process.wait() != 0:
                raise Stopped
        except ValueError as error:  # its last line was cut off
            raise Stopped from error
        finally:
            timer.cancel()
            process.kill()
