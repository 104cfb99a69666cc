"""Running text that is cut: without its first characters, or its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from dushanbe_process.model.text import Piece


def without_first(text: InlineText, count: int) -> InlineText:
    """Return a text without its first characters; notes among them stay."""
    made: list[Piece] = []
    for piece in text:
        cut = 0 if isinstance(piece, Footnote) else min(count, len(str(piece)))
        count -= cut
        made.append(_with(piece, str(piece)[cut:]) if cut else piece)
    return InlineText(*made)


def without_last(text: InlineText, count: int) -> InlineText:
    """Return a text without its last characters; notes among them stay."""
    made: list[Piece] = []
    for piece in reversed(text):
        cut = 0 if isinstance(piece, Footnote) else min(count, len(str(piece)))
        count -= cut
        made.append(_with(piece, str(piece)[: len(str(piece)) - cut]) if cut else piece)
    return InlineText(*reversed(made))


def _with(piece: Piece, words: str) -> Piece:
    return piece.evolve(text=words) if isinstance(piece, Run) else words
