"""Values as words: dates, places, codes, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton

from dushanbe_process.reports import conventions
from dushanbe_process.reports.labels import LANGUAGES, primary
from dushanbe_process.reports.locales import country, locale_of

if TYPE_CHECKING:
    from dushanbe_process.model.time_and_place import DateSpan, Moment, PartialDate, Venue


def date(value: PartialDate, language: str) -> str:
    """Return a date as words, as precise as it is known: ``May 2018``.

    In the languages of official documents it is as they print it.
    """
    if primary(language) in LANGUAGES:
        return conventions.date(value, language)
    locale = locale_of(language)
    if value.day:
        words = format_date(value.earliest, "long", locale=locale)
    else:
        words = format_skeleton("yMMMM" if value.month else "y", value.earliest, locale=locale)
    return f"c. {words}" if value.approximate else words


def dates(span: DateSpan, language: str) -> str:
    """Return a span as words: ``3 and 4 May 2018``."""
    if primary(language) in LANGUAGES:
        return conventions.dates(span, language)
    if span.start is None or span.end is None:
        start = date(span.start, language) if span.start else "…"
        return f"{start} – {date(span.end, language) if span.end else '…'}"
    if span.start == span.end:
        return date(span.start, language)
    first, last = span.start, span.end
    start, end = date(first, language), date(last, language)
    one_month = (first.year, first.month) == (last.year, last.month) and first.day and last.day
    if one_month and end.startswith(str(last.day)) and not (first.approximate or last.approximate):
        return f"{first.day}–{end}"
    return f"{start} – {end}"


def moment(value: Moment, language: str) -> str:
    """Return a moment as words: ``21 October 2022, 15:11``."""
    clock = value.datetime.strftime("%H:%M")
    zone = value.datetime.strftime(" %Z") if value.datetime.tzinfo else ""
    return f"{date(value.date, language)}, {clock}{zone}"


def venue(place: Venue, language: str) -> str:
    """Return building, city and country on one line."""
    parts = [place.name.in_(language), place.city.in_(language)]
    if place.country:
        parts.append(country(place.country, language))
    return ", ".join(filter(None, parts))


def label(name: str) -> str:
    """Return the name of a field, class or choice as words: ``Not found`` for ``not_found``."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
