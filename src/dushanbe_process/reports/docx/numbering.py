"""Numbered paragraphs: Word counts where it would print what was printed, else it is typed."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.reports.styles import House

#: For each language the levels: how Word counts, and what stands around the number.
_LATIN = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
_LEVELS = {
    "fr": (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)")),
    "es": (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)")),
    "ru": (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)")),
    "tg": (("decimal", "%1."), ("russianLower", "%2)"), ("lowerRoman", "%3)")),
    "ar": (("decimal", "%1 -"), ("arabicAbjad", "(%2)"), ("decimal", "’%3‘")),
    "zh": (("decimal", "%1."), ("lowerLetter", "(%2)")),
}
_DEEPEST = 9

#: Letters in the order in which Word counts with them.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_TATWEEL = "\N{ARABIC TATWEEL}"


def letters(alphabet: str) -> Callable[[int], str]:
    """Return how one counts with the letters of an alphabet."""

    def spell(number: int) -> str:
        """Go round the alphabet as Word does: z, then aa."""
        times, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (times + 1)

    return spell


def _roman(number: int) -> str:
    digits = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")]
    digits += [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    made = ""
    for value, sign in digits:
        made += sign * (number // value)
        number %= value
    return made


#: How the formats that our own lists use are counted.
SPELLERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": letters("abcdefghijklmnopqrstuvwxyz"),
    "lowerRoman": _roman,
    "russianLower": letters(_RUSSIAN),
    "arabicAbjad": letters(_ABJAD),
}


def levels_of(language: str) -> tuple[tuple[str, str], ...]:
    """Return how the levels of numbered paragraphs are counted in a language."""
    return _LEVELS.get(language.partition("-")[0], _LATIN)


@attrs.frozen
class _Level:
    """How Word prints the numbers of one level, without blanks."""

    before: str
    spell: Callable[[int], str]
    after: str

    def printed(self, count: int) -> str:
        """Return a number as it is printed."""
        return f"{self.before}{self.spell(count)}{self.after}"


@cache
def _counted(kind: str, frame: str) -> _Level:
    """Return a level that is counted so and framed so: ``(%2)``."""
    before, _, after = frame.partition("%")
    return _Level(_bare(before), SPELLERS[kind], _bare(after[1:]))


@attrs.define
class Numbering:
    """Counts along with Word, to know what it would print."""

    language: str
    #: One list for each place where the count begins anew.
    lists: int = 0
    _counts: list[int] = attrs.field(factory=list)
    _levels: list[_Level] = attrs.field(init=False)
    _first: str = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Know once and for all how the language counts."""
        self._levels = [_counted(*each) for each in levels_of(self.language)]
        self._first = self._levels[0].printed(1)

    def place(self, number: str, depth: int) -> tuple[int, int] | None:
        """Return the list and level in which Word prints this number next, or None."""
        if depth >= len(self._levels):
            return None
        level, count = self._levels[depth], 1
        if depth < len(self._counts):
            count += self._counts[depth]
        if count == 1 or level.printed(count) != number:  # else it is as it is printed next
            bare = _bare(number)
            if depth == 0 and (self.lists == 0 or bare == self._first):
                self.lists, self._counts, count = self.lists + 1, [], 1
            if depth > len(self._counts) or level.printed(count) != bare:
                return None
        self._counts[depth:] = [count]
        return self.lists, depth

    def definitions(self, house: House) -> str:
        """Return the inside of the part that defines the lists."""
        levels = _levels(self.language, house)
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
            for number in range(1, self.lists + 1)
        )
        instances = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in range(1, self.lists + 1)
        )
        return abstract + instances


def _bare(number: str) -> str:
    return "".join(number.split()).replace(_TATWEEL, "")


@lru_cache(64)
def _levels(language: str, house: House) -> str:
    """Return the levels of a list: those that the language counts, and plain ones below."""
    counted = levels_of(language)
    plain = (("decimal", f"%{index + 1}.") for index in range(len(counted), _DEEPEST))
    return "".join(_level(index, house, *level) for index, level in enumerate((*counted, *plain)))


def _level(index: int, house: House, kind: str, frame: str) -> str:
    """Return one level: the number hangs or stands in the indent of the first line."""
    left = house.operative.left + house.step * index
    tab = left + house.step
    indent = (
        f'<w:ind w:left="{left}" w:firstLine="0"/>'
        if index == 0
        else f'<w:ind w:left="{tab}" w:hanging="{house.step}"/>'
    )
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{frame}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{tab}"/></w:tabs>{indent}</w:pPr>'
        '<w:rPr><w:b w:val="0"/><w:i w:val="0"/></w:rPr></w:lvl>'
    )
