"""One job: a document opened, edited, saved, and told as it is seen afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editing.soffice.table_commands import Tabulator
from editing.soffice.view import Line, elements

if TYPE_CHECKING:
    from editing.soffice.editor import Editor


def do(office: Editor, job: dict[str, Any]) -> dict[str, Any]:
    """Do a job: ``open``, ``edits`` (with ``track`` the name of an author), ``save``, ``via``."""
    document = office.open(job["open"])
    try:
        if author := job.get("track"):
            office.call_author(author)
            document.RecordChanges = True
        person = Tabulator(office, document)
        for edit in job.get("edits", ()):
            _give(person, dict(edit))
        if whole := job.get("settle"):
            document.RecordChanges = False
            office.command(document, f"{whole}AllTrackedChanges")
        document = _through(office, document, job.get("via", ()))
        office.save(document, job["save"])
        document.RecordChanges = False
        office.command(document, "AcceptAllTrackedChanges")
        return {"seen": seen(document), "notes": _notes(document)}
    finally:
        document.close(True)  # noqa: FBT003  (UNO knows no keywords)


def _give(person: Tabulator, edit: dict[str, Any]) -> None:
    name = edit.pop("do")
    try:
        getattr(person, name)(**edit)
    except Exception as error:
        message = f"{name} {edit}: {error}"
        raise RuntimeError(message) from error


def _through(office: Editor, document: Any, paths: list[str]) -> Any:
    """Save as each of these files and open that one instead."""
    for path in paths:
        office.save(document, path)
        document.close(True)  # noqa: FBT003  (UNO knows no keywords)
        document = office.open(path)
    return document


def seen(document: Any) -> list[list[Any]]:
    """Return the lines, each with its printed number and style, and the tables, row by row.

    The changes must have been accepted.
    """
    notes = document.Footnotes
    marks = {notes.getByIndex(place).Anchor.String for place in range(notes.Count)}
    told: list[list[Any]] = []
    for each in elements(document.Text, redlined=False):
        if isinstance(each, Line):
            told.append([each.style, each.label, each.read(marks)])
        else:
            told.append(["table", _rows(each)])
    return told


def _rows(table: Any) -> list[list[str]]:
    rows: dict[str, list[str]] = {}
    for name in table.CellNames:
        row = name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        rows.setdefault(row, []).append(table.getCellByName(name).String)
    return [rows[number] for number in sorted(rows, key=int)]


def _notes(document: Any) -> list[str]:
    notes = document.Footnotes
    return [notes.getByIndex(place).String for place in range(notes.Count)]
