"""The report of a conference, in the order of reports of United Nations conferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.conference import OfficerRole, SessionKind
from dushanbe_process.model.documents import Statement
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import (
    Block,
    Bullets,
    ClosingRule,
    Grid,
    Heading,
    Masthead,
    PageBreak,
    Paper,
    Prose,
    Role,
)
from dushanbe_process.reports.layouts.body import body_blocks
from dushanbe_process.reports.layouts.formal import absent, version_in
from dushanbe_process.reports.layouts.participants import categories
from dushanbe_process.reports.layouts.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Conference, Session
    from dushanbe_process.model.documents import Document
    from dushanbe_process.model.dossier import Dossier

_SPEAKING = (OfficerRole.SPEAKER, OfficerRole.KEYNOTE_SPEAKER, OfficerRole.ATTENDEE)


def conference_report(dossier: Dossier, held: Conference, language: str) -> Paper:
    """Return the report of a conference, as far as the record goes."""
    tell = Teller(dossier, language)
    words = tell.labels.report
    title = tell.reader.words(held.title)
    blocks = [
        Heading(0, words.title),
        Prose(InlineText(title), role=Role.CENTRED),
        *tell.section(words.outcome, _outcome(held, tell)),
        *tell.section(words.organization_of_work, _organization(held, tell)),
        *tell.section(words.statements, _statements(held, tell)),
        *tell.section(words.thematic_sessions, _sessions(held, tell, thematic=True)),
        *tell.section(words.side_events, _side_events(held, tell)),
        *tell.section(words.closure, _closing(held, tell)),
        *_annexes(held, tell),
        ClosingRule(),
    ]
    head = Masthead(organ=title, place=tell.where_and_when(held))
    return Paper(f"{words.title}: {title}", language, tuple(blocks), head, contents=True)


def _outcome(held: Conference, tell: Teller) -> Iterator[Block]:
    """Yield each outcome document: its title, how far it has come, its text where it is known."""
    for document in tell.outcomes(held):
        yield from tell.subsection(tell.document(document), _text(document, tell))


def _text(document: Document, tell: Teller) -> Iterator[Block]:
    if document.status is not None:
        status = tell.labels.kinds.document_statuses[document.status]
        yield Prose(InlineText(f"{tell.labels.dossier.status}: {status}"))
    version = version_in(document, tell.language)
    if version is None:
        yield Prose(InlineText(absent(document, tell.labels)), role=Role.NOTE)
    else:
        yield from body_blocks(version.body, version.language, level=3, anchor=document.id)
        if document.text_status is not None and document.text_status.value == "partial":
            yield Prose(InlineText(tell.labels.remarks.text_partial), role=Role.NOTE)


def _organization(held: Conference, tell: Teller) -> Iterator[Block]:
    words = tell.labels.report
    yield from tell.subsection(words.date_and_place, _date_and_place(held, tell))
    yield from tell.subsection(words.organizers, _organizers(held, tell))
    yield from tell.subsection(words.attendance, _attendance(held, tell))
    opening = [each for each in held.sessions if each.kind is SessionKind.OPENING]
    yield from tell.subsection(words.opening, _told(opening, tell))
    chairing = [each for each in held.officers if each.role not in _SPEAKING]
    rows = tuple(
        (InlineText(tell.labels.kinds.officers[each.role]), InlineText(tell.officer(each)))
        for each in chairing
    )
    head = (tell.labels.dossier.role, tell.labels.dossier.name)
    yield from tell.subsection(words.officers, [Grid(head, rows, (1, 2))] if rows else [])
    items = tuple(
        InlineText(" ".join(filter(None, (each.number, tell.reader.words(each.title)))))
        for each in held.agenda
    )
    yield from tell.subsection(words.agenda, [Bullets(items)] if items else [])


def _date_and_place(held: Conference, tell: Teller) -> Iterator[Block]:
    if held.dates and held.venue:
        when = conventions.dates(held.dates, tell.language)
        yield tell.sentence(tell.labels.report.held.format(place=tell.place(held), dates=when))
    elif held.dates or held.venue:
        yield tell.sentence(tell.where_and_when(held))


def _organizers(held: Conference, tell: Teller) -> Iterator[Block]:
    rows = tuple(
        (
            InlineText(tell.reader.name(each.partner)),
            InlineText(conventions.join(_roles(each.roles, tell), tell.language)),
        )
        for each in held.partnerships
    )
    if rows:
        yield Grid((tell.labels.dossier.name, tell.labels.dossier.role), rows, (3, 2))


def _roles(roles: Iterable[object], tell: Teller) -> list[str]:
    nouns = tell.labels.kinds.partnership_roles
    return [nouns[each].one for each in roles]  # type: ignore[index]


def _attendance(held: Conference, tell: Teller) -> Iterator[Block]:
    """Yield the figures that the record follows, or all where it follows none."""
    followed = [each for each in held.attendance if each.preferred] or list(held.attendance)
    counts = [conventions.quantity(each.quantity, tell.language) for each in followed]
    if counts:
        joined = conventions.join(counts, tell.language)
        yield tell.sentence(tell.labels.report.attended.format(quantities=joined))


def _told(sessions: Iterable[Session], tell: Teller) -> Iterator[Block]:
    """Yield sessions as paragraphs: what each is called, its officers and its topics."""
    for session in sessions:
        yield tell.sentence(tell.session(session))
        lines = [
            InlineText(f"{tell.labels.kinds.officers[each.role]}: {tell.officer(each)}")
            for each in session.officers
        ]
        lines += [InlineText(tell.reader.words(each)) for each in session.topics]
        if lines:
            yield Bullets(tuple(lines))


def _sessions(held: Conference, tell: Teller, *, thematic: bool) -> Iterator[Block]:
    kinds = (SessionKind.THEMATIC,) if thematic else (SessionKind.MINISTERIAL, SessionKind.PLENARY)
    yield from _told([each for each in held.sessions if each.kind in kinds], tell)


def _side_events(held: Conference, tell: Teller) -> Iterator[Block]:
    kinds = (SessionKind.SIDE_EVENT, SessionKind.OTHER)
    yield from _told([each for each in held.sessions if each.kind in kinds], tell)


def _closing(held: Conference, tell: Teller) -> Iterator[Block]:
    kinds = (SessionKind.CLOSING, SessionKind.PRESS)
    yield from _told([each for each in held.sessions if each.kind in kinds], tell)


def _statements(held: Conference, tell: Teller) -> Iterator[Block]:
    yield from _sessions(held, tell, thematic=False)
    speakers = [each for each in held.officers if each.role in _SPEAKING]
    if speakers:
        yield Bullets(
            tuple(
                InlineText(f"{tell.labels.kinds.officers[each.role]}: {tell.officer(each)}")
                for each in speakers
            )
        )
    rows = tuple(
        (
            InlineText(tell.reader.name(each.speaker, each.collective)),
            InlineText(" ".join(filter(None, (each.act, tell.reader.words(each.text))))),
        )
        for each in tell.dossier.documents_of(held)
        if isinstance(each, Statement)
    )
    if rows:
        head = (tell.labels.dossier.name, tell.labels.dossier.statements)
        yield Grid(head, rows, (1, 3))


def _annexes(held: Conference, tell: Teller) -> Iterator[Block]:
    """Yield the annexes: the documents of the conference, then who took part."""
    words = tell.labels.report
    documents = tuple(
        InlineText(tell.document(each))
        for each in tell.dossier.documents_of(held)
        if not isinstance(each, Statement)
    )
    annexes: list[tuple[str, list[Block]]] = []
    if documents:
        annexes.append((words.list_of_documents, [Bullets(documents)]))
    if people := list(categories(held, tell)):
        annexes.append((words.list_of_participants, people))
    for index, (title, inside) in enumerate(annexes, 1):
        number = index if len(annexes) > 1 else None
        yield PageBreak()
        yield Heading(1, f"{conventions.annex(number, tell.language)}. {title}")
        yield from inside
