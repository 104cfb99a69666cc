"""Redlines: two versions as tracked changes of Word."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from drafts import declaration, pairs
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from revisions import Verdict, W, part, texts
from versions import VERSIONS

import dushanbe_process as dp
from dushanbe_process.testing import records

if TYPE_CHECKING:
    from pathlib import Path

documents = records(dp.Declaration)


def _shown(record: dp.Model, language: str = "en") -> list[str]:
    return texts(dp.report(record, language=language).to_bytes())


@given(a=documents, b=documents, language=st.sampled_from(("en", "ru", "ar", "zh")))
def test_accepting_gives_b_and_rejecting_gives_a(
    a: dp.Declaration, b: dp.Declaration, language: str
) -> None:
    """Of any two documents: with all changes accepted one reads the second, else the first."""
    data = dp.redline(a, b, language=language).to_bytes()
    assert texts(data, "accept") == _shown(b, language)
    assert texts(data, "reject") == _shown(a, language)


@given(pair=pairs())
def test_edits_come_back_whole(pair: tuple[dp.Declaration, dp.Declaration]) -> None:
    """Of a draft and what people made of it both are in the redline, whatever they did."""
    language = pair[0].versions[0].language
    data = dp.redline(*pair).to_bytes()
    assert texts(data, "accept") == _shown(pair[1], language)
    assert texts(data, "reject") == _shown(pair[0], language)


def _names(root: Any) -> set[str]:
    return {etree.QName(each).localname for each in root.iter() if isinstance(each.tag, str)}


def test_changes_are_those_of_word() -> None:
    """Words, paragraphs, rows, moves and marks that changed are marked as Word marks them."""
    root = part(dp.redline(*VERSIONS["en"]).to_bytes(), "word/document.xml")
    wanted = {"ins", "del", "delText", "moveFrom", "moveTo", "moveFromRangeStart", "rPrChange"}
    assert wanted <= _names(root)
    rows = [[etree.QName(each).localname for each in row] for row in root.iter(f"{W}trPr")]
    assert any("ins" in row for row in rows)
    assert any("del" in row for row in rows)
    marks = [[etree.QName(each).localname for each in mark] for mark in root.iter(f"{W}rPr")]
    assert ["ins"] in marks
    assert ["del"] in marks


def test_a_word_changes_alone() -> None:
    """Of a sentence only the words that differ are marked."""
    root = part(dp.redline(*VERSIONS["ru"]).to_bytes(), "word/document.xml")
    inserted = ["".join(each.itertext()) for each in root.iter(f"{W}ins")]
    assert "глубокой " in inserted or " глубокой" in inserted


def test_notes_change_within() -> None:
    """A note that was changed keeps its mark; what changed is marked in the note."""
    data = dp.redline(*VERSIONS["en"]).to_bytes()
    notes = part(data, "word/footnotes.xml")
    changed = [each for each in notes if {"ins", "t"} <= _names(each)]
    assert any("See" in "".join(each.itertext()) for each in changed)


def test_the_same_versions_give_the_same_bytes() -> None:
    """No clock and no name of a user goes into a redline."""
    data = dp.redline(*VERSIONS["ar"]).to_bytes()
    assert data == dp.redline(*VERSIONS["ar"]).to_bytes()
    assert b"dushanbe-process" in etree.tostring(part(data, "word/document.xml"))


def test_author_and_date_are_those_given() -> None:
    """Each change bears the author and the date, in the time of Greenwich."""
    made = dp.redline(*VERSIONS["en"], author="Chair", date="2022-10-19T09:00+05:00")
    root = part(made.to_bytes(), "word/document.xml")
    marks = list(root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}rPrChange"))
    assert {each.get(f"{W}author") for each in marks} == {"Chair"}
    assert {each.get(f"{W}date") for each in marks} == {"2022-10-19T04:00:00Z"}
    with pytest.raises(dp.InvalidError, match="is not a date and time"):
        dp.redline(*VERSIONS["en"], date="tomorrow")
    with pytest.raises(dp.InvalidError, match="name of an author"):
        dp.redline(*VERSIONS["en"], author=" ")


def test_ids_of_marks_are_unique() -> None:
    """Every mark of a part has a number of its own, and every move two ends of one name."""
    root = part(dp.redline(*VERSIONS["en"]).to_bytes(), "word/document.xml")
    tags = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
    ids = [each.get(f"{W}id") for each in root.iter(*(W + tag for tag in tags))]
    assert len(ids) == len(set(ids))
    names = [each.get(f"{W}name") for each in root.iter(f"{W}moveFromRangeStart")]
    assert names == [each.get(f"{W}name") for each in root.iter(f"{W}moveToRangeStart")]


def test_a_redline_carries_the_second_record(tmp_path: Path) -> None:
    """Read again, a redline is the record of the second version, unless none was put in."""
    before, after = VERSIONS["ru"]
    dp.write(before, tmp_path / "a.json")
    dp.write(after, tmp_path / "b.docx", language="ru")
    dp.redline(tmp_path / "a.json", str(tmp_path / "b.docx")).save(tmp_path / "redline.docx")
    assert dp.read(tmp_path / "redline.docx") == after
    bare = dp.redline(before, after, embed=False).to_bytes()
    _, report = dp.read_docx(io.BytesIO(bare))
    assert report.origin == "ours-data-lost"


def test_other_papers_have_redlines_too() -> None:
    """A list of participants of two dossiers is compared as it is printed."""
    before = dp.sample()
    conference = before.conferences[2]
    after = before.evolve(
        conferences=[
            conference.evolve(partnerships=conference.partnerships[1:])
            if each is conference
            else each
            for each in before.conferences
        ]
    )
    made = dp.redline(before, after, kind="participants", select=conference.id, embed=False)
    data = made.to_bytes()
    verdicts: list[tuple[dp.Dossier, Verdict]] = [(after, "accept"), (before, "reject")]
    for record, verdict in verdicts:
        paper = dp.report(record, "participants", select=conference.id)
        assert texts(data, verdict) == texts(paper.to_bytes())


def test_a_redline_in_a_template(tmp_path: Path) -> None:
    """In an organisation's own Word file the changes are there too."""
    dp.report(VERSIONS["en"][0]).save(tmp_path / "own.docx")
    data = dp.redline(*VERSIONS["en"], template=tmp_path / "own.docx").to_bytes()
    assert texts(data, "accept") == _shown(VERSIONS["en"][1])
    assert texts(data, "reject") == _shown(VERSIONS["en"][0])


def test_a_redline_is_a_word_file() -> None:
    """As a web page there is no redline, and the error says what there is."""
    with pytest.raises(dp.UnknownFormatError, match=r"\.docx"):
        dp.redline(*VERSIONS["en"]).in_form(".html")


def test_counting_goes_on_in_both_views() -> None:
    """A paragraph in between renumbers what follows without a mark: Word counts in either view."""
    old = declaration("en", "T", (), _given("Decide to meet;", "Thank the host Government."))
    new = declaration("en", "T", (), _given("Decide to meet;", "Welcome you;", "Thank the host."))
    root = part(dp.redline(old, new).to_bytes(), "word/document.xml")
    lists = {each.get(f"{W}val") for each in root.iter(f"{W}numId")}
    assert lists == {"1"}
    assert not list(root.iter(f"{W}pPrChange"))


def _given(*texts_: str) -> list[dp.Paragraph]:
    return [dp.Paragraph(text=each) for each in texts_]
