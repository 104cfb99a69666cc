"""Units of a page: what is compared as one. A line, or a cell of a table of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from dushanbe_process.forms.docx.seen import SeenLine, SeenTable, lines_of
from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dushanbe_process.forms.docx.seen import Mark, SeenBlock, SeenCell

#: Table, row and cell, counted from 0 on the page.
Spot: TypeAlias = tuple[int, int, int]


@attrs.frozen
class Unit:
    """A line, or a whole cell: what it says, its first line, where it stands, its bookmarks.

    ``spot`` is the cell that it stands in, if it does; ``whole`` says that it is all of it.
    """

    text: InlineText
    line: SeenLine
    marks: tuple[Mark, ...]
    spot: Spot | None = None
    whole: bool = False

    @property
    def says(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.text) and (bool(str(self.text).strip()) or bool(self.text.footnotes))

    @property
    def place(self) -> str:
        """Where it stands in the file, as people count."""
        if self.spot is None:
            return f"paragraph {self.line.place}"
        table, row, cell = (each + 1 for each in self.spot)
        return f"table {table}, row {row}, cell {cell}"


@attrs.frozen
class Sheet:
    """A page as units, with the tables that they stand in."""

    units: tuple[Unit, ...]
    tables: tuple[SeenTable, ...]

    def in_rows(self, table: int) -> dict[int, list[int]]:
        """Return the units of a table, by row."""
        rows: dict[int, list[int]] = {n: [] for n in range(len(self.tables[table].rows))}
        for index, unit in enumerate(self.units):
            if unit.spot is not None and unit.spot[0] == table:
                rows[unit.spot[1]].append(index)
        return rows


def tables_of(blocks: tuple[SeenBlock, ...]) -> Iterator[SeenTable]:
    """Yield the tables of a page; those within others are part of their cells."""
    for block in blocks:
        if isinstance(block, SeenTable):
            yield block


def is_of_records(table: SeenTable) -> bool:
    """Say whether a table of ours holds records: each of its cells says one thing."""
    return table.style in ("recordtable", "factstable")


def sheet(blocks: tuple[SeenBlock, ...], by_cell: Callable[[int], bool]) -> Sheet:
    """Return a page as units; ``by_cell`` says of a table whether its cells are units."""
    made: list[Unit] = []
    tables: list[SeenTable] = []
    for block in blocks:
        if isinstance(block, SeenLine):
            if not block.generated:
                made.append(Unit(block.text, block, block.marks))
        else:
            made += _in_table(block, len(tables), by_cell(len(tables)))
            tables.append(block)
    return Sheet(tuple(made), tuple(tables))


def _in_table(table: SeenTable, number: int, whole: bool) -> Iterator[Unit]:  # noqa: FBT001
    for r, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            spot = (number, r, column)
            if whole:
                yield _cell(cell, spot, table.place)
            else:
                for line in lines_of(cell.blocks):
                    yield Unit(line.text, line, line.marks, spot)
            column += cell.columns


def _cell(cell: SeenCell, spot: Spot, place: int) -> Unit:
    """Return a cell as one unit: its paragraphs are lines of one text."""
    lines = [each for each in lines_of(cell.blocks) if str(each.text).strip()]
    pieces = [piece for n, each in enumerate(lines) for piece in ("\n" * (n > 0), *each.text)]
    first = lines[0] if lines else SeenLine(InlineText(), place)
    marks = tuple(mark for each in lines for mark in each.marks)
    return Unit(InlineText(*pieces), first, marks, spot, whole=True)
