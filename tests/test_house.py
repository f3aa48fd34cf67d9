"""The floor plan of the house, and the contract between a page and its template."""

import ast
import importlib
import re
import sys
from dataclasses import fields
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from app.core.render import ENVIRONMENT, ROOT, Page

APP = ROOT / "app"
FLOORS = [
    "core", "workdays", "audit", "people", "ledgers", "tasks", "progress", "delivery", "importing", "reminders",
    "boards", "search", "printouts", "access", "admin", "requests", "tables", "demo", "main", "worker", "cli",
]  # fmt: skip
DOORS = {"routes", "forms", "pages"}
FILES = sorted(p for p in APP.rglob("*.py") if not p.name.startswith("__"))
for room in APP.glob("**/pages.py"):
    importlib.import_module(".".join(room.relative_to(ROOT).with_suffix("").parts))
DISTRIBUTIONS = packages_distributions()
PAGES = [p for p in Page.__subclasses__() if p.__module__.startswith("app.")]


def app_imports(file: Path) -> list[list[str]]:
    tree = ast.parse(file.read_text())
    names = [
        f"{n.module}.{a.name}" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module for a in n.names
    ]
    names += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    return [name.split(".")[1:] for name in names if name.startswith("app.")]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(APP).as_posix())
def test_imports_only_go_down(file):
    room, *rest = file.relative_to(APP).with_suffix("").parts
    at_the_door = room == "main" or bool(rest and rest[-1] in DOORS)
    for other, *inside in app_imports(file):
        if other == room or room == "tables":
            continue
        below = FLOORS.index(other) < FLOORS.index(room)
        assert below or (at_the_door and other == "access"), f"{room} is below {other}"
        assert room == "main" or other == "core" or not DOORS & set(inside[:1]), f"only main opens {other}.{inside[0]}"


def packages_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text())
    names = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    names |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    tops = {name.split(".")[0] for name in names}
    beside = {other.stem for other in file.parent.glob("*.py")}  # a child program has its neighbours on its path
    return tops - beside - sys.stdlib_module_names - {"app"}


def locked(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==", (ROOT / lock).read_text(), re.M))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(APP).as_posix())
def test_what_it_imports_is_locked_for_users_too(file):
    """A package that only the tests bring would be missing at every office."""
    lock = locked("requirements-ocr.lock" if "children" in file.parts else "requirements.lock")
    for package in packages_in(file):
        brought_by = {name.lower().replace("_", "-") for name in DISTRIBUTIONS[package]}
        assert brought_by & lock, f"{package} is not locked"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.__name__)
def test_a_page_supplies_exactly_what_its_template_uses(page):
    used = variables(page.template) | (variables(page.fragment) if page.fragment else set())
    assert used - {"frame", "asset", "vendor", "self"} == {f.name for f in fields(page)}


def variables(template: str) -> set[str]:
    """Names a template needs from its page, through extends and include."""
    source, _, _ = ENVIRONMENT.loader.get_source(ENVIRONMENT, template)
    tree = ENVIRONMENT.parse(source)
    imported = {n if isinstance(n, str) else n[1] for i in tree.find_all(nodes.FromImport) for n in i.names}
    # A name imported or set at the top of a file is unknown inside its blocks only to the analysis.
    names = meta.find_undeclared_variables(tree) - imported - assigned(tree)
    for other in tree.find_all((nodes.Extends, nodes.Include)):
        if isinstance(other.template, nodes.Const):
            inner = variables(other.template.value)
            # A fragment included inside a loop or a with block gets its loop name from there.
            names |= inner - assigned(tree)
    return names


def assigned(tree: nodes.Template) -> set[str]:
    return {n.name for n in tree.find_all(nodes.Name) if n.ctx in ("store", "param")}


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(APP).as_posix())
def test_only_the_clock_reads_the_clock(file):
    if file.relative_to(APP).as_posix() == "core/clock.py":
        return
    calls = [n for n in ast.walk(ast.parse(file.read_text())) if isinstance(n, ast.Attribute)]
    assert not [
        c for c in calls if c.attr in ("now", "today", "utcnow") and ast.unparse(c.value) in ("datetime", "date")
    ]


TEXTS = [
    p
    for pattern in (
        "app/**/*.py",
        "app/static/*.css",
        "app/static/*.js",
        "templates/**/*.html",
        "tests/**/*.py",
        "migrations/**/*.py",
    )
    for p in ROOT.glob(pattern)
]


@pytest.mark.parametrize("file", TEXTS, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_no_file_is_longer_than_400_lines(file):
    assert len(file.read_text().splitlines()) <= 400


@pytest.mark.parametrize("file", sorted(ROOT.glob("templates/**/*.html")), ids=lambda f: f.name)
def test_no_template_holds_code_that_the_policy_forbids(file):
    text = file.read_text()
    for bad in (" style=", "<style", "onclick=", "hx-on", "javascript:", "js:"):
        assert bad not in text
