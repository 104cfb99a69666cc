"""What is measured, against what, and what is to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs
from timing import Absent, Case, medians

OURS = "dushanbe-process"


@attrs.frozen
class Goal:
    """A bound on a ratio of medians: ours to another (at most), or another to ours (at least).

    Where it is known to be missed it says ``why``; it is missed all the same.
    """

    other: str
    bound: float
    ahead: bool = False
    why: str = ""

    def met(self, times: dict[str, float]) -> bool:
        """Say whether it holds."""
        return self.ratio(times) >= self.bound if self.ahead else self.ratio(times) <= self.bound

    def ratio(self, times: dict[str, float]) -> float:
        """Return the ratio that is bounded."""
        ours, other = times[OURS], times[self.other]
        return other / ours if self.ahead else ours / other

    def told(self, times: dict[str, float]) -> str:
        """Return the goal and what was measured, as a cell of a table."""
        what = "times the speed of" if self.ahead else "the time of"
        bound = "at least" if self.ahead else "at most"
        verdict = "" if self.met(times) else " **missed**"
        return f"{self.ratio(times):.2f}x {what} {self.other} ({bound} {self.bound:g}x){verdict}"


def at_most(bound: float, other: str, why: str = "") -> Goal:
    """Return the goal to take at most so many times as long as another."""
    return Goal(other, bound, why=why)


def ahead(bound: float, other: str) -> Goal:
    """Return the goal to be at least so many times as fast as another."""
    return Goal(other, bound, ahead=True)


class NotTheSameError(Exception):
    """What the cases of one piece of work made is not the same."""


@attrs.frozen
class Bench:
    """One piece of work: its name, its cases (made when it is run), its goals.

    ``differences`` tells of what the cases made, by their names, where it is not the same.
    """

    name: str
    cases: Callable[[], Iterable[Case | Absent]]
    goals: tuple[Goal, ...]
    rounds: int = 7
    differences: Callable[[dict[str, Any]], Iterable[str]] = lambda _: ()

    def run(self, most: int) -> Result:
        """Measure, in so many rounds at the most.

        Raises:
            NotTheSameError: when the cases did not do the same.
        """
        cases = list(self.cases())
        present = [each for each in cases if isinstance(each, Case)]
        times, made = medians(present, min(self.rounds, most))
        if found := list(self.differences(made)):
            raise NotTheSameError("\n".join([self.name, *found]))
        known = tuple(goal for goal in self.goals if goal.other in times)
        absent = tuple(each.name for each in cases if isinstance(each, Absent))
        return Result(self.name, times, known, absent)


@attrs.frozen
class Result:
    """What was measured: medians, in seconds, the goals that apply to them, and what was not."""

    name: str
    times: dict[str, float]
    goals: tuple[Goal, ...]
    absent: tuple[str, ...] = ()

    @property
    def missed(self) -> list[str]:
        """The goals that do not hold, with the reason where it is known."""
        return [
            self._told(each) + (f": {each.why}" if each.why else "")
            for each in self.goals
            if not each.met(self.times)
        ]

    def _told(self, goal: Goal) -> str:
        return f"{self.name}: {goal.told(self.times)}"
