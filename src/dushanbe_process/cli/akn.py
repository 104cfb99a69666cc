"""What the command line does with Akoma Ntoso: merging languages, surveying folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import dushanbe_process as dp
from dushanbe_process.cli import commands, streams
from dushanbe_process.cli.failures import FileError, UsageError, naming

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator


def convert(given: Namespace) -> int:
    """Convert one file, or several that are one document in several languages.

    Raises:
        UsageError: when files are lacking, or a format is not known.
        FileError: when a file fails, or the files are not versions of one document.
    """
    if given.merge is None:
        if given.source is None or given.target is None:
            message = "the following arguments are required: SRC, DST"
            raise UsageError(message)
        return commands.convert(given)
    files = [*given.merge, *filter(None, (given.source, given.target))]
    if len(files) < 2:  # noqa: PLR2004  (one to read, one to write)
        message = "--merge needs the files to read, and last the file to write"
        raise UsageError(message)
    return _merge(files[:-1], files[-1], given.from_, given.to)


def _merge(sources: list[str], target: str, from_: str | None, to: str | None) -> int:
    writing = commands.writing(target, to)
    documents = [_document(each, from_) for each in sources]
    with naming(", ".join(sources), "merged"):
        merged = dp.merge_versions(documents)
    streams.complain(*map(str, merged.conflicts))
    commands.put_record(merged.document, target, writing)
    return 0


def _document(source: str, format: str | None) -> dp.Document:
    with naming(source):
        found = dp.read(source, format)
    if not isinstance(found, dp.Document):
        message = f"{source}: holds a {type(found).__name__}, not a document"
        raise FileError([message])
    return found


def validate(given: Namespace) -> int:
    """Print the problems of files; of files and folders of Akoma Ntoso, a table."""
    if given.format == "akn":
        return _survey(given.files)
    return commands.validate(given.files, given.format)


def _survey(given: list[str]) -> int:
    """Print what there is to say of files of Akoma Ntoso, folder by folder; 1 if any is lost."""
    from dushanbe_process.cli.console import display  # noqa: PLC0415  (loads rich)
    from dushanbe_process.cli.show.survey import irregular, table  # noqa: PLC0415  (the same)
    from dushanbe_process.forms.akn.survey import survey  # noqa: PLC0415  (loads lxml)

    with naming(given[0]):
        surveys = survey(_files(given))
    failed = [line for each in surveys for line in each.failures]
    if not any(each.files for each in surveys):
        message = f"{given[0]}: there is no file of Akoma Ntoso in it"
        raise FileError([message])
    display(table(surveys))
    if any(each.kinds for each in surveys):
        streams.say("")
        display(irregular(surveys))
    streams.complain(*failed)
    return 1 if failed else 0


def _files(given: Iterable[str]) -> Iterator[Path]:
    """Yield files; of a folder, all that may be Akoma Ntoso, those further down among them."""
    for each in map(Path, given):
        if each.is_dir():
            found = (path for path in each.rglob("*") if path.suffix in (".xml", ".akn"))
            yield from sorted(path for path in found if path.is_file())
        else:
            yield each
