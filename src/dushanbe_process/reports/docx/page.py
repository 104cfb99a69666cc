"""Blocks to the body of a Word file, as strings: no tree of elements in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import attrs

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.blocks import (
    Bars,
    Block,
    Bullets,
    ClosingRule,
    Facts,
    Grid,
    Heading,
    PageBreak,
    Pairs,
    Prose,
    Role,
)
from dushanbe_process.reports.docx.names import attribute, is_rtl
from dushanbe_process.reports.docx.numbering import Numbering
from dushanbe_process.reports.docx.runs import Runs, direction_of, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.reports.styles import House

_STYLES = {
    Role.BODY: "BodyText",
    Role.FORMULA: "Formula",
    Role.PREAMBULAR: "Preambular",
    Role.CENTRED: "Centred",
    Role.RIGHT: "Flushed",
    Role.ADOPTION: "Adoption",
    Role.NOTE: "Remark",
}
_DEEPEST = 3
#: How finely the bars of a chart are drawn: parts of the width.
_PARTS = 60
_BAR = "5B7BA6"


@attrs.define
class Page:
    """What is written so far: notes, links, lists and anchors stand in parts of their own."""

    house: House
    language: str
    runs: Runs = attrs.field(init=False)
    numbering: Numbering = attrs.field(init=False)
    anchors: dict[str, int] = attrs.field(factory=dict)
    headings: list[tuple[int, str, str]] = attrs.field(factory=list)

    def __attrs_post_init__(self) -> None:
        """Begin with nothing noted, listed or marked."""
        self.runs = Runs(self.language)
        self.numbering = Numbering(self.language)

    def blocks(self, blocks: Iterable[Block], width: int | None = None) -> Iterator[str]:
        """Yield the WordprocessingML of each block, in a column of this width."""
        wide = width or self.house.width
        for block in blocks:
            match block:
                case Heading():
                    yield self._heading(block)
                case Prose():
                    yield self._prose(block, inset=width is None)
                case Bullets():
                    for item in block.items:
                        yield self.paragraph(InlineText("–\t", *item), "ListItem")
                case Facts():
                    rows = tuple((InlineText(label), value) for label, value in block.rows)
                    yield self._table((), rows, (wide * 26 // 100, wide * 74 // 100), "FactsTable")
                case Grid():
                    yield from self._grid(block, wide)
                case Bars():
                    yield from self._bars(block, wide)
                case Pairs():
                    yield self._pairs(block, wide)
                case PageBreak():
                    yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
                case ClosingRule():
                    if self.house.closing_rule:
                        yield _closing_rule(wide)
                case _:
                    assert_never(block)

    def _heading(self, block: Heading) -> str:
        style = "Title" if block.level == 0 else f"Heading{min(block.level, 4)}"
        words = f"{block.number} {block.text}" if block.number else block.text
        anchor = block.anchor or f"heading-{len(self.headings) + 1}"
        if block.level:
            self.headings.append((block.level, words, self._name(anchor)))
        return self.paragraph(InlineText(words), style, anchor=anchor)

    def _prose(self, block: Prose, *, inset: bool) -> str:
        style = _STYLES.get(block.role, f"Operative{min(block.depth + 1, _DEEPEST)}")
        content, more = block.text, ""
        if block.number:
            place = (
                self.numbering.place(block.number, block.depth)
                if block.role is Role.OPERATIVE
                else None
            )
            if place:
                more = (
                    f'<w:numPr><w:ilvl w:val="{place[1]}"/><w:numId w:val="{place[0]}"/></w:numPr>'
                )
            else:
                content = InlineText(f"{block.number}\t", *content)
        if block.role is not Role.OPERATIVE and block.depth:
            left = (self.house.measure if inset else 0) + self.house.step * block.depth
            more += f'<w:ind w:left="{left}"/>'
        lead = block.lead
        if lead and content is not block.text:
            typed = self.runs.inline(InlineText(f"{block.number}\t"), rtl=self.runs.rtl)
            return self.paragraph(
                block.text, style, more, block.anchor, lead, typed, block.language
            )
        return self.paragraph(content, style, more, block.anchor, lead, "", block.language)

    def paragraph(
        self,
        content: InlineText,
        style: str,
        more: str = "",
        anchor: str | None = None,
        lead: str | None = None,
        before: str = "",
        language: str | None = None,
    ) -> str:
        """Return one paragraph; ``more`` are properties that follow its style."""
        own = self.runs.rtl if language is None else is_rtl(language)
        rtl = direction_of(str(content), own)
        bidi = "" if rtl == self.runs.rtl else f'<w:bidi w:val="{int(rtl)}"/>'
        first, last = ("", "<w:ind") if more.startswith("<w:ind") else (more, "")
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>'
        properties += f"{first}{bidi}" if not last else f"{bidi}{more}"
        inside = before + self.runs.inline(content, rtl=rtl, lead=lead)
        return f"<w:p>{properties}</w:pPr>{self._marked(inside, anchor)}</w:p>"

    def _name(self, anchor: str) -> str:
        """Return the name of a bookmark: hidden, unique, within forty characters."""
        return "_dp_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in anchor)[:36]

    def _marked(self, inside: str, anchor: str | None) -> str:
        name = self._name(anchor) if anchor else ""
        if not inside or not name or name.lower() in self.anchors:
            return inside
        id_ = self.anchors[name.lower()] = len(self.anchors) + 1
        return (
            f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{id_}"/>'
        )

    def _grid(self, block: Grid, wide: int) -> Iterator[str]:
        if block.caption:
            yield self.paragraph(InlineText(block.caption), "TableTitle")
        unit = wide / sum(block.widths)
        widths = tuple(int(unit * share) for share in block.widths)
        yield self._table(block.head, block.rows, widths, "RecordTable", block.caption)

    def _table(
        self,
        head: tuple[str, ...],
        rows: Iterable[tuple[InlineText, ...]],
        widths: tuple[int, ...],
        style: str,
        caption: str = "",
    ) -> str:
        """Return a table; its head is repeated on every page."""
        made = [self._row(map(InlineText, head), widths, "TableHead", header=True)] if head else []
        made += [self._row(row, widths, "TableText") for row in rows]
        look = f'w:firstRow="{int(bool(head))}" w:firstColumn="{int(style == "FactsTable")}"'
        table = _table(self.runs.rtl, widths, "".join(made), style, look, caption)
        return f'{table}<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'

    def _row(
        self,
        cells: Iterable[InlineText],
        widths: tuple[int, ...],
        style: str,
        *,
        header: bool = False,
    ) -> str:
        made = "".join(
            _cell(width, self.paragraph(cell, style))
            for cell, width in zip(cells, widths, strict=True)
        )
        head = "<w:tblHeader/>" if header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{made}</w:tr>"

    def _bars(self, block: Bars, wide: int) -> Iterator[str]:
        """Yield a chart as a table of shaded cells: it needs no picture and reads as text."""
        yield self.paragraph(InlineText(block.caption), "TableTitle")
        label, space, value = wide * 25 // 100, wide * 60 // 100, wide * 15 // 100
        unit = space // _PARTS
        rows = []
        for name, number, words in block.rows:
            parts = max(1, min(_PARTS - 1, round(_PARTS * number / max(block.most, 1))))
            empty = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'
            rows.append(
                "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
                + _cell(label, self.paragraph(InlineText(name), "TableText"))
                + _cell(parts * unit, empty, span=parts, fill=_BAR)
                + _cell((_PARTS - parts) * unit, empty, span=_PARTS - parts)
                + _cell(value, self.paragraph(InlineText(words), "TableText"))
                + "</w:tr>"
            )
        widths = (label, *(unit,) * _PARTS, value)
        look = 'w:firstRow="0" w:firstColumn="0"'
        yield _table(self.runs.rtl, widths, "".join(rows), "TableNormal", look, block.caption)
        yield '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'

    def _pairs(self, block: Pairs, wide: int) -> str:
        """Return two columns, aligned row by row."""
        half = wide // 2
        rows = []
        for cells in block.rows:
            made = "".join(
                _cell(half, "".join(self.blocks(each, half)) or "<w:p/>") for each in cells
            )
            rows.append(f"<w:tr>{made}</w:tr>")
        look = 'w:firstRow="0" w:firstColumn="0"'
        return (
            _table(self.runs.rtl, (half, half), "".join(rows), "TableNormal", look, "") + "<w:p/>"
        )


def _cell(width: int, inside: str, *, span: int = 1, fill: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shade}</w:tcPr>{inside}</w:tc>'
    )


def _table(
    rtl: bool,
    widths: tuple[int, ...],
    rows: str,
    style: str,
    look: str,
    caption: str,
) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    visual = "<w:bidiVisual/>" if rtl else ""
    told = f"<w:tblCaption w:val={attribute(caption)}/>" if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{visual}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000" {look} w:lastRow="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _closing_rule(wide: int) -> str:
    """Return the short rule in the middle: a paragraph with a border and wide indents."""
    side = wide * 44 // 100
    return (
        '<w:p><w:pPr><w:pStyle w:val="Centred"/><w:pBdr><w:bottom w:val="single" w:sz="6" '
        f'w:space="1" w:color="auto"/></w:pBdr><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


__all__ = ["Page", "run"]
