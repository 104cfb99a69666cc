"""Papers that are edited in LibreOffice beyond their text: columns, annexes, heads, closings."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from editing.bed import AUTHOR
from editing.compare import is_equal
from hypothesis import settings

import dushanbe_process as dp
from dushanbe_process.model.body import Body, Paragraph
from dushanbe_process.model.documents import (
    Adoption,
    AgendaItem,
    Declaration,
    LanguageVersion,
    Masthead,
)
from dushanbe_process.reports.conventions.numbering import list_number

if TYPE_CHECKING:
    from editing.office import Office

#: Changes tracked and not; where time is short, every test has them one way.
BOTH = settings().max_examples >= 1000


def tracked_or_not(*, tracked: bool) -> pytest.MarkDecorator:
    """Run a test with changes tracked or not, or, where there is time, both ways."""
    ways = [tracked, not tracked] if BOTH else [tracked]
    names = ["tracked" if each else "untracked" for each in ways]
    return pytest.mark.parametrize("tracked", ways, ids=names)


class Desk:
    """Where papers are written, edited and read."""

    def __init__(self, office: Office) -> None:
        """Take a LibreOffice."""
        self.office = office

    def edited(
        self, record: Any, *edits: dict[str, Any], tracked: bool, **how: Any
    ) -> tuple[Any, dp.DocxReport]:
        """Make edits in the paper of a record; return what is then read, and the report."""
        path, target = (self.office.folder / name for name in ("paper.docx", "edited.docx"))
        dp.write(record, path, **how)
        job: dict[str, Any] = {"open": str(path), "save": str(target), "edits": list(edits)}
        self.office.do(**job, **({"track": AUTHOR} if tracked else {}))
        read, report = dp.read_docx(io.BytesIO(target.read_bytes()))
        assert report.origin == "ours"
        return read, report


@pytest.fixture
def desk(office: Office) -> Desk:
    """Return a desk with a LibreOffice."""
    return Desk(office)


def line(text: str) -> dict[str, Any]:
    """Return the place of the line that says this."""
    return {"text": text}


def typed(words: str, after: str) -> dict[str, Any]:
    """Return the edit that types words at the end of a line."""
    return {"do": "type", "place": line(after), "at": len(after), "text": words}


def replaced(old: str, new: str, words: str) -> dict[str, Any]:
    """Return the edit that types over some of the words of a line."""
    begin = words.index(old)
    where = {"place": line(words), "begin": begin, "end": begin + len(old)}
    return {"do": "replace", **where, "text": new}


def in_cell(table: str, row: int, column: int, old: str, new: str) -> dict[str, Any]:
    """Return the edit that types over words of a cell, of the table that begins so."""
    return {"do": "word", "table": table, "row": row, "column": column, "old": old, "new": new}


def paragraphs(*texts: str, unseen: str = "") -> list[Paragraph]:
    """Return numbered paragraphs with these texts, each with something that no page shows."""
    extra = {"unseen": unseen} if unseen else {}
    return [Paragraph(number=f"{n}.", text=text, extra=extra) for n, text in enumerate(texts, 1)]


def version(language: str, *texts: str) -> LanguageVersion:
    """Return a text of numbered paragraphs in a language."""
    body = Body(operative=paragraphs(*texts, unseen=language))
    return LanguageVersion(language=language, body=body)


def declaration(*versions: LanguageVersion, **more: Any) -> Declaration:
    """Return a declaration with these texts."""
    titles = {"en": "Test", "fr": "Essai", "ru": "Проба", "ar": "تجربة"}
    return Declaration(id="test", title=titles, versions=versions, note="unseen", **more)


LEFT = ("Decide to meet;", "Go.")
RIGHTS = {
    "fr": ("Décidons de siéger;", "Allons."),
    "ru": ("Постановляем встретиться;", "Идем."),
    "ar": ("نقرر أن نجتمع؛", "نمضي."),
}
OTHER = pytest.mark.parametrize("other", RIGHTS)


def columns(left: tuple[str, ...], other: str, right: tuple[str, ...]) -> Declaration:
    """Return a declaration in English and another language."""
    return declaration(version("en", *left), version(other, *right))


@OTHER
@tracked_or_not(tracked=True)
def test_words_in_two_columns(desk: Desk, other: str, *, tracked: bool) -> None:
    """Words that are edited on the left and on the right go back to their own texts."""
    right = RIGHTS[other]
    last = right[1].removesuffix(".")
    read, report = desk.edited(
        columns(LEFT, other, right),
        in_cell("1.\tDecide to meet;", 0, 0, "meet", "sit"),
        in_cell("1.\tDecide to sit;", 1, 1, last, f"{last} {right[0][:4]}"),
        second_language=other,
        tracked=tracked,
    )
    changed = (right[0], f"{last} {right[0][:4]}.")
    is_equal(read, columns(("Decide to sit;", "Go."), other, changed))
    assert [each.kind for each in report.of("edited", "unplaced")] == ["edited", "edited"]


@OTHER
@tracked_or_not(tracked=False)
def test_a_row_added_to_two_columns(desk: Desk, other: str, *, tracked: bool) -> None:
    """A row that is inserted below and filled is a paragraph of each text."""
    right = RIGHTS[other]
    new = {"do": "insert_row", "table": "1.\tDecide to meet;", "row": 1, "where": "after"}
    texts = ["3.\tStay.", f"3.\t{right[1]}"]
    read, report = desk.edited(
        columns(LEFT, other, right), {**new, "texts": texts}, second_language=other, tracked=tracked
    )
    said = [[str(e.text) for e in each.body.operative] for each in read.versions]
    assert said == [[*LEFT, "Stay."], [*right, right[1]]]
    numbers = [[e.number for e in each.body.operative] for each in read.versions]
    assert numbers == [["1.", "2.", "3."]] * 2
    assert not report.of("unplaced", "edited", "removed")


@OTHER
@tracked_or_not(tracked=True)
def test_a_row_removed_from_two_columns(desk: Desk, other: str, *, tracked: bool) -> None:
    """A row that is deleted takes its paragraph out of each text."""
    right = RIGHTS[other]
    gone = {"do": "drop_row", "table": "1.\tDecide to meet;", "row": 1}
    read, report = desk.edited(
        columns(LEFT, other, right), gone, second_language=other, tracked=tracked
    )
    is_equal(read, columns(LEFT[:1], other, right[:1]))
    assert [each.kind for each in report.of("removed", "unplaced")] == ["removed", "removed"]


@OTHER
@tracked_or_not(tracked=True)
def test_first_paragraphs_of_a_column(desk: Desk, other: str, *, tracked: bool) -> None:
    """What is typed beside a text, where the other language has none, begins that text."""
    right = RIGHTS[other]
    fill = [
        {"do": "fill", "table": "1.\tDecide to meet;", "row": n, "column": 1, "text": text}
        for n, text in enumerate((f"1.\t{right[0]}", f"2.\t{right[1]}"))
    ]
    read, report = desk.edited(
        columns(LEFT, other, ()), *fill, second_language=other, tracked=tracked
    )
    first, second = read.versions
    assert first == version("en", *LEFT)
    assert [(e.number, str(e.text)) for e in second.body.operative] == [
        ("1.", right[0]),
        ("2.", right[1]),
    ]
    assert [each.kind for each in report.of("new", "unplaced")] == ["new", "new"]


ABSENT = "The text is not included in the record."


@pytest.mark.parametrize("second", [None, "fr"], ids=["one language", "two languages"])
@pytest.mark.parametrize("way", ["over", "beside"])
@tracked_or_not(tracked=True)
def test_first_paragraphs_of_a_paper(
    desk: Desk, way: str, second: str | None, *, tracked: bool
) -> None:
    """Where no language of a paper has a text, what is typed is that of the first."""
    words = "We begin here and now.\n1.\tDecide to meet;"
    edit = {"do": "retype", "place": line(ABSENT), "text": words}
    edit = edit if way == "over" else typed(f"\n{words}", ABSENT)
    record = declaration(LanguageVersion(language="en"), LanguageVersion(language="fr"))
    read, report = desk.edited(record, edit, second_language=second, tracked=tracked)
    body = Body(
        operative=[
            Paragraph(text="We begin here and now."),
            Paragraph(number="1.", lead="Decide", text="Decide to meet;"),
        ]
    )
    first, other = record.versions
    is_equal(read, record.evolve(versions=[first.evolve(body=body), other]))
    assert not report.of("unplaced")


INNER = declaration(version("en", *LEFT)).evolve(id="inner", title={"en": "Inner"})
EMPTY = Declaration(id="empty", title={"en": "Empty"}, note="unseen")
ANNEXED = declaration(version("en", "Note the plan."), annexes=[INNER, EMPTY])


@tracked_or_not(tracked=True)
def test_an_annex(desk: Desk, *, tracked: bool) -> None:
    """Title and clauses of a document within are edited; what is added stands in its text."""
    read, report = desk.edited(
        ANNEXED,
        replaced("Inner", "Outer", "Inner"),
        replaced("meet", "sit", "Decide to meet;"),
        typed("\nUrge all to go;", "Decide to sit;"),
        tracked=tracked,
    )
    first, second = INNER.versions[0].body.operative
    made = [
        first.evolve(text="Decide to sit;"),
        Paragraph(number="2.", lead="Urge", text="Urge all to go;"),
        second.evolve(number="3."),
    ]
    (inside,) = INNER.versions
    inner = INNER.evolve(title={"en": "Outer"}, versions=[inside.evolve(body=Body(operative=made))])
    is_equal(read, ANNEXED.evolve(annexes=[inner, EMPTY]))
    assert not report.of("unplaced")


@pytest.mark.parametrize("way", ["over", "beside"])
@tracked_or_not(tracked=False)
def test_first_paragraphs_of_an_annex(desk: Desk, way: str, *, tracked: bool) -> None:
    """What is typed into an annex that has no text is the text of that annex."""
    words = "We begin here and now.\n1.\tDecide to meet;"
    edit = {"do": "retype", "place": line(ABSENT), "text": words}
    edit = edit if way == "over" else typed(f"\n{words}", ABSENT)
    read, report = desk.edited(ANNEXED, edit, tracked=tracked)
    body = Body(
        operative=[
            Paragraph(text="We begin here and now."),
            Paragraph(number="1.", lead="Decide", text="Decide to meet;"),
        ]
    )
    begun = EMPTY.evolve(versions=[LanguageVersion(language="en", body=body)])
    is_equal(read, ANNEXED.evolve(annexes=[INNER, begun]))
    assert [each.path for each in report.of("new")] == [
        f"$.annexes[1].versions[0].body.operative[{n}]" for n in (0, 1)
    ]
    assert not report.of("unplaced")


MASTHEAD = Masthead(
    organ={"en": "General Assembly"},
    session={"en": "Seventy-eighth session"},
    agenda_items=[AgendaItem(number="7", title={"en": "Borders"})],
    date="2024-05-06",
)
HEADED = declaration(
    version("en", "Note the plan."),
    symbols=["A/CONF.1/2"],
    masthead=MASTHEAD,
    adoption=Adoption(date="2024-05-07", meeting={"en": "82nd plenary meeting"}),
)


@tracked_or_not(tracked=True)
def test_a_head(desk: Desk, *, tracked: bool) -> None:
    """Symbol and date in the head, session and agenda item below it, and the title are edited."""
    read, report = desk.edited(
        HEADED,
        in_cell("", 0, 2, "1/2", "1/3"),
        in_cell("", 1, 2, "6 May", "8 May"),
        replaced("eighth", "ninth", "Seventy-eighth session"),
        replaced("Borders", "Bridges", "Borders"),
        replaced("Test", "Trial", "Test"),
        tracked=tracked,
    )
    head = MASTHEAD.evolve(
        session={"en": "Seventy-ninth session"},
        agenda_items=[AgendaItem(number="7", title={"en": "Bridges"})],
        date="2024-05-08",
    )
    title = {**HEADED.title, "en": "Trial"}
    is_equal(read, HEADED.evolve(symbols=["A/CONF.1/3"], masthead=head, title=title))
    assert {each.after for each in report.of("unplaced")} <= {"A/CONF.1/2"}


CLOSINGS = {
    "en": "Done at Dushanbe on 4 May 2018.",
    "ru": "Совершено в Душанбе 4 мая 2018 года.",
    "ar": "حرر في دوشنبه في 4 أيار/مايو 2018.",
}


@pytest.mark.parametrize("language", CLOSINGS)
@pytest.mark.parametrize("style", ["Standard", "Body Text Single"])
@tracked_or_not(tracked=False)
def test_a_closing_is_typed(desk: Desk, language: str, style: str, *, tracked: bool) -> None:
    """A line in the style of running text after the last clause closes the text."""
    clause = RIGHTS.get(language, LEFT)[0]
    number = list_number(0, 1, language)
    body = Body(operative=[Paragraph(number=number, text=clause)])
    record = declaration(LanguageVersion(language=language, body=body))
    words = CLOSINGS[language]
    read, report = desk.edited(
        record,
        typed(f"\n{words}", clause),
        {"do": "style", "place": line(words), "name": style},
        language=language,
        tracked=tracked,
    )
    (kept,) = record.versions
    body = body.evolve(closing=[Paragraph(text=words)])
    is_equal(read, record.evolve(versions=[kept.evolve(body=body)]))
    assert [each.path for each in report.of("new")] == ["$.versions[0].body.closing[0]"]


@tracked_or_not(tracked=False)
def test_numbers_that_are_typed(desk: Desk, *, tracked: bool) -> None:
    """Where Word does not count, a new paragraph has the number that is typed, or none."""
    first, second = RIGHTS["ar"]
    read, report = desk.edited(
        declaration(version("ar", first, second)),
        typed(f"\n3.\t{second}\n{first}", f"2.\t{second}"),
        language="ar",
        tracked=tracked,
    )
    clauses = read.versions[0].body.operative
    said = [(each.number, str(each.text)) for each in clauses]
    assert said == [("1.", first), ("2.", second), ("3.", second), (None, first)]
    notes = [each.note for each in report.of("new")]
    assert notes == ["", "no number was typed before it"]
