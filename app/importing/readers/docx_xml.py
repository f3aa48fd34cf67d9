"""What every part of a Word file is asked for, by local names: the strict form of the format has other namespaces."""

from collections.abc import Iterator

from lxml import etree


def kind(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def value(element: etree._Element | None) -> str | None:
    return attribute(element, "val") if element is not None else None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of this name, and on along the path."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def number(element: etree._Element | None, limit: int = 200) -> int | None:
    written = value(element)
    if written is None or not written.isascii() or not written.isdigit() or len(written) > 9:
        return None
    return min(int(written), limit)


def is_on(element: etree._Element | None) -> bool:
    """A switch is on when it is there, unless it says that it is off."""
    return element is not None and value(element) not in ("0", "false", "off")


def chosen(element: etree._Element) -> Iterator[etree._Element]:
    """The children as they are shown: of the two forms of a drawing only the newer one."""
    for inner in element:
        if kind(inner) != "AlternateContent":
            yield inner
            continue
        forms = [form for form in inner if kind(form) == "Choice"] or [form for form in inner if kind(form)]
        if forms:
            yield forms[0]


def free(element: etree._Element) -> None:
    """Lets go of what has been read, and of everything before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)
