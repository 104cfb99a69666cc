"""Text as Akoma Ntoso means it: blanks folded, the pieces of a line in their order."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from dushanbe_process.model.body import Paragraph
from dushanbe_process.model.text import Footnote, InlineText, Piece, Run
from dushanbe_process.schema.twins import again_of

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Two blanks or more, said so that two are looked for as one string.
_DOUBLE = re.compile("   *")
#: What is a blank in XML.
BLANK = " \t\n\r"


def fold(text: str) -> str:
    """Return a text with single blanks between its words, and none around it."""
    return _collapsed(text.strip(BLANK))


def _collapsed(words: str) -> str:
    """Return words with single blanks between them.

    Looking for strings costs a tenth of what an expression does, which looks at each letter; and
    nearly all texts have but single blanks.
    """
    if "\n" in words or "\t" in words or "\r" in words:
        words = words.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return _DOUBLE.sub(" ", words) if "  " in words else words


def is_blank(text: str | None) -> bool:
    """Say whether there are no words in a text, or no text."""
    return not (text and text.strip(BLANK))


class _Break(str):
    """The end of a line within a text, as against a line feed of the file."""

    __slots__ = ()


#: The manner of words that are not marked.
PLAIN = Run(text="")
#: No text: the same object that the model has where nothing is said.
NO_TEXT = Paragraph(text="").wrap_up
#: What a line is made of while it is read: strings with the manner they are set in, and footnotes
#: and ends of lines, which have none.  The manner of plain words is always the same object.
Part: TypeAlias = tuple[Run | None, Any]
#: Put between words where a line ends.
BREAK: Part = (None, _Break("\n"))

_set = again_of(Run)
#: The pieces themselves: a text is asked for them thousands of times.
_pieces_of = attrgetter("_pieces")


def folded(parts: Iterable[Part]) -> InlineText:
    """Return running text with its blanks folded; the line feeds of ``BREAK`` are kept."""
    pieces = folded_pieces(parts)
    return InlineText.__from_settled__(pieces) if pieces else NO_TEXT


def folded_pieces(parts: Iterable[Part]) -> tuple[Piece, ...]:
    """Return the pieces of running text with its blanks folded.

    Neighbours in the same manner are one, and none is empty: so they are in their one form.
    """
    made: list[Any] = []
    blank, last = True, None
    for manner, said in parts:
        if manner is None:
            last = _interrupted(made, said)
            blank = last is not None or not made
            continue
        words = said.strip(BLANK)
        if words:
            words = _collapsed(words)
            if not blank and said[0] in BLANK:
                words = " " + words
            if blank := said[-1] in BLANK:
                words += " "
        elif said and not blank:
            words, blank = " ", True
        else:
            continue
        if manner is last or (manner is not PLAIN and last is not PLAIN and manner == last):
            made[-1] = made[-1] + words if manner is PLAIN else _set(manner, made[-1].text + words)
        else:
            made.append(words if manner is PLAIN else _set(manner, words))
        last = manner
    if blank:
        _strip(made)
    return tuple(made)


def _interrupted(made: list[Any], by: Footnote | _Break) -> Run | None:
    """Add a note, or the end of a line; return the manner in which the text ends then."""
    if isinstance(by, Footnote):
        made.append(by)
        return None
    _strip(made)
    if not made:
        return None
    if type(made[-1]) is str:
        made[-1] += "\n"
    else:
        made.append("\n")
    return PLAIN


def _strip(made: list[Any]) -> None:
    """Take away the blanks that a line ends in."""
    while made:
        last = made[-1]
        kind = type(last)
        if kind is Footnote:
            return
        words = last if kind is str else last.text
        if kept := words.rstrip(" \n"):
            if len(kept) < len(words):
                made[-1] = kept if kind is str else _set(last, kept)
            return
        made.pop()


def joined(pieces: Iterable[Piece]) -> InlineText:
    """Return running text of pieces of others, all on one line."""
    parts: list[Part] = []
    for each in pieces:
        if isinstance(each, str):
            parts.append((PLAIN, each))
        elif isinstance(each, Footnote):
            parts.append((None, each))
        else:
            parts.append((_set(each, ""), each.text))
    return folded(parts)


def plain(text: str | None) -> InlineText:
    """Return running text of words that are not marked."""
    words = fold(text) if text else ""
    return InlineText.__from_settled__((words,)) if words else NO_TEXT


def words(text: InlineText) -> str:
    """Return all words of running text, those of footnotes among them, blanks folded."""
    return fold(said(text))


def said(text: InlineText) -> str:
    """Return the same, as it is; of what was read with folded blanks they are folded already."""
    pieces = _pieces_of(text)
    if len(pieces) == 1 and type(pieces[0]) is str:
        only: str = pieces[0]
        return only
    told = [
        each if type(each) is str else each.text if type(each) is Run else f" {each} "
        for each in pieces
    ]
    return fold("".join(told)) if Footnote in map(type, pieces) else "".join(told)
