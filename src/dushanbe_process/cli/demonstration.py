"""The demonstration: one record in every format, written and read back."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import dushanbe_process as dp
from dushanbe_process.cli.failures import naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms import Format
    from dushanbe_process.schema import Model

_NAME = "dushanbe-process"


@attrs.frozen
class Trial:
    """One file: how large it is, how long it took, and whether it holds the record."""

    path: Path
    size: int
    seconds: float
    same: bool


def trials(record: Model, folder: str) -> Iterator[Trial]:
    """Write a record in every installed format to a folder, and read each file back.

    Raises:
        FileError: when a file cannot be written or read.
    """
    with naming(folder, "made a folder"):
        Path(folder).mkdir(parents=True, exist_ok=True)
    for format in dp.formats().values():
        yield _trial(record, Path(folder) / f"{_NAME}{format.suffixes[0]}", format)


def _trial(record: Model, path: Path, format: Format) -> Trial:
    start = time.perf_counter()
    with naming(str(path), "written"):
        dp.write(record, path, format.name)
    with naming(str(path)):
        again = dp.read(path)
        size = path.stat().st_size
    return Trial(path, size, time.perf_counter() - start, again == record)
