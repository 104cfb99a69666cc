"""The only reader of annotations: model classes in, a ``Schema`` out."""

from __future__ import annotations

import re
import types
from enum import Enum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs

from dushanbe_process.schema.declare import Model
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
    Shape,
    Text,
    is_attribute,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Keys that every record may carry in a file, and no field may be called.
RESERVED = ("type", "version")


@attrs.frozen
class Field:
    """One field of a record: its name is the same in Python, JSON, XML, paths and docs.

    ``default`` is what an absent field means, as Python holds it; it plays no part in
    comparing, since it says nothing that ``required`` and the shape do not.
    """

    name: str
    doc: str = attrs.field(eq=False)
    shape: Shape
    required: bool
    identity: bool = False
    content: bool = False
    default: Any = attrs.field(factory=lambda: attrs.NOTHING, eq=False, repr=False)

    @property
    def nonempty(self) -> bool:
        """Whether it must hold something: required lists and texts in languages are not empty."""
        return self.required and isinstance(self.shape, ManyOf | Localized)

    @property
    def is_told_by_identity(self) -> bool:
        """Whether each value but the very default is written: there is no other that is equal."""
        return self.default is None or isinstance(self.shape, Boolean | Choice)

    @property
    def attribute(self) -> bool:
        """Whether XML writes it as an attribute."""
        return is_attribute(self.shape)


@attrs.frozen
class Record:
    """One class of the model: what it is called, and its fields in their order.

    ``kinds`` are the names that a reference to it may ask for: its own and those of the
    classes it extends.
    """

    name: str
    doc: str = attrs.field(eq=False)
    fields: tuple[Field, ...]
    kinds: tuple[str, ...] = ()
    cls: Any = attrs.field(default=None, eq=False, repr=False)

    @property
    def tag(self) -> str:
        """The name in files: ``press_release`` for ``PressRelease``."""
        return tag_of(self.name)

    @property
    def content(self) -> Field | None:
        """The field that is the text of the XML element itself, if there is one."""
        return next((each for each in self.fields if each.content), None)

    @property
    def open(self) -> Field | None:
        """The field that keeps unknown data, if the class takes it."""
        from dushanbe_process.schema.shapes import Open  # noqa: PLC0415

        return next((each for each in self.fields if isinstance(each.shape, Open)), None)


@attrs.frozen(eq=False)
class Schema:
    """All records, by name, each before those it mentions.

    ``whole`` names the record that refers to nothing outside itself; ``made`` keeps what is made
    of the schema (see ``memo``).
    """

    records: Mapping[str, Record]
    whole: str | None = None
    made: dict[Any, Any] = attrs.field(factory=dict, init=False, repr=False)

    def __getitem__(self, name: str) -> Record:
        """Return a record by its name."""
        return self.records[name]

    def tagged(self, tag: object) -> Record | None:
        """Return the record with this name in files, if there is one."""
        return self._by_tag.get(tag) if isinstance(tag, str) else None

    @cached_property
    def _by_tag(self) -> dict[str, Record]:
        return {each.tag: each for each in self.records.values()}

    def of(self, value: object) -> Record | None:
        """Return the record of a value's class, if it is one of this schema."""
        record = self.records.get(type(value).__name__)
        return record if record is not None and record.cls is type(value) else None


@cache
def tag_of(name: str) -> str:
    """Return the name of a class as files write it."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def derive(classes: Iterable[type[Model]], whole: type[Model] | None = None) -> Schema:
    """Return the schema of the classes and of all that they mention."""
    records: dict[str, Record] = {}
    waiting = list(classes)[::-1]
    while waiting:
        cls = waiting.pop()
        known = records.get(cls.__name__)
        if known is not None:
            if known.cls is not cls:
                message = f"two classes are called {cls.__name__}"
                raise TypeError(message)
            continue
        records[cls.__name__] = record = record_of(cls)
        mentioned = [each for item in record.fields for each in _classes(item.shape)]
        waiting.extend(reversed(mentioned))
    return Schema(types.MappingProxyType(records), whole.__name__ if whole else None)


_RECORDS: dict[type[Model], Record] = {}


def record_of(cls: type[Model]) -> Record:
    """Return the record of one class."""
    if cls not in _RECORDS:
        _RECORDS[cls] = _record(cls)
    return _RECORDS[cls]


def _record(cls: Any) -> Record:
    hints = get_type_hints(cls, include_extras=True)
    fields = tuple(_field(cls, each, hints[each.name]) for each in attrs.fields(cls))
    kinds = tuple(
        each.__name__ for each in cls.__mro__ if issubclass(each, Model) and each is not Model
    )
    return Record(cls.__name__, cls.__doc__ or "", fields, kinds, cls)


def _field(cls: type[Model], attribute: attrs.Attribute[Any], annotation: Any) -> Field:
    name = attribute.name
    if name in RESERVED:
        message = f"{cls.__name__}.{name}: every record may carry this key in a file"
        raise TypeError(message)
    shape = _shape(annotation, f"{cls.__name__}.{name}")
    meta = attribute.metadata
    return Field(
        name,
        meta.get("doc", ""),
        shape,
        attribute.default is attrs.NOTHING,
        meta.get("identity", False),
        meta.get("content", False),
        attribute.default,
    )


def _shape(annotation: Any, where: str) -> Shape:
    """Return the shape that an annotation states; ``X | None`` has the shape of X."""
    if get_origin(annotation) is Annotated:
        return next(each for each in annotation.__metadata__ if isinstance(each, Code | Integer))
    if get_origin(annotation) is tuple:
        return ManyOf(_shape(get_args(annotation)[0], where))
    if get_origin(annotation) in (Union, types.UnionType):
        return _union([each for each in get_args(annotation) if each is not type(None)], where)
    own: Shape | None = getattr(annotation, "__shape__", None)
    if own is not None:
        return own
    scalars: dict[Any, Shape] = {str: Text(), int: Integer(), bool: Boolean()}
    if annotation in scalars:
        return scalars[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        values = tuple(each.value for each in annotation)
        return Choice(annotation.__name__, values, annotation.__doc__ or "", annotation)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Named(annotation.__name__, annotation)
    message = f"{where}: no shape for {annotation!r}"
    raise TypeError(message)


def _union(members: list[Any], where: str) -> Shape:
    if len(members) == 1:
        return _shape(members[0], where)
    return OneOf(tuple(each.__name__ for each in members), tuple(members))


def _classes(shape: Shape) -> Iterator[type[Model]]:
    """Yield the model classes that a shape mentions."""
    if isinstance(shape, ManyOf):
        yield from _classes(shape.item)
    elif isinstance(shape, Named) and shape.cls is not None:
        yield shape.cls
    elif isinstance(shape, (OneOf, Inline)):
        yield from shape.classes
