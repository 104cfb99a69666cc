"""Schemas as data: frozen when a version is released, read again to read its files.

``breaks`` says what makes documents written for an old schema unreadable by a new one.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import attrs

from dushanbe_process.schema.derive import Field, Record, Schema
from dushanbe_process.schema.shapes import (
    Choice,
    Code,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Named,
    OneOf,
    Shape,
    is_attribute,
)

_SHAPES = {each.__name__: each for each in get_args(Shape)}


def freeze(schema: Schema) -> dict[str, Any]:
    """Return the schema as plain data: all that files depend on, and nothing of Python."""
    records = {record.name: _freeze_record(record) for record in schema.records.values()}
    return {"whole": schema.whole, "records": records}


def _freeze_record(record: Record) -> dict[str, Any]:
    fields = [
        {
            "name": field.name,
            "shape": _freeze_shape(field.shape),
            **{key: True for key in ("required", "identity", "content") if getattr(field, key)},
        }
        for field in record.fields
    ]
    return {"kinds": list(record.kinds), "fields": fields}


def _freeze_shape(shape: Shape) -> dict[str, Any]:
    made: dict[str, Any] = {"shape": type(shape).__name__}
    for each in attrs.fields(type(shape)):
        value = getattr(shape, each.name)
        if not each.eq or each.name == "doc" or value in (None, False):
            continue
        made[each.name] = _freeze_shape(value) if each.name == "item" else value
        if isinstance(value, tuple):
            made[each.name] = list(value)
    return made


def thaw(data: dict[str, Any]) -> Schema:
    """Return the schema that ``freeze`` made data of; its records have no classes."""
    records = {
        name: Record(
            name,
            "",
            tuple(map(_thaw_field, record["fields"])),
            tuple(record["kinds"]),
        )
        for name, record in data["records"].items()
    }
    return Schema(records, data["whole"])


def _thaw_field(data: dict[str, Any]) -> Field:
    marks = {key: data.get(key, False) for key in ("required", "identity", "content")}
    return Field(data["name"], "", _thaw_shape(data["shape"]), **marks)


def _thaw_shape(data: dict[str, Any]) -> Shape:
    given = {key: value for key, value in data.items() if key != "shape"}
    if data["shape"] == "ManyOf":
        return ManyOf(_thaw_shape(given["item"]))
    if data["shape"] == "Code":
        given["doc"] = ""
    made = {key: tuple(each) if isinstance(each, list) else each for key, each in given.items()}
    return _SHAPES[data["shape"]](**made)  # type: ignore[no-any-return]


@cache
def frozen(version: int) -> Schema:
    """Return the schema of a released version.

    Raises:
        FileNotFoundError: when there is no such version.
    """
    path = files("dushanbe_process.schema") / "frozen" / f"{version}.json"
    return thaw(json.loads(path.read_text(encoding="utf-8")))


def breaks(old: Schema, new: Schema) -> list[str]:
    """Return what makes documents of the old schema unreadable along the new one."""
    found: list[str] = []
    for name, record in old.records.items():
        if name not in new.records:
            found.append(f"{name}: is gone")
        else:
            found += [f"{name}.{each}" for each in _record_breaks(record, new[name])]
    return found


def _record_breaks(old: Record, new: Record) -> list[str]:
    found: list[str] = []
    later = {field.name: field for field in new.fields}
    for field in old.fields:
        if field.name not in later:
            found.append(f"{field.name}: is gone")
            continue
        now = later[field.name]
        if now.required and not field.required:
            found.append(f"{field.name}: has become required")
        if now.content != field.content or is_attribute(now.shape) != is_attribute(field.shape):
            found.append(f"{field.name}: has moved in XML")
        found += [f"{field.name}: {each}" for each in _shape_breaks(field.shape, now.shape)]
    before = {field.name for field in old.fields}
    found += [
        f"{field.name}: is new, and required"
        for field in new.fields
        if field.required and field.name not in before
    ]
    kept = [field.name for field in old.fields if field.name in later]
    if kept != [field.name for field in new.fields if field.name in before]:
        found.append("*: the fields have changed their order")
    return found


def _shape_breaks(old: Shape, new: Shape) -> list[str]:
    if type(old) is not type(new):
        return [f"was {type(old).__name__}, is {type(new).__name__}"]
    match old, new:
        case ManyOf(), ManyOf():
            return _shape_breaks(old.item, new.item)
        case Choice(), Choice():
            return [f"{each!r} is gone" for each in old.values if each not in new.values]
        case OneOf() | Inline(), OneOf() | Inline():
            return [f"{each} is gone" for each in old.records if each not in new.records]
        case Code(), Code():
            found = ["takes another form"] if old.pattern != new.pattern else []
            if (old.refers_to, new.refers_to) != (None, None) and new.refers_to not in (
                old.refers_to,
                "*",
            ):
                found.append(f"refers to {new.refers_to}, not {old.refers_to}")
            return found
        case Integer(), Integer():
            narrower = new.minimum > old.minimum or new.maximum < old.maximum
            return ["its bounds are narrower"] if narrower else []
        case Localized(), Localized():
            return [] if old.tags == new.tags else ["takes other tags"]
        case Named(), Named():
            return [] if old.record == new.record else [f"was {old.record}, is {new.record}"]
        case _:
            return []
