"""Blocks to the body of a Word file, as strings: no tree of elements in between."""

from __future__ import annotations

import re
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
from dushanbe_process.reports.direction import direction_of, is_rtl
from dushanbe_process.reports.docx.numbering import Numbering
from dushanbe_process.reports.docx.runs import Runs, run
from dushanbe_process.reports.docx.tables import END, Frame, cell, row, table

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
#: Items of a list all begin on one side, whatever language one of them is in.
_LISTED = ("ListItem",)
#: A stop that Latin words end with: it stays with them where a mark says that it does.
_LATIN_STOP = re.compile(r"[A-Za-z0-9)\]”\"][.!?]$")
#: What the name of a bookmark does not hold.
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]")
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
#: Styles of lines that stand on the side where the document begins, whichever way they run.
_LINES = {
    "TableText",
    "TableKept",
    "TableHead",
    "TableTitle",
    "Title",
    "MastheadOrgan",
    "MastheadLongOrgan",
}
_LINES |= (
    {"MastheadText"}
    | {f"Heading{level}" for level in range(1, 5)}
    | {"MastheadStrong", "TOC1", "TOC2"}
)
#: What keeps its alignment in a column, where all else would be torn apart if justified.
_ALIGNED = {Role.CENTRED, Role.RIGHT, Role.ADOPTION}
_DEEPEST = 3
#: Facts and charts of no more rows than this stand on one page.
_TOGETHER = 8
#: How finely the bars of a chart are drawn: parts of the width.
_PARTS = 60
_BAR = "5B7BA6"


@attrs.frozen
class Manner:
    """How one paragraph is set: its style, and what is particular to it.

    ``place`` is the list and level in which Word counts it, ``number`` a number to be typed;
    ``about`` holds the things that it tells of, in a row of a table.
    """

    style: str
    place: tuple[int, int] | None = None
    indent: str = ""
    number: str | None = None
    lead: str | None = None
    anchor: str | None = None
    language: str | None = None
    about: tuple[object, ...] = ()


@attrs.define
class Page:
    """What is written so far: notes, links, lists and anchors stand in parts of their own."""

    house: House
    language: str
    runs: Runs = attrs.field(init=False)
    numbering: Numbering = attrs.field(init=False)
    anchors: dict[str, int] = attrs.field(factory=dict)
    #: By the name of a bookmark the things that its row of a table tells of.
    about: dict[str, tuple[object, ...]] = attrs.field(factory=dict)
    headings: list[tuple[int, str, str]] = attrs.field(factory=list)

    def __attrs_post_init__(self) -> None:
        """Begin with nothing noted, listed or marked."""
        self.runs = Runs(self.language)
        self.numbering = Numbering(self.language)

    def blocks(self, blocks: Iterable[Block], width: int | None = None) -> Iterator[str]:
        """Yield the WordprocessingML of each block, in a column of this width."""
        for block in blocks:
            yield self._block(block, width or self.house.width, inset=width is None)

    def _block(self, block: Block, wide: int, *, inset: bool) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Prose():
                return self._prose(block, inset=inset)
            case Bullets():
                items = (InlineText("–\t", *item) for item in block.items)
                return "".join(self.paragraph(item, "ListItem") for item in items)
            case Facts():
                return self._facts(block, wide, inset=inset)
            case Grid():
                return self._grid(block, wide)
            case Bars():
                return self._bars(block, wide, inset=inset)
            case Pairs():
                return self._pairs(block, wide)
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
            case ClosingRule():
                return _closing_rule(wide) if self.house.closing_rule else ""
        assert_never(block)

    def _heading(self, block: Heading) -> str:
        style = "Title" if block.level == 0 else f"Heading{min(block.level, 4)}"
        words = f"{block.number} {block.text}" if block.number else block.text
        anchor = block.anchor or f"heading-{len(self.headings) + 1}"
        if block.level:
            self.headings.append((block.level, words, self._name(anchor)))
        face = self.house.headings[min(block.level, 4) - 1] if block.level else self.house.title
        if not (block.number and face.tabs):
            return self.paragraph(InlineText(words), Manner(style, anchor=anchor))
        hung = f'<w:ind w:left="{face.left}" w:right="{face.right}" w:hanging="{face.left}"/>'
        number = f"\t{block.number}"
        manner = Manner(style, indent=hung, number=number, anchor=anchor)
        return self.paragraph(InlineText(block.text), manner)

    def _prose(self, block: Prose, *, inset: bool) -> str:
        style = _STYLES.get(block.role) or f"Operative{min(block.depth + 1, _DEEPEST)}"
        counted = block.number and inset and block.role is Role.OPERATIVE
        place = self.numbering.place(block.number or "", block.depth) if counted else None
        manner = Manner(
            style,
            place=place,
            indent=self._indent(block, inset=inset),
            number=None if place else block.number,
            lead=block.lead,
            anchor=block.anchor,
            language=block.language,
        )
        return self.paragraph(block.text, manner)

    def _indent(self, block: Prose, *, inset: bool) -> str:
        """Return the indent, where it is not that of the style: in columns, or below others."""
        depth = 0 if block.role is Role.OPERATIVE and inset else block.depth
        if inset and not depth:
            return ""
        left = (self.house.measure if inset else 0) + self.house.step * depth
        right = self.house.measure if inset else 0
        ragged = "" if inset or block.role in _ALIGNED else '<w:jc w:val="left"/>'
        return f'<w:ind w:left="{left}" w:right="{right}" w:firstLine="0"/>{ragged}'

    def paragraph(self, content: InlineText, manner: Manner | str) -> str:
        """Return one paragraph, in a manner or simply in a style."""
        how = Manner(manner) if isinstance(manner, str) else manner
        own = self.runs.rtl if how.language is None else is_rtl(how.language)
        rtl = direction_of(str(content), own)
        side = self.runs.rtl if how.style in _LISTED else rtl
        if side and how.style in _LISTED and _LATIN_STOP.search(str(content)):
            content = InlineText(*content, _LEFT_TO_RIGHT)
        bidi = "" if side == self.runs.rtl else f'<w:bidi w:val="{int(side)}"/>'
        listed = ""
        if how.place:
            list_, level = how.place
            listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
        properties = f'<w:pStyle w:val="{how.style}"/>{listed}{bidi}{how.indent}'
        if how.style in _LINES and self.runs.rtl and not rtl and "<w:jc" not in how.indent:
            properties += '<w:jc w:val="right"/>'
        typed = run(f"{how.number}\t", rtl=rtl) if how.number else ""
        spoken = how.language or ""
        inside = typed + self.runs.inline(content, rtl=rtl, lead=how.lead, language=spoken)
        return f"<w:p><w:pPr>{properties}</w:pPr>{self._marked(inside, how)}</w:p>"

    def _name(self, anchor: str) -> str:
        """Return the name of a bookmark: hidden, within forty characters."""
        plain = anchor.isascii() and anchor.isalnum()
        return "_dp_" + (anchor if plain else _NOT_IN_NAMES.sub("_", anchor))[:36]

    def _marked(self, inside: str, how: Manner) -> str:
        """Return the inside of a paragraph in a bookmark of its own: an empty one has none."""
        if not inside:
            return inside
        id_ = len(self.anchors) + 1
        name = self._name(how.anchor or f"x{id_}")
        folded = name.lower()
        if folded in self.anchors:
            name = folded = f"_dp_x{id_}"
        self.anchors[folded] = id_
        if how.about:
            self.about[name] = how.about
        return (
            f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{id_}"/>'
        )

    def _measure(self, wide: int, *, inset: bool) -> tuple[int, int]:
        """Return how far in a table stands that goes with the text, and how wide it is."""
        indent = self.house.measure if inset else 0
        return indent, wide - 2 * indent

    def _facts(self, block: Facts, wide: int, *, inset: bool) -> str:
        indent, wide = self._measure(wide, inset=inset)
        widths = (wide * 26 // 100, wide * 74 // 100)
        frame = Frame(widths, "FactsTable", self.runs.rtl, first_column=True, indent=indent)
        last = len(block.rows) - 1
        kept = last if last < _TOGETHER else 0
        rows = (
            self._row((InlineText(label), value), widths, "TableKept" if n < kept else "TableText")
            for n, (label, value) in enumerate(block.rows)
        )
        return table(frame, "".join(rows)) + END

    def _grid(self, block: Grid, wide: int) -> str:
        unit = wide / sum(block.widths)
        widths = tuple(int(unit * share) for share in block.widths)
        frame = Frame(widths, "RecordTable", self.runs.rtl, bool(block.head), caption=block.caption)
        title = self.paragraph(InlineText(block.caption), "TableTitle") if block.caption else ""
        head = map(InlineText, block.head)
        rows = [self._row(head, widths, "TableHead", header=True)] if block.head else []
        about = block.about or ((),) * len(block.rows)
        rows += [
            self._row(each, widths, about=of) for each, of in zip(block.rows, about, strict=True)
        ]
        return title + table(frame, "".join(rows)) + END

    def _row(
        self,
        cells: Iterable[InlineText],
        widths: tuple[int, ...],
        style: str = "TableText",
        *,
        header: bool = False,
        about: tuple[object, ...] = (),
    ) -> str:
        how = Manner(style, about=about)
        pairs = zip(cells, widths, strict=True)
        made = "".join(cell(width, self.paragraph(each, how)) for each, width in pairs)
        return row(made, header=header)

    def _bars(self, block: Bars, wide: int, *, inset: bool) -> str:
        """Return a chart as a table of shaded cells: it needs no picture and reads as text."""
        indent, wide = self._measure(wide, inset=inset)
        label, unit, value = wide * 22 // 100, wide * 48 // 100 // _PARTS, wide * 30 // 100
        widths = (label, *(unit,) * _PARTS, value)
        frame = Frame(widths, rtl=self.runs.rtl, caption=block.caption, indent=indent)
        last = len(block.rows) - 1
        kept = last if last < _TOGETHER else 0
        rows = "".join(
            self._bar(
                each, block.most, (label, unit, value), "TableKept" if n < kept else "TableText"
            )
            for n, each in enumerate(block.rows)
        )
        return self.paragraph(InlineText(block.caption), "ChartTitle") + table(frame, rows) + END

    def _bar(
        self, line: tuple[str, int, str], most: int, widths: tuple[int, int, int], style: str
    ) -> str:
        """Return one line of a chart: its name, a bar, the value in words."""
        (name, number, words), (label, unit, value) = line, widths
        empty = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'
        parts = max(1, min(_PARTS - 1, round(_PARTS * number / max(most, 1))))
        rest = _PARTS - parts
        return row(
            cell(label, self.paragraph(InlineText(name), style))
            + cell(parts * unit, empty, span=parts, fill=_BAR)
            + cell(rest * unit, empty, span=rest)
            + cell(value, self.paragraph(InlineText(words), "TableText"))
        )

    def _pairs(self, block: Pairs, wide: int) -> str:
        """Return two columns, aligned row by row."""
        half = wide // 2
        rows = (
            "".join(cell(half, "".join(self.blocks(each, half)) or "<w:p/>") for each in cells)
            for cells in block.rows
        )
        made = "".join(row(each, whole=False) for each in rows)
        return table(Frame((half, half), "PairsTable", rtl=self.runs.rtl), made) + END


def _closing_rule(wide: int) -> str:
    """Return the short rule in the middle: a paragraph with a border and wide indents."""
    side = wide * 44 // 100
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    indent = f'<w:ind w:left="{side}" w:right="{side}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="Centred"/>{border}{indent}</w:pPr></w:p>'
