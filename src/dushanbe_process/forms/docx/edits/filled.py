"""A new row of a table as a new record of the list that the table shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.edits.paths import Path, at, changed, records_of
from dushanbe_process.forms.docx.edits.rows import cells_of, columns_alike, new_row
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.report import ItemKind
from dushanbe_process.model.body import Row
from dushanbe_process.model.entity import Citation, Entity, Source, Sourced
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.labels import labels_of
from dushanbe_process.reports.words import label
from dushanbe_process.schema import Choice, Code, ManyOf, Model, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.edits.rows import RowPlaces
    from dushanbe_process.forms.docx.edits.tables import Rows
    from dushanbe_process.forms.docx.edits.units import Unit


def new_item(reading: Reading, rows: Rows, places: RowPlaces, row: int) -> Model | None:
    """Return the record that a new row tells of; None where it cannot be told."""
    cells = cells_of(reading.page, rows.seen, row)
    first = next((told[0] for told in places.by_row.values() if told), None)
    if first is None:
        return None
    like = at(reading.expected.record, first)
    if isinstance(like, Row):
        return new_row(cells)
    ways = columns_alike(reading.expected, rows.expected, places)
    values: dict[str, Any] = {}
    for cell in cells:
        if cell.says and cell.spot is not None:
            counted = ways.get(cell.spot[2])
            way = counted.most_common(1)[0][0] if counted else None
            if way is None or not _fill(reading, places, values, way, cell):
                _choose(reading, like, values, cell)
    return _made(reading, like, values)


def _fill(
    reading: Reading, places: RowPlaces, values: dict[str, Any], way: Path, cell: Unit
) -> bool:
    """Give a field the words of a cell, as the other rows of its column show it."""
    others = [at(reading.expected.record, told[0]) for told in places.by_row.values() if told]
    like = others[0]
    name, rest = str(way[0]), way[1:]
    words = plainly(cell.text)
    if name.endswith("→"):
        field = name.removesuffix("→")
        found = _referred(reading, others, field, words, rest)
        if found is not None:
            values[field] = found
        return found is not None
    old = getattr(like, name)
    if isinstance(old, InlineText):
        values[name] = cell.text
    elif isinstance(old, LocalizedText):
        values[name] = {str(rest[0]) if rest else "": words}
    elif isinstance(old, str) and not rest:
        values[name] = words
    else:
        return False
    return True


def _referred(
    reading: Reading, others: list[Model], field: str, words: str, rest: Path
) -> str | None:
    """Return the id of what is called so; a new record where nothing is."""
    known = record_of(type(others[0])).fields
    kind = next(each.shape.refers_to for each in known if each.name == field)  # type: ignore[union-attr]
    for _, each in records_of(reading.record):
        fits = isinstance(each, Entity) and kind in (*record_of(type(each)).kinds, "*")
        if fits and any(plainly(name).casefold() == words.casefold() for name in _names(each)):
            return str(getattr(each, "id"))  # noqa: B009  (only entities have one)
    ids = {getattr(each, field) for each in others}
    models = [
        each
        for _, each in records_of(reading.expected.record)
        if isinstance(each, Entity) and each.id in ids
    ]
    return _new_entity(reading, models, words, rest) if models else None


def _names(entity: object) -> Iterator[str]:
    for field in ("name", "short_name", "title"):
        yield from (getattr(entity, field, None) or {}).values()


def _new_entity(reading: Reading, models: list[Entity], words: str, rest: Path) -> str | None:
    """Put a new record of the same class beside others, and return its id.

    What it must be and nobody said, it is as all of them are.
    """
    model = models[0]
    place = next(
        path for path, each in records_of(reading.record) if getattr(each, "id", None) == model.id
    )
    values: dict[str, Any] = {"id": _slug(words, _ids(reading)), "name": {str(rest[-1]): words}}
    for field in record_of(type(model)).fields:
        same = {getattr(each, field.name, None) for each in models if type(each) is type(model)}
        if field.required and isinstance(field.shape, Choice) and len(same) == 1:
            values[field.name] = same.pop()
    made = _made(reading, model, values)
    if made is None:
        return None
    items = at(reading.record, place[:-1])
    reading.record = changed(reading.record, place[:-1], lambda _: (*items, made))
    reading.note(ItemKind.NEW, (*place[:-1], len(items)), None, "", words, "named in a new row")
    return str(values["id"])


def _slug(words: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "added"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def _choose(reading: Reading, like: Model, values: dict[str, Any], cell: Unit) -> bool:
    """Give a field of choices the value that the words of a cell are the name of."""
    names = [each.strip().casefold() for each in re.split(r"[,\n،、]", str(cell.text))]
    if _cite(reading, like, values, names):
        return True
    for field in record_of(type(like)).fields:
        shape = field.shape.item if isinstance(field.shape, ManyOf) else field.shape
        if isinstance(shape, Choice) and field.name not in values:
            called = _labels(reading, shape)
            found = [called[each] for each in names if each in called]
            if found and len(found) == len(names):
                values[field.name] = found if isinstance(field.shape, ManyOf) else found[0]
                return True
    reading.note(ItemKind.UNPLACED, None, cell, "", cell.text, "a cell that cannot be read")
    return False


def _cite(reading: Reading, like: Model, values: dict[str, Any], names: list[str]) -> bool:
    """Give a record the sources whose keys the words of a cell are."""
    known = {each.id for _, each in records_of(reading.record) if isinstance(each, Source)}
    if not isinstance(like, Sourced) or not known.issuperset(names) or "sources" in values:
        return False
    values["sources"] = [Citation(source=each) for each in names]
    return True


def _labels(reading: Reading, shape: Choice) -> dict[str, str]:
    """Return the values of a choice by what they are called, in English and on the page."""
    labels = labels_of(reading.expected.shown.language)
    made = {label(value).casefold(): value for value in shape.values}
    for table in attrs.asdict(labels.kinds, recurse=False).values():
        if isinstance(table, Mapping):
            for key, name in table.items():
                if isinstance(key, shape.cls or ()):
                    made[str(getattr(name, "one", name)).casefold()] = str(key)
    return made


def _made(reading: Reading, like: Model, values: dict[str, Any]) -> Model | None:
    """Return a record of a class; what it cannot be without and nobody said is "other"."""
    cls = type(like)
    for field in record_of(cls).fields:
        if not field.required or field.name in values:
            continue
        if isinstance(field.shape, Choice) and "other" in field.shape.values:
            values[field.name] = "other"
        elif isinstance(field.shape, Code) and field.identity:
            values[field.name] = _slug(next((str(v) for v in values.values()), ""), _ids(reading))
        else:
            return None
    try:
        return cls(**values)
    except DushanbeError:
        return None


def _ids(reading: Reading) -> set[str]:
    return {each.id for _, each in records_of(reading.record) if isinstance(each, Entity)}
