"""A text grown anew from its parts in the order in which they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.edits.faces import manner as _manner
from dushanbe_process.model.body import Paragraph, Section, Table

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.model.body import Block


@attrs.define
class Open:
    """A block that others may still be put below.

    ``sections`` and ``depth`` count the sections and the paragraphs that it stands in.
    """

    block: Block
    sections: int
    depth: int
    new: bool = False
    below: list[Open] = attrs.field(factory=list)

    def closed(self) -> Block:
        """Return the block with what stands below it."""
        if isinstance(self.block, Table):
            return self.block
        return self.block.evolve(children=[each.closed() for each in self.below])


@attrs.define
class Growing:
    """One part of a text (preamble, operative part …) while it grows."""

    path: Path
    top: list[Open] = attrs.field(factory=list)
    stack: list[Open] = attrs.field(factory=list)

    def add(self, block: Block, sections: int | None, depth: int, *, new: bool = False) -> Path:
        """Put a block where its rank says, and return its place.

        Without ``sections``, and after a new heading, it stands in the section under way.
        """
        is_section = isinstance(block, Section)
        if sections is None or (not is_section and any(map(_is_new_section, self.stack))):
            sections = sum(isinstance(each.block, Section) for each in self.stack)
        made = Open(block, sections, depth, new)
        while self.stack and not _holds(self.stack[-1], made):
            self.stack.pop()
        here = self.stack[-1].below if self.stack else self.top
        here.append(made)
        path = self._place(len(here) - 1)
        if not isinstance(block, Table):
            self.stack.append(made)
        return path

    def depth_of(self, manner: str) -> int | None:
        """Return how deep paragraphs stand that are numbered in some manner, the last of them."""
        waiting = list(self.top)
        found = None
        while waiting:
            each = waiting.pop(0)
            number = getattr(each.block, "number", None)
            if isinstance(each.block, Paragraph) and number and _manner(number) == manner:
                found = each.depth
            waiting = [*each.below, *waiting]
        return found

    def wrap(self, text: object, depth: int) -> Path | None:
        """Put words after what stands below the paragraph of this depth."""
        while self.stack and self.stack[-1].depth > depth:
            if isinstance(self.stack[-1].block, Section):
                return None
            self.stack.pop()
        above = self.stack[-1] if self.stack else None
        if above is None or not isinstance(above.block, Paragraph) or above.block.wrap_up:
            return None
        above.block = above.block.evolve(wrap_up=text)
        return (*self._place(None), "wrap_up")

    def _place(self, last: int | None) -> Path:
        path = self.path
        level = self.top
        for each in self.stack:
            place = next(n for n in reversed(range(len(level))) if level[n] is each)
            path = (*path, place, "children")
            level = each.below
        return path[:-1] if last is None else (*path, last)

    def blocks(self) -> tuple[Block, ...]:
        """Return what has grown."""
        return tuple(each.closed() for each in self.top)


def _is_new_section(each: Open) -> bool:
    return each.new and isinstance(each.block, Section)


def _holds(above: Open, block: Open) -> bool:
    """Say whether a block can stand below another."""
    if isinstance(above.block, Section):
        return above.sections < block.sections
    return above.depth < block.depth and above.sections <= block.sections
