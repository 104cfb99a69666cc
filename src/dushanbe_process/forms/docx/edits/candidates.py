"""Values that some words may name: dates, numbers, choices, what is called so."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.edits.called import holds, names_of, tells
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.symbol import Symbol
from dushanbe_process.model.time_and_place import DateSpan, Moment, PartialDate
from dushanbe_process.reports import conventions
from dushanbe_process.reports.locales import locale_of
from dushanbe_process.schema import Boolean, Choice, Code, Integer, ManyOf, Named, Shape, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.expected import Expected
    from dushanbe_process.model.entity import Entity


@attrs.frozen
class Said:
    """What a page says in one place, and what it said there; and the record that it showed."""

    now: str
    before: str
    expected: Expected

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.expected.shown.language


_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DIGITS = {ord(d): str(n) for n, d in enumerate("٠١٢٣٤٥٦٧٨٩")}
_MONTHS = 12
_DAYS = 31


def candidates(said: Said, shape: Shape, value: Any) -> Iterator[Any]:
    """Yield values of a shape that some words may name, those that are named first."""
    match shape:
        case Choice():
            yield from choices(said, shape)
        case Boolean():
            yield not value
        case Integer():
            yield from (int(each) for each in _numbers(said.now))
        case ManyOf(Choice() as item):
            yield from _lists(tuple(value), list(choices(said, item)))
        case ManyOf(Code() as item) if item.refers_to:
            yield tuple(_called(said, item.refers_to))
        case ManyOf(Named(record="Symbol")):
            yield from _lists(tuple(value), list(_symbols(said.now)))
        case Code():
            yield from _codes(said, shape, value)
        case _:
            return


def _codes(said: Said, shape: Code, value: Any) -> Iterator[Any]:
    """Yield codes that some words may name: dates, moments, countries, what is called so."""
    now, language = said.now, said.language
    match shape:
        case Code(cls=cls) if cls is PartialDate:
            yield from dates(now, language)
        case Code(cls=cls) if cls is DateSpan:
            yield from _spans(now, language)
        case Code(cls=cls) if cls is Moment:
            yield from _moments(value, now)
        case Code() if shape.refers_to:
            yield from _called(said, shape.refers_to)
        case Code() if shape.name == "CountryCode":
            yield from _countries(now, language)
        case Code() if shape.cls is str:
            yield from (each.strip() for each in (now, *re.split(r"[,;:–]\s+", now)) if each)
        case _:
            return


def choices(said: Said, shape: Choice) -> Iterator[Any]:
    """Yield the values of a choice, those first that the words name.

    Where the page called one of them by its name, it does so with what is there now: then what
    has no name among the words is none of them.
    """
    names = names_of(shape, said.language)
    made = list(shape.cls) if shape.cls is not None else list(shape.values)
    yield from (each for each in made if holds(said.now, each, names))
    if not tells(said.before, names):
        yield from (each for each in made if not holds(said.now, each, names))


def _lists(value: tuple[Any, ...], named: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield lists that differ from one by a value: one less, another, one more."""
    yield from ((*value[:n], *value[n + 1 :]) for n in range(len(value)))
    for each in named:
        yield from ((*value[:n], each, *value[n + 1 :]) for n in range(len(value)))
        yield from [(*value, each)] * (each not in value)


def _numbers(said: str) -> list[str]:
    return _NUMBER.findall(said.translate(_DIGITS).replace("\u00a0", ""))


def dates(said: str, language: str) -> Iterator[PartialDate]:
    """Yield the dates that the words may name, as precise as they can be."""
    numbers = list(map(int, _numbers(said)))
    years = [each for each in numbers if each > _DAYS]
    days = [each for each in numbers if 0 < each <= _DAYS]
    for year in years:
        for month in _months(said, language):
            for day in days:
                yield from _dates(year, month, day)
            yield from _dates(year, month, None)
        yield from _dates(year, None, None)


def _dates(year: int, month: int | None, day: int | None) -> Iterator[PartialDate]:
    try:
        yield PartialDate(year, month, day)
    except DushanbeError:
        return


def _months(said: str, language: str) -> list[int]:
    """Return the months that the words name."""
    folded = said.casefold()
    return [
        month
        for month in range(1, _MONTHS + 1)
        if any(each and each in folded for each in _month_names(month, language))
    ]


@cache
def _month_names(month: int, language: str) -> frozenset[str]:
    locale = locale_of(language)
    names = {
        locale.months[context][width][month]
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    }
    official = conventions.date(PartialDate(2000, month), language)
    return frozenset(each.casefold() for each in {*names, _letters(official)})


def _letters(text: str) -> str:
    return " ".join(each for each in re.split(r"[\d\s]+", text) if each)


def _spans(said: str, language: str) -> Iterator[DateSpan]:
    found = list(dates(said, language))
    for start in found:
        for end in found:
            try:
                yield DateSpan(start, end)
            except DushanbeError:
                continue


def _moments(value: Moment | None, said: str) -> Iterator[Moment]:
    """Yield the moment with another time of day."""
    if value is None:
        return
    for hour, minute in _CLOCK.findall(said.translate(_DIGITS)):
        try:
            made = value.datetime.replace(hour=int(hour), minute=int(minute))
            yield Moment.parse(str(value).replace(f"{value.datetime:%H:%M}", f"{made:%H:%M}"))
        except (ValueError, DushanbeError):
            continue


def _symbols(said: str) -> Iterator[Symbol]:
    """Yield the symbols among the words."""
    for each in said.split():
        with suppress(DushanbeError):
            yield Symbol(value=each)


def _called(said: Said, kind: str) -> Iterator[str]:
    """Yield the ids of what the words name, in the order of the words."""
    folded = said.now.casefold()
    found: list[tuple[int, str]] = []
    for each in said.expected.entities:
        if kind in (*record_of(type(each)).kinds, "*"):
            places = [folded.find(name) for name in (*_names(each), each.id)]
            if known := [place for place in places if place >= 0]:
                found.append((min(known), each.id))
    yield from dict.fromkeys(id_ for _, id_ in sorted(found))


def _names(entity: Entity) -> Iterator[str]:
    for field in ("short_name", "name", "title"):
        text = getattr(entity, field, None)
        if isinstance(text, LocalizedText):
            yield from (each.casefold() for each in text.values() if each)


def _countries(said: str, language: str) -> Iterator[str]:
    folded = said.casefold()
    for code, name in locale_of(language).territories.items():
        if len(code) == 2 and code.isalpha() and name.casefold() in folded:  # noqa: PLR2004
            yield code
