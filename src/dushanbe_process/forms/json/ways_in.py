"""What the compiled reader is told: how each record of a schema is made of its mold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from dushanbe_process.compiled import json_read
from dushanbe_process.forms import ingredients
from dushanbe_process.forms.json.molds import Molds
from dushanbe_process.schema.extra import Extra
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.scalars import strings_in
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
            self._records[mold] = json_read.Record(
                ingredients.records(record.cls), mold, lambda: self._fields(record, mold)
            )
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
                watched=ingredients.is_watched(each, self._schema),
                default=each.default,
            )

    def _way_of(self, record: Record, field: Field) -> json_read.Way:
        if field.identity:
            return json_read.Identity(ingredients.ids(record, field.shape))  # type: ignore[arg-type]
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
                return json_read.Code(ingredients.codes(shape))
            case Localized():
                return json_read.Localized(ingredients.texts(shape))
            case Open():
                return json_read.Open(Extra, strings_in)
            case Inline():
                running = ingredients.running(shape, self._schema)
                return json_read.Inline(running, self._one_of(shape.records))
            case ManyOf():
                return json_read.ManyOf(self._way(shape.item))
            case Named():
                return self.record(shape.record)
            case OneOf():
                return self._one_of(shape.records)
        assert_never(shape)

    def _one_of(self, names: tuple[str, ...]) -> json_read.OneOf:
        molds = {self._molds.mold(name, told_apart=True): name for name in names}
        return json_read.OneOf(
            {mold: self.record(name, told_apart=True) for mold, name in molds.items()}
        )
