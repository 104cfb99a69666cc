"""Whole numbers in the digits and letters that Word counts in.

Source: ISO/IEC 29500-1, clause 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.reports.conventions.ordinals import chinese
from dushanbe_process.reports.docx.numbering import SPELLERS, letters

if TYPE_CHECKING:
    from collections.abc import Callable

_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEBREW = (
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"),
    (50, "נ"), (40, "מ"), (30, "ל"), (20, "כ"), (16, "טז"), (15, "טו"), (10, "י"), (9, "ט"),
    (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א"),
)  # fmt: skip
_CHINESE = "〇一二三四五六七八九"
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
#: Word goes on in digits where letters and figures would grow beyond all measure.
_MOST = 32_767
_DAGGERS = "*†‡§"


def spelled(number: int, kind: str) -> str:
    """Return a number as Word prints it in a format; in digits where the format is unknown."""
    if kind == "none":
        return ""
    if number > _MOST:
        return str(number)
    if number < 1 and kind not in ("decimal", "decimalZero"):
        return str(number)
    return _KINDS.get(kind, str)(number)


def _hebrew(number: int) -> str:
    made = ""
    for value, letter in _HEBREW:
        times, number = divmod(number, value)
        made += letter * times
    return made


def _digits(number: int) -> str:
    """Count in Chinese figures, digit by digit."""
    return "".join(_CHINESE[int(digit)] for digit in str(number))


def _from(first: str, most: int) -> Callable[[int], str]:
    """Return how one counts with signs that follow one another, as far as there are signs."""
    return lambda number: chr(ord(first) + number - 1) if number <= most else str(number)


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
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": _in_digits_of("０"),
    "decimalFullWidth2": _in_digits_of("０"),
    "thaiLetters": letters("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "aiueo": letters("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
    "aiueoFullWidth": letters(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    ),
    "iroha": letters("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ"),
    "ganada": letters("가나다라마바사아자차카타파하"),
    "chosung": letters("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "ideographZodiac": letters("子丑寅卯辰巳午未申酉戌亥"),
    "chicago": letters(_DAGGERS),
    "hex": lambda number: f"{number:X}",
    **dict.fromkeys(("ideographDigital", "koreanDigital", "japaneseDigitalTenThousand"), _digits),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        lambda number: chinese(number) if number < _THOUSAND else _digits(number),
    ),
    "ideographTraditional": letters("甲乙丙丁戊己庚辛壬癸"),
    "numberInDash": lambda number: f"- {number} -",
}
