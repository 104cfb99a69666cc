"""Ids and references: what can only be seen of a record as a whole.

Works on plain trees, and goes around whatever is malformed in them, so that a damaged
document has its dangling references reported together with its other faults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

import attrs

from dushanbe_process.errors import Problem
from dushanbe_process.schema.memo import once
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
    from collections.abc import Callable

    from dushanbe_process.schema.derive import Record, Schema

    Walk = Callable[[Any, str, "Found"], None]


@attrs.frozen
class Given:
    """An id that a record gives: what kinds of reference it answers, where, and the record."""

    id: str
    kinds: tuple[str, ...]
    path: str
    tree: dict[str, Any]


@attrs.frozen
class Reference:
    """A mention of an id: of what kind it must be, and where it is mentioned."""

    id: str
    kind: str
    path: str


@attrs.frozen
class Found:
    """Every id that a tree gives and every reference that it makes, in document order."""

    given: list[Given] = attrs.field(factory=list)
    references: list[Reference] = attrs.field(factory=list)


def find(tree: object, record: Record, schema: Schema) -> Found:
    """Return the ids that the tree of a record gives, and the references it makes."""
    found = Found()
    once(schema, _Walks).record(record.name)(tree, "$", found)
    return found


def unsound(tree: object, record: Record, schema: Schema) -> list[Problem]:
    """Return the ids that are given twice and the references that lead nowhere."""
    found = find(tree, record, schema)
    problems: list[Problem] = []
    kinds: dict[str, tuple[str, ...]] = {}
    for each in found.given:
        if each.id in kinds:
            problems.append(Problem(f"{each.path}.id", f"the id {each.id!r} is given twice"))
        kinds.setdefault(each.id, each.kinds)
    for reference in found.references:
        if reference.id not in kinds:
            problems.append(Problem(reference.path, f"nothing has the id {reference.id!r}"))
        elif reference.kind not in ("*", *kinds[reference.id]):
            kind = kinds[reference.id][0]
            message = f"{reference.id!r} is a {kind}, not a {reference.kind}"
            problems.append(Problem(reference.path, message))
    return problems


class _Walks:
    """The functions that walk trees of one schema, only where there is something to find."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.walks: dict[str, Walk] = {}
        self.telling = _telling(schema)

    def record(self, name: str) -> Walk:
        """Return the function that walks the tree of a record."""
        if name in self.walks:
            return self.walks[name]
        record = self.schema[name]
        identity = next((each.name for each in record.fields if each.identity), None)
        steps: list[tuple[str, Walk]] = []

        def walk(tree: Any, path: str, found: Found) -> None:
            if type(tree) is not dict:
                return
            if identity is not None and isinstance(own := tree.get(identity), str):
                found.given.append(Given(own, record.kinds, path, tree))
            for field, step in steps:
                if inner := tree.get(field):
                    step(inner, f"{path}.{field}", found)

        self.walks[name] = walk
        steps += [
            (each.name, step)
            for each in record.fields
            if (step := self.shape(each.shape)) is not None
        ]
        return walk

    def shape(self, shape: Shape) -> Walk | None:
        """Return the function that walks a value, or None where there is nothing to find."""
        match shape:
            case Text() | Integer() | Boolean() | Choice() | Localized() | Open():
                return None
            case Code():
                return _reference(shape.refers_to) if shape.refers_to else None
            case ManyOf():
                item = self.shape(shape.item)
                return _each(item) if item else None
            case Named():
                return self.record(shape.record) if shape.record in self.telling else None
            case OneOf():
                return self._tagged(shape.records)
            case Inline():
                tagged = self._tagged(shape.records)
                return _each(tagged) if tagged else None
        assert_never(shape)

    def _tagged(self, records: tuple[str, ...]) -> Walk | None:
        walks = {self.schema[name].tag: name for name in records if name in self.telling}

        def walk(tree: Any, path: str, found: Found) -> None:
            tag = tree.get("type") if type(tree) is dict else None
            if isinstance(tag, str) and tag in walks:
                self.record(walks[tag])(tree, path, found)

        return walk if walks else None


def _reference(kind: str) -> Walk:
    def walk(value: Any, path: str, found: Found) -> None:
        if isinstance(value, str):
            found.references.append(Reference(value, kind, path))

    return walk


def _each(item: Walk) -> Walk:
    def walk(values: Any, path: str, found: Found) -> None:
        if type(values) is list:
            for index, value in enumerate(values):
                item(value, f"{path}[{index}]", found)

    return walk


def _telling(schema: Schema) -> set[str]:
    """Return the records that give an id or make a reference, themselves or further down."""
    telling: set[str] = set()
    while True:
        more = {
            name
            for name, record in schema.records.items()
            if name not in telling
            and any(each.identity or _tells(each.shape, telling) for each in record.fields)
        }
        if not more:
            return telling
        telling |= more


def _tells(shape: Shape, telling: set[str]) -> bool:
    inner = shape.item if isinstance(shape, ManyOf) else shape
    if isinstance(inner, Code):
        return inner.refers_to is not None
    if isinstance(inner, Named):
        return inner.record in telling
    return isinstance(inner, OneOf | Inline) and not telling.isdisjoint(inner.records)
