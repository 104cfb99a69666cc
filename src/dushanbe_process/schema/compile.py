"""Fast ways between records and plain trees, compiled from the schema.

For each record two functions are generated.  For a ``Venue`` with a name and a country they
read, in essence::

    def read_Venue(t, d):                      def write_Venue(o, d):
        if type(t) is not dict: raise Doubt        if d > DEEPEST: raise too_deep()
        if d > DEEPEST: raise too_deep()           t = {}
        n = 0                                      v = o.name
        v_name = t.get("name", absent)             if v: t["name"] = v.__to_tree__()
        if v_name is absent:                       v = o.country
            v_name = default_Venue_name            if v is not None: t["country"] = v
        else:                                      return t
            n += 1
            v_name = localized(v_name)
        ...
        if n != len(t): raise Doubt
        o = new(Venue)
        set_Venue_name(o, v_name)
        ...
        return o

A reader accepts exactly what is right and says ``Doubt`` (or any other error) at the first
thing that is not: what is wrong, and where, is then found by the thorough way in ``tree``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, assert_never

import attrs

from dushanbe_process.errors import LimitExceededError
from dushanbe_process.schema.check import refusal_of_code
from dushanbe_process.schema.declare import Model
from dushanbe_process.schema.derive import RESERVED, Field, Record, Schema
from dushanbe_process.schema.legal import illegal
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

#: How deep records may stand in records, in every format alike.
DEEPEST = 64

Read = Callable[[Any, int], Any]
Write = Callable[[Any, int], Any]


class Doubt(Exception):  # noqa: N818  (no error: a question, answered elsewhere)
    """Something is not right, or not known to be."""


def too_deep() -> LimitExceededError:
    """Return the error for records that stand too deep in one another."""
    return LimitExceededError(f"records nested deeper than {DEEPEST} levels")


@attrs.frozen
class Compiled:
    """The functions of one schema, by the name of the record, and their source."""

    read: dict[str, Read]
    write: dict[str, Write]
    source: dict[str, str]


def compile_schema(schema: Schema) -> Compiled:
    """Generate and compile the functions of every record of the schema."""
    names: dict[str, Any] = {"Doubt": Doubt, "DEEPEST": DEEPEST, "too_deep": too_deep}
    names |= {"new": object.__new__, "absent": object(), "text": _text, "listed": _listed}
    source = {}
    for record in schema.records.values():
        lines = [*_reader(record, names), "", *_writer(record, names)]
        source[record.name] = "\n".join(lines)
        exec(compile(source[record.name], f"<compiled {record.name}>", "exec"), names)  # noqa: S102
    return Compiled(
        {name: names[f"read_{name}"] for name in schema.records},
        {name: names[f"write_{name}"] for name in schema.records},
        source,
    )


def _reader(record: Record, names: dict[str, Any]) -> list[str]:
    """Return the source of the function that makes a record of a tree."""
    names[record.name] = cls = record.cls
    lines = [
        f"def read_{record.name}(t, d):",
        "    if type(t) is not dict: raise Doubt",
        "    if d > DEEPEST: raise too_deep()",
        "    n = 0",
    ]
    for field in record.fields:
        lines += ["    " + line for line in _read_field(record, field, names)]
    for key, right in zip(RESERVED, (repr(record.tag), None), strict=True):
        if right:
            lines += [f"    if {key!r} in t:", f"        if t[{key!r}] != {right}: raise Doubt"]
            lines += ["        n += 1"]
    lines += ["    if n != len(t): raise Doubt", f"    o = new({record.name})"]
    for field in record.fields:
        setter = f"set_{record.name}_{field.name}"
        names[setter] = getattr(cls, field.name).__set__
        lines.append(f"    {setter}(o, v_{field.name})")
    if cls is not None and cls.__faults__ is not Model.__faults__:
        lines.append("    for _ in o.__faults__(): raise Doubt")
    return [*lines, "    return o"]


def _read_field(record: Record, field: Field, names: dict[str, Any]) -> list[str]:
    var, here = f"v_{field.name}", f"{record.name}_{field.name}"
    value = _read(field.shape, var, here, names)
    if field.required:
        lines = [f"{var} = t[{field.name!r}]", "n += 1", f"{var} = {value}"]
        return lines + ([f"if not {var}: raise Doubt"] if field.nonempty else [])
    names[f"default_{here}"] = field.default
    return [
        f"{var} = t.get({field.name!r}, absent)",
        f"if {var} is absent: {var} = default_{here}",
        "else:",
        "    n += 1",
        f"    {var} = {value}",
    ]


def _read(shape: Shape, var: str, here: str, names: dict[str, Any]) -> str:
    """Return the expression that makes the value of a shape of the tree in ``var``."""
    match shape:
        case Text():
            return f"text({var})"
        case Code() | Choice() | Integer() | Boolean() | Localized() | Open():
            names[f"read_{here}"] = _scalar_reader(shape)
            return f"read_{here}({var})"
        case Inline():
            names[f"inline_{here}"] = _inline_reader(shape, names)
            return f"inline_{here}({var}, d + 1)"
        case ManyOf():
            item = _read(shape.item, "i", here, names)
            return f"tuple([{item} for i in listed({var})])"
        case Named():
            return f"read_{shape.record}({var}, d + 1)"
        case OneOf():
            names[f"one_of_{here}"] = _tagged_reader(shape.records, shape.classes, names)
            return f"one_of_{here}({var}, d + 1)"
    assert_never(shape)


def _text(value: Any) -> str:
    if type(value) is not str or not (value.isprintable() or illegal(value) is None):
        raise Doubt
    return value


def _listed(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Doubt
    return value


def _scalar_reader(
    shape: Code | Choice | Integer | Boolean | Localized | Open,
) -> Callable[[Any], Any]:
    match shape:
        case Code():
            return _code_reader(shape)
        case Choice():
            return {each.value: each for each in shape.cls or ()}.__getitem__
        case Integer():
            return _integer_reader(shape)
        case Boolean():
            return _boolean
        case Localized():
            from_tree: Callable[[Any], Any] = shape.cls.__from_tree__
            return from_tree
        case Open():
            return _open_reader(shape)
    assert_never(shape)


def _code_reader(shape: Code) -> Callable[[Any], Any]:
    @lru_cache(maxsize=4096)
    def known(text: str) -> Any:
        if refusal_of_code(shape, text) is not None:
            raise Doubt
        return text if shape.cls is str else shape.cls.parse(text)

    def read(value: Any) -> Any:
        if type(value) is not str:
            raise Doubt
        return known(value)

    return read


def _integer_reader(shape: Integer) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if type(value) is not int or not shape.minimum <= value <= shape.maximum:
            raise Doubt
        return value

    return read


def _boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise Doubt
    return value


def _open_reader(shape: Open) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not dict or shape.cls is None:
            raise Doubt
        return shape.cls(value)

    return read


def _tagged_reader(
    records: tuple[str, ...], classes: tuple[type[Any], ...], names: dict[str, Any]
) -> Read:
    from dushanbe_process.schema.derive import tag_of  # noqa: PLC0415

    by_tag = {tag_of(name): f"read_{name}" for name in records}
    names.update({cls.__name__: cls for cls in classes})

    def read(tree: Any, depth: int) -> Any:
        return names[by_tag[tree["type"]]](tree, depth)

    return read


def _inline_reader(shape: Inline, names: dict[str, Any]) -> Read:
    tagged = _tagged_reader(shape.records, shape.classes, names)
    make = shape.cls or tuple

    def read(tree: Any, depth: int) -> Any:
        if type(tree) is str:
            return make(_text(tree))
        return make(*[_text(i) if type(i) is str else tagged(i, depth) for i in _listed(tree)])

    return read


def _writer(record: Record, names: dict[str, Any]) -> list[str]:
    """Return the source of the function that makes a tree of a record."""
    lines = [
        f"def write_{record.name}(o, d):",
        "    if d > DEEPEST: raise too_deep()",
        "    t = {}",
    ]
    for field in record.fields:
        here = f"{record.name}_{field.name}"
        value = _write(field.shape, "v", names)
        lines.append(f"    v = o.{field.name}")
        said = _said(field, f"default_{here}")
        lines.append(f"    {said}t[{field.name!r}] = {value}")
    return [*lines, "    return t"]


def _said(field: Field, default: str) -> str:
    """Return the condition under which a value is written: that it is not the default."""
    if field.required:
        return ""
    if field.default is None:
        return "if v is not None: "
    if isinstance(field.shape, Boolean | Choice):
        return f"if v is not {default}: "
    if field.default:
        return f"if v != {default}: "
    return "if v: "


def _write(shape: Shape, var: str, names: dict[str, Any]) -> str:
    """Return the expression that makes the tree of the value in ``var``."""
    match shape:
        case Text() | Integer() | Boolean():
            return var
        case Code():
            return var if shape.cls is str else f"str({var})"
        case Choice():
            return f"{var}.value"
        case Localized() | Open():
            return f"{var}.__to_tree__()"
        case Inline():
            names.setdefault("write_inline", _inline_writer(names))
            return f"write_inline({var}, d + 1)"
        case ManyOf():
            return f"[{_write(shape.item, 'i', names)} for i in {var}]"
        case Named():
            return f"write_{shape.record}({var}, d + 1)"
        case OneOf():
            names.setdefault("write_tagged", _tagged_writer(names))
            return f"write_tagged({var}, d + 1)"
    assert_never(shape)


def _tagged_writer(names: dict[str, Any]) -> Write:
    from dushanbe_process.schema.derive import tag_of  # noqa: PLC0415

    known: dict[str, tuple[str, Write]] = {}

    def write(record: Any, depth: int) -> dict[str, Any]:
        name = type(record).__name__
        if name not in known:
            known[name] = tag_of(name), names[f"write_{name}"]
        tag, write_record = known[name]
        return {"type": tag, **write_record(record, depth)}

    return write


def _inline_writer(names: dict[str, Any]) -> Write:
    names.setdefault("write_tagged", _tagged_writer(names))
    tagged = names["write_tagged"]

    def write(text: Any, depth: int) -> Any:
        if all(type(piece) is str for piece in text):
            return str(text)
        return [piece if type(piece) is str else tagged(piece, depth) for piece in text]

    return write
