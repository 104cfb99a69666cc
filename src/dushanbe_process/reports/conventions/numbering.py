"""Numbers before paragraphs, headings and annexes, and numbers within text."""

from __future__ import annotations

from dushanbe_process.reports.conventions.ordinals import chinese
from dushanbe_process.reports.labels import labels_of, primary


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_TAJIK = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"
# The order of the Arabic numerals of old (abjad), in which the United Nations letter paragraphs.
_ABJAD = (*"أبجد", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
_ABJAD_NAMES = _words(
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء"
    " خاء ذال ضاد ظاء غين"
)
_ARABIC_FIRST_TO_TENTH = _words("أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا")
_ARABIC_TEENS = _words("حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع")
_ARABIC_ANNEXES = _words("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")

_SEPARATORS = {"en": ",", "es": "."}
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_FOUR_FIGURES = 9999

#: Parentheses around letters and roman numbers: both in English and Chinese, else the closing one.
_BOTH = {"en", "zh"}


def number(value: int, language: str) -> str:
    """Return a number in figures, its thousands set apart: ``25,483,100``, ``25 483 100``."""
    language = labels_of(language).language
    if language == "ru" and abs(value) <= _FOUR_FIGURES:
        return str(value)
    return f"{value:,}".replace(",", _SEPARATORS.get(language, _NO_BREAK_SPACE))


def list_number(level: int, index: int, language: str) -> str:
    """Return the number of the nth paragraph (from 1) at a depth (from 0): ``1.``, ``(a)``.

    Raises:
        ValueError: when the index is not positive.
    """
    if index < 1:
        raise ValueError(f"paragraphs are numbered from 1, not {index}")
    language = labels_of(language).language
    match language, level:
        case "ar", _:
            return _arabic(level, index)
        case _, 0:
            return f"{index}."
        case "zh", 2:
            return _parenthesized(index)
        case _, 1 | 2:
            mark = letters(index, language) if level == 1 else roman(index)
            return f"({mark})" if language in _BOTH else f"{mark})"
        case _, 3:
            return f"{letters(index, language)}."
        case _:
            return f"{roman(index)}."


def heading_number(level: int, index: int, language: str) -> str:
    """Return the number of the nth heading (from 1) at a level (from 0): ``I.``, ``A.``, ``1.``.

    Raises:
        ValueError: when the index is not positive.
    """
    language = labels_of(language).language
    if level > 1 or index < 1:
        return list_number(level - 2 if level > 1 else 0, index, language)
    match language, level:
        case "ar", 0:
            return f"{_arabic_ordinal(index)} -"
        case "ar", _:
            return f"{_ABJAD_NAMES[(index - 1) % len(_ABJAD_NAMES)]} -"
        case "zh", 0:
            return f"{chinese(index)}."
        case _, 0:
            return f"{roman(index).upper()}."
        case _:
            return f"{letters(index, language).upper()}."


def annex(index: int | None, language: str) -> str:
    """Return what an annex is called: ``Annex`` where it is the only one, else ``Annex II``."""
    words = labels_of(language)
    if index is None:
        return words.parts.annex
    match words.language:
        case "ar":
            known = 0 < index <= len(_ARABIC_ANNEXES)
            mark = _ARABIC_ANNEXES[index - 1] if known else str(index)
        case "zh":
            mark = chinese(index)
        case _:
            mark = roman(index).upper()
    return words.parts.annex_numbered.format(number=mark)


def roman(value: int) -> str:
    """Return a number in small roman figures: ``iv``."""
    words = ""
    for amount, sign in _ROMAN:
        times, value = divmod(value, amount)
        words += sign * times
    return words


def letters(index: int, language: str) -> str:
    """Return the nth letter; after the last they are doubled: ``z``, ``aa``, ``bb``."""
    match primary(language):
        case "ar":
            alphabet: tuple[str, ...] = _ABJAD
        case "tg":
            alphabet = tuple(_TAJIK)
        case _:
            alphabet = tuple(_LATIN)
    times, place = divmod(index - 1, len(alphabet))
    return alphabet[place] * (times + 1)


def _arabic(level: int, index: int) -> str:
    match level:
        case 0:
            return f"{index} -"
        case 1:
            return f"({letters(index, 'ar')})"
        case 2:
            return f"’{index}‘"
        case 3:
            return f"{letters(index, 'ar')} -"
        case _:
            return f"({index})"


def _arabic_ordinal(index: int) -> str:
    tens, units = divmod(index - 1, 10)
    if not tens:
        return _ARABIC_FIRST_TO_TENTH[units]
    if tens == 1 and units < len(_ARABIC_TEENS):
        return f"{_ARABIC_TEENS[units]} عشر"
    return str(index)


def _parenthesized(index: int) -> str:
    """Return a Chinese number in parentheses: one character up to ten."""
    return chr(ord("㈠") + index - 1) if index <= 10 else f"({chinese(index)})"  # noqa: PLR2004
