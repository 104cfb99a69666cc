"""What a person sees in a Word file: one small file for each thing that Word can hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_parts import BY, file, lines, looked, p, packed, part, r, relations

import dushanbe_process as dp
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.seen import SeenTable, see

if TYPE_CHECKING:
    from collections.abc import Callable

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def instruction(code: str) -> str:
    """Return the instruction of a field."""
    return f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


def content(inside: str) -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of a table."""
    made = "".join(c if c.startswith("<w:tc>") else f"<w:tc>{p(r(c))}</w:tc>" for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def cell(words: str, properties: str) -> str:
    """Return a cell with properties."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(words))}</w:tc>"


def ins(inside: str) -> str:
    """Return a tracked insertion."""
    return f"<w:ins {BY}>{inside}</w:ins>"


def gone(words: str) -> str:
    """Return a tracked deletion."""
    return f"<w:del {BY}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


WRAPPED = {
    "inline": p(r("a ") + content(r("b")) + r(" c")),
    "nested": p(r("a ") + content(content(r("b"))) + r(" c")),
    "smart tag": p(r("a ") + f"<w:smartTag>{r('b')}</w:smartTag>" + r(" c")),
    "custom XML": p(r("a ") + f"<w:customXml>{r('b')}</w:customXml>" + r(" c")),
    "direction": p(r("a ") + f'<w:dir w:val="rtl">{r("b")}</w:dir>' + r(" c")),
    "simple field": p(r("a ") + f'<w:fldSimple w:instr="REF x">{r("b")}</w:fldSimple>' + r(" c")),
    "link": p(r("a ") + f'<w:hyperlink w:anchor="x">{r("b")}</w:hyperlink>' + r(" c")),
    "block control": content(p(r("a b c"))),
    "block custom XML": f"<w:customXml>{p(r('a b c'))}</w:customXml>",
    "block insertion": ins(p(r("a b c"))),
    "unknown around a paragraph": f"<w:odd>{p(r('a b c'))}</w:odd>",
    "unknown around runs": f"<w:odd>{r('a b c')}</w:odd>",
    "alternative": f"<mc:AlternateContent><mc:Choice>{p(r('a b c'))}</mc:Choice><mc:Fallback>"
    f"{p(r('no'))}</mc:Fallback></mc:AlternateContent>",
    "only a fallback": p(
        f"<mc:AlternateContent><mc:Fallback>{r('a b c')}</mc:Fallback></mc:AlternateContent>"
    ),
    "row control": f"<w:tbl>{content(row('a b c'))}</w:tbl>",
    "cell control": "<w:tbl><w:tr>" + content(f"<w:tc>{p(r('a b c'))}</w:tc>") + "</w:tr></w:tbl>",
    "control in a cell": f"<w:tbl><w:tr><w:tc>{content(p(r('a b c')))}</w:tc></w:tr></w:tbl>",
    "proofing": p(r("a ") + '<w:proofErr w:type="spellStart"/>' + r("b") + r(" c")),
}


@pytest.mark.parametrize("wrapped", WRAPPED.values(), ids=WRAPPED.keys())
def test_words_are_seen_whatever_they_are_wrapped_in(wrapped: str) -> None:
    """Content controls, links, fields, alternatives and unknown elements hide no words."""
    assert lines(wrapped) == ["a b c"]


SHOWN = {
    "a result": (BEGIN + instruction("PAGE") + SEPARATE + r("7") + END, "a 7 b"),
    "a field in an instruction": (
        BEGIN + instruction("IF ") + BEGIN + instruction("X") + SEPARATE + r("no") + END
        + SEPARATE + r("7") + END,
        "a 7 b",
    ),
    "a field in a result": (
        BEGIN + instruction("IF") + SEPARATE + r("7") + BEGIN + instruction("X") + SEPARATE
        + r("8") + END + END,
        "a 78 b",
    ),
    "a button": (BEGIN + instruction("MACROBUTTON NN [Type a name]") + END, "a [Type a name] b"),
    "a symbol": (BEGIN + instruction("SYMBOL 97 \\f Symbol") + END, "a α b"),
    "a box": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
        "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>" + instruction("FORMCHECKBOX")
        + END,
        "a ☒ b",
    ),
    "a choice": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="x"/><w:listEntry w:val="y"/></w:ddList></w:ffData></w:fldChar></w:r>'
        + instruction("FORMDROPDOWN") + END,
        "a y b",
    ),
    "no result": (BEGIN + instruction("XE hidden") + END, "a  b"),
    "no end": (BEGIN + instruction("X"), "a  b"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "expected"), SHOWN.values(), ids=SHOWN.keys())
def test_of_a_field_what_it_shows_is_seen(inside: str, expected: str) -> None:
    """The result of a field is seen, its instruction is not; one without an end hides nothing."""
    assert lines(p(r("a ") + inside + r(" b"))) == [expected]


def test_a_field_goes_over_paragraphs() -> None:
    """A table of contents is seen line by line, each known for what it is."""
    body = (
        p(BEGIN + instruction("TOC \\o") + SEPARATE + r("One")) + p(r("Two")) + p(END) + p(r("x"))
    )
    seen = looked(file(body))
    assert [(str(each), each.generated) for each in seen.lines()][:2] == [
        ("One", True),
        ("Two", True),
    ]
    assert not list(seen.lines())[-1].generated
    assert "a table of contents, which an editor makes anew" in seen.unread


def test_a_link_leads_somewhere() -> None:
    """The address of a link is kept, whether it is an element or a field."""
    field = BEGIN + instruction('HYPERLINK "https://b.example/"') + SEPARATE + r("b") + END
    body = p(f'<w:hyperlink r:id="h">{r("a")}</w:hyperlink>{field}')
    [line] = looked(file(body, {"h": "https://a.example/"})).lines()
    assert list(line.text) == [
        dp.Run(text="a", link="https://a.example/"),
        dp.Run(text="b", link="https://b.example/"),
    ]


SIGNS = {
    "a tab and a line": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),  # noqa: E501
    "hyphens": ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>", "a‑b\u00ad"),  # noqa: E501
    "a symbol": ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
    "a tick": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
    "a private sign": ('<w:r><w:sym w:font="Own" w:char="F0FC"/></w:r>', "\uf0fc"),
    "words in a symbol font": (
        '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3 5</w:t></w:r>',
        "≥ 5",
    ),
    "no sign": ('<w:r><w:t>a</w:t><w:sym w:font="x" w:char="FFFFFF"/></w:r>', "a"),
    "a control character": ('<w:r><w:t>a</w:t><w:sym w:font="x" w:char="0001"/></w:r>', "a"),
    "a reading": (
        f"<w:r><w:ruby><w:rt>{r('ruby')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>",
        "base(ruby)",
    ),
    "a formula": ("<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>", "x=1"),
    "a new page": (
        '<w:r><w:br w:type="page"/><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>',
        "a\nb",
    ),
    "blanks not to be kept": ("<w:r><w:t> a </w:t><w:t>b</w:t></w:r>", "ab"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "expected"), SIGNS.values(), ids=SIGNS.keys())
def test_signs_are_seen_as_they_are_printed(inside: str, expected: str) -> None:
    """Tabs, hyphens, signs of symbol fonts, readings and formulas are words too."""
    assert lines(p(inside)) == [expected]


def test_hidden_text_is_told_of() -> None:
    """Hidden text is not seen, by its run or by its style; the file is known to hold it."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr>'
        "</w:style>"
    )
    body = p(r("a") + r("b", "<w:vanish/>")) + p(r("c"), '<w:pStyle w:val="H"/>')
    body += p(r("d", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="H"/>')
    seen = looked(file(body, styles=styles))
    assert [str(each) for each in seen.lines()] == ["a", "", "d"]
    assert "hidden text: bc" in seen.unread


BOX = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(r('in'))}</w:txbxContent>"
BOX += "</v:textbox></v:shape></w:pict></w:r>"


def test_boxes_come_after_their_paragraph() -> None:
    """A text box is read once, after the paragraph that it hangs on and at its place."""
    twice = f"<w:r><mc:AlternateContent><mc:Choice>{BOX[5:-6]}</mc:Choice><mc:Fallback>{BOX[5:-6]}"
    body = p(r("before") + twice + "</mc:Fallback></mc:AlternateContent></w:r>" + r(" after"))
    found = list(looked(file(body + p(r("next")))).lines())
    assert [(str(e), e.place, e.boxed) for e in found] == [
        ("before after", 1, False),
        ("in", 1, True),
        ("next", 2, False),
    ]


def test_a_table_in_a_run_is_read() -> None:
    """A table that stands in a run, where none should, is read, and so is what follows it."""
    body = p(r("a") + f"<w:r><w:tbl>{row('in')}</w:tbl><w:t>b</w:t></w:r>")
    assert lines(body) == ["ab", "in"]


def test_drawings_are_told_of() -> None:
    """Lettering is read; charts and pictures are told of, charts with their words."""
    chart = "<c:chart r:id='chart'/>"
    picture = "<a:blip r:embed='x'/>"
    body = p('<w:r><w:pict><v:textpath string="DRAFT"/></w:pict></w:r>')
    body += p(f"<w:r><w:drawing>{chart}{picture}</w:drawing></w:r>")
    seen = looked(file(body, chart=part("c", "<a:t>Attendance</a:t><c:v>60</c:v>")))
    assert [str(each) for each in seen.lines() if each.text] == ["DRAFT"]
    assert seen.unread == ("a chart: Attendance 60", "a picture")


TRACKED = {
    "runs": (p(r("a ") + ins(r("b")) + gone("c") + r(" d")), ["a b d"], ["a c d"]),
    "a deletion within an insertion": (p(r("a") + ins(r("b") + gone("c"))), ["ab"], ["a"]),
    "an inserted paragraph": (
        p(r("a"), f"<w:rPr><w:ins {BY}/></w:rPr>") + p(r("b")),
        ["a", "b"],
        ["ab"],
    ),
    "a deleted paragraph": (
        p(gone("a"), f"<w:rPr><w:del {BY}/></w:rPr>") + p(r("b")),
        ["b"],
        ["a", "b"],
    ),
    "a deleted paragraph before a table": (
        p(gone("a"), f"<w:rPr><w:del {BY}/></w:rPr>") + f"<w:tbl>{row('b')}</w:tbl>",
        ["b"],
        ["a", "b"],
    ),
    "a deleted mark before a table": (
        p(r("a"), f"<w:rPr><w:del {BY}/></w:rPr>") + f"<w:tbl>{row('b')}</w:tbl>",
        ["a", "b"],
        ["a", "b"],
    ),
    "a move": (
        p(f"<w:moveFrom {BY}>{r('m')}</w:moveFrom>" + r("a"))
        + p(f"<w:moveTo {BY}>{r('m')}</w:moveTo>"),
        ["a", "m"],
        ["ma", ""],
    ),
    "a moved paragraph": (
        p(f"<w:moveFrom {BY}>{r('m')}</w:moveFrom>", f"<w:rPr><w:moveFrom {BY}/></w:rPr>")
        + p(r("a"))
        + p(f"<w:moveTo {BY}>{r('m')}</w:moveTo>", f"<w:rPr><w:moveTo {BY}/></w:rPr>")
        + p(r("b")),
        ["a", "m", "b"],
        ["m", "a", "b"],
    ),
    "an inserted row": (
        f"<w:tbl>{row('a')}{row('b', properties=f'<w:ins {BY}/>')}</w:tbl>",
        ["a", "b"],
        ["a"],
    ),
    "a deleted row": (
        f"<w:tbl>{row('a')}{row('b', properties=f'<w:del {BY}/>')}</w:tbl>",
        ["a"],
        ["a", "b"],
    ),
    "an inserted table": (
        f"<w:tbl>{row('b', properties=f'<w:ins {BY}/>')}</w:tbl>" + p(r("a")),
        ["b", "a"],
        ["a"],
    ),
    "an inserted cell": (
        f"<w:tbl>{row('a', cell('b', f'<w:cellIns {BY}/>'))}</w:tbl>",
        ["a", "b"],
        ["a"],
    ),
    "a deleted cell": (
        f"<w:tbl>{row('a', cell('b', f'<w:cellDel {BY}/>'))}</w:tbl>",
        ["a"],
        ["a", "b"],
    ),
    "a deleted formula": (
        p(r("a") + f"<m:oMath><m:r><w:del {BY}><m:t>x</m:t></w:del></m:r></m:oMath>"),
        ["a"],
        ["ax"],
    ),
    "a deleted beginning of a field": (
        p(f"<w:del {BY}>{BEGIN}</w:del>" + r("a")),
        ["a"],
        ["a"],
    ),
}


@pytest.mark.parametrize(("body", "after", "before"), TRACKED.values(), ids=TRACKED.keys())
def test_tracked_changes_give_two_texts(body: str, after: list[str], before: list[str]) -> None:
    """One view reads as if all changes were accepted, the other as if all were rejected."""
    assert lines(body) == after
    assert lines(body, "reject") == before


@pytest.mark.parametrize("name", [each for each in TRACKED if "beginning" not in each])
def test_tracked_changes_are_told_with_author_and_date(name: str) -> None:
    """Every tracked change says by whom it was made and when."""
    body, _, _ = TRACKED[name]
    changes = looked(file(body)).changes
    if name != "a deleted formula":
        assert changes
    assert {(each.author, each.date) for each in changes} <= {("A", "2026-01-02T03:04:05Z")}


def test_formats_are_those_of_the_view() -> None:
    """Marks, style and number are those before a tracked change of format, or after it."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(
        r("a", f"<w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>"),
        f'<w:pStyle w:val="New"/>{listed}<w:pPrChange {BY}><w:pPr><w:pStyle w:val="Old"/></w:pPr>'
        "</w:pPrChange>",
    )
    data = file(body, numbering=numbering)
    [after], [before] = looked(data).lines(), looked(data, "reject").lines()
    assert (after.style, after.number, list(after.text)) == (
        "new",
        "1.",
        [dp.Run(text="a", strong=True)],
    )
    assert (before.style, before.number) == ("old", None)
    assert list(before.text) == [dp.Run(text="a", emphasis=True)]
    assert [each.kind for each in looked(data).changes] == ["formatting", "formatting"]


def test_merged_cells_are_those_of_the_view() -> None:
    """Cells that were merged under tracking span rows in one view and not in the other."""
    tracked = f'<w:cellMerge {BY} w:vMerge="cont" w:vMergeOrig="rest"/>'
    body = f"<w:tbl>{row('a')}{row(cell('', tracked))}</w:tbl>"
    [after], [before] = looked(file(body)).blocks, looked(file(body), "reject").blocks
    assert isinstance(after, SeenTable)
    assert isinstance(before, SeenTable)
    assert [[c.rows for c in each.cells] for each in after.rows] == [[2], []]
    assert [[c.rows for c in each.cells] for each in before.rows] == [[1], [1]]


def test_cells_span_columns_and_rows() -> None:
    """Cells know over how many columns and rows they go, heads that they are heads."""
    body = (
        "<w:tbl>"
        + row(cell("a", '<w:gridSpan w:val="2"/>'), "b", properties="<w:tblHeader/>")
        + row(
            cell("c", '<w:vMerge w:val="restart"/>'),
            "d",
            "e",
            properties='<w:tblHeader w:val="0"/>',
        )
        + row(cell("", "<w:vMerge/>"), "f", "g")
        + row(cell("h", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "i")
        + "</w:tbl>"
    )
    [table] = looked(file(body)).blocks
    assert isinstance(table, SeenTable)
    assert [each.header for each in table.rows] == [True, False, False, False]
    spans = [[(each.columns, each.rows) for each in found.cells] for found in table.rows]
    assert spans == [[(2, 1), (1, 1)], [(1, 2), (1, 1), (1, 1)], [(1, 1)] * 2, [(2, 1), (1, 1)]]


def test_notes_stand_where_their_marks_stand() -> None:
    """Footnotes and endnotes are read into the text; marks of their own are kept, once."""
    notes = (
        f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>" + r(" first"))}</w:footnote>'
        f'<w:footnote w:id="2">{p(r("*") + r(" second"))}{p(r("more"))}</w:footnote>'
        f'<w:footnote w:id="3">{p(r("† third"))}</w:footnote>'
    )
    ends = f'<w:endnote w:id="1">{p(r("end"))}</w:endnote>'
    own = '<w:footnoteReference w:id="{}" w:customMarkFollows="1"/>'
    body = p(
        r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r("b")
        + f"<w:r>{own.format(2)}<w:t>*</w:t></w:r>" + r("c")
        + f'<w:r>{own.format(3)}<w:t>†</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    )  # fmt: skip
    [line] = looked(file(body, footnotes=notes, endnotes=ends)).lines()
    assert str(line.text) == "abc"
    assert [(str(each.text), each.mark) for each in line.text.footnotes] == [
        ("first", None),
        ("second\nmore", "*"),
        ("third", "†"),
        ("end", None),
    ]


def test_comments_say_what_they_are_about() -> None:
    """A comment has its words, author and date, and the words that it is about."""
    comments = f'<w:comment w:id="5" w:author="A" w:date="2026">{p(r("Why?"))}</w:comment>'
    body = (
        p(r("a ") + '<w:commentRangeStart w:id="5"/>' + r("b"))
        + p(r("c"))
        + p(
            r("d")
            + '<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
            + r("e")
        )
    )
    [found] = looked(file(body, comments=comments)).comments
    assert (found.text, found.about, found.author, found.place) == ("Why?", "b\nc\nd", "A", 3)


def test_running_heads_and_feet_are_read_once() -> None:
    """What stands at the head and foot of pages is read beside the text, each line once."""
    seen = looked(
        file(p(r("a")), header=part("hdr", p(r("Head"))), footer=part("ftr", p(r("Foot"))))
    )
    assert [str(each) for each in seen.edges] == ["Head", "Foot"]


DAMAGED = b"<w:no"


@pytest.mark.parametrize(
    "kind", ["styles", "numbering", "footnotes", "comments", "header", "footer", "endnotes"]
)
def test_a_damaged_part_does_not_hinder_the_reading(kind: str) -> None:
    """Of a part that cannot be read the reader is told; the text is read all the same."""
    marks = '<w:r><w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/></w:r>'
    body = p(r("a") + marks + '<w:r><w:commentReference w:id="1"/></w:r>')
    seen = looked(file(body, None, **{kind: DAMAGED}))
    assert [str(each) for each in seen.lines()] == ["a"]
    assert any(kind in each and "not well-formed" in each for each in seen.unread)


def test_damaged_relations_do_not_hinder_the_reading() -> None:
    """Where the relations of the text cannot be read, the text is, and the reader is told."""
    made = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": relations(("1", "officeDocument", "/elsewhere/text.xml")),
        "elsewhere/text.xml": part("document", f"<w:body>{p(r('a'))}</w:body>"),
        "elsewhere/_rels/text.xml.rels": DAMAGED,
    }
    seen = looked(packed(made))
    assert [str(each) for each in seen.lines()] == ["a"]
    assert any("consists of" in each for each in seen.unread)


def test_the_strict_variant_is_read() -> None:
    """Files in the strict variant of the standard, whose namespaces differ, are read alike."""
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = part("document", f"<w:body>{p(r('a'))}</w:body>")
    text = text.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict)
    made = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": relations(("1", "officeDocument", "word/document.xml")),
        "word/document.xml": text,
    }
    assert [str(each) for each in looked(packed(made)).lines()] == ["a"]


def level(n: int, kind: str, frame: str, more: str = "") -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{frame}"/></w:lvl>'
    )


def counted(levels: str, places: list[tuple[int, int]], instances: str = "") -> list[str | None]:
    """Return the numbers of paragraphs that stand in lists, each at a level."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{instances}'
    )
    body = "".join(
        p(r("x"), f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{list_}"/></w:numPr>')
        for list_, n in places
    )
    return [each.number for each in looked(file(body, numbering=numbering)).lines()]


def test_numbers_are_counted_as_word_counts() -> None:
    """Levels count on their own, begin anew below another, and show those above them."""
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")
    levels += level(2, "lowerRoman", "%1.%2.%3")
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 3)]
    assert counted(levels, places) == ["1.", "(a)", "(b)", "1.b.i", "2.", "(a)", None]


def test_a_list_begins_anew_where_it_says_so() -> None:
    """Lists of one kind count on, unless one overrides where it starts."""
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    places = [(1, 0), (2, 0), (3, 0), (3, 0)]
    assert counted(level(0, "decimal", "%1."), places, again) == ["1.", "2.", "1.", "2."]


def test_legal_numbers_are_in_figures() -> None:
    """A level in legal style shows the levels above it in figures, and zeros where it has them."""
    levels = level(0, "upperRoman", "Article %1.")
    levels += level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>")
    assert counted(levels, [(1, 0), (1, 1)]) == ["Article I.", "Section 1.01"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("upperLetter", "C"),
        ("upperRoman", "III"),
        ("russianLower", "в"),
        ("arabicAlpha", "ت"),
        ("arabicAbjad", "ج"),
        ("hebrew1", "ג"),
        ("chineseCounting", "三"),
        ("ideographDigital", "三"),
        ("decimalEnclosedCircle", "③"),
        ("ordinal", "3rd"),
        ("thaiNumbers", "๓"),
        ("chicago", "‡"),
        ("unknownKind", "3"),
        ("none", None),
    ],
)
def test_numbers_are_spelled_in_their_digits(kind: str, expected: str | None) -> None:
    """The third paragraph of a list bears the third number of its kind."""
    assert counted(level(0, kind, "%1"), [(1, 0)] * 3)[2] == expected


def test_numbers_cannot_grow_beyond_measure() -> None:
    """A list that starts at two thousand million is not spelled in letters."""
    levels = level(0, "lowerLetter", "%1").replace('start w:val="1"', 'start w:val="2000000000"')
    assert counted(levels, [(1, 0)]) == ["2000000000"]
    levels = level(1_000_000_000, "decimal", "%1")
    assert counted(levels, [(1, 1_000_000_000)]) == [None]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("heading 2", 2), ("Заголовок 3", 3), ("Titre 1", 1), ("标题 1", 1), ("Headingb", None)],
)
def test_headings_are_known_by_the_name_of_their_style(name: str, expected: int | None) -> None:
    """The level of a heading is in the name of its style, in the language of the program."""
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    [line] = looked(file(p(r("a"), '<w:pStyle w:val="x"/>'), styles=styles)).lines()
    assert line.level == expected


RUNS = st.lists(
    st.tuples(
        st.sampled_from(["", "ins", "del", "moveFrom", "moveTo"]), st.text("ab ", max_size=4)
    ),
    max_size=6,
)


@given(st.lists(st.tuples(RUNS, st.sampled_from(["", "ins", "del"])), min_size=1, max_size=5))
def test_no_word_is_lost_or_invented(
    paragraphs: list[tuple[list[tuple[str, str]], str]],
) -> None:
    """Whatever is tracked, each view has exactly the words that stay in it, in their order."""
    body, after, before = "", "", ""
    for runs, mark in paragraphs:
        inside = ""
        for kind, words in runs:
            made = gone(words) if kind == "del" else r(words)
            wrapped = kind in ("ins", "moveFrom", "moveTo")
            inside += f"<w:{kind} {BY}>{made}</w:{kind}>" if wrapped else made
            after += words if kind not in ("del", "moveFrom") else ""
            before += words if kind not in ("ins", "moveTo") else ""
        body += p(inside, f"<w:rPr><w:{mark} {BY}/></w:rPr>" if mark else "")
    for view, expected in (("accept", after), ("reject", before)):
        found = "".join(str(each.text) for each in looked(file(body), view).lines())  # type: ignore[arg-type]
        assert found.split() == expected.split() or "".join(found.split()) == "".join(
            expected.split()
        )


def test_depth_without_end_is_refused() -> None:
    """A file that is nested too deep ends in one of our errors."""
    body = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    with pytest.raises(dp.DushanbeError):
        see(Package.open(file(body)))


def _many_comments(count: int) -> bytes:
    """Return a file whose first paragraphs begin comments that all end in the last."""
    ids = range(count)
    begun = "".join(p(f'<w:commentRangeStart w:id="{n}"/>' + r("words")) for n in ids)
    ended = "".join(
        f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in ids
    )
    said = "".join(f'<w:comment w:id="{n}">{p(r("c"))}</w:comment>' for n in ids)
    return file(begun + p(ended), None, comments=said)


def _many_bookmarks(count: int) -> bytes:
    """Return a file with bookmarks in one another."""
    begun = "".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(count))
    ended = "".join(f'<w:bookmarkEnd w:id="{n}"/>' for n in range(count))
    return file(p(begun + r("words") + ended))


def _many_fields(count: int) -> bytes:
    """Return a file with fields in one another."""
    return file(p((BEGIN + SEPARATE) * count + r("words") * count + END * count))


def _many_notes(count: int) -> bytes:
    """Return a file with as many notes as links."""
    body = "".join(
        p(r("x") + f'<w:r><w:footnoteReference w:id="{n}"/></w:r>') for n in range(count)
    )
    notes = "".join(f'<w:footnote w:id="{n}">{p(r("c"))}</w:footnote>' for n in range(count))
    return file(body, {f"l{n}": f"https://a.example/{n}" for n in range(count)}, footnotes=notes)


@pytest.mark.parametrize("make", [_many_comments, _many_bookmarks, _many_fields, _many_notes])
def test_time_grows_with_the_size_alone(make: Callable[[int], bytes]) -> None:
    """Ten times as many comments, bookmarks, fields or notes take about ten times as long."""

    def seconds(count: int) -> float:
        package = Package.open(make(count))
        begun = time.process_time()
        see(package)
        return time.process_time() - begun

    few, many = seconds(400), seconds(4_000)
    assert many < 40 * few + 1
