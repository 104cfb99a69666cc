"""Ordinal numbers, as sessions and meetings are called: words up to 99, then figures."""

from __future__ import annotations

import re

from dushanbe_process.reports.labels import primary

_ROMAN = re.compile("(?=.)(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LARGEST_IN_WORDS = 99
_TEN = 10
_TWENTY = 20


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_EN = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_EN_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_FR = _words(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
)
_FR_TENS = _words("vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
_ES = _words(
    "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo"
    " decimotercer decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno"
)
_ES_TENS = _words(
    "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"
)
_RU = _words(
    "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая"
    " двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая"
    " девятнадцатая"
)
_RU_TENS = _words("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
_RU_TENTHS = _words(
    "двадцатая тридцатая сороковая пятидесятая шестидесятая семидесятая восьмидесятая девяностая"
)
_AR = _words("الحادية الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة")
_AR_TENS = _words("العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون")
_ZH = "零一二三四五六七八九"


def ordinal_session(number: int, language: str) -> str:
    """Return what the nth session of an organ is called: ``Seventy-seventh session``."""
    words = _in_words(number)
    match primary(language):
        case "fr":
            said = f"{_french(number) if words else f'{number}e'} session"
        case "es":
            said = f"{_spanish(number) if words else f'{number}º'} período de sesiones"
        case "ru":
            said = f"{_russian(number) if words else f'{number}‑я'} сессия"
        case "ar":
            said = f"الدورة {_arabic(number) if words else number}"
        case "zh":
            said = f"第{chinese(number)}届会议"
        case "tg":
            said = f"Иҷлоси {_tajik(number)}"
        case _:
            said = f"{_english(number) if words else _figures(number)} session"
    return said[:1].upper() + said[1:]


def session_number(printed: str, language: str) -> str:
    """Return the number of a session within a conference as its name has it: ``II``, ``الثانية``.

    Arabic says it in words and Chinese in characters; others leave it as it is printed.
    """
    number = _value(printed.strip())
    if not _in_words(number):
        return printed
    match primary(language):
        case "ar":
            return _arabic(number)
        case "zh":
            return chinese(number)
        case _:
            return printed


def _value(printed: str) -> int:
    """Return what a number in figures or in capital Roman figures is; 0 for anything else."""
    if printed.isascii() and printed.isdecimal():
        return int(printed)
    if not _ROMAN.fullmatch(printed):
        return 0
    values = [_FIGURES[each] for each in printed]
    following = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, following, strict=True))


def plenary_meeting(number: int, language: str) -> str:
    """Return what the nth plenary meeting is called: ``60th plenary meeting``."""
    match primary(language):
        case "fr":
            return f"{'1re' if number == 1 else f'{number}e'} séance plénière"
        case "es":
            return f"{number}a sesión plenaria"
        case "ru":
            return f"{number}‑е пленарное заседание"
        case "ar":
            return f"الجلسة العامة {number}"
        case "zh":
            return f"第{number}次全体会议"
        case "tg":
            return f"Ҷаласаи умумии {_tajik(number)}"
        case _:
            return f"{_figures(number)} plenary meeting"


def chinese(number: int) -> str:
    """Return a number in Chinese characters, as in the names of sessions and annexes."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = f"{chinese(hundreds)}百" if hundreds else ""
    if hundreds and not tens and units:
        words += "零"
    if tens:
        words += f"{_ZH[tens] if tens > 1 or hundreds else ''}十"
    return words + (_ZH[units] if units or not number else "")


def _in_words(number: int) -> bool:
    return 1 <= number <= _LARGEST_IN_WORDS


def _figures(number: int) -> str:
    """Return an English ordinal in figures: ``61st``, ``112th``."""
    last = 0 if number // 10 % 10 == 1 else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def _english(number: int) -> str:
    if number < _TWENTY:
        return _EN[number - 1]
    tens, units = divmod(number, 10)
    ten = _EN_TENS[tens - 2]
    return f"{ten}-{_EN[units - 1]}" if units else f"{ten[:-1]}ieth"


def _french(number: int) -> str:
    if number == 1:
        return "première"
    words = _french_cardinal(number)
    stem = words.removesuffix("e")
    for ending, before in (("cinq", "cinqu"), ("neuf", "neuv")):
        if stem.endswith(ending):
            stem = stem.removesuffix(ending) + before
    return f"{stem}ième"


def _french_cardinal(number: int) -> str:
    if number < _TWENTY:
        return _FR[number - 1]
    tens, units = divmod(number, 10)
    ten = _FR_TENS[tens - 2]
    if tens in (7, 9):
        units += 10
    if units in (1, 11) and tens < 8:  # noqa: PLR2004  (from eighty on there is no "et")
        return f"{ten} et {_FR[units - 1]}"
    return f"{ten}-{_FR[units - 1]}" if units else ten


def _spanish(number: int) -> str:
    if number < _TWENTY:
        return _ES[number - 1]
    tens, units = divmod(number, 10)
    return f"{_ES_TENS[tens - 2]} {_ES[units - 1]}" if units else _ES_TENS[tens - 2]


def _russian(number: int) -> str:
    if number < _TWENTY:
        return _RU[number - 1]
    tens, units = divmod(number, 10)
    return f"{_RU_TENS[tens - 2]} {_RU[units - 1]}" if units else _RU_TENTHS[tens - 2]


def _arabic(number: int) -> str:
    if number in (1, _TEN):
        return "الأولى" if number == 1 else "العاشرة"
    tens, units = divmod(number, 10)
    if number < _TWENTY:
        return f"{_AR[units - 1]} عشرة" if tens else _AR[units - 1]
    return f"{_AR[units - 1]} و{_AR_TENS[tens - 2]}" if units else _AR_TENS[tens - 2]


def _tajik(number: int) -> str:
    """Return a Tajik ordinal in figures: after a vowel the ending is ``-юм``."""
    ends_in_vowel = number % 100 == 30 or (number % 10 in (2, 3) and number // 10 % 10 != 1)  # noqa: PLR2004
    return f"{number}-{'юм' if ends_in_vowel else 'ум'}"
