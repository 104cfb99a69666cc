"""What has no place in an element, noted with the path and the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.errors import Problem
from dushanbe_process.forms.xml.names import XSI

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element


#: What is wrong with a list of nothing.
EMPTY = "is an empty list"


def unknown(element: Element, path: str) -> Problem:
    """Return the problem of an element that has no place where it stands."""
    return Problem(path, f"unknown element {element.tag!r:.120}", element.sourceline)


def no_text(element: Element, path: str, problems: list[Problem]) -> None:
    """Note words where only elements have a place."""
    for text in (element.text, *(child.tail for child in element)):
        if text and (words := text.strip(" \t\r\n")):
            message = f"text where none has a place: {words!r:.80}"
            problems.append(Problem(path, message, element.sourceline))


def no_attributes(element: Element, path: str, problems: list[Problem]) -> None:
    """Note attributes where none has a place."""
    for key in element.keys():  # noqa: SIM118  (an element iterates over its children)
        if not key.startswith(XSI):
            message = f"unknown attribute {key!r:.80}"
            problems.append(Problem(path, message, element.sourceline))


def plain(element: Element, path: str, problems: list[Problem]) -> str:
    """Return the text of an element that holds nothing but text."""
    problems += [unknown(child, path) for child in element]
    return element.text or ""
