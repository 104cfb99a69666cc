"""Writers: records to plain trees, one generated function for each record.

For a ``Venue`` with a name, a country, an owner and halls it is, in essence::

    def write_Venue(o, d, m, t):
        if d > DEEPEST: raise too_deep()
        e = d + 1
        v = o.name._texts
        t["name"] = v if len(v) != 1 or "" not in v else v[""]
        v = o.country
        if v is not None:
            t["country"] = v
        v = o.owner
        if v is not None:
            t["owner"] = v
            m.made["Partner"].add(v)
        v = o.halls
        if v:
            t["halls"] = [write_Hall(i, e, m, {}) for i in v]
        return t

``o`` is the record, ``d`` how deep it stands, ``m`` gathers the ids, ``t`` the tree that is
filled.  What has its default is left out.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from dushanbe_process.schema.generate import Module, indented
from dushanbe_process.schema.mentions import mentioned
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
    from dushanbe_process.schema.derive import Field, Record, Schema


def to_keep(schema: Schema) -> Module:
    """Return the writers of trees that may be kept and changed."""
    return _Writers(schema, kept=True).module


def to_pass_on(schema: Schema) -> Module:
    """Return the writers of trees that are read once: they share what they hold with the record."""
    return _Writers(schema, kept=False).module


class _Writers:
    """Generates the writers of one schema."""

    def __init__(self, schema: Schema, *, kept: bool) -> None:
        self.texts = "dict(v)" if kept else "v"
        self.module = Module("writer of trees")
        self.names = self.module.names
        self.names["tags"] = {each.cls: each.tag for each in schema.records.values()}
        writers = {each.cls: f"write_{each.name}" for each in schema.records.values()}
        self.names["writers"] = self.module.lookup(writers)
        for record in schema.records.values():
            self.module.add(f"write_{record.name}", partial(self._record, record))

    def _record(self, record: Record) -> list[str]:
        """Return the source of the function that makes a tree of a record."""
        body = ["if d > DEEPEST: raise too_deep()", "e = d + 1"]
        for field in record.fields:
            body += self._field(record, field)
        return [f"def write_{record.name}(o, d, m, t):", *indented([*body, "return t"])]

    def _field(self, record: Record, field: Field) -> list[str]:
        lines = self.value(field.shape, f"t[{field.name!r}] = {{}}")
        if field.identity:
            lines.append(f"m.given[{record.name!r}].append(v)")
        elif kind := mentioned(field.shape):
            how = "update" if isinstance(field.shape, ManyOf) else "add"
            lines.append(f"m.made[{kind!r}].{how}(v)")
        default = f"default_{record.name}_{field.name}"
        self.names[default] = field.default
        said = condition(field, default)
        value = f"v = o.{field.name}{inside(field.shape)}"
        return [value, *([f"if {said}:", *indented(lines)] if said else lines)]

    def value(self, shape: Shape, put: str) -> list[str]:
        """Return the lines that put the tree of the value ``v`` where ``put`` says."""
        match shape:
            case Text() | Integer() | Boolean():
                return [put.format("v")]
            case Code():
                return [put.format("v" if shape.cls is str else "str(v)")]
            case Choice():
                return [put.format("v._value_")]
            case Open():
                return [put.format("v.__to_tree__()")]
            case Localized():
                choice = f'v[""] if len(v) == 1 and "" in v else {self.texts}'
                return [put.format(choice)]
            case Inline():
                return [
                    "if not v:",
                    *indented([put.format('""')]),
                    "elif len(v) == 1 and type(v[0]) is str:",
                    *indented([put.format("v[0]")]),
                    "else:",
                    *indented(self._pieces(put)),
                ]
            case ManyOf():
                return self._many(shape.item, put)
            case Named():
                return [put.format(f"write_{shape.record}(v, e, m, {{}})")]
            case OneOf():
                return [put.format('writers[type(v)](v, e, m, {"type": tags[type(v)]})')]
        assert_never(shape)

    def _pieces(self, put: str) -> list[str]:
        return [
            "p = []",
            "for i in v:",
            "    if type(i) is not str:",
            '        i = writers[type(i)](i, e, m, {"type": tags[type(i)]})',
            "    p.append(i)",
            put.format("p"),
        ]

    def _many(self, item: Shape, put: str) -> list[str]:
        if isinstance(item, Text | Integer | Boolean) or (
            isinstance(item, Code) and item.cls is str
        ):
            return [put.format("list(v)")]
        lines = self.value(item, "r.append({})")
        within = inside(item)
        return [
            "r = []",
            "for v in v:",
            *indented([f"v = v{within}"] if within else []),
            *indented(lines),
            put.format("r"),
        ]


def inside(shape: Shape) -> str:
    """Return what leads from a value to what is kept in it, as code."""
    if isinstance(shape, Localized):
        return "._texts"
    return "._pieces" if isinstance(shape, Inline) else ""


def condition(field: Field, default: str) -> str:
    """Return the condition under which ``v`` is written: that it is not the default."""
    if field.required:
        return ""
    if field.default is None:
        return "v is not None"
    if isinstance(field.shape, Boolean | Choice):
        return f"v is not {default}"
    if isinstance(field.shape, Open):  # which only then is asked how much it holds
        return f"v is not {default} and v"
    if field.default:
        return f"v != {default}{inside(field.shape)}"
    return "v"
