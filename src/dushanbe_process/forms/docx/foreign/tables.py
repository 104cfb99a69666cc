"""Tables of a foreign file: what heads them is stated, or guessed from their first row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.foreign.wording import folded, is_all, trimmed
from dushanbe_process.forms.docx.seen import SeenLine, SeenTable
from dushanbe_process.model.body import Cell, Row, Table
from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.docx.seen import SeenBlock, SeenCell, SeenRow

_HEAD = "tablehead"


def table_of(seen: SeenTable, caption: InlineText) -> tuple[Table, str]:
    """Return a table, and on what evidence its first rows are its head."""
    stated = [row.header or _all_of(row, _HEAD) for row in seen.rows]
    heads = next((n for n, each in enumerate(stated) if not each), len(stated))
    why = "rows that are repeated on every page head it" if heads else ""
    if not heads and len(seen.rows) > 1 and _is_bold(seen.rows[0]):
        heads, why = 1, "its first row is bold, and heads it"
    rows = [_row(row, header=n < heads) for n, row in enumerate(seen.rows)]
    return Table(caption=caption, rows=[each for each in rows if each.cells]), why


def _row(row: SeenRow, *, header: bool) -> Row:
    return Row(
        cells=[
            Cell(text=_text(cell), columns=cell.columns, rows=cell.rows, header=header)
            for cell in row.cells
        ]
    )


def _text(cell: SeenCell) -> InlineText:
    """Return what stands in a cell, a line for each paragraph; lists keep their numbers."""
    made = InlineText()
    for line in _lines(cell.blocks):
        made = InlineText(*made, "\n", *line) if made else line
    return made


def _lines(blocks: Iterable[SeenBlock]) -> list[InlineText]:
    found: list[InlineText] = []
    for block in blocks:
        if isinstance(block, SeenLine):
            text = trimmed(block.text)
            number = f"{folded(block.number)} " if block.number and text else ""
            found.append(InlineText(number, *text))
        else:
            found += [_side_by_side(row) for row in block.rows]
    return [each for each in found if each]


def _side_by_side(row: SeenRow) -> InlineText:
    """Return the cells of a table within a cell on one line."""
    made = InlineText()
    for cell in row.cells:
        text = _text(cell)
        made = InlineText(*made, "\t", *text) if made and text else made or text
    return made


def _filled(row: SeenRow) -> list[SeenLine]:
    lines = [b for cell in row.cells for b in cell.blocks if isinstance(b, SeenLine)]
    return [each for each in lines if str(each.text).strip()]


def _all_of(row: SeenRow, style: str) -> bool:
    lines = _filled(row)
    return bool(lines) and all(each.style == style for each in lines)


def _is_bold(row: SeenRow) -> bool:
    lines = _filled(row)
    return bool(lines) and all(each.bold or is_all(each.text, "strong") for each in lines)
