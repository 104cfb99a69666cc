"""Edits of whatever a paper shows flow back: signatures, heads, columns, annexes, first texts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from editing.compare import is_equal
from editing.hands import after, drop, line_saying, put, reword, row_after

import dushanbe_process as dp
from dushanbe_process.model.body import Body, ClauseStyle, Marker, Paragraph
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


def declaration(body: Body, **more: Any) -> Declaration:
    """Return a declaration in English with a text."""
    versions = [LanguageVersion(language="en", body=body)]
    return Declaration(id="test", title={"en": "Test"}, versions=versions, **more)


def edited(record: dp.Document, hand: Callable[[Page], Any], **how: Any) -> tuple[Any, Any]:
    """Return what a file is read as in which somebody made an edit, and the report."""
    page = docx.Document(io.BytesIO(dp.dumps(record, "docx", **how)))
    hand(page)
    saved = io.BytesIO()
    page.save(saved)
    return dp.read_docx(io.BytesIO(saved.getvalue()))


def kinds(report: Any) -> list[str]:
    """Return the kinds of what a report says."""
    return [each.kind.value for each in report]


def _with(record: Declaration, *operative: Paragraph) -> Declaration:
    (version,) = record.versions
    body = version.body.evolve(operative=operative)
    return record.evolve(versions=[version.evolve(body=body)])


CHAPEAU = Paragraph(
    number="1.",
    text="Call upon all to:",
    children=[Paragraph(number="(a)", text="Go;"), Paragraph(number="(b)", text="Come;")],
    wrap_up="as soon as they can;",
)
WRAPPED = declaration(Body(operative=[CHAPEAU, Paragraph(number="2.", text="Part.")]))


def test_words_after_subparagraphs_are_edited() -> None:
    """What stands after sub-paragraphs goes back to its paragraph."""
    record, report = edited(WRAPPED, lambda page: reword(page, "as soon", "soon", "late"))
    changed = CHAPEAU.evolve(wrap_up="as late as they can;")
    is_equal(record, _with(WRAPPED, changed, WRAPPED.versions[0].body.operative[1]))
    assert kinds(report) == ["edited"]


def test_words_after_subparagraphs_are_removed() -> None:
    """Without them the paragraph ends with what stands below it."""
    record, report = edited(WRAPPED, lambda page: drop(line_saying(page, "as soon")))
    is_equal(
        record, _with(WRAPPED, CHAPEAU.evolve(wrap_up=()), WRAPPED.versions[0].body.operative[1])
    )
    assert kinds(report) == ["removed"]


def test_a_subparagraph_is_added_before_words_after_it() -> None:
    """A new sub-paragraph stands below the paragraph, its number counted."""
    record, _ = edited(WRAPPED, lambda page: after(line_saying(page, "Come;"), "Stay;"))
    below = [*CHAPEAU.children, Paragraph(number="(c)", text="Stay;")]
    wanted = _with(WRAPPED, CHAPEAU.evolve(children=below), WRAPPED.versions[0].body.operative[1])
    is_equal(record, wanted)


BRACKETED = declaration(
    Body(
        operative=[
            Paragraph(number="2.", text="Decide to meet."),
            Paragraph(number="2 bis.", text="Also decide to part.", bracketed=True),
        ]
    )
)
PLAIN, NOT_AGREED = BRACKETED.versions[0].body.operative


@pytest.mark.parametrize(
    ("hand", "wanted"),
    [
        (
            lambda page: reword(page, "Also decide", "decide", "agree"),
            [PLAIN, NOT_AGREED.evolve(text="Also agree to part.")],
        ),
        (
            lambda page: put(line_saying(page, "Also"), "2 bis.\tAlso decide to part."),
            [PLAIN, NOT_AGREED.evolve(bracketed=False)],
        ),
        (
            lambda page: put(line_saying(page, "Decide to"), "2.\t[Decide to meet.]"),
            [PLAIN.evolve(bracketed=True), NOT_AGREED],
        ),
        (
            lambda page: reword(page, "Also decide", "bis", "ter"),
            [PLAIN, NOT_AGREED.evolve(number="2 ter.")],
        ),
        (
            lambda page: after(line_saying(page, "Also"), "5 bis.\t[Ask for a report;]"),
            [
                PLAIN,
                NOT_AGREED,
                Paragraph(number="5 bis.", text="Ask for a report;", bracketed=True),
            ],
        ),
        (lambda page: drop(line_saying(page, "Also")), [PLAIN]),
    ],
    ids=["edited", "agreed", "bracketed", "renumbered", "added", "removed"],
)
def test_paragraphs_in_brackets_and_typed_numbers(
    hand: Callable[[Page], Any], wanted: list[Paragraph]
) -> None:
    """Square brackets around the whole say that it is not agreed; a typed number is its number."""
    record, report = edited(BRACKETED, hand)
    is_equal(record, _with(BRACKETED, *wanted))
    assert len(list(report)) == 1


DASHED = declaration(
    Body(
        formula="We, the participants,",
        operative=[Paragraph(text="commit to act;"), Paragraph(text="agree to go.")],
        operative_style=ClauseStyle(marker=Marker.DASH),
    )
)


def test_clauses_with_dashes() -> None:
    """A dash before a clause is no part of it, nor of one that is added."""
    first, last = DASHED.versions[0].body.operative
    record, _ = edited(DASHED, lambda page: reword(page, "commit", "act", "help"))
    is_equal(record, _with(DASHED, first.evolve(text="commit to help;"), last))
    record, report = edited(DASHED, lambda page: after(line_saying(page, "commit"), "– stay calm;"))
    is_equal(record, _with(DASHED, first, Paragraph(text="stay calm;"), last))
    assert kinds(report) == ["new"]


def _version(language: str, *texts: str) -> LanguageVersion:
    clauses = [Paragraph(number=f"{n + 1}.", text=each) for n, each in enumerate(texts)]
    return LanguageVersion(language=language, body=Body(operative=clauses))


def _bilingual(english: list[str], french: list[str]) -> Declaration:
    versions = [_version("en", *english), _version("fr", *french)]
    return Declaration(id="test", title={"en": "Test", "fr": "Essai"}, versions=versions)


TWO = _bilingual(["Decide to meet;", "Go."], ["Décidons de siéger;", "Allons."])


@pytest.mark.parametrize(
    ("hand", "wanted"),
    [
        (
            lambda page: reword(page, "Decide", "meet", "sit"),
            _bilingual(["Decide to sit;", "Go."], ["Décidons de siéger;", "Allons."]),
        ),
        (
            lambda page: reword(page, "siéger", "siéger", "parler"),
            _bilingual(["Decide to meet;", "Go."], ["Décidons de parler;", "Allons."]),
        ),
        (
            lambda page: row_after(page, "Go.", ["3.\tStay.", "3.\tRestons."]),
            _bilingual(
                ["Decide to meet;", "Go.", "Stay."], ["Décidons de siéger;", "Allons.", "Restons."]
            ),
        ),
        (
            lambda page: drop(line_saying(page, "Go.").getparent().getparent()),
            _bilingual(["Decide to meet;"], ["Décidons de siéger;"]),
        ),
    ],
    ids=["left", "right", "row added", "row removed"],
)
def test_two_columns(hand: Callable[[Page], Any], wanted: Declaration) -> None:
    """Each column of a paper in two languages goes back to its own text."""
    record, report = edited(TWO, hand, second_language="fr")
    is_equal(record, wanted)
    assert not report.of("unplaced")


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
            "6 May",
            "6 May",
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
                annexes=[_with(INNER, CLAUSES[0].evolve(text="Decide to sit;"), CLAUSES[1])]
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


RECORD = declaration(Body(operative=CLAUSES), note="unseen")
THIRD = Paragraph(number="3.", text="Third.")


def _repacked(record: Declaration, change: Callable[[str, bytes], bytes | None]) -> io.BytesIO:
    """Return the file of a record with its parts changed, or left out."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(dp.dumps(record, "docx"))) as archive,
        zipfile.ZipFile(made, "w") as target,
    ):
        for name in archive.namelist():
            data = change(name, archive.read(name))
            if data is not None:
                target.writestr(name, data)
    return io.BytesIO(made.getvalue())


def _without_marks(name: str, data: bytes) -> bytes:
    return re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", data) if name.endswith(".xml") else data


def _without_data(name: str, data: bytes) -> bytes | None:
    if name.startswith("customXml/"):
        return None
    return re.sub(rb"<(Relationship|Override) [^>]*customXml/[^>]*/>", b"", data)


def test_without_bookmarks() -> None:
    """A file whose bookmarks are gone is read by its words, and says so."""
    record, report = dp.read_docx(_repacked(RECORD, _without_marks))
    is_equal(record, RECORD)
    assert report.origin == "ours-marks-lost"


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
def test_without_data(*, marks: bool) -> None:
    """A file whose record is gone gives everything back with the record kept elsewhere."""

    def change(name: str, data: bytes) -> bytes | None:
        return _without_data(name, data if marks else _without_marks(name, data))

    record, report = dp.read_docx(_repacked(RECORD, change), base=RECORD)
    is_equal(record, RECORD)
    assert report.origin == "ours-data-lost"
    record, report = dp.read_docx(_repacked(RECORD, change))
    said = [str(each) for each in record.versions[0].body.blocks()]  # type: ignore[attr-defined]
    assert any("Decide to meet;" in each for each in said)
    assert report.origin == "ours-data-lost"
    assert report.of("guessed")


def test_the_carried_record_was_altered() -> None:
    """Where the carried record was changed and the page was not, the page wins; both are said."""

    def change(name: str, data: bytes) -> bytes:
        altered = data.replace(b"Go.", b"Stay.").replace(b"unseen", b"altered")
        return altered if name.startswith("customXml/item") else data

    record, report = dp.read_docx(_repacked(RECORD, change))
    is_equal(record, RECORD.evolve(note="altered"))
    assert kinds(report) == ["digest_mismatch", "edited"]


def test_the_record_changed_meanwhile() -> None:
    """Edits are merged onto a record that has changed itself; conflicts are reported."""

    def sit(page: Page) -> None:
        reword(page, "Decide", "meet", "sit")

    page = docx.Document(io.BytesIO(dp.dumps(RECORD, "docx")))
    sit(page)
    saved = io.BytesIO()
    page.save(saved)
    elsewhere = _with(RECORD, CLAUSES[0], CLAUSES[1].evolve(text="Stay.")).evolve(note="newer")
    record, report = dp.read_docx(io.BytesIO(saved.getvalue()), base=elsewhere)
    first = CLAUSES[0].evolve(text="Decide to sit;")
    is_equal(record, _with(elsewhere, first, CLAUSES[1].evolve(text="Stay.")))
    assert kinds(report) == ["edited"]
    elsewhere = _with(RECORD, CLAUSES[0].evolve(text="Decide to talk;"), CLAUSES[1])
    record, report = dp.read_docx(io.BytesIO(saved.getvalue()), base=elsewhere)
    is_equal(record, _with(RECORD, first, CLAUSES[1]))
    (conflict,) = report.of("conflict")
    assert "talk" in conflict.before
    assert "sit" in conflict.after


def _words(record: Any) -> list[str]:
    return [str(each.text) for each in record.versions[0].body.operative]


@pytest.mark.parametrize(
    ("hand", "elsewhere", "wanted", "told"),
    [
        (
            lambda page: reword(page, "Decide", "meet", "sit"),
            [*CLAUSES, THIRD],
            ["Decide to sit;", "Go.", "Third."],
            ["edited"],
        ),
        (
            lambda page: after(line_saying(page, "Decide"), "Ask."),
            [*CLAUSES, THIRD],
            ["Decide to meet;", "Ask.", "Go.", "Third."],
            ["new"],
        ),
        (
            lambda page: reword(page, "Decide", "meet", "sit"),
            CLAUSES[:1],
            ["Decide to sit;"],
            ["edited"],
        ),
        (lambda page: drop(line_saying(page, "Decide")), [*CLAUSES, THIRD], ["Go.", "Third."], []),
        (
            lambda page: drop(line_saying(page, "Decide")),
            [CLAUSES[0].evolve(text="Decide to talk;"), CLAUSES[1]],
            ["Go."],
            ["conflict"],
        ),
        (
            lambda page: reword(page, "Decide", "meet", "sit"),
            [CLAUSES[1]],
            ["Decide to sit;", "Go."],
            ["conflict"],
        ),
    ],
    ids=["grew", "both grew", "shrank", "removed and grew", "removed", "edited what is gone"],
)
def test_paragraphs_came_and_went_meanwhile(
    hand: Callable[[Page], Any], elsewhere: list[Paragraph], wanted: list[str], told: list[str]
) -> None:
    """Paragraphs that the record got or lost meanwhile stay and stay away; conflicts are told."""
    page = docx.Document(io.BytesIO(dp.dumps(RECORD, "docx")))
    hand(page)
    saved = io.BytesIO()
    page.save(saved)
    record, report = dp.read_docx(io.BytesIO(saved.getvalue()), base=_with(RECORD, *elsewhere))
    assert _words(record) == wanted
    assert {*told} <= {*kinds(report)}
    assert bool(report.of("conflict")) == ("conflict" in told)
