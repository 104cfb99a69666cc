"""Tables of Word: their grid, rows and cells."""

from __future__ import annotations

import attrs

from dushanbe_process.reports.docx.names import attribute

#: What is left free on both sides of a cell where two texts stand side by side.
PADDING = 170

#: White lines above and below a shaded cell, so that bars stand apart.
_APART = (
    '<w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/>'
    '<w:bottom w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/></w:tcBorders>'
)


@attrs.frozen
class Frame:
    """What a table is, its rows aside."""

    widths: tuple[int, ...]
    style: str = "TableNormal"
    rtl: bool = False
    first_row: bool = False
    first_column: bool = False
    caption: str = ""
    indent: int = 0


def end(*, kept: bool = False) -> str:
    """Return what follows every table, so that two of them do not run together."""
    return f'<w:p><w:pPr><w:pStyle w:val="TableEnd"/>{"<w:keepNext/>" * kept}</w:pPr></w:p>'


def table(frame: Frame, rows: str) -> str:
    """Return a table of these rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in frame.widths)
    visual = "<w:bidiVisual/>" if frame.rtl else ""
    told = f"<w:tblCaption w:val={attribute(frame.caption)}/>" if frame.caption else ""
    look = f'w:firstRow="{int(frame.first_row)}" w:firstColumn="{int(frame.first_column)}"'
    inset = f'<w:tblInd w:w="{frame.indent}" w:type="dxa"/>' if frame.indent else ""
    bits = 0x0600 | 0x0020 * frame.first_row | 0x0080 * frame.first_column
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{frame.style}"/>{visual}'
        f'<w:tblW w:w="{sum(frame.widths)}" w:type="dxa"/>{inset}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{bits:04X}" {look} w:lastRow="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def row(cells: str, *, header: bool = False, whole: bool = True) -> str:
    """Return a row; a header is repeated on every page, a whole one not broken."""
    inside = "<w:cantSplit/>" * whole + "<w:tblHeader/>" * header
    properties = f"<w:trPr>{inside}</w:trPr>" if inside else ""
    return f"<w:tr>{properties}{cells}</w:tr>"


def cell(width: int, inside: str, *, span: int = 1, fill: str = "") -> str:
    """Return a cell, over as many columns of the grid as it spans."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'{_APART}<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shade}</w:tcPr>'
    return f"<w:tc>{properties}{inside}</w:tc>"
