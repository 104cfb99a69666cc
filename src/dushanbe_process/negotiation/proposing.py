"""Whole blocks that are proposed: all that they say in brackets, with those who want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.model.body import Paragraph, Row, Section, Table
from dushanbe_process.model.text import InlineText
from dushanbe_process.negotiation.regions import Proposal, Region, disputed, written

if TYPE_CHECKING:
    from dushanbe_process.model.body import Block
    from dushanbe_process.negotiation.regions import Parties
    from dushanbe_process.reports.conventions.negotiation import Words


@attrs.frozen
class Proposing:
    """Those who propose, and the words of their language."""

    parties: Parties
    words: Words

    def block(self, block: Block) -> Block:
        """Return a block with all that it says in brackets."""
        match block:
            case Paragraph():
                return block.evolve(
                    lead=None,
                    text=self.text(block.text),
                    wrap_up=self.text(block.wrap_up),
                    children=[*map(self.block, block.children)],
                    proposed_by=self.parties.ids,
                )
            case Section():
                children = [*map(self.block, block.children)]
                return block.evolve(heading=self.text(block.heading), children=children)
            case Table():
                return block.evolve(
                    caption=self.text(block.caption), rows=[*map(self.row, block.rows)]
                )

    def row(self, row: Row) -> Row:
        """Return a row with all that it says in brackets."""
        return row.evolve(cells=[each.evolve(text=self.text(each.text)) for each in row.cells])

    def text(self, text: InlineText) -> InlineText:
        """Return running text in brackets; none, where there is none."""
        said = tuple(disputed(text))
        if not said:
            return InlineText()
        region = Region((), (Proposal(self.parties, said),))
        return InlineText(*written(region, self.words))


def without_keys(block: Block, keys: set[str]) -> Block:
    """Return a new block without the keys that a text has already; its own are added to them."""
    changes: dict[str, Any] = {}
    if block.key in keys:
        changes["key"] = None
    elif block.key:
        keys.add(block.key)
    if not isinstance(block, Table):
        changes["children"] = [without_keys(each, keys) for each in block.children]
    return block.evolve(**changes)
