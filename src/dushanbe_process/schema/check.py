"""What may be put into a record: every value is brought into the kept form, or refused.

Generous in what a person may write (a string where a date is meant, a list where a tuple is
kept), strict in what is kept.  Reading files is stricter: see ``tree``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, assert_never

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.schema.derive import record_of
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

if TYPE_CHECKING:
    from typing import Never

    from dushanbe_process.schema.declare import Model
    from dushanbe_process.schema.derive import Field

Accept = Callable[[Any], Any]


def refusal(message: str) -> InvalidError:
    """Return the error that refuses one value."""
    return InvalidError([Problem("$", message)])


def settle(record: Model) -> None:
    """Bring every field of a new record into the form that is kept.

    Raises:
        InvalidError: with every fault of the record, each with its path.
    """
    cls = type(record)
    problems: list[Problem] = []
    for name, accept in _acceptors(cls):
        value = getattr(record, name)
        try:
            kept = accept(value)
        except InvalidError as error:
            problems.extend(problem.below(f"$.{name}") for problem in error.problems)
        else:
            if kept is not value:
                object.__setattr__(record, name, kept)
    if not problems:
        problems.extend(record.__faults__())
    if problems:
        raise InvalidError(problems)


_ACCEPTORS: dict[type[Model], tuple[tuple[str, Accept], ...]] = {}


def _acceptors(cls: type[Model]) -> tuple[tuple[str, Accept], ...]:
    if cls not in _ACCEPTORS:
        fields = record_of(cls).fields
        _ACCEPTORS[cls] = tuple((each.name, _field_acceptor(each)) for each in fields)
    return _ACCEPTORS[cls]


def _field_acceptor(field: Field) -> Accept:
    accept = acceptor(field.shape)
    if field.default is None:
        return lambda value: None if value is None else accept(value)
    if field.nonempty:
        return lambda value: accept(value) or _refuse_empty()
    return accept


def _refuse_empty() -> Never:
    message = "must not be empty"
    raise refusal(message)


def acceptor(shape: Shape) -> Accept:
    """Return the function that brings a value into the kept form of a shape, or refuses it."""
    match shape:
        case Text():
            return _text
        case Code():
            return _code_acceptor(shape)
        case Integer():
            return lambda value: _integer(shape, value)
        case Boolean():
            return _boolean
        case Choice():
            return lambda value: _choice(shape, value)
        case Localized() | Inline() | Open():
            return _own(shape.cls, f"expected {_WORDS[type(shape)]}")
        case ManyOf():
            return _many(acceptor(shape.item))
        case Named():
            return _own(shape.cls, f"expected {_with_article(shape.record)}")
        case OneOf():
            return lambda value: _one_of(shape, value)
    assert_never(shape)


_WORDS = {Localized: "a text in languages", Inline: "running text", Open: "a mapping"}


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIO' else 'a'} {name}"


def _kind(value: object) -> str:
    return "nothing" if value is None else type(value).__name__


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = f"expected a string, got {_kind(value)}"
        raise refusal(message)
    if fault := illegal(value):
        raise refusal(fault)
    return value if type(value) is str else str.__str__(value)


def refusal_of_code(shape: Code, text: object) -> str | None:
    """Say why a string is not a value of a code, or None."""
    if not isinstance(text, str):
        return f"expected a string, got {_kind(text)}"
    if not _matcher(shape.pattern)(text):
        doc = f"{shape.doc[0].lower()}{shape.doc[1:]}"
        return f"{text[:80]!r} is not {_with_article(shape.name)}: {doc}"
    return illegal(text) or (shape.check(text) if shape.check else None)


@cache
def _matcher(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern).fullmatch


def _code_acceptor(shape: Code) -> Accept:
    if shape.cls is not str:
        return _own(shape.cls, f"expected {_with_article(shape.name)}")

    def accept(value: Any) -> str:
        if message := refusal_of_code(shape, value):
            raise refusal(message)
        return value if type(value) is str else str.__str__(value)

    return accept


def _integer(shape: Integer, value: Any) -> int:
    if type(value) is not int:
        message = f"expected a whole number, got {_kind(value)}"
        raise refusal(message)
    if not shape.minimum <= value <= shape.maximum:
        message = f"{value} is not between {shape.minimum} and {shape.maximum}"
        raise refusal(message)
    return value


def _boolean(value: Any) -> bool:
    if type(value) is not bool:
        message = f"expected true or false, got {_kind(value)}"
        raise refusal(message)
    return value


def _choice(shape: Choice, value: Any) -> Any:
    if shape.cls is not None and isinstance(value, str | shape.cls):
        try:
            return shape.cls(value)
        except ValueError:
            pass
    message = f"{value!r:.80} is not one of {', '.join(shape.values)}"
    raise refusal(message)


def _own(cls: type[Any] | None, expected: str) -> Accept:
    """Return the acceptor of a class that says itself what it makes a value of."""
    make = getattr(cls, "__accept__", None)

    def accept(value: Any) -> Any:
        if type(value) is cls:
            return value
        if make is not None:
            try:
                return make(value)
            except TypeError:
                pass
        message = f"{expected}, got {_kind(value)}"
        raise refusal(message)

    return accept


def _many(accept: Accept) -> Accept:
    def accept_all(values: Any) -> tuple[Any, ...]:
        if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
            message = f"expected a list, got {_kind(values)}"
            raise refusal(message)
        kept: list[Any] = []
        problems: list[Problem] = []
        for index, value in enumerate(values):
            try:
                kept.append(accept(value))
            except InvalidError as error:
                problems.extend(problem.below(f"$[{index}]") for problem in error.problems)
        if problems:
            raise InvalidError(problems)
        return tuple(kept)

    return accept_all


def _one_of(shape: OneOf, value: Any) -> Any:
    if type(value) in shape.classes:
        return value
    message = f"expected one of {', '.join(shape.records)}, got {_kind(value)}"
    raise refusal(message)
