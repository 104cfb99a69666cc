"""Texts cut into words, blanks and signs, and compared so that people see what changed.

The cuts never fall inside what is read as one sign: a letter with its accents, an emoji of
several parts.  Chinese and Japanese, which set no blanks between words, are cut character by
character.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Token = TypeVar("Token")

_WORD, _BLANK, _SIGN, _ALONE, _MARK = "word", "blank", "sign", "alone", "mark"
_JOINER = "\N{ZERO WIDTH JOINER}"
#: Within a word these do not end it: counter-terrorism, l'homme, 77/298, 2.5.
_INNER = frozenset("-'’‑/.,:")
_INNER_OF_LETTERS = frozenset("-'’‑")
#: Scripts without blanks between words: Han, kana, Thai, Lao, Khmer, Myanmar.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_EMOJI_TONES = (0x1F3FB, 0x1F3FF)
_FLAGS = (0x1F1E6, 0x1F1FF)


@lru_cache(8192)
def _kind(character: str) -> str:
    """Return what a character is, for the cutting of words."""
    category = unicodedata.category(character)
    point = ord(character)
    if category[0] == "M" or category == "Cf" or _EMOJI_TONES[0] <= point <= _EMOJI_TONES[1]:
        return _MARK
    if any(first <= point <= last for first, last in _UNSPACED):
        return _ALONE
    if category[0] in "LN" or category == "Pc":
        return _WORD
    return _BLANK if character.isspace() else _SIGN


def tokens(text: str) -> list[str]:
    """Return a text as its words, blanks and signs; joined, they are the text again."""
    made: list[str] = []
    last = ""
    for index, character in enumerate(text):
        kind = _kind(character)
        if made and _belongs(made[-1], last, kind, text, index):
            made[-1] += character
            # Neither an accent nor a sign within a word ends it.
            last = last if kind == _MARK or (last == _WORD and kind == _SIGN) else kind
        else:
            made.append(character)
            last = _SIGN if kind == _MARK else kind
    return made


def _belongs(token: str, last: str, kind: str, text: str, index: int) -> bool:
    """Say whether the character at a place goes on with the token before it."""
    if kind == _MARK:
        # A control of direction between blanks is a sign of its own; an accent never is.
        return last != _BLANK or unicodedata.category(text[index])[0] == "M"
    if token.endswith(_JOINER) and last == _SIGN:
        return True
    if kind == _WORD:
        return last == _WORD
    if kind == _BLANK:
        # One blank more is one blank more, and the end of a line is no part of what is beside it.
        return (token, text[index]) == ("\r", "\n")
    if _is_flag(text[index]) and len(token) == 1 and _is_flag(token):
        return True
    return last == _WORD and text[index] in _INNER and _is_inner(token, text, index)


def _is_flag(character: str) -> bool:
    return _FLAGS[0] <= ord(character) <= _FLAGS[1]


def _is_inner(token: str, text: str, index: int) -> bool:
    """Say whether a sign stands within a word: between letters, or between figures."""
    after = text[index + 1 : index + 2]
    if not after or _kind(after) != _WORD or _kind(token[-1]) not in (_WORD, _MARK):
        return False
    if text[index] in _INNER_OF_LETTERS:
        return True
    return token[-1].isdecimal() and after.isdecimal()


def weight(token: object) -> int:
    """Return how much a token counts for those who read: blanks and signs nothing."""
    return sum(1 for each in str(token) if _kind(each) in (_WORD, _ALONE))


@attrs.frozen
class Step:
    """A stretch of two texts: the same in both, or what one has in place of the other's."""

    same: bool
    before: tuple[int, int]
    after: tuple[int, int]


_LONG = 1_000


def steps(
    before: Sequence[Token],
    after: Sequence[Token],
    weigh: Callable[[Token], int] = weight,
) -> list[Step]:
    """Return how one row of tokens becomes another, in stretches that people can follow.

    Words that happen to stand in both between two changes, and say little beside them, are
    taken into the change: a sentence is not shown as confetti.
    """
    # In long texts a match does not begin with what stands everywhere: blanks, "the".
    matcher = SequenceMatcher(None, before, after, autojunk=len(after) > _LONG)
    found = [Step(tag == "equal", (a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes()]
    while (index := _island(found, before, after, weigh)) is not None:
        first, last = found[index - 1], found[index + 1]
        joined = Step(
            same=False,
            before=(first.before[0], last.before[1]),
            after=(first.after[0], last.after[1]),
        )
        found[index - 1 : index + 2] = [joined]
    return found


#: What stays the same between two changes stays apart when it has as many words as this …
_MOST_WORDS = 3
#: … and when there is as much of it as this, in letters.
_MOST_LETTERS = 14


def _island(
    found: list[Step],
    before: Sequence[Token],
    after: Sequence[Token],
    weigh: Callable[[Token], int],
) -> int | None:
    """Return the place of a stretch that is better taken into the changes around it."""
    for index in range(1, len(found) - 1):
        if not found[index].same:
            continue
        weights = [weigh(each) for each in before[slice(*found[index].before)]]
        kept, words = sum(weights), sum(map(bool, weights))
        around = [
            max(_sum(before, each.before, weigh), _sum(after, each.after, weigh))
            for each in (found[index - 1], found[index + 1])
        ]
        replaces = [_replaces(each) for each in (found[index - 1], found[index + 1])]
        if not kept and any(replaces):
            return index
        if words < _MOST_WORDS and kept <= _MOST_LETTERS and all(replaces) and kept <= min(around):
            return index
    return None


def _replaces(step: Step) -> bool:
    return step.before[0] < step.before[1] and step.after[0] < step.after[1]


def _sum(row: Sequence[Token], span: tuple[int, int], weigh: Callable[[Token], int]) -> int:
    return sum(weigh(each) for each in row[slice(*span)])


class Fate(StrEnum):
    """What became of a piece of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@attrs.frozen
class WordChange:
    """A piece of a text, and what became of it."""

    fate: Fate
    text: str


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Return how a text became another, piece by piece.

    The pieces that are the same or removed make the first text, those that are the same or
    added the second.
    """
    return tuple(_pieces(tokens(before), tokens(after)))


def _pieces(before: list[str], after: list[str]) -> Iterator[WordChange]:
    for step in steps(before, after):
        if step.same:
            yield WordChange(Fate.SAME, "".join(before[slice(*step.before)]))
            continue
        if removed := "".join(before[slice(*step.before)]):
            yield WordChange(Fate.REMOVED, removed)
        if added := "".join(after[slice(*step.after)]):
            yield WordChange(Fate.ADDED, added)
