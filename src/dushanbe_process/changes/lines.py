"""The text of a document line by line: paragraphs, headings and rows in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from dushanbe_process.changes.alignment import Item
from dushanbe_process.changes.told import running
from dushanbe_process.model.body import Body, Paragraph, Row, Section, Table
from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.body import Block

Subject: TypeAlias = Paragraph | Section | Table | Row | InlineText

#: The parts of a text, and what a paragraph of each is called.
_PARTS = (
    ("front", "opening paragraph"),
    ("preamble", "preambular paragraph"),
    ("operative", "operative paragraph"),
    ("closing", "closing paragraph"),
)


@attrs.frozen
class Line:
    """A paragraph, a heading, a caption or a row, without what stands below it.

    ``number`` is what people call it by: the numbers as printed, from the outermost in.
    """

    path: str
    place: str
    kind: str
    text: str
    subject: Subject
    number: str | None = None
    key: str | None = None

    def item(self) -> Item:
        """Return what is aligned."""
        return Item(self.text, self.kind, self.key)


def lines(body: Body, path: str) -> Iterator[Line]:
    """Yield the lines of a text."""
    for part, name in _PARTS:
        if part == "preamble" and body.formula:
            said = running(body.formula)
            yield Line(f"{path}.formula", "opening formula", "formula", said, body.formula)
        yield from _Part(name).lines(getattr(body, part), f"{path}.{part}")


@attrs.define
class _Part:
    """One part of a text: paragraphs without numbers are counted."""

    name: str
    count: int = 0

    def lines(self, blocks: tuple[Block, ...], path: str, above: str = "") -> Iterator[Line]:
        for index, block in enumerate(blocks):
            here = f"{path}[{index}]"
            match block:
                case Paragraph():
                    yield from self._paragraph(block, here, above)
                case Section():
                    said = running(block.heading)
                    number = _bare(block.number)
                    place = f"section {number}" if number else "section"
                    yield Line(here, place, "section", said, block, number, block.key)
                    within = _Part(f"{_short(said) or place}, paragraph", self.count)
                    yield from within.lines(block.children, f"{here}.children")
                    self.count = within.count
                case Table():
                    yield from _table(block, here)

    def _paragraph(self, block: Paragraph, here: str, above: str) -> Iterator[Line]:
        number = " ".join(filter(None, (above, _bare(block.number)))) if block.number else None
        if not above:
            self.count += 1
        place = f"{self.name} {number or above or self.count}"
        if above and not number:
            place += ", below it"
        said = running(block.text)
        if block.wrap_up:
            said = f"{said}\n{running(block.wrap_up)}"
        yield Line(here, place, "paragraph", said, block, number, block.key)
        yield from self.lines(block.children, f"{here}.children", number or f"{self.count}")


#: How much of a heading is enough to tell it by.
_ENOUGH = 40


def _short(heading: str) -> str:
    return heading if len(heading) <= _ENOUGH else f"{heading[:_ENOUGH].rstrip()}…"


def _table(table: Table, here: str) -> Iterator[Line]:
    number = _bare(table.number)
    place = f"table {number}" if number else "table"
    yield Line(here, place, "table", running(table.caption), table, number, table.key)
    for index, row in enumerate(table.rows):
        said = " | ".join(running(each.text) for each in row.cells)
        # Only rows of one width become one another.
        kind = f"row of {len(row.cells)}"
        yield Line(f"{here}.rows[{index}]", f"{place}, row {index + 1}", kind, said, row)


def _bare(number: str | None) -> str | None:
    """Return a number without the signs that only set it off: ``3`` for ``3.``."""
    return number.strip().rstrip(".-– ") or number if number else None
