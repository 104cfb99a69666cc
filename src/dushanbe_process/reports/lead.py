"""Texts cut where their lead phrase ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from collections.abc import Iterator


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
