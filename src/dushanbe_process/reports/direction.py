"""Which way words run: from left to right, or from right to left."""

from __future__ import annotations

import re
import unicodedata

#: Where Unicode has its letters that run from right to left, and the marks that make others do so.
_IN_BLOCKS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
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
    way = unicodedata.bidirectional
    leftwards = any(way(each[0]) in _WAYS[1:] for each in _IN_BLOCKS.finditer(words))
    if leftwards == otherwise:
        return otherwise
    told = (each for each in words.split() if not (each.isascii() and each == each.upper()))
    return not any(way(letter) == _WAYS[0] for each in told for letter in each)
