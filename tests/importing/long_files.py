"""Long ledgers through `python -m app import`: `python -m tests.importing.long_files` prints what they cost.

A Word file of 500 pages and a workbook of 20,000 rows take a minute, so a test imports shorter ones.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.importing.office_files import p, table, tc, tr, word
from tests.importing.test_spreadsheets import sheet_xml

ROOT = Path(__file__).parents[2]
TICK = os.sysconf("SC_CLK_TCK")
OFFICES = ("财政局", "民政局", "教育局", "水务局", "审计局", "统计局", "商务局", "应急管理局")
TASK = "推进第{n}个重点项目建设，完成年度投资{n}万元，做好跟踪服务和督促检查，建立问题清单，逐项销号。" * 2


def fields(number: int) -> tuple[str, ...]:
    return str(number), TASK.format(n=number), OFFICES[number % 8], OFFICES[(number + 3) % 8], "2024年11月底前"


HEAD = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")


def long_word(rows: int) -> bytes:
    """16 rows of this length fill a page."""
    lines = [HEAD, *map(fields, range(1, rows + 1))]
    return word(p("某市2024年重点任务台账") + table(*(tr(*map(tc, line)) for line in lines)))


def long_sheet(rows: int) -> bytes:
    cell = '<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>'
    lines = [HEAD, *map(fields, range(1, rows + 1))]
    written = (
        f'<row r="{at}">{"".join(cell.format("ABCDE"[place], at, text) for place, text in enumerate(line))}</row>'
        for at, line in enumerate(lines, 1)
    )
    return sheet_xml(f"<sheetData>{''.join(written)}</sheetData>")


@dataclass(frozen=True)
class Cost:
    said: str
    megabytes: list[float]  # at most, of each process
    cpu: float
    seconds: float


DESK = """
import json, sys, threading, time
from pathlib import Path
from app.core.clock import now
from app.core.config import Settings
from app.core.db import make_engine, transaction
from app.core.migrate import migrate
from app.importing import jobs
from app.importing.models import ReadingJob
if __name__ == "__main__":
    path, engine, seen = Path(sys.argv[1]), make_engine(Settings().engine_url), []
    migrate(engine)
    with transaction(engine) as db:
        db.add(ReadingJob(name=path.name, content=path.read_bytes(), sent_by="陈静", sent_at=now()))
    del path
    reader = threading.Thread(target=jobs.begin, args=(engine,))
    reader.start()
    while True:
        ended = not reader.is_alive()
        with transaction(engine, write=False) as db:
            job = db.get(ReadingJob, 1)
            shown = [job.status.value, job.done, job.total]
        if shown not in seen:
            seen.append(shown)
        if ended:
            break
        time.sleep(0.2)
    print(json.dumps(seen))
"""


def imported(data: bytes, name: str) -> Cost:
    """As an office calls it from the command line."""
    return spent(["-m", "app", "import"], data, name)


def sent_in(data: bytes, name: str) -> Cost:
    """As the server reads what was uploaded; it says what the page of the upload would have shown meanwhile."""
    return spent(["-c", DESK], data, name)


def spent(arguments: list[str], data: bytes, name: str) -> Cost:
    """With a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        environment = {key: value for key, value in os.environ.items() if not key.startswith("TAIZHANG_")}
        environment |= {"TAIZHANG_DATA": folder, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, *arguments, str(path)]
        begun = time.monotonic()
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
            seen: dict[int, tuple[float, float]] = {}
            while process.poll() is None:
                for pid in family(process.pid):
                    now, before = measured(pid), seen.get(pid, (0.0, 0.0))
                    seen[pid] = max(now[0], before[0]), max(now[1], before[1])
                time.sleep(0.05)
            said = process.stdout.read() if process.stdout else ""
        assert process.returncode == 0, said
        peaks = sorted((peak for peak, _ in seen.values()), reverse=True)
        return Cost(said.strip(), peaks, sum(cpu for _, cpu in seen.values()), time.monotonic() - begun)


def family(root: int) -> list[int]:
    """The process and all that it started, by what /proc says."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for thread in Path(f"/proc/{pid}/task").glob("*/children"):
            waiting.extend(map(int, told(thread).split()))
    return found


def told(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # the process has ended
        return ""


def measured(pid: int) -> tuple[float, float]:
    """Peak in megabytes, CPU in seconds."""
    status = told(Path(f"/proc/{pid}/status"))
    figures = told(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split() or ["0"] * 13
    peak = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
    return peak / 1024, (int(figures[11]) + int(figures[12])) / TICK


def main() -> None:
    for name, data in (("台账.docx", long_word(8_000)), ("台账.xlsx", long_sheet(20_000))):
        for cost in (imported(data, name), sent_in(data, name)):
            peaks = ", ".join(f"{peak:.0f}" for peak in cost.megabytes if peak)
            sys.stdout.write(
                f"{cost.said[:300]}\n  {cost.cpu:.1f} s of CPU, {cost.seconds:.1f} s, at most {peaks} MB\n"
            )


if __name__ == "__main__":
    main()
