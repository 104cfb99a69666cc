"""The console that people read: a terminal in colour, or a pipe without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

from dushanbe_process.cli import streams

if TYPE_CHECKING:
    from rich.console import RenderableType


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Let the exception pass, to be met where all others are."""
        raise BrokenPipeError


def display(content: RenderableType) -> None:
    """Print content on the standard output; into a pipe, without blanks at the ends of lines.

    Raises:
        OSError: when the standard output takes no more, or is closed.
    """
    console = _Console(markup=False, emoji=False, highlight=False)
    if console.is_terminal:
        console.print(content)
        return
    with console.capture() as captured:
        console.print(content)
    streams.put_lines(line.rstrip() for line in captured.get().splitlines())
