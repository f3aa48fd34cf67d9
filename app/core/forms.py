"""A form gives either a value or words. What was typed is shown again."""

from collections.abc import AsyncIterator, Mapping
from typing import Annotated, Any, Self

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.datastructures import FormData, UploadFile

Errors = dict[str, str]

HINTS = {
    "missing": "请填写此项",
    "string_too_short": "请填写此项",
    "string_too_long": "最多{max_length}个字",
    "int_parsing": "请填整数",
    "int_from_float": "请填整数",
    "greater_than_equal": "不能小于{ge}",
    "less_than_equal": "不能大于{le}",
    "date_from_datetime_parsing": "请填日期，如2021-10-14",
    "date_parsing": "请填日期，如2021-10-14",
    "decimal_parsing": "请填数字",
    "enum": "请从列出的选项中选择",
    "bool_parsing": "请从列出的选项中选择",
}


class Typed(dict[str, str]):
    """The fields as typed; files apart; repeated fields by `all`."""

    files: list[UploadFile]
    data: FormData

    def all(self, name: str) -> list[str]:
        return [str(v) for v in self.data.getlist(name)]


async def read_form(request: Request) -> AsyncIterator[Typed]:
    """The one async dependency: a form must be awaited, the route itself may be plain.

    Its files are closed however the request ends: a refused one has read them too.
    """
    async with request.form(max_files=20, max_fields=2000, max_part_size=1024 * 1024) as data:
        typed = Typed({k: v for k, v in data.items() if isinstance(v, str)})
        typed.data = data
        typed.files = [v for _, v in data.multi_items() if isinstance(v, UploadFile) and v.filename]
        yield typed


TypedForm = Annotated[Typed, Depends(read_form, scope="function")]


class Form(BaseModel):
    """Subclass with fields; `parse` answers (form, {}) or (None, words by field)."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    @classmethod
    def parse(cls, typed: Mapping[str, str]) -> tuple[Self | None, Errors]:
        try:
            # An empty field is a field left out: its default holds, or it is missing.
            return cls.model_validate({k: v for k, v in typed.items() if v.strip()}), {}
        except ValidationError as wrong:
            return None, {str(e["loc"][0]) if e["loc"] else "form": words(dict(e)) for e in wrong.errors()}


def words(error: dict[str, Any]) -> str:
    """Pydantic's error in Chinese; a ValueError raised by a validator speaks for itself."""
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return HINTS.get(error["type"], "填写有误，请检查").format(**error.get("ctx", {}))


def whole_number(word: str) -> int:
    """A number out of an address; 0, which is nobody's id, for anything else."""
    return int(word) if word.isdecimal() and len(word) < 10 else 0
