"""The peer xsdata: dataclasses with its metadata, made of our schema."""

from __future__ import annotations

import dataclasses
import sys
import types
from typing import Any, ForwardRef

from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer

from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.model import default_schema
from dushanbe_process.schema import (
    Boolean,
    Choice,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Named,
    OneOf,
    Open,
    is_attribute,
)
from dushanbe_process.schema.derive import Record

SCHEMA = default_schema()
_MODULE = types.ModuleType("xsdata_classes")
sys.modules[_MODULE.__name__] = _MODULE
_MODULE.__dict__["Optional"] = __import__("typing").Optional


class Xsdata:
    """Its parser on lxml, its own serialiser, and the classes."""

    def __init__(self) -> None:
        self.classes: dict[str, Any] = {}
        lang = {"type": "Attribute", "namespace": "http://www.w3.org/XML/1998/namespace"}
        self.make(
            "LangText",
            [("value", "str", {}), ("lang", "str | None", lang)],
        )
        self.make("Item", [("text", "list[LangText]", self.element("text"))])
        for record in SCHEMA.records.values():
            self.make(record.name, [each for each in self.fields(record) if each], record.tag)
        context = XmlContext()
        self.parser = XmlParser(context=context, handler=LxmlEventHandler)
        self.serializer = XmlSerializer(context=context)

    def make(self, name: str, fields: list[tuple[str, str, dict[str, Any]]], tag: str = "") -> None:
        """Make a dataclass; lists are empty and all else is None, unless it is given."""
        made = []
        for field, type_, metadata in fields:
            default: Any = (
                dataclasses.field(default_factory=list, metadata=metadata)
                if type_.startswith("list")
                else dataclasses.field(default="" if type_ == "str" else None, metadata=metadata)
            )
            made.append((field, type_, default))
        meta = type("Meta", (), {"name": tag or name, "namespace": NAMESPACE})
        cls = dataclasses.make_dataclass(name, made, namespace={"Meta": meta}, slots=False)
        cls.__module__ = _MODULE.__name__
        setattr(_MODULE, name, cls)
        self.classes[name] = cls

    def element(self, name: str) -> dict[str, Any]:
        """Return the metadata of an element."""
        return {"type": "Element", "name": name, "namespace": NAMESPACE}

    def fields(self, record: Record) -> list[Any]:
        """Return the fields of a class."""
        return [self.field(record, each) for each in record.fields]

    def field(self, record: Record, field: Any) -> Any:
        """Return the name, the type and the metadata of a field."""
        shape, name = field.shape, field.name
        if is_attribute(shape):
            many = isinstance(shape, ManyOf)
            scalar = self.scalar(shape.item if many else shape)
            metadata = {"type": "Attribute", **({"tokens": True} if many else {})}
            return name, f"list[{scalar}]" if many else f"{scalar} | None", metadata
        match shape:
            case Localized():
                return name, "list[LangText]", self.element(name)
            case Inline():
                if field.content:
                    return name, "list[object]", self.mixed(shape)
                self.make(f"{record.name}_{name}", [("content", "list[object]", self.mixed(shape))])
                return name, f"{record.name}_{name} | None", self.element(name)
            case Named():
                return name, f"{shape.record} | None", self.element(name)
            case OneOf() | ManyOf():
                return self.wrapped(record, name, shape)
            case Open():
                return None
            case _:
                return name, "str | None", {} if field.content else self.element(name)

    def scalar(self, shape: Any) -> str:
        """Return the name of the type of a scalar."""
        if isinstance(shape, Choice):
            setattr(_MODULE, shape.name, shape.cls)
            return shape.name
        return {Integer: "int", Boolean: "bool"}.get(type(shape), "str")

    def mixed(self, shape: Inline) -> dict[str, Any]:
        """Return the metadata of mixed content."""
        return {
            "type": "Wildcard",
            "namespace": "##any",
            "mixed": True,
            "choices": self.choices(shape.records),
        }

    def choices(self, names: tuple[str, ...]) -> tuple[dict[str, Any], ...]:
        """Return the elements that may stand in one place."""
        return tuple(
            {"name": SCHEMA[name].tag, "type": ForwardRef(name), "namespace": NAMESPACE}
            for name in names
        )

    def wrapped(self, record: Record, name: str, shape: Any) -> Any:
        """Return a list of records, with the element around it."""
        item = shape.item if isinstance(shape, ManyOf) else shape
        wrapper = f"{record.name}_{name}"
        if isinstance(item, Named):
            inner = ("items", f"list[{item.record}]", self.element(SCHEMA[item.record].tag))
        elif isinstance(item, Localized):
            inner = ("items", "list[Item]", self.element("item"))
        elif isinstance(item, OneOf):
            metadata = {"type": "Elements", "choices": self.choices(item.records)}
            inner = ("items", "list[object]", metadata)
        else:
            inner = ("items", "list[str]", self.element("item"))
        self.make(wrapper, [inner])
        return name, f"{wrapper} | None", self.element(name)
