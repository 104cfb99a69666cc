"""Records to XML text, written directly: no tree of any kind in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.xml.compile_write import writers
from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.model import default_schema
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema

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
    found = Mentions()
    out = [_DECLARATION]
    once(schema, writers).names[f"write_{known.name}"](record, out, known.tag, "", 0, found)
    if known.name == schema.whole and not found.are_sound(schema):
        unstructure(record, schema)
    out[1] = out[1].replace(known.tag, f'{known.tag} xmlns="{NAMESPACE}"', 1)
    if not out[-1].endswith("\n"):
        out.append("\n")
    return "".join(out).encode()
