"""A clerk at the drafts of an import: what every act begins with, and how its answer leaves."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response
from sqlmodel import Session

from app.core.errors import Conflict
from app.core.forms import Errors, Typed
from app.core.render import Page, go, is_fragment, render
from app.importing.cards import must_of, task_values
from app.importing.desk.typed import number_in
from app.importing.forms import VersionForm, indicator_rows
from app.importing.gates import label
from app.importing.models import DraftTask, ImportBatch
from app.importing.names import names_of
from app.importing.queries import draft_in
from app.importing.review import Shown, desk_of, next_doubt, review
from app.people.scope import Viewer

CHANGED = "{}刚被别人改过，没有{}。请核对后再做一次。"


@dataclass(frozen=True)
class Clerk:
    """The batch is locked, and still a draft."""

    request: Request
    db: Session
    viewer: Viewer
    today: date
    batch: ImportBatch
    typed: Typed

    def draft(self, draft_id: int) -> DraftTask:
        return draft_in(self.db, self.batch, draft_id)

    def unchanged(self, draft_id: int, act: str) -> DraftTask:
        """For acts that leave nothing typed to lose: the draft as the clerk saw it, or a refusal."""
        draft = self.draft(draft_id)
        form, _ = VersionForm.parse(self.typed)
        if form is None or form.version != draft.version:
            raise Conflict(CHANGED.format(label(draft), act))
        return draft

    def here(self, **changes: Any) -> Shown:
        """The page as he had it open."""
        return Shown(**{"show": self.typed.get("show", ""), "task": number_in(self.typed, "task"), **changes})

    def answer(self, page: Page, status: int = 200) -> Response:
        return render(self.request, page, status=status)

    def page(self, shown: Shown, status: int = 200) -> Response:
        return self.answer(review(self.db, self.viewer, self.batch, self.today, shown), status)

    def refused(self, draft: DraftTask, errors: Errors) -> Response:
        """The card as it was typed."""
        rows = indicator_rows(self.typed) if "indicator_words" in self.typed else None
        typed = task_values(draft) | self.typed
        return self.page(self.here(task=draft.id, focus=True, typed=typed, rows=rows, errors=errors), 422)

    def confirmed(self, draft: DraftTask) -> Response:
        """On to the next doubt, unless something of this one must still be filled in."""
        if must := must_of(draft, names_of(self.db, self.batch)):
            said = f"{label(draft)}还要处理：{'；'.join(must)}"
            return self.back(self.here(task=draft.id, focus=True, said=said))
        return self.back(self.here(task=None, focus=True, after=draft.id, said=f"{label(draft)}已核对"))

    def back(self, shown: Shown) -> Response:
        """To the review page; to htmx the page's part as it is now (a redirect to an anchor would not reload)."""
        if is_fragment(self.request):
            return self.page(shown)
        if shown.after is not None:
            onward = next_doubt(desk_of(self.db, self.batch, self.today), shown.after)
            shown = replace(shown, task=onward.id if onward else None)
        query = urlencode(
            {k: v for k, v in (("show", shown.show), ("task", shown.task), ("head", shown.head_open)) if v}
        )
        place = f"#t{shown.task}" if shown.task else ""
        return go(self.request, f"/imports/{self.batch.id}{'?' if query else ''}{query}{place}", shown.said)
