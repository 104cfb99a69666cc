"""Facts on which sources differ, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import words
from dushanbe_process.reports.blocks import Block, Grid, Heading, Prose, each_of
from dushanbe_process.reports.overview.reader import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.entity import Claim
    from dushanbe_process.reports.overview.reader import Reader


def claim(made: Claim, reader: Reader, level: int) -> Iterator[Block]:
    """Yield the question, the values that sources give, and why one is followed."""
    about = f"{reader.name(made.about)}: {words.label(made.aspect).lower()}"
    yield Heading(level, reader.words(made.question) or about)
    rows = tuple(
        (
            InlineText(reader.words(each.value)),
            lines(reader.sources(each.sources), *_quotes(each.sources)),
            InlineText("yes" if each.preferred else ""),
        )
        for each in made.values
    )
    if rows:
        yield Grid(("Value", "Sources", "Followed"), rows, (4, 6, 2), about=each_of(made.values))
    if made.reason:
        yield Prose(InlineText(reader.words(made.reason)))
    if made.note:
        yield Prose(InlineText(reader.words(made.note)))


def _quotes(citations: object) -> Iterator[str]:
    for each in citations:  # type: ignore[attr-defined]
        if each.quote:
            yield f"“{each.quote}”"
