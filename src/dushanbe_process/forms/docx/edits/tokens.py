"""Running text cut into words, and compared as people compare: blanks and forms are one.

Editors change blanks (to others, or in number), split runs and compose letters anew; none of
that is an edit.  What differs otherwise is.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dushanbe_process.model.text import Piece

#: Words, blanks, and every other sign by itself; one character of scripts without blanks.
_TOKEN = re.compile(
    r"\s+|[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\W\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+|."
)
_SEEN = ("strong", "emphasis", "underline", "strike", "superscript", "subscript", "small_capitals")
#: What stands for a note where a text is one string.
NOTE = "\ufffc"


@attrs.frozen
class Token:
    """A word, a blank, a sign or a note: the piece that it is, and by what it is compared."""

    piece: Piece
    same: tuple[object, ...]

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank."""
        return self.same == _BLANK

    def __str__(self) -> str:
        """Return its words; a note is one sign."""
        return NOTE if isinstance(self.piece, Footnote) else str(self.piece)


_BLANK: tuple[object, ...] = (" ",)


def tokens(text: Iterable[Piece]) -> list[Token]:
    """Return a text as words, blanks, signs and notes."""
    return [token for piece in text for token in _cut(piece)]


def _cut(piece: Piece) -> Iterator[Token]:
    if isinstance(piece, Footnote):
        yield Token(piece, ("note", piece.mark, alike(piece.text)))
        return
    looks = _looks(piece) if isinstance(piece, Run) else ()
    for found in _TOKEN.finditer(str(piece)):
        words = found[0]
        part = piece.evolve(text=words) if isinstance(piece, Run) else words
        blank = words.isspace()
        yield Token(part, _BLANK if blank else (unicodedata.normalize("NFC", words), *looks))


def _looks(run: Run) -> tuple[object, ...]:
    """Return how a run looks; what it means besides is not seen."""
    names = [name for name in _SEEN if getattr(run, name)]
    if run.link and "underline" in names:  # so links look, whatever they are
        names.remove("underline")
    return (*names, run.link or "")


def alike(text: Iterable[Piece]) -> tuple[object, ...]:
    """Return what two texts have in common that a person would call the same."""
    made: list[object] = []
    for token in tokens(text):
        if not (token.is_blank and (not made or made[-1] == _BLANK)):
            made.append(token.same)
    if made and made[-1] == _BLANK:
        made.pop()
    return tuple(made)


def looks_of(text: InlineText) -> set[tuple[object, ...]]:
    """Return every look that words of a text have: bold, in italics, plain …."""
    return {each.same[1:] for each in tokens(text) if not each.is_blank}


def is_uniform(text: InlineText) -> bool:
    """Say whether all words of a text look the same."""
    return len(looks_of(text)) <= 1


def plainly(text: object) -> str:
    """Return words in the form in which they are compared: composed, their blanks folded."""
    return " ".join(unicodedata.normalize("NFC", str(text)).split())


def opcodes(old: list[Token], new: list[Token]) -> Sequence[tuple[str, int, int, int, int]]:
    """Return how one text becomes the other, token by token."""
    left, right = [each.same for each in old], [each.same for each in new]
    return SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def reworded(old: InlineText, new: InlineText) -> InlineText:
    """Return the new text, with what the old one knew of the words that stayed.

    Words that stayed keep what is not seen of them (what they name, their language, how their
    blanks were written); a note that was changed keeps the same of its own words.
    """
    if old == new:
        return old
    before, after = tokens(old), tokens(new)
    made: list[Piece] = []
    for kind, i1, i2, j1, j2 in opcodes(before, after):
        if kind == "equal":
            made += [each.piece for each in before[i1:i2]]
        else:
            notes = [each.piece for each in before[i1:i2] if isinstance(each.piece, Footnote)]
            made += [_renoted(each.piece, notes) for each in after[j1:j2]]
    return InlineText(*made)


def reworded_plainly(old: InlineText, new: InlineText) -> InlineText:
    """Return the new words with the marks and notes of the old text, which a page did not show.

    A note stays with the word that it stands behind, and goes with it.
    """
    before = [each for each in tokens(old) if not isinstance(each.piece, Footnote)]
    notes: dict[int, list[Piece]] = {}
    count = 0
    for each in tokens(old):
        if isinstance(each.piece, Footnote):
            notes.setdefault(count, []).append(each.piece)
        else:
            count += 1
    after = tokens(new)
    left, right = [each.same[:1] for each in before], [each.same[:1] for each in after]
    made: list[Piece] = list(notes.get(0, ()))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            for place in range(i1, i2):
                made += [before[place].piece, *notes.get(place + 1, ())]
        else:
            made += [each.piece for each in after[j1:j2]]
    return InlineText(*made)


def _renoted(piece: Piece, notes: list[Footnote]) -> Piece:
    """Return a piece; a note takes over what the note in its place knew."""
    if not isinstance(piece, Footnote) or not notes:
        return piece
    old = notes.pop(0)
    return old.evolve(text=reworded(old.text, piece.text), mark=piece.mark)
