"""A whole dossier on pages: its processes, conferences, papers, people, sources and claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.documents import Statement
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import words
from dushanbe_process.reports.blocks import Block, Facts, Grid, Heading, Prose, each_of
from dushanbe_process.reports.overview.claims import claim
from dushanbe_process.reports.overview.conference import conference, not_found
from dushanbe_process.reports.overview.document import document
from dushanbe_process.reports.overview.reader import Reader, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.process import Process


def dossier(whole: Dossier, reader: Reader) -> Iterator[Block]:
    """Yield the blocks of a dossier."""
    yield Heading(0, reader.words(whole.title) or "Dossier")
    if whole.description:
        yield Prose(InlineText(reader.words(whole.description)))
    for each in whole.processes:
        yield from _process(each, reader)
    for held in whole.conferences:
        yield from conference(held, reader, 1)
    papers = [each for each in whole.documents if not _is_shown_with_its_conference(each)]
    if papers:
        yield Heading(1, "Documents")
        for paper in papers:
            yield from document(paper, reader, 2)
    if whole.claims:
        yield Heading(1, "Where sources differ")
        for made in whole.claims:
            yield from claim(made, reader, 2)
    yield from _people(whole, reader)
    yield from _partners(whole, reader)
    yield from _sources(whole, reader)


def _is_shown_with_its_conference(paper: object) -> bool:
    return isinstance(paper, Statement) and paper.conference is not None and not paper.versions


def _process(process: Process, reader: Reader) -> Iterator[Block]:
    yield Heading(1, reader.words(process.name))
    rows = [("Name", reader.languages(process.name))]
    if process.other_names:
        rows.append(("Also called", lines(*map(reader.words, process.other_names))))
    if process.launched:
        rows.append(("Launched", InlineText(words.date(process.launched, reader.language))))
    if process.launched_by:
        rows.append(("Launched by", InlineText(reader.names(process.launched_by))))
    if process.description:
        rows.append(("Description", reader.languages(process.description)))
    if process.website:
        rows.append(("Website", InlineText(process.website)))
    if process.note:
        rows.append(("Note", reader.languages(process.note)))
    yield Facts(tuple(rows))
    if reader.dossier and process.conferences:
        yield Heading(2, "Conferences")
        held = reader.dossier.conferences_of(process)
        yield Grid(
            ("No.", "Dates", "Place", "Title"),
            tuple(_line(each, reader) for each in held),
            (1, 4, 4, 9),
            about=each_of(held),
        )
    yield from not_found(process.not_found, reader, 2)


def _line(held: Conference, reader: Reader) -> tuple[InlineText, ...]:
    return (
        InlineText(str(held.ordinal or "")),
        InlineText(words.dates(held.dates, reader.language) if held.dates else ""),
        InlineText(reader.words(held.venue.city) if held.venue else ""),
        InlineText(reader.words(held.title)),
    )


def _people(whole: Dossier, reader: Reader) -> Iterator[Block]:
    if whole.people:
        yield Heading(1, "People")
        rows = tuple(
            (
                lines(reader.words(each.name), *map(reader.words, each.other_names)),
                lines(*(reader.words(office.title) for office in each.offices)),
                InlineText(reader.sources(each.sources)),
            )
            for each in whole.people
        )
        yield Grid(("Name", "Offices", "Sources"), rows, (4, 5, 4), about=each_of(whole.people))


def _partners(whole: Dossier, reader: Reader) -> Iterator[Block]:
    if whole.partners:
        yield Heading(1, "Partners")
        rows = tuple(
            (
                InlineText(reader.words(each.name)),
                InlineText(reader.words(each.short_name)),
                InlineText(words.label(each.kind.value)),
            )
            for each in whole.partners
        )
        yield Grid(("Name", "Short name", "Kind"), rows, (6, 3, 4), about=each_of(whole.partners))


def _sources(whole: Dossier, reader: Reader) -> Iterator[Block]:
    if whole.sources:
        yield Heading(1, "Sources")
        rows = tuple(
            (
                InlineText(each.id),
                lines(reader.words(each.title), reader.words(each.publisher), each.address or ""),
                InlineText(words.date(each.date, reader.language) if each.date else ""),
            )
            for each in whole.sources
        )
        yield Grid(("Key", "Source", "Date"), rows, (4, 7, 3), about=each_of(whole.sources))
