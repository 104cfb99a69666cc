"""A session in a report or a programme: its name, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.conference import OfficerRole, SessionKind
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.layouts.attendance import figures_line
from dushanbe_process.reports.layouts.sentences import colon, lines, together
from dushanbe_process.reports.layouts.speech import officer_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Officer, Session
    from dushanbe_process.model.time_and_place import Moment
    from dushanbe_process.reports.layouts.edition import Edition


def name_of(session: Session, edition: Edition) -> str:
    """Return what a session is called in the words of the edition: ``Thematic session II``."""
    labels = edition.labels
    kind = labels.kinds.sessions[SessionKind(session.kind)]
    number = conventions.session_number(session.number or "", edition.language)
    if not number.strip():
        return kind
    if session.kind is SessionKind.THEMATIC:
        return labels.programme.thematic_session.format(number=number)
    return f"{kind} {number}"


def title_of(session: Session, edition: Edition) -> InlineText:
    """Return the title of a session, where it says more than its kind does."""
    title = edition.said(session.title)
    same = str(title).strip().casefold() == name_of(session, edition).casefold()
    return InlineText() if same else title


def hours_of(session: Session) -> str:
    """Return when a session begins and ends, as far as known: ``10:00–11:30``."""
    starts, ends = _clock(session.starts), _clock(session.ends)
    return f"{starts}–{ends}" if ends else starts


def _clock(moment: Moment | None) -> str:
    return moment.datetime.strftime("%H:%M") if moment else ""


def session_rows(session: Session, edition: Edition) -> Iterator[tuple[str, InlineText | str]]:
    """Yield what is known of a session but its title, label by label."""
    labels, language = edition.labels, edition.language
    yield (
        labels.dossier.date,
        conventions.dates(session.dates, language, unbroken=True) if session.dates else "",
    )
    yield labels.programme.time, hours_of(session)
    yield from session_details(session, edition)


def session_details(session: Session, edition: Edition) -> Iterator[tuple[str, InlineText | str]]:
    """Yield what there is to say of a session but its title and time."""
    words = edition.labels.programme
    yield words.venue, edition.place(session.venue) if session.venue else ""
    yield words.topics, lines(map(edition.said, session.topics))
    yield from officer_rows(session.officers, edition)
    yield words.organizers, lines(map(edition.partner, session.organizers))
    yield edition.labels.report.attendance, figures_line(session.attendance, edition)


def details_of(session: Session, edition: Edition) -> Iterator[InlineText]:
    """Yield the same as lines of text, each after its label."""
    for label, value in session_details(session, edition):
        if str(value).strip():
            yield together(label, colon(edition.language), value)


def officer_rows(
    officers: Iterable[Officer], edition: Edition
) -> Iterator[tuple[str, InlineText | str]]:
    """Yield each part that is taken, in the order of rank, and those who take it."""
    told = list(officers)
    for role in OfficerRole:
        named = [officer_line(each, edition) for each in told if each.role is role]
        if named:
            noun = edition.labels.kinds.officers[role]
            yield noun.one if len(named) == 1 else noun.many, lines(named)
