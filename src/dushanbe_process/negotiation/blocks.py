"""Paragraphs, sections and tables merged: all copies of a text as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.body import Body, Cell, Paragraph, Row, Section, Table
from dushanbe_process.model.text import InlineText
from dushanbe_process.negotiation.numbers import moves, number
from dushanbe_process.negotiation.order import Entry, ordered
from dushanbe_process.negotiation.points import Point, point, position
from dushanbe_process.negotiation.proposing import Proposing, without_keys
from dushanbe_process.negotiation.texts import merged_text
from dushanbe_process.reports.conventions.negotiation import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dushanbe_process.model.body import Block
    from dushanbe_process.negotiation.parties import Table as Seats

_NOTHING = InlineText()


@attrs.define
class Merging:
    """One text under way: who is at the table, the language, and what was found so far."""

    seats: Seats
    language: str
    keys: set[str] = attrs.field(factory=set)
    points: list[Point] = attrs.field(factory=list)

    def body(self, base: Body, copies: Mapping[str, Body], path: str) -> Body:
        """Return one text of what each delegation made of the base."""
        self.keys = {each.key for each in base.blocks() if each.key}
        formulas = {name: each.formula for name, each in copies.items()}
        front = self._part("front", base, copies, path)
        formula = self.text(base.formula, formulas, f"{path}.formula")
        rest = {
            part: self._part(part, base, copies, path)
            for part in ("preamble", "operative", "closing")
        }
        return base.evolve(front=front, formula=formula, **rest)

    def _part(self, part: str, base: Body, copies: Mapping[str, Body], path: str) -> list[Block]:
        of_copies = {name: getattr(each, part) for name, each in copies.items()}
        return self.blocks(getattr(base, part), of_copies, f"{path}.{part}")

    def text(
        self,
        base: InlineText,
        copies: Mapping[str, InlineText],
        path: str,
        moved_to: Mapping[str, str] | None = None,
    ) -> InlineText:
        """Return running text with what is not agreed of it in brackets."""
        made = merged_text(base, copies, self.seats, words_of(self.language), moved_to)
        for place in made.places:
            positions = tuple(
                position(
                    who,
                    place.before,
                    after,
                    moved=after is None and not {*who.names}.isdisjoint(moved_to or ()),
                )
                for who, after in place.positions
            )
            self.points.append(point(path, place.before, positions, is_agreed=place.is_agreed))
        return made.text

    def blocks(
        self, base: Sequence[Block], copies: Mapping[str, Sequence[Block]], path: str
    ) -> list[Block]:
        """Return blocks with what is new or gone among them."""
        entries = ordered(base, copies)
        number(entries, self.language)
        moved = moves(entries, self.language)
        made: list[Block] = []
        for entry in entries:
            here = f"{path}[{len(made)}]"
            if entry.index is None:
                made.append(self._new(entry, here))
            elif entry.is_dropped:
                self._note_dropped(entry, f"{path}[{entry.index}]")
            else:
                made.append(self._merged(entry, here, moved.get(entry.index, {})))
        return made

    def _note_dropped(self, entry: Entry[Block] | Entry[Row], path: str) -> None:
        before = _own_text(entry.block)
        who = position(self.seats.parties(entry.copies), before or " ", None)
        self.points.append(point(path, before, (who,), is_agreed=True))

    def _merged(self, entry: Entry[Block], path: str, moved: Mapping[str, str]) -> Block:
        """Return a block of the base as all copies have it."""
        copies = entry.copies
        block = entry.block
        match block:
            case Paragraph():
                text = self._field(block, copies, "text", path, moved)
                wrap_up = self._field(block, copies, "wrap_up", path)
                lead = block.lead if block.lead and str(text).startswith(block.lead) else None
                children = self._below(block, copies, path)
                return block.evolve(
                    number=entry.number, lead=lead, text=text, wrap_up=wrap_up, children=children
                )
            case Section():
                heading = self._field(block, copies, "heading", path, moved)
                children = self._below(block, copies, path)
                return block.evolve(number=entry.number, heading=heading, children=children)
            case Table():
                caption = self._field(block, copies, "caption", path, moved)
                return block.evolve(caption=caption, rows=self._rows(block, copies, path))

    def _field(
        self,
        block: Block | Cell,
        copies: Mapping[str, Block | Cell | None],
        name: str,
        path: str,
        moved: Mapping[str, str] | None = None,
    ) -> InlineText:
        """Return running text of a block; those who took the block out have none."""
        of_copies = {who: getattr(each, name, _NOTHING) for who, each in copies.items()}
        return self.text(getattr(block, name), of_copies, f"{path}.{name}", moved)

    def _below(
        self, block: Paragraph | Section, copies: Mapping[str, Block | None], path: str
    ) -> list[Block]:
        of_copies = {name: getattr(each, "children", ()) for name, each in copies.items()}
        return self.blocks(block.children, of_copies, f"{path}.children")

    def _rows(self, table: Table, copies: Mapping[str, Block | None], path: str) -> list[Row]:
        of_copies: dict[str, Sequence[Row]] = {
            name: getattr(each, "rows", ()) for name, each in copies.items()
        }
        made: list[Row] = []
        for entry in ordered(table.rows, of_copies):
            here = f"{path}.rows[{len(made)}]"
            if entry.index is None:
                made.append(self._new_row(entry, here))
            elif entry.is_dropped:
                self._note_dropped(entry, f"{path}.rows[{entry.index}]")
            else:
                made.append(self._row(entry, here))
        return made

    def _row(self, entry: Entry[Row], path: str) -> Row:
        cells = [
            cell.evolve(
                text=self._field(
                    cell,
                    {name: row.cells[n] if row else None for name, row in entry.copies.items()},
                    "text",
                    f"{path}.cells[{n}]",
                )
            )
            for n, cell in enumerate(entry.block.cells)
        ]
        return entry.block.evolve(cells=cells)

    def _new_row(self, entry: Entry[Row], path: str) -> Row:
        parties = self.seats.parties(entry.parties)
        said = _own_text(entry.block)
        is_agreed = self.seats.are_all(parties)
        who = position(parties, "", said)
        self.points.append(point(path, "", (who,), is_agreed=is_agreed))
        if is_agreed:
            return entry.block
        return Proposing(parties, words_of(self.language)).row(entry.block)

    def _new(self, entry: Entry[Block], path: str) -> Block:
        """Return a block that some delegations put in."""
        parties = self.seats.parties(entry.parties)
        said = _own_text(entry.block)
        is_agreed = self.seats.are_all(parties)
        who = position(parties, "", said, moved=entry.moved_from is not None)
        self.points.append(point(path, "", (who,), is_agreed=is_agreed))
        block = without_keys(entry.block, self.keys)
        if not is_agreed:
            block = Proposing(parties, words_of(self.language)).block(block)
        return block.evolve(number=entry.number)


def _own_text(block: Block | Row) -> str:
    match block:
        case Paragraph():
            return str(block.text)
        case Section():
            return str(block.heading)
        case Table():
            return str(block.caption)
        case Row():
            return " | ".join(str(each.text) for each in block.cells)
