"""The bed for edits: it knows a document line by line, and notices what goes wrong."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from editing.bed import edited, is_as_expected
from editing.edits import Replace
from editing.lines import counted, document_of, lines_of
from editing.office import OfficeError
from editing.samples import LANGUAGES, declaration

import dushanbe_process as dp

if TYPE_CHECKING:
    from pathlib import Path

    from editing.office import Office


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_make_the_document(language: str) -> None:
    """A document is the same after it was taken apart into lines and put together."""
    document = declaration(language)
    lines = lines_of(document)
    assert counted(lines, language) == lines
    assert document_of(lines, document) == document


def test_an_edit_that_was_not_made_is_noticed(office: Office) -> None:
    """Where LibreOffice shows something else than the lines, the bed fails."""
    outcome = edited(office, declaration("en"), [])
    is_as_expected(outcome)
    outcome.lines[10] = Replace(10, 0, 0, "x").applied(outcome.lines, "en")[10]
    with pytest.raises(AssertionError):
        is_as_expected(outcome)


def test_errors_come_through(office: Office, tmp_path: Path) -> None:
    """What cannot be done is said, and the next job is done."""
    path = tmp_path / "sent.docx"
    dp.write(declaration("en"), path)
    edit = {"do": "remove", "place": {"text": "Nobody says this."}}
    with pytest.raises(OfficeError, match="Nobody says this"):
        office.do(open=str(path), save=str(path), edits=[edit])
    assert office.do(open=str(path), save=str(path))["seen"]


def test_a_dead_office_is_started_again(office: Office) -> None:
    """LibreOffice that has died is started anew for the next job."""
    is_as_expected(edited(office, declaration("en"), []))
    before, process = office.started, office._process
    assert process is not None
    os.killpg(process.pid, signal.SIGKILL)
    is_as_expected(edited(office, declaration("en"), []))
    assert office.started == before + 1
