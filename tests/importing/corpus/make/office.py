"""Old binary files, made by LibreOffice from the new ones."""

import os
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path


@cache
def converted(data: bytes, old: str, new: str) -> bytes:
    """converted(docx(…), "docx", "doc"); kept for the session, each call with a profile of its own."""
    with tempfile.TemporaryDirectory(prefix="office") as name:
        folder = Path(name)
        source = folder / f"document.{old}"
        source.write_bytes(data)
        command = [
            *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nologo"),
            *("--nodefault", "--nolockcheck", "--convert-to", new, "--outdir", str(folder / "out"), str(source)),
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
        return (folder / "out" / f"document.{new}").read_bytes()
