"""The agenda of a conference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.blocks import Block, Heading, each_of
from dushanbe_process.reports.layouts.outline import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.model.documents import AgendaItem
    from dushanbe_process.reports.layouts.edition import Edition


def agenda_blocks(items: Sequence[AgendaItem], edition: Edition, *, level: int) -> Iterator[Block]:
    """Yield the items of an agenda under its name, if there are any."""
    if items_told := agenda_table(items, edition):
        yield Heading(level, edition.labels.kinds.documents["Agenda"].one)
        yield from items_told


def agenda_table(items: Sequence[AgendaItem], edition: Edition) -> tuple[Block, ...]:
    """Return the items of an agenda as a table."""
    rows = tuple((InlineText(each.number or ""), edition.said(each.title)) for each in items)
    words = edition.labels
    return table((words.dossier.number, words.dossier.title), rows, (1, 8), about=each_of(items))
