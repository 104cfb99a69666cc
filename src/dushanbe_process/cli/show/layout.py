"""The few shapes that everything shown is made of: headings, facts, lists, tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dushanbe_process.cli.show.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

_INDENT = (0, 0, 0, 2)
_LABEL_WIDTH = 13
_LONGEST_LIST = 200
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Row: TypeAlias = "tuple[str | Text, ...]"


def text(words: object, style: str = "") -> Text:
    """Return words as they stand, without what a terminal would obey."""
    plain = str(words).replace("\r\n", "\n").replace("\t", "    ")
    return Text(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", plain), style=style, overflow="fold")


def remark(words: str, aside: str, between: str = " ") -> Text:
    """Return words, with others behind them that are less to the point."""
    return Text(between if words and aside else "").join([text(words), text(aside, "dim")])


def heading(words: str, style: str = "bold cyan") -> RenderableType:
    """Return a heading with a line under it and a free line above."""
    return Group("", text(words, style), Rule(style=style.removeprefix("bold ")))


def title(words: str) -> RenderableType:
    """Return the title of the whole."""
    return Group(text(words, "bold"), Rule(characters="=", style="bold"))


def indented(*parts: RenderableType) -> RenderableType:
    """Return parts set in a little."""
    return Padding(Group(*parts), _INDENT)


def facts(rows: Iterable[tuple[str, RenderableType | None]]) -> RenderableType:
    """Return labels with their values, set in a little, without those that say nothing."""
    return indented(pairs(rows))


def pairs(rows: Iterable[tuple[str, RenderableType | None]]) -> RenderableType:
    """Return labels with their values, without those that say nothing."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    grid.add_column(min_width=_LABEL_WIDTH, no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in rows:
        if value:
            grid.add_row(text(label, "bold"), text(value) if isinstance(value, str) else value)
    return grid


def items(rows: Sequence[str | Text]) -> RenderableType | None:
    """Return a list with a mark before each item, or nothing for nothing."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1, no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows[:_LONGEST_LIST]:
        grid.add_row("-", _cell(row))
    return _with_rest(grid, rows)


def columns(
    rows: Sequence[Row], head: Row = (), instead: RenderableType | None = None
) -> RenderableType | None:
    """Return rows side by side, under a head if there is one; nothing for nothing."""
    cells = [tuple(map(_cell, row)) for row in rows[:_LONGEST_LIST]]
    return _with_rest(Columns(cells, tuple(map(_cell, head)), instead), rows)


def _cell(value: str | Text) -> Text:
    return text(value) if isinstance(value, str) else value


def _with_rest(table: RenderableType, rows: Sequence[object]) -> RenderableType | None:
    rest = len(rows) - _LONGEST_LIST
    if not rows or rest <= 0:
        return table if rows else None
    return Group(table, text(f"... and {rest} more", "italic"))
