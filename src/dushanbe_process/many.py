"""Many records in one file, read and written one by one."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar, overload

import dushanbe_process.forms as _forms
from dushanbe_process.api import read
from dushanbe_process.errors import DushanbeError, InvalidError, Problem, UnknownFormatError
from dushanbe_process.files import replacing
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.model.entity import holds_entities
from dushanbe_process.schema import Model, record_of
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dushanbe_process.forms import Format

    AnyPath = str | os.PathLike[str]
    OnFault = Callable[[DushanbeError], object]

Record = TypeVar("Record", bound=Model)


@overload
def iter_read(
    source: AnyPath | IO[bytes],
    format: str | None = ...,
    *,
    expect: type[Record],
    on_fault: OnFault | None = ...,
) -> Iterator[Record]: ...
@overload
def iter_read(
    source: AnyPath | IO[bytes],
    format: str | None = ...,
    *,
    expect: None = ...,
    on_fault: OnFault | None = ...,
) -> Iterator[Model]: ...
def iter_read(
    source: AnyPath | IO[bytes],
    format: str | None = None,
    *,
    expect: type[Model] | None = None,
    on_fault: OnFault | None = None,
) -> Iterator[Model]:
    """Yield the records of a file one by one: a path, or a file open for reading bytes.

    Of JSON Lines these are the records of the lines.  Of any other file that holds a dossier
    they are what stands in its lists (processes, conferences, partners, people, documents,
    sources, claims), in their order; a file of another record yields that one.

    XML and JSON Lines are read in constant memory, however large the file.  Then each record is
    right by itself: whether references between them lead anywhere is for ``read`` and
    ``validate`` to say, and texts without a language are in the default language of the
    dossier, which is not among what is yielded.

    With ``expect=Resolution`` all other records are passed over.  ``on_fault`` is called with
    the error of each record that is not right, and the rest goes on; without it the first such
    error is raised.

    Raises:
        DushanbeError: as ``read`` does; what is wrong with the file as a whole is raised when
            it is met, after the records before it.
        OSError: when the file cannot be read.
    """
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            yield from _of_class(_records(file, os.fspath(source), format, on_fault), expect)
    else:
        records = _records(source, _name_of(source), format, on_fault)
        yield from _of_class(records, expect)


def validate(source: Model | AnyPath | IO[bytes], format: str | None = None) -> tuple[Problem, ...]:
    """Return every fault of a file or a record; nothing, when it is sound.

    Of JSON Lines every line is read, in constant memory.

    Raises:
        UnknownFormatError: when no format is known by its content, its suffix or ``format``.
        OSError: when the file cannot be read.
    """
    problems: list[Problem] = []

    def note(error: DushanbeError) -> None:
        found = error.problems if isinstance(error, InvalidError) else [Problem("$", str(error))]
        problems.extend(found)

    try:
        if isinstance(source, Model):
            unstructure(source)
        elif is_row(source, format):
            for _ in iter_read(source, format, on_fault=note):
                pass
        else:
            read(source, format)
    except UnknownFormatError:
        raise
    except DushanbeError as error:
        note(error)
    return tuple(problems)


def is_row(source: AnyPath | IO[bytes], format: str | None = None) -> bool:
    """Say whether a file is a row of records (JSON Lines), for ``iter_read``, or holds one.

    Raises:
        UnknownFormatError: when no format is known by its content, its suffix or ``format``.
        OSError: when the file cannot be read.
    """
    if format is not None:
        return _forms.find(format).is_row
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            return file.seekable() and _told(file, os.fspath(source)).is_row
    return source.seekable() and _told(source, _name_of(source)).is_row


def _name_of(file: IO[bytes]) -> str:
    name = getattr(file, "name", "")
    return name if isinstance(name, str) else ""


def _of_class(records: Iterator[Model], expect: type[Model] | None) -> Iterator[Model]:
    return (each for each in records if expect is None or isinstance(each, expect))


def _records(
    file: IO[bytes], name: str, format: str | None, on_fault: OnFault | None
) -> Iterator[Model]:
    found = _forms.find(format) if format else _told(file, name)
    if found.records is not None:
        return found.records(file, on_fault)
    record = read(file, found.name)
    return _in_lists(record) if isinstance(record, Dossier) else iter((record,))


def _told(file: IO[bytes], name: str) -> Format:
    """Return the format of an open file, which has to be one that can be read from its start."""
    if not file.seekable():
        raise UnknownFormatError("a stream needs format=", _forms.names())
    start = file.tell()
    head = file.read(_forms.SNIFFED)
    file.seek(start)
    return _forms.detect(head, name)


def _in_lists(dossier: Dossier) -> Iterator[Model]:
    names = [each.name for each in record_of(Dossier).fields if holds_entities(each)]
    return chain.from_iterable(getattr(dossier, name) for name in names)


def write_lines(records: Iterable[Model], target: AnyPath | IO[bytes]) -> int:
    """Write records as JSON Lines, one by one; return how many there were.

    A path gets the whole new file or keeps the old one; also when the iterable fails.

    Raises:
        InvalidError: when a record as a whole is not sound.
        OSError: when the file cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        with replacing(Path(target)) as file:
            return write_lines(records, file)
    line = _forms.find("jsonl").dumps
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007  (the last number is the count)
        target.write(line(record))
    return count
