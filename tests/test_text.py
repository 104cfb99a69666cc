"""Names in several languages, and running text in its one form."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.testing import LANGUAGES, localized_texts, records, texts

ILLEGAL = ["\x00", "a\x08", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800", "a\udfff"]


class Greeting(StrEnum):
    """A string that is more than a string."""

    HELLO = "hello"


def test_a_plain_string_is_in_the_default_language() -> None:
    """A text made of a plain string keeps it under the empty tag, and is that string."""
    text = dp.LocalizedText("Dushanbe")
    assert dict(text) == {"": "Dushanbe"}
    assert text == "Dushanbe"
    assert hash(text) == hash("Dushanbe")
    assert text != "Kuwait"
    assert dp.LocalizedText({"en": "Dushanbe"}) != "Dushanbe"


def test_languages_are_given_in_any_way() -> None:
    """A mapping, keywords and a plain string beside them make one text."""
    text = dp.LocalizedText({"ru": "Душанбе", "tg": "Душанбе"}, en="Dushanbe")
    assert text == {"en": "Dushanbe", "ru": "Душанбе", "tg": "Душанбе"}
    assert dp.LocalizedText("Dushanbe", ru="Душанбе") == {"": "Dushanbe", "ru": "Душанбе"}
    assert dp.LocalizedText(text) == text
    assert dp.LocalizedText() == {}
    assert not dp.LocalizedText()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "process"),
        ("fr", "processus"),
        ("fr-CA", "processus"),
        ("pt-BR", "processo"),
        ("pt", "processo"),
        ("pt-PT", "process"),
        ("zh", "进程"),
        ("zh-Hans-CN", "进程"),
        ("zh-Hant", "process"),
        ("tg", "process"),
        ("", "process"),
    ],
)
def test_the_nearest_language_is_found(language: str, words: str) -> None:
    """A reader gets the text in the language asked for, a wider or a narrower one, or English."""
    text = dp.LocalizedText(
        {"en": "process", "fr": "processus", "pt-BR": "processo", "zh-Hans": "进程"}
    )
    assert text.in_(language) == words


def test_the_plain_text_comes_before_other_languages() -> None:
    """The plain text, then the default language, stands in for a language that is missing."""
    text = dp.LocalizedText({"en": "E", "ru": "R", "tg": "T"})
    assert text.in_("fr", default_language="ru") == "R"
    assert text.in_("fr", default_language="ar") == "E"
    assert dp.LocalizedText("plain", ru="R").in_("fr", default_language="ru") == "plain"
    assert dp.LocalizedText({"tg": "T", "ru": "R"}).in_("fr") == "R"
    assert dp.LocalizedText().in_("fr") == ""
    assert str(text) == "E"


def test_languages_stand_in_alphabetical_order() -> None:
    """The order in which languages were given leaves no trace."""
    one = dp.LocalizedText({"ru": "R", "": "P", "en": "E"})
    other = dp.LocalizedText({"en": "E", "ru": "R", "": "P"})
    assert list(one) == list(other) == ["", "en", "ru"]
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))


@given(text=localized_texts)
def test_a_text_is_a_mapping(text: dp.LocalizedText) -> None:
    """A text equals the mapping that it holds, and its representation makes it again."""
    assert text == dict(text) == dp.LocalizedText(dict(text))
    assert len({text, dp.LocalizedText(dict(text))}) == 1
    assert eval(repr(text), {"LocalizedText": dp.LocalizedText}) == text  # noqa: S307
    assert all(text.in_(tag) == words for tag, words in text.items() if tag)


@given(text=localized_texts, language=st.sampled_from(LANGUAGES))
def test_some_language_is_always_read(text: dp.LocalizedText, language: str) -> None:
    """Whatever language is asked for, what is read is one of the texts."""
    assert text.in_(language) in text.values()


@pytest.mark.parametrize(
    "tag",
    ["EN", "english", "e", "en_GB", "en-gb", "xx", "zh-hans", "en-", "-en", " en", "en\n", "é"],
)
def test_bad_language_tags_are_refused(tag: str) -> None:
    """A tag that is not canonical, or not registered, is refused at its own path."""
    with pytest.raises(dp.InvalidError) as caught:
        dp.LocalizedText({tag: "x"})
    assert [problem.path for problem in caught.value.problems] == [f"$.{tag}"]


def test_every_fault_of_a_text_is_reported() -> None:
    """Bad tags and bad words are all refused at once."""
    wrong: Any = {"en": "\x00", "xx": "x", "fr": 3, 4: "y", "ru": "fine"}
    with pytest.raises(dp.InvalidError) as caught:
        dp.LocalizedText(wrong)
    assert {problem.path for problem in caught.value.problems} == {"$.en", "$.xx", "$.fr", "$.4"}


@pytest.mark.parametrize("value", [None, 3, b"x", ["ab", "cd"], [("en", "x")], {"en"}])
def test_what_is_no_text_is_refused(value: Any) -> None:
    """Only strings and mappings make a text."""
    with pytest.raises(dp.InvalidError, match="expected a string or a mapping"):
        dp.LocalizedText(value)


@pytest.mark.parametrize("words", ILLEGAL)
def test_characters_no_xml_can_carry_are_refused(words: str) -> None:
    """Control characters, lone surrogates and non-characters never get into a text."""
    for make in (dp.LocalizedText, dp.InlineText, dp.emphasis, dp.footnote):
        with pytest.raises(dp.InvalidError, match=r"U\+[0-9A-F]{4}"):
            make(words)


@pytest.mark.parametrize("text", [dp.LocalizedText("x"), dp.InlineText("x"), dp.Extra({"x": 1})])
def test_texts_do_not_change(text: Any) -> None:
    """Nothing can be assigned to a text."""
    for name in ("_texts", "_pieces", "_items", "anything"):
        with pytest.raises(AttributeError):
            setattr(text, name, {})


def test_strings_that_are_more_are_kept_as_strings() -> None:
    """A member of a string enumeration is kept as its plain value."""
    assert type(dp.LocalizedText(Greeting.HELLO)[""]) is str
    assert type(dp.InlineText(Greeting.HELLO)[0]) is str
    assert type(dp.Run(text=Greeting.HELLO).text) is str
    assert type(dp.Extra({"x": Greeting.HELLO})["x"]) is str


def test_running_text_has_one_form() -> None:
    """Neighbours in one manner are joined, empty runs dropped, runs without marks are strings."""
    text = dp.InlineText(
        "a", "b", "", dp.Run(text="c"), dp.emphasis(""), "d", dp.emphasis("e"), dp.emphasis("f")
    )
    assert tuple(text) == ("abcd", dp.emphasis("ef"))
    assert text == dp.InlineText("abcd", dp.emphasis("ef"))
    assert len(dp.InlineText("", dp.strong(""))) == 0


def test_runs_in_different_manners_stay_apart() -> None:
    """Only what is marked alike is joined."""
    pieces = (dp.emphasis("a"), dp.strong("b"), dp.link("c", "urn:x:c"), dp.link("d", "urn:x:d"))
    assert tuple(dp.InlineText(*pieces)) == pieces
    notes = (dp.footnote("n"), dp.footnote("n"))
    assert tuple(dp.InlineText(*notes)) == notes


def test_dropping_a_run_joins_its_neighbours() -> None:
    """What stood between two strings without words leaves one string."""
    assert tuple(dp.InlineText("a", dp.strong(""), "b")) == ("ab",)


@given(text=texts)
def test_plain_running_text_is_a_string(text: str) -> None:
    """Running text of one string equals that string, and hashes alike."""
    assert dp.InlineText(text) == text
    assert hash(dp.InlineText(text)) == hash(text)
    assert str(dp.InlineText(text)) == text


@given(paragraph=records(dp.Paragraph), cut=st.integers(0, 4))
def test_the_one_form_is_stable(paragraph: dp.Paragraph, cut: int) -> None:
    """However running text is taken apart and put together again, it is the same."""
    text = paragraph.text
    assert dp.InlineText(*text) == text
    assert dp.InlineText(*text[:cut]) + dp.InlineText(*text[cut:]) == text
    assert eval(repr(dp.InlineText(str(text))), {"InlineText": dp.InlineText}) == str(text)  # noqa: S307


def test_running_text_is_added_up() -> None:
    """A piece may be put before or behind running text; anything else may not."""
    text = dp.InlineText("b")
    assert "a" + text + dp.emphasis("c") == dp.InlineText("ab", dp.emphasis("c"))
    assert dp.emphasis("a") + text + text == dp.InlineText(dp.emphasis("a"), "bb")
    wrong: Any = 3
    with pytest.raises(TypeError):
        _ = text + wrong
    with pytest.raises(TypeError):
        _ = wrong + text


@pytest.mark.parametrize("piece", [None, 3, b"x", ["a"], dp.Venue()])
def test_what_is_no_piece_is_refused(piece: Any) -> None:
    """Running text is made of strings, runs and footnotes, and a wrong piece is named."""
    with pytest.raises(dp.InvalidError, match="expected a string, a Run or a Footnote") as caught:
        dp.InlineText("fine", piece)
    assert [problem.path for problem in caught.value.problems] == ["$[1]"]


def test_footnotes_stand_where_their_mark_stands() -> None:
    """Footnotes are pieces of the text, listed in order, and no part of its words."""
    one, two = dp.footnote("See A/77/621, annex."), dp.footnote("Second.", mark="*")
    text = dp.InlineText("Underlining the outcomes", one, " of the Conference", two, ".")
    assert text.footnotes == (one, two)
    assert text[1] is one
    assert str(text) == "Underlining the outcomes of the Conference."
    assert str(two) == "Second."


def test_a_footnote_holds_marked_text_and_no_footnote() -> None:
    """A note may be marked; a note within a note is refused."""
    assert dp.footnote("See ", dp.emphasis("ibid.")).text == dp.InlineText(
        "See ", dp.emphasis("ibid.")
    )
    with pytest.raises(dp.InvalidError, match="a footnote cannot hold a footnote"):
        dp.footnote("a", dp.footnote("b"))


def test_text_is_not_raised_and_lowered() -> None:
    """A run is superscript or subscript."""
    with pytest.raises(dp.InvalidError, match="raised and lowered"):
        dp.Run(text="2", superscript=True, subscript=True)


def test_the_lead_phrase_begins_the_text() -> None:
    """A lead phrase that the text does not begin with is refused; marks do not matter."""
    text = dp.InlineText(dp.emphasis("Recalling"), " its resolution")
    assert dp.Paragraph(text=text, lead="Recalling").lead == "Recalling"
    with pytest.raises(dp.InvalidError, match="does not begin with 'Noting'"):
        dp.Paragraph(text=text, lead="Noting")
