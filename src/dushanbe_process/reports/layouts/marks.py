"""Where the mark of a footnote stands: after the punctuation in English, before it in French."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.model.text import Footnote, InlineText
from dushanbe_process.reports.conventions import footnote_before_punctuation

if TYPE_CHECKING:
    from dushanbe_process.model.text import Piece

_PUNCTUATION = ".,;:،؛。，；："
_END = re.compile(f"[{_PUNCTUATION}]$")
_START = re.compile(f"^[{_PUNCTUATION}]")


def marks_in_place(text: InlineText, language: str) -> InlineText:
    """Return a text with its footnote marks where the language puts them.

    Only a mark and the one sign that it touches change places; no word moves.
    """
    if len(text) < 2 or not text.footnotes:  # noqa: PLR2004  (a piece alone has no neighbour)
        return text
    before = footnote_before_punctuation(language)
    pieces: list[Piece] = list(text)
    for index, piece in enumerate(pieces):
        if isinstance(piece, Footnote):
            (_sign_to_follow if before else _sign_to_precede)(pieces, index)
    return InlineText(*pieces)


def _sign_to_follow(pieces: list[Piece], index: int) -> None:
    """Move the sign that stands before a mark behind it."""
    last = pieces[index - 1] if index else None
    following = pieces[index + 1] if index + 1 < len(pieces) else ""
    if isinstance(last, str) and isinstance(following, str) and (sign := _END.search(last)):
        pieces[index - 1] = last[:-1]
        pieces[index + 1 : index + 2] = [sign[0] + following]


def _sign_to_precede(pieces: list[Piece], index: int) -> None:
    """Move the sign that stands behind a mark before it."""
    last = pieces[index - 1] if index else None
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if isinstance(last, str) and isinstance(following, str) and (sign := _START.search(following)):
        pieces[index - 1] = last + sign[0]
        pieces[index + 1] = following[1:]
