"""Running text cut, joined and changed at places counted in characters, notes left out."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from dushanbe_process.model.text import Footnote, InlineText, Piece, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Characters with their manner, or a note with its words, as folded for comparing.
Sign: TypeAlias = tuple[str, str]


def cut(text: InlineText, at: int) -> tuple[InlineText, InlineText]:
    """Return what stands before and after a place; a note at the place stands after it.

    At the very end it stands before, since that is where a cursor is that goes to the end.
    """
    if at >= len(str(text)):
        return text, InlineText()
    left: list[Piece] = []
    right: list[Piece] = []
    passed = 0
    for piece in text:
        if isinstance(piece, Footnote):
            (left if passed < at else right).append(piece)
            continue
        first, rest = str(piece)[: max(0, at - passed)], str(piece)[max(0, at - passed) :]
        left.append(_like(piece, first))
        right.append(_like(piece, rest))
        passed += len(str(piece))
    return InlineText(*left), InlineText(*right)


def _like(piece: str | Run, words: str) -> str | Run:
    return piece.evolve(text=words) if isinstance(piece, Run) else words


def replaced(text: InlineText, begin: int, end: int, words: str) -> InlineText:
    """Return a text with other words from one place to another, in the manner of the first."""
    before, rest = cut(text, begin)
    after = cut(text, end)[1]
    near = rest if end > begin or not before else reversed(before)
    like = next((each for each in near if not isinstance(each, Footnote)), "")
    return before + _like(like, words) + after


def marked(text: InlineText, begin: int, end: int, mark: str) -> InlineText:
    """Return a text with a mark set from one place to another."""
    before, rest = cut(text, begin)
    inside, after = cut(rest, end - begin)
    set_ = [
        each if isinstance(each, Footnote) else _run(each).evolve(**{mark: True}) for each in inside
    ]
    return InlineText(*before, *set_, *after)


def _run(piece: str | Run) -> Run:
    return piece if isinstance(piece, Run) else Run(text=piece)


def even(text: InlineText, at: int) -> bool:
    """Say whether the characters on both sides of a place are in one manner, no note between."""
    length = len(str(text))
    if at in (0, length):
        return not isinstance(text[0 if at == 0 else -1], Run)
    passed = 0
    for piece in text:
        here = 0 if isinstance(piece, Footnote) else len(str(piece))
        if passed < at < passed + here:
            return True
        passed += here
    return False


def fold(words: str) -> str:
    """Return words as they are compared: composed, blanks alike and single."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def folded(text: InlineText) -> list[Sign]:
    """Return a text manner by manner, for comparing: blanks are alike and have no manner."""
    signs: list[Sign] = []
    for sign in _signs(text):
        if sign == (" ", "") and (not signs or signs[-1] == sign):
            continue
        signs.append(sign)
    signs = signs[:-1] if signs and signs[-1] == (" ", "") else signs
    alike = groupby(signs, key=itemgetter(1))
    return [("".join(sign for sign, _ in group), manner) for manner, group in alike]


def _signs(text: InlineText) -> Iterator[Sign]:
    for piece in text:
        if isinstance(piece, Footnote):
            yield fold(str(piece)), f"note {piece.mark}"
            continue
        manner = repr(piece.evolve(text="")) if isinstance(piece, Run) else ""
        for character in unicodedata.normalize("NFC", str(piece)):
            yield (" ", "") if character.isspace() else (character, manner)
