"""The net under the reader: words that it has found no place for are kept all the same."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.folding import fold
from dushanbe_process.forms.akn.languages import UNKNOWN
from dushanbe_process.forms.akn.measure import gathered
from dushanbe_process.model.body import Body, Paragraph
from dushanbe_process.model.documents import LanguageVersion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.akn.irregular import Findings
    from dushanbe_process.model.documents import Document

#: Beyond so many words no time is spent on finding out where the missing ones stood.
_MANY = 3_000


def with_all_words(document: Document, source: str, findings: Findings) -> Document:
    """Return a document that holds all words of its file.

    What was read into no part of it closes the text, and is reported.
    """
    record = gathered(document, findings.heads)
    if record == source or (record := fold(record)) == source:
        return document
    there, here = source.split(" "), record.split(" ")
    missing = list(_missing(there, here)) if Counter(there) - Counter(here) else []
    if not missing:
        findings.note_at("$", "text in another order", "all its words are in the record")
        return document
    for each in missing:
        findings.note_at("$", "text without a place", f"kept at the end: {each[:60]!r}")
    given = document.versions or (LanguageVersion(language=UNKNOWN),)
    version = given[0]
    closing = (*version.body.closing, *(Paragraph(text=each) for each in missing))
    body: Body = version.body.evolve(closing=closing)
    return document.evolve(versions=[version.evolve(body=body), *given[1:]])


def _missing(source: list[str], record: list[str]) -> Iterator[str]:
    """Yield the stretches of words that the one has and the other has not."""
    if len(source) > _MANY:
        lacking = Counter(source) - Counter(record)
        if lacking:
            yield " ".join(lacking.elements())
        return
    matcher = SequenceMatcher(None, source, record, autojunk=False)
    for kind, start, end, _, _ in matcher.get_opcodes():
        words = " ".join(source[start:end])
        if kind in ("delete", "replace") and words.strip():
            yield words
