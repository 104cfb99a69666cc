"""Edits that move, copy or remove whole lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from editing.edits import Lines, alike, is_one_of_several, is_text, place
from editing.lines import Line, sound

if TYPE_CHECKING:
    from collections.abc import Sequence


@attrs.frozen
class Remove:
    """Select a line with its end, and delete it."""

    at: int

    def fits(self, lines: Sequence[Line]) -> bool:
        """Nothing is left hanging, and the line after it is of its own kind."""
        if not is_one_of_several(lines, self.at) or not _followed(lines, self.at):
            return False
        return sound(self.applied(lines, ""))

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which."""
        return {"do": "remove", "place": place(lines, self.at)}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Leave it out; a new line after it may be taken for it, where its bookmark lands there."""
        del language
        gone, left = lines[self.at], [*lines[: self.at], *lines[self.at + 1 :]]
        if self.at < len(left) and left[self.at].new:
            maybe = (*left[self.at].maybe, gone.origin, *gone.maybe)
            left[self.at] = attrs.evolve(left[self.at], maybe=maybe)
        return left


def _followed(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line can be selected up to the beginning of the next."""
    return at + 1 < len(lines) and lines[at + 1].role != "table"


@attrs.frozen
class Cut:
    """Cut a line with its end, and paste it before another."""

    at: int
    before: int

    def fits(self, lines: Sequence[Line]) -> bool:
        """Both are of one kind, and nothing is left hanging."""
        if not is_one_of_several(lines, self.at) or not _followed(lines, self.at):
            return False
        if self.before in (self.at, self.at + 1) or not is_text(lines, self.before):
            return False
        return alike(lines[self.at], lines[self.before]) and sound(self.applied(lines, ""))

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which, and before what; the place is looked for when the line is cut."""
        left = [*lines[: self.at], *lines[self.at + 1 :]]
        target = place(left, self.before - (self.before > self.at))
        return {"do": "cut", "place": place(lines, self.at), "before": target}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Put the same line elsewhere."""
        del language
        left = [*lines[: self.at], *lines[self.at + 1 :]]
        where = self.before - (self.before > self.at)
        return [*left[:where], lines[self.at], *left[where:]]


@attrs.frozen
class Copy:
    """Copy a line with its end, and paste it before another."""

    at: int
    before: int

    def fits(self, lines: Sequence[Line]) -> bool:
        """Both are of one kind."""
        if not is_one_of_several(lines, self.at) or not _followed(lines, self.at):
            return False
        return is_text(lines, self.before) and alike(lines[self.at], lines[self.before])

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which, and before what."""
        target = place(lines, self.before)
        return {"do": "copy", "place": place(lines, self.at), "before": target}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Put a new line with the same words."""
        made = lines[self.at].another(lines[self.at].text, language).shared()
        kept = [each.shared() if n == self.at else each for n, each in enumerate(lines)]
        return [*kept[: self.before], made, *kept[self.before :]]


@attrs.frozen
class Shift:
    """Move a line past its neighbour, with the key for it."""

    at: int
    way: Literal["MoveUp", "MoveDown"]

    def fits(self, lines: Sequence[Line]) -> bool:
        """The neighbour is a paragraph of the same part, and nothing is left hanging."""
        other = self.at + (1 if self.way == "MoveDown" else -1)
        if not is_one_of_several(lines, self.at) or not is_text(lines, other):
            return False
        same = lines[self.at].role == lines[other].role
        return same and sound(self.applied(lines, ""))

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which, and which way."""
        return {"do": "shift", "place": place(lines, self.at), "where": self.way}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Let the two change places."""
        del language
        first = self.at if self.way == "MoveDown" else self.at - 1
        return [*lines[:first], lines[first + 1], lines[first], *lines[first + 2 :]]
