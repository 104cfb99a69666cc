"""The account of a whole process: what was held, with whom, with what outcome, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import (
    Bars,
    Block,
    Bullets,
    ClosingRule,
    Facts,
    Grid,
    Heading,
    Masthead,
    Paper,
    Prose,
    Role,
)
from dushanbe_process.reports.layouts.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Claim
    from dushanbe_process.model.process import Process

#: The measures of attendance that make a chart, the first that a conference has.
_PEOPLE = ("participants", "delegates", "officials")


def dossier_report(dossier: Dossier, process: Process, language: str) -> Paper:
    """Return the account of a process, as far as the record goes."""
    tell = Teller(dossier, language)
    words = tell.labels.dossier
    title = tell.reader.words(process.name)
    conferences = dossier.conferences_of(process)
    blocks = [
        Heading(0, title),
        *_summary(process, tell),
        *tell.section(words.timeline, _timeline(conferences, tell)),
        *tell.section(words.participation, _participation(conferences, tell)),
        *tell.section(words.roles_by_conference, _matrix(conferences, tell)),
        *tell.section(words.outcomes, _outcomes(conferences, tell)),
        *tell.section(words.where_sources_differ, _claims(dossier, tell)),
        *tell.section(words.not_found, _not_found(process, conferences, tell)),
        *tell.section(words.sources, _sources(dossier, tell)),
        ClosingRule(),
    ]
    return Paper(title, language, tuple(blocks), Masthead(organ=title), contents=True)


def _summary(process: Process, tell: Teller) -> Iterator[Block]:
    words, read = tell.labels.dossier, tell.reader.words
    launched = conventions.date(process.launched, tell.language) if process.launched else ""
    told = {
        words.also_called: "\n".join(map(read, process.other_names)),
        words.launched: launched,
        words.launched_by: tell.reader.names(process.launched_by),
        words.description: read(process.description),
        words.website: process.website or "",
        words.remark: read(process.note),
    }
    rows = tuple((label, InlineText(value)) for label, value in told.items() if value)
    if rows:
        yield Facts(rows)


def _timeline(conferences: tuple[Conference, ...], tell: Teller) -> Iterator[Block]:
    words = tell.labels.dossier
    rows = tuple(
        (
            InlineText(str(each.ordinal or "")),
            InlineText(
                conventions.dates(each.dates, tell.language) if each.dates else words.unknown
            ),
            InlineText(tell.place(each) or words.unknown),
            InlineText(tell.reader.words(each.title)),
        )
        for each in conferences
    )
    if rows:
        yield Grid((words.number, words.dates, words.place, words.title), rows, (1, 3, 3, 7))


def _when(held: Conference, tell: Teller) -> str:
    if held.dates is None:
        return tell.labels.dossier.unknown
    return conventions.dates(held.dates, tell.language)


def _participation(conferences: tuple[Conference, ...], tell: Teller) -> Iterator[Block]:
    """Yield a chart of those figures that count people, and a table of all that are followed."""
    bars = []
    for held in conferences:
        figures = [each.quantity for each in held.attendance if each.preferred]
        people = [each for name in _PEOPLE for each in figures if each.measure == name]
        if people:
            said = conventions.quantity(people[0], tell.language)
            bars.append((_short(held, tell), people[0].value, said))
    if bars:
        most = max(value for _, value, _ in bars)
        yield Bars(tell.labels.dossier.participation, tuple(bars), most)
    rows = tuple(
        (
            InlineText(_short(held, tell)),
            InlineText(conventions.quantity(each.quantity, tell.language)),
            InlineText(tell.reader.sources(each.sources)),
        )
        for held in conferences
        for each in held.attendance
        if each.preferred
    )
    if rows:
        words = tell.labels.dossier
        yield Grid((words.conference, words.value, words.sources), rows, (3, 4, 5))


def _short(held: Conference, tell: Teller) -> str:
    """Return a conference by its city and year."""
    city = tell.reader.words(held.venue.city) if held.venue else ""
    year = held.dates.start.year if held.dates and held.dates.start else None
    return " ".join(filter(None, (city, str(year or "")))) or tell.reader.words(held.title)


def _matrix(conferences: tuple[Conference, ...], tell: Teller) -> Iterator[Block]:
    """Yield who had what part in which conference."""
    nouns = tell.labels.kinds.partnership_roles
    partners = dict.fromkeys(each.partner for held in conferences for each in held.partnerships)
    rows = tuple(
        (
            InlineText(tell.reader.name(partner)),
            *(
                InlineText(
                    "\n".join(
                        nouns[role].one
                        for each in held.partnerships
                        if each.partner == partner
                        for role in each.roles
                    )
                )
                for held in conferences
            ),
        )
        for partner in partners
    )
    if rows:
        head = (tell.labels.dossier.partners, *(_short(held, tell) for held in conferences))
        yield Grid(head, rows, (3, *(2,) * len(conferences)))


def _outcomes(conferences: tuple[Conference, ...], tell: Teller) -> Iterator[Block]:
    words, kinds = tell.labels.dossier, tell.labels.kinds
    rows = tuple(
        (
            InlineText(_short(held, tell)),
            InlineText(tell.document(each)),
            InlineText(kinds.document_statuses[each.status] if each.status else words.unknown),
            InlineText(kinds.text_statuses[each.text_status] if each.text_status else ""),
        )
        for held in conferences
        for each in tell.outcomes(held)
    )
    if rows:
        yield Grid((words.conference, words.title, words.status, words.remark), rows, (2, 4, 2, 2))


def _claims(dossier: Dossier, tell: Teller) -> Iterator[Block]:
    for made in dossier.claims:
        yield from tell.subsection(
            tell.reader.words(made.question) or tell.reader.name(made.about), _claim(made, tell)
        )


def _claim(made: Claim, tell: Teller) -> Iterator[Block]:
    words = tell.labels.dossier
    rows = tuple(
        (
            InlineText(tell.reader.words(each.value)),
            InlineText(tell.reader.sources(each.sources)),
            InlineText(words.yes if each.preferred else ""),
        )
        for each in made.values
    )
    if rows:
        yield Grid((words.value, words.sources, words.followed), rows, (6, 5, 2))
    if made.reason:
        yield Prose(InlineText(f"{words.reason}: {tell.reader.words(made.reason)}"), role=Role.BODY)


def _not_found(
    process: Process, conferences: tuple[Conference, ...], tell: Teller
) -> Iterator[Block]:
    missing = [tell.reader.words(each) for each in process.not_found]
    missing += [
        f"{_short(held, tell)}: {tell.reader.words(each)}"
        for held in conferences
        for each in held.not_found
    ]
    if missing:
        yield Bullets(tuple(map(InlineText, missing)))


def _sources(dossier: Dossier, tell: Teller) -> Iterator[Block]:
    words = tell.labels.dossier
    rows = tuple(
        (
            InlineText(each.id),
            InlineText(
                "\n".join(
                    filter(
                        None,
                        (
                            tell.reader.words(each.title),
                            tell.reader.words(each.publisher),
                            each.address,
                        ),
                    )
                )
            ),
            InlineText(conventions.date(each.date, tell.language) if each.date else ""),
        )
        for each in dossier.sources
    )
    if rows:
        yield Grid((words.source, words.title, words.date), rows, (4, 7, 3))
