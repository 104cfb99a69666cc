"""Dates and spans of dates, as the United Nations print them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.reports.conventions.patterns import PATTERNS, Patterns, Precise
from dushanbe_process.reports.direction import closed
from dushanbe_process.reports.labels import primary

if TYPE_CHECKING:
    from dushanbe_process.model.time_and_place import DateSpan, PartialDate


def date(value: PartialDate, language: str, *, unbroken: bool = False) -> str:
    """Return a date as words, as precise as it is known: ``18 October 2022``, ``May 2018``.

    ``unbroken`` is for pages: no line ends between the day and its month.
    """
    return _date(value, _patterns(language, unbroken=unbroken))


def dates(span: DateSpan, language: str, *, unbroken: bool = False) -> str:
    """Return a span as words: ``18 and 19 October 2022``, ``3–5 May 2018``, ``from 2018``."""
    words = _patterns(language, unbroken=unbroken)
    start, end = span.start, span.end
    if start is None or end is None:
        return _open(start, end, words)
    if start == end:
        return _date(start, words)
    if start.approximate or end.approximate or not _alike(start, end):
        return f"{_date(start, words)} – {_date(end, words)}"
    return _pattern(start, end, words).format_map(
        {f"{name}1": each for name, each in _fields(start, words).items()}
        | {f"{name}2": each for name, each in _fields(end, words).items()}
    )


def place_and_dates(place: str, span: DateSpan | None, language: str) -> str:
    """Return the place and the dates of a meeting on a line; either may be wanting."""
    said = dates(span, language, unbroken=True) if span else ""
    if not place or not said:
        return place or said
    return _patterns(language).place.format(place=closed(place, language), dates=said)


@cache
def _patterns(language: str, *, unbroken: bool = False) -> Patterns:
    words = PATTERNS.get(primary(language), PATTERNS["en"])
    return _glued(words) if unbroken else words


#: A day and the space before its month.
_DAY = re.compile(r"(\{day[12]?\}) (?=(?:de )?\{month)")


def _glued(words: Patterns) -> Patterns:
    """Return patterns in which a day and its month are not parted by the end of a line."""

    def glued(given: object) -> Any:
        if isinstance(given, str):
            return _DAY.sub("\\1\N{NO-BREAK SPACE}", given)
        return attrs.evolve(given, day=glued(given.day)) if isinstance(given, Precise) else given

    return Patterns(
        **{name: glued(each) for name, each in attrs.asdict(words, recurse=False).items()}
    )


def _fields(value: PartialDate, words: Patterns) -> dict[str, str]:
    """Return what the places in a pattern are filled with."""
    month = (value.month or 1) - 1
    return {
        "day": words.first if value.day == 1 else str(value.day),
        "month": words.months[month],
        "month_of": (words.months_of or words.months)[month],
        "year": str(value.year),
    }


def _fill(value: PartialDate, patterns: Precise, words: Patterns) -> str:
    pattern = patterns.day if value.day else patterns.month if value.month else patterns.year
    return pattern.format_map(_fields(value, words))


def _date(value: PartialDate, words: Patterns) -> str:
    return _fill(value, words.about if value.approximate else words.date, words)


def _open(start: PartialDate | None, end: PartialDate | None, words: Patterns) -> str:
    """Return a span that has one end only."""
    if start is not None:
        return (
            f"{_date(start, words)} – …" if start.approximate else _fill(start, words.since, words)
        )
    if end is None:
        return ""
    return f"… – {_date(end, words)}" if end.approximate else _fill(end, words.until, words)


def _alike(start: PartialDate, end: PartialDate) -> bool:
    """Say whether two dates are equally precise."""
    return (start.month is None, start.day is None) == (end.month is None, end.day is None)


def _pattern(start: PartialDate, end: PartialDate, words: Patterns) -> str:
    """Return the pattern for a span between two dates of one precision."""
    if start.month is None:
        return words.years
    one_year = start.year == end.year
    if start.day is None or end.day is None:
        return words.months_of_year if one_year else words.months_across_years
    if not one_year:
        return words.days_across_years
    if start.month != end.month:
        return words.days_across_months
    return words.pair if end.day == start.day + 1 else words.days
