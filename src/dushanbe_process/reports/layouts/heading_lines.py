"""What every paper on a conference begins with: which conference it is, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Masthead

if TYPE_CHECKING:
    from dushanbe_process.model.conference import Conference
    from dushanbe_process.reports.layouts.edition import Edition


def masthead(held: Conference, edition: Edition) -> Masthead:
    """Return the head: the conference is the organ; nothing is known of an issue."""
    place = conventions.place_and_dates(edition.city(held), held.dates, edition.language)
    return Masthead(organ=edition.text(held.title).strip(), place=place)
