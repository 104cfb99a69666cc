"""Edits of tables, as a person gives them."""

from __future__ import annotations

from typing import Any

from editing.soffice.text_commands import Typist
from editing.soffice.view import lines

_COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Tabulator(Typist):
    """A person who edits tables too."""

    def _table(self, first: str) -> Any:
        """Return the table whose first cell says this."""
        tables = self.document.TextTables
        for place in range(tables.Count):
            table = tables.getByIndex(place)
            if self._says(table.getCellByName("A1")) == first:
                return table
        message = f"there is no table that begins with {first!r}"
        raise LookupError(message)

    def _says(self, cell: Any) -> str:
        """Return what is seen of a cell."""
        if not self.redlined:
            return str(cell.String)
        return "\n".join(each.text for each in lines(cell))

    def _cell(self, table: str, row: int, column: int = 0) -> Any:
        found = self._table(table)
        number = self._rows(found)[row] if self.redlined else row + 1
        return found.getCellByName(f"{_COLUMNS[column]}{number}")

    def _rows(self, table: Any) -> list[int]:
        """Return the numbers of the rows that are seen: a row struck out stays in its place."""
        seen = {
            int(name.lstrip(_COLUMNS))
            for name in table.CellNames
            if any(each.text for each in lines(table.getCellByName(name)))
        }
        return sorted(seen)

    def _go_into(self, table: str, row: int, column: int = 0) -> None:
        self.go(self._cell(table, row, column).Start)

    def cell(self, table: str, row: int, column: int, text: str) -> None:
        """Type over all that stands in a cell."""
        seen = lines(self._cell(table, row, column))
        self.select(seen[0].begin, seen[-1].end)
        self.write(text)

    def word(self, table: str, row: int, column: int, old: str, new: str) -> None:
        """Type over some words of a cell."""
        (line,) = lines(self._cell(table, row, column))
        begin = line.text.index(old)
        self.select(line.at(begin), line.at(begin + len(old)))
        self.write(new)

    def fill(self, table: str, row: int, column: int, text: str) -> None:
        """Type into a cell, after what stands in it."""
        self.go(self._cell(table, row, column).End)
        self.write(text)

    def insert_row(self, table: str, row: int, where: str, texts: list[str]) -> None:
        """Insert a row before or after another, and fill it."""
        self._go_into(table, row)
        first = self._cell(table, row).CellName
        self.press("InsertRowsBefore" if where == "before" else "InsertRowsAfter")
        number = int(first.lstrip(_COLUMNS)) + (where == "after")
        for column, text in enumerate(texts):
            self.go(self._table(table).getCellByName(f"{_COLUMNS[column]}{number}").Start)
            self.write(text)

    def drop_row(self, table: str, row: int) -> None:
        """Delete a row."""
        self._go_into(table, row)
        self.press("DeleteRows")

    def move_row(self, table: str, row: int, before: int) -> None:
        """Copy a row, paste it before another, delete it where it was."""
        self.copy_row(table, row, before)
        self.drop_row(table, row + (before <= row))

    def copy_row(self, table: str, row: int, before: int) -> None:
        """Copy a row, and paste it before another."""
        self._go_into(table, row)
        self.press("EntireRow")
        self.press("Copy")
        self._go_into(table, before)
        self.press("PasteRowsBefore")
