"""Official papers: every kind, style and language, as Word, HTML and PDF."""

from __future__ import annotations

import base64
import io
import shutil
import zipfile
from pathlib import Path

import docx
import docx.shared
import pytest
from lxml import etree, html

import dushanbe_process as dp
from dushanbe_process.cli import main
from dushanbe_process.reports.blocks import Heading, Prose
from dushanbe_process.reports.layouts import KINDS
from dushanbe_process.reports.layouts.body import body_blocks
from dushanbe_process.reports.layouts.marks import marks_in_place
from dushanbe_process.reports.pdf import turned
from dushanbe_process.reports.styles import HOUSES
from dushanbe_process.testing import TROUBLE

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "tg")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE = dp.footnote("See the annex.")
CLAUSES = [
    dp.Paragraph(
        number="1.",
        text="Calls upon all States to:",
        lead="Calls upon",
        children=[
            dp.Paragraph(number="(a)", text="Cooperate;"),
            dp.Paragraph(
                number="(b)", text="Train:", children=[dp.Paragraph(number="(i)", text="Guards.")]
            ),
        ],
    ),
    dp.Paragraph(number="1 bis.", text="Decides to meet again;", lead="Decides"),
    dp.Paragraph(number="2.", text="Also decides;", lead="Also decides"),
]
RESOLUTION = dp.Resolution(
    id="r",
    title="Border security",
    symbols=["A/RES/77/298"],
    masthead=dp.Masthead(organ="General Assembly", distribution=dp.Distribution.GENERAL),
    versions=[
        dp.LanguageVersion(
            language="en",
            job_number="23-12345 (E)",
            body=dp.Body(
                formula="The General Assembly,",
                preamble=[dp.Paragraph(text="Recalling its resolution,", lead="Recalling")],
                operative=CLAUSES,
            ),
        ),
        dp.LanguageVersion(
            language="ar",
            body=dp.Body(
                formula="إن الجمعية العامة،",
                preamble=[dp.Paragraph(text="إذ تشير إلى قرارها،", lead="إذ تشير")],
                operative=[dp.Paragraph(number="1 -", text="تهيب بالدول؛")],
            ),
        ),
    ],
)


def _main_part(data: bytes) -> etree.ElementBase:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _subject(kind: str) -> str | None:
    """Return the id of a record of the packaged dossier that a kind is made of."""
    fitting = [each.id for each in dp.sample().entities() if isinstance(each, KINDS[kind])]
    return fitting[-1] if fitting else None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if _subject(kind)])
def test_every_kind_in_every_language_and_style(kind: str, language: str) -> None:
    """Each kind of paper is made of the packaged record in each style, for each reader."""
    for style in HOUSES:
        made = dp.report(dp.sample(), kind, select=_subject(kind), language=language, style=style)
        document = made.to_docx()
        assert document.core_properties.title
        assert any(each.text.strip() for each in document.paragraphs)
        assert made.to_bytes() == made.to_bytes()
        assert f'lang="{language}"' in made.to_html()


def test_the_kind_is_that_of_the_record() -> None:
    """A record by itself is laid out as what it is."""
    assert dp.report(RESOLUTION).paper.title == "Border security"
    assert dp.report(dp.sample().conference("dushanbe-2022")).paper.blocks


def test_numbers_are_counted_by_word_where_word_would_print_them() -> None:
    """Numbers in sequence are Word's own; those out of sequence are typed as printed."""
    root = _main_part(dp.report(RESOLUTION).to_bytes())
    listed = {
        "".join(each.itertext()): each.find(f"{W}pPr/{W}numPr/{W}ilvl")
        for each in root.iter(f"{W}p")
    }
    levels = {
        words: int(level.get(f"{W}val")) for words, level in listed.items() if level is not None
    }
    assert levels == {
        "Calls upon all States to:": 0,
        "Cooperate;": 1,
        "Train:": 1,
        "Guards.": 2,
        "Also decides;": 0,
    }
    assert any(words.startswith("1 bis.") for words in listed)


@pytest.mark.parametrize(
    ("language", "given", "shown"),
    [
        ("en", ["a,", NOTE, " b"], ["a,", NOTE, " b"]),
        ("en", ["a", NOTE, ", b"], ["a,", NOTE, " b"]),
        ("fr", ["a,", NOTE, " b"], ["a", NOTE, ", b"]),
        ("fr", ["a", NOTE, ", b"], ["a", NOTE, ", b"]),
        ("es", ["a;", NOTE], ["a", NOTE, ";"]),
        ("en", ["a", NOTE, NOTE, "."], ["a", NOTE, NOTE, "."]),
        ("en", [NOTE, ". b"], [NOTE, ". b"]),
    ],
)
def test_footnote_marks_stand_where_the_language_puts_them(
    language: str, given: list[dp.Piece], shown: list[dp.Piece]
) -> None:
    """The mark follows the punctuation in English and precedes it in French and Spanish."""
    assert marks_in_place(dp.InlineText(*given), language) == dp.InlineText(*shown)


def test_bookmarks_come_in_pairs_and_are_unique() -> None:
    """Every bookmark has one start and one end, in one paragraph, and a name of its own."""
    root = _main_part(dp.report(RESOLUTION).to_bytes())
    starts = list(root.iter(f"{W}bookmarkStart"))
    ids = [each.get(f"{W}id") for each in starts]
    assert starts
    assert ids == [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkEnd")]
    names = [each.get(f"{W}name").lower() for each in starts]
    assert len(set(names)) == len(names) == len(set(ids))
    assert all(
        len(name) <= 40 and each.getparent().tag == f"{W}p"
        for name, each in zip(names, starts, strict=True)
    )


def test_two_languages_stand_side_by_side() -> None:
    """With a second language each paragraph stands beside its counterpart."""
    made = dp.report(RESOLUTION, second_language="ar")
    table = made.to_docx().tables[-1]
    assert [cell.text for cell in table.rows[1].cells] == [
        "Recalling its resolution,",
        "إذ تشير إلى قرارها،",
    ]


def test_a_language_that_the_record_does_not_hold_is_said_to_be_missing() -> None:
    """No text of another language is passed off as the one that was asked for."""
    text = "\n".join(
        each.text for each in dp.report(RESOLUTION, language="ru").to_docx().paragraphs
    )
    assert "Recalling" not in text


@pytest.mark.parametrize("style", sorted(HOUSES))
def test_the_record_is_inside_whatever_the_style(style: str) -> None:
    """A document written in a style and language is read back as the same record."""
    for language in LANGUAGES:
        data = dp.dumps(RESOLUTION, "docx", style=style, language=language)
        assert dp.loads(data) == RESOLUTION


def test_any_text_is_carried_to_the_page() -> None:
    """Markup, quotes and odd blanks in a record do not break the page."""
    for text in TROUBLE:
        title = f"x{text}"
        body = dp.Body(operative=[dp.Paragraph(number=None, text=["a", dp.link(text, "urn:x:&")])])
        version = dp.LanguageVersion(language="en", body=body)
        made = dp.report(dp.PressRelease(id="p", title=title, versions=[version]))
        made.to_docx()
        assert "<body" in made.to_html()


@pytest.mark.parametrize("suffix", ["docx", "dotx"])
def test_a_template_keeps_its_styles_heads_and_page(suffix: str, tmp_path: Path) -> None:
    """In a user's own Word file the text takes on its styles, heads, feet and page."""
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Ministry of Foreign Affairs"
    own.sections[0].page_width = docx.shared.Twips(11_000)
    own.styles["Heading 1"].font.name = "Georgia"
    path = tmp_path / f"own.{suffix}"
    own.save(str(path))
    if suffix == "dotx":
        parts = {}
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        types = parts["[Content_Types].xml"]
        parts["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
    made = dp.report(RESOLUTION, template=path).to_docx()
    assert made.sections[0].header.paragraphs[0].text == "Ministry of Foreign Affairs"
    assert made.sections[0].page_width == docx.shared.Twips(11_000)
    assert made.styles["Heading 1"].font.name == "Georgia"
    assert any("Recalling its resolution" in each.text for each in made.paragraphs)


def test_what_is_no_template_is_refused(tmp_path: Path) -> None:
    """A template that is no Word file is one clear error."""
    path = tmp_path / "own.docx"
    path.write_bytes(b"no")
    with pytest.raises(dp.MalformedError):
        dp.report(RESOLUTION, template=path).to_bytes()


def test_an_emblem_has_its_place_and_its_words(tmp_path: Path) -> None:
    """An image stands in the masthead with its alternative text; what is none is refused."""
    picture = Path(__file__).parents[1] / "docs" / "pictures" / "resolution-en.png"
    made = dp.report(RESOLUTION, emblem=(picture, "Emblem of the conference"))
    root = _main_part(made.to_bytes())
    drawn = [each.get("descr") for each in root.iter() if each.tag.endswith("}docPr")]
    assert drawn == ["Emblem of the conference"]
    assert len(made.to_docx().inline_shapes) == 1
    path = tmp_path / "own.docx"
    docx.Document().save(str(path))
    both = dp.report(RESOLUTION, emblem=(picture, "Emblem"), template=path)
    assert len(both.to_docx().inline_shapes) == 1
    path.write_bytes(b"no image")
    with pytest.raises(dp.MalformedError, match="neither PNG nor JPEG"):
        dp.report(RESOLUTION, emblem=(path, "Emblem")).to_bytes()


@pytest.mark.parametrize("style", HOUSES)
def test_an_emblem_is_in_the_page_too(style: str) -> None:
    """A page of HTML carries the image itself, with its alternative text, and fetches nothing."""
    picture = Path(__file__).parents[1] / "docs" / "pictures" / "resolution-en.png"
    for record in (RESOLUTION, dp.sample()):
        made = dp.report(record, style=style, emblem=(picture, 'Emblem of "the" conference'))
        image = html.fromstring(made.to_html()).find(".//header//img")
        assert image.get("alt") == 'Emblem of "the" conference'
        data = image.get("src").removeprefix("data:image/png;base64,")
        assert base64.b64decode(data) == picture.read_bytes()
        drawn = [each for each in _main_part(made.to_bytes()).iter() if each.tag.endswith("}docPr")]
        assert len(drawn) == 1


def test_a_resolution_has_its_number_and_who_adopted_it() -> None:
    """Number and organ come from symbol and adoption; drafts and the Council have neither."""
    adopted = dp.Resolution(
        id="r",
        title="Border security",
        symbols=RESOLUTION.symbols,
        adoption=dp.Adoption(date="2023-06-22"),
    )
    paper = dp.report(adopted).paper
    assert paper.blocks[0] == Heading(0, "Border security", "77/298.")
    assert paper.masthead is not None
    day = "22\N{NO-BREAK SPACE}June\N{NO-BREAK SPACE}2023"
    assert paper.masthead.adopted == f"Resolution adopted by the General Assembly on {day}"
    printed = [each.text for each in dp.report(adopted).to_docx().paragraphs]
    assert "\t77/298.\tBorder security" in printed
    arabic = dp.report(adopted, language="ar").paper
    assert arabic.blocks[0] == Heading(0, "Border security", "77/298 -")
    council = dp.Resolution(id="c", title="Resolution 2309 (2016)", symbols=["S/RES/2309 (2016)"])
    assert dp.report(council).paper.blocks[0] == Heading(0, "Resolution 2309 (2016)")
    draft = dp.Resolution(id="d", title="Draft", symbols=["A/77/L.78"])
    assert dp.report(draft).paper.blocks[0] == Heading(0, "Draft")


@pytest.mark.parametrize(
    ("formula", "lead"),
    [
        ("The General Assembly,", "The General Assembly"),
        ("إن الجمعية العامة،", "إن الجمعية العامة"),
        ("大会，", "大会"),
        ("We, the States represented at the Conference,", None),
        ("Мы, государства, представленные на Конференции,", None),
        ("We the peoples of the United Nations,", None),
        (",", None),
    ],
)
def test_an_organ_alone_is_set_as_a_lead_phrase_is(formula: str, lead: str | None) -> None:
    """The organ that speaks is set apart; States that speak of themselves are not."""
    made = next(body_blocks(dp.Body(formula=formula), "en"))
    assert isinstance(made, Prose)
    assert made.lead == lead


def test_facts_stand_within_the_text_and_latin_words_on_the_arabic_side() -> None:
    """Short tables go with the text; Latin words in an Arabic one keep their column's side."""
    made = dp.report(dp.sample(), "conference-report", select="dushanbe-2022", language="ar")
    root = _main_part(made.to_bytes())
    facts = [each for each in root.iter(f"{W}tbl") if each.find(f"{W}tblPr/{W}tblInd") is not None]
    assert facts
    latin = [
        each.find(f"{W}pPr/{W}jc").get(f"{W}val")
        for table in facts
        for each in table.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}bidi") is not None
    ]
    assert set(latin) == {"right"}


def test_a_template_takes_an_arabic_paper(tmp_path: Path) -> None:
    """On paper whose styles run from left to right every Arabic paragraph says its direction.

    The text goes from margin to margin of the template's own page.
    """
    path = tmp_path / "own.docx"
    docx.Document().save(str(path))
    made = dp.report(RESOLUTION, language="ar", template=path)
    root = _main_part(made.to_bytes())
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in root.iter(f"{W}p"))
    section = root.find(f"{W}body/{W}sectPr")
    sides = [int(section.find(f"{W}pgMar").get(f"{W}{side}")) for side in ("left", "right")]
    room = int(section.find(f"{W}pgSz").get(f"{W}w")) - sum(sides)
    widths = [int(each.get(f"{W}w")) for each in root.iter(f"{W}tblW")]
    assert widths
    assert max(widths) <= room
    path.write_bytes(b"no paper")
    with pytest.raises(dp.MalformedError):
        dp.report(RESOLUTION, template=path).to_bytes()


def test_numbers_of_arabic_lists_stand_within_the_margin_of_a_pdf() -> None:
    """LibreOffice is told the side of the numbers as it understands it; other files stay."""
    arabic, english = (dp.report(RESOLUTION, language=each).to_bytes() for each in ("ar", "en"))
    assert turned(english) == english
    with zipfile.ZipFile(io.BytesIO(turned(arabic))) as archive:
        numbering = archive.read("word/numbering.xml")
    assert b'<w:lvlJc w:val="right"/>' in numbering
    assert b'<w:lvlJc w:val="left"/>' not in numbering


def test_a_letter_carries_what_it_transmits() -> None:
    """A transmittal letter is followed by the document that it transmits, as its annex."""
    letter = dp.Letter(
        id="letter",
        date="2012-04-10",
        sender="the Permanent Representative of Tajikistan to the United Nations",
        addressee="the Secretary-General",
        relations=[dp.Relation(kind=dp.RelationKind.TRANSMITS, document="r")],
    )
    dossier = dp.Dossier(documents=[letter, RESOLUTION])
    made = dp.report(dossier, "letter").to_docx()
    text = [" ".join(each.text.split()) for each in made.paragraphs]
    assert any(each.startswith("Letter dated 10 April 2012 from the Permanent") for each in text)
    annex = next(n for n, each in enumerate(text) if each.startswith("Annex to the letter dated"))
    assert "Border security" in text[annex:]


def test_saving_by_suffix(tmp_path: Path) -> None:
    """A report is saved as what its suffix says, or refused."""
    made = dp.report(RESOLUTION)
    made.save(tmp_path / "r.docx")
    made.save(tmp_path / "r.html")
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(dp.UnknownFormatError, match="txt"):
        made.save(tmp_path / "r.txt")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pdf(tmp_path: Path) -> None:
    """With LibreOffice a report is saved as PDF."""
    dp.report(RESOLUTION).save(tmp_path / "r.pdf")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_pdf_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without LibreOffice a PDF is refused with its name, and no file is left."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(dp.MissingProgramError, match="LibreOffice"):
        dp.report(RESOLUTION).save(tmp_path / "r.pdf")
    assert not list(tmp_path.iterdir())


def test_a_text_that_has_no_english_is_set_in_its_own_language() -> None:
    """Unless a language is named, a document is set in English, or in what it has."""
    arabic = [each for each in RESOLUTION.versions if each.language == "ar"]
    paper = dp.report(RESOLUTION.evolve(versions=arabic)).paper
    assert paper.language == "ar"
    assert dp.report(RESOLUTION).paper.language == "en"


def test_unknown_choices_are_refused() -> None:
    """An unknown kind, style or id, and a kind that does not fit, are each named."""
    with pytest.raises(dp.UnknownFormatError, match="novel"):
        dp.report(RESOLUTION, "novel")
    with pytest.raises(dp.UnknownFormatError, match="baroque"):
        dp.report(RESOLUTION, style="baroque")
    with pytest.raises(dp.UnknownIdError, match="nobody"):
        dp.report(dp.sample(), "declaration", select="nobody")
    with pytest.raises(dp.InvalidError, match="no subject for a letter"):
        dp.report(RESOLUTION, "letter")
    with pytest.raises(dp.InvalidError, match="dushanbe-2022"):
        dp.report(dp.sample(), "programme")
    with pytest.raises(dp.InvalidError, match="no record that a letter could be of"):
        dp.report(dp.sample(), "letter")
    with pytest.raises(dp.UnknownFormatError, match="Venue"):
        dp.report(dp.Venue())


def test_the_help_names_every_choice(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The help of the command, which loads no layout, names each kind, style and language."""
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["report", "--help"]) == 0
    said = capsys.readouterr().out
    assert [each for each in (*KINDS, *HOUSES, *LANGUAGES) if each not in said] == []


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command makes a report, and says in one line what it cannot make."""
    source, out = tmp_path / "r.json", tmp_path / "r.docx"
    dp.write(RESOLUTION, source)
    assert main(["report", str(source), "-o", str(out), "--language", "ar"]) == 0
    assert out.exists()
    assert main(["report", str(source), "-o", str(tmp_path / "r.odt")]) == 2
    assert main(["report", str(source), "-o", str(out), "--kind", "letter"]) == 1
    assert "no subject for a letter" in capsys.readouterr().err
