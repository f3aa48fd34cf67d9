"""A client that reads every page the way a careful user would, and fails on a careless one."""

import re
from collections import Counter

from bs4 import BeautifulSoup
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
    if whole:
        assert page.title, f"{path} has no title"
        assert page.title.text.strip(), f"{path} has an empty title"
        assert len(page.select("h1")) == 1, f"{path} needs exactly one h1"
        assert page.html, path
        assert page.html["lang"] == "zh-CN"
    ids = Counter(str(tag["id"]) for tag in page.select("[id]"))
    assert not [i for i, n in ids.items() if n > 1], f"{path}: an id is used twice: {ids.most_common(2)}"
    for field in page.select("input:not([type=hidden]), select, textarea"):
        named = (
            field.get("aria-label") or field.find_parent("label") or page.select_one(f'label[for="{field.get("id")}"]')
        )
        assert named, f"{path}: {field} has no label"
    for form in page.select("form[method=post]"):
        assert form.get("action"), f"{path}: a form has no action"
        assert form.select_one("[name=csrf]"), f"{path}: {form.get('action')} lacks csrf"
    for tag in page.find_all(True):
        assert not INLINE.search(" " + " ".join(f"{a}=" for a in tag.attrs)), f"{path}: inline code in {tag.name}"
    for link in page.select("[href^=http], [src^=http]"):
        raise AssertionError(f"{path}: asks another host: {link}")
