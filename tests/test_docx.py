"""Word files: what is seen, what is carried, and what happens when others touch them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.read import carried_by, untouched
from dushanbe_process.reports.labels import LANGUAGES
from dushanbe_process.reports.styles import HOUSES
from dushanbe_process.testing import any_record, records

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DECLARATION = dp.Declaration(
    id="d",
    title={"en": "Dushanbe Declaration", "ar": "إعلان دوشانبي"},
    versions=[
        dp.LanguageVersion(
            language="en",
            body=dp.Body(
                formula="We, the States,",
                preamble=[
                    dp.Paragraph(
                        text=["Recalling resolution 77/298,", dp.footnote("Of 22 June 2023.")],
                        lead="Recalling",
                    )
                ],
                operative=[dp.Paragraph(number="1.", text="Call upon all States;")],
            ),
        )
    ],
)
#: A record for each kind of paper: those of the packaged dossier, or the one above.
SUBJECTS = {
    "declaration": "",
    "resolution": "resolution-77-298",
    "summary": "summary-2022",
    "statement": "st-voronkov-presenting",
    "press-release": "press-release-2022-10-21",
    "conference-report": "dushanbe-2022",
    "programme": "dushanbe-2022",
    "participants": "dushanbe-2022",
}


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_the_text_is_there_to_read() -> None:
    """A reader of the Word file sees the title, the paragraphs with their numbers, the notes."""
    data = dp.dumps(DECLARATION, "docx")
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs)
    for words in ("Dushanbe Declaration", "We, the States,", "Recalling", "Call upon all"):
        assert words in text
    assert b"Of 22 June 2023." in _parts(data)["word/footnotes.xml"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", HOUSES)
def test_documents_read_back_in_every_style_and_language(style: str, language: str) -> None:
    """Whatever a document looks like, the record inside is the one that was written."""
    for kind, subject in SUBJECTS.items():
        record = dp.sample().find(subject) if subject else DECLARATION
        assert record is not None
        data = dp.dumps(record, "docx", kind=kind, style=style, language=language)
        assert dp.loads(data, "docx") == record


@given(records(dp.Declaration), st.sampled_from(sorted(HOUSES)), st.sampled_from(LANGUAGES))
def test_any_declaration_reads_back(record: dp.Declaration, style: str, language: str) -> None:
    """No text of a declaration keeps it from being read back, in any style and language."""
    data = dp.dumps(record, "docx", kind="declaration", style=style, language=language)
    assert dp.loads(data, "docx") == record


def test_lead_phrases_are_set_apart() -> None:
    """The lead phrase of a paragraph has its own character style, and nothing else of it."""
    document = docx.Document(io.BytesIO(dp.dumps(DECLARATION, "docx")))
    runs = [(run.text, run.style.name) for each in document.paragraphs for run in each.runs]
    assert ("Recalling", "Lead Words") in runs
    assert (" resolution 77/298,", "Default Paragraph Font") in runs


def test_arabic_runs_from_right_to_left() -> None:
    """A paragraph that begins in Arabic is set from right to left, run by run."""
    data = dp.dumps(dp.Venue(name={"ar": "قصر السلام"}), "docx", language="ar")
    assert b"<w:bidi/>" in _parts(data)["word/document.xml"]
    assert b"<w:rtl/>" in _parts(data)["word/document.xml"]


def test_the_same_record_gives_the_same_bytes() -> None:
    """No clock, no name of a user and no chance goes into the file."""
    data = dp.dumps(DECLARATION, "docx")
    assert data == dp.dumps(DECLARATION, "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_keeps_the_record() -> None:
    """A file opened and saved by python-docx still gives the record back."""
    saved = io.BytesIO()
    docx.Document(io.BytesIO(dp.dumps(DECLARATION, "docx"))).save(saved)
    assert dp.loads(saved.getvalue()) == DECLARATION


def test_the_record_is_found_under_any_part_name() -> None:
    """Editors rename custom parts: the record is found by its namespace."""
    parts = _parts(dp.dumps(DECLARATION, "docx"))
    parts["customXml/item7.xml"] = parts.pop("customXml/item1.xml")
    parts["customXml/item1.xml"] = b"<other/>"
    assert dp.loads(_packed(parts)) == DECLARATION


def test_an_edit_is_read() -> None:
    """What was changed on the page is read; it can be refused, or ignored, when asked to be."""
    document = docx.Document(io.BytesIO(dp.dumps(DECLARATION, "docx")))
    next(each for each in document.paragraphs if "Call upon" in each.text).runs[-1].text = "No."
    saved = io.BytesIO()
    document.save(saved)
    edited = dp.loads(saved.getvalue(), expect=dp.Declaration)
    assert str(edited.versions[0].body.operative[0]).endswith("No.")
    with pytest.raises(dp.InvalidError, match="edited"):
        dp.loads(saved.getvalue(), edits="refuse")
    assert dp.loads(saved.getvalue(), edits="ignore") == DECLARATION


def test_a_damaged_record_is_told_with_its_paths() -> None:
    """Faults of the carried record have the paths that they have everywhere."""
    parts = _parts(dp.dumps(DECLARATION, "docx"))
    part = "customXml/item1.xml"
    parts[part] = parts[part].replace(b'language="en"', b'language="xx"')
    with pytest.raises(dp.InvalidError, match=r"\$\.versions\[0\]\.language: 'xx'"):
        dp.loads(_packed(parts))
    parts[part] = re.sub(rb"<declaration .*</declaration>", b"", parts[part], flags=re.DOTALL)
    with pytest.raises(dp.InvalidError, match="damaged"):
        dp.loads(_packed(parts))


@given(record=any_record())
def test_every_word_file_is_well_made(record: dp.Model) -> None:
    """Every part is well-formed, every style used is there, every footnote has its mark."""
    parts = _parts(dp.dumps(record, "docx"))
    roots = {name: etree.fromstring(data) for name, data in parts.items()}
    document, styles = roots["word/document.xml"], roots["word/styles.xml"]
    known = {each.get(f"{W}styleId") for each in styles.iter(f"{W}style")}
    used = {
        each.get(f"{W}val")
        for root in (document, roots["word/footnotes.xml"])
        for each in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used <= known
    marks = [each.get(f"{W}id") for each in document.iter(f"{W}footnoteReference")]
    notes = [each.get(f"{W}id") for each in roots["word/footnotes.xml"].iter(f"{W}footnote")]
    assert notes == ["-1", "0", *marks]
    for table in document.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        assert {len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")} == {columns}


def _edited(record: dp.Model, edit: Callable[[Any], None]) -> io.BytesIO:
    document = docx.Document(io.BytesIO(dp.dumps(record, "docx")))
    edit(document)
    saved = io.BytesIO()
    document.save(saved)
    return io.BytesIO(saved.getvalue())


def test_the_number_that_is_typed_tells_how_deep_a_new_paragraph_stands() -> None:
    """A new paragraph in a style that says nothing stands as deep as others numbered so."""
    body = dp.Body(
        formula="We, the States,",
        operative=[
            dp.Paragraph(
                number="1.",
                text="Call upon all States:",
                children=[dp.Paragraph(number=f"({each})", text="To act;") for each in "ab"],
            ),
            dp.Paragraph(number="2.", text="Thank the host."),
        ],
    )
    version = dp.LanguageVersion(language="en", body=body)

    def edit(document: Any) -> None:
        last = next(each for each in document.paragraphs if "Thank" in each.text)
        last.insert_paragraph_before("(c)\tTo report;")
        last.insert_paragraph_before("1 bis.\tWelcome the offer;")

    record, _ = dp.read_docx(_edited(DECLARATION.evolve(versions=[version]), edit))
    assert isinstance(record, dp.Declaration)
    first, second, _ = record.versions[0].body.operative
    assert isinstance(first, dp.Paragraph)
    assert isinstance(second, dp.Paragraph)
    assert [str(each).split()[0] for each in first.children] == ["(a)", "(b)", "(c)"]
    assert (second.number, str(second.text)) == ("1 bis.", "Welcome the offer;")


def test_a_removed_note_is_told() -> None:
    """The report shows the note that is gone."""

    def edit(document: Any) -> None:
        for each in document.element.body.iter(f"{W}footnoteReference"):
            each.getparent().remove(each)

    _, report = dp.read_docx(_edited(DECLARATION, edit))
    [item] = report.of("edited")
    assert "[Of 22 June 2023.]" in item.before
    assert "[" not in item.after


def test_a_base_is_the_same_record() -> None:
    """What the file shows is not brought into another record."""
    file = _edited(DECLARATION, lambda _: None)
    for other in (DECLARATION.evolve(id="other"), dp.sample()):
        with pytest.raises(dp.InvalidError, match="another record"):
            dp.read_docx(io.BytesIO(file.getvalue()), base=other)


def test_a_text_about_change_is_no_changed_text() -> None:
    """Only marks of tracked changes make a file one to be gone over; its words do not."""
    body = dp.Body(operative=[dp.Paragraph(number="1.", text="Climate Change w:ins w:author= law")])
    version = dp.LanguageVersion(language="en", body=body)
    record = dp.Resolution(id="r", title="Climate Change", versions=[version])
    package = Package.open(dp.dumps(record, "docx"))
    carried = carried_by(package, None)
    assert carried is not None
    assert untouched(package, carried)
