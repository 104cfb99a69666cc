"""Records to XML text, written directly: no tree of any kind in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from dushanbe_process import compiled
from dushanbe_process.forms.xml.compile_write import writers
from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.model import default_schema
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema import Model, Record, Schema

#: Returns a record as XML, and the ids in it.
Way: TypeAlias = "Callable[[Model, Record], tuple[bytes, Mentions]]"

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"


def to_xml(record: Model, schema: Schema | None = None) -> bytes:
    """Return the record as XML in UTF-8.

    Raises:
        InvalidError: when the record as a whole is not sound (a reference leads nowhere).
        LimitExceededError: when records stand too deep in one another.
        TypeError: when the object is no record of the schema.
    """
    schema = schema or default_schema()
    known = schema.of(record)
    if known is None:
        message = f"{type(record).__name__} is not a class of the schema"
        raise TypeError(message)
    text, found = once(schema, _way)(record, known)
    if known.name == schema.whole and not found.are_sound(schema):
        unstructure(record, schema)
    return text


def _way(schema: Schema) -> Way:
    """Return what writes the records of a schema: compiled code, where it is there."""
    generated = generated_way(schema)
    if not compiled.has("xml_write"):
        return generated
    from dushanbe_process.forms.xml.ways_out import written  # noqa: PLC0415  (it is compiled)

    def write(record: Model, known: Record) -> tuple[bytes, Mentions]:
        return written(record, known, schema) or generated(record, known)

    return write


def generated_way(schema: Schema) -> Way:
    """Return what writes the records of a schema in generated Python."""
    names = once(schema, writers).names

    def write(record: Model, known: Record) -> tuple[bytes, Mentions]:
        out, found = [_DECLARATION], Mentions()
        names[f"write_{known.name}"](record, out, known.tag, "", 0, found)
        out[1] = out[1].replace(known.tag, f'{known.tag} xmlns="{NAMESPACE}"', 1)
        if not out[-1].endswith("\n"):
            out.append("\n")
        return "".join(out).encode(), found

    return write
