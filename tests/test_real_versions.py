"""Versions of real texts: what changed is what a person finds, and nothing is lost."""

from __future__ import annotations

import itertools
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from revisions import W, texts

import dushanbe_process as dp

if TYPE_CHECKING:
    from pathlib import Path

_NUMBER = re.compile(r"(\d+(?:\.\d+)*\s?(?:bis|ter)?\.?|\([a-z0-9]+(?:bis)?\))\s+(.*)")
_DRAFTS = ("23-oct", "4-dec", "9-dec")


def _declaration(body: dp.Body) -> dp.Declaration:
    version = dp.LanguageVersion(language="en", body=body)
    return dp.Declaration(id="draft", title={"en": "Draft"}, versions=[version])


def _paragraph(line: str) -> dp.Paragraph:
    found = _NUMBER.match(line)
    number, words = found.groups() if found else (None, line)
    pieces = [
        dp.emphasis(piece[1:-1]) if index % 2 else piece
        for index, piece in enumerate(re.split(r"(\*[^*]+\*)", words.replace("**", "")))
    ]
    return dp.Paragraph(number=number, text=pieces)


def _of_markdown(path: Path) -> dp.Declaration:
    """Return a draft of the Paris Agreement: a preamble, and articles with their paragraphs."""
    preamble: list[dp.Paragraph] = []
    articles: list[dp.Section] = []
    below = None
    for line in path.read_text("utf-8").splitlines():
        said = line.strip()
        if said.startswith("#"):
            heading = said.strip("# ").replace("*", "")
            if heading == "Preamble":
                below = preamble
            elif below is not None:
                below = []
                articles.append(dp.Section(heading=heading))
        elif said and below is not None and not said.startswith("[^"):
            below.append(_paragraph(said))
            if articles:
                articles[-1] = articles[-1].evolve(children=below)
    return _declaration(dp.Body(preamble=preamble, operative=articles))


def _of_word(path: Path) -> dp.Declaration:
    """Return the paragraphs and tables of a Word file, as they stand in its body."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    made: list[Any] = []
    for child in body.iterchildren(f"{W}p", f"{W}tbl"):
        if child.tag == f"{W}tbl":
            rows = [
                dp.Row(cells=[dp.Cell(text=_said(cell)) for cell in row.iter(f"{W}tc")])
                for row in child.iter(f"{W}tr")
            ]
            made.append(dp.Table(rows=rows))
        elif _said(child):
            made.append(dp.Paragraph(text=_said(child)))
    return _declaration(dp.Body(operative=made))


def _said(element: Any) -> str:
    words = (
        (each.text or "") if each.tag == f"{W}t" else " "
        for each in element.iter(f"{W}t", f"{W}tab", f"{W}p")
    )
    return " ".join("".join(words).split())


def _pair(cases: Path, first: int) -> tuple[dp.Declaration, dp.Declaration]:
    folder = cases / "text" / "negotiation"
    names = [f"cop21_agreement_{day}-2015.md" for day in _DRAFTS[first : first + 2]]
    before, after = (_of_markdown(folder / name) for name in names)
    return before, after


@pytest.mark.parametrize("first", [0, 1])
def test_drafts_of_an_agreement(cases: Path, first: int) -> None:
    """Two drafts of the Paris Agreement are both in their redline and in their compilation."""
    before, after = _pair(cases, first)
    data = dp.redline(before, after).to_bytes()
    assert texts(data, "accept") == texts(dp.report(after).to_bytes())
    assert texts(data, "reject") == texts(dp.report(before).to_bytes())
    document = dp.compile(before, {"Co-Chairs": after}).document
    assert _lines(dp.resolve(document)) == _lines(before)
    assert _lines(dp.resolve(document, ["Co-Chairs"])) == _lines(after)


def _lines(document: dp.Document) -> list[str]:
    """Return what paragraphs and headings say, without their numbers."""
    blocks = document.versions[0].body.blocks()
    return [str(getattr(each, "text", getattr(each, "heading", ""))) for each in blocks]


def test_what_changed_in_a_draft(cases: Path) -> None:
    """The preamble is told paragraph by paragraph: brackets lifted, words agreed, one dropped."""
    before, after = _pair(cases, 1)
    told = [str(each) for each in dp.diff(before, after)]
    assert any("Durban Platform" in line and "[-adopted-]{+established+}" in line for line in told)
    assert any(": removed: Recognizing the outcomes of the 2013–2015" in line for line in told)
    assert any(": added: Noting the needs and integrity of terrestrial" in line for line in told)
    assert any("[-[-]equitable access to[-]-] sustainable" in line for line in told)


def test_versions_of_an_agenda(cases: Path) -> None:
    """Of three versions of an agenda two differ in two cells, the last in a new block of lines."""
    paths = sorted((cases / "docx" / "wmo").glob("Doc_2_2_Provisional_agenda_v*.docx"))
    agendas = [_of_word(path) for path in paths]
    first, second = (dp.diff(*pair) for pair in itertools.pairwise(agendas))
    assert [(each.kind, each.place) for each in first] == [
        ("changed", "table, row 9, cell 3"),
        ("changed", "table, row 11, cell 3"),
    ]
    assert "[-?-]{+Lehmann+}" in str(first.changes[0])
    assert {str(each.kind) for each in second} == {"added"}


def test_versions_of_a_list_of_participants(cases: Path) -> None:
    """A participant whose row moved is not taken for another of the same institution."""
    paths = sorted((cases / "docx" / "wmo").glob("Doc_1_1_Provisional_list*_v*.docx"))
    found = dp.diff(*map(_of_word, paths[1:]))
    moved = [each.after or "" for each in found.of("moved")]
    assert any(each.startswith("Chris Lehmann") for each in moved)
    assert any((each.after or "").startswith("Brian Kerschner") for each in found.of("added"))


def test_redlines_of_all_real_files(cases: Path) -> None:
    """Of any two real Word files both are in their redline, whole, whatever they are."""
    files = sorted((cases / "docx").rglob("*.docx"))
    records = [dp.read(each) for each in files]
    for before, after in itertools.pairwise(records):
        data = dp.redline(before, after).to_bytes()
        language = _language(before, after)
        shown = [texts(dp.report(each, language=language).to_bytes()) for each in (before, after)]
        assert texts(data, "reject") == shown[0]
        assert texts(data, "accept") == shown[1]


def _language(before: dp.Model, after: dp.Model) -> str:
    """Return the language of the redline: the first of the second that the first has too."""
    assert isinstance(before, dp.Document)
    assert isinstance(after, dp.Document)
    had = {each.language for each in before.versions}
    spoken = [each.language for each in after.versions]
    return next((each for each in spoken if each in had), [*spoken, "en"][0])
