"""The programme of a conference: its sessions, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.model.time_and_place import DateSpan, PartialDate
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, ClosingRule, Heading, Paper, each_of
from dushanbe_process.reports.layouts.agenda import agenda_blocks
from dushanbe_process.reports.layouts.edition import Edition
from dushanbe_process.reports.layouts.heading_lines import masthead
from dushanbe_process.reports.layouts.outline import facts, note, table
from dushanbe_process.reports.layouts.sentences import colon, lines, strongly
from dushanbe_process.reports.layouts.sessions import (
    details_of,
    hours_of,
    name_of,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Conference, Session
    from dushanbe_process.model.dossier import Dossier


def programme(dossier: Dossier, subject: Conference, language: str) -> Paper:
    """Return the programme of a conference, as far as the record knows it."""
    edition = Edition(dossier, language)
    title = edition.labels.programme.programme
    venue = edition.place(subject.venue) if subject.venue else ""
    blocks = [
        Heading(0, title),
        *facts([(edition.labels.programme.venue, venue)]),
        *agenda_blocks(subject.agenda, edition, level=1),
        *_days(subject, edition),
        ClosingRule(),
    ]
    head = masthead(subject, edition)
    return Paper(title, language, tuple(blocks), head, running=title)


def _days(held: Conference, edition: Edition) -> Iterator[Block]:
    """Yield a table for each day; what is not known to be on any day comes last."""
    if not held.sessions:
        yield note(edition.labels.remarks.not_in_record)
    by_day: dict[DateSpan | None, list[Session]] = {}
    for session in held.sessions:
        by_day.setdefault(_days_of(session), []).append(session)
    timed = any(map(hours_of, held.sessions))
    for days in sorted(by_day, key=_in_order):
        heading = _heading(days, held, edition)
        if days is not None or len(by_day) > 1:
            yield Heading(1, heading)
        in_order = sorted(by_day[days], key=_clock)
        yield from (_timetable if timed else _listing)(in_order, edition)


def _days_of(session: Session) -> DateSpan | None:
    if session.dates is not None or session.starts is None:
        return session.dates
    return DateSpan(session.starts.date, session.starts.date)


def _in_order(days: DateSpan | None) -> tuple[bool, str]:
    if days is None:
        return True, ""
    return False, str(days.earliest or days.latest)


def _clock(session: Session) -> str:
    """Return the beginning of a session, to sort by; of no known one come last."""
    return hours_of(session) or "~"


def _heading(days: DateSpan | None, held: Conference, edition: Edition) -> str:
    """Return the day, and which of the conference's it is."""
    words = edition.labels
    if days is None:
        unknown = words.remarks.date_unknown
        return unknown[:1].upper() + unknown[1:]
    said = conventions.dates(days, edition.language, unbroken=True)
    number = _number(days, held.dates)
    if number is None:
        return said
    day = words.programme.day.format(number=number)
    return f"{day}{colon(edition.language)}{said}"


def _number(days: DateSpan, span: DateSpan | None) -> int | None:
    """Return which day of a conference it is, where both are known to the day."""
    if span is None or not _is_a_day(days.start) or days.start != days.end:
        return None
    first, last, day = span.start, span.end, days.earliest
    if not _is_a_day(first) or first is None or last is None or day is None:
        return None
    within = first.earliest <= day <= last.latest
    return (day - first.earliest).days + 1 if within else None


def _is_a_day(date: PartialDate | None) -> bool:
    return date is not None and date.day is not None and not date.approximate


def _timetable(sessions: Iterable[Session], edition: Edition) -> tuple[Block, ...]:
    """Return sessions by the hour."""
    words = edition.labels.programme
    told = tuple(sessions)
    rows = tuple(
        (
            InlineText(hours_of(each) or words.time_to_be_announced),
            lines([strongly(InlineText(name_of(each, edition))), _told(each, edition)]),
        )
        for each in told
    )
    return table((words.time, words.programme), rows, (1, 4), about=each_of(told))


def _listing(sessions: Iterable[Session], edition: Edition) -> tuple[Block, ...]:
    """Return sessions of a conference of which no hour is known."""
    words = edition.labels
    told = tuple(sessions)
    rows = tuple(
        (strongly(InlineText(name_of(each, edition))), _told(each, edition)) for each in told
    )
    return table((words.dossier.kind, words.programme.programme), rows, (1, 3), about=each_of(told))


def _told(session: Session, edition: Edition) -> InlineText:
    """Return the title of a session, then its topics, officers and place, line by line."""
    return lines([title_of(session, edition), *details_of(session, edition)])
