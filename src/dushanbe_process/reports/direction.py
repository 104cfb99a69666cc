"""Which way words run: from left to right, or from right to left."""

from __future__ import annotations

import unicodedata

#: Languages that are written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def is_rtl(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


def direction_of(words: str, otherwise: bool) -> bool:  # noqa: FBT001  (a direction, not a switch)
    """Say whether the first letter that has a direction runs from right to left.

    Symbols and abbreviations (``A/77/621``, ``UNOCT``) run with the text that they stand in.
    """
    for word in words.split():
        if word == word.upper() and word.isascii():
            continue
        for character in word:
            direction = unicodedata.bidirectional(character)
            if direction in ("L", "R", "AL"):
                return direction != "L"
    return otherwise
