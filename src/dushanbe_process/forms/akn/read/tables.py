"""Tables: rows and cells, with the notes that stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.folding import BREAK, fold, folded
from dushanbe_process.forms.akn.names import INLINE, child, local
from dushanbe_process.forms.akn.read.inline import line, piece, pieces
from dushanbe_process.model.body import Cell, Row, Table
from dushanbe_process.model.text import InlineText, Piece, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element

_WIDEST = 1000
_PLAIN = Run(text="")


def table(element: Element, reading: Reading) -> Table:
    """Return a table; words that stand in no cell become a row of one cell."""
    caption = child(element, "caption")
    rows = [_row(each, reading) for each in _rows(element)]
    if stray := fold(" ".join(_stray(element))):
        reading.note("text beside cells", element)
        rows.append(Row(cells=[Cell(text=InlineText(stray))]))
    return Table(
        caption=line(caption, reading) if caption is not None else InlineText(),
        rows=[each for each in rows if each.cells],
    )


def _rows(element: Element) -> list[Element]:
    """Return the rows of a table, those in its groups among them."""
    made: list[Element] = []
    for each in element:
        name = local(each)
        if name in ("thead", "tbody", "tfoot"):
            made += _rows(each)
        elif name != "caption":
            made.append(each)
    return made


def _stray(element: Element) -> Iterator[str]:
    """Yield the words of a table that stand in no cell and no caption."""
    yield element.text or ""
    for each in element:
        if local(each) in ("thead", "tbody", "tfoot", "tr"):
            yield from _stray(each)
        yield each.tail or ""


def _row(element: Element, reading: Reading) -> Row:
    if local(element) != "tr":
        return Row(cells=[Cell(text=_text(element, reading))])
    return Row(cells=[_cell(each, reading) for each in element])


def _cell(element: Element, reading: Reading) -> Cell:
    return Cell(
        text=_text(element, reading),
        columns=_span(element, "colspan", reading),
        rows=_span(element, "rowspan", reading),
        header=local(element) == "th",
    )


def _text(element: Element, reading: Reading) -> InlineText:
    """Return the text of a cell, each of its paragraphs on a line of its own."""
    made: list[Piece] = [element.text or ""]
    for each in element:
        inline = local(each) in INLINE
        held = piece(each, reading, _PLAIN) if inline else pieces(each, reading, _PLAIN)
        made += [*held, each.tail or ""] if inline else [BREAK, *held, BREAK, each.tail or ""]
    return folded(made)


def _span(element: Element, name: str, reading: Reading) -> int:
    given = element.get(name, "1").strip()
    if given.isdecimal() and 1 <= int(given) <= _WIDEST:
        return int(given)
    reading.note("a span that is no number", element, given)
    return 1
