"""What stands around the words of a paragraph of a text: number, dash, square brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.cut import without_first, without_last
from dushanbe_process.reports.conventions.lead_phrases import Part, recognise_lead

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.units import Unit
    from dushanbe_process.model.body import Paragraph
    from dushanbe_process.model.text import InlineText

#: A number that somebody typed before a paragraph, and before a heading.
_TYPED = re.compile(
    r"(?P<number>\(?(?:\d{1,4}|[^\W\d_]{1,2}|[ivxlc]{1,7})(?: ?(?:bis|ter|quater))?[.)]\)?)"
    r"(?P<blank>\t|[ \u00a0\u202f]+)"
)
_HEADING = re.compile(
    r"\s*(?P<number>(?:[IVXLC]{1,7}|[A-Z]|\d{1,3}(?:\.\d{1,3})*)\.)(?P<blank>\s+)"
)
_DASH = re.compile(r"[-–—]\s+|[-–—]\t")
_PARTS: dict[str, Part] = {"preamble": "preambular", "operative": "operative"}
#: What stands before a tabulator is a number up to this length.
_MOST = 20
_TATWEEL = "\N{ARABIC TATWEEL}"


@attrs.frozen
class Face:
    """A paragraph as it is seen: its number, whether in brackets, and its words."""

    number: str | None
    text: InlineText
    bracketed: bool = False


def bare(number: str | None) -> str:
    """Return a number without what makes no difference to people."""
    return "".join((number or "").split()).replace(_TATWEEL, "")


def manner(number: str) -> str:
    """Return in what manner a number is written: its digits and letters told by their kinds."""
    return re.sub(r"\d+", "1", re.sub(r"[^\W\d_]+", "a", bare(number)))


def of_new(unit: Unit) -> Face:
    """Return how a new paragraph is seen: its number may have been typed."""
    if unit.line.number is not None:
        number, text = None if _is_dash(unit.line.number) else unit.line.number, unit.text
    else:
        number, text = _without_number(unit.text)
    inside = _in_brackets(text)
    return Face(number, text if inside is None else inside, inside is not None)


def of_known(unit: Unit, before: str, number: str | None, said: str = "") -> Face:
    """Return how a paragraph is seen that was there before.

    ``before`` is what stood before its words when it was written, ``number`` its number and
    ``said`` its words; square brackets around the whole are the paragraph's own, unless they
    were part of its words.
    """
    brackets = before.endswith("[")
    typed = before.removesuffix("[")
    text, counted = unit.text, unit.line.number
    if counted is not None:
        number = None if _is_dash(counted) else counted
    elif typed and str(text).startswith(typed):
        text = without_first(text, len(typed))
    elif typed:
        number, text = _without_number(text)
    own = brackets or not said.lstrip().startswith("[")
    inside = _in_brackets(text) if own else None
    return Face(number, text if inside is None else inside, inside is not None)


def _without_number(text: InlineText) -> tuple[str | None, InlineText]:
    """Return the number that is typed before a text, and the rest; a dash is no number."""
    number, text = _typed(text)
    if number is None and (dash := _DASH.match(str(text))):
        text = without_first(text, dash.end())
    return number, text


def _is_dash(number: str) -> bool:
    return _DASH.fullmatch(f"{number} ") is not None


def of_heading(unit: Unit, before: str = "", number: str | None = None) -> Face:
    """Return how a heading is seen: its number stands before its words.

    ``before`` is what stood before its words when it was written, and ``number`` its number.
    """
    if unit.line.number is not None:
        return Face(unit.line.number, unit.text)
    if before and str(unit.text).startswith(before):
        return Face(number, without_first(unit.text, len(before)))
    found = _HEADING.match(str(unit.text)) if before or number is None else None
    if found is None:
        return Face(None if before else number, unit.text)
    return Face(" ".join(found["number"].split()), without_first(unit.text, found.end()))


def _typed(text: InlineText) -> tuple[str | None, InlineText]:
    """Return the number that is typed before a text, and the rest."""
    words = str(text)
    head, tab, _ = words.partition("\t")
    if tab and 0 < len(head) <= _MOST and "\n" not in head and not _DASH.match(words):
        return " ".join(head.split()) or None, without_first(text, len(head) + 1)
    found = _TYPED.match(words)
    if found is None:
        return None, text
    return " ".join(found["number"].split()), without_first(text, found.end())


def _in_brackets(text: InlineText) -> InlineText | None:
    """Return what stands in one pair of square brackets around the whole; None without it."""
    words = str(text).strip()
    if len(words) < 2 or words[0] != "[" or words[-1] != "]":  # noqa: PLR2004  (two brackets)
        return None
    depth = 0
    for place, each in enumerate(words):
        depth += {"[": 1, "]": -1}.get(each, 0)
        if depth == 0 and place < len(words) - 1:
            return None
    return None if depth else _within(text)


def _within(text: InlineText) -> InlineText:
    flat = str(text)
    start, end = flat.index("[") + 1, len(flat) - flat.rindex("]")
    return without_last(without_first(text, start), end)


def lead_of(text: InlineText, part: str, language: str) -> str | None:
    """Return the lead phrase that a new paragraph begins with, where its language is known."""
    if part not in _PARTS:
        return None
    return recognise_lead(str(text), language, _PARTS[part])


def with_new_text(block: Paragraph, text: InlineText, part: str, language: str) -> Paragraph:
    """Return a paragraph that says something else; its lead phrase is that of its new words."""
    if block.lead is None:
        spoken = block.language or language
        before, after = lead_of(block.text, part, spoken), lead_of(text, part, spoken)
        return block.evolve(text=text, lead=None if before == after else after)
    kept = str(text).startswith(block.lead)
    lead = block.lead if kept else lead_of(text, part or "operative", block.language or language)
    return block.evolve(text=text, lead=lead)
