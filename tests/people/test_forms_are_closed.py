"""What was uploaded is closed however the request ends."""

import gc
import warnings

import pytest
from starlette.formparsers import MultiPartParser

from tests.factories import a_cast


@pytest.fixture
def cast(db):
    a_cast(db)
    db.commit()


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("office", "/imports", 303),
        ("caiwu", "/imports", 403),
        ("office", "/nowhere", 404),
        ("office", "/sign-out", 303),
    ],
)
def test_no_file_stays_open(as_user, cast, monkeypatch, who, path, status):
    monkeypatch.setattr(MultiPartParser, "spool_max_size", 10)  # each file becomes a real one
    browser = as_user(who)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")

        browser.send(path, expect=status, files={"file": ("照片.docx", b"x" * 1000)})
        gc.collect()

    assert [str(w.message) for w in told if w.category is ResourceWarning] == []
