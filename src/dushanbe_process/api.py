"""Reading, writing, converting and checking files: the functions that people call."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar, overload

import dushanbe_process.forms as _forms
from dushanbe_process.errors import (
    InvalidError,
    LimitExceededError,
    Problem,
    UnknownFormatError,
)
from dushanbe_process.files import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dushanbe_process.forms import Format
    from dushanbe_process.forms.docx.found import HiddenData
    from dushanbe_process.forms.docx.hidden import Release
    from dushanbe_process.forms.docx.read import Changes
    from dushanbe_process.forms.docx.report import DocxReport
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.reports.report import Report
    from dushanbe_process.schema import Model

    AnyPath = str | os.PathLike[str]

Record = TypeVar("Record", bound="Model")

#: The largest file that is read, in bytes.
LARGEST = 1_000_000_000


def formats() -> Mapping[str, Format]:
    """Return every installed format by its name."""
    return _forms.installed()


def dumps(record: Model, format: str, **options: Any) -> bytes:
    """Return a record as bytes of a format.

    Raises:
        UnknownFormatError: when no installed format has this name.
        InvalidError: when the record as a whole is not sound.
    """
    return _forms.find(format).dumps(record, **options)


@overload
def loads(
    data: bytes, format: str | None = ..., *, expect: type[Record], **options: Any
) -> Record: ...
@overload
def loads(
    data: bytes, format: str | None = ..., *, expect: None = ..., **options: Any
) -> Model: ...
def loads(
    data: bytes, format: str | None = None, *, expect: type[Model] | None = None, **options: Any
) -> Model:
    """Return the record that bytes hold; the format is told by the content, unless given.

    With ``expect=Dossier`` a record of any other class is refused, and the type checker knows
    what comes back.

    Raises:
        DushanbeError: UnknownFormatError, MalformedError, UnsupportedVersionError,
            LimitExceededError, or InvalidError with every fault of the record.
    """
    found = _forms.find(format) if format else _forms.detect(data)
    return _expected(found.loads(data, **options), expect)


@overload
def read(
    source: AnyPath | IO[bytes], format: str | None = ..., *, expect: type[Record], **options: Any
) -> Record: ...
@overload
def read(
    source: AnyPath | IO[bytes], format: str | None = ..., *, expect: None = ..., **options: Any
) -> Model: ...
def read(
    source: AnyPath | IO[bytes],
    format: str | None = None,
    *,
    expect: type[Model] | None = None,
    **options: Any,
) -> Model:
    """Return the record that a file holds: a path, or a file open for reading bytes.

    The format is told by the content, then by the suffix, unless given; ``expect`` is as for
    ``loads``.

    Raises:
        DushanbeError: as ``loads`` does.
        OSError: when the file cannot be read.
    """
    data, name = _contents(source)
    found = _forms.find(format) if format else _forms.detect(data, name)
    return _expected(found.loads(data, **options), expect)


def _expected(record: Model, expect: type[Model] | None) -> Model:
    if expect is not None and not isinstance(record, expect):
        message = f"expected a {expect.__name__}, got a {type(record).__name__}"
        raise InvalidError([Problem("$.type", message)])
    return record


def _contents(source: AnyPath | IO[bytes]) -> tuple[bytes, str]:
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            return _bounded(file), os.fspath(source)
    name = getattr(source, "name", "")
    return _bounded(source), name if isinstance(name, str) else ""


def _bounded(file: IO[bytes]) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"a file of more than {LARGEST} bytes"
        raise LimitExceededError(message)
    return data


def write(
    record: Model, target: AnyPath | IO[bytes], format: str | None = None, **options: Any
) -> None:
    """Write a record to a file: a path, or a file open for writing bytes, with ``format``.

    A path gets the whole new file or keeps the old one; the format is that of its suffix,
    unless given.

    Raises:
        UnknownFormatError: when the suffix tells no format.
        InvalidError: when the record as a whole is not sound.
        OSError: when the file cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        path = Path(target)
        found = _forms.find(format) if format else _forms.to_write(path.name)
        replace(path, found.dumps(record, **options))
        return
    if format is None:
        raise UnknownFormatError("a file without a name needs format=", _forms.names())
    target.write(_forms.find(format).dumps(record, **options))


def read_docx(
    source: AnyPath | IO[bytes],
    *,
    base: Model | None = None,
    changes: Changes = "accept",
    strict: bool = False,
) -> tuple[Model, DocxReport]:
    """Return the record of a Word file as it was edited, and what was found in reading it.

    Tracked changes are accepted, rejected, or only listed in the report (``changes``); the
    record is then as before them.  ``base`` is the record as it is kept elsewhere: where an
    editor has dropped the one in the file, everything that the pages do not show comes from
    it; where the file carries one, what was edited since is brought into ``base``.

    Raises:
        DushanbeError: as ``loads`` does.
        InvalidError: with ``strict``, unless the file is as it was written.
        OSError: when the file cannot be read.
    """
    from dushanbe_process.forms.docx.read import read_docx as read_edited  # noqa: PLC0415

    return read_edited(_contents(source)[0], base=base, changes=changes, strict=strict)


def strip(
    source: AnyPath | IO[bytes],
    target: AnyPath | IO[bytes],
    *,
    changes: Release = "refuse",
) -> None:
    """Write a Word file without what does not stand on its pages: for release to the press.

    Gone are the record in it, comments, and who made the file and when.  Tracked changes are
    on the pages: a file with any is refused, unless ``changes`` says to accept or reject them.

    Raises:
        DushanbeError: as ``read`` does; InvalidError for tracked changes.
        OSError: when a file cannot be read or written.
    """
    from dushanbe_process.forms.docx.hidden import stripped  # noqa: PLC0415  (on demand)

    data = stripped(_contents(source)[0], changes)
    if isinstance(target, str | os.PathLike):
        replace(Path(target), data)
    else:
        target.write(data)


def hidden_data(source: AnyPath | IO[bytes]) -> HiddenData:
    """Return what a Word file carries beside its pages: record, comments, changes, properties.

    Raises:
        MalformedError: when it is no readable Word file.
        OSError: when the file cannot be read.
    """
    from dushanbe_process.forms.docx.hidden import hidden_data as found  # noqa: PLC0415

    return found(_contents(source)[0])


def convert(
    source: AnyPath,
    target: AnyPath,
    *,
    from_format: str | None = None,
    to_format: str | None = None,
    **options: Any,
) -> None:
    """Read a file in one format and write its record in another.

    Raises:
        DushanbeError: as ``read`` and ``write`` do; then nothing is written.
    """
    write(read(source, from_format), target, to_format, **options)


def report(  # noqa: PLR0913  (each is a choice that people make)
    record: Model,
    kind: str | None = None,
    *,
    language: str | None = None,
    style: str = "un",
    template: AnyPath | None = None,
    select: str | None = None,
    second_language: str | None = None,
    emblem: tuple[AnyPath, str] | None = None,
) -> Report:
    """Return a record as an official paper: to be saved, or gone on with.

    ``kind`` is one of ``declaration``, ``resolution``, ``summary``, ``statement``,
    ``press-release``, ``letter``, ``conference-report``, ``programme``, ``participants`` and
    ``dossier``; unless given, it is that of the record's class.  Of a dossier, ``select``
    names the record that is meant.  Unless ``language`` is given, it is English; for a document
    that has no English version, the language of its first version.  ``template`` is a Word file
    whose styles, heads, feet and page are kept; ``second_language`` sets a document in two
    columns; ``emblem`` is an image (PNG or JPEG) with its alternative text, for the head of the
    first page: none comes with the library, since emblems are protected.

    Raises:
        UnknownFormatError: for an unknown kind or style.
        UnknownIdError: when nothing has the id that is selected.
        InvalidError: when the kind does not fit the record.
    """
    from dushanbe_process.reports.docx.picture import Emblem  # noqa: PLC0415  (all on demand)
    from dushanbe_process.reports.layouts import lay_out  # noqa: PLC0415
    from dushanbe_process.reports.report import Report  # noqa: PLC0415
    from dushanbe_process.reports.styles import house  # noqa: PLC0415

    house(style)
    paper = lay_out(record, kind, language, select=select, second_language=second_language)
    own = Path(template).read_bytes() if template else None
    drawn = Emblem(Path(emblem[0]).read_bytes(), emblem[1]) if emblem else None
    return Report(paper, style, own, drawn)


def read_akn(source: AnyPath | IO[bytes]) -> tuple[Model, tuple[Problem, ...]]:
    """Return the record of a file of Akoma Ntoso, and what was irregular in the file.

    Official files are often irregular: repeated bodies, placeholders for dates, votes in free
    text.  They are read, and each ``Irregularity`` is told with its line, its path and its
    kind.  Where a file that this library wrote was edited,
    the text holds, and the problems tell what else it carried of that place.

    Raises:
        MalformedError: when it is not well-formed, or is no Akoma Ntoso.
        LimitExceededError: when it is too large or nested too deep.
        InvalidError: when what it carries beside its text is no sound record.
        OSError: when the file cannot be read.
    """
    from dushanbe_process.forms.akn.read.records import read_bytes  # noqa: PLC0415  (lxml)

    data, _ = _contents(source)
    read = read_bytes(data)
    return read.record, (*read.findings.found, *read.edits)


def json_schema() -> dict[str, Any]:
    """Return the published JSON Schema (draft 2020-12) of every file in JSON."""
    from dushanbe_process.migrations import VERSION  # noqa: PLC0415  (all of this on demand)
    from dushanbe_process.model import default_schema  # noqa: PLC0415
    from dushanbe_process.schema.json_schema import json_schema as derived  # noqa: PLC0415

    return derived(default_schema(), VERSION)


def xsd() -> str:
    """Return the published XML Schema (XSD 1.0) of every file in XML."""
    from dushanbe_process.forms.xml.names import NAMESPACE  # noqa: PLC0415
    from dushanbe_process.model import default_schema  # noqa: PLC0415
    from dushanbe_process.schema.xsd import xsd as derived  # noqa: PLC0415

    return derived(default_schema(), NAMESPACE)


@cache
def sample() -> Dossier:
    """Return the packaged record of the Dushanbe Process, with its sources."""
    from importlib.resources import files  # noqa: PLC0415

    from dushanbe_process.model.dossier import Dossier  # noqa: PLC0415

    data = (files("dushanbe_process") / "data/dushanbe_process.json").read_bytes()
    return loads(data, "json", expect=Dossier)
