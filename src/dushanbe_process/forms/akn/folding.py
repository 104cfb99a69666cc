"""Text as Akoma Ntoso means it: blanks folded, the pieces of a line in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from dushanbe_process.model.text import Footnote, InlineText, Piece, Run
from dushanbe_process.schema.twins import again_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = re.compile("[ \t\n\r]+")
_BLANK = " \t\n\r"


def fold(text: str) -> str:
    """Return a text with single blanks between its words, and none around it."""
    words = text.strip(_BLANK)
    # Looking for four strings costs a tenth of what the expression does, which looks at each
    # letter; and nearly all texts have but single blanks.
    if "  " in words or "\n" in words or "\t" in words or "\r" in words:
        return _BLANKS.sub(" ", words)
    return words


def is_blank(text: str | None) -> bool:
    """Say whether there are no words in a text, or no text."""
    return not text or not text.strip(_BLANK)


class _Break(str):
    """The end of a line within a text, as against a line feed of the file."""

    __slots__ = ()


#: Put between pieces where a line ends.
BREAK = _Break("\n")
#: What a line is made of while it is read: pieces, and words with the manner they are set in.
Part: TypeAlias = Piece | tuple[Run, str]
#: The manner of words that are not marked.
PLAIN = Run(text="")
NO_TEXT = InlineText()

_set = again_of(Run)


def folded(parts: Iterable[Part]) -> InlineText:
    """Return running text with its blanks folded; the line feeds of ``BREAK`` are kept."""
    line = _Line()
    for part in parts:
        if type(part) is tuple:
            line.add(*part)
        elif type(part) is str:
            line.add(PLAIN, part)
        elif isinstance(part, Footnote):
            line.note(part)
        elif isinstance(part, Run):
            line.add(_set(part, ""), part.text)
        else:
            line.end()
    return line.text()


def plain(text: str | None) -> InlineText:
    """Return running text of words that are not marked."""
    words = fold(text) if text else ""
    return InlineText.__from_settled__((words,)) if words else NO_TEXT


class _Line:
    """A line under way: words, each with its manner, and notes among them.

    Neighbours in the same manner are one, and none is empty: so it is in its one form.
    """

    __slots__ = ("blank", "manners", "words")

    def __init__(self) -> None:
        self.manners: list[Run | None] = []
        self.words: list[str | Footnote] = []
        self.blank = True

    def add(self, manner: Run, text: str) -> None:
        """Add words; of the blanks between two there is one, and none at the beginning."""
        words = fold(text)
        if text and (not words or text[0] in _BLANK) and not self.blank:
            words = f" {words}"
        if not words:
            return
        if words != " " and text[-1] in _BLANK:
            words += " "
        self.blank = words[-1] == " "
        last = self.manners[-1] if self.manners else None
        if last is manner or (last is not None and last == manner):
            self.words[-1] += words  # type: ignore[operator]
        else:
            self.manners.append(manner)
            self.words.append(words)

    def note(self, note: Footnote) -> None:
        """Add a note: a piece of its own."""
        self.manners.append(None)
        self.words.append(note)
        self.blank = False

    def end(self) -> None:
        """End the line, and begin another."""
        self._strip()
        if self.words:
            self.blank = False
            self._join(PLAIN, "\n")
        self.blank = True

    def _join(self, manner: Run, words: str) -> None:
        if self.manners[-1] == manner:
            self.words[-1] += words  # type: ignore[operator]
        else:
            self.manners.append(manner)
            self.words.append(words)

    def _strip(self) -> None:
        """Take away the blanks that the line ends in."""
        while self.manners and self.manners[-1] is not None:
            if words := self.words[-1].rstrip(" \n"):  # type: ignore[union-attr]
                self.words[-1] = words
                return
            del self.manners[-1], self.words[-1]

    def text(self) -> InlineText:
        """Return the line as running text."""
        self._strip()
        if not self.words:
            return NO_TEXT
        pieces = (
            words if manner is None or manner is PLAIN or manner == PLAIN else _set(manner, words)
            for manner, words in zip(self.manners, self.words, strict=True)
        )
        return InlineText.__from_settled__(tuple(pieces))


def words(text: InlineText) -> str:
    """Return all words of running text, those of footnotes among them, blanks folded."""
    if not text:
        return ""
    return fold("".join([f" {each} " if type(each) is Footnote else str(each) for each in text]))
