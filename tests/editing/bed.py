"""Edits made twice: by a person in LibreOffice, and on the record."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import attrs
import docx

import dushanbe_process as dp
from editing.compare import differences
from editing.heirs import with_heirs
from editing.lines import Line, counted, lines_of, on_page
from editing.seen import expected, in_file, in_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.model.documents import Document
    from editing.edits import Edit
    from editing.office import Office

AUTHOR = "State A"


@attrs.frozen
class Outcome:
    """What came of edits: the file, what LibreOffice shows, the lines that should be there."""

    original: Document
    language: str
    file: bytes
    shown: dict[str, Any]
    lines: list[Line]

    def read(self, **options: Any) -> tuple[Any, Any]:
        """Return the record that the file is read as, and the report."""
        return dp.read_docx(io.BytesIO(self.file), **options)

    def differences(self, record: object) -> list[str]:
        """Return how a record differs from the original with the edits made."""
        assert isinstance(record, type(self.original)), type(record)
        return differences(self.lines, record, self.original)


def applied(document: Document, edits: Iterable[Edit]) -> tuple[list[dict[str, Any]], list[Line]]:
    """Return what a person is told to do for these edits, and the lines after them."""
    (version,) = document.versions
    commands: list[dict[str, Any]] = []
    lines = on_page(lines_of(document), _page(document))
    for edit in edits:
        assert edit.fits(lines), edit
        commands.append(edit.command(lines))
        lines = counted(edit.applied(lines, version.language), version.language)
    return commands, with_heirs(lines_of(document), lines, version.language)


def _page(document: Document) -> list[str]:
    """Return the lines of a document as they are written, without what Word counts."""
    (version,) = document.versions
    file = io.BytesIO(dp.dumps(document, "docx", language=version.language))
    return [each.text for each in docx.Document(file).paragraphs]


def edited(
    office: Office, document: Document, edits: Iterable[Edit], *, tracked: bool = False, **job: Any
) -> Outcome:
    """Make edits in LibreOffice, with its changes tracked or not, and on the record."""
    (version,) = document.versions
    commands, lines = applied(document, edits)
    source, target = office.folder / "sent.docx", office.folder / "returned.docx"
    dp.write(document, source, language=version.language)
    told = {"track": AUTHOR} if tracked else {}
    shown = office.do(open=str(source), save=str(target), edits=commands, **told, **job)
    return Outcome(document, version.language, target.read_bytes(), shown, lines)


def is_as_expected(outcome: Outcome) -> None:
    """Fail unless LibreOffice shows the lines, and the file says them."""
    wanted = list(expected(outcome.lines))
    assert list(in_office(outcome.shown)) == wanted
    said = [each[1] if isinstance(each, tuple) else each for each in wanted]
    assert list(in_file(outcome.file))[-len(said) :] == said
