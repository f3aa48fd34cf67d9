"""OFD (GB/T 33190-2016): an archive of XML pages with placed text and paths, with the liberties writers take."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pdfplumber

MM = 25.4 / 72


@dataclass(frozen=True)
class Glyphs:
    """A run of characters on one base line, in millimetres from the upper left corner."""

    text: str
    places: tuple[float, ...]  # left edge of each character
    base: float
    size: float


@dataclass(frozen=True)
class OfdPage:
    width: float
    height: float
    runs: tuple[Glyphs, ...]
    rules: tuple[tuple[float, float, float, float], ...]  # x0 y0 x1 y1


@dataclass(frozen=True)
class Writer:
    """How one program writes OFD; the picture is the same."""

    prefix: str = "ofd:"
    namespace: str = "http://www.ofdspec.org/2016"
    points: bool = False  # coordinates in points, brought to millimetres by a CTM
    grouped: bool = False  # DeltaX as "g n d"
    backwards: bool = False  # objects drawn in the opposite order, paths last
    single: bool = False  # one object for each character
    rooted: bool = False  # locations begin with /


def pages_of(pdf: bytes) -> list[OfdPage]:
    """The same pages as placed characters and ruling lines."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            OfdPage(
                float(page.width) * MM,
                float(page.height) * MM,
                tuple(_runs(page.chars)),
                tuple(
                    (line["x0"] * MM, line["top"] * MM, line["x1"] * MM, line["bottom"] * MM)
                    for line in (*page.lines, *page.rects)
                ),
            )
            for page in opened.pages
        ]


def _runs(chars: Sequence[dict[str, Any]]) -> Iterator[Glyphs]:
    run: list[dict[str, Any]] = []
    for char in chars:
        last = run[-1] if run else char
        if run and (abs(last["top"] - char["top"]) > 1 or not -1 < char["x0"] - last["x1"] < last["size"]):
            yield _run(run)
            run = []
        run.append(char)
    if run:
        yield _run(run)


def _run(chars: list[dict[str, Any]]) -> Glyphs:
    base = chars[0]["top"] + chars[0]["size"] * 0.88
    places = tuple(char["x0"] * MM for char in chars)
    return Glyphs("".join(char["text"] for char in chars), places, base * MM, chars[0]["size"] * MM)


def ofd(pages: Sequence[OfdPage] | bytes, writer: Writer | None = None) -> bytes:
    """From placed text, or from the bytes of a PDF."""
    how = writer or Writer()
    pages = pages_of(pages) if isinstance(pages, bytes) else pages
    root = "/" if how.rooted else ""
    listed = "".join(
        f'<{how.prefix}Page ID="{place + 1}" BaseLoc="Pages/Page_{place}/Content.xml"/>' for place in range(len(pages))
    )
    size = f"0 0 {pages[0].width:.2f} {pages[0].height:.2f}"
    files = {
        "OFD.xml": _xml(how, "OFD", "<p:DocBody><p:DocInfo><p:DocID>0</p:DocID></p:DocInfo>"
                        f"<p:DocRoot>{root}Doc_0/Document.xml</p:DocRoot></p:DocBody>", ' Version="1.0" DocType="OFD"'),
        "Doc_0/Document.xml": _xml(how, "Document", f"<p:CommonData><p:MaxUnitID>9999</p:MaxUnitID><p:PageArea><p:PhysicalBox>{size}"
                                   "</p:PhysicalBox></p:PageArea><p:PublicRes>PublicRes.xml</p:PublicRes></p:CommonData>"
                                   f"<p:Pages>{listed}</p:Pages>"),
        "Doc_0/PublicRes.xml": _xml(how, "Res", '<p:Fonts><p:Font ID="3" FontName="宋体" FamilyName="宋体"/></p:Fonts>', ' BaseLoc="Res"'),
    }  # fmt: skip
    for place, page in enumerate(pages):
        files[f"Doc_0/Pages/Page_{place}/Content.xml"] = _content(how, page)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _xml(how: Writer, root: str, inside: str, attributes: str = "") -> str:
    """<p: and </p: stand for the writer's own prefix."""
    space = f"xmlns:{how.prefix[:-1]}" if how.prefix else "xmlns"
    text = f'<p:{root} {space}="{how.namespace}"{attributes}>{inside}</p:{root}>'
    text = text.replace("</p:", f"</{how.prefix}").replace("<p:", f"<{how.prefix}")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text


def _content(how: Writer, page: OfdPage) -> str:
    objects = [_path(number, rule) for number, rule in enumerate(page.rules, 1000)]
    runs = [part for run in page.runs for part in (_single(run) if how.single else [run])]
    objects += [_text(how, number, run) for number, run in enumerate(runs, 2000)]
    if how.backwards:
        objects.reverse()
    area = f"<p:Area><p:PhysicalBox>0 0 {page.width:.2f} {page.height:.2f}</p:PhysicalBox></p:Area>"
    return _xml(how, "Page", f'{area}<p:Content><p:Layer ID="5" Type="Body">{"".join(objects)}</p:Layer></p:Content>')


def _single(run: Glyphs) -> list[Glyphs]:
    return [Glyphs(char, (place,), run.base, run.size) for char, place in zip(run.text, run.places, strict=True)]


def _path(number: int, rule: tuple[float, float, float, float]) -> str:
    x0, y0, x1, y1 = rule
    return (
        f'<p:PathObject ID="{number}" Boundary="{x0:.3f} {y0:.3f} {max(x1 - x0, 0.2):.3f} {max(y1 - y0, 0.2):.3f}" LineWidth="0.2">'
        f"<p:AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</p:AbbreviatedData></p:PathObject>"
    )


def _text(how: Writer, number: int, run: Glyphs) -> str:
    """The boundary is always in millimetres; what is inside it follows the CTM."""
    unit, matrix = (MM, f' CTM="{MM:.6f} 0 0 {MM:.6f} 0 0"') if how.points else (1.0, "")
    top, width = run.base - run.size, run.places[-1] - run.places[0] + run.size
    steps = [round((b - a) / unit, 3) for a, b in zip(run.places, run.places[1:], strict=False)]
    delta = f' DeltaX="{_grouped(steps) if how.grouped else " ".join(map(str, steps))}"' if steps else ""
    escaped = run.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f'<p:TextObject ID="{number}" Boundary="{run.places[0]:.3f} {top:.3f} {width:.3f} {run.size * 1.2:.3f}" '
        f'Font="3" Size="{run.size / unit:.3f}"{matrix}>'
        f'<p:TextCode X="0" Y="{run.size / unit:.3f}"{delta}>{escaped}</p:TextCode></p:TextObject>'
    )


def _grouped(steps: list[float]) -> str:
    out: list[str] = []
    place = 0
    while place < len(steps):
        same = 1
        while place + same < len(steps) and abs(steps[place + same] - steps[place]) < 0.005:
            same += 1
        out.append(f"g {same} {steps[place]}" if same > 1 else str(steps[place]))
        place += same
    return " ".join(out)
