"""Names of paragraphs within a text: the same in every language, made of number and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.markers import number_of
from dushanbe_process.model.body import Block, Body, Paragraph, Table
from dushanbe_process.schema.twins import put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARTS = {"front": "front", "preamble": "pp", "operative": "op", "closing": "closing"}


@attrs.define
class _Names:
    """The names that are taken, and up to which number each was tried."""

    taken: set[str]
    tried: dict[str, int] = attrs.field(factory=dict)

    def new(self, wanted: str) -> str:
        """Return a name that nothing has yet: numbers may begin anew in each section."""
        if wanted not in self.tried and wanted not in self.taken:
            self.tried[wanted] = 1
            self.taken.add(wanted)
            return wanted
        again = self.tried.get(wanted, 1)
        key = wanted if again == 1 else f"{wanted}-{again}"
        while key in self.taken:
            again += 1
            key = f"{wanted}-{again}"
        self.tried[wanted] = again
        self.taken.add(key)
        return key


def name_all(body: Body) -> None:
    """Name all paragraphs of a text that was just made: ``pp-3``, ``op-12``, ``op-12.1``.

    A numbered paragraph is called by its number, all else by its place; what has a name keeps
    it.  The names are put into the paragraphs where they stand.
    """
    parts = [(prefix, getattr(body, part)) for part, prefix in _PARTS.items()]
    names = _Names({key for _, blocks in parts for key in _given(blocks)})
    for prefix, blocks in parts:
        _name_all(blocks, prefix, "-", names, numbers=prefix == "op")


def _given(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the names that there are already."""
    for block in blocks:
        if block.key:
            yield block.key
        if not isinstance(block, Table) and block.children:
            yield from _given(block.children)


def _name_all(
    blocks: Iterable[Block], prefix: str, mark: str, names: _Names, *, numbers: bool
) -> None:
    unnumbered = 0
    for place, block in enumerate(blocks, 1):
        number = number_of(block.number) if numbers and block.number else None
        if number is None:
            unnumbered += 1
        key = block.key
        if not key:
            name = _name(block, place if not numbers else number, unnumbered)
            key = names.new(f"{prefix}{mark}{name}")
            put(block, "key", key)
        if isinstance(block, Table) or not (below := block.children):
            continue
        if isinstance(block, Paragraph):
            _name_all(below, key, ".", names, numbers=False)
        else:
            _name_all(below, prefix, mark, names, numbers=numbers)


def _name(block: Block, number: int | None, unnumbered: int) -> str:
    if isinstance(block, Paragraph):
        return str(number) if number is not None else f"u{unnumbered}"
    return f"{'t' if isinstance(block, Table) else 's'}{unnumbered}"
