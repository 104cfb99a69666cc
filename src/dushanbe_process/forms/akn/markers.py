"""The marks of paragraphs: ``12.``, ``(a)``, ``أ``, ``ii)``, and which follows which."""

from __future__ import annotations

import re
from functools import lru_cache

#: The letters that lists are counted with, script by script.
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "甲乙丙丁戊己庚辛壬癸",
    "一二三四五六七八九十",
)
_MARK = re.compile(
    r"[(\[«“\"]?(?P<core>[^\W_]{1,7})(?P<tail>[.)\]]{0,2})|(?P<dash>[0-9]{1,3}) ?[-–]"
)
#: How a paragraph begins that carries its mark in its text.
LEADING = re.compile(
    r"[ \t\n\r]*(?P<mark>\([^\W_]{1,7}\u0640?\)|[^\W_]{1,5}\)|[0-9]{1,3}\.|[0-9]{1,3} ?[-–])"
    r"[ ]?\t[ \t\n\r]*"
)
_ROMAN = re.compile("(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@lru_cache(maxsize=4096)
def counts(mark: str) -> tuple[tuple[str, int], ...]:
    """Return what a mark may count: ``(i)`` is the first Roman number, or the ninth letter.

    Marks are of one kind when they are of one script, one case and in the same brackets.
    """
    mark = mark.strip().replace("\u0640", "")
    found = _MARK.fullmatch(mark)
    if found is None:
        return ()
    core = found["core"] or found["dash"]
    brackets = re.sub(r"\w", "", mark).replace(" ", "")
    if core.isdecimal():
        return ((f"number{brackets}", int(core)),)
    case = "capital" if core.upper() == core and core.lower() != core else "small"
    letters = re.sub("[أإآ]", "ا", core.lower())
    kind = f"{case}{brackets}"
    return tuple((f"{name}-{kind}", value) for name, value in _counted(letters))


def _counted(letters: str) -> list[tuple[str, int]]:
    made: list[tuple[str, int]] = []
    if _ROMAN.fullmatch(letters):
        made.append(("roman", _roman(letters)))
    if len(letters) == 1:
        places = (each.find(letters) for each in _ALPHABETS)
        made += [("letter", place + 1) for place in places if place >= 0]
    latin = _ALPHABETS[0]
    if letters[:1] in latin and len(set(letters)) == 1 and len(letters) > 1:
        made.append(("letter", len(latin) * (len(letters) - 1) + latin.index(letters[0]) + 1))
    return made


def _roman(text: str) -> int:
    values = [_VALUES[each] for each in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def number_of(mark: str | None) -> int | None:
    """Return the number that a mark prints, in whatever form: 12 for ``12.`` and ``12 -``."""
    told = counts(mark) if mark else ()
    return told[0][1] if told and told[0][0].startswith("number") else None
