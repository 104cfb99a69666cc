"""Quotation marks, lists within a sentence, footnote marks, alphabetical order."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from babel.lists import format_list

from dushanbe_process.reports.labels import labels_of, primary
from dushanbe_process.reports.locales import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SPACE = "\N{NO-BREAK SPACE}"
_GUILLEMETS = ("«", "»", "„", "“")
# Outer marks, then those of a quotation within a quotation.
_MARKS = {
    "en": ("“", "”", "‘", "’"),
    "fr": (f"«{_SPACE}", f"{_SPACE}»", "“", "”"),
    "es": ("“", "”", "‘", "’"),
    "ru": _GUILLEMETS,
    "ar": ("”", "“", "’", "‘"),
    "zh": ("“", "”", "‘", "’"),
    "tg": _GUILLEMETS,
}
_TAJIK = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"
_ARABIC_ALIKE = str.maketrans("أإآٱةىؤئ", "ااااهيوي", "ـًٌٍَُِّْ")


def quote(text: str, language: str) -> str:
    """Return a text in quotation marks; marks of the same kind within it become inner ones."""
    opening, closing, inner_opening, inner_closing = _MARKS[labels_of(language).language]
    inner = text
    for outer, within in ((opening, inner_opening), (closing, inner_closing)):
        inner = inner.replace(outer, within).replace(outer.strip(), within)
    return f"{opening}{inner}{closing}"


def join(items: Sequence[str], language: str) -> str:
    """Return a list within a sentence: ``a, b and c``."""
    said = [each for each in items if each]
    if len(said) < 2:  # noqa: PLR2004  (one item, or none, needs no conjunction)
        return "".join(said)
    match labels_of(language).language:
        case "ar":
            return said[0] + "".join(f" و{_apart(each)}" for each in said[1:])
        case "tg":
            return f"{', '.join(said[:-1])} ва {said[-1]}"
        case "es" if _begins_with_i(said[-1]):
            return f"{', '.join(said[:-1])} e {said[-1]}"
        case known:
            return format_list(said, locale=locale_of(known))


def footnote_before_punctuation(language: str) -> bool:
    """Say whether the mark of a footnote stands before a comma or full stop, not after it."""
    return labels_of(language).language not in {"en", "zh"}


def sort_key(language: str) -> Callable[[str], tuple[object, ...]]:
    """Return a key for names in the alphabetical order of a language.

    Chinese names go by the national standard GB 2312, whose common characters stand in the
    order of their usual pinyin; a character with two readings stands where the standard has it.
    """
    match primary(language):
        case "es":
            return lambda name: _folded(name.casefold().replace("ñ", "n\uffff"))
        case "ru":
            return lambda name: _folded(name.casefold().replace("й", "и\uffff"))
        case "tg":
            return _tajik_key
        case "ar":
            return _arabic_key
        case "zh":
            return lambda name: (name.encode("gb18030"),)
        case _:
            return lambda name: _folded(name.casefold())


def _folded(name: str) -> tuple[object, ...]:
    """Return a name without accents, then with them, so that they decide between equals."""
    plain = unicodedata.normalize("NFD", name)
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return ("".join(each for each in bare if each.isalnum() or each in " \uffff"), plain)


def _tajik_key(name: str) -> tuple[object, ...]:
    places = {letter: place for place, letter in enumerate(_TAJIK)}
    return tuple(
        (each.isalpha(), places.get(each, len(_TAJIK)), each)
        for each in unicodedata.normalize("NFC", name.casefold())
    )


def _arabic_key(name: str) -> tuple[object, ...]:
    """Return a name with its letters made alike and the article left out of account."""
    words = name.translate(_ARABIC_ALIKE).split()
    return (" ".join(each.removeprefix("ال") for each in words), name)


def _apart(item: str) -> str:
    """Return an item after the Arabic "and", which is written together with Arabic words only."""
    arabic = unicodedata.bidirectional(item[0]) == "AL"
    return item if arabic else f" {item}"


def _begins_with_i(item: str) -> bool:
    start = item.casefold()
    return start.startswith(("i", "í", "hi", "hí")) and not start.startswith(("hie", "hia", "io"))
