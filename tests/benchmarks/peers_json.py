"""The peers for JSON: pydantic v2, and cattrs with orjson, each with the same model.

Their classes are made of our schema, as their users would write them: there is no second list
of fields.  They check types, choices and the forms of codes; what else our library checks
(references, registries of languages and countries, legal characters) they are spared.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Union

import attrs
import cattrs.preconf.orjson
import pydantic
from cattrs import override
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

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
                return _Later(shape.record)
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
        members = Union[tuple(_Later(name) for name in names)]  # noqa: UP007
        return Annotated[members, pydantic.Field(discriminator="type")]

    def adapter(self, names: tuple[str, ...]) -> Any:
        """Return what reads any of several records."""
        members = tuple(self.models[name] for name in names)
        union = Union[members]  # noqa: UP007
        return pydantic.TypeAdapter(Annotated[union, pydantic.Field(discriminator="type")])


def _Later(name: str) -> Any:  # noqa: N802  (stands where a class would)
    from typing import ForwardRef

    return ForwardRef(name)


class Cattrs:
    """attrs classes and a converter with orjson, set up as cattrs' manual does it."""

    def __init__(self) -> None:
        self.converter = cattrs.preconf.orjson.make_converter(forbid_extra_keys=True)
        self.tagged = told_apart()
        self.classes = {name: self._class(record) for name, record in SCHEMA.records.items()}
        for name in self.classes:
            self._register(name)

    def _class(self, record: Record) -> Any:
        fields = {"type": attrs.field(type=str)} if record.name in self.tagged else {}
        if fields:
            fields["version"] = attrs.field(type=int, default=1)
        late = {
            field.name: attrs.field(default=attrs.NOTHING if field.required else None)
            for field in record.fields
        }
        return attrs.make_class(record.name, fields | late, frozen=True, slots=True, kw_only=True)

    def _register(self, name: str) -> None:
        record, cls = SCHEMA[name], self.classes[name]
        hooks = {field.name: override(struct_hook=self._reader(field.shape)) for field in record.fields}
        made: list[Any] = []

        def read(value: Any, _: Any) -> Any:
            if not made:
                made.append(
                    make_dict_structure_fn(
                        cls, self.converter, _cattrs_forbid_extra_keys=True, **hooks
                    )
                )
            return made[0](value, cls)

        self.converter.register_structure_hook(cls, read)
        omit = make_dict_unstructure_fn(cls, self.converter, _cattrs_omit_if_default=True)
        self.converter.register_unstructure_hook(cls, omit)

    def _reader(self, shape: Any) -> Any:
        """Return the hook of a shape, with the checks that cattrs would make."""
        match shape:
            case Choice():
                return lambda value, _: shape.cls(value)
            case Integer():
                return lambda value, _: int(value)
            case Localized():
                return lambda value, _: (
                    value if type(value) is str else {str(k): str(v) for k, v in value.items()}
                )
            case Inline():
                one = self._tagged(shape.records)
                return lambda value, _: (
                    value
                    if type(value) is str
                    else [v if type(v) is str else one(v, None) for v in value]
                )
            case ManyOf():
                item = self._reader(shape.item)
                return lambda value, _: tuple([item(v, None) for v in value])
            case Named():
                return lambda value, _: self.converter.structure(value, self.classes[shape.record])
            case OneOf():
                return self._tagged(shape.records)
            case Open():
                return lambda value, _: dict(value)
            case Code():
                match = re.compile(shape.pattern).fullmatch
                return lambda value, _: match(str(value))[0]
            case Boolean():
                return lambda value, _: bool(value)
            case _:
                return lambda value, _: str(value)

    def _tagged(self, names: tuple[str, ...]) -> Any:
        tags = {SCHEMA[name].tag: name for name in names}
        return lambda value, _: self.converter.structure(
            value, self.classes[tags[value["type"]]]
        )
