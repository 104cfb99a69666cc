"""Timing: cases in interleaved rounds, the order turned round each time, medians."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import attrs

Work = Callable[[], Any]
#: Does a piece of work; returns the seconds of processor time that it took, and what it made.
Clock = Callable[[Work], tuple[float, Any]]


def own(work: Work) -> tuple[float, Any]:
    """Time what this process does.

    Processor time, not the clock's: what others do on the machine is not counted.
    """
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def told(work: Work) -> tuple[float, Any]:
    """Take the time that the work tells: that of a program beside this one."""
    seconds, made = work()
    return seconds, made


@attrs.frozen
class Case:
    """One way to do a piece of work; a very slow one may be timed in fewer rounds."""

    name: str
    work: Work
    clock: Clock = own
    rounds: int | None = None


@attrs.frozen
class Absent:
    """A way that is not measured, since what it needs is not installed."""

    name: str


def medians(cases: list[Case], rounds: int) -> tuple[dict[str, float], dict[str, Any]]:
    """Return the median seconds of each case, and what each made when it was warmed up.

    What lives already is frozen before each timing, so that no case pays for the leftovers of
    another.
    """
    taken: dict[str, list[float]] = {case.name: [] for case in cases}
    made = {case.name: case.clock(case.work)[1] for case in cases}
    for number in range(rounds):
        for case in cases if number % 2 == 0 else reversed(cases):
            if case.rounds is None or number < case.rounds:
                gc.collect()
                gc.freeze()
                taken[case.name].append(case.clock(case.work)[0])
                gc.unfreeze()
    return {name: median(each) for name, each in taken.items()}, made
