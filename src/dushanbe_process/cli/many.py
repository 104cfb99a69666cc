"""Converting many files, or the many records of one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import dushanbe_process as dp
from dushanbe_process.cli import streams
from dushanbe_process.cli.failures import FileError, UsageError, naming
from dushanbe_process.cli.progress import followed

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from dushanbe_process.schema import Model

_LINES = (".jsonl", ".ndjson")


def is_many(given: Namespace) -> bool:
    """Say whether what is to be converted is a folder, or the lines of a file to go elsewhere."""
    if Path(given.source).is_dir():
        return True
    return _has_lines(given.source, given.from_) and (
        _has_lines(given.target, given.to) or _is_folder(given.target)
    )


def _has_lines(name: str, format: str | None) -> bool:
    return format == "jsonl" or (format is None and name.lower().endswith(_LINES))


def _is_folder(name: str) -> bool:
    return Path(name).is_dir() or name.endswith(os.sep)


def convert(given: Namespace) -> int:
    """Convert a folder, or the lines of a file; 1 if anything could not be converted.

    Raises:
        UsageError: when source, target and format do not go together.
        FileError: when a file fails as a whole.
    """
    for name in filter(None, (given.from_, given.to)):
        _known(name)
    if not Path(given.source).is_dir():
        return _lines(given)
    if _has_lines(given.target, given.to) and not _is_folder(given.target):
        return _gathered(given)
    if given.target == "-":
        raise UsageError("a folder becomes a folder, or one .jsonl: not the standard output")
    if Path(given.target).is_file():
        raise UsageError(f"{given.target} is a file: a folder becomes a folder, or one .jsonl")
    if given.to is None:
        raise UsageError("the format of a folder of files has to be named: give --to")
    return _folder(given)


def _known(name: str) -> None:
    from dushanbe_process import forms  # noqa: PLC0415  (loads attrs)

    try:
        forms.find(name)
    except dp.UnknownFormatError as error:
        raise UsageError(str(error)) from error


def _folder(given: Namespace) -> int:
    """Convert the files of a folder to files of another."""
    jobs = given.jobs or os.cpu_count() or 1
    with naming(given.source):
        outcomes = dp.convert_folder(
            given.source, given.target, given.to, from_format=given.from_, jobs=jobs
        )
        total = sum(path.is_file() for path in Path(given.source).rglob("*"))
        return _summed(followed(outcomes, "Converting", total), given.target)


def _gathered(given: Namespace) -> int:
    """Write the records of the files of a folder as lines of one file."""
    tally: list[dp.ConvertedFile] = []

    def records() -> Iterator[Model]:
        files = sorted(each for each in Path(given.source).rglob("*") if each.is_file())
        for path in followed(files, "Reading", len(files)):
            if path.resolve() != Path(given.target).resolve():
                record, outcome = _read(str(path), given.from_)
                tally.append(outcome)
                if record is not None:
                    yield record

    with naming(given.target, "written"):
        dp.write_lines(records(), given.target)
    return _summed(tally, given.target)


def _read(path: str, format: str | None) -> tuple[Model | None, dp.ConvertedFile]:
    from dushanbe_process import forms  # noqa: PLC0415  (loads attrs)

    if format is None and forms.of_suffix(path) is None:
        return None, dp.ConvertedFile(path, skipped="its name tells no format")
    try:
        return dp.read(path, format), dp.ConvertedFile(path, path)
    except dp.DushanbeError as error:
        return None, dp.ConvertedFile(path, faults=tuple(str(error).splitlines()))
    except OSError as error:
        return None, dp.ConvertedFile(path, faults=(error.strerror or str(error),))


def _lines(given: Namespace) -> int:
    """Write the records of the lines of a file as lines again, or as files of a folder."""
    faults: list[dp.DushanbeError] = []
    with naming(given.source):
        records = dp.iter_read(given.source, "jsonl", on_fault=faults.append)
        if _is_folder(given.target):
            if given.to is None:
                raise UsageError("the format of the files has to be named: give --to")
            paths = dp.write_folder(records, given.target, given.to, on_fault=faults.append)
            written = sum(1 for _ in followed(paths, "Writing"))
        else:
            written = dp.write_lines(followed(records, "Writing"), given.target)
    streams.complain(*(f"{given.source}: {line}" for each in faults for line in _told(each)))
    streams.complain(f"{written} records written to {given.target}, {len(faults)} lines not right")
    return 1 if faults else 0


def _told(error: dp.DushanbeError) -> list[str]:
    return str(error).splitlines()


def _summed(outcomes: Iterable[dp.ConvertedFile], target: str) -> int:
    """Say what became of each file that was not converted, and of all; 1 if any was not right."""
    counts = {"written": 0, "not right": 0, "passed over": 0}
    for each in outcomes:
        if each.skipped:
            counts["passed over"] += 1
            streams.complain(f"{each.source}: passed over: {each.skipped}")
        elif each.faults:
            counts["not right"] += 1
            streams.complain(*(f"{each.source}: {fault}" for fault in each.faults))
        else:
            counts["written"] += 1
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    streams.complain(f"{target}: {told or 'no files found'}")
    if not counts["written"] and not counts["not right"]:
        raise FileError([f"{target}: nothing was converted"])
    return 1 if counts["not right"] else 0
