"""Running text under negotiation as tokens: words, notes, and the regions of earlier rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.changes.words import tokens
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.negotiation.regions import Region, agreed, apparatus, parts, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dushanbe_process.model.text import Piece
    from dushanbe_process.reports.conventions.negotiation import Words


@attrs.frozen
class Token:
    """A word, a note, or a region that earlier rounds left: told apart by what it says."""

    part: Piece | Region
    key: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it says with nothing proposed."""
        return self.part.words if isinstance(self.part, Region) else (self.part,)


def tokens_of(text: InlineText) -> list[Token]:
    """Return running text as its tokens; how words are set makes no difference."""
    made: list[Token] = []
    for part in parts(text):
        if isinstance(part, Region):
            made.append(Token(part, f"\0region {_told(part)}"))
        elif isinstance(part, Footnote):
            made.append(Token(part, f"\0note {part}"))
        elif isinstance(part, Run):
            made += [Token(part.evolve(text=each), each) for each in tokens(part.text)]
        else:
            made += [Token(each, each) for each in tokens(part)]
    return made


def of_copy(text: InlineText, base: Sequence[Token], words: Words) -> list[Token]:
    """Return the tokens of a copy, in which the regions of the base are known again.

    Who edits a paragraph in Word keeps its brackets as signs alone.  What was edited within
    brackets is text like any other.
    """
    known = {token.key for token in base}
    made: list[Token] = []
    for token in tokens_of(text):
        if isinstance(token.part, Region) and token.key not in known:
            made += _literal(written(token.part, words))
        else:
            made.append(token)
    start = 0
    for place, token in enumerate(base):
        if isinstance(token.part, Region):
            printed = _literal(set_off(token.part, base[place + 1 : place + 2], words))
            start = _recognised(token, [each.key for each in printed], made, start)
    return made


def _literal(pieces: Iterable[Piece]) -> list[Token]:
    return tokens_of(InlineText(*map(agreed, pieces)))


def _recognised(region: Token, printed: list[str], made: list[Token], start: int) -> int:
    """Put a region in the place of what it is printed as; return where to look for the next."""
    keys = [each.key for each in made]
    for place in range(start, len(keys)):
        if keys[place] == region.key:
            return place + 1
        if keys[place : place + len(printed)] == printed:
            made[place : place + len(printed)] = [region]
            return place + 1
    return start


def _told(region: Region) -> str:
    said = [InlineText(*region.words), *(InlineText(*each.words) for each in region.proposals)]
    who = [each.parties for each in region.proposals]
    return "\0".join(map(repr, (*said, *who)))


def set_off(region: Region, following: Sequence[Token], words: Words) -> list[Piece]:
    """Return a region as written, with a blank between its last bracket and a word after it."""
    pieces = list(written(region, words))
    after = following[0].key[:1] if following else ""
    if after.isalnum() and pieces and not str(pieces[-1])[-1:].isspace():
        pieces.append(apparatus(words.blank))
    return pieces
