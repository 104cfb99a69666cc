"""What kind of document a text is: by its symbol, by the words of its title, by its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.model import documents
from dushanbe_process.model.symbol import Symbol
from dushanbe_process.reports.labels import LANGUAGES, labels_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dushanbe_process.model.documents import Document

#: Words of titles beside the names of the kinds themselves, the surer first.
_WORDS = {
    "Letter": (
        "letter dated|note verbale|lettre datée|carta de fecha|письмо|вербальная нота|رسالة مؤرخة"
    ),
    "PressRelease": (
        "press release|media information|communiqué de presse|пресс-релиз|بيان صحفي|新闻稿"
    ),
    "Agenda": (
        "agenda|programme of work|ordre du jour|orden del día|повестка дня|جدول الأعمال|议程"
    ),
    "Summary": "summary by the|co-chairs’ summary|chair’s summary|résumé des",
    "Declaration": (
        "joint statement|outcome document|joint communiqué|communiqué|совместное заявление"
    ),
    "Statement": "statement by|statement of|remarks by|address by|выступление",
    "Report": "report|minutes|rapport|informe|отчет|доклад|протокол|تقرير|报告",
}
_LONGEST = 120
_NATURES = {"RES": "Resolution", "Res": "Resolution", "DEC": "Decision", "DECISION": "Decision"}
_ORDER = (
    "Letter",
    "PressRelease",
    "Agenda",
    "Resolution",
    "Decision",
    "Declaration",
    "Summary",
    "Statement",
    "Report",
)


def _pattern(kind: str) -> re.Pattern[str]:
    nouns = {labels_of(each).kinds.documents[kind].one.lower() for each in LANGUAGES}
    words = "|".join([*map(re.escape, nouns), *filter(None, [_WORDS.get(kind)])])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|(?:{'|'.join(_wide(nouns))})")


def _wide(nouns: set[str]) -> list[str]:
    """Return the nouns of scripts without blanks between words."""
    wide = [each for each in nouns if len(each) > 1 and "\u4e00" <= each[0] <= "\u9fff"]
    return [*map(re.escape, wide)] or ["(?!)"]


_PATTERNS = {kind: _pattern(kind) for kind in _ORDER}


def kind_of(
    symbols: Sequence[str], title: str, first: Sequence[str], *, resolves: bool
) -> tuple[type[Document], str]:
    """Return the class of a document, and the evidence for it.

    ``first`` are the first lines; ``resolves`` says that the text has a preamble and operative
    paragraphs.
    """
    for symbol in symbols:
        for parts in Symbol(value=symbol).parts:
            if kind := _NATURES.get(parts.nature or ""):
                return getattr(documents, kind), f"its symbol, {symbol}"
    said = title.lower()
    found = {kind: _PATTERNS[kind].search(said) for kind in _ORDER}
    begun = [(each.start(), kind) for kind, each in found.items() if each]
    if begun:
        place, kind = min(begun, key=lambda each: each[0])
        word = _PATTERNS[kind].search(said, place)
        return getattr(documents, kind), f"“{word[0] if word else kind}” in its title"
    for kind in ("Letter", "PressRelease"):
        for line in first:
            if (word := _PATTERNS[kind].search(line.lower())) and len(line) <= _LONGEST:
                return getattr(documents, kind), f"“{word[0]}” in its first lines"
    if resolves:
        return documents.Resolution, "a preamble and numbered operative paragraphs"
    return documents.OtherDocument, "nothing that tells"
