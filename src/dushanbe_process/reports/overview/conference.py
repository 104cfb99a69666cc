"""A conference on a page: what, when, where, with whom, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.documents import Document, Statement
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import words
from dushanbe_process.reports.blocks import Block, Bullets, Facts, Grid, Heading, each_of
from dushanbe_process.reports.overview.reader import Reader, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Conference, Officer, Session


def conference(held: Conference, reader: Reader, level: int) -> Iterator[Block]:
    """Yield the blocks of a conference."""
    yield Heading(level, reader.words(held.title))
    if facts := tuple(_facts(held, reader)):
        yield Facts(facts)
    yield from _partners(held, reader, level + 1)
    yield from _attendance(held, level + 1, reader)
    yield from _officers(held.officers, "Officers and speakers", reader, level + 1)
    yield from _sessions(held, reader, level + 1)
    documents = _documents(held, reader)
    outcomes = [each for each in documents if each.id in held.outcomes]
    yield from _outcomes(held, outcomes, reader, level + 1)
    yield from _statements(
        [each for each in documents if isinstance(each, Statement)], reader, level + 1
    )
    yield from not_found(held.not_found, reader, level + 1)


def _documents(held: Conference, reader: Reader) -> tuple[Document, ...]:
    return reader.dossier.documents_of(held) if reader.dossier else ()


def _facts(held: Conference, reader: Reader) -> Iterator[tuple[str, InlineText]]:
    """Yield what is known in a line or two, in the order in which people ask."""
    titles = reader.languages(held.title) if len(held.title) > 1 else ""
    told: dict[str, InlineText | str] = {
        "Dates": words.dates(held.dates, reader.language) if held.dates else "",
        "Place": words.venue(held.venue, reader.language) if held.venue else "",
        "Phase": reader.languages(held.phase),
        "Theme": reader.languages(held.theme),
        "Level": words.label(held.level.value) if held.level else "",
        "Mode": words.label(held.mode.value) if held.mode else "",
        "Title": titles,
        "Also called": lines(*map(reader.words, held.other_titles)),
        "Mandates": ", ".join(map(str, held.mandates)),
        "Follows": reader.names(held.follows),
        "Website": held.website or "",
        "Description": reader.languages(held.description),
        "Note": reader.languages(held.note),
    }
    for name, text in told.items():
        if text:
            yield name, InlineText(text) if isinstance(text, str) else text


def _partners(held: Conference, reader: Reader, level: int) -> Iterator[Block]:
    if not held.partnerships:
        return
    yield Heading(level, "Partners")
    rows = tuple(
        (
            InlineText(reader.name(each.partner)),
            InlineText(", ".join(words.label(role.value) for role in each.roles)),
            lines(reader.words(each.name_as_printed), reader.words(each.scope)),
            InlineText(reader.sources(each.sources)),
        )
        for each in held.partnerships
    )
    yield Grid(
        ("Partner", "Role", "As printed", "Sources"),
        rows,
        (3, 2, 4, 3),
        about=each_of(held.partnerships),
    )


def _attendance(held: Conference, level: int, reader: Reader) -> Iterator[Block]:
    if not held.attendance:
        return
    yield Heading(level, "Attendance")
    rows = tuple(
        (
            lines(str(each.quantity), reader.words(each.note)),
            InlineText(reader.sources(each.sources)),
            InlineText("yes" if each.preferred else ""),
        )
        for each in held.attendance
    )
    yield Grid(("Figure", "Sources", "Followed"), rows, (5, 5, 2), about=each_of(held.attendance))


def _officers(
    officers: Iterable[Officer], heading: str, reader: Reader, level: int
) -> Iterator[Block]:
    told = tuple(officers)
    rows = tuple(
        (
            InlineText(_who(each, reader)),
            InlineText(words.label(each.role.value)),
            lines(reader.words(each.capacity), reader.words(each.manner)),
        )
        for each in told
    )
    if rows:
        yield Heading(level, heading)
        yield Grid(("Name", "Part", "Capacity"), rows, (3, 2, 5), about=each_of(told))


def _who(officer: Officer, reader: Reader) -> str:
    return reader.name(officer.person, officer.name)


def _sessions(held: Conference, reader: Reader, level: int) -> Iterator[Block]:
    if not held.sessions:
        return
    yield Heading(level, "Sessions")
    rows = tuple(
        (
            InlineText(words.label(each.kind.value)),
            lines(_session_title(each, reader), *map(reader.words, each.topics)),
            lines(
                *(f"{words.label(one.role.value)}: {_who(one, reader)}" for one in each.officers)
            ),
        )
        for each in held.sessions
    )
    yield Grid(
        ("Session", "Title and topics", "Officers"), rows, (2, 5, 3), about=each_of(held.sessions)
    )


def _part_of(officer: Officer, reader: Reader) -> str:
    return f"{words.label(officer.role.value)}: {_who(officer, reader)}"


def _session_title(session: Session, reader: Reader) -> str:
    return " ".join(filter(None, (session.number, reader.words(session.title))))


def _outcomes(
    held: Conference, documents: list[Document], reader: Reader, level: int
) -> Iterator[Block]:
    if held.outcomes:
        yield Heading(level, "Outcome documents")
        titles = [reader.words(each.title) for each in documents] or list(held.outcomes)
        yield Bullets(tuple(map(InlineText, titles)))


def _statements(statements: list[Statement], reader: Reader, level: int) -> Iterator[Block]:
    if not statements:
        return
    yield Heading(level, "Statements")
    rows = tuple(
        (
            InlineText(reader.name(each.speaker, each.collective)),
            InlineText(each.act or ""),
            InlineText(reader.words(each.text or each.title)),
        )
        for each in statements
    )
    yield Grid(("Speaker", "Act", "Words"), rows, (2, 2, 6), about=each_of(statements))


def not_found(missing: Iterable[object], reader: Reader, level: int) -> Iterator[Block]:
    """Yield what was looked for and not found."""
    items = tuple(InlineText(reader.words(each)) for each in missing)  # type: ignore[arg-type]
    if items:
        yield Heading(level, "Not found")
        yield Bullets(items)
