"""Words of a layout that were changed: which value of the record shows itself so?

Dates, roles, references and other values that are no texts stand on a page in the words of a
language.  What they were changed to is found by trying: values that the new words name are put
into the record, the record is shown again, and a value is right when the page then says what
is seen.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.edits.candidates import candidates
from dushanbe_process.forms.docx.edits.expected import Expected
from dushanbe_process.forms.docx.edits.paths import Path, at, changed
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.report import ItemKind
from dushanbe_process.schema import Model, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.edits.units import Unit

#: How many values are tried for one edit, and how many units around it are asked whose they are.
_MOST = 40
_AROUND = 6


def explain(reading: Reading, old: int, new: int) -> None:
    """Bring an edit of a layout's words into the record, or report that it has no place there."""
    before, after = reading.old[old], reading.page.units[new]
    for path, value in islice(_tries(reading, old, after), min(_MOST, reading.tries)):
        reading.tries -= 1
        record = _shows(reading, path, value, old, after)
        if record is not None:
            was = at(reading.record, path)
            reading.record = record
            reading.note(ItemKind.EDITED, path, after, _said(was), _said(value))
            return
    note = "these words are not the record's"
    reading.note(ItemKind.UNPLACED, None, after, before.text, after.text, note)


def _said(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(_said, value))
    return "" if value is None else str(getattr(value, "value", value))


def _tries(reading: Reading, old: int, after: Unit) -> Iterator[tuple[Path, Any]]:
    """Yield places with values that the new words may name, the nearest records first."""
    seen: set[tuple[Path, str]] = set()
    words = plainly(after.text)
    for path in _nearby(reading, old):
        for place, value in _of_record(reading, path, words):
            if (key := (place, repr(value))) not in seen:
                seen.add(key)
                yield place, value


def _of_record(reading: Reading, path: Path, words: str) -> Iterator[tuple[Path, Any]]:
    record = at(reading.record, path)
    for field in record_of(type(record)).fields:
        value = getattr(record, field.name)
        place = (*path, field.name)
        if isinstance(value, Model):
            yield from _of_record(reading, place, words)
            continue
        for each in candidates(reading, field.shape, value, words):
            if each != value:
                yield place, each


def _nearby(reading: Reading, old: int) -> Iterator[Path]:
    """Yield the places of the records that a unit, its row, and what is around it tell of."""
    expected = reading.expected
    found: dict[Path, None] = {}
    spot = reading.old[old].spot
    near = [old]
    if spot is not None:
        row = expected.sheet.in_rows(spot[0])
        near += row[spot[1]]
        near += [each for units in row.values() for each in units]
    near += [n for k in range(1, _AROUND) for n in (old - k, old + k)]
    for index in near:
        if 0 <= index < len(expected.parts):
            for path in expected.about.get(index, ()):
                found.setdefault(path)
            for part in expected.parts[index]:
                found.setdefault(_record_above(reading, part.leaf.path))
    found.setdefault(())
    yield from found


def _record_above(reading: Reading, path: Path) -> Path:
    """Return the place of the record that a text belongs to."""
    for length in range(len(path) - 1, -1, -1):
        if isinstance(at(reading.expected.record, path[:length]), Model):
            return path[:length]
    return ()


def _shows(reading: Reading, path: Path, value: Any, old: int, after: Unit) -> Model | None:
    """Return the record with a value put into it, where the page then says what is seen."""
    try:
        shown = changed(reading.expected.record, path, lambda _: value)
        expected = Expected(shown, reading.expected.shown)
        if not expected.may_say(str(after.text)):
            return None
        units = expected.sheet.units
        if old >= len(units) or plainly(units[old].text) != plainly(after.text):
            return None
        return changed(reading.record, path, lambda _: value)  # type: ignore[no-any-return]
    except (DushanbeError, LookupError):
        return None
