"""What the compiled writer is told: how each record of a schema is written as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

import orjson

from dushanbe_process.compiled import json_write
from dushanbe_process.migrations import VERSION
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions
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

    from dushanbe_process.schema import Model
    from dushanbe_process.schema.derive import Record, Schema

#: What stands before the fields of a record: where it is told from others, and in a file.
_TYPE, _VERSION = '"type": "{}"', f'"version": {VERSION}'


def written(record: Model, schema: Schema) -> bytes | None:
    """Return a record as JSON text, or None where there is any doubt."""
    try:
        write, is_whole = once(schema, WaysOut).files[type(record)]
        found = Mentions() if is_whole else None
        text = write(record, found)
    except Exception:  # noqa: BLE001  (whatever it was, the way by trees says it better)
        return None
    return text if found is None or found.are_sound(schema) else None


class WaysOut:
    """The ways of one schema, each made when it is first wanted."""

    def __init__(self, schema: Schema) -> None:
        """Take the schema."""
        self._schema = schema
        self._plain, self._told_apart, whole = (
            {name: self._record(each, *heads) for name, each in schema.records.items()}
            for heads in ((), (_TYPE,), (_TYPE, _VERSION))
        )
        #: By the class of a record: what writes it as a file, and whether it is a whole.
        self.files = {
            schema[name].cls: (each.text, name == schema.whole) for name, each in whole.items()
        }

    def _record(self, record: Record, *heads: str) -> json_write.Record:
        """Return the way of a record, with what stands before its fields."""
        said = [each.format(record.tag).encode() for each in heads]
        return json_write.Record(record.cls, said, lambda: self._fields(record))

    def _fields(self, record: Record) -> Iterator[json_write.Field]:
        for each in record.fields:
            is_empty = isinstance(each.shape, Named) and self._is_empty(each.default)
            yield json_write.Field(
                record.cls,
                each.name,
                json_write.Identity(record.name) if each.identity else self._way(each.shape),
                required=each.required,
                by_identity=is_empty or each.is_told_by_identity,
                default=each.default,
                unless_empty=is_empty,
            )

    def _is_empty(self, default: Any) -> bool:
        """Say whether a default is a record of which nothing is written."""
        known = self._schema.of(default)
        return known is not None and all(
            getattr(default, each.name) == each.default for each in known.fields
        )

    def _way(self, shape: Shape) -> json_write.Way:
        match shape:
            case Text():
                return json_write.Way()
            case Choice():
                return json_write.Choice(shape.cls)
            case Boolean() | Integer():
                return json_write.Number()
            case Code():
                return json_write.Code(shape.cls, shape.refers_to)
            case Localized():
                return json_write.Localized(shape.cls, "_texts")
            case Open():
                return json_write.Open(lambda tree: orjson.dumps(tree, option=orjson.OPT_INDENT_2))
            case Inline():
                return json_write.Inline(shape.cls, "_pieces", self._one_of(shape.records))
            case ManyOf():
                return json_write.ManyOf(self._way(shape.item))
            case Named():
                return self._plain[shape.record]
            case OneOf():
                return self._one_of(shape.records)
        assert_never(shape)

    def _one_of(self, names: tuple[str, ...]) -> json_write.OneOf:
        return json_write.OneOf({self._schema[each].cls: self._told_apart[each] for each in names})
