"""The table of the demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.cli.show.layout import columns, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from dushanbe_process.cli.demonstration import Trial


def table(trials: Sequence[Trial]) -> RenderableType:
    """Return the files: name, size, time to write and read, whether the record is the same."""
    rows = [
        (
            str(each.path),
            text(f"{each.size / 1000:,.1f} kB"),
            text(f"{each.seconds * 1000:,.0f} ms"),
            text("yes", "green") if each.same else text("no", "bold red"),
        )
        for each in trials
    ]
    return columns(rows, ("File", "Size", "Write + read", "Same record")) or "no formats"
