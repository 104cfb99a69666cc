"""How a model class is written down: ``@model``, ``field`` and the annotations.

    @model
    class Venue(Model):
        \"\"\"The place of a meeting.\"\"\"

        name: LocalizedText = field("Name of the building.")
        country: CountryCode | None = field("Where it stands.", default=None)
        halls: Many[LocalizedText, str] = field("Its halls.", default=())

The annotation says what the value is, the default whether it may be absent, the sentence
documents it.  Nothing else describes a field anywhere in the library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, dataclass_transform, overload

import attrs

from dushanbe_process.schema.show import html_of, repr_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Never, Self

    from typing_extensions import TypeVar as TypeVarWithDefault

    from dushanbe_process.errors import Problem

    Kept = TypeVar("Kept")
    Taken = TypeVarWithDefault("Taken", default=str)
    AlsoTaken = TypeVarWithDefault("AlsoTaken", default=Never)

    # For the type checker a field is a descriptor: what is read from it and what the class
    # accepts for it are two types.  The owner in __set__ is Never: assigning is an error.
    class Many(Generic[Kept, AlsoTaken]):
        """Any number of values: kept as a tuple, any iterable is accepted."""

        def __get__(self, owner: object, kind: object = None) -> tuple[Kept, ...]: ...
        def __set__(self, owner: Never, value: Iterable[Kept | AlsoTaken]) -> None: ...

    class Maybe(Generic[Kept, Taken]):
        """A value or None: what the value's class makes of a string is accepted too."""

        def __get__(self, owner: object, kind: object = None) -> Kept | None: ...
        def __set__(self, owner: Never, value: Kept | Taken | None) -> None: ...

    class One(Generic[Kept, Taken]):
        """A value: what the value's class makes of a string is accepted too."""

        def __get__(self, owner: object, kind: object = None) -> Kept: ...
        def __set__(self, owner: Never, value: Kept | Taken) -> None: ...

else:

    class Many:
        """Any number of values: kept as a tuple, any iterable is accepted."""

        def __class_getitem__(cls, items: Any) -> Any:
            kept = items[0] if isinstance(items, tuple) else items
            return tuple[kept, ...]

    class Maybe:
        """A value or None: what the value's class makes of a string is accepted too."""

        def __class_getitem__(cls, items: Any) -> Any:
            kept = items[0] if isinstance(items, tuple) else items
            return kept | None

    class One:
        """A value: what the value's class makes of a string is accepted too."""

        def __class_getitem__(cls, items: Any) -> Any:
            return items[0] if isinstance(items, tuple) else items


Faults = TypeVar("Faults", bound="Callable[..., Iterable[Problem]]")
ModelClass = TypeVar("ModelClass", bound="type[Model]")

#: Where a field stands among those of its class: identity first, the small print last.
FIRST, USUAL, LAST = 0, 1, 2


@overload
def field(doc: str, *, identity: bool = ..., content: bool = ..., order: int = ...) -> Any: ...
@overload
def field(
    doc: str, *, default: Any, identity: bool = ..., content: bool = ..., order: int = ...
) -> Any: ...
def field(
    doc: str,
    *,
    default: Any = attrs.NOTHING,
    identity: bool = False,
    content: bool = False,
    order: int = USUAL,
) -> Any:
    """Describe one field of a model class.

    ``doc`` is the sentence that documents it; without ``default`` it is required;
    ``identity`` marks the id by which others refer to the record; ``content`` makes it the
    text of the XML element itself; ``order`` puts it first or last in its class.
    """
    metadata = {"doc": doc, "identity": identity, "content": content, "order": order}
    return attrs.field(default=default, metadata=metadata)


class Model:
    """What every class of the model is: a frozen value that checks itself when it is made."""

    # Here once, so that a class and its twin (see ``twins``) have one layout.
    __slots__ = ("__weakref__",)

    if TYPE_CHECKING:

        def __init__(self, **values: Any) -> None: ...

    def evolve(self, **changes: Any) -> Self:
        """Return the same record with some fields changed.

        Raises:
            InvalidError: when the changed record breaks a rule.
        """
        return attrs.evolve(self, **changes)  # type: ignore[misc]

    def __faults__(self) -> Iterable[Problem]:
        """Return what is wrong between the fields, each of which is right by itself."""
        return ()

    def __attrs_post_init__(self) -> None:
        """Bring every value into the form that is kept, or refuse them all at once."""
        from dushanbe_process.schema.check import settle  # noqa: PLC0415  (it derives from us)

        settle(self)

    def __repr__(self) -> str:
        """Return the class with its first few values, shortened."""
        return repr_of(self)

    def _repr_html_(self) -> str:
        """Return a small table for notebooks."""
        return html_of(self)


def only_with(*names: str, below: bool = False) -> Callable[[Faults], Faults]:
    """Say of ``__faults__`` that nothing can be wrong unless one of these fields says something.

    Then it is not asked for most records, which are many.  The fields are those of the record,
    or of records ``below`` it, wherever they stand.
    """

    def mark(faults: Faults) -> Faults:
        faults.only_with = names  # type: ignore[attr-defined]
        faults.below = below  # type: ignore[attr-defined]
        return faults

    return mark


def _in_order(_: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Put the identity first and the small print last, wherever a class inherited them from."""
    return sorted(fields, key=lambda each: each.metadata.get("order", USUAL))


if TYPE_CHECKING:
    # mypy takes over the type that an inherited field accepts as the type it has, when the
    # class is declared frozen; what Never says in Many and Maybe makes up for most of it.
    MYPY = False
    if MYPY:

        @dataclass_transform(kw_only_default=True, field_specifiers=(field,))
        def model(cls: ModelClass) -> ModelClass:
            """Make a frozen, keyword-only, slotted attrs class of the annotated body."""

    else:

        @dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
        def model(cls: ModelClass) -> ModelClass:
            """Make a frozen, keyword-only, slotted attrs class of the annotated body."""

else:

    def model(cls: type) -> type:
        """Make a frozen, keyword-only, slotted attrs class of the annotated body."""
        return attrs.frozen(kw_only=True, slots=True, repr=False, field_transformer=_in_order)(cls)
