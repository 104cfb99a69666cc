"""Folders of files: converted in several processes, and written of many records."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import dushanbe_process.forms as _forms
from dushanbe_process.api import convert, write
from dushanbe_process.errors import DushanbeError, InvalidError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dushanbe_process.schema import Model

    AnyPath = str | os.PathLike[str]
    OnFault = Callable[[DushanbeError], object]

#: The most files that a process is given at a time.
_CHUNK = 250


@attrs.frozen
class ConvertedFile:
    """What became of one file: its target, or what was wrong, or why it was passed over."""

    source: str
    target: str | None = None
    faults: tuple[str, ...] = ()
    skipped: str | None = None


def convert_file(
    source: str, target: str, to_format: str | None = None, from_format: str | None = None
) -> ConvertedFile:
    """Convert one file, and say what became of it instead of raising.

    Made for engines that spread work over processes or machines: everything about it can be
    pickled.
    """
    try:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        convert(source, target, from_format=from_format, to_format=to_format)
    except DushanbeError as error:
        return ConvertedFile(source, faults=tuple(str(error).splitlines()))
    except OSError as error:
        name = f"{error.filename}: " if error.filename not in (None, source) else ""
        return ConvertedFile(source, faults=(f"{name}{error.strerror or error}",))
    return ConvertedFile(source, target)


def convert_folder(
    source: AnyPath,
    target: AnyPath,
    to_format: str,
    *,
    from_format: str | None = None,
    jobs: int = 1,
) -> Iterator[ConvertedFile]:
    """Convert every file below a folder; yield what became of each, in the order of their names.

    Folders within are kept.  A file that is not right is reported, and the rest goes on; so is
    one whose target another file has taken.  Passed over are files whose names tell no format
    (unless ``from_format`` is given), hidden ones, and what lies below the target.  With more
    ``jobs``, so many processes share the work.

    Raises:
        UnknownFormatError: for a format that nobody knows.
        OSError: when there is no such folder.
    """
    suffix = _forms.find(to_format).suffixes[0]
    if from_format:
        _forms.find(from_format)
    plan = list(_planned(Path(source), Path(target), suffix, from_format))
    if jobs == 1:
        return (_converted(each, to_format, from_format) for each in plan)
    return _in_processes(plan, to_format, from_format, jobs)


def _planned(
    source: Path, target: Path, suffix: str, from_format: str | None
) -> Iterator[ConvertedFile]:
    """Yield what is to become of each file: its target, or why it gets none."""
    taken: dict[Path, Path] = {}
    for path in _files(source, target):
        found = _forms.of_suffix(path.name)
        if found is None and from_format is None:
            yield ConvertedFile(str(path), skipped="its name tells no format")
            continue
        stem = path.name
        if found is not None:
            ending = max((s for s in found.suffixes if stem.lower().endswith(s)), key=len)
            stem = stem[: -len(ending)]
        made = target / path.parent.relative_to(source) / f"{stem}{suffix}"
        if made in taken:
            yield ConvertedFile(str(path), faults=(f"not converted: {taken[made]} takes {made}",))
        else:
            taken[made] = path
            yield ConvertedFile(str(path), str(made))


def _files(source: Path, target: Path) -> list[Path]:
    """Return the files below a folder that are not hidden and not below the target."""
    os.scandir(source).close()
    within = source.resolve() != target.resolve() and source.resolve() in target.resolve().parents
    return sorted(
        path
        for path in source.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(source).parts)
        and not (within and path.resolve().is_relative_to(target.resolve()))
    )


def _converted(plan: ConvertedFile, to_format: str, from_format: str | None) -> ConvertedFile:
    if plan.target is None:
        return plan
    return convert_file(plan.source, plan.target, to_format, from_format)


def _chunk(
    plans: list[ConvertedFile], to_format: str, from_format: str | None
) -> list[ConvertedFile]:
    return [_converted(each, to_format, from_format) for each in plans]


def _in_processes(
    plan: list[ConvertedFile], to_format: str, from_format: str | None, jobs: int
) -> Iterator[ConvertedFile]:
    """Yield the outcomes of chunks of files, in their order.

    One file at a time would cost more to hand over than to convert.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (wanted here alone)
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    size = max(1, min(_CHUNK, len(plan) // (4 * jobs)))
    chunks = [plan[start : start + size] for start in range(0, len(plan), size)]
    pool = ProcessPoolExecutor(jobs, initializer=gc.freeze)
    try:
        waiting = [pool.submit(_chunk, each, to_format, from_format) for each in chunks]
        for chunk, future in zip(chunks, waiting, strict=True):
            try:
                yield from future.result()
            except BrokenProcessPool:
                fault = "the process that converted it was ended from outside"
                yield from (ConvertedFile(each.source, faults=(fault,)) for each in chunk)
    finally:
        pool.shutdown(cancel_futures=True)


def named(record: Model, number: int) -> str:
    """Return the name, without suffix, of a file for one record of a stream."""
    id_ = getattr(record, "id", None)
    return id_ if isinstance(id_, str) else f"{number:06}"


def write_folder(
    records: Iterable[Model], target: AnyPath, to_format: str, *, on_fault: OnFault | None = None
) -> Iterator[Path]:
    """Write each record to a file of its own, called after its id or its number; yield the paths.

    ``on_fault`` is called with the error of a record that gets no file, and the rest goes on;
    without it that error is raised.

    Raises:
        InvalidError: when two records have one id: no file is written over.
        OSError: when a file cannot be written.
    """
    suffix = _forms.find(to_format).suffixes[0]
    written: set[str] = set()
    folder = Path(target)
    folder.mkdir(parents=True, exist_ok=True)
    for number, record in enumerate(records, 1):
        name = named(record, number)
        if name in written:
            message = f"the id {name!r} is given twice: record {number} gets no file"
            error = InvalidError([Problem("$.id", message)])
            if on_fault is None:
                raise error
            on_fault(error)
            continue
        written.add(name)
        path = folder / f"{name}{suffix}"
        write(record, path, to_format)
        yield path
