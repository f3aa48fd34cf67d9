"""A client that reads every page the way a careful user would, and fails on a careless one."""

import re
from collections import Counter, defaultdict

from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient
from httpx2 import Response

INLINE = re.compile(r"\s(style|on[a-z]+|hx-on[:\w-]*)=", re.IGNORECASE)


class Browser:
    def __init__(self, client: TestClient) -> None:
        self.client = client

    def open(self, path: str, *, expect: int = 200, htmx: bool = False) -> BeautifulSoup:
        """GET the page (or with `htmx` its fragment) and inspect it."""
        response = self.client.get(path, headers={"HX-Request": "true"} if htmx else {})
        assert response.status_code == expect, f"{path}: {response.status_code}\n{text_of(response)[:600]}"
        page = BeautifulSoup(response.text, "html.parser")
        inspect(page, path, whole=not htmx)
        return page

    def send(
        self,
        path: str,
        data: dict[str, object] | None = None,
        *,
        expect: int = 303,
        htmx: bool = False,
        files: object = None,
    ) -> Response:
        """POST a form with its token, not following the redirect; `htmx` as the script would."""
        headers = {"HX-Request": "true"} if htmx else {}
        response = self.client.post(
            path, data={"csrf": self.csrf, **(data or {})}, headers=headers, files=files, follow_redirects=False
        )
        assert response.status_code == expect, f"{path}: {response.status_code}\n{text_of(response)[:600]}"
        if response.headers.get("content-type", "").startswith("text/html"):
            inspect(BeautifulSoup(response.text, "html.parser"), path, whole=not htmx)
        return response

    @property
    def csrf(self) -> str:
        """The token of the page that the person has open."""
        token = self.client.app.state.csrf_of(self.client.cookies)  # type: ignore[attr-defined]
        return str(token)


def text_of(response: Response) -> str:
    page = BeautifulSoup(response.text, "html.parser")
    return " ".join((page.select_one("main") or page).get_text(" ", strip=True).split())


def inspect(page: BeautifulSoup, path: str, *, whole: bool) -> None:
    """In one walk: every page of every test is read so, and a selector would walk it anew each time."""
    tags = page.find_all(True)
    named: defaultdict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        named[tag.name].append(tag)
        assert not INLINE.search(" " + " ".join(f"{a}=" for a in tag.attrs)), f"{path}: inline code in {tag.name}"
        away = [tag[a] for a in ("href", "src") if str(tag.get(a)).startswith("http")]
        assert not away, f"{path}: asks another host: {away}"
    if whole:
        assert page.title, f"{path} has no title"
        assert page.title.text.strip(), f"{path} has an empty title"
        assert len(named["h1"]) == 1, f"{path} needs exactly one h1"
        assert page.html, path
        assert page.html["lang"] == "zh-CN"
    ids = Counter(str(tag["id"]) for tag in tags if tag.get("id") is not None)
    assert not [i for i, n in ids.items() if n > 1], f"{path}: an id is used twice: {ids.most_common(2)}"
    labelled = {label.get("for") for label in named["label"]} - {None}
    for field in (*named["input"], *named["select"], *named["textarea"]):
        is_named = field.get("aria-label") or field.get("id") in labelled or field.find_parent("label")
        assert is_named or field.get("type") == "hidden", f"{path}: {field} has no label"
    for form in named["form"]:
        if form.get("method") == "post":
            assert form.get("action"), f"{path}: a form has no action"
            assert form.find(attrs={"name": "csrf"}), f"{path}: {form.get('action')} lacks csrf"
