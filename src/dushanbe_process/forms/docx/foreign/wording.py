"""Running text that is cut and compared: its first characters, its blanks, how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.cut import without_first, without_last
from dushanbe_process.model.text import Footnote

if TYPE_CHECKING:
    from dushanbe_process.model.text import InlineText

#: Marks of direction, which nobody sees, may stand between blanks.
_UNSEEN = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
BLANKS = " \t\n\r\u00a0\u2007\u202f\u3000" + _UNSEEN


def trimmed(text: InlineText) -> InlineText:
    """Return a text without blanks at its beginning and end; notes stay."""
    words = str(text)
    text = without_first(text, len(words) - len(words.lstrip(BLANKS)))
    words = str(text)
    return without_last(text, len(words) - len(words.rstrip(BLANKS)))


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
