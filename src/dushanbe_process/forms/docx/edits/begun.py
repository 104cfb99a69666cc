"""A document without a text, in which somebody types the first paragraphs of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.edits.pairing import likeness
from dushanbe_process.forms.docx.edits.papers import without_text
from dushanbe_process.forms.docx.edits.paths import at, changed
from dushanbe_process.forms.docx.edits.regrown import regrown
from dushanbe_process.forms.docx.edits.sights import Sight
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.edits.units import tables_of
from dushanbe_process.forms.docx.report import ItemKind
from dushanbe_process.model.body import Body
from dushanbe_process.model.documents import LanguageVersion
from dushanbe_process.reports.layouts.versions import version_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.edits.units import Unit
    from dushanbe_process.model.documents import Document

#: From which likeness on words typed over the remark are still the remark.
_LIKE = 0.5
#: What stands below the text of a document on its page.
_BELOW = ("adoption", "signatures", "annexes")


def release_remark(reading: Reading) -> None:
    """Let words that were typed over a remark that there is no text be new words."""
    for _, remark in without_text(reading.expected):
        if remark is None:
            continue
        reading.excused.add(remark)
        new = reading.pairing.found.get(remark)
        if new is None:
            continue
        was, now = plainly(reading.old[remark].text), plainly(reading.page.units[new].text)
        if likeness(was, now) < _LIKE:
            del reading.pairing.known[new]
            reading.pairing.inferred.discard(new)


def begin_text(reading: Reading) -> None:
    """Make texts of what was typed where there were none."""
    for path, remark in without_text(reading.expected):
        units = _below_title(reading, path) if remark is None else _around(reading, remark)
        if sights := list(_sights(reading, units)):
            _begin(reading, path, sights)


def _begin(reading: Reading, path: Path, sights: list[Sight]) -> None:
    """Make a text of what is seen of it, and report each thing."""
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


def _around(reading: Reading, remark: int) -> range:
    """Return the seen units between those that stood before and after a remark."""
    found = reading.pairing.found
    before = next((found[n] for n in range(remark - 1, -1, -1) if n in found), -1)
    later = range(remark + 1, len(reading.old))
    after = next((found[n] for n in later if n in found), len(reading.page.units))
    return range(before + 1, after)


def _below_title(reading: Reading, path: Path) -> Iterator[int]:
    """Yield what is seen below the title of a document, and above what stands below a text."""
    begun = False
    for index in range(len(reading.page.units)):
        field = _field(reading, index, path)
        if field in _BELOW:
            return
        begun = begun or field == "title"
        if begun:
            yield index


def _sights(reading: Reading, units: Iterable[int]) -> Iterator[Sight]:
    """Yield what of some units is new."""
    tables, taken = list(tables_of(reading.seen.blocks)), set[int]()
    for index in units:
        unit = reading.page.units[index]
        if index in reading.pairing.known or index in reading.places or not unit.says:
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
