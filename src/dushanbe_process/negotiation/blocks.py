"""Paragraphs, sections and tables merged: all copies of a text as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from dushanbe_process.model.body import Body, Cell, Paragraph, Row, Section, Table
from dushanbe_process.model.text import InlineText
from dushanbe_process.negotiation.order import Entry, ordered
from dushanbe_process.negotiation.points import Point, point, position
from dushanbe_process.negotiation.regions import Proposal, Region, disputed, written
from dushanbe_process.negotiation.texts import merged_text
from dushanbe_process.reports.conventions.negotiation import number_after, number_before, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dushanbe_process.model.body import Block
    from dushanbe_process.negotiation.parties import Table as Seats
    from dushanbe_process.negotiation.regions import Parties

Record = TypeVar("Record", Paragraph | Section | Table, Row)

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
            moved = bool(moved_to)
            positions = tuple(
                position(who, place.before, after, moved=moved and after is None)
                for who, after in place.positions
            )
            self.points.append(point(path, place.before, positions, is_agreed=place.is_agreed))
        return made.text

    def blocks(
        self, base: Sequence[Block], copies: Mapping[str, Sequence[Block]], path: str
    ) -> list[Block]:
        """Return blocks with what is new or gone among them."""
        entries = ordered(base, copies)
        self._number(entries)
        moves = self._moves(entries)
        made: list[Block] = []
        for entry in entries:
            here = f"{path}[{len(made)}]"
            if entry.index is None:
                made.append(self._new(entry, here))
            elif self._is_dropped(entry):
                self._note_dropped(entry, f"{path}[{entry.index}]")
            else:
                made.append(self._merged(entry, here, moves.get(entry.index, {})))
        return made

    def _number(self, entries: Sequence[Entry[Block]]) -> None:
        """Give new blocks numbers between those of the base."""
        taken = {each.block.number for each in entries if each.index is not None}
        last: str | None = None
        for place, entry in enumerate(entries):
            if entry.index is not None:
                entry.number = self._agreed_number(entry)
            else:
                entry.number = self._new_number(entries, place, last, taken)
            taken.add(entry.number)
            last = entry.number or last

    def _agreed_number(self, entry: Entry[Block]) -> str | None:
        """Return the number of a block of the base, or the one that all copies give it."""
        numbers = {each.number for each in entry.copies.values() if each is not None}
        everybody = len(entry.copies) > 1 and None not in entry.copies.values()
        return numbers.pop() if everybody and len(numbers) == 1 else entry.block.number

    def _new_number(
        self,
        entries: Sequence[Entry[Block]],
        place: int,
        last: str | None,
        taken: set[str | None],
    ) -> str | None:
        own = entry.number if (entry := entries[place].block).number else None
        if own is None or own not in taken:
            return own
        if last is not None:
            return number_after(last, taken, self.language)
        later = (each.block.number for each in entries[place:] if each.index is not None)
        following = next(filter(None, later), own)
        return number_before(following, taken, self.language)

    def _moves(self, entries: Sequence[Entry[Block]]) -> dict[int, dict[str, str]]:
        """Return to what number each delegation wants each block moved."""
        made: dict[int, dict[str, str]] = {}
        for entry in entries:
            if entry.moved_from is not None:
                for name in entry.parties:
                    number = (entry.number or "").strip().rstrip(".-– ")
                    made.setdefault(entry.moved_from, {})[name] = number
        return made

    def _is_dropped(self, entry: Entry[Block]) -> bool:
        """Say whether all took a block out."""
        return len(entry.copies) > 1 and all(each is None for each in entry.copies.values())

    def _note_dropped(self, entry: Entry[Block], path: str) -> None:
        before = str(_own_text(entry.block))
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
            elif not (
                len(entry.copies) > 1 and all(each is None for each in entry.copies.values())
            ):
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
        said = " | ".join(str(each.text) for each in entry.block.cells)
        is_agreed = self.seats.are_all(parties)
        who = position(parties, "", said)
        self.points.append(point(path, "", (who,), is_agreed=is_agreed))
        return entry.block if is_agreed else self._proposed_row(entry.block, parties)

    def _new(self, entry: Entry[Block], path: str) -> Block:
        """Return a block that some delegations put in."""
        parties = self.seats.parties(entry.parties)
        said = str(_own_text(entry.block))
        is_agreed = self.seats.are_all(parties)
        who = position(parties, "", said, moved=entry.moved_from is not None)
        self.points.append(point(path, "", (who,), is_agreed=is_agreed))
        block = self._keyed(entry.block)
        if not is_agreed:
            block = self._proposed(block, parties)
        return block.evolve(number=entry.number)

    def _keyed(self, block: Block) -> Block:
        """Return a new block without the keys that the text has already."""
        changes = {}
        if block.key in self.keys:
            changes["key"] = None
        elif block.key:
            self.keys.add(block.key)
        if not isinstance(block, Table):
            return block.evolve(children=[*map(self._keyed, block.children)], **changes)
        return block.evolve(**changes)

    def _proposed(self, block: Block, parties: Parties) -> Block:
        """Return a block with all that it says in brackets."""
        match block:
            case Paragraph():
                return block.evolve(
                    lead=None,
                    text=self._bracketed(block.text, parties),
                    wrap_up=self._bracketed(block.wrap_up, parties),
                    children=[self._proposed(each, parties) for each in block.children],
                    proposed_by=parties.ids,
                )
            case Section():
                return block.evolve(
                    heading=self._bracketed(block.heading, parties),
                    children=[self._proposed(each, parties) for each in block.children],
                )
            case Table():
                return block.evolve(
                    caption=self._bracketed(block.caption, parties),
                    rows=[self._proposed_row(each, parties) for each in block.rows],
                )

    def _proposed_row(self, row: Row, parties: Parties) -> Row:
        cells = [each.evolve(text=self._bracketed(each.text, parties)) for each in row.cells]
        return row.evolve(cells=cells)

    def _bracketed(self, text: InlineText, parties: Parties) -> InlineText:
        said = tuple(disputed(text))
        if not said:
            return InlineText()
        region = Region((), (Proposal(parties, said),))
        return InlineText(*written(region, words_of(self.language)))


def _own_text(block: Block) -> InlineText:
    match block:
        case Paragraph():
            return block.text
        case Section():
            return block.heading
        case Table():
            return block.caption
