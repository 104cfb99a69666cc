"""Headings that no style states: short lines that stand out, and the words of divisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.foreign.stated import INNERMOST
from dushanbe_process.forms.docx.foreign.typed import is_entry
from dushanbe_process.forms.docx.foreign.wording import is_all
from dushanbe_process.reports.labels import LANGUAGES, labels_of

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.foreign.units import Unit

_NUMBER = r"(?:[IVXLC]+|\d+(?:[.]\d+)*|[A-Z]|[一二三四五六七八九十]+)"
_DIVISION = re.compile(
    rf"(?:(?P<large>annex|annexe|anexo|appendix|appendice|apéndice|chapter|chapitre|capítulo|part"
    rf"|partie|parte|title|titre|приложение|глава|часть|раздел|المرفق|الفصل|الباب|замима|боби)"
    rf"|(?P<small>article|artículo|section|sección|статья|параграф|المادة|الفرع|моддаи))"
    rf"(?:\s+{_NUMBER}\b.{{0,100}})?|第{_NUMBER}[章编部].{{0,60}}|第{_NUMBER}[条节].{{0,40}}"
    r"|附件\s*[一二三四五六七八九十\d]{0,3}",
    re.IGNORECASE,
)
_CONTENTS = {labels_of(each).parts.contents.lower() for each in LANGUAGES}
_PAGE = {labels_of(each).parts.page.lower() for each in LANGUAGES}
_LARGE, _SMALL = 1, 3
_CAPITALS, _CENTRED, _BOLD, _SLANTED = 2, 2, 4, 5
_FEWEST_LETTERS = 2
_FEW_WORDS = 14
_LONGEST = 250
_SENTENCE = (".", ";", "。", "؛")


def heading_by_look(unit: Unit) -> tuple[int, str] | None:
    """Return the level of a heading that only looks like one, and what makes it look so."""
    words = unit.words
    if not unit.is_short or sum(each.isalpha() for each in words) < _FEWEST_LETTERS:
        return None
    if is_entry(str(unit.text)):
        return None
    if is_contents(words):
        return _LARGE, "the word for contents"
    division = _DIVISION.fullmatch(unit.whole)
    if division and not _goes_on(words):
        small = division["small"] or "条" in words[:6] or "节" in words[:6]
        return (_SMALL if small else _LARGE), "the name of a division"
    if (
        unit.line.boxed
        or words.lower() in _PAGE
        or len(words.split()) > _FEW_WORDS
        or words.endswith(("!", "?", "？"))
    ):
        return None
    if unit.is_capitals and len(words) > 3:  # noqa: PLR2004  (abbreviations are no headings)
        return _CAPITALS, "a short line in capitals"
    if unit.is_bold and unit.is_centred:
        return _CENTRED, "a short line, bold and in the middle"
    if unit.is_bold:
        return _BOLD, "a short line in bold"
    slanted = is_all(unit.text, "emphasis") or is_all(unit.text, "underline")
    if slanted and not words.endswith(":"):
        return _SLANTED, "a short line that is set apart"
    return None


def _goes_on(words: str) -> bool:
    """Say whether the name of a division only begins a sentence."""
    return len(words.split()) > _FEW_WORDS


def is_contents(words: str) -> bool:
    """Say whether words are what a table of contents is called."""
    return words.lower().strip(":") in _CONTENTS


def heading_by_level(unit: Unit) -> int | None:
    """Return the level that the outline of the file gives a line, where it can be a heading."""
    level = unit.line.level
    if level is None or unit.line.boxed:
        return None
    named = unit.line.style.startswith("heading")
    if named or (len(unit.words) <= _LONGEST and not unit.words.endswith(_SENTENCE)):
        return min(level, INNERMOST - 1)
    return None
