"""A dossier as a whole: its processes, their conferences, and how sure all of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from dushanbe_process.cli.show import claims
from dushanbe_process.cli.show.conference import conference, document, statement
from dushanbe_process.cli.show.layout import (
    Row,
    columns,
    facts,
    heading,
    indented,
    items,
    text,
    title,
)
from dushanbe_process.cli.show.reader import Reader
from dushanbe_process.cli.show.words import counted, day, days, spelt
from dushanbe_process.model.documents import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Source
    from dushanbe_process.model.partner import Partner
    from dushanbe_process.model.person import Person
    from dushanbe_process.model.process import Process


def dossier(record: Dossier) -> RenderableType:
    """Return the overview of a dossier."""
    reader = Reader(record)
    return Group(*_parts(reader))


def _parts(reader: Reader) -> Iterator[RenderableType]:
    whole = reader.dossier
    yield title(reader.words(whole.title) or "Dossier")
    if whole.description:
        yield text(reader.words(whole.description))
    yield from ("", text(_counts(whole), "dim"))
    for process in whole.processes:
        yield from _process(reader, process)
    for each in _in_order(whole):
        yield from conference(reader, each)
    yield from _section("Other documents", items(_others(reader)))
    yield from _section("Partners", columns([_partner(reader, each) for each in whole.partners]))
    yield from _section("People", columns([_person(reader, each) for each in whole.people]))
    yield from claims.disagreements(reader)
    yield from claims.not_found(reader)
    yield from _section("Sources", items([_source(reader, each) for each in whole.sources]))


def _counts(whole: Dossier) -> str:
    nouns = {
        "process": (whole.processes, "processes"),
        "conference": (whole.conferences, ""),
        "partner": (whole.partners, ""),
        "person": (whole.people, "people"),
        "document": (whole.documents, ""),
        "source": (whole.sources, ""),
        "claim": (whole.claims, ""),
    }
    return ", ".join(counted(len(all_), one, many) for one, (all_, many) in nouns.items())


def _section(name: str, content: RenderableType | None) -> Iterator[RenderableType]:
    if content:
        yield heading(name)
        yield indented(content)


def _process(reader: Reader, process: Process) -> Iterator[RenderableType]:
    launched = day(process.launched) if process.launched else ""
    by = f"by {reader.names(process.launched_by)}" if process.launched_by else ""
    yield heading(reader.words(process.name))
    yield facts(
        [
            ("Also called", reader.all_words(process.other_names)),
            ("Launched", ", ".join(filter(None, (launched, by)))),
            ("Site", process.website),
            ("About", reader.words(process.description)),
            ("Note", reader.words(process.note)),
        ]
    )
    table = columns(
        [_line(reader, each) for each in reader.dossier.conferences_of(process)],
        ("No.", "Dates", "Place", "Conference"),
    )
    if table:
        yield indented("", table)


def _line(reader: Reader, record: Conference) -> Row:
    return (
        str(record.ordinal or ""),
        days(record.dates) if record.dates else "",
        reader.words(record.venue.city) or reader.place(record.venue) if record.venue else "",
        reader.words(record.title),
    )


def _in_order(whole: Dossier) -> list[Conference]:
    """Return the conferences in the order of their processes, then the others."""
    placed = {each.id: each for one in whole.processes for each in whole.conferences_of(one)}
    return list((placed | {each.id: each for each in whole.conferences}).values())


def _others(reader: Reader) -> Sequence[str | Text]:
    """Return the documents that belong to no conference."""
    shown = {
        document.id for each in reader.dossier.conferences for document in reader.documents_of(each)
    }
    return [
        statement(reader, each) if isinstance(each, Statement) else document(reader, each)
        for each in reader.dossier.documents
        if each.id not in shown
    ]


def _partner(reader: Reader, partner: Partner) -> Row:
    name, short = reader.words(partner.name), reader.words(partner.short_name)
    return (f"{name} ({short})" if short else name, spelt(partner.kind))


def _person(reader: Reader, person: Person) -> Row:
    name = " ".join(filter(None, map(reader.words, (person.honorific, person.name))))
    return (name, reader.all_words(office.title for office in person.offices))


def _source(reader: Reader, source: Source) -> Text:
    date = day(source.date) if source.date else ""
    origin = ", ".join(filter(None, (reader.words(source.publisher), date)))
    line = text(f"[{source.id}] ", "dim").append_text(text(reader.words(source.title)))
    for more in filter(None, (origin, source.address)):
        line.append_text(text(f". {more}"))
    return line
