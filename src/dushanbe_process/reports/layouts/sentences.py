"""Sentences and lines of running text, made of labels and of what the record says."""

from __future__ import annotations

from itertools import pairwise
from string import Formatter
from typing import TYPE_CHECKING

from dushanbe_process.model.text import Footnote, InlineText, Run, strong
from dushanbe_process.reports import conventions
from dushanbe_process.reports.labels import primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COMMAS = {"ar": "، ", "zh": "，"}
_COLONS = {"zh": "：", "fr": "\N{NO-BREAK SPACE}: "}
_STOPS = {"zh": "。"}
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", ";", "؛")
_MARKS = ",.;，。、；"
_CLOSERS = "”»\"'’」』)]"


def comma(language: str) -> str:
    """Return a comma, and the space after it where there is one."""
    return _COMMAS.get(primary(language), ", ")


def enumerating(language: str) -> str:
    """Return what stands between the words of a list: a comma, in Chinese one of its own kind."""
    return "、" if primary(language) == "zh" else comma(language)


def colon(language: str) -> str:
    """Return a colon, with the spaces around it."""
    return _COLONS.get(primary(language), ": ")


def filled(pattern: str, **values: InlineText | str) -> InlineText:
    """Return a pattern with its places filled, what is marked in them still marked."""
    pieces: list[InlineText | str] = []
    for literal, place, _, _ in Formatter().parse(pattern):
        pieces += [literal, values[place] if place else ""]
    return together(*pieces)


def together(*parts: InlineText | str, between: str = "") -> InlineText:
    """Return parts as one text; ``between`` stands between those that say something."""
    said = [InlineText(each) if isinstance(each, str) else each for each in parts]
    pieces = [piece for each in said if each for piece in (between, *each)]
    return InlineText(*pieces[1:])


def lines(parts: Iterable[InlineText | str]) -> InlineText:
    """Return parts that say something, each on a line of its own."""
    return together(*parts, between="\n")


def listed(items: Sequence[InlineText], language: str) -> InlineText:
    """Return a list within a sentence: ``a, b and c``, what is marked in it still marked."""
    said = [each for each in items if str(each)]
    whole = conventions.join([str(each) for each in said], language)
    pieces: list[InlineText | str] = []
    at = 0
    for each in said:
        start = whole.index(str(each), at)
        pieces += [whole[at:start], each]
        at = start + len(str(each))
    return together(*pieces, whole[at:])


def strongly(text: InlineText) -> InlineText:
    """Return a text in bold, in the languages that it is in."""
    return InlineText(
        *(
            strong(each)
            if isinstance(each, str)
            else each.evolve(strong=True)
            if isinstance(each, Run)
            else each
            for each in text
        )
    )


def begun(text: InlineText) -> InlineText:
    """Return a text that begins with a capital letter."""
    if not text:
        return text
    first = text[0]
    if isinstance(first, str):
        return InlineText(first[:1].upper() + first[1:], *text[1:])
    if isinstance(first, Run):
        return InlineText(first.evolve(text=first.text[:1].upper() + first.text[1:]), *text[1:])
    return text


def ended(text: InlineText, language: str) -> InlineText:
    """Return a text that ends in a full stop, where it does not end in another mark."""
    words = str(text).rstrip().rstrip(_CLOSERS)
    return text if words.endswith(_ENDS) else text + _STOPS.get(primary(language), ".")


def apposed(parts: Iterable[InlineText | str], language: str) -> InlineText:
    """Return parts with commas between them: that of their language, where they share one."""
    said = list(parts)
    return together(*said, between=comma(language_of(together(*said), language) or language))


def language_of(text: InlineText, language: str) -> str | None:
    """Return the one language that all words of a text are in, if they are in one."""
    spoken = {
        (each.language if isinstance(each, Run) else None) or language
        for each in text
        if any(map(str.isalnum, str(each)))
    }
    return spoken.pop() if len(spoken) == 1 else None


def with_notes_placed(text: InlineText, language: str) -> InlineText:
    """Return a text with its footnotes on the side of commas and full stops that is usual."""
    if conventions.footnote_before_punctuation(language):
        return text
    pieces = list(text)
    for index, (note, after) in enumerate(pairwise(text)):
        if isinstance(note, Footnote) and isinstance(after, str) and after[0] in _MARKS:
            pieces[index : index + 2] = [after[0], note, after[1:]]
            return with_notes_placed(InlineText(*pieces), language)
    return text
