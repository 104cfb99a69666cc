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
from dushanbe_process.reports.docx.contents import Entry
from dushanbe_process.reports.docx.frames import end
from dushanbe_process.reports.docx.manner import Manner
from dushanbe_process.reports.docx.numbering import Numbering
from dushanbe_process.reports.docx.runs import Runs, run
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
_ALIGNED = {Role.CENTRED, Role.RIGHT, Role.ADOPTED, Role.ADOPTION}
#: Styles of the lines in cells: Latin ones beside Arabic ones go down to their line.
_IN_CELLS = {"TableText", "TableKept", "TableHead"}
_LOWERED = '<w:spacing w:before="120" w:after="40"/>'
#: In a column what is set in from the margins elsewhere begins at its edge.
_FLUSH = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
_DEEPEST = 3


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
        for block, after in zip(listed, [*listed[1:], None], strict=False):
            kept = self.kept = _belongs(block, after)
            made = self._block(block, width or self.house.width, inset=width is None)
            self.under_table = isinstance(block, Facts | Grid | Bars | Pairs)
            # The rule ends a table itself: two lines under it might not find room.
            ruled = isinstance(after, ClosingRule) and self.house.closing_rule
            yield made + end(kept=kept) if self.under_table and not ruled else made

    def _block(self, block: Block, wide: int, *, inset: bool) -> str:
        match block:
            case Heading():
                return self._heading(block, inset=inset)
            case Prose():
                return self._prose(block, inset=inset)
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
            self.headings.append(Entry(block.level, number, str(words), self._name(anchor)))
        if not hangs:
            flush = "" if inset else _FLUSH
            return self.paragraph(words, Manner(style, anchor=anchor, indent=flush))
        hung = f'<w:ind w:left="{face.left}" w:right="{face.right}" w:hanging="{face.left}"/>'
        number = f"\t{block.number}"
        manner = Manner(style, indent=hung, number=number, anchor=anchor)
        return self.paragraph(block.text, manner)

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
            kept=self.kept,
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
        own = self.rtl if how.language is None else is_rtl(how.language)
        rtl = direction_of(str(content), own)
        side = self.runs.rtl if how.style in _LISTED else rtl
        if side and how.style in _LISTED and _LATIN_STOP.search(str(content)):
            content = InlineText(*content, _LEFT_TO_RIGHT)
        bidi = "" if side == self.runs.rtl else f'<w:bidi w:val="{int(side)}"/>'
        listed = ""
        if how.place:
            list_, level = how.place
            listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
        kept = "<w:keepNext/>" * how.kept
        foreign = self.rtl and not rtl and how.style in _LINES
        low = self.rtl and how.style in _IN_CELLS and begins_in_latin(str(content))
        lowered = _LOWERED if low else ""
        properties = f'<w:pStyle w:val="{how.style}"/>{kept}{listed}{bidi}{lowered}{how.indent}'
        if foreign and "<w:jc" not in how.indent:
            properties += '<w:jc w:val="right"/>'
        typed = run(f"{how.number}\t", rtl=rtl) if how.number else ""
        spoken = how.language or self.column or ""
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


def _belongs(block: Block, after: Block | None) -> bool:
    """Say whether a block stays with the next: a sentence with its table, that with its remark.

    The rule under the end never stands alone on a page.
    """
    match block, after:
        case _, ClosingRule():
            return True
        case Prose(role=Role.NOTE), _:
            return False
        case Prose(), Facts() | Grid() | Bars():
            return not (isinstance(after, Grid) and after.caption)
        case Facts() | Grid(), Prose(role=Role.NOTE):
            return True
        case _:
            return False
