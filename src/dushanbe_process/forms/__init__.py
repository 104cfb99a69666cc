"""Formats: ways between a record and bytes, both directions, nothing lost.

A format is a value.  Ours and those of others are found through the entry-point group
``dushanbe_process.formats``; the module of a format is imported when it is first needed.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import UnknownFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dushanbe_process.schema import Model

GROUP = "dushanbe_process.formats"

#: How much of a file is looked at to tell its format.
SNIFFED = 65_536


@attrs.frozen
class Format:
    """One way between records and bytes.

    ``loads(dumps(x)) == x`` for every record; any other bytes raise one of our errors.
    Both take the keyword ``schema`` (the default is the library's own).  ``sniff`` says
    of the first bytes of a file whether they may be of this format.  ``records``, where a
    format has it, yields the many records of a file open for reading, in constant memory; it
    takes a function that is given the error of a record that is not right, or None.  ``is_row``
    says that a file of it is a row of records, none of which is about the others.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    description: str
    dumps: Callable[..., bytes] = attrs.field(repr=False)
    loads: Callable[..., Model] = attrs.field(repr=False)
    sniff: Callable[[bytes], bool] = attrs.field(repr=False)
    records: Callable[..., Iterator[Model]] | None = attrs.field(default=None, repr=False)
    is_row: bool = False


@cache
def _entries() -> dict[str, Any]:
    return {entry.name: entry for entry in sorted(entry_points(group=GROUP))}


@cache
def find(name: str) -> Format:
    """Return the installed format of this name.

    Raises:
        UnknownFormatError: when there is none.
    """
    try:
        entry = _entries()[name]
    except KeyError:
        raise UnknownFormatError(repr(name), names()) from None
    return entry.load()  # type: ignore[no-any-return]


def names() -> tuple[str, ...]:
    """Return the names of the installed formats, in alphabetical order."""
    return tuple(_entries())


def installed() -> Mapping[str, Format]:
    """Return every installed format by its name."""
    return MappingProxyType({name: find(name) for name in names()})


def of_suffix(filename: str) -> Format | None:
    """Return the format that a file's name asks for: the one with the longest suffix."""
    lower = filename.lower()
    fitting = [
        (len(suffix), name)
        for name in names()
        for suffix in find(name).suffixes
        if lower.endswith(suffix)
    ]
    return find(max(fitting)[1]) if fitting else None


def to_write(filename: str) -> Format:
    """Return the format to write a file in, by its name.

    Raises:
        UnknownFormatError: when no format has such a suffix.
    """
    found = of_suffix(filename)
    if found is None:
        raise UnknownFormatError(f"the suffix of {filename!r}", names())
    return found


def detect(data: bytes, filename: str = "") -> Format:
    """Return the format that data is in: by its content, then by the name of its file.

    Raises:
        UnknownFormatError: when neither tells.
    """
    head = data[:SNIFFED]
    by_name = of_suffix(filename) if filename else None
    for candidate in _by_likelihood(by_name):
        if candidate.sniff(head):
            return candidate
    if by_name is None:
        raise UnknownFormatError("the content is of no known format", names())
    return by_name


def _by_likelihood(first: Format | None) -> Iterator[Format]:
    if first is not None:
        yield first
    for name in names():
        if first is None or name != first.name:
            yield find(name)
