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
    from collections.abc import Iterable, Sequence

#: The longest chain of blocks below blocks that is made of what stands side by side.
_DEEPEST = 8


@attrs.frozen
class Heading:
    """A heading that stands beside what it heads; the smaller the level, the larger it is."""

    section: Section
    level: int


@attrs.define
class _Node:
    block: Block
    children: list[_Node] = attrs.field(factory=list)

    def made(self) -> Block:
        """Return the block with what was put below it."""
        if not self.children:
            return self.block
        below = tuple(each.made() for each in self.children)
        put(self.block, "children", (*getattr(self.block, "children", ()), *below))
        return self.block


def nested(items: Sequence[Block | Heading]) -> tuple[Block, ...]:
    """Return blocks, each heading with what follows it up to the next that is as large."""
    if len(items) == 1 and not isinstance(items[0], Heading):
        return (items[0],)
    top: list[_Node] = []
    open_: list[tuple[int, _Node]] = []
    waiting: list[Block] = []

    def settle() -> None:
        place = open_[-1][1].children if open_ else top
        place.extend(_counted(waiting))
        waiting.clear()

    for item in items:
        if isinstance(item, Heading):
            settle()
            while open_ and (open_[-1][0] >= item.level or len(open_) >= _DEEPEST):
                open_.pop()
            node = _Node(item.section)
            (open_[-1][1].children if open_ else top).append(node)
            open_.append((item.level, node))
        else:
            waiting.append(item)
    settle()
    return tuple(each.made() for each in top)


@attrs.define
class _Level:
    """A list under way: how it is counted, up to where, and its last paragraph."""

    kind: str
    value: int
    last: _Node


def _counted(blocks: Iterable[Block]) -> list[_Node]:
    """Return blocks, each list below the paragraph that it belongs to."""
    nodes = [_Node(each) for each in blocks]
    told = [_told(each.block) for each in nodes]
    top: list[_Node] = []
    levels: list[_Level] = []
    for node, counted, after in zip(nodes, told, [*told[1:], ()], strict=False):
        place = _place(counted, after, levels)
        if place is None:
            levels = _begun(node, counted)
            top.append(node)
            continue
        depth, kind, value = place
        del levels[depth:]
        (levels[-1].last.children if levels else top).append(node)
        levels.append(_Level(kind, value, node))
    return top


def _told(block: Block) -> tuple[tuple[str, int], ...]:
    """Return what the number of a paragraph may count."""
    return counts(block.number) if type(block) is Paragraph and block.number else ()


def _begun(node: _Node, told: tuple[tuple[str, int], ...]) -> list[_Level]:
    """Return the levels that a paragraph opens which continues none."""
    if told:
        return [_Level(*told[0], node)]
    block = node.block
    if type(block) is not Paragraph or block.number or block.wrap_up:
        return []
    return [_Level("", 0, node)] if str(block.text).endswith(":") else []


def _next(kind: str, value: int, levels: list[_Level]) -> tuple[int, str, int] | None:
    """Return at which level a paragraph goes on counting that begins nothing: most do."""
    for depth in range(len(levels) - 1, -1, -1):
        if levels[depth].kind == kind and levels[depth].value + 1 == value:
            return depth, kind, value
    return None


def _place(
    told: tuple[tuple[str, int], ...], after: tuple[tuple[str, int], ...], levels: list[_Level]
) -> tuple[int, str, int] | None:
    """Return at which level a paragraph stands, and what it counts there; None for the top."""
    if not told or not levels:
        return None
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
    if begins and (not follows or (first, 2) in after) and first is not None:
        return (len(levels), first, 1) if levels[-1].last.block.__class__ is Paragraph else None
    return follows[0] if follows else None
