"""Tables of partners, participants and sessions that somebody edited in Word."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from editing.hands import drop, edited, row_saying

import dushanbe_process as dp
from dushanbe_process.forms.docx.edits import expected
from dushanbe_process.forms.docx.write import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Document = Any
    Edit = Callable[[Document], None]

DOSSIER = dp.Dossier(
    title={"en": "Two meetings"},
    partners=[
        dp.Partner(id="tj", name={"en": "Republic of Tajikistan"}, kind="state", country="TJ"),
        dp.Partner(id="kw", name={"en": "State of Kuwait"}, kind="state", country="KW"),
        dp.Partner(id="unoct", name={"en": "Office of Counter-Terrorism"}, kind="un_entity"),
    ],
    sources=[dp.Source(id="s1", title={"en": "A page"})],
    conferences=[
        dp.Conference(
            id="c1",
            title={"en": "First meeting"},
            dates="2018-05-03/2018-05-04",
            partnerships=[
                dp.Partnership(partner="tj", roles=["host"], extra={"unseen": 1}),
                dp.Partnership(
                    partner="kw", roles=["supporter"], sources=[dp.Citation(source="s1")]
                ),
                dp.Partnership(partner="unoct", roles=["co-organizer"], extra={"unseen": 3}),
            ],
            sessions=[
                dp.Session(id="se1", kind="opening", title={"en": "Opening"}, extra={"unseen": 4}),
                dp.Session(id="se2", kind="closing", title={"en": "Closing"}),
            ],
        )
    ],
)


def read(edit: Edit, **options: Any) -> tuple[dp.Dossier, dp.DocxReport]:
    """Return the dossier after somebody edited its Word file."""
    document = docx.Document(io.BytesIO(dp.dumps(DOSSIER, "docx", **options)))
    edit(document)
    saved = io.BytesIO()
    document.save(saved)
    record, report = dp.read_docx(io.BytesIO(saved.getvalue()))
    assert isinstance(record, dp.Dossier)
    return record, report


def table(document: Document, head: str) -> Any:
    """Return the table whose first cell says this."""
    return next(each for each in document.tables if each.rows[0].cells[0].text == head)


def put(cell: Any, words: str) -> None:
    """Write over the words of a cell as Word does, its bookmark kept."""
    runs = cell.paragraphs[0].runs
    runs[0].text = words
    for each in runs[1:]:
        each.text = ""


def partnerships(dossier: dp.Dossier) -> list[tuple[str, list[str]]]:
    """Return who is partner of the meeting, and how."""
    held = dossier.conferences[0]
    return [(each.partner, [str(role) for role in each.roles]) for each in held.partnerships]


def test_a_role_is_called_otherwise() -> None:
    """The name of a role in a cell goes back to the choice that it names."""
    record, report = read(lambda d: put(table(d, "Partner").rows[2].cells[1], "Patron"))
    assert partnerships(record)[1] == ("kw", ["patron"])
    assert record.conferences[0].partnerships[1].sources
    [item] = report.items
    assert (item.kind, item.path) == ("edited", "$.conferences[0].partnerships[1].roles")


def test_dates_are_written_otherwise() -> None:
    """Dates in words go back to the dates that they are."""

    def edit(document: Document) -> None:
        cells = [c for t in document.tables for r in t.rows for c in r.cells]
        put(next(each for each in cells if each.text == "3 and 4 May 2018"), "4 and 5 May 2018")

    record, _ = read(edit)
    assert record.conferences[0].dates == dp.DateSpan.parse("2018-05-04/2018-05-05")


def test_the_name_of_a_partner_is_that_of_the_partner() -> None:
    """A name that is shown in many places is one text of the record."""
    record, _ = read(lambda d: put(table(d, "Partner").rows[1].cells[0], "Tajikistan"))
    assert record.partner("tj").name["en"] == "Tajikistan"


def test_a_new_row_is_a_new_record() -> None:
    """It is read column by column; who is not known yet becomes a partner, and is reported."""

    def edit(document: Document) -> None:
        cells = table(document, "Partner").add_row().cells
        for cell, words in zip(cells, ("Republic of Kazakhstan", "Participant"), strict=False):
            cell.text = words

    record, report = read(edit)
    assert partnerships(record)[-1] == ("republic-of-kazakhstan", ["participant"])
    assert record.partner("republic-of-kazakhstan").name["en"] == "Republic of Kazakhstan"
    assert partnerships(record)[:-1] == partnerships(DOSSIER)
    assert [each.kind for each in report] == ["new", "new"]


def test_a_known_name_in_a_new_row_is_who_it_names() -> None:
    """A name of the record in a new row refers to what has it."""

    def edit(document: Document) -> None:
        cells = table(document, "Partner").add_row().cells
        cells[0].text, cells[1].text = "State of Kuwait", "Patron"

    record, _ = read(edit)
    assert partnerships(record)[-1] == ("kw", ["patron"])
    assert len(record.partners) == len(DOSSIER.partners)


def test_rows_are_removed_and_moved() -> None:
    """What a row does not show goes with it, and stays with it."""

    def edit(document: Document) -> None:
        partners = table(document, "Partner")
        first, second, third = (each._tr for each in partners.rows[1:])
        third.addnext(first)
        partners._tbl.remove(second)

    record, report = read(edit)
    held = record.conferences[0].partnerships
    assert [each.partner for each in held] == ["unoct", "tj"]
    assert [dict(each.extra) for each in held] == [{"unseen": 3}, {"unseen": 1}]
    assert {each.kind for each in report} == {"moved", "removed"}


def test_what_is_referred_to_is_not_lost() -> None:
    """A row of something that others refer to cannot go: it stays, and that is reported."""

    def edit(document: Document) -> None:
        partners = table(document, "Name")
        partners._tbl.remove(partners.rows[1]._tr)

    record, report = read(edit)
    assert record == DOSSIER
    assert [each.kind for each in report] == ["unplaced"]


def test_participants_and_programme() -> None:
    """Papers whose rows gather several records are read back too."""

    def edit(document: Document) -> None:
        cells = [c for t in document.tables for r in t.rows for c in r.cells]
        put(next(each for each in cells if each.text == "Supporter"), "Patron")

    record, _ = read(edit, kind="participants", select="c1")
    assert partnerships(record)[1] == ("kw", ["patron"])

    def rename(document: Document) -> None:
        runs = [
            run
            for t in document.tables
            for r in t.rows
            for c in r.cells
            for p in c.paragraphs
            for run in p.runs
        ]
        named = [each for each in runs if "Closing" in each.text]
        named[-1].text = named[-1].text.replace("Closing", "Closing ceremony")

    record, report = read(rename, kind="programme", select="c1")
    assert [each.id for each in record.conferences[0].sessions] == ["se1", "se2"]
    assert report.origin == "ours"


@pytest.mark.parametrize("words", ["Nonsense", "Whatever it is"])
def test_what_names_nothing_is_reported(words: str) -> None:
    """Words that no value shows itself as are not guessed at, and not passed over."""
    document = docx.Document(io.BytesIO(dp.dumps(DOSSIER, "docx")))
    put(table(document, "Partner").rows[2].cells[1], words)
    saved = io.BytesIO()
    document.save(saved)
    record, report = dp.read_docx(io.BytesIO(saved.getvalue()))
    assert record == DOSSIER
    [item] = report.of("unplaced")
    assert item.after == words
    with pytest.raises(dp.InvalidError, match=words):
        dp.loads(saved.getvalue())


def test_a_fact_whose_row_is_gone_is_removed_and_reported() -> None:
    """A row of facts that is deleted takes the fact out of the record, and the report says so."""
    theme, phase = {"en": "A theme"}, {"en": "First phase"}
    held = dp.Conference(id="c", title={"en": "Meeting"}, theme=theme, phase=phase)
    dossier = dp.Dossier(conferences=[held])
    record, report = edited(dossier, lambda page: drop(row_saying(page, "First phase")))
    assert record == dp.Dossier(conferences=[held.evolve(phase={})])
    (told,) = report
    assert (told.kind, told.path) == ("removed", "$.conferences[0].phase.en")


def test_a_table_that_is_gone_is_reported() -> None:
    """Where a whole table of facts is gone, the report says so, and the facts are kept."""
    held = dp.Conference(id="c", title={"en": "Meeting"}, phase={"en": "First phase"})
    dossier = dp.Dossier(conferences=[held])
    record, report = edited(dossier, lambda page: drop(page.tables[0]._tbl))
    assert record == dossier
    assert [(each.kind, each.before) for each in report] == [("unplaced", "Phase | First phase")]


def _partner(id_: str, name: str) -> dp.Partner:
    return dp.Partner(id=id_, name={"en": name}, kind="state")


#: Its participants are listed by name, in another order than the record has them.
SORTED = dp.Dossier(
    title={"en": "A meeting"},
    partners=[
        *(_partner(each[0].lower(), each) for each in ("Zeta", "Alpha", "Mu", "Omicron", "Kappa"))
    ],
    people=[
        dp.Person(id="one", name={"en": "Person One"}),
        dp.Person(id="two", name={"en": "Person Two"}),
    ],
    conferences=[
        dp.Conference(
            id="c",
            title={"en": "Meeting"},
            partnerships=[
                dp.Partnership(partner="z", roles=["host"]),
                dp.Partnership(partner="a", roles=["supporter"]),
                dp.Partnership(partner="m", roles=["patron"]),
            ],
            officers=[
                dp.Officer(person="one", role="chair", on_behalf_of="o"),
                dp.Officer(person="two", role="vice-chair", on_behalf_of="m"),
            ],
        )
    ],
)
LISTED = {"kind": "participants", "select": "c"}


def _gone(page: Document, *names: str) -> None:
    for name in names:
        drop(row_saying(page, name))


@pytest.mark.parametrize(
    ("names", "partners", "officers"),
    [
        (("Omicron",), ["z", "a", "m"], ["two"]),
        (("Mu",), ["z", "a"], ["one"]),
        (("Alpha", "Mu"), ["z"], ["one"]),
        (("Zeta", "Omicron", "Alpha"), ["m"], ["two"]),
    ],
)
def test_rows_of_participants_are_removed(
    names: tuple[str, ...], partners: list[str], officers: list[str]
) -> None:
    """A row that is gone takes along all that it told of, be it but who acted; no other row."""
    record, report = edited(SORTED, lambda page: _gone(page, *names), **LISTED)
    (held,) = record.conferences
    assert [each.partner for each in held.partnerships] == partners
    assert [each.person for each in held.officers] == officers
    assert [each.kind for each in report] == ["removed"] * len(names)
    assert record.partners == SORTED.partners
    with_others = [each.note for each in report if each.before.startswith("Mu")]
    assert with_others == ["with $.conferences[0].officers[1]"] * ("Mu" in names)


def test_a_row_is_added_to_sorted_participants() -> None:
    """It is an item of the list that the rows show; where it stands, the layout decides."""

    def add(page: Document) -> None:
        cells = page.tables[0].add_row().cells
        cells[0].text, cells[1].text = "Kappa", "Observer"

    record, report = edited(SORTED, add, **LISTED)
    assert partnerships(record)[-1] == ("k", ["observer"])
    assert [(each.kind, each.path) for each in report] == [
        ("new", "$.conferences[0].partnerships[3]")
    ]


def test_a_row_is_moved_among_sorted_ones() -> None:
    """No record holds the order of rows that a layout sorts, and the report says so."""

    def move(page: Document) -> None:
        row_saying(page, "Zeta").addnext(row_saying(page, "Alpha"))

    record, report = edited(SORTED, move, **LISTED)
    assert record == SORTED
    assert [(each.kind, each.note) for each in report] == [
        ("unplaced", "the order of these rows is the layout's")
    ]


@pytest.mark.parametrize(
    ("said", "typed", "kind"),
    [
        ("Partner", "Pertner", "unplaced"),
        ("Co-organizer", "Co-organising", "unplaced"),
        ("Supporter", "Patron", "edited"),
    ],
)
def test_words_of_the_layout_are_known_after_few_pages(
    monkeypatch: pytest.MonkeyPatch, said: str, typed: str, kind: str
) -> None:
    """Whether words show a value is asked of all values at once, not of one after the other."""
    shown: list[object] = []

    def counted(*given: Any) -> Any:
        shown.append(given)
        return page_of(*given)

    monkeypatch.setattr(expected, "page_of", counted)

    def edit(document: Document) -> None:
        cells = [c for t in document.tables for r in t.rows for c in r.cells]
        put(next(each for each in cells if each.text == said), typed)

    _, report = read(edit)
    assert [each.kind for each in report] == [kind]
    assert len(shown) < 20


def test_a_note_that_is_not_the_records_changes_no_value() -> None:
    """Where the words of a layout are as they were, no value is looked for that leaves them so."""

    def edit(document: Document) -> None:
        cells = [c for t in document.tables for r in t.rows for c in r.cells]
        run = next(each for each in cells if each.text == "Supporter").paragraphs[0].runs[0]
        run._r.addnext(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'))

    record, report = read(edit)
    assert record == DOSSIER
    assert not report.of("edited")
