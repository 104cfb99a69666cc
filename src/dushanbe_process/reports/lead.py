"""Texts cut where their lead phrase ends, symbols where their first letters do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The first letters of each symbol of a document that bears two: ``A/66/772–S/2012/215``.
_ORGANS = re.compile("((?:^|(?<=[–—]))[^/–—]+(?=/))")


def symbol_letters(symbol: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a symbol, and whether they are the letters that are printed large."""
    for place, words in enumerate(_ORGANS.split(symbol)):
        if words:
            yield words, bool(place % 2)


def with_lead(content: InlineText, lead: str) -> Iterator[tuple[str | Run | Footnote, bool]]:
    """Yield the pieces of a text, cut where the lead phrase ends."""
    rest = len(lead)
    for piece in content:
        if isinstance(piece, Footnote) or not rest:
            yield piece, False
            continue
        words = str(piece)
        first, after = words[:rest], words[rest:]
        rest -= len(first)
        yield (piece.evolve(text=first) if isinstance(piece, Run) else first), True
        if after:
            yield (piece.evolve(text=after) if isinstance(piece, Run) else after), False
