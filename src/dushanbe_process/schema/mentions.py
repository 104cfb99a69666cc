"""Ids that are given and ids that are mentioned, gathered while a record is read or written.

Tells whether a record is sound; which fault it has, and where, is found by ``references``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.schema.shapes import Code, ManyOf

if TYPE_CHECKING:
    from dushanbe_process.schema.derive import Schema
    from dushanbe_process.schema.shapes import Shape

#: The kind of a reference to anything.
ANYTHING = "*"


@attrs.define
class Met:
    """How many strings were met, keys among them, where a reader counts them."""

    strings: int = 0


@attrs.define
class Mentions(Met):
    """The ids given, by the record that gives them; the ids mentioned, by the kind they ask for."""

    given: dict[str, list[str]] = attrs.field(factory=lambda: defaultdict(list))
    made: dict[str, set[str]] = attrs.field(factory=lambda: defaultdict(set))

    def are_sound(self, schema: Schema) -> bool:
        """Say whether no id is given twice and every reference leads to the right kind."""
        ids = [each for of_record in self.given.values() for each in of_record]
        if len(set(ids)) != len(ids):
            return False
        return all(
            wanted.issubset(ids if kind == ANYTHING else self._of_kind(kind, schema))
            for kind, wanted in self.made.items()
            if wanted
        )

    def _of_kind(self, kind: str, schema: Schema) -> list[str]:
        return [
            each for name, ids in self.given.items() if kind in schema[name].kinds for each in ids
        ]


def mentioned(shape: Shape) -> str | None:
    """Return the kind of record to which values of a shape refer, if they do."""
    item = shape.item if isinstance(shape, ManyOf) else shape
    return item.refers_to if isinstance(item, Code) else None
