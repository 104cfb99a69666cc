"""What one delegation changed in a text: stretches of it, and what it has in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.changes.words import Step, steps, weight
from dushanbe_process.model.text import InlineText
from dushanbe_process.negotiation.regions import Region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.negotiation.tokens import Token


@attrs.frozen
class Hunk:
    """A change of one delegation: what stands in place of a stretch of the base."""

    low: int
    high: int
    tokens: tuple[Token, ...]


def hunks_of(base: list[Token], copy: list[Token]) -> Iterator[Hunk]:
    """Yield what a copy has in place of stretches of the base."""
    weights = {each.key: weight(str(InlineText(*each.pieces))) for each in (*base, *copy)}
    found = steps(
        [each.key for each in base], [each.key for each in copy], lambda key: weights[key]
    )
    for step in _with_both_brackets(found, base):
        yield _wide(base, copy, step)


#: How long words in brackets may be that are repeated when the brackets go: in tokens.
_SHORT = 60


def _with_both_brackets(found: Sequence[Step], base: Sequence[Token]) -> Iterator[Step]:
    """Yield the changes; where a bracket goes, up to the one that goes with it.

    Brackets that are lifted are one change of what stood in them, not two of signs.
    """
    changes = [step for step in found if not step.same]
    index = 0
    while index < len(changes):
        first = last = changes[index]
        opened = _opened(base, first)
        for n in range(index + 1, len(changes)) if opened > 0 else ():
            if changes[n].before[1] - first.before[0] > _SHORT:
                break
            opened += _opened(base, changes[n])
            if opened <= 0:
                index, last = n, changes[n]
                break
        ends = (first.before[0], last.before[1]), (first.after[0], last.after[1])
        yield Step(same=False, before=ends[0], after=ends[1])
        index += 1


def _opened(base: Sequence[Token], step: Step) -> int:
    keys = [each.key for each in base[slice(*step.before)]]
    return keys.count("[") - keys.count("]")


def _wide(base: list[Token], copy: list[Token], step: Step) -> Hunk:
    """Return a change with the regions that it touches: two regions never stand side by side."""
    (low, high), (first, last) = step.before, step.after
    while low and isinstance(base[low - 1].part, Region) and first:
        low, first = low - 1, first - 1
    while high < len(base) and isinstance(base[high].part, Region) and last < len(copy):
        high, last = high + 1, last + 1
    return Hunk(low, high, tuple(copy[first:last]))
