"""Edits of a table in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.model.body import Cell, Row, Table
from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editing.edits import Lines
    from editing.lines import Line


@attrs.frozen
class _OfTable:
    """What edits of tables have in common: the line of the table, a row in it (0 is the head)."""

    at: int
    row: int

    def fits(self, lines: Sequence[Line]) -> bool:
        """There is such a row, and it is not the head."""
        table = self.at < len(lines) and lines[self.at].block
        return isinstance(table, Table) and 0 < self.row < len(table.rows)

    def rows(self, lines: Sequence[Line]) -> list[Row]:
        """Return the rows."""
        table = lines[self.at].block
        assert isinstance(table, Table)
        return list(table.rows)

    def told(self, lines: Sequence[Line], do: str, **more: Any) -> dict[str, Any]:
        """Return a command, the table named by what its first cell says."""
        first = str(self.rows(lines)[0].cells[0].text)
        return {"do": do, "table": first, "row": self.row, **more}

    def with_rows(self, lines: Sequence[Line], rows: Sequence[Row]) -> Lines:
        """Return the lines with other rows in the table."""
        table = lines[self.at].block.evolve(rows=tuple(rows))
        line = attrs.evolve(lines[self.at], block=table, touched=True)
        return [*lines[: self.at], line, *lines[self.at + 1 :]]


@attrs.frozen
class EditCell(_OfTable):
    """Type over what stands in a cell."""

    column: int
    text: str

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which, and what."""
        return self.told(lines, "cell", column=self.column, text=self.text)

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Change one cell."""
        del language
        rows = self.rows(lines)
        cells = list(rows[self.row].cells)
        cells[self.column] = cells[self.column].evolve(text=InlineText(self.text))
        rows[self.row] = rows[self.row].evolve(cells=cells)
        return self.with_rows(lines, rows)


@attrs.frozen
class InsertRow(_OfTable):
    """Insert a row above or below another, and fill it."""

    where: str
    texts: tuple[str, ...]

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say where, and what."""
        return self.told(lines, "insert_row", where=self.where, texts=list(self.texts))

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Put a new row."""
        del language
        rows = self.rows(lines)
        made = Row(cells=[Cell(text=each) for each in self.texts])
        rows.insert(self.row + (self.where == "after"), made)
        return self.with_rows(lines, rows)


@attrs.frozen
class DropRow(_OfTable):
    """Delete a row."""

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which."""
        return self.told(lines, "drop_row")

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Leave it out."""
        del language
        rows = self.rows(lines)
        return self.with_rows(lines, rows[: self.row] + rows[self.row + 1 :])


@attrs.frozen
class MoveRow(_OfTable):
    """Copy a row, paste it before another, delete it where it was."""

    before: int

    def fits(self, lines: Sequence[Line]) -> bool:
        """It comes to another place, below the head."""
        inside = super().fits(lines) and 0 < self.before < len(self.rows(lines))
        return inside and self.before not in (self.row, self.row + 1)

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which, and before what."""
        return self.told(lines, "move_row", before=self.before)

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Put the same row elsewhere."""
        del language
        rows = self.rows(lines)
        moved = rows.pop(self.row)
        rows.insert(self.before - (self.before > self.row), moved)
        return self.with_rows(lines, rows)


@attrs.frozen
class CopyRow(_OfTable):
    """Copy a row, and paste it before another."""

    before: int

    def fits(self, lines: Sequence[Line]) -> bool:
        """It comes below the head."""
        return super().fits(lines) and 0 < self.before < len(self.rows(lines))

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which, and before what."""
        return self.told(lines, "copy_row", before=self.before)

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Put a row with the same words."""
        del language
        rows = self.rows(lines)
        rows.insert(self.before, rows[self.row])
        return self.with_rows(lines, rows)
