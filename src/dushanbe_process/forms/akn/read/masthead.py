"""The head of a document: its lines, and the masthead that they make."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.folding import fold
from dushanbe_process.forms.akn.head import IN_PREFACE, ON_COVER, Line
from dushanbe_process.forms.akn.names import MAIN, ROOT, child, local, words_in
from dushanbe_process.forms.akn.read.cover import Found, cover_lines, preface_lines
from dushanbe_process.forms.akn.read.meta import date_of
from dushanbe_process.model.documents import AgendaItem, Distribution, Masthead
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.reports import conventions
from dushanbe_process.schema.twins import maker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.model.text import InlineText
    from dushanbe_process.model.time_and_place import PartialDate
    from dushanbe_process.xml_parse import Element

_IN_FRONT = (*ON_COVER, *IN_PREFACE)
_LANGUAGES = {
    "#english": "en",
    "#french": "fr",
    "#spanish": "es",
    "#russian": "ru",
    "#arabic": "ar",
    "#chinese": "zh",
}
#: The number of an item of an agenda, with the letter of its sub-item.
_ITEM = re.compile(r"[0-9]{1,3}( ?\([^\W\d_]{1,3}\)| [^\W\d_]\))?")
_NO_MASTHEAD = Masthead()
_agenda_item = maker_of(AgendaItem)
_SPOKEN = ("en", "fr", "es", "ru", "ar", "zh", "tg")


@attrs.define
class Head:
    """The lines of cover and preface, and the elements that they came from."""

    lines: dict[str, list[Line]]
    elements: dict[str, list[Element]]
    meeting: str = ""
    adopted: list[PartialDate] = attrs.field(factory=list)

    def all(self) -> Iterator[Line]:
        """Yield the lines of both."""
        yield from self.lines["cover"]
        yield from self.lines["preface"]

    def first(self, role: str) -> str:
        """Return the words of the first line of this kind, or nothing."""
        return next((each.words for each in self.all() if each.role == role), "")

    @property
    def title(self) -> str:
        """The title: in the preface, or else on the cover."""
        for part in ("preface", "cover"):
            titles = [each.words for each in self.lines[part] if each.role == "title"]
            if titles:
                return " ".join(titles)
        return ""

    def in_front(self) -> list[Line]:
        """Return the lines that stand in the front of the text, those of one kind as one."""
        made: dict[str, Line] = {}
        for each in self.all():
            if each.role in _IN_FRONT or each.role.startswith(("cover-", "preface-")):
                before = made.get(each.role)
                made[each.role] = Line(each.role, before.text + " " + each.text) if before else each
        return list(made.values())

    def masthead(self, reading: Reading) -> Masthead | None:
        """Return what a masthead holds of these lines; None, where it holds nothing."""
        made: Masthead = maker_of(Masthead)(
            organization=self._said("organization", reading),
            organ=self._said("organ", reading),
            distribution=self._distribution(reading),
            date=self._date("issued", reading),
            original_languages=tuple(self._original(reading)),
            session=self._said("session", reading),
            agenda_items=tuple(self._agenda(reading)),
        )
        return made if made != _NO_MASTHEAD else None

    def _said(self, role: str, reading: Reading) -> LocalizedText:
        return reading.text(self.first(role))

    def _date(self, role: str, reading: Reading) -> PartialDate | None:
        found = self.elements.get(role)
        return date_of(found[0], reading) if found else None

    def _distribution(self, reading: Reading) -> Distribution | None:
        words = self.first("distribution").lower()
        if not words:
            return None
        refers = self.elements["distribution"][0].get("refersTo", "")
        for known in Distribution:
            if refers.lower() == f"#{known}distribution" or any(
                words == conventions.distribution(known, language).lower()
                for language in (reading.language, *_SPOKEN)
            ):
                return known
        reading.note("unknown distribution", self.elements["distribution"][0], words)
        return None

    def _original(self, reading: Reading) -> list[str]:
        made = []
        for each in self.elements.get("original", []):
            refers = each.get("refersTo", "").lower()
            words = words_in(each)
            printed = (
                language
                for language in _SPOKEN
                if words == conventions.original([language], reading.language)
            )
            language = _LANGUAGES.get(refers) or next(printed, None)
            made += [language] if language else []
        return made

    def _agenda(self, reading: Reading) -> list[AgendaItem]:
        """Return the items of the agenda; a number and the title after it are one."""
        said = [each for each in self.lines["cover"] if each.role == "agenda-item"]
        titles = [each.words for each in self.lines["cover"] if each.role == "agenda-title"]
        numbers: list[str | None] = []
        for element, line in zip(self.elements.get("agenda-item", []), said, strict=True):
            numbers += _numbers_in(fold(element.get("title", "")) or line.words)
        pairs = zip_longest(numbers, titles)
        titled = LocalizedText.__from_legal__
        return [
            _agenda_item(number=number, title=titled({reading.tag: title or ""}))
            for number, title in pairs
        ]


def _numbers_in(words: str) -> list[str]:
    """Return the numbers of agenda items: ``20`` and ``78 (a)``."""
    return [found[0] for found in _ITEM.finditer(words)]


def read_head(document: Element, heading: InlineText, reading: Reading) -> Head:
    """Return the head of a document; ``heading`` is what stands above an annex."""
    cover = child(document, "coverPage")
    on_cover = cover_lines(cover, reading) if cover is not None else []
    if child(document, "preface") is None and local(document.getparent()) == ROOT:
        reading.note("no preface", document)
    preface = preface_lines(_prefaces(document), reading)
    found = {"cover": on_cover, "preface": preface}
    made = Head({part: _numbered(part, lines) for part, lines in found.items()}, {})
    if heading:
        made.lines["preface"].insert(0, Line("annex", heading))
    for each in (*on_cover, *preface):
        made.elements.setdefault(each.line.role, []).append(each.element)
    _adopted(made, on_cover, reading)
    return made


def _prefaces(document: Element) -> list[Element]:
    """Return the prefaces; and the title, where a body begins with it."""
    made = [each for each in document if local(each) == "preface"]
    if any(local(each) == "docTitle" for one in made for each in one.iter()):
        return made
    body = next((each for each in document if local(each) in MAIN), None)
    while body is not None and len(body) and _is_title(body[0]):
        title = body[0]
        body.remove(title)
        made.append(title)
    return made


def _is_title(element: Element) -> bool:
    inner = [element] if local(element) == "docTitle" else list(element)
    plain = not fold(element.text or "") or local(element) == "docTitle"
    return (
        local(element) in ("p", "docTitle")
        and len(inner) == 1
        and plain
        and local(inner[0]) == "docTitle"
        and not fold(inner[0].tail or "")
    )


def _numbered(part: str, lines: list[Found]) -> list[Line]:
    """Return lines, those of which nothing is known numbered."""
    made: list[Line] = []
    for each in lines:
        line, role = each.line, each.line.role
        if role == "other" or (part == "cover" and role == "job-number"):
            place = 1 + sum(one.role.startswith(f"{part}-") for one in made)
            line = Line(f"{part}-{place}", line.text, line.words)
        made.append(line)
    return made


def _adopted(made: Head, cover: list[Found], reading: Reading) -> None:
    """Take meeting and date from the line that tells of the adoption."""
    for each in cover:
        if each.line.role != "adopted":
            continue
        for inner in each.element.iter():
            if local(inner) == "inline" and inner.get("name") == "adoptionMeeting":
                made.meeting = words_in(inner)
            elif local(inner) == "docDate":
                found = date_of(inner, reading)
                made.adopted += [found] if found else []
