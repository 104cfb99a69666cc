"""Cover page, preface and conclusions to lines, each with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from dushanbe_process.forms.akn.folding import BLANK, BREAK, PLAIN, Part, folded
from dushanbe_process.forms.akn.head import Line
from dushanbe_process.forms.akn.names import INLINE, local
from dushanbe_process.forms.akn.read.inline import add_piece
from dushanbe_process.model.text import Footnote, InlineText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element

_NAMED = {
    "agenda item": "agenda-item",
    "agenda item name": "agenda-title",
    "originalLanguage": "original",
    "decision type": "decision-type",
    "adoptionMeeting": "meeting",
}
_AUTHORITIES = {"#publisher": "organization", "#subsidiaryBody": "subsidiary-organ"}
_TITLES = ("#resolutionNumber", "#resolutionTitle")
_PLAIN_ROLES = {
    "docStatus": "distribution",
    "docProponent": "proponent",
    "docType": "document-type",
    "session": "session",
    "authorialNote": "title-note",
    "shortTitle": "title",
    "docketNumber": "job-number",
}
#: Lines that the model holds as plain strings: a note has no place in them.
_STRINGS = ("title", "number", "symbol", "organization", "organ", "session", "agenda-title")
#: What says of an element of this name what it is a line of, if it is known.
RoleOf: TypeAlias = "Callable[[str, Element], str | None]"


@attrs.define
class Found:
    """A line of a file, and the element that it came from."""

    line: Line
    element: Element


def cover_lines(element: Element, reading: Reading) -> list[Found]:
    """Return the lines of a cover page."""
    return _found([element], reading, _cover_role)


def preface_lines(elements: Iterable[Element], reading: Reading) -> list[Found]:
    """Return the lines of a preface."""
    return _found(elements, reading, _preface_role)


def conclusion_lines(element: Element, reading: Reading) -> list[Found]:
    """Return the lines of conclusions."""
    return _found([element], reading, _conclusion_role)


def _found(elements: Iterable[Element], reading: Reading, role_of: RoleOf) -> list[Found]:
    lines = _Lines(reading, role_of)
    for element in elements:
        lines.take(element)
    return lines.found


@attrs.define
class _Lines:
    """Takes elements apart, down to those that say something known."""

    reading: Reading
    role_of: RoleOf
    waiting: list[Part] = attrs.field(factory=list)
    found: list[Found] = attrs.field(factory=list)

    def take(self, element: Element) -> None:
        """Find the lines of an element."""
        self.wait(element.text)
        for each in element[:]:
            name = local(each)
            if role := self.role_of(name, each):
                self.settle(element)
                self.single(role, each)
            elif name in INLINE and not self.says(each):
                add_piece(each, self.reading, PLAIN, self.waiting)
            else:
                self.settle(element)
                self.take(each)
            self.wait(each.tail)
        self.settle(element)

    def says(self, element: Element) -> bool:
        """Say whether anything in an element is known to say something."""
        return any(self.role_of(local(each), each) for each in element.iterdescendants())

    def wait(self, text: str | None) -> None:
        """Keep words until their line ends; blanks begin no line."""
        if text and (self.waiting or text.strip(BLANK)):
            self.waiting.append((PLAIN, text))

    def single(self, role: str, element: Element) -> None:
        """Add an element that is a line by itself."""
        made: list[Part] = []
        add_piece(element, self.reading, PLAIN, made)
        notes: list[Footnote] = []
        if role in _STRINGS:
            notes = [said for _, said in made if isinstance(said, Footnote)]
            made = [part for part in made if part[0] is not None or part is BREAK]
        if text := folded(made):
            self.found.append(Found(Line(role, text), element))
        if notes:
            self.found.append(Found(Line("title-note", InlineText(*notes)), element))

    def settle(self, element: Element) -> None:
        """Add what was waiting as a line of which nothing is known."""
        if self.waiting:
            if text := folded(self.waiting):
                self.found.append(Found(Line("other", text), element))
            self.waiting.clear()


def _cover_role(name: str, element: Element) -> str | None:
    if name == "docAuthority":
        return _AUTHORITIES.get(element.get("refersTo", ""), "organ")
    if name == "docNumber":
        return "symbol"
    if name == "docDate":
        return "issued"
    if name == "event":
        return "session-dates"
    if name == "docTitle":
        return "title" if element.get("refersTo", "") in _TITLES else "adopted"
    if name == "inline":
        return _NAMED.get(element.get("name", ""))
    return _PLAIN_ROLES.get(name)


def _preface_role(name: str, element: Element) -> str | None:
    if name == "docNumber":
        return "number"
    if name == "docTitle":
        return "title"
    if name == "container" and element.get("name") == "title":
        return "title"
    if name in ("docDate", "docAuthority"):
        return "other"
    return _PLAIN_ROLES.get(name)


def _conclusion_role(name: str, element: Element) -> str | None:
    if name == "docDate" and element.get("refersTo", "#adoptionDate") == "#adoptionDate":
        return "adoption-date"
    if name == "location" and element.get("refersTo") == "#adoptionMeeting":
        return "meeting"
    return "meeting" if name == "inline" and element.get("name") == "adoptionMeeting" else None
