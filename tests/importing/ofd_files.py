"""OFD as three different writers put it down, made from the places in a printed PDF."""

import io
import itertools
import json
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape

from app.importing.readers.child import FOLDER

MM = 25.4 / 72
SPACE = "http://www.ofdspec.org/2016"
Record = dict[str, Any]
Writer = Callable[[list[Record]], dict[str, str]]


def ofd(pdf: bytes, writer: Writer) -> bytes:
    return packed(writer(pages_of(pdf)))


def packed(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in members.items():
            archive.writestr(path, text)
    return buffer.getvalue()


def pages_of(pdf: bytes) -> list[Record]:
    """What is placed where, in millimetres."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        command = [sys.executable, str(FOLDER / "pdf.py"), file.name, ""]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    pages = []
    for record in map(json.loads, lines):
        words = [(text, *(value * MM for value in box)) for text, *box in record["words"]]
        rules = [(x0 * MM, y * MM, x1 * MM, y * MM) for y, x0, x1 in record["across"]]
        rules += [(x * MM, y0 * MM, x * MM, y1 * MM) for x, y0, y1 in record["down"]]
        pages.append({"width": record["width"] * MM, "height": record["height"] * MM, "words": words, "rules": rules})
    return pages


def runs_of(words: list[Any]) -> list[list[Any]]:
    """Neighbours on a line, as a word processor hands them to its printer."""
    runs: list[list[Any]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        if last and abs(last[2] - word[2]) < 0.5 and -0.5 < word[1] - last[3] < 2:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def head(prefix: str, space: str, doc: str, pages: list[Record], more: str = "", at: str = "") -> dict[str, str]:
    p, ns = (f"{prefix}:", f' xmlns:{prefix}="{space}"') if prefix else ("", f' xmlns="{space}"' if space else "")
    listed = "".join(f'<{p}Page ID="{10 + n}" BaseLoc="{at}Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    width, height = (pages[0]["width"], pages[0]["height"]) if pages else (210, 297)
    return {
        "OFD.xml": f'<?xml version="1.0" encoding="UTF-8"?><{p}OFD{ns} Version="1.0" DocType="OFD"><{p}DocBody><{p}DocInfo>'
        f"<{p}DocID>1</{p}DocID></{p}DocInfo><{p}DocRoot>{doc}</{p}DocRoot></{p}DocBody></{p}OFD>",
        "Doc_0/Document.xml": f'<?xml version="1.0" encoding="UTF-8"?><{p}Document{ns}><{p}CommonData><{p}PageArea>'
        f"<{p}PhysicalBox>0 0 {width:.2f} {height:.2f}</{p}PhysicalBox></{p}PageArea>{more}</{p}CommonData>"
        f"<{p}Pages>{listed}</{p}Pages></{p}Document>",
    }


def pictured(*pictures: bytes) -> bytes:
    """A scan in an archive: every page nothing but a picture."""
    pages: list[Record] = [{"width": 210.0, "height": 297.0} for _ in pictures]
    members: dict[str, str | bytes] = {
        **head("ofd", SPACE, "Doc_0/Document.xml", pages, "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    }
    media = "".join(
        f'<ofd:MultiMedia ID="{50 + n}" Type="Image"><ofd:MediaFile>scan_{n}</ofd:MediaFile></ofd:MultiMedia>'
        for n in range(len(pictures))
    )
    members["Doc_0/DocumentRes.xml"] = (
        f'<ofd:Res xmlns:ofd="{SPACE}" BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>'
    )
    for number, picture in enumerate(pictures):
        members[f"Doc_0/Res/scan_{number}"] = picture
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<ofd:Page xmlns:ofd="{SPACE}"><ofd:Content><ofd:Layer ID="9" Type="Body">'
            f'<ofd:ImageObject ID="7" CTM="210 0 0 297 0 0" Boundary="0 0 210 297" ResourceID="{50 + number}"/>'
            "</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return packed(members)


def plain(pages: list[Record]) -> dict[str, str]:
    """A run is an object with its own boundary; equal advances are written short; lines are strokes."""
    members = head("ofd", SPACE, "Doc_0/Document.xml", pages)
    for number, page in enumerate(pages):
        parts = []
        for run in runs_of(page["words"]):
            x, y, size = run[0][1], run[0][2], run[0][4] - run[0][2]
            steps = [round(b[1] - a[1], 3) for a, b in itertools.pairwise(run)]
            even = len(set(steps)) == 1 and len(steps) > 1
            delta = f"g {len(steps)} {steps[0]}" if even else " ".join(map(str, steps))
            text = escape("".join(word[0] for word in run))
            parts.append(
                f'<ofd:TextObject ID="1" Boundary="{x:.3f} {y:.3f} {run[-1][3] - x:.3f} {size:.3f}" Font="3" Size="{size:.3f}">'
                f'<ofd:TextCode X="0" Y="{size * 0.88:.3f}"{f" DeltaX={chr(34)}{delta}{chr(34)}" if steps else ""}>{text}'
                "</ofd:TextCode></ofd:TextObject>"
            )
        for x0, y0, x1, y1 in page["rules"]:
            parts.append(
                f'<ofd:PathObject ID="2" Boundary="{x0:.3f} {y0:.3f} {x1 - x0 + 1:.3f} {y1 - y0 + 1:.3f}" LineWidth="0.2">'
                f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
            )
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<ofd:Page xmlns:ofd="{SPACE}"><ofd:Content><ofd:Layer ID="9" Type="Body">{"".join(parts)}</ofd:Layer>'
            "</ofd:Content></ofd:Page>"
        )
    return members


def by_character(pages: list[Record]) -> dict[str, str]:
    """Every character an object of its own, in points through a CTM, in no order; lines are thin filled boxes."""
    members = head("", SPACE, "/Doc_0/Document.xml", pages, at="/Doc_0/")
    for number, page in enumerate(pages):
        parts = []
        for text, x0, y0, _, y1 in page["words"]:
            size = (y1 - y0) / MM
            parts.append(
                f'<TextObject ID="1" Boundary="{x0:.3f} {y0:.3f} 9 9" CTM="{MM:.6f} 0 0 {MM:.6f} 0 0" Font="3" Size="{size:.3f}">'
                f'<TextCode X="0" Y="{size * 0.88:.3f}">{escape(text)}</TextCode></TextObject>'
            )
        for x0, y0, x1, y1 in page["rules"]:
            wide, high = max(x1 - x0, 0.2), max(y1 - y0, 0.2)
            parts.append(
                f'<PathObject ID="2" Boundary="{x0 - 0.1:.3f} {y0 - 0.1:.3f} {wide:.3f} {high:.3f}" Stroke="false" Fill="true">'
                f'<FillColor Value="0 0 0"/><AbbreviatedData>M 0 0 L {wide:.3f} 0 L {wide:.3f} {high:.3f} L 0 {high:.3f} C'
                "</AbbreviatedData></PathObject>"
            )
        random.Random(number).shuffle(parts)
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<Page xmlns="{SPACE}"><Area><PhysicalBox>0 0 {page["width"]:.2f} {page["height"]:.2f}</PhysicalBox></Area>'
            f'<Content><Layer ID="9"><PageBlock ID="8">{"".join(parts)}</PageBlock></Layer></Content></Page>'
        )
    return members


def in_one_object(pages: list[Record]) -> dict[str, str]:
    """No namespace; the whole page is one text object of many TextCodes; lines lie in a template, in one path."""
    more = "".join(f'<TemplatePage ID="{50 + n}" BaseLoc="Tpls/Tpl_{n}.xml"/>' for n in range(len(pages)))
    members = head("", "", "Doc_0/Document.xml", pages, more)
    for number, page in enumerate(pages):
        box = f"0 0 {page['width']:.2f} {page['height']:.2f}"
        sizes: dict[float, list[str]] = {}
        for run in runs_of(page["words"]):
            size = round(run[0][4] - run[0][2], 2)
            steps = " ".join(f"{b[1] - a[1]:.3f}" for a, b in itertools.pairwise(run))
            text = escape("".join(word[0] for word in run))
            sizes.setdefault(size, []).append(
                f'<TextCode X="{run[0][1]:.3f}" Y="{run[0][2] + size * 0.88:.3f}" DeltaX="{steps}">{text}</TextCode>'
            )
        texts = "".join(
            f'<TextObject ID="1" Boundary="{box}" Font="3" Size="{size}">{"".join(codes)}</TextObject>'
            for size, codes in sizes.items()
        )
        path = " ".join(f"M {x0:.3f} {y0:.3f} L {x1:.3f} {y1:.3f}" for x0, y0, x1, y1 in page["rules"])
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<Page><Template TemplateID="{50 + number}" ZOrder="Background"/><Content><Layer ID="9">{texts}</Layer></Content></Page>'
        )
        members[f"Doc_0/Tpls/Tpl_{number}.xml"] = (
            f'<Page><Content><Layer ID="7"><PathObject ID="2" Boundary="{box}"><AbbreviatedData>{path}</AbbreviatedData>'
            "</PathObject></Layer></Content></Page>"
        )
    return members


WRITERS: dict[str, Writer] = {"plain": plain, "by character": by_character, "in one object": in_one_object}
