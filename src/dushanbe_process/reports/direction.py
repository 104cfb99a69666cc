"""Which way words run: from left to right, or from right to left."""

from __future__ import annotations

import unicodedata

#: Languages that are written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_WAYS = ("L", "R", "AL")


def is_rtl(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


def direction_of(words: str, otherwise: bool) -> bool:  # noqa: FBT001  (a direction, not a switch)
    """Say whether a text runs from right to left: as its letters do, if they do all alike.

    Symbols and abbreviations (``A/77/621``, ``UNOCT``) run with the text that they stand in.
    """
    if words.isascii():
        return otherwise if words == words.upper() else False
    told = (each for each in words.split() if not (each == each.upper() and each.isascii()))
    found = {
        way != "L" for each in told for way in map(unicodedata.bidirectional, each) if way in _WAYS
    }
    return found.pop() if len(found) == 1 else otherwise
