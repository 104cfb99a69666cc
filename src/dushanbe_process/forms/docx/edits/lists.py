"""Lists whose rows were added, removed or moved, and lines that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.edits.filled import new_item
from dushanbe_process.forms.docx.edits.loosely import edit_loosely, emptied, is_copy, put, words_of
from dushanbe_process.forms.docx.edits.paths import at
from dushanbe_process.forms.docx.edits.rows import cells_of, order_of, places_of, rearranged
from dushanbe_process.forms.docx.report import ItemKind

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.edits.rows import RowPlaces
    from dushanbe_process.forms.docx.edits.tables import Rows
    from dushanbe_process.schema import Model


def edit_tables(reading: Reading) -> None:
    """Bring new, removed and moved rows into the lists that they show."""
    for rows in reading.rows:
        if not _is_of_columns(reading, rows):
            _edit_table(reading, rows)


def _is_of_columns(reading: Reading, rows: Rows) -> bool:
    """Say whether a table sets texts side by side: its rows are no list, its lines paragraphs."""
    units = reading.expected.sheet.in_rows(rows.expected).values()
    nodes = (reading.nodes.get(each) for some in units for each in some)
    return any(node is not None and node.kind != "table" for node in nodes)


def tidy(reading: Reading) -> None:
    """Take out the texts of lines that are gone, and report what is new and has no place."""
    _report_tables_that_are_gone(reading)
    _clear_what_is_gone(reading)
    _refuse_what_is_new(reading)


def _edit_table(reading: Reading, rows: Rows) -> None:
    places = places_of(reading.expected, rows.expected)
    order = order_of(rows, places)
    known = [each for each in order if not isinstance(each, int)]
    if not rows.removed and not rows.new and known == sorted(known, key=_last):
        return
    if places.list is None:
        edit_loosely(reading, rows, places)
        return
    _edit_list(reading, rows, places, places.list, order)


def _last(path: Path) -> int:
    return path[-1] if isinstance(path[-1], int) else 0


def _edit_list(
    reading: Reading, rows: Rows, places: RowPlaces, path: Path, order: list[Path | int]
) -> None:
    """Bring the rows of a table into the list that it shows, in their order."""
    items = at(reading.record, path)
    shown = {_last(told[0]) for told in places.by_row.values() if told}
    made: list[int | Model] = []
    for each in order:
        if not isinstance(each, int):
            made.append(_last(each))
            continue
        item = new_item(reading, rows, places, each)
        cells = cells_of(reading.page, rows.seen, each)
        words = " | ".join(str(cell.text) for cell in cells)
        if item is None:
            reading.note(ItemKind.UNPLACED, path, cells[0], "", words, "a row that cannot be read")
        else:
            made.append(item)
            kind = ItemKind.COPIED if is_copy(reading, rows, each) else ItemKind.NEW
            reading.note(kind, (*path, len(made) - 1), cells[0], "", words)
    if not put(reading, path, rearranged(items, made, shown)):
        words = "a row that something else refers to"
        reading.note(
            ItemKind.UNPLACED, path, None, words_of(reading, rows, rows.removed), "", words
        )
        return
    _report(reading, rows, places, order)


def _report(reading: Reading, rows: Rows, places: RowPlaces, order: list[Path | int]) -> None:
    known = [_last(each) for each in order if not isinstance(each, int)]
    highest = -1
    for each in known:
        if each < highest:
            unit = reading.old[reading.expected.sheet.in_rows(rows.expected)[_row(places, each)][0]]
            reading.note(ItemKind.MOVED, None, unit, unit.text)
        highest = max(highest, each)
    for row in rows.removed:
        if told := places.by_row.get(row):
            cells = cells_of(reading.expected.sheet, rows.expected, row)
            reading.note(
                ItemKind.REMOVED, told[0], cells[0], " | ".join(str(c.text) for c in cells)
            )


def _row(places: RowPlaces, index: int) -> int:
    return next(row for row, told in places.by_row.items() if told and _last(told[0]) == index)


def _report_tables_that_are_gone(reading: Reading) -> None:
    """Report tables of records that are on the page no more; what they told of is kept.

    An editor may have broken a table up: too much would be lost for what may be no edit.
    """
    for table in sorted(
        set(range(len(reading.expected.sheet.tables))) - {*reading.tables.values()}
    ):
        rows = reading.expected.sheet.in_rows(table).values()
        units = [reading.old[each] for some in rows for each in some if each not in reading.nodes]
        said = [each for each in units if each.says and each.whole]
        if said:
            words = " | ".join(str(each.text) for each in said)
            note = "the table is gone from the page, what it told of is kept"
            reading.note(ItemKind.UNPLACED, None, said[0], words, "", note)


def _clear_what_is_gone(reading: Reading) -> None:
    """Empty the texts of lines that are gone; what a layout made may go without loss."""
    found = set(reading.pairing.known.values())
    for index, unit in enumerate(reading.old):
        if index in found or not unit.says or unit.whole or index in reading.nodes:
            continue
        if index in reading.excused:
            continue
        leaves = [part.leaf for part in reading.expected.parts[index]]
        if leaves and all(emptied(reading, leaf.path) for leaf in leaves):
            reading.note(ItemKind.REMOVED, leaves[0].path, unit, unit.text)
        else:
            reading.note(ItemKind.UNPLACED, None, unit, unit.text, "", "removed from the page only")


def _refuse_what_is_new(reading: Reading) -> None:
    """Report what is new on the page and stands in no text of the record."""
    ours = set(reading.tables)
    for index, unit in enumerate(reading.page.units):
        known = index in reading.pairing.known or index in reading.places
        in_table = unit.spot is not None and (unit.whole or unit.spot[0] not in ours)
        if unit.says and not known and not in_table:
            reading.note(ItemKind.UNPLACED, None, unit, "", unit.text, "no text stands here")
