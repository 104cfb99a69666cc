"""The blocks of a text on a page: which unit shows which, and in which body it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from dushanbe_process.forms.docx.edits.paths import Path, at
from dushanbe_process.model.body import Body, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.expected import Expected, Part
    from dushanbe_process.model.body import Block

Kind: TypeAlias = Literal["paragraph", "wrap_up", "section", "formula", "table"]
PARTS = ("front", "preamble", "operative", "closing")
_ENDS: dict[str, Kind] = {"text": "paragraph", "wrap_up": "wrap_up", "heading": "section"}
_CLASSES = {"paragraph": Paragraph, "wrap_up": Paragraph, "section": Section}


@attrs.frozen
class Node:
    """A block of a text: what it is, its place, and that of the body that it stands in.

    ``shown`` is the part of its unit that is its text.
    """

    kind: Kind
    path: Path
    body: Path
    shown: Part | None = None

    @property
    def part(self) -> str:
        """The part of the text that it stands in: preamble, operative …."""
        return "formula" if self.kind == "formula" else str(self.path[len(self.body)])


def nodes_of(expected: Expected) -> dict[int, Node]:
    """Return by unit the block that it shows; a table stands for all its units."""
    found: dict[int, Node] = {}
    for index, parts in enumerate(expected.parts):
        for part in parts:
            node = _node(expected, part, whole=expected.sheet.units[index].whole)
            if node is not None:
                found[index] = node
                break
    return found


def _node(expected: Expected, part: Part, *, whole: bool) -> Node | None:
    path = part.leaf.path
    body = body_of(expected, path)
    if body is None:
        return None
    rest = path[len(body) :]
    if rest == ("formula",):
        return Node("formula", path, body, part)
    if "rows" in rest or rest[-1] == "caption":
        above = path[: len(body) + rest.index("rows")] if "rows" in rest else path[:-1]
        return Node("table", above, body)
    kind = _ENDS.get(str(rest[-1]))
    if kind is None or whole or not isinstance(at(expected.record, path[:-1]), _CLASSES[kind]):
        return None
    return Node(kind, path[:-1], body, part)


def body_of(expected: Expected, path: Path) -> Path | None:
    """Return the place of the body that a place is in."""
    for length in range(len(path)):
        if isinstance(at(expected.record, path[:length]), Body):
            return path[:length]
    return None


def ranks(body: Body, path: Path) -> tuple[int, int]:
    """Return in how many sections and paragraphs a place of a body stands."""
    sections = depth = 0
    for length in range(2, len(path) - 1, 2):
        above = at(body, path[:length])
        sections += isinstance(above, Section)
        depth += isinstance(above, Paragraph)
    return sections, depth


def blocks_of(body: Body) -> Iterator[tuple[Path, Block]]:
    """Yield every block of a body with its place in it, each before what stands below it."""
    for part in PARTS:
        yield from _below((part,), getattr(body, part))


def _below(path: Path, blocks: tuple[Block, ...]) -> Iterator[tuple[Path, Block]]:
    for index, block in enumerate(blocks):
        here = (*path, index)
        yield here, block
        if not isinstance(block, Table):
            yield from _below((*here, "children"), block.children)
