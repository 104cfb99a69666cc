"""Records to XML text, written directly: no tree of elements in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.model import default_schema
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
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema import Model, Record, Schema

    #: Appends the element of a value: its name, the value, the indentation it stands at.
    Emit = Callable[[list[str], str, Any, str], None]


def to_xml(record: Model, schema: Schema | None = None) -> bytes:
    """Return the record as XML in UTF-8."""
    schema = schema or default_schema()
    tree = unstructure(record, schema)
    tree.pop("version")
    known = schema.tagged(tree.pop("type"))
    if known is None:  # pragma: no cover  (unstructure would have refused it)
        raise TypeError(record)
    out = ["<?xml version='1.0' encoding='UTF-8'?>\n"]
    namespace = f' xmlns="{NAMESPACE}"'
    once(schema, _Writers).record(known.name)(out, known.tag + namespace, tree, "")
    if not out[-1].endswith("\n"):
        out.append("\n")
    return "".join(out).encode()


def text(value: str) -> str:
    """Return a string as the text of an element."""
    if "&" in value or "<" in value or ">" in value or "\r" in value:
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return value.replace("\r", "&#13;")
    return value


def quoted(value: str) -> str:
    """Return a string as the value of an attribute, in its quotation marks."""
    value = text(value).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
    return f'"{value}"'


def _word(value: Any) -> str:
    """Return a scalar as XML spells it."""
    if type(value) is bool:
        return "true" if value else "false"
    return str(value)


class _Writers:
    """The functions that write each record of a schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.made: dict[str, Emit] = {}

    def record(self, name: str) -> Emit:
        """Return the function that writes the tree of a record."""
        if name not in self.made:
            record = self.schema[name]
            parts: list[tuple[str, Emit]] = []
            self.made[name] = _writer(record, parts)
            parts += [
                (each.name, self.shape(each.shape))
                for each in record.fields
                if not each.attribute and not each.content
            ]
            if (content := record.content) is not None:
                parts.append((content.name, self.content(content.shape)))
        return self.made[name]

    def content(self, shape: Shape) -> Emit:
        """Return the function that writes the text of an element, without the element."""
        if not isinstance(shape, Inline):
            return lambda out, _, value, __: out.append(text(value))
        tagged = self.tagged(shape.records)

        def emit(out: list[str], _: str, value: Any, __: str) -> None:
            for piece in (value,) if type(value) is str else value:
                if type(piece) is str:
                    out.append(text(piece))
                else:
                    tagged(out, "", piece, "")

        return emit

    def shape(self, shape: Shape) -> Emit:
        """Return the function that writes the element of a value."""
        match shape:
            case Text() | Code() | Integer() | Boolean() | Choice():
                return _scalar
            case Localized():
                return _localized
            case Inline():
                content = self.content(shape)

                def inline(out: list[str], name: str, value: Any, indent: str) -> None:
                    out.append(f"{indent}<{name}>")
                    content(out, name, value, indent)
                    out.append(f"</{name}>\n")

                return inline
            case ManyOf():
                return _wrapped(self.item(shape.item))
            case Named():
                return self.record(shape.record)
            case OneOf():
                return _wrapped(self.tagged(shape.records), single=True)
            case Open():
                return _open
        assert_never(shape)

    def item(self, shape: Shape) -> Emit:
        """Return the function that writes an item of a list."""
        if isinstance(shape, Named):
            write, tag = self.record(shape.record), self.schema[shape.record].tag
            return lambda out, _, value, indent: write(out, tag, value, indent)
        if isinstance(shape, OneOf):
            return self.tagged(shape.records)
        if isinstance(shape, Localized):
            return _localized_item
        write = self.shape(shape)
        return lambda out, _, value, indent: write(out, "item", value, indent)

    def tagged(self, names: tuple[str, ...]) -> Emit:
        """Return the function that writes one of several records, under its own name."""
        writers = {self.schema[name].tag: self.record(name) for name in names}

        def emit(out: list[str], _: str, value: Any, indent: str) -> None:
            tag = value["type"]
            writers[tag](out, tag, value, indent)

        return emit


def _writer(record: Record, parts: list[tuple[str, Emit]]) -> Emit:
    """Return the function that writes a record: its attributes, then its parts."""
    attributes = [
        (each.name, isinstance(each.shape, ManyOf)) for each in record.fields if each.attribute
    ]
    mixed = record.content is not None

    def emit(out: list[str], name: str, tree: Any, indent: str) -> None:
        tag = name.partition(" ")[0]
        out.append(f"{indent}<{name}")
        for key, many in attributes:
            if (value := tree.get(key)) is not None:
                word = " ".join(map(_word, value)) if many else _word(value)
                out.append(f" {key}={quoted(word)}")
        start = len(out)
        out.append(">" if mixed else ">\n")
        inner = indent + "  "
        for key, write in parts:
            if (value := tree.get(key)) is not None:
                write(out, key, value, inner)
        if len(out) == start + 1:
            out[start] = "/>" if mixed else "/>\n"
        else:
            out.append(f"</{tag}>" if mixed else f"{indent}</{tag}>\n")
        if mixed and indent:
            out.append("\n")

    return emit


def _wrapped(item: Emit, *, single: bool = False) -> Emit:
    def emit(out: list[str], name: str, value: Any, indent: str) -> None:
        out.append(f"{indent}<{name}>\n")
        for each in (value,) if single else value:
            item(out, "", each, indent + "  ")
        out.append(f"{indent}</{name}>\n")

    return emit


def _scalar(out: list[str], name: str, value: Any, indent: str) -> None:
    out.append(f"{indent}<{name}>{text(_word(value))}</{name}>\n")


def _localized(out: list[str], name: str, value: Any, indent: str) -> None:
    for tag, words in ({"": value} if type(value) is str else value).items():
        language = f' xml:lang="{tag}"' if tag else ""
        out.append(f"{indent}<{name}{language}>{text(words)}</{name}>\n")


def _localized_item(out: list[str], _: str, value: Any, indent: str) -> None:
    out.append(f"{indent}<item>\n")
    _localized(out, "text", value, indent + "  ")
    out.append(f"{indent}</item>\n")


def _open(out: list[str], name: str, value: dict[str, Any], indent: str) -> None:
    out.append(f"{indent}<{name}>\n")
    for key, each in value.items():
        _open_value(out, key, each, indent + "  ")
    out.append(f"{indent}</{name}>\n")


_KINDS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def _open_value(out: list[str], key: str | None, value: Any, indent: str) -> None:
    """Write one value of the data of others, which says of what kind it is."""
    start = f"{indent}<value" + (f" key={quoted(key)}" if key is not None else "")
    if isinstance(value, dict | list):
        kind = "object" if isinstance(value, dict) else "list"
        pairs = value.items() if isinstance(value, dict) else ((None, each) for each in value)
        out.append(f'{start} kind="{kind}">\n')
        for inner, each in pairs:
            _open_value(out, inner, each, indent + "  ")
        out.append(f"{indent}</value>\n")
    elif value is None:
        out.append(f'{start} kind="null"/>\n')
    else:
        word = repr(value) if type(value) is float else _word(value)
        out.append(f'{start} kind="{_KINDS[type(value)]}">{text(word)}</value>\n')
