"""Numbers that somebody typed before a paragraph, and what number each can be."""

from __future__ import annotations

import re
import unicodedata

import attrs

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHINESE = "一二三四五六七八九"
_ARABIC_ORDINALS = (
    (
        *("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"),
        *("حاديعشر", "ثانيعشر", "ثالثعشر", "رابععشر", "خامسعشر", "سادسعشر", "سابععشر", "ثامنعشر"),
    ),
    (
        *("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام"),
        *("ميم", "نون", "سين", "عين"),
    ),
)
_BIS = r"(?:[ \u00a0](?:bis|ter|quater|quinquies))?"
_BULLET = r"[-–—‒•▪●○■□◦·∙➢✓☐☒►*]"
_NUMBER = (
    rf"\d{{1,4}}(?:\.\d{{1,3}})+\.?{_BIS}"
    rf"|[\(（\[]?\d{{1,3}}{_BIS}[\)）\]\.．、]+(?:[ ]?[-–])?"
    r"|\d{1,3}[ ]?[-–](?=[ \t\u00a0])"
    rf"|[\(（\[][^\W\d_]{{1,5}}{_BIS}[\)）\]]"
    r"|[^\W\d_]{1,3}ـ?[ ]?\)"
    rf"|[ivxlcIVXLC]{{1,7}}{_BIS}\."
    r"|[^\W\d_]\."
    r"|第[一二三四五六七八九十百零〇\d]{1,6}[条章节部编]"
    r"|[（\(]?[一二三四五六七八九十]{1,3}[\)）、．.]"
    r"|[①-⑳]"
)
#: A number, and what parts it from the words.
_TYPED = re.compile(
    rf"(?P<number>{_NUMBER})"
    r"(?P<gap>[ \t\u00a0\u2003]+|(?<=[、．）条章节部编①-⑳])|(?<=[.\)\d])(?=[\u3400-\u9fff](?<!年)))"
)
_DASH = re.compile(rf"(?P<number>{_BULLET})(?P<gap>[ \t\u00a0]+)")
_ARABIC = re.compile(
    r"(?P<number>[\u0621-\u064a\u064b]{2,6}(?: عشر)?[ ]?[-–])(?P<gap>[ \t\u00a0]+)"
)
#: What stands before a tabulator at the beginning is a number, if it looks at all like one.
_TABBED = re.compile(r"(?P<number>[^\t\n]{1,14}?(?:\t[-–])?)(?P<gap>[ \u00a0]*\t)")
#: A letter with a dot begins names too: it is a number only before a tabulator or in a heading.
_INITIAL = re.compile(r"[^\W\d_]\.")
_ENTRY = re.compile(r".*(?:\t|\.{4,}|…{2,})\s*(?:\d{1,4}|[ivxlc]{1,6})", re.DOTALL)
_FRAMED = re.compile(r"(?P<before>\W*)(?P<core>.*?)(?P<after>[\W_]*)", re.DOTALL)


@attrs.frozen
class Reading:
    """One way to read a number: how it counts, what is around it, and how much it is."""

    kind: str
    frame: str
    value: int

    @property
    def manner(self) -> tuple[str, str]:
        """What the numbers of one list have in common."""
        return self.kind, self.frame


def typed_number(words: str, *, heading: bool = False) -> tuple[str, int] | None:
    """Return the number that is typed before words, and how many characters it takes."""
    for pattern in (_TYPED, _DASH, _ARABIC):
        found = pattern.match(words)
        if found is None or not words[found.end() :].strip():
            continue
        if _INITIAL.fullmatch(found["number"]) and "\t" not in found["gap"] and not heading:
            continue
        if pattern is _ARABIC and "\t" not in found["gap"] and not heading:
            continue
        return found["number"], found.end()
    found = _TABBED.match(words)
    if found and readings(found["number"]) and words[found.end() :].strip():
        return found["number"], found.end()
    return None


def is_entry(words: str) -> bool:
    """Say whether a line is an entry of contents: it ends in the number of a page."""
    return _ENTRY.fullmatch(words.strip()) is not None


def is_bullet(number: str | None) -> bool:
    """Say whether a mark before a paragraph counts nothing."""
    return number is not None and not any(each.isalnum() for each in number)


def readings(number: str) -> list[Reading]:
    """Return the ways to read a number, the likelier first; none for a bullet."""
    plain = "".join(unicodedata.normalize("NFKC", number).split())
    found = _FRAMED.fullmatch(plain.replace("ـ", ""))
    core = found["core"] if found else ""
    if found is None or not core:
        return []
    frame = f"{found['before']}%{found['after']}"
    if re.fullmatch(r"\d+(\.\d+)+", core):
        parts = core.split(".")
        return [Reading(f"decimal{len(parts)}", frame, int(parts[-1]))]
    if core.isdecimal():
        return [Reading("decimal", frame, int(core))]
    return [Reading(kind, frame, value) for kind, value in _lettered(core)]


def _lettered(core: str) -> list[tuple[str, int]]:
    made: list[tuple[str, int]] = []
    case = "upper" if core[:1].isupper() else ""
    small = core.lower()
    for name, alphabet in (("latin", _LATIN), ("cyrillic", _CYRILLIC), ("abjad", _ABJAD)):
        if small[0] in alphabet and small == small[0] * len(small):
            made.append(
                (case + name, alphabet.index(small[0]) + 1 + len(alphabet) * (len(small) - 1))
            )
    if value := _roman(small):
        made.append((f"{case}roman", value))
    for index, names in enumerate(_ARABIC_ORDINALS):
        bare = core.replace("ً", "").replace("\u064b", "")
        if bare in names:
            made.append((f"ordinal{index}", names.index(bare) + 1))
    if value := _chinese(core.strip("第条章节部编")):
        made.append(("chinese" + core[-1:] * core.startswith("第"), value))
    return made


def _roman(text: str) -> int:
    if not text or any(each not in _ROMAN for each in text):
        return 0
    values = [_ROMAN[each] for each in text]
    total = sum(-v if v < n else v for v, n in zip(values, [*values[1:], 0], strict=True))
    return max(total, 0)


def _chinese(text: str) -> int:
    head, ten, tail = text.partition("十")
    if any(len(each) > 1 or (each and each not in _CHINESE) for each in (head, tail)) or not text:
        return 0
    tens = (_CHINESE.index(head) + 1 if head else 1) if ten else 0
    ones = tail if ten else head
    return tens * 10 + (_CHINESE.index(ones) + 1 if ones else 0)
