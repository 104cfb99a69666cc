"""The console that tables are printed on: a terminal in colour, or a pipe without."""

from __future__ import annotations

from rich.console import Console


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Let the exception pass, to be met where all others are."""
        raise BrokenPipeError


def console() -> Console:
    """Return a console on the standard output, that prints what it is given, to the letter."""
    return _Console(markup=False, emoji=False, highlight=False)
