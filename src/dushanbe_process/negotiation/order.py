"""Rows of blocks merged: what each delegation kept, took out, moved and put in, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from dushanbe_process.changes.alignment import Item, align
from dushanbe_process.changes.told import words_within
from dushanbe_process.model.body import Row
from dushanbe_process.schema import Model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Record = TypeVar("Record", bound=Model)


@attrs.define
class Entry(Generic[Record]):
    """One block of the compilation: of the base, as each delegation has it, or a new one.

    ``copies`` hold None for those who took it out.  A new one has ``parties`` who put it in,
    and the place in the base from which they moved it.
    """

    block: Record
    index: int | None = None
    copies: dict[str, Record | None] = attrs.field(factory=dict)
    parties: list[str] = attrs.field(factory=list)
    moved_from: int | None = None
    number: str | None = None

    @property
    def is_dropped(self) -> bool:
        """Whether all took it out; one alone does not decide that."""
        return len(self.copies) > 1 and all(each is None for each in self.copies.values())


@attrs.frozen
class _Fate(Generic[Record]):
    """What one delegation did: what it has of each block, and what is new before each."""

    kept: dict[int, Record]
    arrivals: dict[int, list[tuple[Record, int | None]]]


def ordered(base: Sequence[Record], copies: Mapping[str, Sequence[Record]]) -> list[Entry[Record]]:
    """Return the blocks of all copies as one row, new ones where they were put.

    What several put into the same place stands in the order of the delegations; what they put
    in alike stands there once.
    """
    fates = {name: _fate(base, copy) for name, copy in copies.items()}
    entries: list[Entry[Record]] = []
    for index in range(len(base) + 1):
        entries += _new(index, fates)
        if index < len(base):
            kept = {name: fate.kept.get(index) for name, fate in fates.items()}
            entries.append(Entry(base[index], index, kept))
    return entries


def _fate(base: Sequence[Record], copy: Sequence[Record]) -> _Fate[Record]:
    pairs = align([item(each) for each in base], [item(each) for each in copy])
    kept: dict[int, Record] = {}
    arrivals: dict[int, list[tuple[Record, int | None]]] = {}
    following = len(base)
    for pair in reversed(pairs):
        if pair.before is not None and pair.after is not None and not pair.moved:
            following = pair.before
            kept[pair.before] = copy[pair.after]
        elif pair.after is not None:
            arrivals.setdefault(following, []).insert(0, (copy[pair.after], pair.before))
    return _Fate(kept, arrivals)


def _new(index: int, fates: Mapping[str, _Fate[Record]]) -> list[Entry[Record]]:
    made: list[Entry[Record]] = []
    for name, fate in fates.items():
        # Each delegation's own order is kept: what it put in alike is looked for further on.
        start = 0
        for block, source in fate.arrivals.get(index, []):
            said = item(block).identity
            places = (n for n in range(start, len(made)) if item(made[n].block).identity == said)
            same = next(places, None)
            if same is None:
                made.append(Entry(block, parties=[name], moved_from=source))
                start = len(made)
            else:
                made[same].parties.append(name)
                start = same + 1
    return made


def item(block: Model) -> Item:
    """Return a block as what is aligned, with all that stands below it."""
    kind = type(block).__name__
    if isinstance(block, Row):
        kind = f"{kind} of {len(block.cells)}"
    return Item(words_within(block), kind, getattr(block, "key", None))
