"""What the values of a choice are called on a page, in English and in its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.reports.labels import labels_of, primary
from dushanbe_process.reports.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.schema import Choice

    Names = Mapping[str, frozenset[str]]

#: What stands between several names.
_BETWEEN = re.compile(r"[,;،、\n]")


def names_of(shape: Choice, language: str) -> Names:
    """Return by the values of a choice the words that stand for each, without capitals."""
    printed = _printed(shape.cls, primary(language)) if shape.cls is not None else {}
    return {
        value: printed.get(value, frozenset()) | {label(value).casefold()}
        for value in map(str, shape.values)
    }


def holds(said: str, value: object, names: Names) -> bool:
    """Say whether words hold a name of a value."""
    return any(each in said.casefold() for each in names[str(value)])


def tells(said: str, names: Names) -> bool:
    """Say whether words, or those on one side of a comma or end of line, are a name and no more."""
    parts = {each.strip() for each in _BETWEEN.split(said.casefold())}
    return any(not parts.isdisjoint(each) for each in names.values())


@cache
def _printed(cls: type, language: str) -> Names:
    made: dict[str, set[str]] = {}
    for table in _tables(labels_of(language)):
        for key, name in table.items():
            if isinstance(key, cls):
                made.setdefault(str(key), set()).update(map(str.casefold, _forms(name)))
    return {value: frozenset(names) for value, names in made.items()}


def _tables(labels: Any) -> Iterator[Mapping[object, object]]:
    """Yield the tables of words in a group of labels, and in the groups within it."""
    for field in attrs.fields(type(labels)):
        value = getattr(labels, field.name)
        if isinstance(value, Mapping):
            yield value
        elif attrs.has(type(value)):
            yield from _tables(value)


def _forms(name: Any) -> Iterator[str]:
    """Yield the forms of a name: one of the thing, and several."""
    if isinstance(name, str):
        yield name
    elif attrs.has(type(name)):
        forms = (getattr(name, each.name) for each in attrs.fields(type(name)))
        yield from (each for each in forms if type(each) is str and each)
