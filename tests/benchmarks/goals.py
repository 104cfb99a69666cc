"""What is measured, against what, and what is to hold."""

from __future__ import annotations

from collections.abc import Callable

import attrs
from timing import Case, medians

OURS = "dushanbe-process"


@attrs.frozen
class Goal:
    """A bound on a ratio of medians: ours to another (at most), or another to ours (at least)."""

    other: str
    bound: float
    ahead: bool = False

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


def at_most(bound: float, other: str) -> Goal:
    """Return the goal to take at most so many times as long as another."""
    return Goal(other, bound)


def ahead(bound: float, other: str) -> Goal:
    """Return the goal to be at least so many times as fast as another."""
    return Goal(other, bound, ahead=True)


@attrs.frozen
class Bench:
    """One piece of work: its name, its cases (made when it is run), its goals."""

    name: str
    cases: Callable[[], list[Case]]
    goals: tuple[Goal, ...]
    rounds: int = 7

    def run(self, most: int) -> Result:
        """Measure, in so many rounds at the most."""
        times = medians(self.cases(), min(self.rounds, most))
        known = tuple(goal for goal in self.goals if goal.other in times)
        return Result(self.name, times, known)


@attrs.frozen
class Result:
    """What was measured: medians, in seconds, and the goals that apply to them."""

    name: str
    times: dict[str, float]
    goals: tuple[Goal, ...]

    @property
    def missed(self) -> list[str]:
        """The goals that do not hold."""
        return [
            f"{self.name}: {each.told(self.times)}"
            for each in self.goals
            if not each.met(self.times)
        ]
