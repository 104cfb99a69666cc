"""The bed for edits: LibreOffice shows, and saves, just what the record with the same edits says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from editing.bed import edited
from editing.office import Office, missing
from editing.samples import LANGUAGES, declaration
from editing.seen import expected, in_file, in_office
from editing.singles import singles

if TYPE_CHECKING:
    from editing.bed import Outcome

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())
NAMES = tuple(singles(declaration("en")))


def is_as_expected(outcome: Outcome) -> None:
    """Fail unless LibreOffice shows the lines, and the file says them."""
    wanted = list(expected(outcome.lines))
    assert list(in_office(outcome.shown)) == wanted
    said = [each[1] if isinstance(each, tuple) else each for each in wanted]
    assert list(in_file(outcome.file))[-len(said) :] == said


@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_edit_is_made(office: Office, name: str, language: str, tracked: bool) -> None:  # noqa: FBT001
    """LibreOffice, told to make an edit, makes the edit that the record is given."""
    document = declaration(language)
    is_as_expected(edited(office, document, singles(document)[name], tracked=tracked))
