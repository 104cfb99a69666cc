"""How far a long task has come, shown on a terminal and nowhere else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Step = TypeVar("Step")


def followed(steps: Iterable[Step], doing: str, total: int | None = None) -> Iterator[Step]:
    """Pass the steps on; where the standard error stream is a terminal, with a bar on it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console  # noqa: PLC0415  (loads rich)
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    yield from track(steps, doing, total, console=console, transient=True)
