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

#: How much of a file tells what it is.
_HEAD = 1 << 16


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

    passed: list[Path] = []
    with naming(given[0]):
        surveys = survey(_files(given, passed))
    if passed:
        others = "1 other XML file" if len(passed) == 1 else f"{len(passed):,} other XML files"
        streams.complain(f"{others} passed over: no Akoma Ntoso (the first: {passed[0]})")
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


def _files(given: Iterable[str], passed: list[Path]) -> Iterator[Path]:
    """Yield files; of a folder, those of Akoma Ntoso, those further down among them.

    Other XML in a folder is passed over, and remembered.
    """
    for each in map(Path, given):
        if not each.is_dir():
            yield each
            continue
        found = (path for path in each.rglob("*") if path.suffix in (".xml", ".akn"))
        for path in sorted(path for path in found if path.is_file()):
            if _is_akn(path):
                yield path
            else:
                passed.append(path)


def _is_akn(path: Path) -> bool:
    """Say whether a file is Akoma Ntoso, by its name or by how it begins."""
    from dushanbe_process.forms.akn import FORMAT, sniff  # noqa: PLC0415  (on demand)

    if path.name.lower().endswith(FORMAT.suffixes):
        return True
    with path.open("rb") as file:
        return sniff(file.read(_HEAD))
