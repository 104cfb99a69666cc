"""Reports of conferences, programmes, lists of participants, accounts of a process."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given

import dushanbe_process as dp
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import (
    Bars,
    Block,
    Bullets,
    Facts,
    Grid,
    Heading,
    Masthead,
    Prose,
)
from dushanbe_process.reports.docx import render
from dushanbe_process.reports.labels import LANGUAGES, labels_of
from dushanbe_process.reports.layouts import lay_out
from dushanbe_process.reports.layouts.conference_report import conference_report
from dushanbe_process.reports.layouts.dossier_report import dossier_report
from dushanbe_process.reports.layouts.participants import participants
from dushanbe_process.reports.layouts.programme import programme
from dushanbe_process.reports.styles import house
from dushanbe_process.testing import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.reports.blocks import Paper

CONFERENCES = ("conference-report", "programme", "participants")
SUBJECTS = [
    *((kind, each.id) for kind in CONFERENCES for each in dp.sample().conferences),
    ("dossier", "dushanbe-process"),
]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Return each of the languages in turn."""
    return str(request.param)


@pytest.fixture(params=SUBJECTS, ids="-".join)
def paper(request: pytest.FixtureRequest, language: str) -> Paper:
    """Return each paper that can be made of the packaged dossier."""
    kind, subject = request.param
    return lay_out(dp.sample(), kind, language, select=subject)


def _said(block: Block) -> Iterator[str]:
    """Yield every text that a block prints."""
    match block:
        case Heading():
            yield str(block.text)
        case Prose():
            yield str(block.text)
            yield from (str(each.text) for each in block.text.footnotes)
        case Bullets():
            yield from map(str, block.items)
        case Facts():
            yield from (part for label, value in block.rows for part in (label, str(value)))
        case Grid():
            yield str(block.caption)
            yield from map(str, block.head)
            yield from (str(cell) for row in block.rows for cell in row)
        case Bars():
            yield from (part for name, _, words in block.rows for part in (name, words))


def _words(paper: Paper) -> str:
    return "\n".join(text for block in paper.blocks for text in _said(block))


def _squeezed(text: str) -> str:
    return re.sub("[^\\w]+", " ", text).strip().casefold()


def _inline(value: object) -> Iterator[InlineText]:
    """Yield every running text within a block."""
    if isinstance(value, InlineText):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _inline(each)
    elif isinstance(value, Prose):
        yield value.text
    elif isinstance(value, Bullets):
        yield from value.items
    elif isinstance(value, Facts | Grid):
        yield from _inline(value.rows)


def test_nothing_printed_is_empty(paper: Paper) -> None:
    """Every heading has words and something under it; every table and paragraph says something.

    A column is empty only where it is filled in another table with the same columns.
    """
    for block, after in pairwise(paper.blocks):
        if isinstance(block, Heading):
            assert str(block.text).strip()
            below = isinstance(after, Heading) and after.level > block.level
            assert below or isinstance(after, Prose | Bullets | Facts | Grid | Bars)
        if isinstance(block, Prose):
            assert str(block.text).strip()
        if isinstance(block, Facts):
            assert block.rows
            assert all(label.strip() and str(value).strip() for label, value in block.rows)
        if isinstance(block, Grid):
            assert block.rows
            assert len({len(block.head), len(block.widths), *map(len, block.rows)}) == 1
            alike = [each for each in paper.blocks if isinstance(each, Grid)]
            rows = [row for each in alike if each.head == block.head for row in each.rows]
            columns = zip(*rows, strict=True)
            assert all(any(str(cell).strip() for cell in column) for column in columns)


def test_headings_never_skip_a_level(paper: Paper) -> None:
    """A heading is at most one level below the one before it; the first is the title."""
    levels = [each.level for each in paper.blocks if isinstance(each, Heading)]
    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(second - first <= 1 for first, second in pairwise(levels))


def test_headings_are_numbered_in_order_and_never_alone(paper: Paper) -> None:
    """Headings of one level under one heading are numbered from first to last, two at least."""
    counts: dict[int, list[str | None]] = {}
    for block in [*paper.blocks, Heading(0, "end")]:
        if not isinstance(block, Heading):
            continue
        for level in [each for each in counts if each > block.level]:
            numbers = [each for each in counts.pop(level) if each is not None]
            wanted = [
                conventions.heading_number(level - 1, n, paper.language)
                for n in range(1, len(numbers) + 1)
            ]
            assert numbers == wanted
            assert len(numbers) != 1
        if block.text != "end":
            counts.setdefault(block.level, []).append(block.number)


def test_paragraphs_are_numbered_through_the_whole_paper(paper: Paper) -> None:
    """Paragraphs are counted from the first to the last; one that is alone has no number."""
    numbers = [
        each.number
        for each in paper.blocks
        if isinstance(each, Prose) and (each.anchor or "").startswith("paragraph-")
    ]
    wanted = [conventions.list_number(0, n, paper.language) for n in range(1, len(numbers) + 1)]
    assert numbers == (wanted if len(wanted) > 1 else [None] * len(wanted))


def test_no_words_of_another_language_are_among_the_labels(paper: Paper) -> None:
    """What the layout adds is in the language of the paper."""
    if paper.language not in {"ru", "ar", "zh", "tg"}:
        return
    labels = [str(each.text) for each in paper.blocks if isinstance(each, Heading)]
    for block in paper.blocks:
        if isinstance(block, Facts):
            labels += [label for label, _ in block.rows]
        if isinstance(block, Grid):
            heads = map(str, block.head)
            labels += [each for each in heads if not re.search(r"\d{4}$", each)]
    assert [each for each in labels if each.isascii()] == []


def test_text_of_another_language_says_in_which_it_is(language: str) -> None:
    """In a paper in another script, words of the record in English are marked as English."""
    if language not in {"ru", "ar", "zh", "tg"}:
        return
    made = lay_out(dp.sample(), "conference-report", language, select="dushanbe-2022")
    plain = [
        piece
        for block in made.blocks
        for text in _inline(block)
        for piece in text
        if isinstance(piece, str) and re.search("[A-Za-z]{3,} [a-z]{3,} ", piece)
    ]
    assert plain == []
    paragraphs = [each for each in made.blocks if isinstance(each, Prose) and each.number]
    assert {each.language for each in paragraphs} == {None, "en"}


@pytest.mark.parametrize("held", dp.sample().conferences, ids=lambda each: each.id)
def test_what_the_record_follows_is_in_the_report(held: dp.Conference, language: str) -> None:
    """Each figure followed, each partner and each outcome of a conference is in its report."""
    dossier = dp.sample()
    words = _words(lay_out(dossier, "conference-report", language, select=held.id))
    listing = _words(lay_out(dossier, "participants", language, select=held.id))
    figures = [each for each in held.attendance if each.preferred]
    for each in figures:
        said = conventions.quantity(each.quantity, language)
        assert said in words
        assert said in listing
    for partnership in held.partnerships:
        name = dossier.partner(partnership.partner).name.in_(language)
        assert name in words
        assert name in listing
    for outcome in held.outcomes:
        assert dossier.document(outcome).title.in_(language) in words
    for session in held.sessions:
        assert session.title.in_(language).casefold() in words.casefold()


def test_what_the_record_follows_is_in_the_dossier(language: str) -> None:
    """The account of a process has every conference, figure, partner, outcome and source."""
    dossier = dp.sample()
    words = _words(lay_out(dossier, "dossier", language, select="dushanbe-process"))
    for held in dossier.conferences:
        assert held.title.in_(language) in words
        for each in held.attendance:
            assert conventions.quantity(each.quantity, language) in words
        for partnership in held.partnerships:
            assert dossier.partner(partnership.partner).name.in_(language) in words
        for outcome in held.outcomes:
            assert dossier.document(outcome).title.in_(language) in words
    for source in dossier.sources:
        assert source.title.in_(language) in words
    for claim in dossier.claims:
        assert claim.question.in_(language) in words
        assert all(each.value.in_(language) in words for each in claim.values)
        assert claim.reason.in_(language) in words


def test_everything_shown_comes_from_the_record_or_the_labels() -> None:
    """Take away the words of the record and the labels: no word is left over."""
    dossier = dp.sample()
    known = {
        word
        for text in (*_strings(dp.unstructure(dossier)), *_strings(attrs.asdict(labels_of("en"))))
        for word in _squeezed(text).split()
    }
    months = set(_squeezed("May October November September April June March August").split())
    for kind, subject in SUBJECTS:
        words = _squeezed(_words(lay_out(dossier, kind, "en", select=subject))).split()
        names = {"i", "ii", "iii", "iv", "v", "tajikistan", "kuwait", "and", "english", "russian"}
        left = {each for each in words if not each.isdigit()} - known - months - names
        assert left == set()


def _strings(tree: object) -> Iterator[str]:
    """Yield all strings within a tree, keys left out."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for each in tree.values():
            yield from _strings(each)
    elif isinstance(tree, list | tuple):
        for each in tree:
            yield from _strings(each)


def test_sessions_stand_on_their_days_in_order() -> None:
    """A programme goes day by day and hour by hour; what has no day comes last."""
    held = dp.Conference(
        id="c",
        title="Conference",
        dates="2027-05-24/2027-05-25",
        sessions=[
            dp.Session(id="later", kind="closing"),
            dp.Session(id="b", kind="plenary", starts="2027-05-25T09:00"),
            dp.Session(
                id="a2", kind="thematic", starts="2027-05-24T14:00", ends="2027-05-24T15:30"
            ),
            dp.Session(id="a1", kind="opening", starts="2027-05-24T10:00"),
        ],
    )
    made = lay_out(held, "programme", "en")
    headings = [str(each.text) for each in made.blocks if isinstance(each, Heading)]
    days = ["Day 1: 24\N{NO-BREAK SPACE}May 2027", "Day 2: 25\N{NO-BREAK SPACE}May 2027"]
    assert headings == ["Programme", *days, "Date unknown"]
    times = [str(row[0]) for each in made.blocks if isinstance(each, Grid) for row in each.rows]
    assert times == ["10:00", "14:00–15:30", "09:00", "time to be announced"]


def test_a_programme_without_hours_has_no_column_for_them() -> None:
    """Where no hour is known nothing is announced: sessions stand beside what they are about."""
    held = dp.Conference(
        id="c", title="C", sessions=[dp.Session(id="s", kind="opening", title="A")]
    )
    tables = [each for each in lay_out(held, "programme", "en").blocks if isinstance(each, Grid)]
    assert [[str(name) for name in each.head] for each in tables] == [["Kind", "Programme"]]
    assert [[str(cell) for cell in row] for row in tables[0].rows] == [["Opening session", "A"]]


def test_a_statement_is_a_sentence() -> None:
    """What somebody said or did is told with its verb; a participle is given one."""
    dossier = dp.sample()
    made = lay_out(dossier, "statement", "en", select="st-voronkov-presenting")
    words = _words(made)
    assert ", made a statement, presenting the Co-Chair’s Summary" in words
    opened = _words(lay_out(dossier, "statement", "en", select="st-standfirst"))
    assert "High-Level Conference stresses the key role" in opened


def test_partners_stand_in_the_order_of_the_united_nations() -> None:
    """States come first, then the United Nations, then others; each in alphabetical order."""
    made = lay_out(dp.sample(), "participants", "en", select="dushanbe-2022")
    headings = [str(each.text) for each in made.blocks if isinstance(each, Heading)]
    assert headings[:4] == [
        "List of participants",
        "States",
        "United Nations entities",
        "Intergovernmental organizations",
    ]
    states = next(each for each in made.blocks if isinstance(each, Grid))
    assert [str(row[0]) for row in states.rows] == [
        "Kingdom of Saudi Arabia",
        "Republic of Tajikistan",
        "State of Qatar",
    ]


def test_a_delegation_has_its_head_and_its_members() -> None:
    """Those who came for a partner stand beside it, the head first."""
    dossier = dp.Dossier(
        partners=[dp.Partner(id="utopia", name="Republic of Utopia", kind="state")],
        people=[dp.Person(id="x", name="X", honorific="Ms."), dp.Person(id="y", name="Y")],
        conferences=[
            dp.Conference(
                id="c",
                title="Conference",
                delegations=[dp.Delegation(partner="utopia", head="x", members=["y"])],
            )
        ],
    )
    made = lay_out(dossier, "participants", "en", select="c")
    assert "Head of delegation: Ms. X\nY" in _words(made)


def test_a_conference_of_which_nothing_is_known_is_reported_as_such() -> None:
    """An empty record gives papers that say no more than its title."""
    held = dp.Conference(id="c", title="Conference")
    report = lay_out(held, "conference-report", "en")
    assert _words(report).split("\n") == ["Report of the Conference"]
    assert report.masthead == Masthead(organ="Conference")
    nothing = "The record holds no information on this."
    assert nothing in _words(lay_out(held, "programme", "en"))
    assert nothing in _words(lay_out(held, "participants", "en"))


@given(records(dp.Dossier))
def test_any_record_can_be_laid_out(dossier: dp.Dossier) -> None:
    """Whatever a dossier holds, every paper can be made of it, and set on pages."""
    made = [dossier_report(dossier, each, "ru") for each in dossier.processes]
    for held in dossier.conferences:
        for layout in (conference_report, programme, participants):
            made += [layout(dossier, held, language) for language in ("en", "ar")]
    for paper in made:
        assert render(paper, house("un")).packed()
