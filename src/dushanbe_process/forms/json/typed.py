"""The fast way from JSON text to a record: a typed parser fills molds, which become records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from dushanbe_process.forms.json.compile_read import readers, readers_of_parts
from dushanbe_process.forms.json.molds import Molds
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions, Met

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema

#: How a file begins as we write it.
_TYPE = re.compile(rb'\s*\{\s*"type"\s*:\s*"(\w+)"')

#: The strings at the head of a file: "type", what it is, "version".
_HEAD = 3


class _Head(msgspec.Struct):
    """What says which record a file holds."""

    type: str


class _Ways(dict[bytes, Any]):
    """By the type of a record: what fills its mold, the readers, its own name, what it is."""

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self.schema = schema

    def __missing__(self, tag: bytes) -> tuple[Any, dict[str, Any], str, bool]:
        """Find the way for a type when it is first met; raise KeyError where there is none."""
        schema = self.schema
        if (record := schema.tagged(tag.decode())) is None:
            raise KeyError(tag)
        is_whole = record.name == schema.whole
        module = once(schema, readers if is_whole else readers_of_parts)
        fill = once(schema, Molds).decoder(record).decode
        made = self[tag] = (fill, module.names, f"read_{record.name}", is_whole)
        return made


def certain(data: bytes, strings: int, schema: Schema) -> Model | None:
    """Return the record that JSON text holds, or None where there is any doubt.

    All characters in it are known to be legal.  There are so many ``strings`` in it, keys among
    them: where a key was given twice, fewer are met.
    """
    try:
        fill, names, reader, is_whole = once(schema, _Ways)[_type_in(data)]
        found = Mentions() if is_whole else Met()
        made: Model = names[reader](fill(data), 0, found)
    except Exception:  # noqa: BLE001  (whatever it was, the thorough way says it better)
        return None
    if found.strings + _HEAD != strings:
        return None
    return made if not isinstance(found, Mentions) or found.are_sound(schema) else None


def _type_in(data: bytes) -> bytes:
    if match := _TYPE.match(data):
        return match[1]
    return msgspec.json.decode(data, type=_Head).type.encode()
