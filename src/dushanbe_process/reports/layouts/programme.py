"""The programme of a conference: its sessions in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import (
    Block,
    ClosingRule,
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

    from dushanbe_process.model.conference import Conference, Session
    from dushanbe_process.model.dossier import Dossier


def programme(dossier: Dossier, held: Conference, language: str) -> Paper:
    """Return the programme of a conference, as far as the record goes."""
    tell = Teller(dossier, language)
    title = tell.reader.words(held.title)
    words = tell.labels.programme
    blocks = [
        Heading(0, words.programme),
        Prose(InlineText(title), role=Role.CENTRED),
        *(_days(held, tell) if held.sessions else [tell.unknown()]),
        ClosingRule(),
    ]
    head = Masthead(organ=title, place=tell.where_and_when(held))
    return Paper(f"{words.programme}: {title}", language, tuple(blocks), head)


def _days(held: Conference, tell: Teller) -> Iterator[Block]:
    """Yield a table for each day; sessions whose day is not known stand in one of their own."""
    days: dict[str, list[Session]] = {}
    for session in held.sessions:
        days.setdefault(_day(session, tell), []).append(session)
    for day, sessions in days.items():
        if day:
            yield Heading(1, day)
        words = tell.labels.programme
        head = (words.time, tell.labels.dossier.title, words.speakers)
        yield Grid(head, tuple(_row(each, tell) for each in sessions), (2, 5, 4))


def _day(session: Session, tell: Teller) -> str:
    if session.starts is not None:
        return conventions.date(session.starts.date, tell.language)
    return conventions.dates(session.dates, tell.language) if session.dates else ""


def _row(session: Session, tell: Teller) -> tuple[InlineText, ...]:
    clock = [each.datetime.strftime("%H:%M") for each in (session.starts, session.ends) if each]
    topics = [tell.reader.words(each) for each in session.topics]
    officers = [
        f"{tell.labels.kinds.officers[each.role]}: {tell.officer(each)}"
        for each in session.officers
    ]
    return (
        InlineText("–".join(clock) or tell.labels.programme.time_to_be_announced),
        InlineText("\n".join([tell.session(session), *topics])),
        InlineText("\n".join(officers)),
    )
