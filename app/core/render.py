"""Pages: a frozen dataclass in, a full page or its fragment out, decided here and nowhere else."""

import hashlib
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.core import filters

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "app" / "static"


@dataclass(frozen=True)
class Page:
    """What a template may use. `fragment` is what htmx fetches; the full page includes the same file."""

    template: ClassVar[str]
    fragment: ClassVar[str] = ""


def digest_of(paths: list[Path]) -> str:
    """A short hash of the files' content: part of their address, so that they may be cached for ever."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


STATIC_DIGEST = digest_of([p for p in STATIC.rglob("*") if p.is_file()])
VENDOR_DIGEST = digest_of([Path(str(files("django_htmx") / "static" / "django_htmx" / "htmx-2.min.js"))])


def make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(filters.ALL)
    environment.globals["asset"] = lambda name: f"/static/{STATIC_DIGEST}/{name}"
    environment.globals["vendor"] = lambda name: f"/vendor/{VENDOR_DIGEST}/{name}"
    return environment


ENVIRONMENT = make_environment()


def is_fragment(request: Request) -> bool:
    """Did htmx ask for a part? Boosted links and history restores want the whole page."""
    asked = request.headers
    return "hx-request" in asked and "hx-boosted" not in asked and "hx-history-restore-request" not in asked


def render(request: Request, page: Page, *, status: int = 200, fragment: str = "") -> Response:
    """The page, or its fragment (or the named one) when htmx asked for it."""
    name = (fragment or page.fragment) if is_fragment(request) else ""
    context: dict[str, Any] = {f.name: getattr(page, f.name) for f in fields(page)}
    context["frame"] = request.app.state.frame(request)
    html = ENVIRONMENT.get_template(name or page.template).render(context)
    return HTMLResponse(html, status_code=status, headers={"Vary": "HX-Request", "Cache-Control": "no-store"})


def go(request: Request, path: str, toast: str = "", *, undo: str = "") -> Response:
    """After a change: the browser opens `path`; `toast` is shown there once, with 撤回 where `undo` is its address."""
    answer: Response = (
        Response(status_code=204, headers={"HX-Redirect": path})
        if is_fragment(request)
        else RedirectResponse(path, status_code=303)
    )
    if toast:
        answer.set_cookie("toast", quote(f"{toast}\n{undo}"), max_age=20, httponly=True, samesite="lax")
    return answer
