"""The tables of a Word file: rows and cells as a view has them, each with what it spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.drawn import chosen_of
from dushanbe_process.forms.docx.seen.eye import GONE
from dushanbe_process.forms.docx.seen.styles import is_on, value, whole
from dushanbe_process.forms.docx.seen.things import (
    JOINER,
    SeenBlock,
    SeenCell,
    SeenLine,
    SeenRow,
    SeenTable,
)
from dushanbe_process.forms.docx.seen.words import Words
from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dushanbe_process.forms.docx.seen.eye import Eye
    from dushanbe_process.xml_parse import Element

    Look = Callable[[Element, Eye], Iterator[SeenBlock]]

#: What a view leaves out: rows and cells that are deleted, or not yet inserted.
_GONE = {"accept": "del", "reject": "ins"}
_GONE_CELLS = {"accept": "cellDel", "reject": "cellIns"}
#: Where a merger of cells that is tracked says whether the cell goes on with the one above.
_MERGED = {"accept": "vMerge", "reject": "vMergeOrig"}
_MOST_SPANNED = 1000


@attrs.frozen
class _Gap:
    """A cell that goes on with the one above it, or beside it."""

    columns: int = 1
    beside: bool = False


@attrs.frozen
class _Row:
    """A row, each cell with the column that it begins in."""

    header: bool
    cells: list[tuple[int, SeenCell | _Gap]]


def table_of(table: Element, eye: Eye, look: Look) -> SeenTable | None:
    """Return a table, where the view leaves any row of it; ``look`` sees what is in a cell."""
    before, eye.words = eye.words, Words()
    boxes, eye.boxes = eye.boxes, []
    hidden, place = eye.hidden, eye.place + (not eye.still)
    properties = table.find(w("tblPr"))
    _remember(properties, "tblPrChange", table, eye)
    rows = [row for each in _inside(table, "tr", eye) if (row := _row(each, eye, look)) is not None]
    eye.words, eye.boxes, eye.hidden = before, boxes, hidden
    if not rows:
        return None
    style = eye.file.styles.style(value(properties, "tblStyle")).name
    return SeenTable(_spanned(rows), place, style)


def _inside(element: Element, name: str, eye: Eye) -> Iterator[Element]:
    """Yield rows of a table, or cells of a row, whatever they are wrapped in."""
    for child in element:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag == name:
            yield child
        elif tag in ("sdt", "sdtContent", "customXml", "smartTag"):
            yield from _inside(child, name, eye)
        elif tag in ("ins", "del", "moveTo", "moveFrom"):
            if tag not in GONE[eye.view]:
                yield from _inside(child, name, eye)
        elif tag == "AlternateContent" and (chosen := chosen_of(child)) is not None:
            yield from _inside(chosen, name, eye)


def _remember(properties: Element | None, name: str, about: Element, eye: Eye) -> None:
    changed = None if properties is None else properties.find(w(name))
    if changed is not None:
        eye.noted("formatting", changed, " | ".join(_plainly(about, eye)))


def _row(row: Element, eye: Eye, look: Look) -> _Row | None:
    """Return a row; None where it is gone."""
    stated = row.find(w("trPr"))
    for name, kind in (("ins", "insertion"), ("del", "deletion")):
        found = None if stated is None else stated.find(w(name))
        if found is not None:
            eye.noted(kind, found, " | ".join(_plainly(row, eye)))
    _remember(stated, "trPrChange", row, eye)
    if stated is not None and stated.find(w(_GONE[eye.view])) is not None:
        return None
    properties = eye.properties_of(stated)
    column = max(0, min(_MOST_SPANNED, whole(value(properties, "gridBefore")) or 0))
    cells: list[tuple[int, SeenCell | _Gap]] = []
    eye.in_new_row = stated is not None and stated.find(w("ins")) is not None
    for each in _inside(row, "tc", eye):
        made = _cell(each, eye, look)
        if made is not None:
            cells.append((column, made))
            column += made.columns
    eye.in_new_row = False
    return _Row(is_on(value(properties, "tblHeader")), _widened(cells))


def _cell(cell: Element, eye: Eye, look: Look) -> SeenCell | _Gap | None:
    """Return a cell; None where it is gone."""
    stated = cell.find(w("tcPr"))
    for name, kind in (("cellIns", "insertion"), ("cellDel", "deletion")):
        found = None if stated is None else stated.find(w(name))
        if found is not None:
            eye.noted(kind, found, " ".join(_plainly(cell, eye)))
    _remember(stated, "tcPrChange", cell, eye)
    _remember(stated, "cellMerge", cell, eye)
    if stated is not None and stated.find(w(_GONE_CELLS[eye.view])) is not None:
        return None
    own = eye.properties_of(stated)
    columns = max(1, min(_MOST_SPANNED, whole(value(own, "gridSpan")) or 1))
    inside = tuple(look(cell, eye))
    inside = tuple(map(_without_joiner, inside)) if eye.in_new_row else inside
    if not any(map(_says, inside)):
        if _goes_on(stated, own, eye):
            return _Gap(columns)
        if value(own, "hMerge") in ("", "continue"):
            return _Gap(columns, beside=True)
    return SeenCell(inside, columns)


def _without_joiner(block: SeenBlock) -> SeenBlock:
    """Return a line without the joiner that LibreOffice puts at its end in a row that is new."""
    if not isinstance(block, SeenLine) or not str(block.text).endswith(JOINER):
        return block
    *pieces, last = block.text
    if isinstance(last, Footnote):
        return block
    words = str(last).removesuffix(JOINER)
    kept = last.evolve(text=words) if isinstance(last, Run) else words
    return attrs.evolve(block, text=InlineText(*pieces, *([kept] * bool(words))))


def _goes_on(stated: Element | None, own: Element | None, eye: Eye) -> bool:
    """Say whether a cell goes on with the one above it."""
    tracked = None if stated is None else stated.find(w("cellMerge"))
    if tracked is not None and (said := tracked.get(w(_MERGED[eye.view]))) is not None:
        return bool(said == "cont")
    merged = value(own, "vMerge")
    return merged is not None and merged != "restart"


def _widened(cells: list[tuple[int, SeenCell | _Gap]]) -> list[tuple[int, SeenCell | _Gap]]:
    """Return cells that have taken in those which go on with them to the side."""
    made: list[tuple[int, SeenCell | _Gap]] = []
    for column, cell in cells:
        if isinstance(cell, _Gap) and cell.beside and made:
            start, last = made[-1]
            wide = min(_MOST_SPANNED, last.columns + cell.columns)
            made[-1] = (start, attrs.evolve(last, columns=wide))
        else:
            made.append((column, cell))
    return made


def _plainly(element: Element, eye: Eye) -> list[str]:
    """Return the words of each cell of a row or table."""
    cells = [element] if element.tag == w("tc") else list(_inside(element, "tc", eye))
    return ["".join(t.text or "" for t in each.iter(w("t"), w("delText"))) for each in cells]


def _says(block: SeenBlock) -> bool:
    """Say whether there is anything in a block; a note alone is something."""
    return isinstance(block, SeenTable) or bool(str(block.text).strip() or block.text.footnotes)


def _spanned(rows: list[_Row]) -> tuple[SeenRow, ...]:
    """Return the rows, each cell with the number of rows that go on with it."""
    below: dict[int, int] = {}
    made: list[SeenRow] = []
    for row in reversed(rows):
        kept: list[SeenCell] = []
        following: dict[int, int] = {}
        for column, cell in row.cells:
            if isinstance(cell, _Gap):
                following[column] = below.get(column, 0) + 1
            else:
                spanned = min(_MOST_SPANNED, 1 + below.get(column, 0))
                kept.append(attrs.evolve(cell, rows=spanned))
        below = following
        made.append(SeenRow(tuple(kept), row.header))
    return tuple(reversed(made))
