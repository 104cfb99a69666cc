"""Whole numbers in the digits and letters that Word counts in.

Source: ISO/IEC 29500-1, clause 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.reports.docx.numbering import SPELLERS, letters

if TYPE_CHECKING:
    from collections.abc import Callable

_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEBREW = dict(
    zip(
        (400, 300, 200, 100, 90, 80, 70, 60, 50, 40, 30, 20, 16, 15, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
        [
            "ת",
            "ש",
            "ר",
            "ק",
            "צ",
            "פ",
            "ע",
            "ס",
            "נ",
            "מ",
            "ל",
            "כ",
            "טז",
            "טו",
            "י",
            "ט",
            "ח",
            "ז",
            "ו",
            "ה",
            "ד",
            "ג",
            "ב",
            "א",
        ],
        strict=True,
    )
)
_CHINESE = "〇一二三四五六七八九"
_TEN = 10
_HUNDRED = 100


def spelled(number: int, kind: str) -> str:
    """Return a number as Word prints it in a format; in digits where the format is unknown."""
    if kind == "none":
        return ""
    if number < 1 and kind not in ("decimal", "decimalZero"):
        return str(number)
    return _KINDS.get(kind, str)(number)


def _hebrew(number: int) -> str:
    made = ""
    for value, letter in _HEBREW.items():
        times, number = divmod(number, value)
        made += letter * times
    return made


def _chinese(number: int) -> str:
    """Count up to ninety-nine in words, beyond that digit by digit."""
    if number >= _HUNDRED:
        return "".join(_CHINESE[int(digit)] for digit in str(number))
    tens, ones = divmod(number, _TEN)
    head = ("" if tens == 1 else _CHINESE[tens]) + "十" if tens else ""
    return head + (_CHINESE[ones] if ones else "")


def _ordinal(number: int) -> str:
    teens = number % _HUNDRED // _TEN == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % _TEN, 'th')}"


def _in_digits_of(zero: str) -> Callable[[int], str]:
    table = {ord("0") + n: chr(ord(zero) + n) for n in range(_TEN)}
    return lambda number: str(number).translate(table)


def _upper(kind: str) -> Callable[[int], str]:
    return lambda number: SPELLERS[kind](number).upper()


_KINDS: dict[str, Callable[[int], str]] = {
    **SPELLERS,
    "upperLetter": _upper("lowerLetter"),
    "upperRoman": _upper("lowerRoman"),
    "russianUpper": _upper("russianLower"),
    "arabicAlpha": letters(_ARABIC),
    "hebrew1": _hebrew,
    "hebrew2": letters("אבגדהוזחטיכלמנסעפצקרשת"),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "hindiNumbers": _in_digits_of("०"),
    "thaiNumbers": _in_digits_of("๐"),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "ideographDigital",
            "japaneseCounting",
            "japaneseDigitalTenThousand",
            "koreanDigital",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        _chinese,
    ),
    "ideographTraditional": letters("甲乙丙丁戊己庚辛壬癸"),
    "numberInDash": lambda number: f"- {number} -",
}
