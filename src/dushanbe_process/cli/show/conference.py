"""One conference: when, where, with whom, what was said, and what came of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from dushanbe_process.cli.show.layout import Row, columns, facts, heading, items, remark, text
from dushanbe_process.cli.show.words import days, shortened, spelt
from dushanbe_process.model.documents import Document, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from dushanbe_process.cli.show.reader import Reader
    from dushanbe_process.model.conference import Attendance, Conference, Session


def conference(reader: Reader, record: Conference) -> Iterator[RenderableType]:
    """Yield the heading of a conference, and what is known of it."""
    number = f"{record.ordinal}. " if record.ordinal else ""
    yield heading(number + reader.words(record.title))
    documents = reader.documents_of(record)
    outcomes = [each for each in documents if each.id in record.outcomes]
    statements = [each for each in documents if isinstance(each, Statement)]
    others = [each for each in documents if each not in outcomes and each not in statements]
    yield facts(
        [
            *_circumstances(reader, record),
            *_partners(reader, record),
            *reader.officers(record.officers).items(),
            ("Delegations", reader.names(each.partner for each in record.delegations)),
            ("Attendance", columns(_figures(reader, record.attendance))),
            ("Mandates", ", ".join(map(str, record.mandates))),
            ("Sessions", columns([_session(reader, each) for each in record.sessions])),
            ("Outcomes", items([document(reader, each) for each in outcomes])),
            ("Documents", items([document(reader, each) for each in others])),
            ("Statements", items([statement(reader, each) for each in statements])),
            ("Also called", reader.all_words(record.other_titles)),
            ("Note", reader.words(record.note)),
        ]
    )


def _circumstances(reader: Reader, record: Conference) -> Iterator[tuple[str, str]]:
    yield "Dates", days(record.dates) if record.dates else ""
    yield "Place", reader.place(record.venue)
    yield "Theme", reader.words(record.theme)
    yield "Phase", reader.words(record.phase)
    yield "Level", spelt(record.level) if record.level else ""
    yield "Mode", spelt(record.mode) if record.mode else ""
    yield "Site", record.website or ""
    yield "About", reader.words(record.description)
    yield "Follows", reader.names(record.follows)


def _partners(reader: Reader, record: Conference) -> Iterator[tuple[str, str]]:
    """Yield the roles that partners have, each with those that have it."""
    by_role: dict[str, list[str]] = {}
    for each in record.partnerships:
        for role in each.roles:
            by_role.setdefault(spelt(role), []).append(reader.called(each.partner))
    return ((role, ", ".join(names)) for role, names in by_role.items())


def _figures(reader: Reader, figures: Sequence[Attendance]) -> list[Row]:
    """Return the figures, one a row; what is preferred is said where there is a choice."""
    measures = Counter(each.quantity.measure for each in figures)
    return [
        (
            str(each.quantity),
            text("preferred" * (each.preferred and measures[each.quantity.measure] > 1), "green"),
            remark(reader.words(each.note), reader.sources(each.sources)),
        )
        for each in figures
    ]


def _session(reader: Reader, session: Session) -> Row:
    kind = " ".join(filter(None, (spelt(session.kind), session.number)))
    name = reader.words(session.title) or "; ".join(map(reader.words, session.topics))
    details = "; ".join(_details(reader, session))
    known = name or ("" if details else "(title not known)")
    return (kind, remark(known, details, "\n"))


def _details(reader: Reader, session: Session) -> Iterator[str]:
    if session.dates:
        yield days(session.dates)
    if session.organizers:
        yield f"Organizers: {reader.names(session.organizers)}"
    for role, who in reader.officers(session.officers).items():
        yield f"{role}: {who}"


def document(reader: Reader, record: Document) -> Text:
    """Return a document on a line: its title, what it is, how much of its text is here."""
    kind = spelt(_kind(record)).lower()
    said = [kind, *map(str, record.symbols)]
    if record.status:
        said.append(spelt(record.status).lower())
    if record.text_status:
        said.append(f"text {spelt(record.text_status).lower()}")
    languages = ", ".join(each.language for each in record.versions)
    if languages:
        said.append(f"in {languages}")
    return Text.assemble(text(reader.name(record)), text(f" ({'; '.join(said)})", "dim"))


def _kind(record: Document) -> str:
    name = type(record).__name__
    return "".join(f" {each.lower()}" if each.isupper() else each for each in name).strip()


def statement(reader: Reader, record: Statement) -> Text:
    """Return a statement on a few lines: speaker, act, and the beginning of the words."""
    words = shortened(reader.words(record.text) or reader.words(record.title))
    if record.manner == "direct":
        words = f"“{words}”"
    line = text(reader.speaker(record), "bold")
    if record.act:
        line.append_text(text(f": {record.act}", "italic"))
    return line.append_text(text(f": {words}")) if words else line
