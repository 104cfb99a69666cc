"""The closed set of shapes that a value can have.

Whoever derives something from the description (a reader, a schema, a strategy) is one
``match`` over these, closed by ``assert_never``: a new shape makes the type checker list
every place that has to learn it.

The ``cls`` and ``check`` of a shape tie it to Python and play no part in comparing or
freezing it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable


@attrs.frozen
class Text:
    """Free text: any string that XML 1.0 can carry, the empty one included."""


@attrs.frozen
class Code:
    r"""A short string of a fixed form: an identifier, a date, a language tag, a reference.

    ``pattern`` matches the whole string and keeps to what Python, ECMA-262 and XML Schema
    read alike: no anchors, no look-around, no ``(?:``, no ``\\d``.  Where ``refers_to`` is
    set, the string is the id of a record of that kind (``*`` for any); ``spaces`` says that
    one value may be several words.
    """

    name: str
    pattern: str
    doc: str
    refers_to: str | None = None
    spaces: bool = False
    examples: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False)
    cls: Any = attrs.field(default=str, eq=False, repr=False)
    check: Callable[[str], str | None] | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Integer:
    """A whole number within bounds (both included)."""

    minimum: int = 0
    maximum: int = 2**53 - 1


@attrs.frozen
class Boolean:
    """True or false."""


@attrs.frozen
class Choice:
    """One of a fixed list of words."""

    name: str
    values: tuple[str, ...]
    doc: str = ""
    cls: Any = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Localized:
    """The same text in several languages: language tag to string.

    ``tags`` is the pattern of the tags; the empty tag stands for the default language.
    """

    tags: str = ""
    cls: Any = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Inline:
    """Running text: strings mixed with the named records, the order kept."""

    records: tuple[str, ...]
    classes: tuple[type[Any], ...] = attrs.field(default=(), eq=False, repr=False)
    cls: Any = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class ManyOf:
    """Any number of values of one shape, in an order that people chose."""

    item: Shape


@attrs.frozen
class Named:
    """A record of one class."""

    record: str
    cls: Any = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class OneOf:
    """A record of one of several classes, told apart by its tag."""

    records: tuple[str, ...]
    classes: tuple[type[Any], ...] = attrs.field(default=(), eq=False, repr=False)


@attrs.frozen
class Open:
    """Unknown data, kept as it came: string to plain tree."""

    cls: Any = attrs.field(default=None, eq=False, repr=False)


Scalar: TypeAlias = Text | Code | Integer | Boolean | Choice
Shape: TypeAlias = Scalar | Localized | Inline | ManyOf | Named | OneOf | Open


def is_token(shape: Shape) -> bool:
    """Say whether every value is one word, so that a list of them is a list of words."""
    return isinstance(shape, Integer | Boolean | Choice) or (
        isinstance(shape, Code) and not shape.spaces
    )


def is_attribute(shape: Shape) -> bool:
    """Say whether XML writes the shape as an attribute: codes, dates, numbers and choices are."""
    if isinstance(shape, ManyOf):
        return is_token(shape.item)
    return isinstance(shape, Code | Integer | Boolean | Choice)
