"""Edits around a text flow back: signatures, heads, annexes, and the first words of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from editing.compare import is_equal
from editing.hands import (
    after,
    declaration,
    drop,
    edited,
    kinds,
    line_saying,
    put,
    reword,
    with_clauses,
)

from dushanbe_process.model.body import Body, Cell, Paragraph, Row, Table
from dushanbe_process.model.documents import (
    Adoption,
    AgendaItem,
    Declaration,
    LanguageVersion,
    Masthead,
    Signature,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Page

CLAUSES = (Paragraph(number="1.", text="Decide to meet;"), Paragraph(number="2.", text="Go."))
INNER = declaration(Body(operative=CLAUSES)).evolve(id="inner", title={"en": "Inner"})
ISSUED = declaration(
    Body(operative=[Paragraph(number="1.", text="Note the plan.")]),
    symbols=["A/RES/1/2"],
    masthead=Masthead(
        organ={"en": "General Assembly"},
        session={"en": "Seventy-eighth session"},
        agenda_items=[AgendaItem(number="7", title={"en": "Borders"})],
    ),
    adoption=Adoption(date="2024-05-06", meeting={"en": "82nd plenary meeting"}),
    signatures=[
        Signature(name={"en": "First Signatory"}, capacity={"en": "Minister"}, party="state-a"),
        Signature(name={"en": "Second Signatory"}, capacity={"en": "Chair"}),
    ],
    annexes=[INNER],
)
FIRST, SECOND = ISSUED.signatures


def _signed(*signatures: Signature) -> Declaration:
    return ISSUED.evolve(signatures=signatures)


@pytest.mark.parametrize(
    ("hand", "wanted", "kind"),
    [
        (
            lambda page: reword(page, "First", "First", "Third"),
            _signed(FIRST.evolve(name={"en": "Third Signatory"}), SECOND),
            "edited",
        ),
        (
            lambda page: reword(page, "Minister", "Minister", "Secretary"),
            _signed(FIRST.evolve(capacity={"en": "Secretary"}), SECOND),
            "edited",
        ),
        (lambda page: drop(line_saying(page, "First")), _signed(SECOND), "removed"),
        (
            lambda page: after(line_saying(page, "Second"), "(Signed) Third One\nClerk"),
            _signed(FIRST, SECOND, Signature(name={"en": "Third One"}, capacity={"en": "Clerk"})),
            "new",
        ),
        (
            lambda page: line_saying(page, "Second").addnext(line_saying(page, "First")),
            _signed(SECOND, FIRST),
            "moved",
        ),
    ],
    ids=["name", "capacity", "removed", "added", "moved"],
)
def test_signatures(hand: Callable[[Page], Any], wanted: Declaration, kind: str) -> None:
    """A line of signature is an item of the signatures, with what of it is not seen."""
    record, report = edited(ISSUED, hand)
    is_equal(record, wanted)
    assert kinds(report) == [kind]


MASTHEAD = ISSUED.masthead
assert MASTHEAD is not None


@pytest.mark.parametrize(
    ("words", "old", "new", "wanted"),
    [
        ("A/RES", "1/2", "1/3", ISSUED.evolve(symbols=["A/RES/1/3"])),
        (
            "Seventy",
            "eighth",
            "ninth",
            ISSUED.evolve(masthead=MASTHEAD.evolve(session={"en": "Seventy-ninth session"})),
        ),
        (
            "Borders",
            "Borders",
            "Bridges",
            ISSUED.evolve(
                masthead=MASTHEAD.evolve(
                    agenda_items=[AgendaItem(number="7", title={"en": "Bridges"})]
                )
            ),
        ),
        (
            "82nd",
            "82nd",
            "83rd",
            ISSUED.evolve(
                adoption=Adoption(date="2024-05-06", meeting={"en": "83rd plenary meeting"})
            ),
        ),
        (
            "6\N{NO-BREAK SPACE}May",
            "6\N{NO-BREAK SPACE}May",
            "7 May",
            ISSUED.evolve(
                adoption=Adoption(date="2024-05-07", meeting={"en": "82nd plenary meeting"})
            ),
        ),
        ("Inner", "Inner", "Outer", ISSUED.evolve(annexes=[INNER.evolve(title={"en": "Outer"})])),
        (
            "Decide",
            "meet",
            "sit",
            ISSUED.evolve(
                annexes=[with_clauses(INNER, CLAUSES[0].evolve(text="Decide to sit;"), CLAUSES[1])]
            ),
        ),
    ],
    ids=["symbol", "session", "item", "meeting", "date", "annex title", "annex clause"],
)
def test_what_stands_around_a_text(words: str, old: str, new: str, wanted: Declaration) -> None:
    """Heads, lines of adoption and documents within are edited where they are printed."""
    record, report = edited(ISSUED, lambda page: reword(page, words, old, new))
    is_equal(record, wanted)
    assert not report.of("unplaced")


def test_a_line_between_texts_is_of_none() -> None:
    """What is typed beside lines of adoption has no place in the record, and is reported."""
    record, report = edited(ISSUED, lambda page: after(line_saying(page, "82nd"), "A remark."))
    is_equal(record, ISSUED)
    assert [each.after for each in report.of("unplaced")] == ["A remark."]


EMPTY = Declaration(id="test", title={"en": "Test"}, date="2024")
ABSENT = "not included"


def _typed_over(page: Page) -> None:
    put(line_saying(page, ABSENT), "We begin.")
    after(line_saying(page, "We begin"), "1.\tDecide to meet;")


def _typed_beside(page: Page) -> None:
    after(line_saying(page, ABSENT), "We begin.")
    after(line_saying(page, "We begin"), "1.\tDecide to meet;")


def _typed_instead(page: Page) -> None:
    _typed_beside(page)
    drop(line_saying(page, ABSENT))


@pytest.mark.parametrize("hand", [_typed_over, _typed_beside, _typed_instead])
@pytest.mark.parametrize("versions", [(), [LanguageVersion(language="en", job_number="1")]])
def test_first_paragraphs(hand: Callable[[Page], None], versions: Any) -> None:
    """What is typed into a document that has no text is its text, in the language of the page."""
    record, report = edited(EMPTY.evolve(versions=versions), hand)
    clauses = [
        Paragraph(text="We begin."),
        Paragraph(number="1.", lead="Decide", text="Decide to meet;"),
    ]
    kept = versions[0] if versions else LanguageVersion(language="en")
    is_equal(record, EMPTY.evolve(versions=[kept.evolve(body=Body(operative=clauses))]))
    assert kinds(report) == ["new", "new"]
    assert [each.path for each in report][1] == "$.versions[0].body.operative[1]"


@pytest.mark.parametrize("typed", ["A/RES/1/3", "A/RES/1/2 2024"])
def test_figures_in_a_running_head(typed: str) -> None:
    """A figure typed in a running head is reported; the numbers of pages alone are nobody's."""

    def retype(page: Page) -> None:
        for running in page.sections[0].header.paragraphs:
            for run in running.runs:
                run.text = run.text.replace("A/RES/1/2", typed)

    _, report = edited(ISSUED, retype)
    assert [each.after for each in report.of("unplaced")] == [typed]


@pytest.mark.parametrize("below", [True, False])
def test_beside_a_table_that_is_the_whole_text(*, below: bool) -> None:
    """Words typed above or below a table are of its text, be it but a table."""
    table = Table(rows=[Row(cells=[Cell(text="A"), Cell(text="B")])])
    record = declaration(Body(operative=[table]))

    def type_beside(page: Page) -> None:
        line = page.add_paragraph("Typed beside.")
        if not below:
            page.tables[-1]._tbl.addprevious(line._p)

    read, report = edited(record, type_beside)
    assert [each.kind.value for each in report] == ["new"]
    said = [type(each) for each in read.versions[0].body.operative]
    assert said == ([Table, Paragraph] if below else [Paragraph, Table])


def test_a_text_typed_anew() -> None:
    """Where every paragraph was deleted and others are typed, these are the text."""
    record = declaration(Body(operative=CLAUSES))

    def retype(page: Page) -> None:
        for words in ("Alpha beta gamma.", "Delta epsilon."):
            page.add_paragraph(words)
        for line in list(page.paragraphs):
            if line.text in ("Decide to meet;", "Go."):
                drop(line._p)

    read, report = edited(record, retype)
    assert not report.of("unplaced")
    said = [
        str(each.text) for each in read.versions[0].body.blocks() if isinstance(each, Paragraph)
    ]
    assert said == ["Alpha beta gamma.", "Delta epsilon."]


TWO = declaration(Body(operative=CLAUSES))
TOLD = declaration(Body(operative=[Paragraph(text="We met."), Paragraph(text="We parted.")]))


@pytest.mark.parametrize(
    ("record", "typed", "added", "closing"),
    [
        (TWO, ["Done at Dushanbe."], [], ["Done at Dushanbe."]),
        (TWO, ["4 May 2018", "Dushanbe"], [], ["4 May 2018", "Dushanbe"]),
        (TWO, ["3. Also go;", "Done at Dushanbe."], ["Also go;"], ["Done at Dushanbe."]),
        (TWO, ["Urge all to go;"], ["Urge all to go;"], []),
        (TOLD, ["We met again."], ["We met again."], []),
        (TOLD, ["Done at Dushanbe."], [], ["Done at Dushanbe."]),
    ],
    ids=["done", "lines", "after a clause", "clause", "narrative", "narrative done"],
)
def test_what_closes_a_text(
    record: Declaration, typed: list[str], added: list[str], closing: list[str]
) -> None:
    """Lines in the style of running text after the last clause close a text, unless they go on."""

    def add(page: Page) -> None:
        for words in typed:
            page.add_paragraph(words)

    read, report = edited(record, add)
    (body,) = (each.body for each in read.versions)
    (old,) = (each.body for each in record.versions)
    assert body.operative[: len(old.operative)] == old.operative
    assert [str(each.text) for each in body.operative[len(old.operative) :]] == added
    assert [str(each.text) for each in body.closing] == closing
    assert kinds(report) == ["new"] * len(typed)
