"""The peers for JSON: pydantic v2, and cattrs with orjson, each with the same model.

Their classes are made of our schema, as their users would write them: there is no second list
of fields.  pydantic checks types, choices and the forms of codes, cattrs what it checks by
itself; what else our library checks (references, registries of languages and countries, legal
characters) they are spared.
"""

from __future__ import annotations

from typing import Annotated, Any, ForwardRef, Literal, NewType, Optional, Union

import attrs
import cattrs.preconf.orjson
from cattrs.strategies import configure_tagged_union

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
)
from dushanbe_process.schema.derive import Record

try:
    import pydantic
except ModuleNotFoundError:  # then cattrs is measured alone
    pydantic = None

SCHEMA = default_schema()


def told_apart() -> set[str]:
    """Return the records that carry their type: members of unions, and roots of files."""
    found = {"Dossier"}
    for record in SCHEMA.records.values():
        for field in record.fields:
            item = field.shape.item if isinstance(field.shape, ManyOf) else field.shape
            if isinstance(item, OneOf | Inline):
                found |= set(item.records)
    return found


class Pydantic:
    """Models of pydantic v2: strict about unknown keys, unions told apart by ``type``."""

    def __init__(self) -> None:
        self.models: dict[str, Any] = {}
        tagged = told_apart()
        for name, record in SCHEMA.records.items():
            self.models[name] = self.model(record, tagged=name in tagged)
        for model in self.models.values():
            model.model_rebuild(_types_namespace=self.models)

    def model(self, record: Record, *, tagged: bool) -> Any:
        """Return the model of one record."""
        fields: dict[str, Any] = {}
        if tagged:
            fields = {"type": (Literal[record.tag], ...), "version": (int | None, None)}
        for field in record.fields:
            type_ = self.type_of(field.shape)
            fields[field.name] = (type_, ...) if field.required else (type_ | None, None)
        config = pydantic.ConfigDict(extra="forbid", frozen=True)
        return pydantic.create_model(record.name, __config__=config, **fields)

    def type_of(self, shape: Any) -> Any:
        """Return the annotation of a shape."""
        match shape:
            case Choice():
                return shape.cls
            case Integer():
                return int
            case Localized():
                return str | dict[str, str]
            case Inline():
                return str | list[str | self.union(shape.records)]
            case ManyOf():
                return list[self.type_of(shape.item)]  # type: ignore[misc]
            case Named():
                return _later(shape.record)
            case OneOf():
                return self.union(shape.records)
            case Open():
                return dict[str, Any]
            case Code():
                return Annotated[str, pydantic.StringConstraints(pattern=f"^({shape.pattern})$")]
            case _:
                return bool if isinstance(shape, Boolean) else str

    def union(self, names: tuple[str, ...]) -> Any:
        """Return the union of records, told apart by their type."""
        members = Union[tuple(_later(name) for name in names)]  # noqa: UP007
        return Annotated[members, pydantic.Field(discriminator="type")]

    def adapter(self, names: tuple[str, ...]) -> Any:
        """Return what reads any of several records."""
        members = tuple(self.models[name] for name in names)
        union = Union[members]  # noqa: UP007
        return pydantic.TypeAdapter(Annotated[union, pydantic.Field(discriminator="type")])


def _later(name: str) -> Any:
    return ForwardRef(name)


class Cattrs:
    """attrs classes and a converter with orjson, set up as cattrs' manual does it."""

    def __init__(self) -> None:
        self.converter = cattrs.preconf.orjson.make_converter(
            forbid_extra_keys=True, omit_if_default=True
        )
        self.classes = {name: self._class(record) for name, record in SCHEMA.records.items()}
        self.unions: dict[tuple[str, ...], Any] = {}
        for record in SCHEMA.records.values():
            types = {field.name: self._type(field) for field in record.fields}
            for attribute in attrs.fields(self.classes[record.name]):
                object.__setattr__(attribute, "type", types[attribute.name])
        for names in sorted(self.unions, key=len):
            configure_tagged_union(
                self.unions[names],
                self.converter,
                tag_generator=lambda cls: SCHEMA[cls.__name__].tag,
                tag_name="type",
            )

    def _class(self, record: Record) -> Any:
        fields = {
            field.name: attrs.field(default=attrs.NOTHING if field.required else None)
            for field in record.fields
        }
        return attrs.make_class(record.name, fields, frozen=True, slots=True, kw_only=True)

    def _type(self, field: Any) -> Any:
        made = self._shape(field.shape)
        return made if field.required else Optional[made]  # noqa: UP045  (as cattrs is asked)

    def _shape(self, shape: Any) -> Any:
        """Return the annotation of a shape; texts in languages and running text get hooks."""
        match shape:
            case Choice():
                return shape.cls
            case Integer():
                return int
            case Boolean():
                return bool
            case Localized():
                self._hook(_Localized, self._localized)
                return _Localized
            case Inline():
                union = self._union(shape.records)
                self._hook(_Running, lambda value, _: self._running(value, union))
                return _Running
            case ManyOf():
                return tuple[self._shape(shape.item), ...]
            case Named():
                return self.classes[shape.record]
            case OneOf():
                return self._union(shape.records)
            case Open():
                return dict[str, Any]
            case _:
                return str

    def _union(self, names: tuple[str, ...]) -> Any:
        members = tuple(self.classes[name] for name in names)
        return self.unions.setdefault(names, Union[members])  # noqa: UP007

    def _hook(self, type_: Any, hook: Any) -> None:
        self.converter.register_structure_hook(type_, hook)
        self.converter.register_unstructure_hook(type_, self._written)

    def _localized(self, value: Any, _: Any) -> Any:
        if isinstance(value, str):
            return value
        return self.converter.structure(value, dict[str, str])

    def _running(self, value: Any, union: Any) -> Any:
        if isinstance(value, str):
            return value
        return [v if isinstance(v, str) else self.converter.structure(v, union) for v in value]

    def _written(self, value: Any) -> Any:
        if isinstance(value, str | dict):
            return value
        return [
            v
            if isinstance(v, str)
            else {"type": SCHEMA[type(v).__name__].tag, **self.converter.unstructure(v)}
            for v in value
        ]

    def read(self, tree: dict[str, Any]) -> Any:
        """Return the record of a file."""
        record = SCHEMA.tagged(tree.pop("type"))
        del tree["version"]
        return self.converter.structure(tree, self.classes[record.name if record else ""])

    def write(self, record: Any) -> dict[str, Any]:
        """Return the tree of a file."""
        head = {"type": SCHEMA[type(record).__name__].tag, "version": 1}
        return {**head, **self.converter.unstructure(record)}


_Localized = NewType("_Localized", object)
_Running = NewType("_Running", object)
