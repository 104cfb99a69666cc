"""A document on a page: what it is, and its text in every language that the record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.body import Block as TextBlock
from dushanbe_process.model.body import Body, Section, Table
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import locales, words
from dushanbe_process.reports.blocks import Block, Facts, Grid, Heading, Prose
from dushanbe_process.reports.layouts.sentences import together
from dushanbe_process.reports.overview.conference import not_found
from dushanbe_process.reports.overview.fields import value_of
from dushanbe_process.schema import record_of
from dushanbe_process.schema.derive import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.documents import Document
    from dushanbe_process.reports.overview.reader import Reader

_LOWEST = 4

#: What is shown in another place than among the facts, or not at all.
_ELSEWHERE = {"title", "versions", "annexes", "not_found", "sources", "extra", "id"}


def document(paper: Document, reader: Reader, level: int) -> Iterator[Block]:
    """Yield the blocks of a document, and of the documents within it."""
    kind = words.label(tag_of(type(paper).__name__))
    yield Heading(min(level, _LOWEST), reader.words(paper.title) or kind)
    yield Facts((("Kind", InlineText(kind)), *_facts(paper, reader)))
    for version in paper.versions:
        if version.body != Body():
            if len(paper.versions) > 1:
                name = locales.language_name(version.language, reader.language)
                yield Heading(min(level + 1, _LOWEST), name)
            yield from body(version.body, level + 1)
    yield from not_found(paper.not_found, reader, min(level + 1, _LOWEST))
    for annex in paper.annexes:
        yield from document(annex, reader, level + 1)


def _facts(paper: Document, reader: Reader) -> Iterator[tuple[str, InlineText]]:
    if len(paper.title) > 1:
        yield "Title", reader.languages(paper.title)
    for field in record_of(type(paper)).fields:
        value = getattr(paper, field.name)
        if field.name not in _ELSEWHERE and value not in (None, field.default):
            yield words.label(field.name), value_of(value, reader, field.shape)
    if paper.sources:
        yield "Sources", InlineText(reader.sources(paper.sources))


def body(text: Body, level: int) -> Iterator[Block]:
    """Yield a text as the paragraphs that it is."""
    yield from blocks(text.front, 0, level)
    if text.formula:
        yield Prose(text.formula)
    for part in (text.preamble, text.operative, text.closing):
        yield from blocks(part, 0, level)


def blocks(parts: Iterable[TextBlock], depth: int, level: int) -> Iterator[Block]:
    """Yield the blocks of a text, and what stands below each."""
    for part in parts:
        if isinstance(part, Table):
            yield from _table(part, depth)
        elif isinstance(part, Section):
            heading = together(part.number or "", part.heading, between=" ")
            yield Heading(min(level, _LOWEST), heading)
            yield from blocks(part.children, depth, level + 1)
        else:
            yield Prose(part.text, part.number, depth, part.lead)
            yield from blocks(part.children, depth + 1, level)
            if part.wrap_up:
                yield Prose(part.wrap_up, None, depth)


def _table(table: Table, depth: int) -> Iterator[Block]:
    """Yield a table, every spanned cell as an empty one."""
    if table.caption or table.number:
        yield Prose(table.caption, table.number, depth)
    rows = [
        [text for cell in row.cells for text in (cell.text, *[InlineText()] * (cell.columns - 1))]
        for row in table.rows
    ]
    width = max([1, *map(len, rows)])
    even = tuple(tuple(row + [InlineText()] * (width - len(row))) for row in rows)
    if even:
        yield Grid((), even, (1,) * width)
