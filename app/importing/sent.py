"""What came with a form: a file, or words pasted instead."""

from app.core.errors import Invalid
from app.core.forms import Typed
from app.importing.reading import LIMIT


def sent_document(typed: Typed) -> tuple[bytes, str]:
    """The file, or the pasted words as a text file. One byte over the limit is read, so that the reader refuses."""
    if typed.files:
        with typed.files[0].file as sent:
            return sent.read(LIMIT + 1), (typed.files[0].filename or "文件")[-200:]
    if typed.get("paste", "").strip():
        return typed["paste"].encode(), "粘贴的文字.txt"
    raise Invalid("没有选择文件。请选择文件，或粘贴文字。")
