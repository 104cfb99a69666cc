"""Rows that are in an order of a layout's own: what they tell of, removed and added.

A layout that sorts its rows, or gathers them from several lists, shows no list: no row of it can
be moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.errors import InvalidError
from dushanbe_process.forms.docx.edits.filled import new_item
from dushanbe_process.forms.docx.edits.paths import Path, at, changed, written
from dushanbe_process.forms.docx.edits.rows import cells_of
from dushanbe_process.forms.docx.report import ItemKind
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.edits.rows import RowPlaces
    from dushanbe_process.forms.docx.edits.tables import Rows
    from dushanbe_process.schema import Model


def edit_loosely(reading: Reading, rows: Rows, places: RowPlaces) -> None:
    """Bring the rows of a table into the record that are in an order of the layout's own.

    What rows tell of that are gone is removed; a new row is a new item of the list that most
    rows are items of.
    """
    order = [rows.known[row] for row in sorted(rows.known)]
    if order != sorted(order):
        note = "the order of these rows is the layout's"
        words = words_of(reading, rows, (each for each in order if places.by_row.get(each)))
        reading.note(ItemKind.UNPLACED, None, None, words, "", note)
    _remove(reading, rows, places)
    main = places.main
    for row in rows.new:
        cells = cells_of(reading.page, rows.seen, row)
        words = " | ".join(str(each.text) for each in cells)
        path = None if main is None else _added(reading, rows, main, row)
        if path is None:
            reading.note(ItemKind.UNPLACED, None, cells[0], "", words, "a row of no one list")
        else:
            kind = ItemKind.COPIED if is_copy(reading, rows, row) else ItemKind.NEW
            reading.note(kind, path, cells[0], "", words)


def _added(reading: Reading, rows: Rows, places: RowPlaces, row: int) -> Path | None:
    """Put what a new row tells of at the end of a list, and return its place."""
    path = next(iter(places.by_row.values()))[0][:-1]
    item = new_item(reading, rows, places, row)
    items = at(reading.record, path)
    if item is None or not put(reading, path, (*items, item)):
        return None
    return (*path, len(items))


def _remove(reading: Reading, rows: Rows, places: RowPlaces) -> None:
    """Remove what rows tell of that are gone; what tells of no item of a list is emptied first."""
    for row in rows.removed:
        if not places.by_row.get(row):
            made = _cleared(reading, rows.expected, row)
            path = _first_leaf(reading, rows.expected, row) if made else None
            _report_gone(reading, rows, row, () if path is None else (path,))
    whole, gone = reading.record, list[Path]()
    for row in rows.removed:
        if told := places.by_row.get(row):
            left = _without(whole, [*gone, *told])
            if left is not None:
                reading.record, gone = left, [*gone, *told]
            _report_gone(reading, rows, row, () if left is None else told)


def _report_gone(reading: Reading, rows: Rows, row: int, told: tuple[Path, ...]) -> None:
    """Report a row that is gone, with the places of what it told of, or as one that has none."""
    cells = cells_of(reading.expected.sheet, rows.expected, row)
    words = " | ".join(str(each.text) for each in cells)
    if told:
        others = ", ".join(map(written, told[1:]))
        reading.note(ItemKind.REMOVED, told[0], cells[0], words, "", others and f"with {others}")
    else:
        reading.note(ItemKind.UNPLACED, None, cells[0], words, "", "a row of no one list")


def _without(record: Model, paths: list[Path]) -> Model | None:
    """Return a record without some items of its lists; None where it would not be sound."""
    gone: dict[Path, set[str | int]] = {}
    for path in paths:
        gone.setdefault(path[:-1], set()).add(path[-1])
    try:
        for path, places in gone.items():
            items = at(record, path)
            if not isinstance(items, tuple):
                return None
            left = tuple(each for n, each in enumerate(items) if n not in places)
            record = _with(record, path, left)
        unstructure(record)
    except InvalidError:
        return None
    return record


def _with(record: Model, path: Path, value: object) -> Model:
    made: Model = changed(record, path, lambda _: value)
    return made


def _cleared(reading: Reading, table: int, row: int) -> bool:
    """Empty the texts of a row that is gone, where they are all of it."""
    units = reading.expected.sheet.in_rows(table)[row]
    leaves = [part.leaf for unit in units for part in reading.expected.parts[unit]]
    return bool(leaves) and all(emptied(reading, leaf.path) for leaf in leaves)


def _first_leaf(reading: Reading, table: int, row: int) -> Path:
    """Return the place of the first text that a row shows."""
    units = reading.expected.sheet.in_rows(table)[row]
    return next(part.leaf.path for unit in units for part in reading.expected.parts[unit])


def emptied(reading: Reading, path: Path) -> bool:
    """Take a text out of the record, where it may be without it."""
    try:
        reading.record = changed(reading.record, path, _nothing)
    except InvalidError:
        return False
    return True


def _nothing(old: object) -> object:
    """Return what stands for no text: a language goes, a text is empty."""
    return None if isinstance(old, str) else ()


def is_copy(reading: Reading, rows: Rows, row: int) -> bool:
    """Say whether a new row still has the bookmarks of the row that it was copied from."""
    return any(each in reading.pairing.copies for each in reading.page.in_rows(rows.seen)[row])


def words_of(reading: Reading, rows: Rows, numbers: Iterable[int]) -> str:
    """Return what some rows of a table said."""
    cells = [cells_of(reading.expected.sheet, rows.expected, row) for row in numbers]
    return "; ".join(" | ".join(str(each.text) for each in row) for row in cells)


def put(reading: Reading, path: Path, items: object) -> bool:
    """Put a list into the record, unless the record is then not sound."""
    try:
        made = changed(reading.record, path, lambda _: items)
        unstructure(made)
    except InvalidError:
        return False
    reading.record = made
    return True
