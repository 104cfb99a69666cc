"""What a compilation found, for a terminal: agreed, proposed and in conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from rich.padding import Padding
from rich.text import Text

from dushanbe_process.cli.streams import one_line
from dushanbe_process.negotiation.points import Outcome, Point, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderableType

    from dushanbe_process.negotiation.compilation import Compilation

_HEADS = {
    Outcome.CONFLICT: ("In conflict", "bold red"),
    Outcome.PROPOSAL: ("Proposed", "bold yellow"),
    Outcome.AGREED: ("Agreed", "bold green"),
}


@attrs.frozen
class PointsView:
    """The points of a compilation: what needs a decision first."""

    compilation: Compilation

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """Yield each group with its points in reading order."""
        if not self.compilation.points:
            yield Text("no copy differs from the base")
        for outcome, (head, style) in _HEADS.items():
            points = self.compilation.of(outcome)
            if points:
                yield Text(f"{head} ({len(points)})", style)
            for point in points:
                yield from _point(point)


def _point(point: Point) -> Iterator[RenderableType]:
    place = Text(f"  {one_line(point.place or point.path)}", "bold")
    if point.before:
        place.append(f"  {one_line(point.before)}", "dim")
    yield place
    for each in point.positions:
        yield Padding(_position(each), (0, 0, 0, 6))


def _position(position: Position) -> Text:
    text = Text(f"{', '.join(position.delegations)}: ", "cyan")
    text.append(one_line(position.text) if position.text else str(position.kind))
    if position.text and position.kind != "changed":
        text.append(f"  ({position.kind})", "dim")
    return text
