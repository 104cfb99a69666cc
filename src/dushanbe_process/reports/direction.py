"""Which way words run: from left to right, or from right to left."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional

#: Languages that are written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_LEFTWARDS = ("R", "AL")
#: Where Unicode has its letters that run from right to left.
_IN_BLOCKS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
#: Marks of direction, which are no letters.
_MARKS = (LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, "\N{ARABIC LETTER MARK}")


@lru_cache(256)
def is_rtl(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


def direction_of(words: str, otherwise: bool) -> bool:  # noqa: FBT001  (a direction, not a switch)
    """Say whether a text runs from right to left: as its letters do, if they do all alike.

    Symbols and abbreviations (``A/77/621``, ``UNOCT``) run with the text that they stand in.
    """
    if not words.isascii():
        for mark in _MARKS:
            words = words.replace(mark, "")
    if words.isascii():
        return otherwise and words == words.upper()
    leftwards = any(bidirectional(each[0]) in _LEFTWARDS for each in _IN_BLOCKS.finditer(words))
    if leftwards == otherwise:
        return otherwise
    told = (each for each in words.split() if not (each.isascii() and each == each.upper()))
    return not any(bidirectional(letter) == "L" for each in told for letter in each)


def begins_in_latin(words: str) -> bool:
    """Say whether the first line of a text is drawn in Latin letters alone."""
    ways = set(map(bidirectional, words.partition("\n")[0]))
    return "L" in ways and not ways.intersection(_LEFTWARDS)


def closed(words: str, language: str) -> str:
    """Return words after which a text goes on in the direction of its language.

    In a text from right to left, Latin words would draw the comma and the number behind them to
    their side.
    """
    last = next((each for each in reversed(words) if each.isalpha()), "")
    is_latin = bool(last) and bidirectional(last) == "L"
    return words + RIGHT_TO_LEFT_MARK if is_latin and is_rtl(language) else words


def joined(words: str, language: str) -> str:
    """Return a number in brackets that is never broken from them where lines are short.

    Editors cut a text from right to left where its direction changes, and break lines there.
    """
    return f"{LEFT_TO_RIGHT_MARK}{words}{LEFT_TO_RIGHT_MARK}" if is_rtl(language) else words
