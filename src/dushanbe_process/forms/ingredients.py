"""What compiled readers of every format are told of the values that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dushanbe_process.compiled import making
from dushanbe_process.schema.declare import Model
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.scalars import checked
from dushanbe_process.schema.shapes import Text

if TYPE_CHECKING:
    from dushanbe_process.schema.derive import Field, Record, Schema
    from dushanbe_process.schema.shapes import Code, Inline, Localized


def codes(shape: Code) -> making.Codes:
    """Return what makes the values of a code."""
    return making.Codes(checked(shape), shape.refers_to)


def ids(record: Record, shape: Code) -> making.Ids:
    """Return what makes the ids of a record."""
    return making.Ids(checked(shape), record.name)


def texts(shape: Localized) -> making.Texts:
    """Return what makes texts in languages."""
    return making.Texts(shape.cls, shape.cls.__from_legal__)


def running(shape: Inline, schema: Schema) -> making.Running:
    """Return what makes running text."""
    records = [schema[each] for each in shape.records]
    manners = {
        each.cls: _manner(each)
        for each in records
        if each.content is not None and isinstance(each.content.shape, Text)
    }
    return making.Running(shape.cls, shape.cls.__from_legal__, manners)


def _manner(run: Record) -> making.Manner:
    content: Any = run.content
    others = {each.name: each.default for each in run.fields if each is not content}
    return making.Manner(run.cls, content.name, others)


def records(cls: Any) -> making.Records:
    """Return what makes the records of a class."""
    faults = cls.__faults__
    if faults is Model.__faults__:
        return making.Records(cls, None, below=False)
    return making.Records(cls, *_doubtful(faults))


def is_watched(field: Field, schema: Schema) -> bool:
    """Say whether it matters to records above that a field says something."""
    return field.name in once(schema, _watched)


def _watched(schema: Schema) -> frozenset[str]:
    told = (_doubtful(each.cls.__faults__) for each in schema.records.values())
    return frozenset(name for names, below in told if below for name in names)


def _doubtful(faults: Any) -> tuple[tuple[str, ...], bool]:
    """Return which fields make faults possible, and whether they are those of records below."""
    return getattr(faults, "only_with", ()), getattr(faults, "below", False)
