"""The commands: each does one thing and returns the exit status."""

from __future__ import annotations

import io
import shlex
from pathlib import Path
from typing import IO, TYPE_CHECKING

import dushanbe_process as dp
from dushanbe_process.cli import streams, word
from dushanbe_process.cli.failures import FileError, UsageError, naming
from dushanbe_process.files import replace

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from dushanbe_process.forms import Format
    from dushanbe_process.schema import Model

_STREAM = "-"
_STDIN = "standard input"
_STDOUT = "standard output"


def demo(folder: str) -> int:
    """Write the packaged record in every format, read each back; 1 if any differs."""
    from dushanbe_process.cli.console import display  # noqa: PLC0415  (loads rich)
    from dushanbe_process.cli.demonstration import trials  # noqa: PLC0415  (loads attrs)
    from dushanbe_process.cli.show.trials import table  # noqa: PLC0415  (loads rich)

    done = list(trials(dp.sample(), folder))
    display(table(done))
    differing = [each for each in done if not each.same]
    if differing:
        raise FileError([f"{each.path}: not the record that was written" for each in differing])
    streams.say("")
    streams.say(f"Each of the {len(done)} files holds the same record.")
    streams.say(f"To look at it: dushanbe-process show {shlex.quote(str(done[0].path))}")
    return 0


def convert(given: Namespace) -> int:
    """Read one file, and write its record to another; or do so with many.

    Raises:
        UsageError: for a format that nobody knows.
        FileError: when a file fails.
    """
    from dushanbe_process.cli import many  # noqa: PLC0415  (wanted here alone)

    if many.is_many(given):
        return many.convert(given)
    return _convert_one(given.source, given.target, given.from_, given.to)


def _convert_one(source: str, target: str, from_format: str | None, to_format: str | None) -> int:
    reading = _known(from_format) if from_format else None
    format = writing(target, to_format)
    record = _read(source, reading.name if reading else None)
    put_record(record, target, format)
    return 0


def writing(target: str, to_format: str | None) -> Format:
    """Return the format to write in: the one that is named, or that the target's name asks for.

    Raises:
        UsageError: when neither tells a format that is known.
    """
    return _known(to_format) if to_format else _by_name(target)


def put_record(record: Model, target: str, format: Format) -> None:
    """Write a record to a file or to the standard output.

    Raises:
        FileError: when it cannot be written.
    """
    if target == _STREAM:
        with naming(_STDOUT, "written"):
            streams.put(dp.dumps(record, format.name))
    else:
        with naming(target, "written"):
            dp.write(record, target, format.name)


def _known(name: str) -> Format:
    from dushanbe_process import forms  # noqa: PLC0415  (loads attrs)

    try:
        return forms.find(name)
    except dp.UnknownFormatError as error:
        raise UsageError(str(error)) from error


def _by_name(target: str) -> Format:
    """Return the format that a target's name asks for."""
    from dushanbe_process import forms  # noqa: PLC0415  (loads attrs)

    known = ", ".join(forms.names())
    if target == _STREAM:
        message = f"the standard output has no name that tells a format: give --to ({known})"
        raise UsageError(message)
    try:
        return forms.to_write(target)
    except dp.UnknownFormatError:
        message = f"the name {target!r} tells no format: give --to ({known})"
        raise UsageError(message) from None


def _read(source: str, format: str | None = None) -> Model:
    if source == _STREAM:
        with naming(_STDIN):
            return word.read(streams.source(), _STDIN, format)
    with naming(source):
        return word.read(source, source, format)


def report(given: Namespace) -> int:
    """Make an official paper of a record.

    Raises:
        UsageError: for an unknown kind, style or suffix.
        FileError: when a file fails, or the record does not fit.
    """
    record = _read(given.file)
    suffix = Path(given.output).suffix
    try:
        with naming(_STDIN if given.file == _STREAM else given.file, "reported"):
            made = dp.report(
                record,
                given.kind,
                language=given.language,
                style=given.style,
                template=given.template,
                select=given.select,
                second_language=given.second_language,
            )
        with naming(given.output, "written"):
            replace(Path(given.output), made.in_form(suffix))
    except FileError as error:
        if isinstance(error.__cause__, dp.UnknownFormatError):
            raise UsageError(str(error.__cause__)) from error
        raise
    return 0


def validate(files: Sequence[str], format: str | None = None) -> int:
    """Print the problems of files, one a line; 1 if there is any."""
    found = 0
    if format is not None:
        _known(format)
    for file in files:
        for line in _problems(file, format):
            streams.say(line)
            found += 1
    if found:
        return 1
    streams.complain(f"{len(files)} {'file' if len(files) == 1 else 'files'}, no problems")
    return 0


def _problems(file: str, format: str | None) -> Iterator[str]:
    name = _STDIN if file == _STREAM else file
    try:
        with naming(name):
            problems = _judged(file, format)
    except FileError as error:
        yield from error.lines
    else:
        yield from (f"{name}: {problem}" for problem in problems)


def _judged(file: str, format: str | None) -> Sequence[dp.Problem]:
    try:
        return dp.validate(_source(file), format)
    except dp.UnknownFormatError as error:
        return [dp.Problem("$", str(error))]


def show(given: Namespace) -> int:
    """Print what a file holds, for reading; or what a Word file carries beside its pages.

    Raises:
        UsageError: for JSON of a record, which is for ``convert`` to write.
    """
    if given.metadata:
        return word.show_metadata(given.file, as_json=given.json)
    if given.json:
        raise UsageError("--json goes with --metadata; for the record as JSON: convert --to json")
    from dushanbe_process.cli.console import display  # noqa: PLC0415  (loads rich)

    display(_overview(given.file))
    return 0


def _overview(file: str) -> RenderableType:
    """Return what a file holds: one record, or a row of them."""
    from dushanbe_process.cli.show import shown  # noqa: PLC0415  (loads rich)
    from dushanbe_process.cli.show.row import row  # noqa: PLC0415  (loads rich)
    from dushanbe_process.many import is_row  # noqa: PLC0415  (loads attrs)

    name = _STDIN if file == _STREAM else file
    with naming(name):
        source = _source(file)
        return row(dp.iter_read(source)) if is_row(source) else shown(word.read(source, name, None))


def _source(file: str) -> str | IO[bytes]:
    """Return the file, or what the standard input holds."""
    return io.BytesIO(streams.source().read()) if file == _STREAM else file


def schema(language: str | None, source: str | None) -> int:
    """Print the JSON Schema or the XSD, in UTF-8, or the code generated for a class.

    Raises:
        UsageError: when neither a language nor a class is named, or no such class is known.
    """
    import json  # noqa: PLC0415  (wanted here alone)

    if source is not None:
        from dushanbe_process.cli.generated import sources  # noqa: PLC0415  (loads lxml)

        text = sources(source)
    elif language is None:
        raise UsageError("json or xsd: which of the two?")
    elif language == "json":
        text = json.dumps(dp.json_schema(), indent=2, ensure_ascii=False) + "\n"
    else:
        text = dp.xsd()
    streams.put(text.encode())
    return 0


def formats() -> int:
    """Print the installed formats."""
    from dushanbe_process.cli.console import display  # noqa: PLC0415  (loads rich)
    from dushanbe_process.cli.show.formats import table  # noqa: PLC0415  (loads rich)

    display(table(list(dp.formats().values())))
    return 0
