"""What a reader of an official paper sees: lines that hold together, notes, columns, heads."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from editing.hands import edited, reword
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.model.body import Body, Cell, Paragraph, Row, Section, Table
from dushanbe_process.reports.blocks import Facts, Grid, Prose
from dushanbe_process.reports.direction import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, closed
from dushanbe_process.reports.layouts import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from dushanbe_process.reports.blocks import Paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = ("un", "osce", "government", "plain")
ISSUED = dp.Masthead(
    distribution=dp.Distribution.LIMITED, date="2012-04-12", original_languages=["ru"]
)


def _noted(words: str, note: str) -> dp.InlineText:
    return dp.InlineText(words, dp.footnote(note))


def _table(caption: dp.InlineText | str = "Attendance", head: str = "Venue") -> Table:
    heads = [Cell(text=_noted(head, "Of a head."), header=True), Cell(text="People", header=True)]
    cells = [Cell(text="Kokhi Somon"), Cell(text="900")]
    return Table(number="Table 1", caption=caption, rows=[Row(cells=heads), Row(cells=cells)])


def _letter(language: str = "en", **more: Any) -> dp.Letter:
    section = Section(
        number="I.",
        heading=_noted("Measures", "Of a heading."),
        children=[
            Paragraph(number="1.", text="Cooperate."),
            _table(_noted("Attendance", "Of a table.")),
        ],
    )
    version = dp.LanguageVersion(language=language, body=Body(operative=[section]))
    title = more.pop("title", {"en": "Letter"})
    return dp.Letter(id="letter", title=title, versions=[version], **more)


def _part(data: bytes, name: str = "document") -> etree.ElementBase:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def _paragraphs(data: bytes) -> dict[str, etree.ElementBase]:
    """Return the paragraphs of a file by their words."""
    return {
        "".join(paragraph.itertext(f"{W}t")): paragraph for paragraph in _part(data).iter(f"{W}p")
    }


def _is_kept(paragraph: etree.ElementBase) -> bool:
    """Say whether a paragraph stays on one page with the next."""
    own = paragraph.find(f"{W}pPr/{W}keepNext") is not None
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return own or (style is not None and style.get(f"{W}val") in {"TableKept", "TableHead"})


# ---------------------------------------------------------------- footnotes


@pytest.mark.parametrize("style", STYLES)
def test_notes_of_headings_tables_and_heads_are_at_the_foot(style: str) -> None:
    """A heading, the name of a table and the head of a column bear their notes as texts do."""
    data = dp.dumps(_letter(), "docx", style=style)
    bearing = {
        words
        for words, paragraph in _paragraphs(data).items()
        if paragraph.find(f".//{W}footnoteReference") is not None
    }
    assert {re.sub(r"^I\.", "", each).strip() for each in bearing} == {
        "Measures",
        "Table 1 Attendance",
        "Venue",
    }
    notes = "".join(_part(data, "footnotes").itertext(f"{W}t"))
    assert notes == "Of a heading.Of a table.Of a head."
    assert dp.loads(data) == _letter()


def test_notes_of_headings_lead_to_the_end_of_a_page_of_html() -> None:
    """In HTML the same notes are linked, there and back."""
    page = dp.report(_letter()).to_html()
    assert page.count('role="doc-noteref"') == page.count('role="doc-backlink"') == 3
    assert "Of a heading." in page


def test_a_note_of_a_heading_is_known_again_without_its_record(tmp_path: Path) -> None:
    """Where the record was dropped from the file, nothing of the notes is taken for an edit."""
    path = tmp_path / "letter.docx"
    dp.write(_letter(), path, embed=False)
    record, report = dp.read_docx(path, base=_letter())
    assert record == _letter()
    assert not list(report)


def test_a_heading_with_a_note_is_edited() -> None:
    """Who rewords a heading that bears a note changes the heading; the note stays."""
    record, _ = edited(_letter(), lambda page: reword(page, "Measures", "Measures", "Steps"))
    [section] = record.versions[0].body.operative
    assert section.heading == _noted("Steps", "Of a heading.")


# ---------------------------------------------------------------- pages


def test_a_table_keeps_the_sentence_before_and_the_remark_after_it() -> None:
    """No page ends between a sentence and its table, nor between a table and its remark.

    Nor does the rule under the end of a paper stand alone on a page: it ends the last table.
    """
    report = dp.report(dp.sample(), "conference-report", select="dushanbe-2022")
    body = list(_part(report.to_bytes())[0])
    before = [each for each, after in itertools.pairwise(body) if after.tag == f"{W}tbl"]
    sentences = [each for each in before if _style(each).startswith("Operative")]
    assert len(sentences) == 2
    assert all(map(_is_kept, sentences))
    for end, remark in itertools.pairwise(body[:-2]):
        if _style(end) == "TableEnd":
            assert _is_kept(end) == (_style(remark) == "Remark")
    table, rule, _ = body[-3:]
    assert table.tag == f"{W}tbl"
    assert rule.find(f".//{W}pBdr/{W}bottom") is not None
    assert all(map(_is_kept, list(table.iter(f"{W}tr"))[-1].iter(f"{W}p")))
    last = body[[_style(each) for each in body].index("Remark") - 2]
    assert all(map(_is_kept, last.iter(f"{W}p")))


def test_the_contents_are_a_field_that_numbers_pages_when_it_is_updated() -> None:
    """No page is numbered before Word has counted them; dots lead to where the number will be."""
    data = dp.report(dp.sample(), "dossier", select="dushanbe-process").to_bytes()
    entries = [each for each in _part(data).iter(f"{W}p") if _style(each).startswith("TOC")]
    [code] = {each.text for each in _part(data).iter(f"{W}instrText") if "TOC" in (each.text or "")}
    assert code.split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z"]
    first = "".join(entries[0].itertext(f"{W}t"))
    assert first == "I.Overview"
    assert len(list(entries[0].iter(f"{W}tab"))) == 2
    for style in _part(data, "styles").iter(f"{W}style"):
        if style.get(f"{W}styleId") in {"TOC1", "TOC2"}:
            assert style.find(f".//{W}tab[@{W}leader='dot'][@{W}val='right']") is not None


@pytest.mark.parametrize("language", ["en", "ru", "ar", "tg", "es"])
def test_no_line_ends_within_a_day_and_its_month(language: str) -> None:
    """In every paper the space between a day and its month is one that does not break."""
    report = dp.report(dp.sample(), "conference-report", select="dushanbe-2022", language=language)
    words = " ".join(
        "".join(each.itertext(f"{W}t")) for each in _part(report.to_bytes()).iter(f"{W}p")
    )
    assert "19\N{NO-BREAK SPACE}" in words
    assert not re.search(r"\b19 (?=[^\W\d])(?!(and|и|و|ва|y)\b)", words)


def test_dates_as_printed_are_no_edit() -> None:
    """Blanks that do not break are blanks to the reader, and who types others edits nothing."""

    def typed_anew(page: Any) -> None:
        reword(page, "6\N{NO-BREAK SPACE}May", "6\N{NO-BREAK SPACE}May", "6 May")

    adoption = dp.Adoption(date="2024-05-06", meeting={"en": "82nd meeting"})
    declaration = dp.Declaration(id="d", title={"en": "Declaration"}, adoption=adoption)
    record, report = edited(declaration, typed_anew)
    assert record == declaration
    assert not list(report)


# ---------------------------------------------------------------- from right to left


def test_numbers_of_sources_are_whole_and_in_order() -> None:
    """Sources are cited in the order of their list; in Arabic brackets stay with their number."""
    dossier = dp.sample()
    english = lay_out(dossier, "dossier", "en", select="dushanbe-process")
    [facts] = [each for each in english.blocks[:3] if isinstance(each, Facts)]
    cited = str(dict(facts.rows)["Sources"])
    numbers = [int(each) for each in re.findall(r"\[(\d+)\]", cited)]
    assert len(numbers) > 5
    assert numbers == sorted(numbers)
    arabic = lay_out(dossier, "dossier", "ar", select="dushanbe-process")
    [facts] = [each for each in arabic.blocks[:3] if isinstance(each, Facts)]
    whole = [f"{LEFT_TO_RIGHT_MARK}[{each}]{LEFT_TO_RIGHT_MARK}" for each in numbers]
    assert str(facts.rows[-1][1]) == f"{RIGHT_TO_LEFT_MARK}، ".join(whole)


def test_latin_names_do_not_draw_a_number_to_their_side() -> None:
    """After a Latin name an Arabic line goes on from right to left; other words need no mark."""
    assert closed("Kuwait City", "ar") == f"Kuwait City{RIGHT_TO_LEFT_MARK}"
    assert closed("الكويت", "ar") == "الكويت"
    assert closed("Kuwait City", "en") == "Kuwait City"
    paper = lay_out(dp.sample(), "dossier", "ar", select="dushanbe-process")
    said = [str(cell) for each in _blocks(paper, Grid) for row in each.rows for cell in row]
    assert f"Kuwait City{RIGHT_TO_LEFT_MARK}، الكويت" in said


def test_a_latin_name_in_an_arabic_line_is_edited() -> None:
    """Who replaces a Latin name in an Arabic paper edits the name, not the mark behind it."""
    how = {"kind": "dossier", "select": "dushanbe-process", "language": "ar"}
    words = f"Kuwait City{RIGHT_TO_LEFT_MARK}، الكويت"
    record, report = edited(
        dp.sample(), lambda page: reword(page, words, "Kuwait City", "مدينة الكويت"), **how
    )
    [held] = [each for each in record.conferences if each.id == "kuwait-2024"]
    assert str(held.venue.city) == "مدينة الكويت"
    assert not report.of("unplaced")


def test_each_column_of_two_languages_runs_its_own_way() -> None:
    """A table in the Arabic column is read from the right; a heading begins at the edge."""
    arabic = _letter("ar").versions[0]
    letter = _letter().evolve(versions=[*_letter().versions, arabic])
    columns = _part(dp.report(letter, language="en", second_language="ar").to_bytes())
    inner = list(columns.iterfind(f".//{W}tc//{W}tbl"))
    assert [each.find(f"{W}tblPr/{W}bidiVisual") is not None for each in inner] == [False, True]
    [headings] = {
        tuple(each.find(f"{W}pPr/{W}ind").attrib.values())
        for each in columns.iter(f"{W}p")
        if _style(each) == "Heading1"
    }
    assert set(headings) == {"0"}


def test_a_chinese_lead_phrase_is_bold_once() -> None:
    """A lead phrase that is bold by itself says so once beside another language."""
    told = {"en": "Recalls its resolution;", "zh": dp.InlineText(dp.strong("回顾"), "其决议；")}
    leads = {"en": "Recalls", "zh": "回顾"}
    versions = [
        dp.LanguageVersion(
            language=each,
            body=Body(operative=[Paragraph(number="1.", lead=leads[each], text=told[each])]),
        )
        for each in told
    ]
    report = dp.report(
        dp.Resolution(id="r", title="R", versions=versions), language="en", second_language="zh"
    )
    runs = _part(report.to_bytes()).iter(f"{W}rPr")
    assert max(len(each.findall(f"{W}b")) for each in runs) == 1


@pytest.mark.parametrize("style", STYLES)
def test_a_dash_stands_apart_from_its_clause(style: str) -> None:
    """Where a dash begins a clause, the words stand at a stop of their own."""
    data = dp.report(dp.sample(), "declaration", select="declaration-2018", style=style).to_bytes()
    [clause] = [
        each
        for each in _part(data, "styles").iter(f"{W}style")
        if each.get(f"{W}styleId") == "Preambular"
    ]
    indent, stop = clause.find(f".//{W}ind"), clause.find(f".//{W}tab")
    start = int(indent.get(f"{W}left")) + int(indent.get(f"{W}firstLine"))
    assert int(stop.get(f"{W}pos")) == start + 425


# ---------------------------------------------------------------- heads


def test_both_symbols_of_a_document_have_large_letters() -> None:
    """A document of two organs bears both symbols in the manner of the United Nations."""
    letter = _letter(symbols=["A/66/772", "S/2012/215"])
    large = [
        "".join(each.itertext(f"{W}t"))
        for each in _part(dp.dumps(letter, "docx")).iter(f"{W}r")
        if each.find(f"{W}rPr/{W}rStyle[@{W}val='SymbolLetter']") is not None
    ]
    assert large == ["A", "S"]


@pytest.mark.parametrize(
    ("symbols", "organ"),
    [
        (["A/77/621"], "General Assembly"),
        (["A/66/772–S/2012/215"], "General Assembly\nSecurity Council"),
        (["A/CONF.999/L.1"], ""),
        (["E/2024/5"], "Economic and Social Council"),
    ],
)
def test_the_organ_is_that_of_the_symbol(symbols: list[str], organ: str) -> None:
    """Where the record names no organ, the head names those whose symbols the document bears."""
    masthead = lay_out(_letter(symbols=symbols), "letter", "en").masthead
    assert masthead is not None
    assert masthead.organ == organ


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_every_style_says_how_and_in_what_language_a_document_is_issued(
    style: str, form: str
) -> None:
    """Distribution, date and original language are printed wherever the record has them."""
    report = dp.report(_letter(masthead=ISSUED), style=style)
    words = report.to_html() if form == "html" else "".join(_paragraphs(report.to_bytes()))
    for each in ("Distr.: Limited", "12 April 2012", "Original: Russian"):
        assert each in words


# ---------------------------------------------------------------- tables and lists


def test_tables_under_each_other_have_the_same_columns() -> None:
    """In a list of participants a column that one category fills is in every category."""
    paper = lay_out(dp.sample(), "participants", "en", select="dushanbe-2022")
    heads = {tuple(map(str, each.head)) for each in _blocks(paper, Grid)}
    assert heads == {("Name", "Role", "Delegation")}


@pytest.mark.parametrize(("language", "label"), [("en", "Speakers"), ("tg", "Суханронон")])
def test_several_speakers_are_named_as_several(language: str, label: str) -> None:
    """One who speaks is a speaker, more are speakers."""
    paper = lay_out(dp.sample(), "conference-report", language, select="dushanbe-2022")
    said = {name: str(value) for each in _blocks(paper, Facts) for name, value in each.rows}
    assert said[label].count("\n")


def test_titles_in_another_language_stand_among_the_facts() -> None:
    """A session's title is a line of its own in its language, a labelled one in another."""
    subject = "dushanbe-2022"
    own = lay_out(dp.sample(), "conference-report", "en", select=subject)
    other = lay_out(dp.sample(), "conference-report", "ru", select=subject)
    assert "High-Level Opening Session" in [str(each.text) for each in _blocks(own, Prose)]
    rows = [row for each in _blocks(other, Facts) for row in each.rows]
    assert ("Название", "High-Level Opening Session") in [(a, str(b)) for a, b in rows]


def test_chinese_lists_and_notes_have_chinese_marks() -> None:
    """Words of a list are set apart by their own comma, and a note ends in a Chinese full stop."""
    paper = lay_out(dp.sample(), "conference-report", "zh", select="dushanbe-2022")
    cells = [str(cell) for each in _blocks(paper, Grid) for row in each.rows for cell in row]
    assert any("主席、宣布开幕、发言者" in each for each in cells)
    notes = [str(note) for each in _blocks(paper, Prose) for note in each.text.footnotes]
    assert all(each.endswith("。") for each in notes)
    assert notes


def _style(element: Any) -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _blocks(paper: Paper, kind: type[Any]) -> list[Any]:
    return [each for each in paper.blocks if isinstance(each, kind)]
