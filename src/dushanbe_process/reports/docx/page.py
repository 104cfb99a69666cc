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
from dushanbe_process.reports.direction import begins_in_latin, direction_of, is_rtl
from dushanbe_process.reports.docx.bookmarks import Bookmarks, name_of
from dushanbe_process.reports.docx.contents import Entry
from dushanbe_process.reports.docx.frames import end
from dushanbe_process.reports.docx.manner import Manner, beginning
from dushanbe_process.reports.docx.numbering import Numbering
from dushanbe_process.reports.docx.runs import Runs, plain_runs, plain_words, run
from dushanbe_process.reports.docx.tables import bars, facts, grid, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.reports.styles import House

_STYLES = {
    Role.BODY: "BodyText",
    Role.FORMULA: "Formula",
    Role.PREAMBULAR: "Preambular",
    Role.CENTRED: "Centred",
    Role.RIGHT: "Flushed",
    Role.ADOPTED: "MastheadAdopted",
    Role.ADOPTION: "Adoption",
    Role.NOTE: "Remark",
}
#: Items of a list all begin on one side, whatever language one of them is in.
_LISTED = ("ListItem",)
#: A stop that Latin words end with: it stays with them where a mark says that it does.
_LATIN_STOP = re.compile(r"[A-Za-z0-9)\]”\"][.!?]$")
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
_ALIGNED = {Role.CENTRED, Role.RIGHT, Role.ADOPTED, Role.ADOPTION}
#: Styles of the lines in cells: Latin ones beside Arabic ones go down to their line.
_IN_CELLS = {"TableText", "TableKept", "TableHead"}
_LOWERED = '<w:spacing w:before="120" w:after="40"/>'
#: In a column what is set in from the margins elsewhere begins at its edge.
_FLUSH = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
_OPERATIVE = ("Operative1", "Operative2", "Operative3")
_DEEPEST = len(_OPERATIVE) - 1
_TABLES = (Facts, Grid, Bars, Pairs)


@attrs.define
class Page:
    """What is written so far: notes, links and lists stand in parts of their own."""

    house: House
    language: str
    runs: Runs = attrs.field(init=False)
    numbering: Numbering = attrs.field(init=False)
    bookmarks: Bookmarks = attrs.field(factory=Bookmarks)
    headings: list[Entry] = attrs.field(factory=list)
    #: Whether the block that is being written stays on one page with the next one.
    kept: bool = False
    #: Whether the block before is a table.
    under_table: bool = False
    #: The language of the column that is being written, where texts stand side by side.
    column: str | None = None

    def __attrs_post_init__(self) -> None:
        """Begin with nothing noted, listed or marked."""
        self.runs = Runs(self.language)
        self.numbering = Numbering(self.language)

    @property
    def rtl(self) -> bool:
        """Whether what is being written runs from right to left."""
        return is_rtl(self.column or self.language)

    def blocks(self, blocks: Iterable[Block], width: int | None = None) -> Iterator[str]:
        """Yield the WordprocessingML of each block, in a column of this width."""
        listed = list(blocks)
        wide, inset = width or self.house.width, width is None
        for block, after in zip(listed, [*listed[1:], None], strict=False):
            kept = self.kept = _belongs(block, after)
            made = self._block(block, wide, inset=inset)
            self.under_table = isinstance(block, _TABLES)
            # The rule ends a table itself: two lines under it might not find room.
            ruled = self.under_table and isinstance(after, ClosingRule) and self.house.closing_rule
            yield made + end(kept=kept) if self.under_table and not ruled else made

    def _block(self, block: Block, wide: int, *, inset: bool) -> str:
        match block:
            case Prose():
                return self._prose(block, inset=inset)
            case Heading():
                return self._heading(block, inset=inset)
            case Bullets():
                return self._bullets(block)
            case Facts():
                return facts(block, self, wide, inset=inset)
            case Grid():
                return grid(block, self, wide)
            case Bars():
                return bars(block, self, wide, inset=inset)
            case Pairs():
                return pairs(block, self, wide)
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
            case ClosingRule():
                return self._closing_rule(wide) if self.house.closing_rule else ""
        assert_never(block)

    def _closing_rule(self, wide: int) -> str:
        """Return the short rule in the middle: a paragraph with a border and wide indents."""
        side = wide * 44 // 100
        border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        indent = f'<w:ind w:left="{side}" w:right="{side}"/>'
        style = "TableEnd" if self.under_table else "Centred"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{border}{indent}</w:pPr></w:p>'

    def _bullets(self, block: Bullets) -> str:
        last = len(block.items) - 1
        return "".join(
            self.paragraph(
                InlineText("–\t", *item), Manner("ListItem", kept=self.kept and place == last)
            )
            for place, item in enumerate(block.items)
        )

    def _heading(self, block: Heading, *, inset: bool) -> str:
        style = "Title" if block.level == 0 else f"Heading{min(block.level, 4)}"
        anchor = block.anchor or f"heading-{len(self.headings) + 1}"
        face = self.house.headings[min(block.level, 4) - 1] if block.level else self.house.title
        hangs = bool(block.number and face.tabs and inset)
        words = InlineText(f"{block.number} " if block.number and not hangs else "") + block.text
        if block.level:
            number = block.number or "" if hangs else ""
            self.headings.append(Entry(block.level, number, str(words), name_of(anchor)))
        if not hangs:
            flush = "" if inset else _FLUSH
            return self.paragraph(words, Manner(style, anchor=anchor, indent=flush))
        hung = f'<w:ind w:left="{face.left}" w:right="{face.right}" w:hanging="{face.left}"/>'
        number = f"\t{block.number}"
        manner = Manner(style, indent=hung, number=number, anchor=anchor)
        return self.paragraph(block.text, manner)

    def _prose(self, block: Prose, *, inset: bool) -> str:
        operative = block.role is Role.OPERATIVE
        style = _OPERATIVE[min(block.depth, _DEEPEST)] if operative else _STYLES[block.role]
        counted = operative and inset and block.number
        place = self.numbering.place(block.number or "", block.depth) if counted else None
        indent = "" if inset and not block.depth else self._indent(block, inset=inset)
        if (place or not block.number) and (inside := self._plain(block)):
            begun = beginning(style, place, None, indent, self.kept)
            return f"{begun}{self.bookmarks.around(inside, block.anchor)}</w:p>"
        manner = Manner(
            style,
            place=place,
            indent=indent,
            number=None if place else block.number,
            lead=block.lead,
            anchor=block.anchor,
            language=block.language,
            kept=self.kept,
        )
        return self.paragraph(block.text, manner)

    def _plain(self, block: Prose) -> str:
        """Return the inside of a paragraph as nearly all are, and nothing for any other.

        Its words are one string, in the language of the document, and run as that does.
        """
        if block.language or self.column:
            return ""
        words, rtl = plain_words(block.text), self.runs.rtl
        if not words or direction_of(words, rtl) != rtl:
            return ""
        return plain_runs(words, block.lead, rtl=rtl)

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
        words = str(content)
        rtl = direction_of(words, self.rtl if how.language is None else is_rtl(how.language))
        side = rtl
        if how.style in _LISTED:
            side = self.runs.rtl
            if side and _LATIN_STOP.search(words):
                content = InlineText(*content, _LEFT_TO_RIGHT)
        way = None if side == self.runs.rtl else side
        indent = self._turned(how, words, rtl=rtl) if self.rtl else how.indent
        typed = run(f"{how.number}\t", rtl=rtl) if how.number else ""
        spoken = how.language or self.column or ""
        inside = typed + self.runs.inline(content, rtl=rtl, lead=how.lead, language=spoken)
        begun = beginning(how.style, how.place, way, indent, how.kept)
        return f"{begun}{self.bookmarks.around(inside, how.anchor, how.about)}</w:p>"

    def _turned(self, how: Manner, words: str, *, rtl: bool) -> str:
        """Return the indent of a line on a page from right to left, and what stands beside it."""
        low = how.style in _IN_CELLS and begins_in_latin(words)
        aside = not rtl and how.style in _LINES and "<w:jc" not in how.indent
        return _LOWERED * low + how.indent + '<w:jc w:val="right"/>' * aside


def _belongs(block: Block, after: Block | None) -> bool:
    """Say whether a block stays with the next: a sentence with its table, that with its remark.

    The rule under the end never stands alone on a page.
    """
    match after:
        case Prose():
            return after.role is Role.NOTE and isinstance(block, Facts | Grid)
        case Facts() | Grid() | Bars():
            led = isinstance(block, Prose) and block.role is not Role.NOTE
            return led and not (isinstance(after, Grid) and after.caption)
        case _:
            return isinstance(after, ClosingRule)
