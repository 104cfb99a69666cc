"""Blocks that are tables: facts, grids, charts, texts side by side.

What ends each, so that two of them do not run together, is for the page to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.docx.frames import PADDING, Frame, cell, row, table
from dushanbe_process.reports.docx.manner import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.reports.blocks import Bars, BlockTree, Facts, Grid, Pairs
    from dushanbe_process.reports.docx.page import Page

#: Facts and charts of no more rows than this stand on one page.
_TOGETHER = 8
#: How finely the bars of a chart are drawn: parts of the width.
_PARTS = 60
_BAR = "5B7BA6"


def _measure(page: Page, wide: int, *, inset: bool) -> tuple[int, int]:
    """Return how far in a table stands that goes with the text, and how wide it is."""
    indent = page.house.measure if inset else 0
    return indent, wide - 2 * indent


def facts(block: Facts, page: Page, wide: int, *, inset: bool) -> str:
    """Return what is known of one thing, a label and a value a row."""
    indent, wide = _measure(page, wide, inset=inset)
    widths = (wide * 26 // 100, wide * 74 // 100)
    frame = Frame(widths, "FactsTable", page.rtl, first_column=True, indent=indent)
    styles = _styles(page, len(block.rows), _TOGETHER)
    rows = (
        _row(page, (InlineText(label), value), widths, style)
        for style, (label, value) in zip(styles, block.rows, strict=True)
    )
    return table(frame, "".join(rows))


def _styles(page: Page, count: int, most: int) -> list[str]:
    """Return the style of each row: few rows stay on one page, the last with what follows it."""
    styles = ["TableKept" if count <= most else "TableText"] * count
    styles[-1:] = ["TableKept" if page.kept else "TableText"] * bool(count)
    return styles


def grid(block: Grid, page: Page, wide: int) -> str:
    """Return a table with its caption, its column heads and its rows."""
    unit = wide / sum(block.widths)
    widths = tuple(int(unit * share) for share in block.widths)
    told = str(block.caption)
    frame = Frame(widths, "RecordTable", page.rtl, bool(block.head), caption=told)
    title = page.paragraph(block.caption, "TableTitle") if block.caption else ""
    rows = [_row(page, block.head, widths, "TableHead", header=True)] if block.head else []
    about = block.about or ((),) * len(block.rows)
    rows += [
        _row(page, each, widths, style, about=of)
        for each, style, of in zip(
            block.rows, _styles(page, len(block.rows), 0), about, strict=True
        )
    ]
    return title + table(frame, "".join(rows))


def _row(  # noqa: PLR0913  (what a row is made of, and how it is set)
    page: Page,
    cells: Iterable[InlineText],
    widths: tuple[int, ...],
    style: str,
    *,
    header: bool = False,
    about: tuple[object, ...] = (),
) -> str:
    how = Manner(style, about=about)
    pairs = zip(cells, widths, strict=True)
    made = "".join(cell(width, page.paragraph(each, how)) for each, width in pairs)
    return row(made, header=header)


def bars(block: Bars, page: Page, wide: int, *, inset: bool) -> str:
    """Return a chart as a table of shaded cells: it needs no picture and reads as text."""
    indent, wide = _measure(page, wide, inset=inset)
    label, unit, value = wide * 22 // 100, wide * 48 // 100 // _PARTS, wide * 30 // 100
    widths = (label, *(unit,) * _PARTS, value)
    frame = Frame(widths, rtl=page.rtl, caption=block.caption, indent=indent)
    rows = "".join(
        _bar(page, each, block.most, (label, unit, value), style)
        for each, style in zip(block.rows, _styles(page, len(block.rows), _TOGETHER), strict=True)
    )
    title = page.paragraph(InlineText(block.caption), "ChartTitle")
    return title + table(frame, rows)


def _bar(
    page: Page, line: tuple[str, int, str], most: int, widths: tuple[int, int, int], style: str
) -> str:
    """Return one line of a chart: its name, a bar, the value in words."""
    (name, number, words), (label, unit, value) = line, widths
    empty = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'
    parts = max(1, min(_PARTS - 1, round(_PARTS * number / max(most, 1))))
    rest = _PARTS - parts
    return row(
        cell(label, page.paragraph(InlineText(name), style))
        + cell(parts * unit, empty, span=parts, fill=_BAR)
        + cell(rest * unit, empty, span=rest)
        + cell(value, page.paragraph(InlineText(words), "TableText"))
    )


def pairs(block: Pairs, page: Page, wide: int) -> str:
    """Return two columns, aligned row by row."""
    half = wide // 2
    rows = "".join(
        row(
            "".join(
                _column(page, *each, half) for each in zip(block.languages, cells, strict=True)
            ),
            whole=False,
        )
        for cells in block.rows
    )
    return table(Frame((half, half), "PairsTable", rtl=page.rtl), rows)


def _column(page: Page, language: str, blocks: BlockTree, wide: int) -> str:
    """Return a cell of the text in one language."""
    page.column = language
    inside = "".join(page.blocks(blocks, wide - 2 * PADDING)) or "<w:p/>"
    page.column = None
    return cell(wide, inside)
