"""Molds: what msgspec, a typed parser of JSON, fills for us.

The mold of a record is an object of the parser's own kind, with the fields of the record, each
told only so much of its shape as the parser can check::

    class VenueMold(msgspec.Struct, forbid_unknown_fields=True):
        name: str | dict[str, str]
        country: str = None
        halls: tuple[str | dict[str, str], ...] = None

``None`` says that the text says nothing: where it says ``null``, the parser refuses.  A mold
takes less time to make than a dict, and the garbage collector never looks at it.
"""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any, Literal, Union, assert_never

import msgspec

from dushanbe_process.migrations import VERSION
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
    from dushanbe_process.schema.derive import Record, Schema


class Molds:
    """The molds of one schema, each made when it is first wanted."""

    def __init__(self, schema: Schema) -> None:
        """Take the schema."""
        self._schema = schema
        self._one_at_a_time = RLock()
        self._certain: dict[str, Any] = {}
        self._told_apart: dict[str, Any] = {}

    def decoder(self, record: Record) -> msgspec.json.Decoder[Any]:
        """Return what fills the mold of a record from the text of a whole file."""
        # The parser learns the molds while it makes this, and lets other threads in meanwhile:
        # one that met a mold half learnt would crash.
        with self._one_at_a_time:
            told_apart = self.mold(record.name, told_apart=True)
            version: Any = Literal[VERSION]
            fields = [("version", version)]
            whole = msgspec.defstruct(f"{record.name}File", fields, bases=(told_apart,))
            whole.__annotations__ = {"version": version, **told_apart.__annotations__}
            return msgspec.json.Decoder(whole)

    def mold(self, name: str, *, told_apart: bool = False) -> Any:
        """Return the mold of a record, which may be told from others by its type."""
        with self._one_at_a_time:
            kept = self._told_apart if told_apart else self._certain
            if name not in kept:
                record = self._schema[name]
                kept[name] = made = _empty(record, told_apart=told_apart)
                # Only now: a mold may hold others of its own kind.
                types = {each.name: self._type_of(each.shape) for each in record.fields}
                made.__annotations__ = types
            return kept[name]

    def _type_of(self, shape: Shape) -> Any:
        """Return what the parser is told of a shape."""
        match shape:
            case Text() | Code():
                return str
            case Choice():
                return shape.cls
            case Integer():
                return int
            case Boolean():
                return bool
            case Localized():
                return str | dict[str, str]
            case Open():
                return dict[str, Any]
            case Inline():
                return str | list[self._one_of(shape.records, str)]  # type: ignore[misc]
            case ManyOf():
                return tuple[self._type_of(shape.item), ...]  # type: ignore[misc]
            case Named():
                return self.mold(shape.record)
            case OneOf():
                return self._one_of(shape.records)
        assert_never(shape)

    def _one_of(self, names: tuple[str, ...], *others: Any) -> Any:
        return Union[(*others, *(self.mold(name, told_apart=True) for name in names))]


def _empty(record: Record, *, told_apart: bool) -> Any:
    """Return a mold that is not told yet what its fields hold."""
    return msgspec.defstruct(
        f"{record.name}Mold",
        [(each.name, Any) if each.required else (each.name, Any, None) for each in record.fields],
        tag=record.tag if told_apart else None,
        tag_field="type" if told_apart else None,
        kw_only=True,
        forbid_unknown_fields=True,
        gc=False,
    )
