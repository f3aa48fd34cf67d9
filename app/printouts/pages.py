"""The print view of a ledger."""

from dataclasses import dataclass

from app.core.render import Page
from app.printouts.figures import LedgerFigures, LedgerRow


@dataclass(frozen=True)
class LedgerPrint(Page):
    """`kept` are the last rows, which stay with the sign-off; `rows` are those before them."""

    template = "printouts/ledger.html"

    figures: LedgerFigures
    rows: tuple[LedgerRow, ...]
    kept: tuple[LedgerRow, ...]
    back: str
    pdf: str
