"""Documents written once: the words as printed, with marks that say what a clerk must find in them.

{T…} is the text of a task; {L…} {S…} {R…} are the units that lead, support, answer for it; {P…} persons; {M…} the name of
an item beside its text; {H1…} {H2…} headings. What a clerk
knows but does not read there stands behind ## on the line of the task:
D: deadline, others accepted · Y: recurrence, others accepted · G: goals · O: figures nobody must find · N: number ·
X: the text with these words before it is accepted too · L: S: R: P: as the marks · ? a task nobody must find.
"""

import re
from collections.abc import Iterable
from typing import Any

from tests.importing.corpus.sample import Record, record, target, task

MARK = re.compile(r"\{(T|L|S|R|P|M|H\d)([^{}]*)\}", re.DOTALL)
ROLES = {"L": "lead", "S": "support", "R": "responsible"}
INSIDE = re.compile(r"[（(〔\[<〈][^（(〔\[<〈）)〕\]>〉]*[）)〕\]>〉]")
GOAL = re.compile(r"([\d.]+)(?:[-~]([\d.]+))?(\D*)")


def names_of(cell: str) -> list[str]:
    """Names parted by the usual marks, brackets kept whole."""
    kept = INSIDE.sub(lambda found: "".join(chr(0xF0000 + ord(char)) for char in found[0]), cell.replace("\n", ""))
    parts = re.split(r"[、，,；;\s]+", kept)
    return [
        "".join(chr(ord(char) - 0xF0000) if ord(char) > 0xF0000 else char for char in part) for part in parts if part
    ]


class Marked:
    """text: what is printed; tasks: what must be found."""

    def __init__(self, source: str, heading: str | None = None, number: str | None = None) -> None:
        self.tasks: list[Record] = []
        self.path: dict[int, str] = {0: heading} if heading else {}
        self.last = number
        out, notes = [], ""
        for line in re.split(r"\n(?![^{]*\})", source.strip("\n")):
            line, _, notes = line.partition(" ## ")
            out.append(self._read(line, notes))
        self.text = "\n".join(out) + "\n"

    def _read(self, line: str, notes: str) -> str:
        """A line's marks, in order; the first text in it begins a task."""
        found = list(MARK.finditer(line))
        for mark in found:
            if mark[1] == "T":
                self._begin(line[: mark.start()], mark[2])
            elif mark[1][0] == "H":
                self._under(int(mark[1][1]), mark[2])
        for mark in found:
            if mark[1] in "LSRPM":
                self._add(mark[1], mark[2])
        for note in notes.split():
            self._note(*note.split(":", 1)) if ":" in note else self.tasks[-1].update(optional=True)
        return MARK.sub(lambda mark: mark[2], line)

    def _under(self, level: int, text: str) -> None:
        self.path = {key: value for key, value in self.path.items() if key < level}
        if text:
            self.path[level] = text

    def _begin(self, before: str, text: str) -> None:
        before = MARK.sub(lambda mark: mark[2], before)
        if "|" in before:
            first = before.split("|")[0].strip()
            number = self.last if first == "^" else first if re.fullmatch(r"[\d.\-]+", first) else None
        else:
            number = before.strip().strip("、.．（）() \u3000△").removesuffix("）") or None
        self.last = number
        heading = " / ".join(self.path.values()) or None
        self.tasks.append(task(number, text.replace("\n", ""), [], heading=heading))

    def _add(self, kind: str, value: str) -> None:
        now = self.tasks[-1]
        if kind == "P":
            now["leaders"] += value.replace("、", " ").split()
        elif kind == "M":
            above = now["heading"]
            now["heading"] = f"{above} / {value}" if above else value
            now["heading_also"] = [above, value, None]
            now["text_also"] = [*now.get("text_also", []), value + now["text"], f"{value}：{now['text']}"]
        else:
            known = {unit["name"]: unit for unit in now["departments"]}
            for name in names_of(value):
                if name not in known:
                    known[name] = {"name": name, "role": ROLES[kind]}
                elif kind == "L":
                    known[name]["role"] = "lead"
            now["departments"] = list(known.values())

    def _note(self, kind: str, value: str) -> None:
        now = self.tasks[-1]
        if kind in "LSRP":
            self._add(kind, value)
        elif kind == "N":
            now["number"] = self.last = None if value == "-" else value
        elif kind == "X":
            now["text_also"] = [*now.get("text_also", []), value]
        elif kind in "DY":
            first, *rest = [None if part == "null" else part for part in value.split(",")]
            key = {"D": "deadline", "Y": "recurrence"}[kind]
            now[key] = first
            if rest:
                now[f"{key}_also"] = rest
        else:
            now["targets"] += [_goal(part, optional=kind == "O") for part in value.split(",")]


def _goal(words: str, *, optional: bool) -> Record:
    found = GOAL.fullmatch(words)
    assert found, words
    more: dict[str, Any] = {"optional": True} if optional else {}
    if found[2]:
        more["value_max"] = float(found[2])
    return target(float(found[1]), found[3], words, **more)


def expected(
    title: str, number: str | None, issuer: str | None, day: str | None, *parts: Marked | Iterable[Record], **more: Any
) -> Record:
    """The record of a document made of these parts."""
    tasks = [one for part in parts for one in (part.tasks if isinstance(part, Marked) else part)]
    return record(title, *tasks, doc_number=number, issuer=issuer, issued_on=day, **more)
