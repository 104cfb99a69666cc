"""Words of a layout that were changed: which value of the record shows itself so?

Dates, roles, references and other values that are no texts stand on a page in the words of a
language.  What they were changed to is found by trying: values that the new words may name are put
into the record, the record is shown again, and a value is right when the page then says what
is seen.  Where no value does anything to those words, they are the layout's own.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.edits.candidates import Said, candidates
from dushanbe_process.forms.docx.edits.paths import Path, at, changed
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.edits.trials import Choices, Trials
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
    trials = Trials(reading, old, after)
    choices = _choices(reading, old, after)
    tries = ((path, value) for path in trials.telling(choices) for value in choices[path])
    for path, value in islice(tries, _MOST):
        if trials.shows(path, value) and _put(reading, path, value, after):
            return
    note = "these words are not the record's"
    reading.note(ItemKind.UNPLACED, None, after, before.text, after.text, note)


def _put(reading: Reading, path: Path, value: Any, after: Unit) -> bool:
    """Put a value into the record, and report it; say whether the record takes it."""
    was = at(reading.record, path)
    if was == value:  # as another unit told already
        return True
    try:
        reading.record = changed(reading.record, path, lambda _: value)
    except DushanbeError:
        return False
    reading.note(ItemKind.EDITED, path, after, _said(was), _said(value))
    return True


def _said(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(_said, value))
    return "" if value is None else str(getattr(value, "value", value))


def _choices(reading: Reading, old: int, after: Unit) -> Choices:
    """Return places with values that the new words may name, the nearest records first."""
    said = Said(plainly(after.text), plainly(reading.old[old].text), reading.expected)
    made: Choices = {}
    for path in _nearby(reading, old):
        for place, values in _of_record(said, path):
            if place not in made and values:
                made[place] = values
    return made


def _of_record(said: Said, path: Path) -> Iterator[tuple[Path, list[Any]]]:
    record = at(said.expected.record, path)
    for field in record_of(type(record)).fields:
        value = getattr(record, field.name)
        place = (*path, field.name)
        if isinstance(value, Model):
            yield from _of_record(said, place)
            continue
        others = (
            each
            for each in candidates(said, field.shape, value)
            if each != value and _fits(record, field.name, each)
        )
        yield place, list(islice(others, _MOST))


def _fits(record: Model, name: str, value: Any) -> bool:
    """Say whether a record takes a value, as far as it can tell by itself."""
    try:
        record.evolve(**{name: value})
    except DushanbeError:
        return False
    return True


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
