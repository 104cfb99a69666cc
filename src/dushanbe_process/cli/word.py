"""Word files on the command line: what they hide, what was edited in them, what is released."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import dushanbe_process as dp
from dushanbe_process.cli import streams
from dushanbe_process.cli.failures import naming
from dushanbe_process.files import replace

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from typing import IO

    from dushanbe_process.schema import Model

#: How a zip file begins, as Word files are.
_ZIP = b"PK\x03\x04"


def show_metadata(file: str, *, as_json: bool = False) -> int:
    """Print what a Word file carries beside its pages."""
    with naming(file):
        found = dp.hidden_data(file)
    if as_json:
        import json  # noqa: PLC0415  (wanted by those who ask for it)

        tree = json.dumps(found.as_tree(), ensure_ascii=False, indent=2)
        streams.put(f"{tree}\n".encode())
        return 0
    from dushanbe_process.cli.console import display  # noqa: PLC0415  (loads rich)
    from dushanbe_process.cli.show.metadata import metadata  # noqa: PLC0415  (loads rich)

    display(metadata(found))
    return 0


def strip(given: Namespace) -> int:
    """Write a Word file without what does not stand on its pages."""
    made = io.BytesIO()
    with naming(given.source):
        dp.strip(given.source, made, changes=given.changes)
    with naming(given.target, "written"):
        replace(Path(given.target), made.getvalue())
    return 0


def read(source: str | IO[bytes], name: str, format: str | None) -> Model:
    """Return the record of a file; what was edited in a Word file is told beside it.

    Raises:
        InvalidError: when something was edited that the record has no place for.
    """
    if not isinstance(source, str):
        source = io.BytesIO(source.read())
    if format not in (None, "docx") or not _is_word(source):
        return dp.read(source, format)
    record, report = dp.read_docx(source)
    lost = [each for each in report.of("unplaced") if each.after]
    if lost:
        raise dp.InvalidError([dp.Problem(each.path or "$", str(each)) for each in lost])
    for line in _found(record, report):
        streams.complain(f"{name}: {line}")
    return record


def _found(record: Model, report: dp.DocxReport) -> Iterator[str]:
    """Yield what was found in a Word file, its guesses counted."""
    guesses = report.of("guessed")
    if guesses:
        kind = type(record).__name__
        yield f"carries no record ({report.origin.value}): read as a {kind}, {len(guesses)} guesses"
    yield from (str(each) for each in report if each not in guesses)


def _is_word(source: str | io.BytesIO) -> bool:
    if isinstance(source, str):
        with Path(source).open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    return source.getvalue().startswith(_ZIP)
