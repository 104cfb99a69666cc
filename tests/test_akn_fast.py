"""Akoma Ntoso read fast: the usual is read as the unusual is, and what is made is sound."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.forms.akn.folding import BREAK, PLAIN, Part, fold, folded
from dushanbe_process.forms.akn.gathered import _walked, text_of_file
from dushanbe_process.forms.akn.measure import gathered
from dushanbe_process.forms.akn.names import AKN
from dushanbe_process.forms.akn.read import blocks, body, inline
from dushanbe_process.forms.akn.read.records import read_bytes
from dushanbe_process.model.documents import Document
from dushanbe_process.model.text import Run
from dushanbe_process.xml_parse import parse

if TYPE_CHECKING:
    from pathlib import Path

#: A file with something of each kind that readers take a short way for.
FILE = f"""\
<akomaNtoso xmlns="{AKN}">
  <statement name="resolution">
    <meta>
      <identification source="#un">
        <FRBRWork><FRBRuri value="/akn/un/x"/><FRBRdate date="2020-01-02" name="adoption"/>
        </FRBRWork>
        <FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>
      </identification>
      <classification source="s"><keyword value="v" showAs="k" dictionary="d"/></classification>
      <analysis source="#un"><parliamentary><voting><count value="1" refersTo="inFavour">
        <organization>ONE</organization></count></voting></parliamentary></analysis>
    </meta>
    <coverPage>
      <p><docNumber refersTo="#symbol">A/RES/74/1</docNumber></p>
      <p><docTitle refersTo="#adoption">Adopted on<docDate date="2020-01-02">2 January</docDate>
        </docTitle></p>
    </coverPage>
    <preface><p><docNumber>74/1.</docNumber><docTitle>Seas<authorialNote marker="*"><p>A.</p>
      </authorialNote></docTitle></p></preface>
    <preamble>
      <formula name="enactingFormula"><p><span class="italic">The Assembly</span>,</p></formula>
      <container name="Recalling"><p>\t<span class="italic">Recalling</span>  its resolution
        <a href="https://undocs.org/en/A/RES/1/1">1/1</a><sup>1</sup>,</p></container>
    </preamble>
    <mainBody>
      <paragraph class="H23"><subheading>Part</subheading></paragraph>
      <paragraph><content><p><span class="bold">Bold</span></p></content></paragraph>
      <paragraph><num>1.</num><content><p>\t<span class="italic">Decides</span> it:
        <authorialNote marker="1"><p>\tSee <a href="x y">there</a>.</p></authorialNote></p>
      </content></paragraph>
      <paragraph><content><p>\t(a)\tThis; </p></content></paragraph>
      <paragraph><num>(b)</num><content><p>\t(c)\tThat.<eol/><b>and</b> <i>more</i></p></content>
      </paragraph>
      <table><tr><td><p>One</p></td><th>Two</th></tr></table>
    </mainBody>
    <conclusions><p><inline name="adoptionMeeting">1st meeting</inline><eol/>
      <docDate date="2020-01-02">2 January 2020</docDate></p></conclusions>
  </statement>
</akomaNtoso>
"""
NAMES = [
    *("p", "span", "b", "i", "sup", "a", "inline", "num", "content", "paragraph", "point", "eol"),
    *("container", "section", "subheading", "heading", "authorialNote", "docDate", "docTitle"),
    *("docNumber", "wrapUp", "intro", "table", "td", "tr", "li", "ul", "meta", "doc"),
    "attachment",
]
WORDS = [
    "",
    " ",
    "\n  ",
    "\t",
    "on",
    "2 May",
    "(a)\t",
    "1.\tIt",
    "12.",
    "Annex",
    "\u00a0",
    "a  b",
    "\ufdd0",
]
ATTRIBUTES = {
    "class": ("bold", "italic", "strike smallCaps", "H1", "HCh"),
    "name": ("symbol", "Recalling", "originating document", "title", "italic"),
    "href": ("#x", "a b", "https://undocs.org/A/x%01/y", "http://undocs.org/fr/S/RES/1 (1990)"),
    "refersTo": ("#publisher", "#adoptionMeeting", "against"),
    "marker": ("2", "*", ""),
    "{http://www.w3.org/XML/1998/namespace}lang": ("fr", "en", "none of these"),
    "eId": ("a", "a"),
}


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Return the file with some things in it changed into what readers do not expect."""
    root = etree.fromstring(FILE)
    for _ in range(draw(st.integers(1, 5))):
        _damage(draw, draw(st.sampled_from(list(root.iter()))))
    return bytes(etree.tostring(root))


def _damage(draw: st.DrawFn, element: etree._Element) -> None:
    parent, words = element.getparent(), draw(st.sampled_from(WORDS))
    new = etree.Element(f"{{{AKN}}}{draw(st.sampled_from(NAMES))}")
    match draw(st.integers(0, 8)):
        case 0 if parent is not None:
            parent.remove(element)
        case 1 if parent is not None:
            parent.append(copy.deepcopy(element))
        case 2 if parent is not None:
            element.tail = words + (element.tail or "")
        case 3:
            element.text = (element.text or "") + words
        case 4:
            element.tag = new.tag
        case 5:
            element.tag = f"{{urn:x}}{etree.QName(element).localname}"
        case 6:
            new.extend(list(element))
            new.text, element.text = element.text, words
            element.append(new)
        case 7:
            new.text = words
            element.insert(draw(st.integers(0, len(element))), new)
        case _:
            name = draw(st.sampled_from(sorted(ATTRIBUTES)))
            element.set(name, draw(st.sampled_from(ATTRIBUTES[name])))


def _read(data: bytes) -> tuple[object, ...]:
    """Return the record of a file and what is irregular in it, or the error that refuses it."""
    try:
        read = read_bytes(data)
    except dp.DushanbeError as error:
        return (str(error),)
    return read.record, read.findings.found, read.edits


def _asked(data: bytes) -> tuple[object, ...]:
    """Return the same, every element asked what it is, and nothing of any remembered."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "usual", lambda *_: None)
        patch.setattr(body, "usual", lambda *_: None)
        patch.setattr(inline, "_usual_manner", lambda *_: None)
        return _read(data)


@given(data=damaged())
@example(data=FILE.encode())
def test_the_usual_is_read_as_all_else(data: bytes) -> None:
    """Paragraphs of the usual shape are read, and their faults told, as if they had another."""
    assert _read(data) == _asked(data)


@given(data=damaged())
@example(data=FILE.encode())
def test_what_is_read_is_sound(data: bytes) -> None:
    """Records that were made without their constructors would have passed them, unchanged."""
    record, *_ = _read(data)
    if isinstance(record, dp.Model):
        assert dp.loads(dp.dumps(record, "json")) == record


@given(data=damaged())
@example(data=FILE.encode())
def test_lines_that_are_known_are_those_of_the_record(data: bytes) -> None:
    """Heads and feet are not made twice: they would be made alike from what was read."""
    try:
        read = read_bytes(data)
    except dp.DushanbeError:
        return
    if isinstance(read.record, Document):
        assert gathered(read.record, read.findings.heads) == gathered(read.record)


@given(data=damaged())
@example(data=FILE.encode())
def test_the_stylesheet_gathers_what_a_walk_does(data: bytes) -> None:
    """The text by which words are counted is the same in both ways that it is gathered."""
    root = parse(data)
    assert text_of_file(root) == fold("".join(_walked(root)))


def test_official_files_are_read_alike_both_ways(cases: Path) -> None:
    """So are the files of the United Nations and of others."""
    files = [each for each in (cases / "akn").rglob("*.xml") if each.stat().st_size < 200_000]
    assert files
    for path in files:
        data = path.read_bytes()
        assert _read(data) == _asked(data), path.name


@given(
    parts=st.lists(
        st.one_of(
            st.tuples(
                st.sampled_from([PLAIN, Run(text="", strong=True), Run(text="", emphasis=True)]),
                st.text(alphabet="ab \t\n\u00a0", max_size=4),
            ),
            st.sampled_from([BREAK, (None, dp.footnote("n"))]),
        )
    )
)
def test_lines_are_folded_to_their_one_form(parts: list[Part]) -> None:
    """No blank is doubled or stands at an end, no word is lost, neighbours alike are one."""
    text = folded(parts)
    assert dp.InlineText(*text) == text
    said = "".join(str(each) for each in text)
    meant = "".join(str(each) for _, each in parts)
    assert said == said.strip(" \t\n\r")
    assert "  " not in said
    assert said.split() == meant.split() or dp.footnote("n") in text
    assert "".join(said.split()) == "".join(meant.split())
