"""Which document a paper is of, and which of the documents on it have no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.edits.paths import at, records_of
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.model.body import Body
from dushanbe_process.model.documents import Document, RelationKind
from dushanbe_process.reports.labels import labels_of
from dushanbe_process.reports.layouts.formal import absent
from dushanbe_process.reports.layouts.versions import version_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.expected import Expected
    from dushanbe_process.forms.docx.edits.paths import Path


def document_of(expected: Expected) -> Path | None:
    """Return the place of the document that a paper is of; None where it is of something else."""
    select = expected.shown.select
    for path, each in records_of(expected.record):
        if isinstance(each, Document) and (path == () or each.id == select):
            return path
        if not select:
            return None
    return None


def body_in_column(expected: Expected, column: int) -> Path | None:
    """Return the place of the text that stands in a column of a paper in two languages."""
    path, shown = document_of(expected), expected.shown
    if path is None or shown.second_language is None or column not in (0, 1):
        return None
    document: Document = at(expected.record, path)
    version = version_in(document, (shown.language, shown.second_language)[column])
    if version is None:
        return None
    return (*path, "versions", document.versions.index(version), "body")


def without_text(expected: Expected) -> Iterator[tuple[Path, int | None]]:
    """Yield the place of each document on a paper that has no text, in the order of the paper.

    With it stands the unit that says so, where there is one.
    """
    start = 0
    for path in _documents(expected):
        if not _is_empty(expected, path):
            continue
        remark = _remark(expected, path, start)
        start = start if remark is None else remark + 1
        yield path, remark


def _documents(expected: Expected) -> Iterator[Path]:
    """Yield the place of the document of a paper, and of those that are annexed to it."""
    path = document_of(expected)
    if path is None:
        return
    document: Document = at(expected.record, path)
    yield path
    yield from ((*path, "annexes", n) for n in range(len(document.annexes)))
    sent = [each.document for each in document.relations if each.kind is RelationKind.TRANSMITS]
    known = {
        each.id: place for place, each in records_of(expected.record) if isinstance(each, Document)
    }
    yield from (known[id_] for id_ in sent if path and id_ in known)


def _is_empty(expected: Expected, path: Path) -> bool:
    languages = [expected.shown.language]
    if expected.shown.second_language and path == document_of(expected):
        languages.append(expected.shown.second_language)
    found = [version_in(at(expected.record, path), each) for each in languages]
    return all(each is None or each.body == Body() for each in found)


def _remark(expected: Expected, path: Path, start: int) -> int | None:
    """Return the unit that says that a document has no text: the first from a place on."""
    said = plainly(absent(at(expected.record, path), labels_of(expected.shown.language)))
    units = expected.sheet.units
    return next(
        (
            n
            for n in range(start, len(units))
            if plainly(units[n].text) == said and not expected.parts[n]
        ),
        None,
    )
