"""How many took part: the figures that the record follows, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText, footnote
from dushanbe_process.reports import conventions
from dushanbe_process.reports.layouts.outline import paragraph
from dushanbe_process.reports.layouts.sentences import (
    colon,
    ended,
    filled,
    lines,
    listed,
    together,
    with_notes_placed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Attendance
    from dushanbe_process.reports.blocks import Block
    from dushanbe_process.reports.layouts.edition import Edition


def followed(figures: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Return the figures that the record follows."""
    return tuple(each for each in figures if each.preferred)


def attended(figures: Iterable[Attendance], edition: Edition) -> Iterator[Block]:
    """Yield a sentence of the figures that are followed, each with its sources in a note."""
    said = [_noted(each, edition) for each in followed(figures)]
    if said:
        quantities = listed(said, edition.language)
        told = filled(edition.labels.report.attended, quantities=quantities)
        yield paragraph(with_notes_placed(told, edition.language), edition.language)


def figure(given: Attendance, edition: Edition) -> InlineText:
    """Return a figure and the remark on it."""
    said = conventions.quantity(given.quantity, edition.language)
    bare = edition.text(given.note).strip().removesuffix(".")
    remark = edition.spoken(bare, edition.tag(given.note))
    return together(said, " (", remark, ")") if remark else InlineText(said)


def figures_line(figures: Iterable[Attendance], edition: Edition) -> InlineText:
    """Return the figures that are followed, a line each."""
    return lines(figure(each, edition) for each in followed(figures))


def _noted(given: Attendance, edition: Edition) -> InlineText:
    said = conventions.quantity(given.quantity, edition.language)
    sources = list(dict.fromkeys(each.source for each in given.sources))
    remark = edition.said(given.note)
    if not sources and not remark:
        return InlineText(said)
    words = edition.labels.dossier
    label = words.source if len(sources) == 1 else words.sources
    named = together(*map(edition.source, sources), between="; ")
    told = together(label, colon(edition.language), named)
    told = ended(told, edition.language) if sources else InlineText()
    return InlineText(said, footnote(*together(remark, told, between=" ")))
