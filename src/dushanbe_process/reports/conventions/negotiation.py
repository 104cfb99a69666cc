"""How texts under negotiation are set: what stands in brackets, and numbers between numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.reports.labels import primary

if TYPE_CHECKING:
    from collections.abc import Container

_LATIN = tuple("bis ter quater quinquies sexies septies octies novies decies".split())  # noqa: SIM905


@attrs.frozen
class Words:
    """The words of a language: what is put beside numbers, and what proposals ask for.

    ``first`` makes the number of what is put before the first paragraph.
    """

    delete: str
    move: str
    move_to: str
    between: tuple[str, ...] = _LATIN
    first: str = "{} pre"
    blank: str = " "


_WORDS = {
    "en": Words("delete", "move", "move to {place}"),
    "fr": Words("supprimer", "déplacer", "déplacer au {place}"),
    "es": Words("suprimir", "trasladar", "trasladar al {place}"),
    "ru": Words(
        "исключить", "перенести", "перенести в {place}", ("бис", "тер", "кватер"), "перед {}"
    ),
    "ar": Words(
        "تحذف", "تنقل", "تنقل إلى {place}", ("مكررا", "مكررا ثانيا", "مكررا ثالثا"), "قبل {}"
    ),
    "zh": Words(
        "删除", "移动", "移至{place}", ("之二", "之三", "之四", "之五"), "{}之前", blank=""
    ),
    "tg": Words(
        "хориҷ карда шавад", "кӯчонида шавад", "ба {place} кӯчонида шавад", first="пеш аз {}"
    ),
}


def words_of(language: str) -> Words:
    """Return the words of a language; those of English where it has none."""
    return _WORDS.get(primary(language), _WORDS["en"])


def number_after(number: str, taken: Container[str], language: str) -> str:
    """Return the number of a new paragraph after one: ``3 bis.``, or ``3 ter.`` if that is taken.

    The signs around the number stay: ``(b)`` is followed by ``(b bis)``.
    """
    words = words_of(language)
    before, root, after = _parts(number, words)
    for word in (*words.between, *(f"{words.between[-1]}-{n}" for n in range(2, 10_000))):
        made = f"{before}{root}{words.blank}{word}{after}"
        if made not in taken:
            return made
    raise ValueError(number)


def number_before(number: str, taken: Container[str], language: str) -> str:
    """Return the number of a new paragraph before the first: ``1 pre.``."""
    words = words_of(language)
    before, root, after = _parts(number, words)
    made = f"{before}{words.first.format(root)}{after}"
    return number_after(made, taken, language) if made in taken else made


def _parts(number: str, words: Words) -> tuple[str, str, str]:
    """Return what stands before a number, the number itself, and what stands after it."""
    found = re.fullmatch(r"(\W*)(.*?)(\W*)", number, re.DOTALL)
    before, root, after = found.groups() if found else ("", number, "")
    for word in sorted(words.between, key=len, reverse=True):
        root = root.removesuffix(f"{words.blank}{word}")
    return before, root, after
