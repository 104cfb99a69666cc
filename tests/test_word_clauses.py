"""Edits of clauses of every kind flow back: bracketed, dashed, with others below, in columns."""

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
    row_after,
    row_saying,
    with_clauses,
)

from dushanbe_process.model.body import Body, ClauseStyle, Marker, Paragraph, Section, Table
from dushanbe_process.model.documents import (
    Declaration,
    LanguageVersion,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Page

    from dushanbe_process.model.body import Block

CHAPEAU = Paragraph(
    number="1.",
    text="Call upon all to:",
    children=[Paragraph(number="(a)", text="Go;"), Paragraph(number="(b)", text="Come;")],
    wrap_up="as soon as they can;",
)
PART = Paragraph(number="2.", text="Part.")
WRAPPED = declaration(Body(operative=[CHAPEAU, PART]))


def test_words_after_subparagraphs_are_edited() -> None:
    """What stands after sub-paragraphs goes back to its paragraph."""
    record, report = edited(WRAPPED, lambda page: reword(page, "as soon", "soon", "late"))
    changed = CHAPEAU.evolve(wrap_up="as late as they can;")
    is_equal(record, with_clauses(WRAPPED, changed, PART))
    assert kinds(report) == ["edited"]


def test_words_after_subparagraphs_are_removed() -> None:
    """Without them the paragraph ends with what stands below it."""
    record, report = edited(WRAPPED, lambda page: drop(line_saying(page, "as soon")))
    is_equal(
        record,
        with_clauses(WRAPPED, CHAPEAU.evolve(wrap_up=()), PART),
    )
    assert kinds(report) == ["removed"]


def test_a_subparagraph_is_added_before_words_after_it() -> None:
    """A new sub-paragraph stands below the paragraph, its number counted."""
    record, _ = edited(WRAPPED, lambda page: after(line_saying(page, "Come;"), "Stay;"))
    below = [*CHAPEAU.children, Paragraph(number="(c)", text="Stay;")]
    wanted = with_clauses(WRAPPED, CHAPEAU.evolve(children=below), PART)
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
    is_equal(record, with_clauses(BRACKETED, *wanted))
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
    is_equal(record, with_clauses(DASHED, first.evolve(text="commit to help;"), last))
    record, report = edited(DASHED, lambda page: after(line_saying(page, "commit"), "– stay calm;"))
    is_equal(record, with_clauses(DASHED, first, Paragraph(text="stay calm;"), last))
    assert kinds(report) == ["new"]


ALPHA, BETA, GAMMA, DELTA, OMEGA = (
    Paragraph(number=f"{n}.", text=f"{word};", extra={"unseen": word})
    for n, word in enumerate(("Alpha", "Beta", "Gamma", "Delta", "Omega"), 1)
)
LAST = OMEGA.evolve(number=None, text="Omega.")
CHAPTER = Section(heading="Chapter", children=[BETA, GAMMA.evolve(children=[DELTA])])
CHAPTERS = declaration(Body(operative=[ALPHA, CHAPTER, LAST]))


def _texts(block: Block) -> list[object]:
    """Return what blocks say, those below a block in a list after it."""
    if isinstance(block, Table):
        return []
    said = str(block.heading if isinstance(block, Section) else block.text)
    return [said, [each for below in block.children for each in _texts(below)]]


@pytest.mark.parametrize(
    ("moved", "before", "wanted"),
    [
        ("Alpha", "Gamma", ["Chapter", ["Beta;", [], "Alpha;", [], "Gamma;", ["Delta;", []]]]),
        ("Beta", "Alpha", ["Beta;", [], "Alpha;", [], "Chapter", ["Gamma;", ["Delta;", []]]]),
        (
            "Omega",
            "Gamma",
            ["Alpha;", [], "Chapter", ["Beta;", [], "Omega.", [], "Gamma;", ["Delta;", []]]],
        ),
    ],
)
def test_a_clause_moved_to_another_section(moved: str, before: str, wanted: list[object]) -> None:
    """It stands below the heading that it is seen under; what stood beyond it stays beyond."""

    def move(page: Page) -> None:
        line_saying(page, before).addprevious(line_saying(page, moved))

    read, report = edited(CHAPTERS, move)
    said = [each for block in read.versions[0].body.operative for each in _texts(block)]
    assert said == (wanted if moved == "Omega" else [*wanted, "Omega.", []])
    assert "moved" in kinds(report)
    assert not report.of("new", "removed", "unplaced")


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
            lambda page: drop(row_saying(page, "Go.")),
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
