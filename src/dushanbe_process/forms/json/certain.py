"""The fast way from JSON text to records: a typed parser fills molds, which become records.

There are two ways to do the latter: one is compiled, where it is there, the other is generated
Python.  They do the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from dushanbe_process import compiled
from dushanbe_process.forms.json.molds import Molds
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions, Met

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Record, Schema

#: Reads a record, and tells how many strings it met, and which ids, if the record is a whole.
Way: TypeAlias = Callable[[bytes], "tuple[Model, int, Mentions | None]"]

#: How a file begins as we write it.
_TYPE = re.compile(rb'\s*\{\s*"type"\s*:\s*"(\w+)"')

#: The strings at the head of a file: "type", what it is, "version".
_HEAD = 3

#: Escapes of the backslash, of a character by its number, and of two that XML cannot carry.
_HARD_ESCAPE = re.compile(rb"\\[\\ubf]")

#: U+FFFE and U+FFFF, which XML cannot carry, in UTF-8; other such characters JSON must escape.
_NO_CHARACTER = re.compile(b"\xef\xbf[\xbe\xbf]")


def read(data: bytes, schema: Schema) -> Model | None:
    """Return the record that JSON text holds, or None where there is any doubt.

    The parser takes the last of two values under one key, without a word.  Then it has met
    fewer strings than there are in the text.
    """
    ways = once(schema, _Ways)
    strings = ways.strings_in(data)
    if strings < 0:
        return None
    try:
        made, met, found = ways[_type_in(data)](data)
    except Exception:  # noqa: BLE001  (whatever it was, the thorough way says it better)
        return None
    if met + _HEAD != strings:
        return None
    return made if found is None or found.are_sound(schema) else None


def strings_in(text: bytes) -> int:
    """Return how many strings there are in JSON text, or -1 where that is hard to say.

    Each stands between two quotation marks; escapes may make them hard to count.  Where there
    may be characters that XML cannot carry, it is -1 too: the strict parser looks closer.
    """
    marks = text.count(b'"')
    if b"\\" in text:
        if _HARD_ESCAPE.search(text):
            return -1
        marks -= text.count(b'\\"')
    return -1 if b"\xef" in text and _NO_CHARACTER.search(text) else marks // 2


class _Ways(dict[bytes, Way]):
    """The ways to read records, by their types, and to count strings."""

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self.schema = schema
        self.way, self.strings_in = generated_way, strings_in
        if compiled.has("json_read"):
            from dushanbe_process.compiled import json_read  # noqa: PLC0415

            self.way, self.strings_in = compiled_way, json_read.strings_in

    def __missing__(self, tag: bytes) -> Way:
        """Find the way for a type when it is first met; raise KeyError where there is none."""
        record = self.schema.tagged(tag.decode())
        if record is None:
            raise KeyError(tag)
        made = self[tag] = self.way(record, self.schema)
        return made


def compiled_way(record: Record, schema: Schema) -> Way:
    """Return the compiled way to read the files of a record."""
    from dushanbe_process.compiled.making import Reading  # noqa: PLC0415
    from dushanbe_process.forms.json.ways_in import WaysIn  # noqa: PLC0415

    fill = once(schema, Molds).decoder(record).decode
    make = once(schema, WaysIn).record(record.name, told_apart=True).read
    is_whole = record.name == schema.whole

    def read(data: bytes) -> tuple[Model, int, Mentions | None]:
        found = Mentions() if is_whole else None
        reading = Reading(found)
        return make(fill(data), reading), reading.strings, found

    return read


def generated_way(record: Record, schema: Schema) -> Way:
    """Return the way of generated Python to read the files of a record."""
    from dushanbe_process.forms.json.compile_read import readers, readers_of_parts  # noqa: PLC0415

    fill = once(schema, Molds).decoder(record).decode
    is_whole = record.name == schema.whole
    names = once(schema, readers if is_whole else readers_of_parts).names
    reader = f"read_{record.name}"

    def read(data: bytes) -> tuple[Model, int, Mentions | None]:
        found = Mentions() if is_whole else Met()
        made = names[reader](fill(data), 0, found)
        return made, found.strings, found if isinstance(found, Mentions) else None

    return read


def _type_in(data: bytes) -> bytes:
    if match := _TYPE.match(data):
        return match[1]
    return msgspec.json.decode(data, type=_Head).type.encode()


class _Head(msgspec.Struct):
    """What says which record a file holds."""

    type: str
