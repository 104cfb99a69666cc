"""Word files of others become documents: nothing of them is lost, and every guess is told."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_parts import file, p, r, relations

import dushanbe_process as dp
from dushanbe_process.forms.docx.foreign import guessed
from dushanbe_process.forms.docx.foreign.head import date_in, symbols_of
from dushanbe_process.forms.docx.foreign.typed import readings, typed_number
from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.report import Item, ItemKind
from dushanbe_process.forms.docx.seen import Seen, SeenLine, see
from dushanbe_process.forms.docx.seen.things import lines_of
from dushanbe_process.reports.docx import render
from dushanbe_process.reports.docx.package import pack
from dushanbe_process.reports.layouts import lay_out
from dushanbe_process.reports.styles import house
from dushanbe_process.testing import records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dushanbe_process.model.documents import Document


def read(data: bytes) -> tuple[Document, tuple[Item, ...]]:
    """Return the document that a file is taken for."""
    package = Package.open(data)
    return guessed(see(package), package)


def body_of(document: Document) -> Any:
    """Return the only body of a document."""
    [version] = document.versions
    return version.body


# What a record holds, and what is seen: two lists of words that are made apart.


def _said(text: dp.InlineText) -> Iterator[str]:
    """Yield the words of a text, then those of its notes."""
    yield str(text)
    for note in text.footnotes:
        yield str(note.text)


def _held(blocks: Any) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, dp.Table):
            yield block.number or ""
            yield from _said(block.caption)
            for row in block.rows:
                for cell in row.cells:
                    yield from _said(cell.text)
            continue
        yield block.number or ""
        yield from _said(block.heading if isinstance(block, dp.Section) else block.text)
        yield from _held(block.children)
        if isinstance(block, dp.Paragraph):
            yield from _said(block.wrap_up)


def words_of(document: Document, *, title: bool) -> list[str]:
    """Return every word of a document, in reading order."""
    body = body_of(document)
    made = [*document.extra.get("word_masthead", ())]
    made += [str(document.title)] * title
    for name in ("front", "formula", "preamble", "operative", "closing"):
        found = getattr(body, name)
        made += _said(found) if name == "formula" else _held(found)
    return _words(made)


def seen_words(seen: Seen) -> list[str]:
    """Return every word that is seen, in reading order, each note after its paragraph."""
    made: list[str] = []
    for line in seen.lines():
        made += [line.number or "", *_said(line.text)]
    return _words(made)


def _words(texts: list[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"\w+", text)]


def _letters(words: list[str]) -> str:
    """Return words without what parts them: a number may be split from its words."""
    return "".join(words)


def _files(cases: Path, *folders: str) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted((cases / folder).rglob("*.docx")):
            yield path.name, path.read_bytes()


def test_every_word_of_real_files_is_in_the_record(cases: Path) -> None:
    """Head, title and text of a guessed document have exactly the words that are seen."""
    count = 0
    for name, data in _files(cases, "docx", "akn", "hostile/docx"):
        try:
            seen = see(Package.open(data))
        except dp.DushanbeError:
            continue
        document, _ = read(data)
        expected = sorted(_letters(seen_words(seen)))
        found = [words_of(document, title=each) for each in (True, False)]
        assert expected in [sorted(_letters(each)) for each in found], name
        count += 1
    assert count > 90


def test_words_stand_in_their_order(cases: Path) -> None:
    """The words of a guessed document stand in reading order, apart from notes in tables."""
    for name, data in _files(cases, "docx"):
        document, _ = read(data)
        seen = see(Package.open(data))
        if any(each.text.footnotes for each in _in_tables(seen)):
            continue
        expected = _letters(seen_words(seen))
        found = [_letters(words_of(document, title=each)) for each in (True, False)]
        assert expected in found, name


def _in_tables(seen: Seen) -> Iterator[SeenLine]:
    for block in seen.blocks:
        if not isinstance(block, SeenLine):
            yield from lines_of((block,))


def _paths(document: Document) -> Iterator[tuple[str, dp.Paragraph | dp.Section]]:
    """Yield every paragraph and section of a document with its path."""

    def walk(path: str, blocks: Any) -> Iterator[tuple[str, Any]]:
        for n, block in enumerate(blocks):
            here = f"{path}[{n}]"
            if not isinstance(block, dp.Table):
                yield here, block
                yield from walk(f"{here}.children", block.children)

    for name in ("front", "preamble", "operative", "closing"):
        yield from walk(f"$.versions[0].body.{name}", getattr(body_of(document), name))


def test_every_guess_is_told_with_its_place(cases: Path) -> None:
    """Each paragraph that no style explains has a finding with its path, place and evidence."""
    for name, data in _files(cases, "docx"):
        document, items = read(data)
        told = {each.path for each in items if each.kind is ItemKind.GUESSED}
        styled = {
            " ".join(str(each.text).split())
            for each in see(Package.open(data)).lines()
            if each.style not in ("", "normal", "default", "normal(web)")
        }
        for path, block in _paths(document):
            text = block.heading if isinstance(block, dp.Section) else block.text
            whole = " ".join(f"{block.number or ''} {text}".split())
            words = " ".join(str(text).split())
            assert path in told or any(words in each for each in styled), (name, path, whole)
        assert all(each.note for each in items if each.kind is ItemKind.GUESSED)
        assert {"$", "$.versions[0].language"} <= told, name


@pytest.mark.parametrize("format", ["json", "xml", "docx"])
def test_a_guessed_record_is_a_record(cases: Path, format: str) -> None:
    """What is guessed of real files goes through the formats unharmed."""
    for name, data in _files(cases, "docx"):
        document, _ = read(data)
        assert dp.loads(dp.dumps(document, format), format=format) == document, name


def test_a_guessed_record_can_be_issued(cases: Path) -> None:
    """A guessed document can be set as a Word file again, and has the same words there."""
    for name, data in _files(cases, "docx/un", "docx/decl", "docx/wmo", "docx/gov"):
        document, _ = read(data)
        language = document.versions[0].language
        again = see(Package.open(render(lay_out(document, None, language), house("un")).packed()))
        found = set(seen_words(again))
        missing = [each for each in words_of(document, title=True) if each not in found]
        unset = set(_words([*document.extra.get("word_masthead", ()), *_unset(document)]))
        assert [each for each in missing if each not in unset] == [], name


def _unset(document: Document) -> Iterator[str]:
    """Yield the notes that are not set: those of headings, and of heads of tables."""
    for block in body_of(document).blocks():
        texts = [block.heading] if isinstance(block, dp.Section) else []
        if isinstance(block, dp.Table):
            texts = [cell.text for row in block.rows for cell in row.cells if cell.header]
        for text in texts:
            yield from (str(note.text) for note in text.footnotes)


KINDS = {
    "un/ar_CRC_C_GC_20.docx": ("OtherDocument", "ar", ["CRC/C/GC/20"]),
    "un/en_UNECE_GRVA_R171_proposal.docx": (
        "OtherDocument",
        "en",
        ["ECE/TRANS/WP.29/GRVA/2025/xx"],
    ),
    "un/en_UN_declaration_racial_discrimination.docx": ("Declaration", "en", []),
    "decl/en_Gastein_health_forum.docx": ("PressRelease", "en", []),
    "wmo/Doc_1_1_Provisional_list_of_participants_v0_0.docx": ("OtherDocument", "en", []),
    "wmo/Doc_2_2_Provisional_agenda_v0_4.docx": ("Agenda", "en", []),
    "wmo/ET_WDC_Telco_20200311_Minutes.docx": ("Report", "en", []),
    "gov/ru_anticorruption_report.docx": ("Report", "ru", []),
    "gov/pl_expert_meeting_agenda.docx": ("Agenda", "pl", []),
    "gov/zh_negotiation_document.docx": ("OtherDocument", "zh", []),
    "gov/es_consejo_nacional_politica_suelo.docx": ("OtherDocument", "es", []),
    "gov/he_text.docx": ("OtherDocument", "he", []),
    "gov/ja_proposal.docx": ("OtherDocument", "ja", []),
    "gov/fa_book.docx": ("OtherDocument", "fa", []),
    "itu/fr_T-REC-E.119-201704.docx": ("OtherDocument", "fr", []),
    "itu/ru_T-REC-E.119-201704.docx": ("OtherDocument", "ru", []),
}


@pytest.mark.parametrize("name", KINDS)
def test_kind_language_and_symbol_are_guessed(cases: Path, name: str) -> None:
    """A person finds kind, language and symbols of real documents right."""
    document, _ = read((cases / "docx" / name).read_bytes())
    found = (type(document).__name__, document.versions[0].language, [*map(str, document.symbols)])
    assert found == KINDS[name]


def test_the_head_of_an_official_document_is_read(cases: Path) -> None:
    """Organisation, organ, distribution, date, session and agenda item are in the masthead."""
    document, _ = read((cases / "docx/un/en_UNECE_GRVA_R171_proposal.docx").read_bytes())
    head = document.masthead
    assert head is not None
    assert (str(head.organization), str(head.organ)) == (
        "United Nations",
        "Economic and Social Council",
    )
    assert (head.distribution, head.original_languages) == (dp.Distribution.GENERAL, ("en",))
    assert str(head.session) == "Twenty-first session"
    assert [each.number for each in head.agenda_items] == ["6(a)"]
    arabic, _ = read((cases / "docx/un/ar_CRC_C_GC_20.docx").read_bytes())
    assert arabic.masthead is not None
    assert str(arabic.masthead.organ) == "اتفاقيـة حقوق الطفل"
    assert str(arabic.masthead.date) == "2016-12-06"


# Small files, each for one thing that is guessed.


def guess(*paragraphs: str, **parts: bytes | str) -> Any:
    """Return the body that paragraphs are taken for."""
    return body_of(read(file("".join(paragraphs), None, **parts))[0])


def outline(blocks: Any) -> Any:
    """Return numbers, and below each what stands there."""
    made = []
    for each in blocks:
        own = each.number or str(getattr(each, "heading", "") or each.text)[:12]
        made.append((own, outline(each.children)) if each.children else own)
    return made


def bold(words: str) -> str:
    """Return a bold paragraph."""
    return p(r(words, "<w:b/>"))


def test_a_resolution_is_understood_without_styles() -> None:
    """Title, formula, preamble with leads, operative paragraphs and their levels are guessed."""
    body = guess(
        bold("Resolution on terrorism"),
        p(r("The General Assembly,")),
        p(r("Recalling", "<w:i/>") + r(" its resolution 77/298,")),
        p(r("Deeply concerned", "<w:i/>") + r(" about terrorism,")),
        p(r("1.\tCalls upon", "<w:i/>") + r(" all States:")),
        p(r("(a)\tTo cooperate;")),
        p(r("(b)\tTo share information:")),
        p(r("(i)\tOn borders;")),
        p(r("(ii)\tOn funds;")),
        p(r("2.\tDecides to remain seized of the matter.")),
        p(r("Done at Dushanbe, 4 May 2018")),
    )
    assert str(body.formula) == "The General Assembly,"
    assert [each.lead for each in body.preamble] == ["Recalling", "Deeply concerned"]
    expected = [("1.", ["(a)", ("(b)", ["(i)", "(ii)"])]), "2."]
    assert outline(body.operative) == expected
    assert [each.lead for each in body.operative] == ["Calls upon", "Decides"]
    assert outline(body.closing) == ["Done at Dush"]


SEQUENCES = {
    "i after b stands below": (
        ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2."],
        [("1.", ["(a)", ("(b)", ["(i)", "(ii)"]), "(c)"]), "2."],
    ),
    "i after h follows": (
        ["1.", *[f"({each})" for each in "abcdefghij"], "2."],
        [("1.", [f"({each})" for each in "abcdefghij"]), "2."],
    ),
    "parts": (
        ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1"],
        [("1.", ["1.1", ("1.2", ["1.2.1"])]), ("2.", ["2.1"])],
    ),
    "a list that begins anew": (["1.", "2.", "1.", "2."], ["1.", "2.", "1.", "2."]),
    "bis": (["1.", "1 bis.", "2."], ["1.", "1 bis.", "2."]),
    "Cyrillic": (["1.", "а)", "б)", "2."], [("1.", ["а)", "б)"]), "2."]),
    "Arabic": (["١-", "(أ)", "(ب)", "٢-"], [("١-", ["(أ)", "(ب)"]), "٢-"]),
    "Chinese": (["一、", "（一）", "（二）", "二、"], [("一、", ["（一）", "（二）"]), "二、"]),
}  # fmt: skip


@pytest.mark.parametrize(("numbers", "expected"), SEQUENCES.values(), ids=SEQUENCES.keys())
def test_levels_follow_from_the_sequence_of_numbers(numbers: list[str], expected: Any) -> None:
    """What a number can be is decided by what came before it."""
    body = guess(bold("A title here"), *(p(r(f"{each}\twords of it")) for each in numbers))
    assert outline(body.operative) == expected


TYPED = {
    "1.\tText": "1.",
    "12. Text": "12.",
    "(a) Text": "(a)",
    "iv) Text": "iv)",
    "1.2.3 Text": "1.2.3",
    "5 bis. Text": None,
    "2015 was a year": None,
    "A. Smith said": None,
    "A.\tText": "A.",
    "– Text": "–",
    "In 2015": None,
    "(Signed) A": None,
    "第一条 文": "第一条",
    "一、文": "一、",
    "1": None,
}


@pytest.mark.parametrize(("words", "number"), TYPED.items())
def test_typed_numbers_are_told_from_words(words: str, number: str | None) -> None:
    """A number is split from its paragraph only where it is one."""
    found = typed_number(words)
    if words.startswith("5 bis"):
        assert found is None or found[0].startswith("5")
    else:
        assert (found and found[0]) == number


SYMBOLS = {
    "A/RES/77/298": True,
    "A/66/772–S/2012/215": True,
    "A/66/772-S/2012/215": True,
    "S/RES/1373 (2001)": True,
    "ECE/TRANS/WP.29/1045": True,
    "E/CN.4/2005/1/Add.2": True,
    "WP/12": False,
    "and/or 5": False,
    "https://un.org/1": False,
    "24/7": False,
    "SSAI /NASA": False,
}


@pytest.mark.parametrize(("words", "is_one"), SYMBOLS.items())
def test_symbols_are_known_by_their_grammar(words: str, *, is_one: bool) -> None:
    """A line is a symbol where its parts are those of one."""
    assert symbols_of([words]) == ((words,) if is_one else ())


DATES = [
    "4 May 2018", "May 4, 2018", "4 mai 2018", "4 de mayo de 2018", "4 мая 2018 года",
    "4 أيار/مايو 2018", "2018年5月4日", "4 майи соли 2018",
]  # fmt: skip


@pytest.mark.parametrize("words", DATES)
def test_dates_are_read_in_every_language(words: str) -> None:
    """A line that is a date is one in each of the languages that papers are printed in."""
    assert str(date_in(words)) == "2018-05-04"
    assert date_in(f"{words} and more") is None


def test_a_number_can_be_read_in_several_ways() -> None:
    """A letter may count as a letter or in roman figures."""
    assert [(each.kind, each.value) for each in readings("(i)")] == [("latin", 9), ("roman", 1)]
    assert [(each.kind, each.value) for each in readings("IV.")] == [("upperroman", 4)]
    assert readings("–") == []


HEADINGS = {
    "bold": bold("Preventing terrorism"),
    "capitals": p(r("PREVENTING TERRORISM")),
    "centred": p(r("Preventing terrorism", "<w:b/>"), '<w:jc w:val="center"/>'),
    "underlined": p(r("Preventing terrorism", '<w:u w:val="single"/>')),
    "outline": p(r("Preventing terrorism"), '<w:outlineLvl w:val="1"/>'),
    "division": p(r("Article 1")),
    "numbered": bold("II. Preventing terrorism"),
}


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS.keys())
def test_headings_are_known_by_their_look(heading: str) -> None:
    """Short lines that stand out head what follows them."""
    text = p(r("Some words that make a sentence."))
    [section] = guess(
        bold("The title of it"), p(r("An opening sentence.")), heading, text
    ).operative[1:]
    assert isinstance(section, dp.Section)
    assert len(section.children) == 1
    if heading == HEADINGS["numbered"]:
        assert (section.number, str(section.heading)) == ("II.", "Preventing terrorism")


def test_a_title_goes_on_where_its_line_has_no_end() -> None:
    """A line that ends with a dash or comma goes on in the next one of its style."""
    lines = ("EUROPEAN HEALTH FORUM –", "The Future of Health", "Nutrition")
    document, _ = read(file("".join([*map(bold, lines), p(r("Some words that make one."))]), None))
    assert [*document.title.values()] == ["EUROPEAN HEALTH FORUM – The Future of Health"]


@pytest.mark.parametrize("style", ["Title", "Rec_title", "RecTitle", "Doc_Title", "Res_title"])
def test_a_title_is_known_by_the_name_of_its_style(style: str) -> None:
    """What a template calls the title is it, whatever stands on the cover before it."""
    titled = p(r("Working methods"), f'<w:pStyle w:val="{style}"/>')
    cover = bold("SERIES A: ORGANIZATION") + bold("Recommendation A.1")
    document, _ = read(file(cover + titled + p(r("Some words that make one.")), None))
    assert [*document.title.values()] == ["Working methods"]


def test_dashes_are_the_style_of_clauses() -> None:
    """Clauses that all begin with a dash are set so, and have no numbers."""
    body = guess(
        bold("Dushanbe Declaration"),
        p(r("We, the heads of delegations,")),
        p(r("– Recalling the Charter,")),
        p(r("– Reaffirming our commitment,")),
        p(r("1. Decide to meet again.")),
    )
    assert body.preamble_style == dp.ClauseStyle(marker=dp.Marker.DASH)
    assert [str(each.text) for each in body.preamble] == [
        "Recalling the Charter,",
        "Reaffirming our commitment,",
    ]
    assert str(body.formula) == "We, the heads of delegations,"


def test_marks_notes_and_links_are_kept() -> None:
    """Bold, italics and notes come with the words."""
    note = f'<w:footnote w:id="1">{p(r("A note."))}</w:footnote>'
    marked = r("one ") + r("two", "<w:b/>") + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    [paragraph] = guess(bold("The title of it"), p(marked), footnotes=note).operative
    assert paragraph.text == dp.InlineText("one ", dp.strong("two"), dp.footnote("A note."))


def test_changes_and_comments_are_told_where_they_stand() -> None:
    """Tracked changes, comments and what is not read are findings with paths and places."""
    comments = f'<w:comment w:id="5" w:author="B">{p(r("Why?"))}</w:comment>'
    change = '<w:ins w:id="1" w:author="A" w:date="2026">' + r(" new") + "</w:ins>"
    noted = '<w:r><w:commentReference w:id="5"/></w:r>' + r("h", "<w:vanish/>")
    data = file(
        bold("The title of it") + p(r("Some words") + change + noted), None, comments=comments
    )
    _, items = read(data)
    found = {each.kind: each for each in items}
    path = "$.versions[0].body.operative[0]"
    assert (found[ItemKind.INSERTION].path, found[ItemKind.INSERTION].author) == (path, "A")
    assert (found[ItemKind.COMMENT].path, found[ItemKind.COMMENT].after) == (path, "Why?")
    assert found[ItemKind.UNREAD].note == "hidden text: h"


def test_an_empty_file_is_an_empty_document() -> None:
    """A file without words is a document without text."""
    document, _ = read(file(p("")))
    assert body_of(document) == dp.Body()


# Our own files, their record and bookmarks lost.


def stripped(document: Document, language: str) -> bytes:
    """Return a document as we issue it, without the record and without bookmarks."""
    parts = dict(render(lay_out(document, None, language), house("un")).parts)
    root = etree.fromstring(parts["word/document.xml"])
    for each in [*root.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        each.getparent().remove(each)
    names = ("styles", "footnotes", "numbering")
    return pack(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": relations(("1", "officeDocument", "word/document.xml")),
            **parts,
            "word/document.xml": etree.tostring(root),
            "word/_rels/document.xml.rels": relations(*((n, n, f"{n}.xml") for n in names)),
        }
    )


def _sentence(end: str) -> st.SearchStrategy[str]:
    words = st.lists(
        st.sampled_from(["peace", "security", "borders", "law", "trade"]), min_size=2, max_size=9
    )
    return words.map(lambda each: " ".join(each) + end)


NOTED = st.lists(_sentence("."), max_size=1).map(lambda each: [dp.footnote(x) for x in each])


@st.composite
def _preambular(draw: st.DrawFn) -> dp.Paragraph:
    lead = draw(st.sampled_from(["Recalling", "Deeply concerned", "Bearing in mind"]))
    return dp.Paragraph(lead=lead, text=[f"{lead} {draw(_sentence(','))}", *draw(NOTED)])


@st.composite
def _operative(draw: st.DrawFn, number: int) -> dp.Paragraph:
    lead = draw(st.sampled_from(["Calls upon", "Decides", "Urges"]))
    children = []
    for letter in "abcdefghij"[: draw(st.integers(0, 10))]:
        below = [
            dp.Paragraph(number=f"({n})", text=draw(_sentence(";")))
            for n in ("i", "ii", "iii")[: draw(st.integers(0, 3))]
        ]
        children.append(
            dp.Paragraph(number=f"({letter})", text=draw(_sentence(";")), children=below)
        )
    end = ":" if children else ";"
    text = dp.InlineText(f"{lead} {draw(_sentence(end))}", *draw(NOTED))
    wrap_up = draw(st.sampled_from(["", "as agreed;"])) if children else ""
    return dp.Paragraph(
        number=f"{number}.", lead=lead, text=text, children=children, wrap_up=wrap_up
    )


@st.composite
def _table(draw: st.DrawFn) -> dp.Table:
    width = draw(st.integers(2, 3))
    cell = _sentence("")
    rows = [
        dp.Row(cells=[dp.Cell(text=draw(cell), header=n == 0) for _ in range(width)])
        for n in range(draw(st.integers(2, 4)))
    ]
    return dp.Table(number="Table 1", caption=draw(cell), rows=rows)


@st.composite
def _sections(draw: st.DrawFn, count: list[int], level: int = 1) -> list[Any]:
    made = []
    for n in range(draw(st.integers(0, 2))):
        inside: list[Any] = []
        for _ in range(draw(st.integers(1, 3))):
            count[0] += 1
            inside.append(draw(_operative(count[0])))
        if draw(st.booleans()):
            inside.append(draw(_table()))
        if level == 1:
            inside += draw(_sections(count, 2))
        number = ("I.", "II.")[n] if level == 1 else ("A.", "B.")[n]
        made.append(
            dp.Section(number=number, heading=draw(_sentence("")).capitalize(), children=inside)
        )
    return made


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    count = [0]
    operative: list[Any] = []
    for _ in range(draw(st.integers(1, 3))):
        count[0] += 1
        operative.append(draw(_operative(count[0])))
    operative += draw(_sections(count))
    body = dp.Body(
        front=[dp.Paragraph(text=each) for each in draw(st.lists(_sentence("."), max_size=2))],
        formula="The General Assembly,",
        preamble=draw(st.lists(_preambular(), min_size=1, max_size=4)),
        operative=operative,
    )
    return dp.Resolution(
        id="a-res-77-298",
        title={"en": "The United Nations Global Counter-Terrorism Strategy"},
        symbols=draw(st.sampled_from([[], ["A/RES/77/298"]])),
        versions=[dp.LanguageVersion(language="en", body=body)],
    )


@given(_documents())
def test_our_own_files_are_understood_without_their_record(document: Document) -> None:
    """Text, numbers, levels, leads, sections, tables and notes come back as they were."""
    found, _ = read(stripped(document, "en"))
    assert body_of(found) == body_of(document)
    assert str(found.title) == str(document.title)
    assert (type(found), found.symbols) == (type(document), document.symbols)


def _visible(blocks: Any) -> list[Any]:
    """Return what is seen of blocks: numbers, words, leads, and what stands below."""
    made: list[Any] = []
    for each in blocks:
        if isinstance(each, dp.Table):
            made.append([[str(cell.text) for cell in row.cells] for row in each.rows])
        else:
            text = each.heading if isinstance(each, dp.Section) else each.text
            lead = getattr(each, "lead", None)
            notes = [str(note.text) for note in text.footnotes]
            made.append([each.number, lead, str(text), notes, _visible(each.children)])
    return made


def test_the_documents_of_the_record_are_understood_without_it() -> None:
    """Real declarations and resolutions come back in every language, as far as they are seen."""
    count = 0
    for document in dp.sample().documents:
        for version in document.versions:
            if version.body == dp.Body() or not isinstance(
                document, dp.Resolution | dp.Declaration
            ):
                continue
            found, items = read(stripped(document, version.language))
            [seen] = found.versions
            assert (type(found), seen.language) == (type(document), version.language)
            assert str(found.title) == document.title.in_(version.language)
            assert [*found.symbols] == [*document.symbols]
            assert found.text_status == document.text_status
            for part in ("front", "preamble", "operative"):
                expected = _visible(getattr(version.body, part))
                if document.id != "declaration-2019":  # its leads are not those of the lists
                    assert _visible(getattr(seen.body, part)) == expected, document.id
            assert items
            count += 1
    assert count > 10


@given(records(dp.Declaration))
def test_any_text_that_we_issue_reads(document: Document) -> None:
    """Whatever a document holds, the file that shows it gives a record that can be kept."""
    language = document.versions[0].language if document.versions else "en"
    found, _ = read(stripped(document, language))
    assert dp.loads(dp.dumps(found, "json"), format="json") == found


def test_long_files_take_no_longer_than_their_length() -> None:
    """A file of a hundred thousand paragraphs is guessed in time that grows with its length."""

    def seconds(count: int) -> float:
        body = "".join(
            p(r(f"{n}.\tWords of a paragraph;")) + p(r("(a)\tBelow it;")) for n in range(count)
        )
        data = file(body)
        package = Package.open(data)
        seen = see(package)
        begun = time.process_time()
        guessed(seen, package)
        return time.process_time() - begun

    few, many = seconds(1_000), seconds(10_000)
    assert many < 40 * few + 1


def test_nothing_but_our_errors(cases: Path) -> None:
    """Damaged and malicious files end in a document or in one of our errors."""
    for path in (cases / "hostile" / "docx").iterdir():
        try:
            read(path.read_bytes())
        except dp.DushanbeError as error:
            assert str(error)
