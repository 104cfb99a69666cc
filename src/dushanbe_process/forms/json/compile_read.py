"""Readers: filled molds to records, one generated function for each record.

For a ``Venue`` with a name, a country, an owner and halls it is, in essence::

    def read_Venue(t, d, m):
        n = 1
        o = twin_Venue()
        v = t.name
        ...
            n += 1
            i = twin_Translated()
            i._texts = {"": v}
            i.__class__ = Translated
            o.name = i
        v = t.country
        if v is None: o.country = None
        else:
            n += 2
            o.country = known_CountryCode(v)
        ...
            v = known_PartnerId(v)
            o.owner = v
            m.made["Partner"].add(v)
        v = t.halls
        ...
            e = d + 1
            if e > DEEPEST: raise too_deep()
            o.halls = tuple([read_Hall(v, e, m) for v in v])
        m.strings += n
        o.__class__ = Venue
        for _ in o.__faults__(): raise Doubt
        return o

``t`` is the mold, ``d`` how deep it stands, ``n`` counts strings, keys among them, ``m`` adds
them up and gathers the ids; see ``molds`` for what the parser has checked, and ``twins`` for how
``o`` is filled.  As every reader of this kind it says ``Doubt`` at the first thing that is not
right.
"""

from __future__ import annotations

from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Any, assert_never

from dushanbe_process.forms.json.molds import Molds
from dushanbe_process.schema.extra import Extra
from dushanbe_process.schema.generate import Module, indented
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
from dushanbe_process.schema.twins import finished, twin_of

if TYPE_CHECKING:
    from dushanbe_process.schema.derive import Field, Record, Schema

#: Goes one level further in.
_DEEPER = ["e = d + 1", "if e > DEEPEST: raise too_deep()"]

#: How many strings a value is, where that is always the same.
_STRINGS = {Text: 1, Code: 1, Choice: 1, Integer: 0, Boolean: 0}


def readers(schema: Schema) -> Module:
    """Return the readers of molds, which gather the ids that are given and mentioned."""
    return _Readers(schema, gather=True).module


def readers_of_parts(schema: Schema) -> Module:
    """Return the readers of records that may refer to others outside: they gather no ids."""
    return _Readers(schema, gather=False).module


class _Readers:
    """Generates the readers of one schema."""

    def __init__(self, schema: Schema, *, gather: bool) -> None:
        self.schema = schema
        self.molds = once(schema, Molds)
        self.gather = gather
        self.module = Module("reader of molds")
        self.names = self.module.names
        self.names |= {"strings_in": strings_in, "Extra": Extra}
        for record in schema.records.values():
            self.module.add(f"read_{record.name}", partial(self._record, record))

    def _record(self, record: Record) -> list[str]:
        """Return the source of the function that makes a record of its mold."""
        self.names |= {record.name: record.cls, f"twin_{record.name}": twin_of(record.cls)}
        required = [field for field in record.fields if field.required]
        body = [
            f"n = {len(required) + sum(_strings(field.shape) for field in required)}",
            f"o = twin_{record.name}()",
            *(line for field in record.fields for line in self._field(record, field)),
            "m.strings += n",
            *finished(record),
        ]
        return [f"def read_{record.name}(t, d, m):", *indented(body)]

    def _field(self, record: Record, field: Field) -> list[str]:
        put = f"o.{field.name} = {{}}"
        lines = [f"v = t.{field.name}"]
        if field.required:
            empty = field.nonempty and isinstance(field.shape, ManyOf)
            lines += ["if not v: raise Doubt"] if empty else []
            return lines + self._value_of(record, field, put)
        default = repr(field.default)
        if type(field.default) not in (NoneType, str, bool, tuple):
            default = f"default_{record.name}_{field.name}"
            self.names[default] = field.default
        return [
            *lines,
            f"if v is None: {put.format(default)}",
            "else:",
            *indented([f"n += {1 + _strings(field.shape)}", *self._value_of(record, field, put)]),
        ]

    def _value_of(self, record: Record, field: Field, put: str) -> list[str]:
        if not field.identity:
            return self._value(field.shape, put)
        self.names[f"check_{record.name}"] = checked(field.shape)  # type: ignore[arg-type]
        given = f"m.given[{record.name!r}].append(v)"
        return [put.format(f"v = check_{record.name}(v)"), *self._gathered(given)]

    def _gathered(self, line: str) -> list[str]:
        return [line] if self.gather else []

    def _value(self, shape: Shape, put: str) -> list[str]:
        """Return the lines that put what the part ``v`` of a mold stands for where ``put`` says."""
        match shape:
            case Text() | Choice() | Boolean():
                return [put.format("v")]
            case Integer():
                bounds = f"{shape.minimum} <= v <= {shape.maximum}"
                return [f"if not {bounds}: raise Doubt", put.format("v")]
            case Code():
                return self._code(shape, put)
            case Localized():
                return self._localized(shape, put)
            case Open():
                return ["n += strings_in(v)", put.format("Extra(v)")]
            case Inline():
                return self._inline(shape, put)
            case ManyOf():
                return self._many(shape.item, put)
            case Named():
                return [*_DEEPER, put.format(self._read(shape))]
            case OneOf():
                return [*_DEEPER, "n += 2", put.format(self._read(shape))]
        assert_never(shape)

    def _code(self, shape: Code, put: str) -> list[str]:
        known = f"known_{shape.name}"
        self.names[known] = remembered(shape)
        if shape.refers_to is None or not self.gather:
            return [put.format(f"{known}(v)")]
        return [f"v = {known}(v)", put.format("v"), f"m.made[{shape.refers_to!r}].add(v)"]

    def _localized(self, shape: Localized, put: str) -> list[str]:
        self.names |= {"Translated": shape.cls, "twin_Translated": twin_of(shape.cls)}
        self.names["localized"] = shape.cls.__from_legal__
        return [
            "if type(v) is str:",
            "    n += 1",
            "    i = twin_Translated()",
            '    i._texts = {"": v}',
            "    i.__class__ = Translated",
            *indented([put.format("i")]),
            "else:",
            "    n += 2 * len(v)",
            *indented([put.format("localized(v)")]),
        ]

    def _inline(self, shape: Inline, put: str) -> list[str]:
        self.names |= {"Running": shape.cls, "twin_Running": twin_of(shape.cls)}
        self.names["running"] = shape.cls.__from_legal__
        read = self._read(OneOf(shape.records), "i")
        return [
            "if type(v) is str:",
            "    n += 1",
            "    i = twin_Running()",
            "    i._pieces = (v,) if v else ()",
            "    i.__class__ = Running",
            *indented([put.format("i")]),
            "else:",
            *indented(_DEEPER),
            "    p = []",
            "    for i in v:",
            "        if type(i) is str: n += 1",
            "        else:",
            f"            n += 2; i = {read}",
            "        p.append(i)",
            *indented([put.format("running(p)")]),
        ]

    def _many(self, item: Shape, put: str) -> list[str]:
        match item:
            case Text() | Choice() | Boolean():
                return [f"n += {_strings(item)} * len(v)", put.format("v")]
            case Named() | OneOf():
                twice = ["n += 2 * len(v)"] if isinstance(item, OneOf) else []
                return [*_DEEPER, *twice, put.format(f"tuple([{self._read(item)} for v in v])")]
        each = indented([*self._counted(item), *self._value(item, "r.append({})")])
        return ["r = []", "for v in v:", *each, put.format("tuple(r)")]

    def _counted(self, item: Shape) -> list[str]:
        return [f"n += {number}"] if (number := _strings(item)) else []

    def _read(self, shape: Named | OneOf, name: str = "v") -> str:
        """Return the call that reads a mold."""
        if isinstance(shape, Named):
            return f"read_{shape.record}({name}, e, m)"
        readers = "_or_".join(("read", *shape.records))
        if readers not in self.names:
            molds = {self.molds.mold(each, told_apart=True): each for each in shape.records}
            functions: dict[Any, str] = {mold: f"read_{each}" for mold, each in molds.items()}
            self.names[readers] = self.module.lookup(functions)
        return f"{readers}[type({name})]({name}, e, m)"


def _strings(shape: Shape) -> int:
    return _STRINGS.get(type(shape), 0)
