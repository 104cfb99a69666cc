"""Cover page, preface and conclusions to lines, each with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.folding import PLAIN, Part, folded, is_blank
from dushanbe_process.forms.akn.head import Line
from dushanbe_process.forms.akn.names import INLINE, local
from dushanbe_process.forms.akn.read.inline import add_piece
from dushanbe_process.model.text import Footnote, InlineText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element

_NAMED = {
    "agenda item": "agenda-item",
    "agenda item name": "agenda-title",
    "originalLanguage": "original",
    "decision type": "decision-type",
    "adoptionMeeting": "meeting",
}
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


@attrs.frozen
class Found:
    """A line of a file, and the element that it came from."""

    line: Line
    element: Element


def cover_lines(element: Element, reading: Reading) -> list[Found]:
    """Return the lines of a cover page."""
    return list(_found([element], reading, _cover_role))


def preface_lines(elements: Iterable[Element], reading: Reading) -> list[Found]:
    """Return the lines of a preface."""
    return list(_found(elements, reading, _preface_role))


def conclusion_lines(element: Element, reading: Reading) -> list[Found]:
    """Return the lines of conclusions."""
    return list(_found([element], reading, _conclusion_role))


def _found(elements: Iterable[Element], reading: Reading, role_of: object) -> Iterator[Found]:
    for element in elements:
        yield from _Lines(reading, role_of).of(element)


@attrs.define
class _Lines:
    """Takes an element apart, down to those that say something known."""

    reading: Reading
    role_of: object
    waiting: list[Part] = attrs.field(factory=list)

    def of(self, element: Element) -> Iterator[Found]:
        self.waiting.append((PLAIN, element.text or ""))
        for each in element:
            role = self.role_of(each)  # type: ignore[operator]
            if role:
                yield from self.settled(element)
                yield from self.single(role, each)
            elif local(each) in INLINE and not self.says(each):
                add_piece(each, self.reading, PLAIN, self.waiting)
            else:
                yield from self.settled(element)
                yield from self.of(each)
                yield from self.settled(each)
            self.waiting.append((PLAIN, each.tail or ""))
        yield from self.settled(element)

    def says(self, element: Element) -> bool:
        """Say whether anything in an element is known to say something."""
        return any(self.role_of(each) for each in element.iterdescendants())  # type: ignore[operator]

    def single(self, role: str, element: Element) -> Iterator[Found]:
        made: list[Part] = []
        add_piece(element, self.reading, PLAIN, made)
        notes: list[Footnote] = []
        if role in _STRINGS:
            notes = [said for _, said in made if isinstance(said, Footnote)]
            made = [part for part in made if not isinstance(part[1], Footnote)]
        if text := folded(made):
            yield Found(Line(role, text), element)
        if notes:
            yield Found(Line("title-note", InlineText(*notes)), element)

    def settled(self, element: Element) -> Iterator[Found]:
        if not any(map(_says_something, self.waiting)):
            self.waiting.clear()
            return
        text = folded(self.waiting)
        self.waiting.clear()
        if text:
            yield Found(Line("other", text), element)


def _says_something(part: Part) -> bool:
    """Say whether a part may be more than blanks."""
    return isinstance(part[1], Footnote) or not is_blank(part[1])


def _cover_role(element: Element) -> str | None:
    name, refers = local(element), element.get("refersTo", "")
    if name == "docAuthority":
        known = {"#publisher": "organization", "#subsidiaryBody": "subsidiary-organ"}
        return known.get(refers, "organ")
    if name == "docNumber":
        return "symbol"
    if name == "docDate":
        return "issued"
    if name == "event":
        return "session-dates"
    if name == "docTitle":
        return {"#resolutionNumber": "title", "#resolutionTitle": "title"}.get(refers, "adopted")
    if name == "inline":
        return _NAMED.get(element.get("name", ""))
    return _PLAIN_ROLES.get(name)


def _preface_role(element: Element) -> str | None:
    name = local(element)
    if name == "docNumber":
        return "number"
    if name == "docTitle":
        return "title"
    if name == "container" and element.get("name") == "title":
        return "title"
    if name in ("docDate", "docAuthority"):
        return "other"
    return _PLAIN_ROLES.get(name)


def _conclusion_role(element: Element) -> str | None:
    name = local(element)
    if name == "docDate" and element.get("refersTo", "#adoptionDate") == "#adoptionDate":
        return "adoption-date"
    if name == "location" and element.get("refersTo") == "#adoptionMeeting":
        return "meeting"
    return "meeting" if name == "inline" and element.get("name") == "adoptionMeeting" else None
