"""Tables of a record that are edited in LibreOffice flow back into the record."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from editing.bed import AUTHOR
from editing.compare import is_equal
from editing.meetings import NAMES, meeting
from hypothesis import settings

import dushanbe_process as dp

if TYPE_CHECKING:
    from editing.office import Office

#: Every language with changes tracked and not; where time is short, every language once.
WAYS = [
    (language, tracked)
    for n, language in enumerate(NAMES)
    for tracked in (True, False)
    if settings().max_examples >= 1000 or n % 2 != tracked
]
WAY = pytest.mark.parametrize(("language", "tracked"), WAYS)
SOURCE = [dp.Citation(source="source")]


class Table:
    """The table of a paper that is about to be edited."""

    def __init__(
        self,
        office: Office,
        language: str,
        place: int,
        kind: str | None,
        record: dp.Dossier | None = None,
    ) -> None:
        """Write the paper, and find its table."""
        self.office, self.language = office, language
        self.path = office.folder / "paper.docx"
        how = {"kind": kind} if kind else {}
        dp.write(record or meeting(language), self.path, language=language, **how)
        table = docx.Document(str(self.path)).tables[place]
        self.rows = [[cell.text for cell in row.cells] for row in table.rows]

    def edited(self, do: str, *, tracked: bool = False, **how: Any) -> Any:
        """Make one edit; return the record that is then read, its report looked at."""
        target = self.office.folder / "returned.docx"
        edit = {"do": do, "table": self.rows[0][0], **how}
        job: dict[str, Any] = {"open": str(self.path), "save": str(target), "edits": [edit]}
        self.office.do(**job, **({"track": AUTHOR} if tracked else {}))
        record, report = dp.read_docx(io.BytesIO(target.read_bytes()))
        assert report.origin == "ours"
        assert not report.untouched
        return record

    def row(self, words: str) -> int:
        """Return the number of the row that says this in a cell."""
        return next(n for n, row in enumerate(self.rows) if any(words in cell for cell in row))


@pytest.fixture
def partners(office: Office, language: str) -> Table:
    """Return the table of partners of the overview."""
    return Table(office, language, 0, None)


def _with_partnerships(language: str, *made: dp.Partnership) -> dp.Dossier:
    dossier = meeting(language)
    (held,) = dossier.conferences
    return dossier.evolve(conferences=[held.evolve(partnerships=made)])


@WAY
def test_cell_edited(partners: Table, language: str, *, tracked: bool) -> None:
    """A name as printed that is edited is changed, in the language of the page."""
    new = NAMES[language].new
    first, second, third = meeting(language).conferences[0].partnerships
    record = partners.edited("cell", row=2, column=2, text=new, tracked=tracked)
    second = second.evolve(name_as_printed={language: new})
    is_equal(record, _with_partnerships(language, first, second, third))


@WAY
def test_role_edited(partners: Table, language: str, *, tracked: bool) -> None:
    """A role that is edited to another known one is changed."""
    first, second, third = meeting(language).conferences[0].partnerships
    record = partners.edited("cell", row=3, column=1, text="Observer", tracked=tracked)
    third = third.evolve(roles=["observer"])
    is_equal(record, _with_partnerships(language, first, second, third))


@WAY
def test_row_deleted(partners: Table, language: str, *, tracked: bool) -> None:
    """A partner whose row is deleted is no partner of the meeting any more."""
    first, _, third = meeting(language).conferences[0].partnerships
    record = partners.edited("drop_row", row=2, tracked=tracked)
    is_equal(record, _with_partnerships(language, first, third))


@WAY
def test_row_moved(partners: Table, language: str, *, tracked: bool) -> None:
    """A row that is moved takes with it what is not seen."""
    first, second, third = meeting(language).conferences[0].partnerships
    record = partners.edited("move_row", row=3, before=1, tracked=tracked)
    is_equal(record, _with_partnerships(language, third, first, second))


@WAY
def test_row_copied(partners: Table, language: str, *, tracked: bool) -> None:
    """A row that is copied says the same once more, of what is seen."""
    first, second, third = meeting(language).conferences[0].partnerships
    record = partners.edited("copy_row", row=1, before=3, tracked=tracked)
    copied = first.evolve(sources=SOURCE, extra={})
    is_equal(record, _with_partnerships(language, first, second, copied, third))


@WAY
@pytest.mark.parametrize(("where", "row"), [("before", 1), ("after", 3)])
def test_row_inserted(
    partners: Table, language: str, where: str, row: int, *, tracked: bool
) -> None:
    """A row that is inserted and filled is a partner of the meeting."""
    names = NAMES[language]
    known = meeting(language).conferences[0].partnerships
    texts = [names.partners[1], "Supporter", names.new, "source"]
    record = partners.edited("insert_row", row=row, where=where, texts=texts, tracked=tracked)
    made = dp.Partnership(
        partner="p1", roles=["supporter"], name_as_printed={language: names.new}, sources=SOURCE
    )
    wanted = (made, *known) if where == "before" else (*known, made)
    is_equal(record, _with_partnerships(language, *wanted))


@WAY
@pytest.mark.parametrize("kind", [None, "participants"], ids=["overview", "participants"])
def test_partner_renamed(office: Office, language: str, kind: str | None, *, tracked: bool) -> None:
    """A partner whose name is edited where partners are listed is called so."""
    names, dossier = NAMES[language], meeting(language)
    table = Table(office, language, 0 if kind else 2, kind)
    row = table.row(names.partners[1])
    record = table.edited("cell", row=row, column=0, text=names.new, tracked=tracked)
    first, second, third = dossier.partners
    second = second.evolve(name={language: names.new})
    is_equal(record, dossier.evolve(partners=[first, second, third]))


@WAY
@pytest.mark.parametrize("kind", [None, "programme"], ids=["overview", "programme"])
def test_session_renamed(office: Office, language: str, kind: str | None, *, tracked: bool) -> None:
    """A session whose title is edited, in the overview or the programme, is called so."""
    names, dossier = NAMES[language], meeting(language)
    (held,) = dossier.conferences
    table = Table(office, language, 0 if kind else 1, kind)
    row, old = table.row(names.sessions[1]), names.sessions[1]
    record = table.edited("word", row=row, column=1, old=old, new=names.new, tracked=tracked)
    first, second = held.sessions
    held = held.evolve(sessions=[first, second.evolve(title={language: names.new})])
    is_equal(record, dossier.evolve(conferences=[held]))


@WAY
def test_row_of_an_officer_deleted(office: Office, language: str, *, tracked: bool) -> None:
    """A participant who is listed for a chair alone goes with the row, and the chair with it."""
    names, dossier = NAMES[language], meeting(language)
    (held,) = dossier.conferences
    chair = dp.Officer(name={language: names.new}, role="chair", on_behalf_of="p2")
    without = held.evolve(partnerships=held.partnerships[:2])
    led = dossier.evolve(conferences=[without.evolve(officers=[chair])])
    table = Table(office, language, 0, "participants", led)
    record = table.edited("drop_row", row=table.row(names.new), tracked=tracked)
    is_equal(record, dossier.evolve(conferences=[without]))
