"""Rows of tables back to the lists that they show: removed, moved and new ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.edits.paths import Path, at
from dushanbe_process.model.body import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.docx.edits.expected import Expected
    from dushanbe_process.forms.docx.edits.tables import Rows
    from dushanbe_process.forms.docx.edits.units import Sheet, Unit
    from dushanbe_process.schema import Model


@attrs.frozen
class RowPlaces:
    """What each row of a table of ours tells of: places of records, by row."""

    by_row: dict[int, tuple[Path, ...]]

    @property
    def list(self) -> Path | None:
        """The one list whose items the rows are, in its order; None where there is none."""
        firsts = [places[0] for places in self.by_row.values() if places]
        lists = {each[:-1] for each in firsts}
        ordered = [each[-1] for _, each in sorted(self._firsts())]
        is_list = len(lists) == 1 and all(isinstance(each, int) for each in ordered)
        return lists.pop() if is_list and ordered == sorted(map(int, ordered)) else None

    @property
    def main(self) -> RowPlaces | None:
        """The rows of the list that most rows are items of, in whatever order they are shown."""
        lists = Counter(places[0][:-1] for places in self.by_row.values() if places)
        if not lists or lists.most_common(1)[0][1] * 2 <= lists.total():
            return None
        main = lists.most_common(1)[0][0]
        kept = {row: told for row, told in self.by_row.items() if told and told[0][:-1] == main}
        return RowPlaces(kept)

    def _firsts(self) -> Iterable[tuple[int, Path]]:
        return ((row, places[0]) for row, places in self.by_row.items() if places)


def places_of(expected: Expected, table: int) -> RowPlaces:
    """Return what the rows of a table tell of: as the layout says, or as its words show."""
    found: dict[int, tuple[Path, ...]] = {}
    for row, units in expected.sheet.in_rows(table).items():
        told: list[Path] = []
        for unit in units:
            told += expected.about.get(unit, ())
            told += (
                part.leaf.path[: part.leaf.path.index("rows") + 2]
                for part in expected.parts[unit]
                if "rows" in part.leaf.path and "cells" in part.leaf.path
            )
        found[row] = tuple(dict.fromkeys(told))
    return RowPlaces(found)


def order_of(rows: Rows, places: RowPlaces) -> list[Path | int]:
    """Return the list as it is seen: places that are known, and numbers of rows that are new."""
    made: list[Path | int] = []
    for row in sorted({*rows.known, *rows.new}):
        if row in rows.new:
            made.append(row)
        elif told := places.by_row.get(rows.known[row]):
            made.append(told[0])
    return made


def new_row(units: list[Unit]) -> Row:
    """Return a new row of a table in a text."""
    return Row(cells=[Cell(text=each.text) for each in units])


def cells_of(sheet: Sheet, table: int, row: int) -> list[Unit]:
    """Return the units of a row."""
    return [sheet.units[each] for each in sheet.in_rows(table)[row]]


def rearranged(
    items: tuple[Model, ...], order: list[int | Model], shown: set[int]
) -> tuple[Model, ...]:
    """Return a list in a new order; what was not shown stays behind what it stood behind."""
    following: dict[int, list[Model]] = {}
    before = -1
    for index, item in enumerate(items):
        if index in shown:
            before = index
        else:
            following.setdefault(before, []).append(item)
    made: list[Model] = following.pop(-1, [])
    kept = [each for each in order if isinstance(each, int)]
    for each in order:
        made.append(items[each] if isinstance(each, int) else each)
        if isinstance(each, int):
            made += following.pop(each, [])
    gone = sorted(following)
    for index in gone:
        place = max((made.index(items[each]) for each in kept if each < index), default=-1)
        made[place + 1 : place + 1] = following[index]
    return tuple(made)


def columns_alike(expected: Expected, table: int, places: RowPlaces) -> dict[int, Counter[Path]]:
    """Return by column which fields of the items the cells of that column show, and how often."""
    found: dict[int, Counter[Path]] = {}
    for row, told in places.by_row.items():
        if not told:
            continue
        for unit in expected.sheet.in_rows(table)[row]:
            spot = expected.sheet.units[unit].spot
            for part in expected.parts[unit]:
                way = _way(expected, told[0], part.leaf.path)
                if way is not None and spot is not None:
                    found.setdefault(spot[2], Counter())[way] += 1
    return found


def _way(expected: Expected, item: Path, path: Path) -> Path | None:
    """Return how one gets from an item to a text: its own field, or that of what it refers to."""
    if path[: len(item)] == item:
        return path[len(item) :]
    from dushanbe_process.schema import Code, record_of  # noqa: PLC0415  (used here alone)

    record = at(expected.record, item)
    for field in record_of(type(record)).fields:
        if isinstance(field.shape, Code) and field.shape.refers_to:
            for length in range(1, len(path)):
                above = at(expected.record, path[:length])
                if getattr(above, "id", None) == getattr(record, field.name) is not None:
                    return (f"{field.name}→", *path[length:])
    return None
