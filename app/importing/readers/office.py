"""Old Word and WPS files, RTF and OpenDocument, turned into .docx or .xlsx by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from app.importing.blocks import Document, Format
from app.importing.readers import docx, xlsx
from app.importing.readers.bounds import bound
from app.importing.readers.doc_end import with_last_table
from app.importing.readers.errors import Unreadable
from app.importing.readers.signatures import SAVE_AS_DOCX, SAVE_AS_XLSX

SECONDS: Final = 60
MEMORY: Final = 4 * 1024**3
MAX_WRITTEN: Final = 200 * 1024 * 1024
NAMED: Final = {
    Format.DOC: "旧版 Word（.doc）文件",
    Format.WPS: "WPS 文字（.wps）文件",
    Format.RTF: "RTF 文件",
    Format.ODT: "OpenDocument 文字（.odt）文件",
    Format.ODS: "OpenDocument 表格（.ods）文件",
}
# Told which kind it is, LibreOffice does not take a damaged file for text.
FILTERS: Final = {
    Format.DOC: "MS Word 97", Format.WPS: "MS Word 97", Format.RTF: "Rich Text Format", Format.ODT: "writer8",
    Format.ODS: "calc8",
}  # fmt: skip
AS_WORD: Final = "docx:MS Word 2007 XML"
AS_SHEET: Final = "xlsx:Calc MS Excel 2007 XML"
AT_ONCE: Final = BoundedSemaphore(2)  # each takes 200 MB
SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def read(data: bytes, name: str, kind: Format) -> Document:
    """One of the kinds in FILTERS. Raises Unreadable, also where LibreOffice is not installed."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise Unreadable(
            name,
            f"是{NAMED[kind]}，这台服务器没有安装读取它的 LibreOffice",
            f"{_save_as(kind)}；或请管理员在服务器上安装 LibreOffice",
        )
    with AT_ONCE, tempfile.TemporaryDirectory(prefix="taizhang-office-") as folder:
        written = _convert(soffice, data, name, kind, Path(folder))
    document = replace((xlsx if kind is Format.ODS else docx).read(written, name), format=kind)
    return with_last_table(document, data) if kind in (Format.DOC, Format.WPS) else document


def _save_as(kind: Format) -> str:
    return SAVE_AS_XLSX if kind is Format.ODS else SAVE_AS_DOCX


def _convert(soffice: str, data: bytes, name: str, kind: Format, folder: Path) -> bytes:
    """In a folder and with a profile of its own: a second run on the same profile ends at once."""
    source, profile = folder / f"document.{kind.value}", folder / "profile"
    target = AS_SHEET if kind is Format.ODS else AS_WORD
    source.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    command = [
        soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo", "--nodefault",
        "--nolockcheck", f"--infilter={FILTERS[kind]}", "--convert-to", target,
        "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    quiet = subprocess.DEVNULL
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, env=environment,
        preexec_fn=partial(bound, cpu=SECONDS, memory=MEMORY, written=MAX_WRITTEN),
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(name, f"是{NAMED[kind]}，{SECONDS} 秒内没有转换完", _save_as(kind)) from error
    finally:
        _end(process)
    result = folder / "out" / f"document.{target.partition(':')[0]}"
    # It ends with 0 also when it failed: only the file tells.
    if not result.is_file() or not 0 < result.stat().st_size < MAX_WRITTEN:
        raise Unreadable(name, f"是{NAMED[kind]}，但已损坏或不完整，转换不出内容", _save_as(kind))
    return result.read_bytes()


def _end(process: subprocess.Popen[bytes]) -> None:
    """soffice is a script that starts others: the whole group goes."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:  # all of them are gone already
        return
    finally:
        process.wait()
