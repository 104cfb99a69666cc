"""Names of paragraphs within a text: the same in every language, made of number and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.markers import number_of
from dushanbe_process.model.body import Block, Body, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS = {"front": "front", "preamble": "pp", "operative": "op", "closing": "closing"}


@attrs.define
class _Names:
    """The names that are taken, and up to which number each was tried."""

    taken: set[str]
    tried: dict[str, int] = attrs.field(factory=dict)

    def new(self, wanted: str) -> str:
        """Return a name that nothing has yet: numbers may begin anew in each section."""
        again = self.tried.get(wanted, 1)
        key = wanted if again == 1 else f"{wanted}-{again}"
        while key in self.taken:
            again += 1
            key = f"{wanted}-{again}"
        self.tried[wanted] = again
        self.taken.add(key)
        return key


def keyed(body: Body) -> Body:
    """Return a text whose paragraphs all have names: ``pp-3``, ``op-12``, ``op-12.1``.

    A numbered paragraph is called by its number, all else by its place; what has a name keeps
    it.
    """
    names = _Names({each.key for each in body.blocks() if each.key})
    parts = {
        part: _keyed(getattr(body, part), prefix, "-", names, numbers=part == "operative")
        for part, prefix in _PARTS.items()
    }
    return body.evolve(**parts)


def _keyed(
    blocks: Iterable[Block], prefix: str, mark: str, names: _Names, *, numbers: bool
) -> tuple[Block, ...]:
    made: list[Block] = []
    unnumbered = 0
    for place, block in enumerate(blocks, 1):
        number = number_of(getattr(block, "number", None)) if numbers else None
        if number is None:
            unnumbered += 1
        name = _name(block, place if not numbers else number, unnumbered)
        key = block.key or names.new(f"{prefix}{mark}{name}")
        changes: dict[str, object] = {} if block.key else {"key": key}
        if not isinstance(block, Table) and block.children:
            deep = not isinstance(block, Paragraph)
            changes["children"] = _keyed(
                block.children,
                key if not deep else prefix,
                "." if not deep else mark,
                names,
                numbers=deep and numbers,
            )
        made.append(block.evolve(**changes) if changes else block)
    return tuple(made)


def _name(block: Block, number: int | None, unnumbered: int) -> str:
    if isinstance(block, Paragraph):
        return str(number) if number is not None else f"u{unnumbered}"
    return f"{'t' if isinstance(block, Table) else 's'}{unnumbered}"
