"""The bed for edits: LibreOffice shows, and saves, just what the record with the same edits says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from editing.bed import edited, is_as_expected
from editing.samples import LANGUAGES, declaration
from editing.sequences import sequences
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from editing.office import Office


@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=12)
@given(data=st.data())
def test_sequences(office: Office, language: str, tracked: bool, data: st.DataObject) -> None:  # noqa: FBT001
    """Sequences."""
    document = declaration(language)
    edits = data.draw(sequences(document))
    is_as_expected(edited(office, document, edits, tracked=tracked))
