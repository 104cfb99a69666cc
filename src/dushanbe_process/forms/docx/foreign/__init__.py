"""Word files of others: a record is guessed, and every guess is told with its evidence."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from dushanbe_process.forms.docx.foreign.assembling import Assembly
from dushanbe_process.forms.docx.foreign.head import masthead_of, symbols_of
from dushanbe_process.forms.docx.foreign.kinds import kind_of
from dushanbe_process.forms.docx.foreign.opening import Opening, opening_of
from dushanbe_process.forms.docx.foreign.own import take_out
from dushanbe_process.forms.docx.foreign.remarks import remarks
from dushanbe_process.forms.docx.foreign.spoken import spoken
from dushanbe_process.forms.docx.foreign.stated import is_ours
from dushanbe_process.forms.docx.report import Item, ItemKind
from dushanbe_process.model.documents import (
    LanguageVersion,
    Masthead,
    OtherDocument,
)
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.reports.labels import labels_of

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.package import Package
    from dushanbe_process.forms.docx.seen import Seen
    from dushanbe_process.model.documents import Document

__all__ = ["guessed"]

_LONGEST_ID = 60
#: The number of a resolution, as it stands before its title.
_NUMBERED = re.compile(r"\s*(?P<number>\d+(?:/\d+)?)\s*[.-]\s+")


def guessed(seen: Seen, package: Package) -> tuple[Document, tuple[Item, ...]]:
    """Return the document that a Word file of others is taken for, and what was guessed.

    Every visible word is in it: in the title, in the body in reading order, and, of the head of
    an official document and of running heads, in ``extra`` under ``word_masthead`` and
    ``word_running``.
    """
    lines = [*seen.lines()]
    language, why = spoken((str(each.text) for each in (*lines, *seen.edges)), package)
    items = [_guess("$.versions[0].language", language, f"the language: {why}")]
    ours = is_ours({each.style for each in lines})
    opening = opening_of(seen.blocks, language)
    resolves = any(each.part == "preamble" for each in opening.rest)
    document, found = _document(seen, opening, language, resolves=resolves)
    said, added = _added(document, opening, language) if ours else ({}, [])
    assembly = Assembly(language, ours)
    body = assembly.body(opening.rest)
    version = LanguageVersion(language=language, body=body, status=said.pop("status", None))
    items += [*found, *opening.items, *added, *assembly.items, *remarks(seen, assembly.paths)]
    return document.evolve(versions=[version], **said), tuple(items)


def _added(
    document: Document, opening: Opening, language: str
) -> tuple[dict[str, Any], list[Item]]:
    """Take out of the text what our pages add to it, where such a document can hold it."""
    known = {name for name in ("text_status", "adoption") if hasattr(document, name)}
    return take_out(opening.rest, language, known)


def _document(
    seen: Seen, opening: Opening, language: str, *, resolves: bool
) -> tuple[Document, list[Item]]:
    """Return the document without its text, and what was guessed of it."""
    edges = [line for each in seen.edges for line in str(each).split("\n")]
    symbols = symbols_of(opening.head) or symbols_of(edges)
    title = _untold(opening, symbols)
    title = title or labels_of(language).kinds.documents["OtherDocument"].one
    class_, why = kind_of(symbols, title, opening.first, resolves=resolves)
    items = [_guess("$", class_.__name__, f"the kind of document: {why}")]
    items += [
        _guess(f"$.symbols[{n}]", each, "a symbol, by its grammar")
        for n, each in enumerate(symbols)
    ]
    given: dict[str, Any] = {"id": _id(symbols, title), "symbols": symbols}
    masthead = masthead_of(opening.head, language) if opening.head else None
    if masthead is not None:
        items.append(_guess("$.masthead", _told(masthead), "lines of the head that are recognised"))
        given |= {"masthead": masthead, "date": masthead.date}
    if class_ is OtherDocument:
        given["genre"] = LocalizedText({"en": "document"})
    extra: dict[str, Any] = {}
    if opening.head:
        extra["word_masthead"] = opening.head
    if seen.edges:
        extra["word_running"] = [str(each) for each in seen.edges]
    return class_(title=LocalizedText({language: title}), extra=extra, **given), items


def _told(masthead: Masthead) -> str:
    found = (masthead.organization, masthead.organ, masthead.distribution, masthead.date)
    return ", ".join(str(each) for each in found if each)


def _untold(opening: Opening, symbols: tuple[str, ...]) -> str:
    """Return the title without the number of a resolution, which its symbol tells too."""
    found = _NUMBERED.match(opening.title)
    if found is None or not any(each.endswith(f"/{found['number']}") for each in symbols):
        return opening.title
    opening.head.append(found[0].strip())
    return opening.title[found.end() :]


def _id(symbols: tuple[str, ...], title: str) -> str:
    """Return an identifier: of the symbol, or of the title."""
    said = symbols[0] if symbols else title
    plain = unicodedata.normalize("NFKD", said.lower()).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-")
    return made or "document"


def _guess(path: str, what: str, note: str) -> Item:
    return Item(ItemKind.GUESSED, path, after=what, note=note)
