"""The peer pydantic-xml: models made of our schema.

It knows no mixed content: of running text it keeps the words before the first mark, and the
marked runs; a union it would try member by member, so a list of several kinds of record is one
list a kind, which is much faster.  Both make its work less than ours.
"""

from __future__ import annotations

from typing import Any, ForwardRef, Optional

from pydantic_xml import BaseXmlModel, attr, element

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
_LANG = "lang"


class PydanticXml:
    """The models, by the name of the record."""

    def __init__(self) -> None:
        self.models: dict[str, Any] = {}
        self.make(
            "LangText", {"value": (str, ""), "lang": (str | None, attr(ns="xml", default=None))}
        )
        self.make("Item", {"text": (list[ForwardRef("LangText")], self.element("text", []))})
        for record in SCHEMA.records.values():
            fields = [self.field(record, each) for each in record.fields]
            self.make(record.name, dict(each for each in fields if each), record.tag)
        for model in self.models.values():
            model.model_rebuild(_types_namespace=self.models)

    def make(self, name: str, fields: dict[str, Any], tag: str | None = None) -> None:
        """Make a model."""
        body = {
            "__annotations__": {key: type_ for key, (type_, _) in fields.items()},
            "__module__": __name__,
            **{key: value for key, (_, value) in fields.items() if value is not ...},
        }
        meta: Any = type(BaseXmlModel)
        nsmap = {"": NAMESPACE, "xml": "http://www.w3.org/XML/1998/namespace"}
        self.models[name] = meta(
            name, (BaseXmlModel,), body, tag=tag or name, nsmap=nsmap, search_mode="ordered"
        )

    def element(self, tag: str, default: Any = None) -> Any:
        """Return an element of our namespace."""
        return element(tag=tag, default=default)

    def field(self, record: Record, field: Any) -> Any:
        """Return the name, the type and the place of a field."""
        shape, name = field.shape, field.name
        if is_attribute(shape):
            type_ = str if isinstance(shape, ManyOf) else self.scalar(shape)
            return name, (type_ | None, attr(name=name, default=None))
        match shape:
            case Localized():
                return name, (list[ForwardRef("LangText")], self.element(name, []))
            case Inline():
                return self.inline(record, field)
            case Named():
                return name, (self.later(shape.record) | None, self.element(name))
            case OneOf() | ManyOf():
                return self.wrapped(record, name, shape)
            case Open():
                return None
            case _:
                return (
                    (name, (str, "")) if field.content else (name, (str | None, self.element(name)))
                )

    def inline(self, record: Record, field: Any) -> Any:
        """Return running text: its first words, and its runs."""
        if field.content:
            return field.name, (str | None, None)
        wrapper = f"{record.name}_{field.name}"
        runs = (list[self.later("Run")], self.element("run", []))  # type: ignore[misc]
        self.make(wrapper, {"words": (str | None, None), "run": runs})
        return field.name, (self.later(wrapper) | None, self.element(field.name))

    def later(self, name: str) -> Any:
        """Return a reference to a model."""
        return _Later(name)

    def scalar(self, shape: Any) -> Any:
        """Return the type of a scalar."""
        if isinstance(shape, Choice):
            return shape.cls
        return {Integer: int, Boolean: bool}.get(type(shape), str)

    def wrapped(self, record: Record, name: str, shape: Any) -> Any:
        """Return a list of records, one list a kind, with the element around it."""
        item = shape.item if isinstance(shape, ManyOf) else shape
        if isinstance(item, Named | OneOf):
            names = (item.record,) if isinstance(item, Named) else item.records
            fields = {
                SCHEMA[each].tag: (list[_Later(each)], self.element(SCHEMA[each].tag, []))  # type: ignore[misc]
                for each in names
            }
        else:
            type_ = _Later("Item") if isinstance(item, Localized) else str
            fields = {"item": (list[type_], self.element("item", []))}  # type: ignore[valid-type]
        wrapper = f"{record.name}_{name}"
        self.make(wrapper, fields)
        return name, (_Later(wrapper) | None, self.element(name))


class _Later(ForwardRef, _root=True):  # type: ignore[misc]
    """A reference to a model that is made later."""

    __slots__ = ()

    def __or__(self, other: object) -> Any:
        return Optional[self]  # noqa: UP045  (which would come here again)
