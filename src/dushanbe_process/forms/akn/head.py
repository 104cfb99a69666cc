"""The head and the foot of an official document, line by line as they are printed.

What is printed follows from the fields of the record.  Where a file prints it otherwise, its own
lines are kept, together with those that the fields give: they hold as long as the fields do not
change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.akn.folding import fold, words
from dushanbe_process.model.body import Paragraph
from dushanbe_process.model.documents import Masthead
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.layouts.opening import (
    ANNEX,
    BEFORE_TITLE,
    number_before_title,
    of_the_council,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dushanbe_process.model.body import Block
    from dushanbe_process.model.documents import Document, LanguageVersion
    from dushanbe_process.model.localized import LocalizedText

#: The lines of a cover that stand in the text's front, by the key of their paragraph.
ON_COVER = BEFORE_TITLE
#: The same for the preface.
IN_PREFACE = (ANNEX, "title-note")
_NO_MASTHEAD = Masthead()


@attrs.define
class Line:
    """One line of a head or foot: what it says, and its words."""

    role: str
    text: InlineText
    #: The words, without their marks.
    words: str = attrs.field(eq=False)

    @words.default
    def _words(self) -> str:
        return words(self.text)


def _line(role: str, text: str) -> Iterator[Line]:
    if words := fold(text):
        yield Line(role, InlineText.__from_settled__((words,)), words)


def _usual(role: str, text: str) -> Iterator[Line]:
    """Yield a line in the words that are usual; files do not hold its parts together."""
    yield from _line(role, text.replace("\N{NO-BREAK SPACE}", " "))


def _printed(role: str, text: LocalizedText, language: str) -> Iterator[Line]:
    if text:
        words = text.get(language)
        yield from _line(role, text.get("", "") if words is None else words)


def front(version: LanguageVersion, key: str) -> Iterator[Line]:
    """Yield the paragraph of the front that has this key."""
    for each in version.body.front:
        if isinstance(each, Paragraph) and each.key == key:
            yield Line(key, each.text)


def _numbered_front(version: LanguageVersion, part: str) -> Iterator[Line]:
    """Yield what a file printed in this part and nothing is known of: ``preface-1``."""
    for each in version.body.front:
        if isinstance(each, Paragraph) and (each.key or "").startswith(f"{part}-"):
            yield Line(each.key or "", each.text)


def is_line(block: Block) -> bool:
    """Say whether a block of the front is a line of the head."""
    key = block.key or ""
    return isinstance(block, Paragraph) and (
        key in (*ON_COVER, *IN_PREFACE) or key.startswith(("cover-", "preface-"))
    )


def _cover(document: Document, version: LanguageVersion) -> Iterator[Line]:
    yield from _masthead(document, version)
    yield from _numbered_front(version, "cover")


def _masthead(document: Document, version: LanguageVersion) -> Iterator[Line]:
    head, language = document.masthead or _NO_MASTHEAD, version.language
    yield from _printed("organization", head.organization, language)
    yield from _line("symbol", "–".join(map(str, document.symbols)))
    yield from _printed("organ", head.organ, language)
    if head.distribution is not None:
        yield from _usual("distribution", conventions.distribution(head.distribution, language))
    if head.date is not None:
        yield from _usual("issued", conventions.masthead_date(head.date, language))
    if head.original_languages:
        yield from _usual("original", conventions.original(head.original_languages, language))
    yield from front(version, "subsidiary-organ")
    yield from _printed("session", head.session, language)
    yield from front(version, "session-dates")
    numbers = [each.number for each in head.agenda_items if each.number]
    if numbers:
        yield from _line("agenda-item", conventions.agenda_item(numbers, language))
    for item in head.agenda_items:
        yield from _printed("agenda-title", item.title, language)
    if of_the_council(document):
        yield from _printed("title", document.title, language)
    for key in ON_COVER[2:]:
        yield from front(version, key)


def _preface(document: Document, version: LanguageVersion) -> Iterator[Line]:
    yield from front(version, "annex")
    yield from _line("number", number_before_title(document, version.language))
    if not of_the_council(document):
        yield from _printed("title", document.title, version.language)
    for key in IN_PREFACE[1:]:
        yield from front(version, key)
    yield from _numbered_front(version, "preface")


def _conclusions(document: Document, version: LanguageVersion) -> Iterator[Line]:
    adoption = getattr(document, "adoption", None)
    if adoption is None:
        return
    meeting = "".join(each.words for each in _printed("m", adoption.meeting, version.language))
    told = "".join(each.words for each in front(version, "adopted"))
    if not meeting or meeting in told:
        return
    yield from _line("meeting", meeting)
    if adoption.date is not None:
        yield from _line("adoption-date", conventions.date(adoption.date, version.language))


_MAKERS: dict[str, Callable[[Document, LanguageVersion], Iterator[Line]]] = {
    "cover": _cover,
    "preface": _preface,
    "conclusions": _conclusions,
}


def kept(version: LanguageVersion) -> dict[str, Any]:
    """Return what a file said of a language version that no field holds."""
    found = version.extra.__to_tree__().get("akn") if version.extra else None
    return found if isinstance(found, dict) else {}


def lines(part: str, document: Document, version: LanguageVersion) -> tuple[Line, ...]:
    """Return the lines of the ``cover``, the ``preface`` or the ``conclusions``, as printed."""
    made = tuple(_MAKERS[part](document, version))
    printed = kept(version).get(part)
    if isinstance(printed, dict) and printed.get("instead_of") == _told(made):
        return tuple(_given(printed.get("lines"), made))
    return made


def _told(made: Iterable[Line]) -> list[list[str]]:
    return [[each.role, each.words] for each in made]


def _given(printed: object, made: tuple[Line, ...]) -> Iterator[Line]:
    """Yield lines as a file printed them, with the marks of those that are in the text."""
    marked = {(each.role, each.words): each for each in made}
    for pair in printed if isinstance(printed, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(n, str) for n in pair):  # noqa: PLR2004
            yield marked.get(tuple(pair), Line(pair[0], InlineText(pair[1])))


def as_printed(
    part: str, document: Document, version: LanguageVersion, printed: Iterable[Line]
) -> dict[str, Any]:
    """Return what has to be kept of lines as a file printed them: nothing, if they are as usual.

    Together with that, the lines of a part are again as they were printed.
    """
    made = _told(_MAKERS[part](document, version))
    found = _told(printed)
    return {} if made == found else {part: {"lines": found, "instead_of": made}}
