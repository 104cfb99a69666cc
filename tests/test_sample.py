"""The packaged record of the Dushanbe Process: sound, sourced, and to the letter."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING

import jsonschema
import pytest
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.model import default_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMATS = sorted(dp.formats())
SIX = {"ar", "en", "es", "fr", "ru", "zh"}
SAMPLE = dp.sample()
FILE = (files("dushanbe_process") / "data/dushanbe_process.json").read_bytes()
ARTICLE = "mfa-closing-2022"
PRESS = SAMPLE.document("press-release-2022-10-21")
RESOLUTIONS = [each for each in SAMPLE.documents if isinstance(each, dp.Resolution)]
#: After a full stop and a closing quotation mark, if any; not after "H.E." or "Mr."
SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\"]))(?<!\bMr\.)(?<!\bH\.E\.) (?=[A-Z“\"])")


def _citations(value: object) -> Iterator[dp.Citation]:
    """Yield every citation in a value, at any depth."""
    if isinstance(value, dp.Citation):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _citations(each)
    elif isinstance(value, dp.Model):
        for field in default_schema()[type(value).__name__].fields:
            yield from _citations(getattr(value, field.name))


def _quotes(value: object, source: str) -> list[str]:
    """Return what is quoted from one source."""
    return [each.quote for each in _citations(value) if each.source == source and each.quote]


def _text(document: dp.Document, language: str) -> list[str]:
    """Return the paragraphs of a document in one language, without marks."""
    version = document.version(language)
    assert version is not None
    return [str(each.text) for each in version.body.blocks() if isinstance(each, dp.Paragraph)]


PARAGRAPHS = [str(PRESS.title), *_text(PRESS, "en")]
SENTENCES = [each for paragraph in PARAGRAPHS for each in SENTENCE.split(paragraph)]


def _declarations() -> list[dp.Declaration]:
    return [each for each in SAMPLE.documents if isinstance(each, dp.Declaration)]


def test_it_is_sound() -> None:
    """The record has no fault, by the library and by the JSON Schema."""
    assert dp.validate(SAMPLE) == ()
    jsonschema.Draft202012Validator(dp.json_schema()).validate(dp.unstructure(SAMPLE))


@pytest.mark.parametrize("name", FORMATS)
def test_it_comes_back(name: str) -> None:
    """Every format gives the record back as it was."""
    assert dp.loads(dp.dumps(SAMPLE, name), name) == SAMPLE


def test_its_file_is_as_the_library_writes_it() -> None:
    """The file is spelt in the one way in which the library spells it."""
    assert dp.dumps(SAMPLE, "json") == FILE


def test_its_conferences() -> None:
    """The process has four conferences, in order, each with its place and days."""
    (process,) = SAMPLE.processes
    conferences = SAMPLE.conferences_of(process)
    assert conferences == SAMPLE.conferences
    assert [
        (each.ordinal, str(each.dates), each.venue.city.in_("en") if each.venue else "")
        for each in conferences
    ] == [
        (1, "2018-05-03/2018-05-04", "Dushanbe"),
        (2, "2019-05-16/2019-05-17", "Dushanbe"),
        (3, "2022-10-18/2022-10-19", "Dushanbe"),
        (4, "2024-11-04/2024-11-05", "Kuwait City"),
    ]


def test_the_general_assembly_names_the_process_in_six_languages() -> None:
    """The name of the process is in the six official languages, and so are the resolutions."""
    assert set(SAMPLE.processes[0].name) == SIX
    assert [str(each.symbols[0]) for each in RESOLUTIONS] == ["A/RES/77/298", "A/RES/77/273"]
    for each in RESOLUTIONS:
        assert set(each.title) == {version.language for version in each.versions} == SIX


def test_what_is_said_has_a_source() -> None:
    """Every record cites a source, by itself or by its values; every source is cited."""
    for each in SAMPLE.entities():
        if not isinstance(each, dp.Source):
            assert any(_citations(each)), each.id
    assert {each.source for each in _citations(SAMPLE)} == {each.id for each in SAMPLE.sources}


@pytest.mark.parametrize("claim", SAMPLE.claims, ids=lambda claim: claim.id)
def test_what_is_disputed(claim: dp.Claim) -> None:
    """Each value has its source; where there are several, it is said why which is preferred."""
    assert claim.question
    assert all(each.sources for each in claim.values)
    if len(claim.values) > 1:
        assert claim.reason
        assert claim.preferred or str(claim.reason).startswith("None is preferred")


def test_one_figure_is_preferred() -> None:
    """Of the figures for one measure of attendance, at most one is preferred."""
    for conference in SAMPLE.conferences:
        figures = [each.quantity.measure for each in conference.attendance if each.preferred]
        assert len(figures) == len(set(figures))


def test_what_was_not_found_is_said() -> None:
    """The record says what it does not hold: of the process, and of each declaration."""
    assert "The text of A/77/621." in SAMPLE.processes[0].not_found
    for each in _declarations():
        assert each.text_status in (dp.TextStatus.PARTIAL, dp.TextStatus.NOT_FOUND)
        assert each.not_found


def test_three_declarations_have_one_name() -> None:
    """The three Dushanbe Declarations are told apart by their conferences, never by title."""
    named = [each for each in _declarations() if each.title == "Dushanbe Declaration"]
    assert [(each.id, each.conference) for each in named] == [
        ("declaration-2018", "dushanbe-2018"),
        ("declaration-2019", "dushanbe-2019"),
        ("declaration-2022", "dushanbe-2022"),
    ]
    outcomes = Counter(each for one in SAMPLE.conferences for each in one.outcomes)
    for each in named:
        assert each.conference
        assert each.id in SAMPLE.conference(each.conference).outcomes
        assert outcomes[each.id] == 1


def test_no_more_is_said_than_the_sources_say() -> None:
    """What was introduced or presented is not called adopted; names are without honorifics."""
    declaration = SAMPLE.document("declaration-2022")
    assert isinstance(declaration, dp.Declaration)
    assert declaration.status is dp.DocumentStatus.INTRODUCED
    assert declaration.adoption is None
    assert SAMPLE.document("summary-2022").status is dp.DocumentStatus.PRESENTED
    for each in SAMPLE.people:
        assert not re.search(r"\b(H\.E|Mr|Ms|Mrs|Dr|Excellency)\b", str(each.name))


def test_records_are_related() -> None:
    """Statements introduce and present documents; a resolution takes note of a conference."""
    found = {
        (document.id, each.kind.value, each.document or each.entity)
        for document in SAMPLE.documents
        for each in document.relations
    }
    assert found >= {
        ("st-muhriddin-introduced", "introduces", "declaration-2022"),
        ("st-voronkov-presenting", "presents", "summary-2022"),
        ("resolution-77-298", "takes_note_of", "dushanbe-2022"),
    }


def test_a_paragraph_falls_into_its_sentences() -> None:
    """The press release falls into nineteen sentences, and no abbreviation ends one."""
    assert len(SENTENCES) == 19
    assert not any(each.endswith(("Mr.", "H.E.")) for each in SENTENCES)
    assert "Mr. Voronkov thanked the Government" in SENTENCES[5]
    assert SENTENCES[7].startswith("“The outcomes")
    assert SENTENCES[8].endswith(",” he stated.")


def test_quotes_from_the_press_release_are_to_the_letter() -> None:
    """Every span that is quoted from the press release stands in it."""
    for quote in _quotes(SAMPLE, ARTICLE):
        assert any(quote in paragraph for paragraph in PARAGRAPHS), quote


@pytest.mark.parametrize("sentence", SENTENCES, ids=range(len(SENTENCES)))
def test_every_sentence_of_the_press_release_tells(sentence: str) -> None:
    """Each sentence is quoted for a statement, fact or relation outside the press release."""
    others = tuple(each for each in SAMPLE.documents if each is not PRESS)
    rest = (SAMPLE.processes, SAMPLE.conferences, others, SAMPLE.claims)
    assert any(sentence in quote for quote in _quotes(rest, ARTICLE))


def test_quirks_survive() -> None:
    """Apostrophes, quotation marks within quotation marks and a lost link stay as printed."""
    assert SAMPLE.document("summary-2022").title == "Co-Chair’s Summary"
    assert 'framework of the "Dushanbe counter-terrorism process" on' in PARAGRAPHS[4]
    assert "said “the current" in PARAGRAPHS[4]
    assert PARAGRAPHS[4].endswith("strengthening peace.”")
    assert PARAGRAPHS[-1].endswith("the official website of the Conference (")
    assert PARAGRAPHS[1] == "21.10.2022 15:11"


def test_the_press_release_is_whole(cases: Path) -> None:
    """The press release is the article, paragraph by paragraph."""
    article = (cases / "text/article_2022-10-21.txt").read_text(encoding="utf-8")
    assert [line for line in article.split("\n") if line] == PARAGRAPHS


def _official(path: Path) -> str:
    """Return the text of an official file, its footnotes after it."""
    root = etree.parse(path).getroot()
    notes = ["".join(each.itertext()) for each in root.iter("{*}authorialNote")]
    etree.strip_elements(root, "{*}authorialNote", with_tail=False)
    text = "".join(root.itertext()).replace("()", "")  # brackets around the mark of a note
    return re.sub(r"[ \t\r\n]+", " ", " ".join([text, *notes]))


@pytest.mark.parametrize("resolution", RESOLUTIONS, ids=lambda each: each.id)
def test_resolutions_are_to_the_letter(resolution: dp.Resolution, cases: Path) -> None:
    """What is held and what is quoted of a resolution stands in its official texts."""
    name = str(resolution.symbols[0]).replace("/", "_")
    texts = {each: _official(cases / f"akn/un/{name}.{each}.xml") for each in SIX}
    for language, text in texts.items():
        assert resolution.title[language] in text
        assert all(each in text for each in _text(resolution, language))
    quotes = _quotes(SAMPLE, name.lower().replace("_", "-"))
    assert quotes
    for quote in quotes:
        assert any(quote in text for text in texts.values()), quote
