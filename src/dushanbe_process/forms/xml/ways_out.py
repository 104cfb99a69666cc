"""What the compiled writer is told: how each record of a schema is written as an element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from dushanbe_process.compiled import xml_write
from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.forms.xml.spelling import open_element
from dushanbe_process.schema import (
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
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions

if TYPE_CHECKING:
    from dushanbe_process.schema import Field, Model, Record, Schema

#: The fields of a record: those in attributes, the one that is the content, those in elements.
Fields: TypeAlias = (
    "tuple[tuple[xml_write.Field, ...], xml_write.Field | None, tuple[xml_write.Field, ...]]"
)


def written(record: Model, known: Record, schema: Schema) -> tuple[bytes, Mentions] | None:
    """Return a record as XML, and the ids in it; None where there is any doubt."""
    found = Mentions()
    try:
        return once(schema, WaysOut).records[known.name].text(record, NAMESPACE, found), found
    except Exception:  # noqa: BLE001  (whatever it was, generated Python says it better)
        return None


class WaysOut:
    """The ways of one schema."""

    def __init__(self, schema: Schema) -> None:
        """Take the schema."""
        self._schema = schema
        self.records = {name: self._record(each) for name, each in schema.records.items()}

    def _record(self, record: Record) -> xml_write.Record:
        return xml_write.Record(record.cls, record.tag, lambda: self._fields(record))

    def _fields(self, record: Record) -> Fields:
        made = {each.name: self._field(record, each) for each in record.fields}
        attributes = tuple(made[each.name] for each in record.fields if each.attribute)
        if record.content is not None:
            return attributes, made[record.content.name], ()
        return attributes, None, tuple(made[e.name] for e in record.fields if not e.attribute)

    def _field(self, record: Record, field: Field) -> xml_write.Field:
        return xml_write.Field(
            record.cls,
            field.name,
            self._way_of(record, field),
            required=field.required,
            by_identity=field.is_told_by_identity,
            default=field.default,
        )

    def _way_of(self, record: Record, field: Field) -> xml_write.Way:
        if field.identity:
            return xml_write.Identity(record.name)
        if field.attribute and isinstance(field.shape, ManyOf):
            return xml_write.Words(self._way(field.shape.item))
        return self._way(field.shape)

    def _way(self, shape: Shape) -> xml_write.Way:
        match shape:
            case Text():
                return xml_write.Way()
            case Choice():
                return xml_write.Choice(shape.cls)
            case Boolean():
                return xml_write.Boolean()
            case Integer():
                return xml_write.Number()
            case Code():
                return xml_write.Code(shape.cls, shape.refers_to)
            case Localized():
                return xml_write.Localized(shape.cls, "_texts")
            case Inline():
                return xml_write.Inline(shape.cls, "_pieces", self._one_of(shape.records))
            case ManyOf():
                return self._many(shape.item)
            case Named():
                return self.records[shape.record]
            case OneOf():
                return self._one_of(shape.records)
            case Open():
                return xml_write.Open(_data_of_others)
        assert_never(shape)

    def _many(self, item: Shape) -> xml_write.ManyOf:
        tag = self._schema[item.record].tag if isinstance(item, Named) else "item"
        return xml_write.ManyOf(self._way(item), tag)

    def _one_of(self, names: tuple[str, ...]) -> xml_write.OneOf:
        return xml_write.OneOf({self._schema[each].cls: self.records[each] for each in names})


def _data_of_others(name: str, tree: dict[str, Any], blanks: str) -> str:
    out: list[str] = []
    open_element(out, name, tree, blanks)
    return "".join(out)
