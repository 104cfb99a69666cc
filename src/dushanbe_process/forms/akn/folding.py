"""Text as Akoma Ntoso means it: blanks folded, the pieces of a line in their order."""

from __future__ import annotations

import re

from dushanbe_process.model.text import Footnote, InlineText, Piece, Run

_BLANKS = re.compile("[ \t\n\r]+")


def fold(text: str) -> str:
    """Return a text with single blanks between its words, and none around it."""
    return _BLANKS.sub(" ", text).strip(" ")


class _Break(str):
    """The end of a line within a text, as against a line feed of the file."""

    __slots__ = ()


#: Put between pieces where a line ends.
BREAK = _Break("\n")


def folded(pieces: list[Piece]) -> InlineText:
    """Return running text with its blanks folded; the line feeds of ``BREAK`` are kept."""
    made: list[Piece] = []
    blank = True
    for piece in pieces:
        if isinstance(piece, _Break):
            made = _without_end(made)
            made += ["\n"] if made else []
            blank = True
        elif isinstance(piece, Footnote):
            made.append(piece)
            blank = False
        else:
            text = _BLANKS.sub(" ", str(piece))
            text = text.removeprefix(" ") if blank else text
            made.append(piece.evolve(text=text) if isinstance(piece, Run) else text)
            blank = text.endswith(" ") if text else blank
    return InlineText(*_without_end(made))


def _without_end(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the blanks that the last of them ends in."""
    while pieces and not isinstance(pieces[-1], Footnote):
        last = pieces[-1]
        if text := str(last).rstrip(" \n"):
            pieces[-1] = last.evolve(text=text) if isinstance(last, Run) else text
            break
        pieces.pop()
    return pieces


def words(text: InlineText) -> str:
    """Return all words of running text, those of footnotes among them, blanks folded."""
    return fold(
        "".join(f" {piece} " if isinstance(piece, Footnote) else str(piece) for piece in text)
    )
