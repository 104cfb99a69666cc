"""What delegations want of one place in a text."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.changes.found import ChangeKind

if TYPE_CHECKING:
    from dushanbe_process.negotiation.regions import Parties


class Outcome(StrEnum):
    """What came of the positions on one place."""

    AGREED = "agreed"
    PROPOSAL = "proposal"
    CONFLICT = "conflict"


@attrs.frozen
class Position:
    """What some delegations want in one place: these words, or none at all (None)."""

    delegations: tuple[str, ...]
    kind: ChangeKind
    text: str | None = None
    partners: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the position in a line."""
        return f"{', '.join(self.delegations)}: {self.kind}" + (
            f": {self.text}" if self.text else ""
        )


@attrs.frozen
class Point:
    """One place in which the copies differ from the base, and what each delegation wants.

    ``path`` leads to it in the compilation; to what all agreed to take out, in the base.
    ``place`` says for people what it is, ``number`` is its number as printed; ``before`` is
    what the base says there.
    """

    path: str
    outcome: Outcome
    before: str
    positions: tuple[Position, ...]
    place: str = ""
    number: str | None = None

    @property
    def delegations(self) -> tuple[str, ...]:
        """All who have a position on it."""
        return tuple(dict.fromkeys(each for of in self.positions for each in of.delegations))

    def to_tree(self) -> dict[str, Any]:
        """Return the point as plain data."""
        return attrs.asdict(self)

    def __str__(self) -> str:
        """Return the point in a line."""
        said = "; ".join(map(str, self.positions))
        return f"{self.place or self.path}: {self.outcome}: {self.before!r} – {said}"


def position(parties: Parties, before: str, after: str | None, *, moved: bool = False) -> Position:
    """Return what some delegations want of a text that says this."""
    kind = ChangeKind.CHANGED
    if moved:
        kind = ChangeKind.MOVED
    elif not before:
        kind = ChangeKind.ADDED
    elif not after:
        kind = ChangeKind.REMOVED
    return Position(parties.names, kind, after.strip() if after else None, parties.ids)


def point(
    path: str, before: str, positions: tuple[Position, ...], *, is_agreed: bool = False
) -> Point:
    """Return a point: several positions on one place contradict each other."""
    outcome = Outcome.CONFLICT if len(positions) > 1 else Outcome.PROPOSAL
    return Point(path, Outcome.AGREED if is_agreed else outcome, before.strip(), positions)
