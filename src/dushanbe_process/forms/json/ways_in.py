"""What the compiled reader is told: how each record of a schema is made of its mold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from dushanbe_process.compiled import json_read
from dushanbe_process.forms.json.molds import Molds
from dushanbe_process.schema.declare import Model
from dushanbe_process.schema.extra import Extra
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.scalars import checked, remembered, strings_in
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
    from collections.abc import Iterator

    from dushanbe_process.schema.derive import Field, Record, Schema


class WaysIn:
    """The ways of one schema, each made when it is first wanted."""

    def __init__(self, schema: Schema) -> None:
        """Take the schema."""
        self._schema = schema
        self._molds = once(schema, Molds)
        self._records: dict[Any, json_read.Record] = {}

    def record(self, name: str, *, told_apart: bool = False) -> json_read.Record:
        """Return the way of a record, which may be told from others by its type."""
        mold = self._molds.mold(name, told_apart=told_apart)
        if mold not in self._records:
            record = self._schema[name]
            ask = lambda: self._fields(record, mold)
            self._records[mold] = json_read.Record(record.cls, mold, ask, _doubtful(record.cls))
        return self._records[mold]

    def _fields(self, record: Record, mold: Any) -> Iterator[json_read.Field]:
        for each in record.fields:
            yield json_read.Field(
                mold,
                record.cls,
                each.name,
                self._way_of(record, each),
                required=each.required,
                nonempty=each.nonempty and isinstance(each.shape, ManyOf),
                default=each.default,
            )

    def _way_of(self, record: Record, field: Field) -> json_read.Way:
        if field.identity:
            return json_read.Identity(checked(field.shape), record.name)  # type: ignore[arg-type]
        return self._way(field.shape)

    def _way(self, shape: Shape) -> json_read.Way:
        match shape:
            case Text() | Choice():
                return json_read.Way()
            case Boolean():
                return json_read.Plain()
            case Integer():
                return json_read.Integer(shape.minimum, shape.maximum)
            case Code():
                return json_read.Code(remembered(shape), shape.refers_to)
            case Localized():
                return json_read.Localized(shape.cls, shape.cls.__from_legal__)
            case Open():
                return json_read.Open(Extra, strings_in)
            case Inline():
                return self._inline(shape)
            case ManyOf():
                return json_read.ManyOf(self._way(shape.item))
            case Named():
                return self.record(shape.record)
            case OneOf():
                return self._one_of(shape.records)
        assert_never(shape)

    def _inline(self, shape: Inline) -> json_read.Inline:
        manners = {each.cls: _manner(each) for each in map(self._schema.__getitem__, shape.records) if each.content and isinstance(each.content.shape, Text)}
        records = self._one_of(shape.records)
        return json_read.Inline(shape.cls, shape.cls.__from_legal__, records, manners)

    def _one_of(self, names: tuple[str, ...]) -> json_read.OneOf:
        molds = {self._molds.mold(name, told_apart=True): name for name in names}
        return json_read.OneOf(
            {mold: self.record(name, told_apart=True) for mold, name in molds.items()}
        )


def _manner(record):
    others = {each.name: each.default for each in record.fields if each is not record.content}
    return json_read.Manner(record.cls, record.content.name, others)

def _doubtful(cls: Any) -> tuple[str, ...] | None:
    """Return the fields that have to say something for anything to be wrong between fields."""
    faults = cls.__faults__
    return None if faults is Model.__faults__ else getattr(faults, "only_with", ())
