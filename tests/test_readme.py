"""What the README says of settings, commands and files is true."""

import re
from pathlib import Path

from app.cli import parser
from app.core.config import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def settings_table() -> str:
    """The table as it must stand in the README."""
    rows = ["| variable | meaning | default |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = (
            ""
            if field.default in ("", None)
            else f"`{int(field.default) if field.default is False else field.default}`"
        )
        rows.append(f"| `TAIZHANG_{name.upper()}` | {field.description} | {default} |")
    return "\n".join(rows)


def test_readme_lists_every_setting():
    told = README.partition("<!-- settings -->\n")[2].partition("\n<!-- end of settings -->")[0]

    assert told == settings_table()


def test_readme_lists_every_command():
    (commands,) = [a for a in parser()._actions if a.dest == "==SUPPRESS=="]

    told = re.findall(r"^\| `python -m app ([a-z-]+)", README, re.M)

    assert sorted(told) == sorted(commands.choices)


def test_links_of_the_documents_lead_somewhere():
    for document in (ROOT / "README.md", ROOT / "docs" / "STYLE.md", ROOT / "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} points to {target}"
