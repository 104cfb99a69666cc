"""The lines around the title of a resolution, as the organs of the United Nations set them."""

from __future__ import annotations

import dushanbe_process as dp
from dushanbe_process.reports.blocks import Heading, PageBreak, Prose
from dushanbe_process.reports.layouts.formal import formal

FRONT = [
    dp.Paragraph(
        key="adopted", text="Resolution adopted by the General Assembly at its 3rd meeting"
    ),
    dp.Paragraph(key="proponent", text="[on the report of the Third Committee]"),
    dp.Paragraph(key="session-dates", text="11–13 October"),
    dp.Paragraph(text="A line of another kind."),
]


def _resolution(symbol: str, **fields: object) -> dp.Resolution:
    text = dp.Body(front=FRONT, operative=[dp.Paragraph(number="1.", text="Decides.")])
    version = dp.LanguageVersion(language="en", body=text)
    made = dp.Resolution(
        id="r", title={"en": "Seas"}, symbols=[symbol], versions=[version], masthead=dp.Masthead()
    )
    return made.evolve(**fields)


def _told(document: dp.Document, language: str = "en") -> list[str]:
    blocks = formal(document, language).blocks
    return [
        f"{each.number or ''} {each.text}".strip()
        for each in blocks
        if isinstance(each, Heading | Prose)
    ]


def test_the_assembly_has_the_adoption_above_the_title() -> None:
    """Adoption and proposal, then number and title; other lines of the front follow."""
    assert _told(_resolution("A/RES/74/1"))[:5] == [
        str(FRONT[0].text),
        str(FRONT[1].text),
        "74/1. Seas",
        str(FRONT[3].text),
        "1. Decides.",
    ]


def test_the_council_has_it_below() -> None:
    """A resolution of the Security Council is titled by its number; the adoption follows."""
    told = _told(_resolution("S/RES/1 (2020)", title={"en": "Resolution 1 (2020)"}))
    assert told[:2] == ["Resolution 1 (2020)", str(FRONT[0].text)]


def test_arabic_has_a_dash_after_the_number() -> None:
    """The number before the title follows the language."""
    assert "74/1 - Seas" in _told(_resolution("A/RES/74/1"), "ar")


def test_a_meeting_is_told_once() -> None:
    """The end does not repeat what the line of adoption says."""
    adoption = dp.Adoption(date="2020-01-02", meeting={"en": "3rd meeting"})
    assert not any(
        "2 January" in each for each in _told(_resolution("A/RES/74/1", adoption=adoption))
    )
    other = dp.Adoption(date="2020-01-02", meeting={"en": "4th meeting"})
    assert any("4th meeting" in each for each in _told(_resolution("A/RES/74/1", adoption=other)))


def test_the_dates_of_a_session_stand_below_it() -> None:
    """What belongs to the session stands in the masthead, not in the text."""
    head = dp.Masthead(session={"en": "Fifty-fourth session"})
    paper = formal(_resolution("A/HRC/RES/54/1", masthead=head), "en")
    assert paper.masthead is not None
    assert paper.masthead.session == "Fifty-fourth session\n11–13 October"


def test_numbers_of_agenda_items_stand_together() -> None:
    """Several items have one line of numbers, above the first title."""
    items = [dp.AgendaItem(number="20", title="Seas"), dp.AgendaItem(number="78", title="Law")]
    paper = formal(_resolution("A/RES/74/1", masthead=dp.Masthead(agenda_items=items)), "en")
    assert paper.masthead is not None
    assert paper.masthead.agenda == (("Agenda items 20 and 78", "Seas"), ("", "Law"))


def test_parts_of_a_publication_follow_one_another() -> None:
    """Resolutions A and B are headed by their letters, each with its own adoption."""
    adoption = dp.Adoption(date="2020-01-02", meeting={"en": "4th meeting"})
    parts = [
        dp.Resolution(
            id=each,
            title={"en": f"Part {each}"},
            symbols=[f"A/RES/74/1 {each.upper()}"],
            adoption=adoption,
        )
        for each in "ab"
    ]
    whole = _resolution("A/RES/74/1 A-B", annexes=parts, adoption=adoption)
    told = _told(whole)
    assert [each for each in told if each in ("A", "B", "Part a", "Part b")] == [
        "A",
        "Part a",
        "B",
        "Part b",
    ]
    assert sum("4th meeting" in each for each in told) == 2
    assert not any(isinstance(each, PageBreak) for each in formal(whole, "en").blocks)


def test_an_annex_is_headed_as_printed() -> None:
    """The line above an annex is its own, where the record has it."""
    front = [dp.Paragraph(key="annex", text="Annex II")]
    text = dp.Body(front=front, operative=[dp.Paragraph(text="We meet.")])
    annex = dp.Declaration(
        id="d", title={"en": "Ours"}, versions=[dp.LanguageVersion(language="en", body=text)]
    )
    told = _told(_resolution("A/RES/74/1", annexes=[annex]))
    assert told[-3:] == ["Annex II", "Ours", "We meet."]
