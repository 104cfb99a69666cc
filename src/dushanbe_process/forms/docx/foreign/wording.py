"""Running text that is cut and compared: its first characters, its blanks, how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from dushanbe_process.model.text import Piece

#: Marks of direction, which nobody sees, may stand between blanks.
_UNSEEN = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
BLANKS = " \t\n\r\u00a0\u2007\u202f\u3000" + _UNSEEN


def without_first(text: InlineText, count: int) -> InlineText:
    """Return a text without its first characters; notes among them stay."""
    made: list[Piece] = []
    for piece in text:
        cut = 0 if isinstance(piece, Footnote) else min(count, len(str(piece)))
        count -= cut
        made.append(_with(piece, str(piece)[cut:]) if cut else piece)
    return InlineText(*made)


def trimmed(text: InlineText) -> InlineText:
    """Return a text without blanks at its beginning and end; notes stay."""
    words = str(text)
    text = without_first(text, len(words) - len(words.lstrip(BLANKS)))
    words = str(text)
    rest = len(words.rstrip(BLANKS))
    if rest == len(words):
        return text
    made: list[Piece] = []
    for piece in text:
        if isinstance(piece, Footnote):
            made.append(piece)
            continue
        kept = str(piece)[:rest]
        rest -= len(kept)
        made.append(_with(piece, kept))
    return InlineText(*made)


def _with(piece: Piece, words: str) -> Piece:
    return piece.evolve(text=words) if isinstance(piece, Run) else words


def folded(text: object) -> str:
    """Return words with one blank between them."""
    return " ".join(str(text).split())


def is_all(text: InlineText, mark: str) -> bool:
    """Say whether all letters of a text bear a mark."""
    pieces = [each for each in text if not isinstance(each, Footnote)]
    lettered = [each for each in pieces if any(c.isalpha() for c in str(each))]
    return bool(lettered) and all(getattr(each, mark, False) for each in lettered)


def first_all(text: InlineText, mark: str) -> str:
    """Return the words at the beginning of a text that bear a mark."""
    made = ""
    for piece in text:
        if isinstance(piece, Footnote) or not getattr(piece, mark, False):
            break
        made += str(piece)
    return made


def is_capitals(words: str) -> bool:
    """Say whether words are written in capital letters, in a script that has them."""
    cased = [each for each in words if each.islower() or each.isupper()]
    return len(cased) > 1 and not any(each.islower() for each in cased)
