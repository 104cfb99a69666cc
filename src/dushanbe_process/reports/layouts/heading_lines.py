"""What every paper on a conference begins with: masthead, title, conference, place, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, Heading, Masthead, Prose, Role
from dushanbe_process.reports.layouts.outline import prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.reports.layouts.edition import Edition


def heading_lines(
    title: str, held: Conference, edition: Edition, *, dated: bool = True
) -> Iterator[Block]:
    """Yield the title of a paper, and which conference it is about; ``dated``, when and where."""
    yield Heading(0, title)
    if named := edition.said(held.title):
        yield attrs.evolve(prose(named, edition.language), role=Role.CENTRED)
    if dated and (said := _place_and_dates(held, edition)):
        yield Prose(InlineText(said), role=Role.CENTRED)


def masthead(held: Conference, edition: Edition, *, dated: bool = False) -> Masthead:
    """Return the head: the conference is the organ; nothing is known of an issue."""
    place = _place_and_dates(held, edition) if dated else ""
    return Masthead(organ=edition.text(held.title).strip(), place=place)


def _place_and_dates(held: Conference, edition: Edition) -> str:
    return conventions.place_and_dates(edition.city(held), held.dates, edition.language)
