"""Readers: plain trees to records, one generated function for each record.

For a ``Venue`` with a name, a country and an owner it is, in essence::

    def read_Venue(t, d, m):
        if type(t) is not dict: raise Doubt
        if d > DEEPEST: raise too_deep()
        n = 1
        z = len(t)
        o = twin_Venue()
        v = t["name"]
        o.name = localized(v)
        if "country" in t:
            n += 1
            v = t["country"]
            o.country = known_CountryCode(v)
        else:
            o.country = default_Venue_country
        ...
            o.owner = v = known_PartnerId(v)
            m.made["Partner"].add(v)
        ...
        if n == z:
            o.halls = default_Venue_halls
            ...
        else:
            ...
        if n != z: raise Doubt
        o.__class__ = Venue
        for _ in o.__faults__(): raise Doubt
        return o

``t`` is the tree, ``d`` how deep it stands, ``m`` gathers the ids; see ``twins`` for how ``o``
is filled.  A reader accepts exactly what is right, and says ``Doubt`` (or raises anything else)
at the first thing that is not: what is wrong, and where, is found by the thorough way.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from dushanbe_process.schema.derive import tag_of
from dushanbe_process.schema.generate import Module, indented
from dushanbe_process.schema.scalars import any_data, checked, legal_text, remembered
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

#: After so many fields it is asked whether there are any more keys.
_GROUP = 4


def readers(schema: Schema) -> Module:
    """Return the readers of trees."""
    return _Readers(schema).module


class _Readers:
    """Generates the readers of one schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.module = Module("reader of trees")
        self.names = self.module.names
        self.names |= {"text": legal_text, "open_data": any_data}
        for record in schema.records.values():
            self.module.add(f"read_{record.name}", partial(self._record, record))

    def _record(self, record: Record) -> list[str]:
        """Return the source of the function that makes a record of a tree."""
        self.names |= {record.name: record.cls, f"twin_{record.name}": twin_of(record.cls)}
        body = [
            "if type(t) is not dict: raise Doubt",
            "if d > DEEPEST: raise too_deep()",
            f"n = {sum(field.required for field in record.fields)}",
            "z = len(t)",
            "e = d + 1",
            f"o = twin_{record.name}()",
            'if "type" in t:',
            f"    if t['type'] != {record.tag!r}: raise Doubt",
            "    n += 1",
            *self._fields(record, record.fields),
            "if n != z: raise Doubt",
            *finished(record),
        ]
        return [f"def read_{record.name}(t, d, m):", *indented(body)]

    def _fields(self, record: Record, fields: tuple[Field, ...]) -> list[str]:
        """Return the lines that read fields; once all keys are met, the rest has its defaults."""
        lines = [line for field in fields[:_GROUP] for line in self._field(record, field)]
        if not (rest := fields[_GROUP:]):
            return lines
        absent = [
            line
            for field in rest
            for line in (
                self._field(record, field) if field.required else [self._default(record, field)]
            )
        ]
        lines += ["if n == z:", *indented(absent), "else:"]
        return [*lines, *indented(self._fields(record, rest))]

    def _field(self, record: Record, field: Field) -> list[str]:
        name, put = field.name, f"o.{field.name} = {{}}"
        lines = [f"v = t[{name!r}]"]
        if field.nonempty and isinstance(field.shape, ManyOf):
            lines.append("if not v: raise Doubt")
        if field.identity:
            self.names[f"check_{record.name}"] = checked(field.shape)  # type: ignore[arg-type]
            lines += [put.format(f"v = check_{record.name}(v)")]
            lines += [f"m.given[{record.name!r}].append(v)"]
        else:
            lines += self.value(field.shape, put)
        if field.required:
            return lines
        present = [f"if {name!r} in t:", *indented(["n += 1", *lines])]
        return [*present, "else:", *indented([self._default(record, field)])]

    def _default(self, record: Record, field: Field) -> str:
        name = f"default_{record.name}_{field.name}"
        self.names[name] = field.default
        return f"o.{field.name} = {name}"

    def value(self, shape: Shape, put: str) -> list[str]:
        """Return the lines that put what the tree ``v`` stands for where ``put`` says."""
        match shape:
            case Text():
                return ["text(v)", put.format("v")]
            case Code():
                return self._code(shape, put)
            case Choice():
                members = f"members_{shape.name}"
                self.names[members] = {each.value: each for each in shape.cls or ()}
                return [put.format(f"{members}[v]")]
            case Integer():
                bounds = f"{shape.minimum} <= v <= {shape.maximum}"
                return [f"if type(v) is not int or not {bounds}: raise Doubt", put.format("v")]
            case Boolean():
                return ["if type(v) is not bool: raise Doubt", put.format("v")]
            case Localized():
                self.names["localized"] = shape.cls.__from_tree__
                return [put.format("localized(v)")]
            case Open():
                return [put.format("open_data(v)")]
            case Inline():
                return self._inline(shape, put)
            case ManyOf():
                return self._many(shape.item, put)
            case Named():
                return [put.format(f"read_{shape.record}(v, e, m)")]
            case OneOf():
                return [put.format(f"{self._tagged(shape.records)}[v['type']](v, e, m)")]
        assert_never(shape)

    def _code(self, shape: Code, put: str) -> list[str]:
        known = f"known_{shape.name}"
        self.names[known] = remembered(shape)
        exact = ["if type(v) is not str: raise Doubt"]
        if shape.refers_to is None:
            return [*exact, put.format(f"{known}(v)")]
        mention = f"m.made[{shape.refers_to!r}].add(v)"
        return [*exact, f"v = {known}(v)", put.format("v"), mention]

    def _inline(self, shape: Inline, put: str) -> list[str]:
        self.names |= {"Running": shape.cls, "twin_Running": twin_of(shape.cls)}
        self.names["running"] = shape.cls.__from_legal__
        records = self._tagged(shape.records)
        return [
            "if type(v) is str:",
            "    text(v)",
            "    i = twin_Running()",
            "    i._pieces = (v,) if v else ()",
            "    i.__class__ = Running",
            *indented([put.format("i")]),
            "else:",
            *indented(
                [
                    "if type(v) is not list: raise Doubt",
                    "p = []",
                    "for i in v:",
                    f"    if type(i) is dict: i = {records}[i['type']](i, e, m)",
                    "    else: text(i)",
                    "    p.append(i)",
                    put.format("running(p)"),
                ]
            ),
        ]

    def _many(self, item: Shape, put: str) -> list[str]:
        return [
            "if type(v) is not list: raise Doubt",
            "r = []",
            "for v in v:",
            *indented(self.value(item, "r.append({})")),
            put.format("tuple(r)"),
        ]

    def _tagged(self, records: tuple[str, ...]) -> str:
        """Return the name of the mapping from tags to the functions that read their records."""
        name = "_or_".join(("read", *records))
        if name not in self.names:
            functions = {tag_of(each): f"read_{each}" for each in records}
            self.names[name] = self.module.lookup(functions)
        return name
