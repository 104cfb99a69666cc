"""Timing: cases in interleaved rounds, the order turned round each time, medians."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import attrs

Work = Callable[[], Any]


@attrs.frozen
class Case:
    """One way to do a piece of work."""

    name: str
    work: Work


def medians(cases: list[Case], rounds: int) -> dict[str, float]:
    """Return the median seconds of processor time of each case.

    Processor time, not the clock's: what others do on the machine is not counted.  What lives
    already is frozen before each timing, so that no case pays for the leftovers of another.
    """
    taken: dict[str, list[float]] = {case.name: [] for case in cases}
    for case in cases:
        case.work()
    for number in range(rounds):
        for case in cases if number % 2 == 0 else reversed(cases):
            gc.collect()
            gc.freeze()
            start = time.process_time()
            case.work()
            taken[case.name].append(time.process_time() - start)
            gc.unfreeze()
    return {name: median(each) for name, each in taken.items()}
