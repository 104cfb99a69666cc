"""A Word file edited in LibreOffice is read back as the record with the same edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from editing.bed import AUTHOR, edited, is_as_expected
from editing.compare import is_equal
from editing.samples import LANGUAGES, declaration
from editing.sequences import sequences
from editing.singles import KINDS, singles
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from editing.bed import Outcome
    from editing.office import Office

TRACKED = pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
NAMES = list(singles(declaration("en")))
#: What tells of edits; a mark that was guessed is one too.
EDITS = frozenset(
    {
        *("edited", "new", "removed", "moved", "merged", "split", "copied", "renumbered"),
        *("unplaced", "inferred", "digest_mismatch"),
    }
)
#: Few sequences, unless asked for more, and then only are they made smaller.
MANY = settings().max_examples >= 1000
FEW = settings(
    max_examples=100 if MANY else 8,
    phases=set(Phase) if MANY else {Phase.explicit, Phase.reuse, Phase.generate},
)


def _edited(office: Office, name: str, language: str, *, tracked: bool) -> Outcome:
    document = declaration(language)
    outcome = edited(office, document, singles(document)[name], tracked=tracked)
    is_as_expected(outcome)
    return outcome


def is_the_same(outcome: Outcome, record: object) -> None:
    """Fail unless a record is the original with the edits made, and say where it is not."""
    if told := outcome.differences(record):
        pytest.fail("\n".join(["- wanted, + got:", *told]), pytrace=False)


#: Every edit in every language, tracked and not; where time is short, a third of that, each
#: edit in two languages: one with changes tracked and another without.
CASES = [
    (name, language, tracked)
    for n, name in enumerate(NAMES)
    for k, language in enumerate(LANGUAGES)
    for tracked in (False, True)
    if MANY or (n + k) % 3 == tracked
]


@pytest.mark.parametrize(("name", "language", "tracked"), CASES)
def test_edit(office: Office, name: str, language: str, *, tracked: bool) -> None:
    """Each edit comes back, and nothing else; the report says what and by whom."""
    outcome = _edited(office, name, language, tracked=tracked)
    record, report = outcome.read()
    is_the_same(outcome, record)
    assert report.origin == "ours"
    needed, allowed = KINDS[name]
    kinds = {item.kind for item in report if item.kind in EDITS}
    assert kinds >= needed
    assert kinds <= needed | allowed
    if tracked:
        changes = report.of("insertion", "deletion", "move", "formatting")
        assert {each.author for each in changes} == {AUTHOR}
        assert all(each.date for each in changes)


@pytest.mark.parametrize(
    ("name", "language"), [(name, LANGUAGES[(n + 1) % 3]) for n, name in enumerate(NAMES)]
)
def test_edit_not_accepted(office: Office, name: str, language: str) -> None:
    """With its changes rejected, or only listed, an edited file is the record as it was."""
    document = declaration(language)
    outcome = edited(office, document, singles(document)[name], tracked=True)
    rejected, report = outcome.read(changes="reject")
    assert report.origin == "ours"
    is_equal(rejected, document)
    listed, report = outcome.read(changes="list")
    is_equal(listed, document)
    changes = report.of("insertion", "deletion", "move", "formatting")
    assert {each.author for each in changes} == {AUTHOR}


AWAY = [
    (name, LANGUAGES[n % 3], kind)
    for n, name in enumerate(NAMES)
    for k, kind in enumerate(("odt", "rtf", "doc"))
    # LibreOffice 7.4 loses blanks of Arabic notes when it writes RTF.
    if (MANY or (n // 3 + k) % 3 == 0) and (name, kind) != ("note-typed-at-end", "rtf")
]


@pytest.mark.parametrize(("name", "language", "kind"), AWAY)
def test_edit_and_another_kind_of_file(office: Office, name: str, language: str, kind: str) -> None:
    """An edited file that went through another kind gives the same, merged onto the record."""
    document = declaration(language)
    away = [str(office.folder / f"away.{kind}")]
    outcome = edited(office, document, singles(document)[name], via=away)
    record, report = outcome.read(base=document)
    is_the_same(outcome, record)
    assert report.origin == "ours-data-lost"


@pytest.mark.parametrize("name", ["letter-deleted", "enter-at-end-of-letter"])
def test_letters_counted_in_figures(office: Office, name: str) -> None:
    """Where an editor counts in figures what was counted in letters, the letters are read."""
    document = declaration("ar")
    away = [str(office.folder / "away.rtf")]
    outcome = edited(office, document, singles(document)[name], via=away)
    assert any("(1)" in line for line in outcome.shown["seen"])  # as LibreOffice 7.4 counts in RTF
    is_the_same(outcome, outcome.read(base=document)[0])


@TRACKED
@LANGUAGE
@FEW
@given(data=st.data())
def test_sequence(office: Office, language: str, data: st.DataObject, *, tracked: bool) -> None:
    """Twenty edits, one after the other, come back: nothing is lost, nothing invented."""
    document = declaration(language, keyed=data.draw(st.booleans()))
    edits = data.draw(sequences(document, tracked=tracked))
    outcome = edited(office, document, edits, tracked=tracked)
    is_as_expected(outcome)
    is_the_same(outcome, outcome.read()[0])
