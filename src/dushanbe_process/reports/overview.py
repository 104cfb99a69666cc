"""An overview of any record: all that it says, laid out for reading, in the order of the model.

Derived from the schema, so that a new field is shown without a word here.  Tables are made
of lists of records whose values are short; texts stand as the paragraphs that they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dushanbe_process.model.body import Body, Paragraph, Section, Table
from dushanbe_process.model.text import InlineText, LocalizedText
from dushanbe_process.reports.blocks import BlockTree, Facts, Grid, Heading, Prose
from dushanbe_process.schema import (
    Extra,
    Field,
    Inline,
    ManyOf,
    Model,
    Named,
    OneOf,
    record_of,
)
from dushanbe_process.schema.derive import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST_HEADING = 4

Piece = Heading | Prose | Facts | Grid


def overview(record: Model, language: str = "en") -> BlockTree:
    """Return the blocks that show a record to a reader of a language."""
    return tuple(_Layout(language).record(record, 0))


def label(name: str) -> str:
    """Return a field or class name as words: ``not_found`` as ``Not found``."""
    return name.replace("_", " ").capitalize()


class _Layout:
    def __init__(self, language: str) -> None:
        self.language = language

    def record(self, record: Model, level: int) -> Iterator[Piece]:
        """Yield the heading of a record, its short values as facts, then its parts."""
        yield Heading(level, self.name(record))
        if isinstance(record, Body):
            yield from self.body(record)
            return
        if isinstance(record, Paragraph | Section | Table):
            yield from self.block(record, 0)
            return
        fields = [each for each in record_of(type(record)).fields if self.said(record, each)]
        facts = [each for each in fields if self.is_fact(each, record)]
        if facts:
            yield Facts(
                tuple((label(each.name), self.value(getattr(record, each.name))) for each in facts)
            )
        for each in fields:
            if each not in facts:
                yield from self.part(each, getattr(record, each.name), level + 1)

    def name(self, record: Model) -> str:
        """Return what a record is called: its title or name, or what it is."""
        for name in ("title", "name", "heading", "language", "question"):
            text = self.words(getattr(record, name, None))
            if text:
                return text
        return label(tag_of(type(record).__name__))

    def said(self, record: Model, field: Field) -> bool:
        """Say whether a field says anything."""
        value = getattr(record, field.name)
        return value is not None and (field.required or value != field.default)

    def is_fact(self, field: Field, record: Model) -> bool:
        """Say whether a value is short enough to stand in a row."""
        shape = field.shape.item if isinstance(field.shape, ManyOf) else field.shape
        if isinstance(shape, Named):
            value = getattr(record, field.name)
            values = value if isinstance(value, tuple) else (value,)
            return not isinstance(field.shape, ManyOf) and all(map(_is_flat, values))
        return not isinstance(shape, OneOf)

    def part(self, field: Field, value: Any, level: int) -> Iterator[Piece]:
        """Yield a part of a record that is more than one row."""
        level = min(level, _DEEPEST_HEADING)
        if not isinstance(value, tuple):
            yield from self.record(value, level)
            return
        yield Heading(level, label(field.name))
        if all(map(_is_flat, value)) and (grid := self.grid(value)).head:
            yield grid
            return
        for each in value:
            yield from self.record(each, min(level + 1, _DEEPEST_HEADING))

    def grid(self, records: tuple[Model, ...]) -> Grid:
        """Return records of short values as a table, without the columns that say nothing."""
        fields: dict[str, None] = {}
        for record in records:
            for each in record_of(type(record)).fields:
                if self.said(record, each):
                    fields.setdefault(each.name)
        rows = tuple(
            tuple(self.value(getattr(record, name, None)) for name in fields) for record in records
        )
        return Grid(tuple(map(label, fields)), rows)

    def value(self, value: Any) -> InlineText:
        """Return a short value as running text."""
        if isinstance(value, InlineText):
            return value
        return InlineText(self.words(value))

    def words(self, value: Any) -> str:
        """Return a short value as words."""
        if value is None:
            return ""
        if isinstance(value, LocalizedText):
            best = value.in_(self.language)
            others = [f"{tag or 'plain'}: {text}" for tag, text in value.items() if text != best]
            return "\n".join([best, *others])
        if isinstance(value, Extra):
            return "; ".join(f"{key}: {each}" for key, each in value.items())
        if isinstance(value, tuple):
            separator = "\n" if any(isinstance(each, Model) for each in value) else "; "
            return separator.join(map(self.words, value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, Model) and type(value).__str__ is object.__str__:
            names = [each.name for each in record_of(type(value)).fields if self.said(value, each)]
            return "; ".join(self.words(getattr(value, name)) for name in names)
        return str(value)

    def body(self, body: Body) -> Iterator[Piece]:
        """Yield a text as the paragraphs that it is."""
        for each in body.front:
            yield from self.block(each, 0)
        if body.formula:
            yield Prose(body.formula)
        for blocks in (body.preamble, body.operative, body.closing):
            for each in blocks:
                yield from self.block(each, 0)

    def block(self, block: Paragraph | Section | Table, depth: int) -> Iterator[Piece]:
        """Yield one block of a text, and what stands below it."""
        match block:
            case Section():
                heading = " ".join(filter(None, (block.number, str(block.heading))))
                yield Heading(_DEEPEST_HEADING, heading)
                for each in block.children:
                    yield from self.block(each, depth)
            case Table():
                if block.caption:
                    yield Prose(block.caption, block.number, depth)
                yield _table(block)
            case Paragraph():
                yield Prose(block.text, block.number, depth, block.lead)
                for each in block.children:
                    yield from self.block(each, depth + 1)
                if block.wrap_up:
                    yield Prose(block.wrap_up, None, depth)


def _is_flat(record: Any) -> bool:
    """Say whether a record holds only values that fit a cell."""
    return all(_fits(each, getattr(record, each.name)) for each in record_of(type(record)).fields)


def _fits(field: Field, value: Any) -> bool:
    shape = field.shape.item if isinstance(field.shape, ManyOf) else field.shape
    if isinstance(shape, OneOf | Inline) and value:
        return not isinstance(shape, OneOf)
    if isinstance(shape, Named):
        values = value if isinstance(value, tuple) else (value,) if value is not None else ()
        return not isinstance(value, Body) and all(map(_is_flat, values))
    return True


def _table(table: Table) -> Grid:
    widest = max([1, *(sum(cell.columns for cell in row.cells) for row in table.rows)])
    rows = []
    for row in table.rows:
        cells = [
            text for cell in row.cells for text in (cell.text, *[InlineText()] * (cell.columns - 1))
        ]
        rows.append(tuple(cells + [InlineText()] * (widest - len(cells))))
    return Grid((), tuple(rows))
