"""Text as Akoma Ntoso means it: blanks folded, the pieces of a line in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dushanbe_process.model.text import Footnote, InlineText, Piece, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLANKS = re.compile("[ \t\n\r]+")


def fold(text: str) -> str:
    """Return a text with single blanks between its words, and none around it."""
    return _BLANKS.sub(" ", text).strip(" ")


class Words(NamedTuple):
    """A stretch of words, and the manner in which they are set."""

    manner: Run
    text: str

    def __str__(self) -> str:
        """Return the words."""
        return self.text


class _Break(str):
    """The end of a line within a text, as against a line feed of the file."""

    __slots__ = ()


#: Put between pieces where a line ends.
BREAK = _Break("\n")
#: What a line is made of while it is read.
Part: TypeAlias = Piece | Words
_PLAIN = Run(text="")


def folded(parts: Iterable[Part]) -> InlineText:
    """Return running text with its blanks folded; the line feeds of ``BREAK`` are kept."""
    made: list[Words | Footnote] = []
    blank = True
    for part in _joined(parts):
        if part is BREAK:
            made = _without_end(made)
            made += [Words(_PLAIN, "\n")] if made else []
            blank = True
        elif isinstance(part, Footnote):
            made.append(part)
            blank = False
        elif isinstance(part, Words):
            text = _BLANKS.sub(" ", part.text)
            text = text.removeprefix(" ") if blank else text
            made.append(Words(part.manner, text))
            blank = text.endswith(" ") if text else blank
    return InlineText(*map(_piece, _without_end(made)))


def _joined(parts: Iterable[Part]) -> Iterator[Words | Footnote | _Break]:
    """Yield the parts, neighbours in the same manner as one."""
    manner, chunks = _PLAIN, list[str]()
    for part in parts:
        if isinstance(part, Footnote | _Break):
            yield Words(manner, "".join(chunks))
            yield part
            manner, chunks = _PLAIN, []
            continue
        if not str(part):
            continue
        other = _manner(part)
        if other is not manner and other != manner:
            yield Words(manner, "".join(chunks))
            manner, chunks = other, []
        chunks.append(str(part))
    yield Words(manner, "".join(chunks))


def _manner(part: str | Run | Words) -> Run:
    if isinstance(part, Words):
        return part.manner
    return part.evolve(text="") if isinstance(part, Run) else _PLAIN


def _piece(part: Words | Footnote) -> Piece:
    if isinstance(part, Footnote):
        return part
    return part.text if part.manner == _PLAIN else part.manner.evolve(text=part.text)


def _without_end(parts: list[Words | Footnote]) -> list[Words | Footnote]:
    """Return the parts without the blanks that the last of them ends in."""
    while parts and isinstance(last := parts[-1], Words):
        if text := last.text.rstrip(" \n"):
            parts[-1] = Words(last.manner, text)
            break
        parts.pop()
    return parts


def words(text: InlineText) -> str:
    """Return all words of running text, those of footnotes among them, blanks folded."""
    return fold(
        "".join(f" {piece} " if isinstance(piece, Footnote) else str(piece) for piece in text)
    )
