"""What the compiled reader is told: how each record of a schema is made of its element."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from dushanbe_process.compiled import making, xml_read
from dushanbe_process.forms import ingredients
from dushanbe_process.forms.xml.compile_read import data_of, whole
from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.forms.xml.open_data import BOOLEANS
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
from dushanbe_process.schema.generate import Doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema import Field, Record, Schema

#: The fields of a record: those in attributes, the one that is the content, those in elements.
Fields: TypeAlias = (
    "tuple[tuple[xml_read.Field, ...], xml_read.Field | None, tuple[xml_read.Field, ...]]"
)


class WaysIn:
    """The ways of one schema."""

    def __init__(self, schema: Schema) -> None:
        """Take the schema."""
        self._schema = schema
        self.records = {name: self._record(each) for name, each in schema.records.items()}

    def _record(self, record: Record) -> xml_read.Record:
        return xml_read.Record(ingredients.records(record.cls), lambda: self._fields(record))

    def _fields(self, record: Record) -> Fields:
        made = {each.name: self._field(record, each) for each in record.fields}
        attributes = tuple(made[each.name] for each in record.fields if each.attribute)
        if record.content is not None:
            return attributes, made[record.content.name], ()
        return attributes, None, tuple(made[e.name] for e in record.fields if not e.attribute)

    def _field(self, record: Record, field: Field) -> xml_read.Field:
        return xml_read.Field(
            record.cls,
            field.name,
            _name(field.name),
            self._way_of(record, field),
            required=field.required,
            watched=ingredients.is_watched(field, self._schema),
            default=field.default,
        )

    def _way_of(self, record: Record, field: Field) -> xml_read.Way:
        if field.identity:
            return xml_read.Identity(ingredients.ids(record, field.shape))  # type: ignore[arg-type]
        if field.attribute and isinstance(field.shape, ManyOf):
            return xml_read.Words(self._way(field.shape.item), field.nonempty)
        return self._way(field.shape)

    def _way(self, shape: Shape) -> xml_read.Way:
        match shape:
            case Text():
                return xml_read.Way()
            case Code():
                return xml_read.Code(ingredients.codes(shape))
            case Choice():
                return xml_read.Choice({each.value: each for each in shape.cls or ()})
            case Boolean():
                return xml_read.Choice(BOOLEANS)
            case Integer():
                return xml_read.Code(making.Codes(_whole_in(shape), None))
            case Localized():
                return xml_read.Localized(ingredients.texts(shape), _name("text"))
            case Inline():
                running = ingredients.running(shape, self._schema)
                return xml_read.Inline(running, self._one_of(shape.records))
            case ManyOf():
                return self._many(shape.item)
            case Named():
                return self.records[shape.record]
            case OneOf():
                return xml_read.Only(self._one_of(shape.records))
            case Open():
                return xml_read.Open(data_of)
        assert_never(shape)

    def _many(self, item: Shape) -> xml_read.ManyOf:
        if isinstance(item, OneOf):
            return xml_read.ManyOf(self._one_of(item.records), None)
        tag = self._schema[item.record].tag if isinstance(item, Named) else "item"
        return xml_read.ManyOf(self._way(item), _name(tag))

    def _one_of(self, names: tuple[str, ...]) -> xml_read.OneOf:
        return xml_read.OneOf({_name(self._schema[each].tag): self.records[each] for each in names})


def _name(local: str) -> xml_read.Name:
    return xml_read.Name(local, NAMESPACE)


def _whole_in(shape: Integer) -> Callable[[str], int]:
    """Return what makes whole numbers within bounds of strings."""

    def read(text: str) -> int:
        made = whole(text)
        if not shape.minimum <= made <= shape.maximum:
            raise Doubt
        return made

    return read
