"""A document without a text, in which somebody types the first paragraphs of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.edits.pairing import likeness
from dushanbe_process.forms.docx.edits.paths import at, changed, records_of
from dushanbe_process.forms.docx.edits.regrown import regrown
from dushanbe_process.forms.docx.edits.sights import Sight
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.edits.units import tables_of
from dushanbe_process.forms.docx.report import ItemKind
from dushanbe_process.model.body import Body
from dushanbe_process.model.documents import Document, LanguageVersion
from dushanbe_process.reports.labels import labels_of
from dushanbe_process.reports.layouts.formal import absent
from dushanbe_process.reports.layouts.versions import version_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.edits.units import Unit

#: From which likeness on words typed over the remark are still the remark.
_LIKE = 0.5
#: What stands below the text of a document on its page.
_BELOW = ("adoption", "signatures", "annexes")


def release_remark(reading: Reading) -> None:
    """Let words that were typed over the remark that there is no text be new words."""
    remark = _remark(reading)
    if remark is None:
        return
    reading.excused.add(remark)
    new = reading.pairing.found.get(remark)
    if new is None:
        return
    was, now = plainly(reading.old[remark].text), plainly(reading.page.units[new].text)
    if likeness(was, now) < _LIKE:
        del reading.pairing.known[new]
        reading.pairing.inferred.discard(new)


def begin_text(reading: Reading) -> None:
    """Make a text of what was typed where there was none."""
    path = _without_text(reading)
    sights = [] if path is None else list(_sights(reading, path))
    if path is None or not sights:
        return
    language = reading.expected.shown.language
    document, place = with_body(at(reading.record, path), language)
    body, placed = regrown(Body(), sights, document.versions[int(place[1])].language)
    document = changed(document, place, lambda _: body)
    reading.record = changed(reading.record, path, lambda _: document)
    for sight, within in placed:
        where = None if within is None else (*path, *place, *within)
        if sight.unit is None:
            reading.note(ItemKind.NEW, where, None, "", "", "a table")
            continue
        if where is not None:
            reading.places[sight.source] = where
        reading.note(ItemKind.NEW, where, sight.unit, "", sight.unit.text)


def with_body(document: Document, language: str) -> tuple[Document, Path]:
    """Return a document that has a text in a language, and the place of that text."""
    version = version_in(document, language)
    if version is not None:
        return document, ("versions", document.versions.index(version), "body")
    versions = (*document.versions, LanguageVersion(language=language, body=Body()))
    return document.evolve(versions=versions), ("versions", len(document.versions), "body")


def _without_text(reading: Reading) -> Path | None:
    """Return the place of the document that the page is of, where it has no text."""
    record, shown = reading.expected.record, reading.expected.shown
    if shown.second_language:
        return None
    for path, each in records_of(record):
        if isinstance(each, Document) and (path == () or each.id == shown.select):
            version = version_in(each, shown.language)
            return path if version is None or version.body == Body() else None
        if not shown.select:
            return None
    return None


def _remark(reading: Reading) -> int | None:
    """Return the unit that says that there is no text."""
    path = _without_text(reading)
    if path is None:
        return None
    document = at(reading.expected.record, path)
    said = plainly(absent(document, labels_of(reading.expected.shown.language)))
    return next((n for n, each in enumerate(reading.old) if plainly(each.text) == said), None)


def _sights(reading: Reading, path: Path) -> Iterator[Sight]:
    """Yield what is new below the title, and above what stands below a text."""
    tables, taken = list(tables_of(reading.seen.blocks)), set[int]()
    begun = False
    for index, unit in enumerate(reading.page.units):
        field = _field(reading, index, path)
        if field in _BELOW:
            return
        begun = begun or field == "title"
        if not begun or index in reading.pairing.known or not unit.says:
            continue
        number = _table(reading, unit)
        if unit.spot is None:
            yield Sight(None, unit, None, 0, index)
        elif number is not None and number not in taken:
            taken.add(number)
            yield Sight(None, None, tables[number])


def _table(reading: Reading, unit: Unit) -> int | None:
    """Return the number of the new table that a unit stands in."""
    if unit.spot is None or unit.spot[0] in reading.tables:
        return None
    return unit.spot[0]


def _field(reading: Reading, index: int, path: Path) -> str:
    """Return the field of the document that a seen unit shows; nothing where it shows none."""
    old = reading.pairing.known.get(index)
    parts = () if old is None else reading.expected.parts[old]
    fields = [each.leaf.path[len(path)] for each in parts if each.leaf.path[: len(path)] == path]
    return str(fields[0]) if fields else ""
