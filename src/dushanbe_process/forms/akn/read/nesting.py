"""Blocks that stand side by side in a file and below one another in the text.

The United Nations' files hold headings beside what they head, and ``(a)`` beside the paragraph
that it belongs to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.markers import counts
from dushanbe_process.model.body import Block, Paragraph, Section
from dushanbe_process.schema.twins import put

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The longest chain of blocks below blocks that is made of what stands side by side.
_DEEPEST = 8


@attrs.frozen
class Heading:
    """A heading that stands beside what it heads; the smaller the level, the larger it is."""

    section: Section
    level: int


@attrs.define
class _Level:
    """A list under way: how it is counted, up to where, and its last paragraph."""

    kind: str
    value: int
    last: Block


@attrs.define
class _Tree:
    """Blocks being put below one another: those at the top, and those below each."""

    top: list[Block] = attrs.field(factory=list)
    below: dict[int, tuple[Block, list[Block]]] = attrs.field(factory=dict)

    def under(self, block: Block | None) -> list[Block]:
        """Return what stands below a block; what stands at the top, if it is none."""
        if block is None:
            return self.top
        return self.below.setdefault(id(block), (block, []))[1]

    def made(self) -> tuple[Block, ...]:
        """Return the blocks at the top, with what was put below them."""
        for block, children in self.below.values():
            put(block, "children", (*getattr(block, "children", ()), *children))
        return tuple(self.top)


def nested(items: Sequence[Block | Heading]) -> tuple[Block, ...]:
    """Return blocks, each heading with what follows it up to the next that is as large."""
    if len(items) == 1 and not isinstance(items[0], Heading):
        return (items[0],)
    tree = _Tree()
    open_: list[Heading] = []
    waiting: list[Block] = []

    def settle() -> None:
        _count(waiting, tree, open_[-1].section if open_ else None)
        waiting.clear()

    for item in items:
        if isinstance(item, Heading):
            settle()
            while open_ and (open_[-1].level >= item.level or len(open_) >= _DEEPEST):
                open_.pop()
            tree.under(open_[-1].section if open_ else None).append(item.section)
            open_.append(item)
        else:
            waiting.append(item)
    settle()
    return tree.made()


def _count(blocks: Sequence[Block], tree: _Tree, around: Section | None) -> None:
    """Put blocks into a tree, each list below the paragraph that it belongs to."""
    if not blocks:
        return
    beside = tree.under(around)
    told = [
        counts(each.number) if type(each) is Paragraph and each.number else () for each in blocks
    ]
    levels: list[_Level] = []
    for number, (block, counted) in enumerate(zip(blocks, told, strict=True), 1):
        place = _place(counted, told, number, levels) if counted and levels else None
        if place is None:
            levels = _begun(block, counted)
            beside.append(block)
            continue
        depth, kind, value = place
        if depth:
            tree.under(levels[depth - 1].last).append(block)
        else:
            beside.append(block)
        del levels[depth:]
        levels.append(_Level(kind, value, block))


def _begun(block: Block, told: tuple[tuple[str, int], ...]) -> list[_Level]:
    """Return the levels that a paragraph opens which continues none."""
    if told:
        return [_Level(*told[0], block)]
    if type(block) is not Paragraph or block.number or block.wrap_up:
        return []
    return [_Level("", 0, block)] if str(block.text).endswith(":") else []


def _next(kind: str, value: int, levels: list[_Level]) -> tuple[int, str, int] | None:
    """Return at which level a paragraph goes on counting that begins nothing: most do."""
    for depth in range(len(levels) - 1, -1, -1):
        if levels[depth].kind == kind and levels[depth].value + 1 == value:
            return depth, kind, value
    return None


def _place(
    told: tuple[tuple[str, int], ...],
    of_all: Sequence[tuple[tuple[str, int], ...]],
    number: int,
    levels: list[_Level],
) -> tuple[int, str, int] | None:
    """Return at which level a paragraph stands, and what it counts there; None for the top.

    ``of_all`` is what the paragraphs count that stand side by side; of the next, it is that
    under ``number``.
    """
    if len(told) == 1 and told[0][1] != 1:
        return _next(*told[0], levels)
    first = next((kind for kind, value in told if value == 1), None)
    open_kinds = {each.kind for each in levels}
    begins = first is not None and first not in open_kinds and len(levels) < _DEEPEST
    follows = [
        (depth, kind, value)
        for depth in range(len(levels) - 1, -1, -1)
        for kind, value in told
        if (levels[depth].kind, levels[depth].value + 1) == (kind, value)
    ]
    after = of_all[number] if number < len(of_all) else ()
    if begins and (not follows or (first, 2) in after) and first is not None:
        return (len(levels), first, 1) if type(levels[-1].last) is Paragraph else None
    return follows[0] if follows else None
