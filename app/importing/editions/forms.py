"""Which ledger a document is a newer edition of."""

from app.core.forms import Form


class EditionForm(Form):
    """`ledger` left out: a ledger of its own."""

    ledger: int | None = None
    version: int


class AdoptForm(Form):
    ledger_version: int


class PairForm(Form):
    """A clause of the newer document, to be joined with a task or taken apart from its own."""

    pair: int | None = None
    apart: int | None = None
