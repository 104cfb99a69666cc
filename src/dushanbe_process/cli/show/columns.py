"""Rows side by side, in columns as wide as their words want, as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs
from rich import box
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

Cells: TypeAlias = tuple[Text, ...]

_GAP = 2
#: A longer word may be broken, where there is nothing else to show.
_LONGEST_WORD = 32
#: A cell of more lines is crowded.
_MOST_LINES = 8


@attrs.frozen
class Columns:
    """Rows with or without a head; ``instead`` is shown where they would be hard to read."""

    rows: Sequence[Cells]
    head: Cells = ()
    instead: RenderableType | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table that fits."""
        measures = [self._measure(console, options, n) for n in range(self._count())]
        room = options.max_width - _GAP * (len(measures) - 1)
        widths = shared(measures, room)
        if self.instead and (widths is None or _is_crowded(measures, widths)):
            yield self.instead
            return
        yield self._table(widths or [None] * len(measures))

    def _count(self) -> int:
        return max(map(len, [self.head, *self.rows]))

    def _measure(self, console: Console, options: ConsoleOptions, number: int) -> Measurement:
        """Return the widths of the longest word and of the longest line of a column."""
        wide = options.update_width(10_000)
        cells = [row[number] for row in [self.head, *self.rows] if number < len(row)]
        measures = [Measurement.get(console, wide, cell) for cell in cells]
        word = max(each.minimum for each in measures)
        least = word if self.instead else min(word, _LONGEST_WORD)
        return Measurement(least, max(each.maximum for each in measures))

    def _table(self, widths: Sequence[int | None]) -> Table:
        if self.head:
            # The box has a blank of its own between two columns.
            padding = (0, _GAP - 1, 0, 0)
            table = Table(box=box.SIMPLE_HEAD, padding=padding, pad_edge=False, show_edge=False)
        else:
            table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        for number, width in enumerate(widths):
            head = self.head[number] if number < len(self.head) else ""
            table.add_column(head, width=width, overflow="fold")
        for row in self.rows:
            table.add_row(*row)
        return table


def shared(measures: Sequence[Measurement], room: int) -> list[int] | None:
    """Return the widths of columns in the room there is, the modest ones served first.

    None, where words would have to be broken.
    """
    widths = [each.minimum for each in measures]
    spare = room - sum(widths)
    if spare < 0:
        return None
    waiting = sorted(range(len(measures)), key=lambda n: measures[n].span)
    for served, number in enumerate(waiting):
        more = min(measures[number].span, spare // (len(waiting) - served))
        widths[number] += more
        spare -= more
    return widths


def _is_crowded(measures: Sequence[Measurement], widths: Sequence[int]) -> bool:
    return any(
        each.maximum > _MOST_LINES * width for each, width in zip(measures, widths, strict=True)
    )
