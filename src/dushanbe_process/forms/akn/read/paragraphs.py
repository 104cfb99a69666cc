"""A stretch of text to a paragraph: its number and its lead phrase, if it begins with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.folding import NO_TEXT, Part, fold, folded_pieces
from dushanbe_process.forms.akn.markers import LEADING
from dushanbe_process.model.body import Paragraph
from dushanbe_process.model.text import InlineText, Piece, Run
from dushanbe_process.schema import Extra
from dushanbe_process.schema.twins import maker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dushanbe_process.forms.akn.read.reading import Reading

#: The longest words that are taken for a lead phrase.
_LONGEST_LEAD = 120
_NOTHING = Extra()

_paragraph = maker_of(Paragraph)


def paragraph_of(
    parts: list[Part], reading: Reading, number: str | None = None
) -> Paragraph | None:
    """Return what a line is made of as a paragraph, if there is anything in it.

    A mark before a tab is its number; where the file gives it another, it stands below that.
    """
    pieces = folded_pieces(parts)
    if not pieces:
        return None
    mark = None
    if type(pieces[0]) is str:
        raw = _raw(parts)
        if "\t" in raw and (found := LEADING.match(raw)):
            mark, pieces = _marked(found["mark"], pieces[0], pieces)
    text = InlineText.__from_settled__(pieces)
    extra = _kept(reading) if reading.references else _NOTHING
    lead = lead_of(pieces)
    if mark is None or number is None:
        made: Paragraph = _paragraph(number=mark or number, text=text, lead=lead, extra=extra)
        return made
    below = _paragraph(number=mark, text=text, lead=lead, extra=extra)
    around: Paragraph = _paragraph(number=number, text=NO_TEXT, children=(below,))
    return around


def _marked(
    mark: str, first: str, pieces: tuple[Piece, ...]
) -> tuple[str | None, tuple[Piece, ...]]:
    """Return the mark with which a line begins, and the rest of the line."""
    if not first.startswith(mark):
        return None, pieces
    rest = first.removeprefix(mark).lstrip(" ")
    return fold(mark), (rest, *pieces[1:]) if rest else pieces[1:]


def _raw(parts: list[Part]) -> str:
    """Return the first words of a line as the file has them; none, where it begins in a note."""
    for manner, said in parts:
        if str(said).strip():
            return "" if manner is None else said
    return ""


def _kept(reading: Reading) -> Extra:
    """Return the references of a line that no run can hold, and forget them."""
    if reading.in_note:
        return _NOTHING
    kept = Extra({"akn": {"references": list(reading.references)}})
    reading.references.clear()
    return kept


def lead_of(pieces: Sequence[Piece]) -> str | None:
    """Return the words in italics with which a text begins, if it goes on after them."""
    first = pieces[0] if pieces else None
    if type(first) is not Run or not first.emphasis or len(pieces) == 1:
        return None
    lead = first.text.rstrip(" ,:;")
    return lead if 0 < len(lead) <= _LONGEST_LEAD else None
