"""Rows parted by blanks whose cells were broken over lines: lines are joined until a row has the header's cells."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice
from typing import Final

from app.importing.blocks import Paragraph
from app.importing.recognise.column_words import NUMBER as NUMBER_LABEL
from app.importing.recognise.column_words import Kind, kind_of_column
from app.importing.recognise.flattened.pieces import Piece, kinds_of, may_be_label, misfit

FIRST: Final = re.compile(r"\d{1,3}[.、．]?")
WORD: Final = re.compile(r"[^\s\u3000]+")
SPREAD: Final = re.compile(r"(?<![^\s\u3000、])[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,2}(?![^\s\u3000、])")
REST: Final = re.compile(r"[（(及和与、)）]")  # a label does not begin with these
HIGHEST_HEADER: Final = 18  # lines
MOST_LABELS: Final = 48  # lines, each of a part of a label
WRAPPED: Final = 3  # lines of one label
SHORT: Final = 10
LOOKED_AT: Final = 60
LONGEST: Final = 100
NARROWEST: Final = 4
MOST: Final = 300  # ways to join lines that are tried


def with_whole_header(run: Sequence[Paragraph], is_spanned: Callable[[int], bool]) -> list[Paragraph]:
    """A header broken over lines is one line: its labels are as many as the rows below have cells.

    `is_spanned`: at this place labels stand below others that span them.
    """
    found: list[Paragraph] = []
    place = 0
    while place < len(run):
        end = _end_of_header(run, place)
        is_broken = end > place + 1 and not (end == place + 2 and is_spanned(place))
        header = _joined(run[place:end], _widths(run[end : end + LOOKED_AT])) if is_broken else None
        found.append(header or run[place])
        place = end if header else place + 1
    return found


def _end_of_header(run: Sequence[Paragraph], place: int) -> int:
    """The line of the first row, below short lines of which the first begins with 序号; the same place if none is."""
    words = run[place].text.split()
    if len(words) < 2 or not NUMBER_LABEL.match(words[0]):
        return place
    for end in range(place + 1, min(place + HIGHEST_HEADER, len(run))):
        first = run[end].text.split()[:1]
        if first and FIRST.fullmatch(first[0]):
            return end
        if len(run[end].text) > LONGEST:
            break
    return place


def _widths(lines: Sequence[Paragraph]) -> list[int]:
    """How many cells the rows may have, the most first, when line ends are no cells' ends; 俞 悦 is one word."""
    counts: list[int] = []
    for line in lines:
        words = SPREAD.sub(lambda name: name[0].replace(" ", ""), line.text).split()
        if words and FIRST.fullmatch(words[0]) and len(words) > 1:
            counts.append(len(words))
        elif counts and words:
            counts[-1] += len(words) - 1
    return sorted({count for count in counts if count >= NARROWEST}, reverse=True)


def _joined(lines: Sequence[Paragraph], widths: Sequence[int]) -> Paragraph | None:
    """One line of as many labels, joined where the fewest of them say nothing."""
    pieces = [
        Piece(word[0], line.start + word.start(), line.start + word.end(), begins=place == 0)
        for line in lines
        for place, word in enumerate(WORD.finditer(line.text))
    ]
    ways = [[piece.text.replace("\n", "") for piece in way] for width in widths for way in _ways(pieces, width)]
    read = [labels for labels in ways if all(map(may_be_label, labels)) and kinds_of(labels, guess=True)]
    best = min(read, key=_strangeness, default=None)
    return replace(lines[0], text=" ".join(best), end=lines[-1].end) if best else None


def with_whole_labels(run: Sequence[Paragraph]) -> list[Paragraph]:
    """Labels that were wrapped in narrow columns, each part on a line of its own, above rows of a cell a line."""
    found: list[Paragraph] = []
    place = 0
    while place < len(run):
        end = _end_of_labels(run, place)
        labels = _of_parts(run[place:end]) if end > place + NARROWEST else []
        is_wrapped = 0 < len(labels) < end - place
        if is_wrapped and kinds_of([label.text for label in labels], guess=True):
            found.extend(labels)
            place = end
        else:
            found.append(run[place])
            place += 1
    return found


def _end_of_labels(run: Sequence[Paragraph], place: int) -> int:
    """The line of the first number, below short lines of which the first is 序号; the same place if none is."""
    if not NUMBER_LABEL.match(run[place].text.strip()):
        return place
    for end in range(place + 1, min(place + MOST_LABELS, len(run))):
        if FIRST.fullmatch(run[end].text.strip()):
            return end
        if len(run[end].text) > SHORT:
            break
    return place


def _of_parts(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines joined to labels so that the fewest of these say nothing, and no known one is taken apart."""
    best: list[tuple[float, list[Paragraph]]] = [(0.0, [])]
    for end in range(1, len(lines) + 1):
        options: list[tuple[float, list[Paragraph]]] = []
        for begin in range(max(0, end - WRAPPED), end):
            text = "".join(line.text.strip() for line in lines[begin:end])
            joined = replace(lines[begin], text=text, end=lines[end - 1].end)
            price = _strange_parts([line.text.strip() for line in lines[begin:end]])
            options.append((best[begin][0] + price, [*best[begin][1], joined]))
        best.append(min(options, key=lambda one: one[0]))
    return best[-1][1]


def _strange_parts(parts: Sequence[str]) -> float:
    """A word of two letters is likelier a label's part than a label; a longer one that is known stands alone."""
    text = "".join(parts)
    is_known = kind_of_column(text) is not None
    if len(parts) == 1:
        is_short = len(text) < NARROWEST - 1 and kind_of_column(text) not in ("number", "ignored")
        return 0.7 * is_short if is_known else 1.5
    swallows = len(parts[0]) >= NARROWEST and kind_of_column(parts[0]) is not None
    return (
        (0.5 if is_known else 1.2)
        + 0.7 * (len(parts) - 2)
        + 2 * (swallows or len(text) > SHORT or REST.match(text) is not None)
    )


def _strangeness(labels: Sequence[str]) -> int:
    return sum(2 * bool(REST.match(label)) + (kind_of_column(label) is None) for label in labels)


def with_whole_cells(pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> list[Piece]:
    """Where joining some of its lines gives a row the header's cells, the way that reads best is taken."""
    starts = [place for place, piece in enumerate(pieces) if piece.begins and FIRST.fullmatch(piece.text)]
    if not starts or kinds[0] != "number":
        return [*pieces]
    found = [*pieces[: starts[0]]]
    for first, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        row = [*pieces[first:end]]
        ways = list(_ways(row, len(kinds))) if len(row) > len(kinds) else []
        best = min(ways, key=lambda way: _price(way, kinds), default=row)
        found.extend(best)
    return found


def _price(row: Sequence[Piece], kinds: Sequence[Kind | None]) -> float:
    cut = sum(piece.text.endswith(("、", "，")) for piece in row)
    return sum(misfit(piece.text, kind) for piece, kind in zip(row, kinds, strict=False)) + 3 * cut


def _ways(pieces: Sequence[Piece], width: int) -> Iterator[list[Piece]]:
    """The pieces, joined at as many of their line ends as leave so many of them."""
    ends = [place for place, piece in enumerate(pieces) if place and piece.begins]
    joins = len(pieces) - width
    if 0 <= joins <= len(ends):
        for chosen in islice(combinations(ends, joins), MOST):
            yield _with_joins(pieces, chosen)


def _with_joins(pieces: Sequence[Piece], places: Sequence[int]) -> list[Piece]:
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        if place in places:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{piece.text}", end=piece.end)
        else:
            found.append(piece)
    return found
