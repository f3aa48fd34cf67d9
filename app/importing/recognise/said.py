"""Who answers for an item where no clause says it: the end of the sentence, or the heading above."""

from collections.abc import Callable, Sequence

from app.importing.recognise.drafts import Clause
from app.importing.recognise.lines import brackets, without_label
from app.importing.recognise.names import is_unit
from app.importing.recognise.nodes import Line, Node, Reading
from app.importing.recognise.responsibility import spoken, units
from app.tasks.kinds import PrintedRole

Told = list[tuple[int, int, Clause]]


def lists_units(lines: Sequence[Line]) -> bool:
    """The document is one of those whose items end in a mere list of units: then a single unit is such a list too."""
    count = 0
    for line in lines:
        text = line.text.rstrip("。")
        begin, end = next(iter(brackets(text)[-1:]), (0, 0))
        count += end == len(text) > 0 and "、" in text[begin:] and is_unit(text[begin + 1 : end - 1])
    return count > 1


def say(nodes: Sequence[Node], reading: Reading) -> None:
    """Items get who answers for them from elsewhere than a clause, where at least two say it so."""
    told: Callable[[Node], Told] = _of_sentence if reading.spoken else _of_heading
    found = [(node, clause) for node in nodes if not node.children and not node.found and (clause := told(node))]
    if len(found) > 1:
        for node, clause in found:
            node.found = clause


def _of_sentence(node: Node) -> Told:
    return spoken(node.raw)


def _of_heading(node: Node) -> Told:
    """An item under a heading that is nothing but the unit that answers for it."""
    heading = without_label(node.parent.lines[0].text) if node.parent else ""
    end = len(node.raw)
    return [(end, end, units(heading, PrintedRole.RESPONSIBLE))] if is_unit(heading) else []
