"""Where on a page the words of a record stand: its texts are stained, and shown once more.

Every text of a record gets a sign of its own at its end, from the private planes of Unicode.
A record so stained is laid out like any other, by whatever layout; on its pages the signs
tell where each text ends, and so which words of a line are whose, and which are the layout's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

import attrs

from dushanbe_process.errors import InvalidError
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import InlineText
from dushanbe_process.schema import (
    Boolean,
    Choice,
    Code,
    Field,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Model,
    Named,
    OneOf,
    Open,
    Shape,
    Text,
    record_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.paths import Path

#: The first sign of each of the two private planes, and how many signs we take of each.
_HIGH, _LOW = 0xF0000, 0x100000
_MANY = 60_000


@attrs.frozen
class Leaf:
    """A text of the record: where it is, and what it says."""

    path: Path
    value: str | InlineText


@attrs.define
class Stains:
    """Gives every text a sign, two characters long, and knows whose each is."""

    leaves: list[Leaf] = attrs.field(factory=list)

    def sign(self, path: Path, value: str | InlineText) -> str:
        """Return a new sign for a text."""
        high, low = divmod(len(self.leaves), _MANY)
        self.leaves.append(Leaf(path, value))
        return chr(_HIGH + high) + chr(_LOW + low)

    def record(self, record: Model, path: Path = ()) -> Model:
        """Return a record with all its texts stained.

        What a record refuses to have stained (a lead phrase that would no longer lead) stays.
        """
        changes = {
            field.name: made
            for field in record_of(type(record)).fields
            if (made := self._field(field, getattr(record, field.name), (*path, field.name)))
            is not None
        }
        if not changes:
            return record
        try:
            return record.evolve(**changes)
        except InvalidError:
            plain = [each.name for each in record_of(type(record)).fields if _is_plain(each)]
            return record.evolve(**{k: v for k, v in changes.items() if k not in plain})

    def _field(self, field: Field, value: Any, path: Path) -> Any:
        """Return a field with its texts stained; None where there is nothing to stain."""
        if value is None or (not value and not field.required):
            return None
        return self._value(field.shape, value, path)

    def _value(self, shape: Shape, value: Any, path: Path) -> Any:
        match shape:
            case Text():
                return value + self.sign(path, value)
            case Localized():
                return LocalizedText(
                    {tag: text + self.sign((*path, tag), text) for tag, text in value.items()}
                )
            case Inline():
                return InlineText(*value, self.sign(path, value))
            case ManyOf():
                return self._many(shape, value, path)
            case Named() | OneOf():
                return self.record(value, path)
            case Code() | Integer() | Boolean() | Choice() | Open():
                return None
        assert_never(shape)

    def _many(self, shape: ManyOf, value: tuple[Any, ...], path: Path) -> Any:
        made = [self._value(shape.item, each, (*path, n)) for n, each in enumerate(value)]
        if all(each is None for each in made):
            return None
        return [old if new is None else new for old, new in zip(value, made, strict=True)]

    def of(self, sign: str) -> Leaf | None:
        """Return the text that a sign stands for."""
        place = (ord(sign[0]) - _HIGH) * _MANY + ord(sign[1]) - _LOW
        return self.leaves[place] if 0 <= place < len(self.leaves) else None


def _is_plain(field: Field) -> bool:
    return isinstance(field.shape, Text)


def is_first(character: str) -> bool:
    """Say whether a character begins a sign."""
    return _HIGH <= ord(character) < _LOW


def is_second(character: str) -> bool:
    """Say whether a character ends a sign."""
    return ord(character) >= _LOW


def without(text: str) -> str:
    """Return a text without the signs in it."""
    return "".join(each for each in text if ord(each) < _HIGH)


def stains_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sign in a text, with its place in the text without signs."""
    place = 0
    before = ""
    for each in text:
        if is_second(each) and before:
            yield place, before + each
        elif ord(each) < _HIGH:
            place += 1
        before = each if is_first(each) else ""
