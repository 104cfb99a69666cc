"""JSON Lines: one record a line, each as in the format ``json``.

As a format it holds one record; many are read and written as a stream.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

import attrs
import orjson

from dushanbe_process.errors import (
    DushanbeError,
    InvalidError,
    LimitExceededError,
    MalformedError,
    Problem,
)
from dushanbe_process.forms import Format
from dushanbe_process.forms import json as json_form
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dushanbe_process.schema import Model, Schema

#: The longest line that is read, in bytes.
LONGEST = 1_000_000_000


def dumps(record: Model, *, schema: Schema | None = None) -> bytes:
    """Return the record as one line of JSON, with a line feed at the end."""
    tree = unstructure(record, schema, kept=False)
    try:
        return orjson.dumps(tree, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # whole numbers of more than 64 bits, in the data of others
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def loads(data: bytes, *, schema: Schema | None = None) -> Model:
    """Return the only record that JSON Lines hold.

    Raises:
        InvalidError: when there are more than one, or the only one is not sound.
        MalformedError, LimitExceededError: as for JSON.
    """
    lines = [line for line in data.split(b"\n") if line.strip()]
    if len(lines) > 1:
        many = f"holds {len(lines)} records, where one is wanted"
        message = f"{many}; iter_read yields them, convert writes them to a folder"
        raise InvalidError([Problem("$", message)])
    return json_form.loads(lines[0] if lines else b"", schema=schema)


def records(
    file: IO[bytes],
    on_fault: Callable[[DushanbeError], object] | None = None,
    schema: Schema | None = None,
) -> Iterator[Model]:
    """Yield the record of each line; blank lines are passed over.

    Raises:
        DushanbeError: for a line that holds none, unless ``on_fault`` takes the error.
    """
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise LimitExceededError(f"line {number}: longer than {LONGEST} bytes")
        if not line.strip():
            continue
        try:
            record = json_form.loads(line, schema=schema)
        except DushanbeError as error:
            if on_fault is None:
                raise _in_line(error, number) from None
            on_fault(_in_line(error, number))
        else:
            yield record


def _in_line(error: DushanbeError, number: int) -> DushanbeError:
    """Return the error with the number of the line it is about."""
    if isinstance(error, InvalidError):
        return InvalidError([attrs.evolve(each, line=number) for each in error.problems])
    if isinstance(error, MalformedError):
        return MalformedError("JSON", error.reason, number, error.column)
    if isinstance(error, LimitExceededError):
        return LimitExceededError(f"line {number}: {error.limit}")
    return error


def sniff(head: bytes) -> bool:
    """Say whether a file that begins so may be JSON Lines: its first line is an object."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    first, more, _ = text.partition(b"\n")
    return text[:1] == b"{" and (not more or first.rstrip().endswith(b"}"))


FORMAT = Format(
    "jsonl",
    (".jsonl", ".ndjson"),
    "application/jsonl",
    "JSON Lines, one record a line",
    dumps,
    loads,
    sniff,
    records,
    is_row=True,
)
