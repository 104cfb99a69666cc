"""Names of paragraphs within a text: the same in every language, made of number and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.markers import number_of
from dushanbe_process.model.body import Block, Body, Paragraph, Section, Table
from dushanbe_process.schema.twins import put

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What stands before the place of a block that has no number.
_LETTERS: dict[type[Block], str] = {Paragraph: "u", Section: "s", Table: "t"}
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
    taken: set[str] = set()
    for _, blocks in parts:
        _gather(blocks, taken)
    names = _Names(taken)
    for prefix, blocks in parts:
        _name_all(blocks, prefix, "-", names, numbers=prefix == "op")


def _gather(blocks: Iterable[Block], taken: set[str]) -> None:
    """Gather the names that there are already."""
    for block in blocks:
        if block.key:
            taken.add(block.key)
        if not isinstance(block, Table) and block.children:
            _gather(block.children, taken)


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
            told = place if not numbers else number
            known = told is not None and isinstance(block, Paragraph)
            name = told if known else f"{_LETTERS[type(block)]}{unnumbered}"
            key = names.new(f"{prefix}{mark}{name}")
            put(block, "key", key)
        if isinstance(block, Table) or not (below := block.children):
            continue
        if isinstance(block, Paragraph):
            _name_all(below, key, ".", names, numbers=False)
        else:
            _name_all(below, prefix, mark, names, numbers=numbers)
