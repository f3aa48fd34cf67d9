"""python -m app: each command is one function, thin like a route.

A command loads what it needs when it is asked for: the whole house takes two seconds, reading a document needs little.
"""

import argparse
import gc
import getpass
import logging
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.core import clock
from app.core.config import Settings, read_settings
from app.core.errors import AppError, Conflict, Invalid
from app.people.kinds import Role

if TYPE_CHECKING:
    from sqlalchemy import Engine


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 1 refused with one sentence in Chinese on standard error."""
    asked = parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    for chatty in ("alembic", "apscheduler"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        settings = read_settings()
        clock.believe(settings.today)
        settings.data.mkdir(parents=True, exist_ok=True)
        asked.run(asked, settings)
    except AppError as refused:
        print(refused.message, file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m app", description="Taizhang 责任台账")
    commands = top.add_subparsers(required=True, metavar="command")

    one = commands.add_parser("serve", help="serve the pages, with the worker inside")
    one.add_argument("--no-worker", action="store_true", help="leave the worker to another process")
    one.set_defaults(run=serve)
    one = commands.add_parser("worker", help="open slots, plan reminders, deliver notices")
    one.add_argument("--once", action="store_true", help="one round, then stop")
    one.set_defaults(run=worker)
    one = commands.add_parser("migrate", help="bring the database to the newest revision")
    one.set_defaults(run=migrate_now)
    one = commands.add_parser("seed-demo", help="fill an empty database with the demonstration")
    one.set_defaults(run=seed)
    one = commands.add_parser("create-user", help="create a user; asks for the password")
    one.add_argument("account")
    one.add_argument("--name", required=True)
    one.add_argument("--role", required=True, choices=[r.value for r in Role])
    one.add_argument("--department")
    one.set_defaults(run=new_user)
    one = commands.add_parser("verify-log", help="check the chain of the log from its first event")
    one.set_defaults(run=verify_log)
    one = commands.add_parser("import", help="read a document into drafts, or publish it at once")
    one.add_argument("file", type=Path)
    one.add_argument("--issuer", help="the organisation the ledger belongs to")
    one.add_argument("--publish", action="store_true")
    one.add_argument("--json", type=Path, metavar="OUT", help="write what was recognised")
    one.set_defaults(run=read_document)
    one = commands.add_parser("readings", help="read figures with their day out of a bulletin")
    one.add_argument("file", type=Path)
    one.add_argument("--json", type=Path, metavar="OUT", help="write what was found")
    one.set_defaults(run=read_bulletin)
    return top


def ready(settings: Settings) -> "Engine":
    """The migrated database; demonstration mode is refused on one that is not a demonstration."""
    from app.core.db import make_engine, transaction
    from app.core.migrate import is_current, migrate

    engine = make_engine(settings.engine_url)
    if not is_current(engine):
        migrate(engine)
    if settings.demo:
        from app.demo import refuse_without_mark

        with transaction(engine, write=False) as db:
            refuse_without_mark(db)
    return engine


def serve(asked: argparse.Namespace, settings: Settings) -> None:
    import uvicorn

    from app.importing.jobs import begin
    from app.main import create_app
    from app.worker import started

    ready(settings).dispose()
    app = create_app(settings)
    threading.Thread(target=begin, args=(app.state.engine,), daemon=True).start()
    inside = None if asked.no_worker else started(app.state.engine)
    print(f"责任台账已启动：http://{settings.host}:{settings.port}")
    # An open event stream would keep the server alive after SIGTERM.
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        timeout_graceful_shutdown=2,
        server_header=False,
    )
    if inside is not None:
        inside.shutdown(wait=False)


def worker(asked: argparse.Namespace, settings: Settings) -> None:
    from app.worker import run_forever, run_once

    engine = ready(settings)
    if asked.once:
        print(run_once(engine))
    else:
        run_forever(engine)


def migrate_now(_asked: argparse.Namespace, settings: Settings) -> None:
    from app.core.db import make_engine
    from app.core.migrate import migrate

    migrate(make_engine(settings.engine_url))


def seed(_asked: argparse.Namespace, settings: Settings) -> None:
    from app.core.db import make_engine
    from app.core.migrate import migrate
    from app.demo import seed_demo

    engine = make_engine(settings.engine_url)
    migrate(engine)
    print(seed_demo(engine))


def new_user(asked: argparse.Namespace, settings: Settings) -> None:
    from app.core.db import transaction
    from app.people.service import create_user

    engine = ready(settings)
    password = getpass.getpass("密码：") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not password:
        raise Invalid("没有输入密码，没有建立用户。")
    with transaction(engine) as db:
        user = create_user(
            db, asked.account, name=asked.name, role=Role(asked.role), department=asked.department, password=password,
            by=f"命令行（{getpass.getuser()[:40]}）",
        )  # fmt: skip
    engine.dispose()
    print(f"已建立用户{user.account}。")


def verify_log(_asked: argparse.Namespace, settings: Settings) -> None:
    from app.audit.chain import fault_of
    from app.core.db import transaction

    engine = ready(settings)
    with transaction(engine, write=False) as db:
        fault = fault_of(db)
    engine.dispose()
    if fault:
        raise Conflict(f"操作日志的链条不完整：{fault}请保留现场，联系安全管理员。")
    print("操作日志的链条完整。")


def read_document(asked: argparse.Namespace, settings: Settings) -> None:
    gc.disable()  # the process ends with this document; looking for what it may forget costs a tenth of its time
    from app.importing.command import import_file

    engine = ready(settings)
    engine.dispose()  # the process that reads is to inherit no connection
    print(import_file(engine, asked.file, issuer=asked.issuer, publish=asked.publish, out=asked.json))


def read_bulletin(asked: argparse.Namespace, _settings: Settings) -> None:
    from app.importing.readings.command import tell_readings

    print(tell_readings(asked.file, out=asked.json))
