"""Tables: rows and cells, with the notes that stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.folding import BREAK, NO_TEXT, PLAIN, Part, fold, folded, plain
from dushanbe_process.forms.akn.names import INLINE, child, local
from dushanbe_process.forms.akn.read.inline import add_piece, line, pieces
from dushanbe_process.model.body import Cell, Row, Table
from dushanbe_process.schema.twins import maker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.model.text import InlineText
    from dushanbe_process.xml_parse import Element

_WIDEST = 1000
_table_of, _row_of, _cell_of = maker_of(Table), maker_of(Row), maker_of(Cell)


def table(element: Element, reading: Reading) -> Table:
    """Return a table; words that stand in no cell become cells of their own."""
    caption = child(element, "caption")
    made: Table = _table_of(
        caption=line(caption, reading) if caption is not None else NO_TEXT,
        rows=tuple([each for each in _rows(element, reading) if each.cells]),
    )
    return made


def _rows(element: Element, reading: Reading) -> Iterator[Row]:
    """Yield the rows of a table, those in its groups among them."""
    yield from _stray(element.text, element, reading)
    for each in element:
        name = local(each)
        if name in ("thead", "tbody", "tfoot"):
            yield from _rows(each, reading)
        elif name == "tr":
            yield _row_of(cells=tuple(_cells(each, reading)))
        elif name != "caption":
            yield _row_of(cells=(_cell_of(text=_text(each, reading)),))
        yield from _stray(each.tail, element, reading)


def _stray(text: str | None, element: Element, reading: Reading) -> Iterator[Row]:
    if words := fold(text or ""):
        reading.note("text beside cells", element, words[:40])
        yield _row_of(cells=(_cell_of(text=plain(words)),))


def _cells(row: Element, reading: Reading) -> Iterator[Cell]:
    for stray in _stray(row.text, row, reading):
        yield from stray.cells
    for each in row:
        yield _cell(each, reading)
        for stray in _stray(each.tail, row, reading):
            yield from stray.cells


def _cell(element: Element, reading: Reading) -> Cell:
    made: Cell = _cell_of(
        text=_text(element, reading),
        columns=_span(element, "colspan", reading),
        rows=_span(element, "rowspan", reading),
        header=local(element) == "th",
    )
    return made


def _text(element: Element, reading: Reading) -> InlineText:
    """Return the text of a cell, each of its paragraphs on a line of its own."""
    made: list[Part] = [(PLAIN, element.text or "")]
    for each in element:
        if local(each) in INLINE:
            add_piece(each, reading, PLAIN, made)
        else:
            made += [BREAK, *pieces(each, reading, PLAIN), BREAK]
        made.append((PLAIN, each.tail or ""))
    return folded(made)


def _span(element: Element, name: str, reading: Reading) -> int:
    given = element.get(name, "1").strip()
    if given.isdecimal() and 1 <= int(given) <= _WIDEST:
        return int(given)
    reading.note("a span that is no number", element, given)
    return 1
