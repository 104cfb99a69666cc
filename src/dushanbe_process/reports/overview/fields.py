"""Any record, field by field: derived from the schema, so that nothing is ever missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dushanbe_process.model.body import Body, Paragraph, Section, Table
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import InlineText
from dushanbe_process.model.time_and_place import DateSpan, Moment, PartialDate
from dushanbe_process.reports import words
from dushanbe_process.reports.blocks import Block, Facts, Heading
from dushanbe_process.schema import Choice, Code, Extra, Field, ManyOf, Model, Shape, record_of
from dushanbe_process.schema.derive import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.reports.overview.reader import Reader

_LOWEST = 4


def fields(record: Model, reader: Reader, level: int) -> Iterator[Block]:
    """Yield a record: its short values as facts, then the records within it, one by one."""
    yield Heading(min(level, _LOWEST), name_of(record, reader))
    if isinstance(record, Body | Paragraph | Section | Table):
        from dushanbe_process.reports.overview.document import (  # noqa: PLC0415  (it imports us)
            blocks,
            body,
        )

        text = body(record, level + 1) if isinstance(record, Body) else blocks([record], 0, level)
        yield from text
        return
    said = [each for each in record_of(type(record)).fields if _says(record, each)]
    facts = [each for each in said if not _is_part(getattr(record, each.name))]
    if facts:
        yield Facts(
            tuple(
                (words.label(each.name), value_of(getattr(record, each.name), reader, each.shape))
                for each in facts
            )
        )
    for each in said:
        if each not in facts:
            value = getattr(record, each.name)
            yield Heading(min(level + 1, _LOWEST), words.label(each.name))
            for part in value if isinstance(value, tuple) else (value,):
                yield from fields(part, reader, level + 2)


def name_of(record: Model, reader: Reader) -> str:
    """Return what a record is called: its title or name, or what it is."""
    for field in ("title", "name", "heading"):
        value = getattr(record, field, None)
        text = reader.words(value) if isinstance(value, LocalizedText) else str(value or "")
        if text:
            return text
    return words.label(tag_of(type(record).__name__))


def _says(record: Model, field: Field) -> bool:
    value = getattr(record, field.name)
    return value is not None and (field.required or value != field.default)


def _is_part(value: object) -> bool:
    """Say whether a value is records with records in them: too much for a row."""
    inside = value if isinstance(value, tuple) else (value,)
    return any(isinstance(each, Model) and _is_deep(each) for each in inside)


def _is_deep(record: Model) -> bool:
    values = [getattr(record, each.name) for each in record_of(type(record)).fields]
    flat = [each for value in values for each in (value if isinstance(value, tuple) else (value,))]
    return isinstance(record, Body) or any(isinstance(each, Model) for each in flat)


def value_of(value: Any, reader: Reader, shape: Shape | None = None) -> InlineText:
    """Return a value as running text for a row."""
    if isinstance(value, InlineText):
        return value
    if isinstance(value, LocalizedText):
        return reader.languages(value)
    return InlineText(_words(value, reader, shape))


def _words(value: Any, reader: Reader, shape: Shape | None) -> str:
    match value:
        case tuple():
            inner = shape.item if isinstance(shape, ManyOf) else None
            separator = (
                "\n" if any(isinstance(each, Model | LocalizedText) for each in value) else ", "
            )
            return separator.join(_words(each, reader, inner) for each in value)
        case bool():
            return "yes" if value else "no"
        case PartialDate():
            return words.date(value, reader.language)
        case DateSpan():
            return words.dates(value, reader.language)
        case Moment():
            return words.moment(value, reader.language)
        case LocalizedText():
            return reader.words(value)
        case Extra():
            return "; ".join(f"{key}: {each}" for key, each in value.items())
        case Model() if type(value).__str__ is Model.__str__:
            said = [each for each in record_of(type(value)).fields if _says(value, each)]
            return "; ".join(_words(getattr(value, one.name), reader, one.shape) for one in said)
    if isinstance(shape, Choice):
        return words.label(str(value))
    if isinstance(shape, Code) and shape.refers_to:
        return reader.name(str(value))
    return str(value)
