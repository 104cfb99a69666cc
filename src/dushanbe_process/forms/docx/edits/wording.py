"""Edited words back to the texts that they are: for one unit, which text now says what."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from dushanbe_process.forms.docx.edits.tokens import (
    Token,
    alike,
    is_uniform,
    looks_of,
    opcodes,
    plainly,
    reworded,
    reworded_plainly,
    tokens,
)
from dushanbe_process.model.text import Footnote, InlineText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dushanbe_process.forms.docx.edits.expected import Part
    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.model.text import Piece

Value: TypeAlias = str | InlineText


@attrs.frozen
class Wording:
    """What one text says now, and what of the edit a plain string cannot hold."""

    path: Path
    value: Value
    lost: str = ""


def same(old: InlineText, new: InlineText) -> bool:
    """Say whether a person would call two texts the same."""
    return old == new or alike(old) == alike(new)


def worded(old: InlineText, new: InlineText, parts: Sequence[Part]) -> list[Wording] | None:
    """Return what the texts in a unit say now; None where words of the layout were changed."""
    before, after = tokens(old), tokens(new)
    bounds = _Bounds(before, after)
    if not bounds.keeps_what_is_nobodys(parts):
        return _line_by_line(before, after, parts)
    made = []
    ends = {part.end for part in parts}
    for part in parts:
        start, end = bounds.moved(part.start, part.end, shared=part.start in ends)
        value = _value(part, _slice(before, part.start, part.end), _slice(after, start, end))
        if value is not None:
            made.append(value)
    return made if made or same(old, new) else None


def _line_by_line(
    before: list[Token], after: list[Token], parts: Sequence[Part]
) -> list[Wording] | None:
    """Return the same where every line is one text, and there are as many lines as before."""
    olds, news = _lines(before), _lines(after)
    by_line = {(part.start, part.end): part for part in parts}
    if len(olds) != len(news) or len(olds) == 1:
        return None
    made = []
    for was, now in zip(olds, news, strict=True):
        left, right = _slice(before, *was), _slice(after, *now)
        if same(left, right):
            continue
        part = by_line.get(was)
        value = None if part is None else _value(part, left, right)
        if value is None:
            return None
        made.append(value)
    return made


def _lines(cut: list[Token]) -> list[tuple[int, int]]:
    """Return where each line begins and ends, in characters."""
    flat = "".join(map(str, cut))
    made, start = [], 0
    for line in flat.split("\n"):
        made.append((start, start + len(line)))
        start += len(line) + 1
    return made


def _value(part: Part, was: InlineText, now: InlineText) -> Wording | None:
    """Return what one text says now; None where it says what it said."""
    if same(was, now):
        return None
    value = part.leaf.value
    if isinstance(value, InlineText):
        return Wording(part.leaf.path, knowing(value, was, now))
    now = _recased(value, was, now)
    plain = InlineText(str(now))
    kept = not now.footnotes and looks_of(now) <= looks_of(was)
    lost = "" if kept else "marks or notes that this text cannot hold"
    return Wording(part.leaf.path, str(reworded(InlineText(value), plain)), lost)


def knowing(value: InlineText, was: InlineText, now: InlineText) -> InlineText:
    """Return the new words with what a text knew of those that stayed.

    Where the page did not show all of the text, what it did not show stays with its words.
    """
    if same(value, was):
        return reworded(value, now)
    if plainly(value) == plainly(was):
        return reworded_plainly(value, now)
    return reworded(was, now)


def _recased(value: str, was: InlineText, now: InlineText) -> InlineText:
    """Return the words with the first letter that the text has, where a layout made it large."""
    first, shown = value[:1], str(was)[:1]
    if first == shown or first.casefold() != shown.casefold() or str(now)[:1] != shown:
        return now
    begun = now[0]
    return InlineText(first + str(begun)[1:], *now[1:]) if isinstance(begun, str) else now


def with_lead_of(old: InlineText, new: InlineText, lead: int) -> InlineText:
    """Return a text with its first characters as they looked, where they are the same.

    Some editors turn the style of lead words into italics or bold of the words themselves.
    """
    if not lead or str(old)[:lead] != str(new)[:lead]:
        return new
    length = len(str(new)) + len(new.footnotes)
    return InlineText(*_slice(tokens(old), 0, lead), *_slice(tokens(new), lead, length))


def unmarked(text: InlineText, lead: int) -> InlineText:
    """Return a text whose first characters are plain: a lead phrase is set apart by itself.

    Where but some of them are marked, or all that follows too, that is no lead phrase set apart.
    """
    length = len(str(text)) + len(text.footnotes)
    head = _slice(tokens(text), 0, lead)
    if not lead or not is_uniform(head) or is_uniform(text):
        return text
    return InlineText(str(head), *_slice(tokens(text), lead, length))


def _slice(cut: list[Token], start: int, end: int) -> InlineText:
    """Return the pieces from one place to another, both in characters."""
    made: list[Piece] = []
    place = 0
    for token in cut:
        words = str(token)
        first, last = max(start - place, 0), min(end - place, len(words))
        if first < last:
            made.append(token.piece if last - first == len(words) else _part(token, first, last))
        place += len(words)
    return InlineText(*made)


def _part(token: Token, first: int, last: int) -> Piece:
    piece = token.piece
    if isinstance(piece, str):
        return piece[first:last]
    return piece if isinstance(piece, Footnote) else piece.evolve(text=piece.text[first:last])


class _Bounds:
    """How places in one text have moved in the other."""

    def __init__(self, before: list[Token], after: list[Token]) -> None:
        self.blocks: list[tuple[bool, int, int, int, int]] = []
        lefts, rights = _places(before), _places(after)
        for kind, i1, i2, j1, j2 in opcodes(before, after):
            self.blocks.append((kind == "equal", lefts[i1], lefts[i2], rights[j1], rights[j2]))

    def keeps_what_is_nobodys(self, parts: Sequence[Part]) -> bool:
        """Say whether every change lies in, or touches, one text of the record."""
        return all(
            any(part.start <= start and end <= part.end for part in parts)
            for equal, start, end, _, _ in self.blocks
            if not equal
        )

    def moved(self, start: int, end: int, *, shared: bool = False) -> tuple[int, int]:
        """Return where a text begins and ends now; what was put at its edges is its own.

        Where its beginning is ``shared`` with the end of another, what was put there is not.
        """
        first, last = None, 0
        for equal, i1, i2, j1, j2 in self.blocks:
            if i2 < start or i1 > end or (equal and i2 == start < end):
                continue
            if equal and i1 == end > start:
                continue
            if not equal and shared and i1 == i2 == start:
                continue
            low = j1 + max(start - i1, 0) if equal else j1
            high = j2 - max(i2 - end, 0) if equal else j2
            first = low if first is None else min(first, low)
            last = max(last, high)
        return (first or 0), last


def _places(cut: list[Token]) -> list[int]:
    made = [0]
    for token in cut:
        made.append(made[-1] + len(str(token)))
    return made
