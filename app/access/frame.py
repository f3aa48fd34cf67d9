"""What every page shows around its matter: navigation by role, counts, the demonstration's banner."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from fastapi import Request
from sqlmodel import Session, col, func, select

from app.access.current import CSRF_COOKIE, SAFE
from app.core.clock import today
from app.core.filters import long_day
from app.delivery.models import Notice
from app.people.kinds import Role
from app.people.rules import LOOKS, ROLE_WORDS
from app.people.scope import Viewer
from app.progress.waiting import leader_count, office_table

UNDO = re.compile(
    r"/[a-z]+/\d+/(?:issue/)?(?:removal|withdrawal|undo)"
)  # a cookie may be forged: it leads nowhere else
DECIDES = re.compile(r"/tasks/\d+/closure|/(?:extensions|refusals)/\d+")
ASKS = re.compile(r"/tasks/\d+/(?:closure-request|(?:extensions|refusals|reports)/new)")


@dataclass(frozen=True)
class NavItem:
    label: str
    href: str
    icon: str
    current: bool = False
    count: int | None = None
    count_id: str | None = None
    count_word: str = ""


@dataclass(frozen=True)
class Person:
    name: str
    department: str
    role_word: str


@dataclass(frozen=True)
class Look:
    """深浅 or 字号: a choice of this browser, kept in a cookie of that name."""

    name: str
    label: str
    choices: tuple[tuple[str, str, bool], ...]  # value, word, chosen


@dataclass(frozen=True)
class Frame:
    user: Person | None
    nav: tuple[NavItem, ...]
    unread: int
    csrf: str
    demo: bool
    demo_words: str
    organisation: str
    path: str
    as_of: str
    toast: str
    undo: str
    searches: bool
    theme: str  # empty: as the system has it
    size: str  # empty: normal
    looks: tuple[Look, ...]
    here: str  # where a choice of looks leads back to


def frame(request: Request) -> Frame:
    """The page's surroundings; two statements for a signed-in person."""
    viewer: Viewer | None = getattr(request.state, "viewer", None)
    demo = bool(request.app.state.settings.demo)
    path = request.url.path
    unread, waiting = counts(request.state.db, viewer) if viewer else (0, 0)
    toast, _, undo = unquote(request.cookies.get("toast", "")).partition("\n")
    return Frame(
        user=Person(viewer.name, viewer.department, ROLE_WORDS[viewer.role]) if viewer else None,
        nav=nav(viewer, path, waiting) if viewer else (),
        unread=unread,
        csrf=viewer.csrf if viewer else getattr(request.state, "csrf", request.cookies.get(CSRF_COOKIE, "")),
        demo=demo,
        demo_words=f"今天按{long_day(today())}显示。正式使用请另建数据目录，用 create-user 建立第一个账号。"
        if demo
        else "",
        organisation=viewer.organisation if viewer else "",
        path=path,
        as_of=long_day(today()),
        toast=toast,
        undo=undo if UNDO.fullmatch(undo) else "",
        searches=viewer is not None and viewer.reads_business,
        theme=chosen(request, "theme"),
        size=chosen(request, "size"),
        looks=tuple(look(request, name) for name in LOOKS),
        here=here(request),
    )


def chosen(request: Request, name: str) -> str:
    """What this browser chose; the first choice of each is what needs no attribute."""
    others = list(LOOKS[name][1])[1:]
    value = request.cookies.get(name, "")
    return value if value in others else ""


def look(request: Request, name: str) -> Look:
    label, choices = LOOKS[name]
    current = chosen(request, name) or next(iter(choices))
    return Look(name, label, tuple((value, word, value == current) for value, word in choices.items()))


def here(request: Request) -> str:
    """A page that answered a form cannot be opened again by its address."""
    if request.method not in SAFE:
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def nav(viewer: Viewer, path: str, waiting: int) -> tuple[NavItem, ...]:
    """Office, department, leader and administrator each see their own (ui/DESIGN §3)."""
    path = desk_of(viewer, path)

    def item(
        label: str, href: str, icon: str, count: int | None = None, word: str = "", under: tuple[str, ...] = ()
    ) -> NavItem:
        current = any(path == at or path.startswith(at + "/") for at in (href, *under))
        count_id = f"nav-{href.strip('/').replace('/', '-')}" if count is not None else None
        return NavItem(label, href, icon, current, count, count_id, word)

    ledgers = item("台账", "/ledgers", "i-book", under=("/tasks", "/imports", "/readings"))
    if viewer.is_office:
        review = item("审核", "/review", "i-check", waiting, "件待审核")
        return (item("总览", "/board", "i-home"), review, ledgers, item("部门", "/admin/departments", "i-flag"))
    if viewer.is_leader:
        return (item("总览", "/board", "i-home", waiting, "件待我批"), ledgers)
    if viewer.is_department:
        return (item("我的待办", "/todo", "i-todo"), ledgers, item("查找", "/search", "i-find"))
    if viewer.role is Role.SYSADMIN:
        return (item("用户", "/admin/users", "i-home"), item("部门", "/admin/departments", "i-flag"))
    if viewer.role is Role.AUDITADMIN:
        return (item("操作日志", "/log", "i-home"),)
    return ()


def desk_of(viewer: Viewer, path: str) -> str:
    """What is decided or asked for stands under the table that it was opened from, not under its ledger."""
    if viewer.is_department and ASKS.fullmatch(path):
        return "/todo"
    if DECIDES.fullmatch(path):
        return "/review" if viewer.is_office else "/board"
    return path


def counts(db: Session, viewer: Viewer) -> tuple[int, int]:
    """Unread notices; what waits for the office or for this leader."""
    unread = db.exec(
        select(func.count()).select_from(Notice).where(Notice.user_id == viewer.id, col(Notice.read_at).is_(None))
    ).one()
    if viewer.is_leader:
        return unread, leader_count(db, viewer.oversees)
    return unread, office_table(db).total if viewer.is_office else 0
