"""What came with a form: a file, or words pasted instead; and what is to be made of it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.core.errors import Invalid
from app.core.forms import Typed
from app.importing.readers import LIMIT
from app.tasks.kinds import Origin

PASTED: Final = "粘贴的文字.txt"
NO_FILE: Final = "没有选择文件。请选择文件，或粘贴文字。"


@dataclass(frozen=True)
class Purpose:
    """A new ledger when nothing is said. `origin`: an article, out of which figures are read instead of tasks.

    `edition_of` None of an edition: the clerk is asked when it has been read.
    """

    origin: Origin | None = None
    posted_on: date | None = None
    is_edition: bool = False
    edition_of: int | None = None


def something_sent(typed: Typed) -> bool:
    return bool(typed.files or typed.get("paste", "").strip())


def sent_document(typed: Typed) -> tuple[bytes, str]:
    """The file, or the pasted words as a text file. One byte over the limit is read, so that the reader refuses."""
    if typed.files:
        with typed.files[0].file as sent:
            return sent.read(LIMIT + 1), (typed.files[0].filename or "文件")[-200:]
    if typed.get("paste", "").strip():
        return typed["paste"].encode(), PASTED
    raise Invalid(NO_FILE)
