"""The reference of the model, as Markdown: every class and field in the words of its description.

The pages of the reference that say what a class holds are never written by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from dushanbe_process.schema.shapes import (
    Boolean,
    Choice,
    Code,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Named,
    OneOf,
    Open,
    Shape,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.schema.derive import Field, Record, Schema


def reference(schema: Schema) -> str:
    """Return a section for each class of a schema: its sentence, and a table of its fields."""
    return "\n\n".join(map(_section, schema.records.values())) + "\n"


def _section(record: Record) -> str:
    lines = [f"(model-{record.name})=", f"## {record.name}", "", _plain(record.doc), ""]
    lines += ["| field | what it is | | |", "|---|---|---|---|"]
    return "\n".join([*lines, *map(_row, record.fields)])


def _row(field: Field) -> str:
    need = "required" if field.required else ""
    return f"| `{field.name}` | {words_of(field.shape)} | {field.doc} | {need} |"


def words_of(shape: Shape) -> str:
    """Return what a shape is called in the reference, with links to the classes it mentions."""
    match shape:
        case Text():
            return "text"
        case Code():
            of = f" of a {shape.refers_to}" if shape.refers_to not in (None, "*") else ""
            return f"`{shape.name}`{of and f' (id{of})'}"
        case Integer():
            return "whole number"
        case Boolean():
            return "true or false"
        case Choice():
            return " \\| ".join(f"`{value}`" for value in shape.values)
        case Localized():
            return "`LocalizedText`"
        case Inline():
            return f"`InlineText` (strings, {_links(shape.records)})"
        case ManyOf():
            return f"any number of: {words_of(shape.item)}"
        case Named():
            return _link(shape.record)
        case OneOf():
            return f"one of {_links(shape.records)}"
        case Open():
            return "any plain data"
    assert_never(shape)


def _plain(doc: str) -> str:
    """Return a docstring as Markdown: one indentation, literals in single backticks."""
    return "\n".join(line.strip() for line in doc.strip().splitlines()).replace("``", "`")


def _links(records: Iterable[str]) -> str:
    return ", ".join(map(_link, records))


def _link(record: str) -> str:
    return f"[{record}](#model-{record})"
