"""The text of a document to blocks: formula, preamble, operative part, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.body import Block as TextBlock
from dushanbe_process.model.body import Body, Cell, ClauseStyle, Marker, Paragraph, Section, Table
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.blocks import Block, Grid, Heading, Prose, Role
from dushanbe_process.reports.conventions.lead_phrases import Part, recognise_lead
from dushanbe_process.reports.layouts.marks import marks_in_place
from dushanbe_process.reports.layouts.sentences import together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DASH = "–"
_ENDS = " ,:;،؛，：；"
#: The longest name of an organ; and how texts begin whose authors speak of themselves.
_LONGEST = 60
_WE = ("We", "Nous", "Nosotros", "Los ", "Мы", "نحن", "我们", "Мо")


def body_blocks(text: Body, language: str, *, level: int = 1, anchor: str = "") -> Iterator[Block]:
    """Yield a text as the blocks that it is; ``anchor`` begins the names of its paragraphs.

    A paragraph is named by its key, or by its place where it has none.

    Where the record names no lead phrase, one that the language is known to have is set apart.
    """
    yield from _parts(text.front, _Place(Role.BODY, language, level, anchor, f"{anchor}f"))
    if text.formula:
        lead = _organ_in(str(text.formula))
        yield Prose(text.formula, lead=lead, role=Role.FORMULA, anchor=f"{anchor}formula")
    preamble = _Place(Role.PREAMBULAR, language, level, anchor, f"{anchor}p", text.preamble_style)
    yield from _parts(text.preamble, preamble)
    numbered = bool(text.formula or text.preamble) or _has_numbers(text.operative)
    role = Role.OPERATIVE if numbered else Role.BODY
    yield from _parts(
        text.operative, _Place(role, language, level, anchor, f"{anchor}o", text.operative_style)
    )
    yield from _parts(text.closing, _Place(Role.BODY, language, level, anchor, f"{anchor}c"))


def _organ_in(formula: str) -> str | None:
    """Return the organ that a formula names and nothing else: it is set as a lead phrase is."""
    said = formula.rstrip(_ENDS)
    alone = said and not any(each in said for each in _ENDS.strip()) and len(said) <= _LONGEST
    return said if alone and not said.startswith(_WE) else None


def _has_numbers(blocks: Iterable[TextBlock]) -> bool:
    return any(isinstance(each, Paragraph) and each.number for each in blocks)


@attrs.frozen
class _Place:
    """Where blocks stand: in what part, set how, at what level of headings and what depth.

    ``text`` begins the names of all that is in the text, ``anchor`` those of what is here.
    """

    role: Role
    language: str
    level: int
    text: str
    anchor: str
    style: ClauseStyle | None = None
    depth: int = 0


def _parts(blocks: Iterable[TextBlock], place: _Place) -> Iterator[Block]:
    """Yield the blocks of one part of a text, and what stands below each."""
    for index, block in enumerate(blocks):
        name = f"{place.text}k-{block.key}" if block.key else f"{place.anchor}{index}"
        match block:
            case Paragraph():
                yield _paragraph(block, place, name)
                if block.children:
                    deeper = attrs.evolve(
                        place, anchor=f"{name}-", style=None, depth=place.depth + 1
                    )
                    yield from _parts(block.children, deeper)
                if block.wrap_up:
                    yield Prose(block.wrap_up, depth=place.depth, anchor=f"{name}w")
            case Section():
                if block.number or block.heading:
                    words = marks_in_place(block.heading, place.language)
                    yield Heading(place.level, words, block.number, name)
                below = attrs.evolve(place, anchor=f"{name}-", level=place.level + 1)
                yield from _parts(block.children, below)
            case Table():
                yield from _table(block, place.language)


def _paragraph(block: Paragraph, place: _Place, anchor: str) -> Prose:
    style = place.style
    dashed = style is not None and style.marker is Marker.DASH and not block.number
    text = marks_in_place(block.text, block.language or place.language)
    text = InlineText("[", *text, "]") if block.bracketed else text
    lead = None if block.bracketed else block.lead or _lead_of(block, place)
    number = _DASH if dashed else block.number
    return Prose(text, number, place.depth, lead, place.role, anchor, block.language)


_PARTS: dict[Role, Part] = {Role.PREAMBULAR: "preambular", Role.OPERATIVE: "operative"}


def _lead_of(block: Paragraph, place: _Place) -> str | None:
    """Return the lead phrase that a clause of the first level begins with, if it is known."""
    part = _PARTS.get(place.role)
    if part is None or place.depth:
        return None
    return recognise_lead(str(block.text), block.language or place.language, part)


def _table(table: Table, language: str) -> Iterator[Block]:
    """Yield a table, every spanned cell as an empty one, its head apart."""
    rows = [[text for cell in row.cells for text in _spanned(cell, language)] for row in table.rows]
    width = max([1, *map(len, rows)])
    even = [tuple(row + [InlineText()] * (width - len(row))) for row in rows]
    heads = bool(table.rows) and bool(table.rows[0].cells)
    heads = heads and all(cell.header for cell in table.rows[0].cells)
    caption = together(table.number or "", marks_in_place(table.caption, language), between=" ")
    head = even[0] if heads else ()
    rest = tuple(even[1:] if heads else even)
    if head or rest:
        yield Grid(head, rest, (1,) * width, caption)


def _spanned(cell: Cell, language: str) -> Iterator[InlineText]:
    yield marks_in_place(cell.text, language)
    yield from [InlineText()] * (cell.columns - 1)
