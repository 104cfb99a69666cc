"""The report of a conference, in the order in which the United Nations report theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from dushanbe_process.model.conference import ConferenceMode, Level, SessionKind
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import (
    Block,
    Bullets,
    ClosingRule,
    Heading,
    PageBreak,
    Paper,
    each_of,
)
from dushanbe_process.reports.layouts.agenda import agenda_table
from dushanbe_process.reports.layouts.attendance import attended
from dushanbe_process.reports.layouts.edition import Edition
from dushanbe_process.reports.layouts.heading_lines import masthead
from dushanbe_process.reports.layouts.outcomes import (
    adoption_parts,
    documents_table,
    outcome_parts,
)
from dushanbe_process.reports.layouts.outline import (
    Part,
    counted,
    facts,
    note,
    outlined,
    paragraph,
    prose,
    table,
)
from dushanbe_process.reports.layouts.participants import categories, participant_blocks
from dushanbe_process.reports.layouts.presence import organizers, presiding, speakers
from dushanbe_process.reports.layouts.sentences import filled, lines
from dushanbe_process.reports.layouts.sessions import details_of, name_of, session_rows, title_of
from dushanbe_process.reports.layouts.speech import statements, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.conference import Conference, Session
    from dushanbe_process.model.documents import Statement
    from dushanbe_process.model.dossier import Dossier

    _Statements: TypeAlias = dict[str | None, list[Statement]]

#: Sessions that have a chapter or section of their own.
_APART = (
    SessionKind.OPENING,
    SessionKind.THEMATIC,
    SessionKind.SIDE_EVENT,
    SessionKind.CLOSING,
)


def conference_report(dossier: Dossier, subject: Conference, language: str) -> Paper:
    """Return the report of a conference: what the record holds of it, and no more."""
    edition = Edition(dossier, language)
    words = edition.labels.report
    made = statements_of(subject, edition)
    chapters = [
        Part(words.outcome, parts=tuple(outcome_parts(subject, edition))),
        Part(words.organizational_matters, parts=tuple(_organization(subject, edition, made))),
        _statements(subject, edition, made),
        _sessions(SessionKind.THEMATIC, words.thematic_sessions, subject, edition, made),
        _sessions(SessionKind.SIDE_EVENT, words.side_events, subject, edition, made),
        Part(words.adoption_of_outcome, parts=tuple(adoption_parts(subject, edition))),
        _sessions(SessionKind.CLOSING, words.closure, subject, edition, made),
    ]
    blocks = [
        Heading(0, words.title),
        *counted(outlined(chapters, language), language),
        *_annexes(subject, edition),
        ClosingRule(),
    ]
    head = masthead(subject, edition)
    return Paper(words.title, language, tuple(blocks), head, running=words.title, contents=True)


def _organization(held: Conference, edition: Edition, made: _Statements) -> Iterator[Part]:
    words = edition.labels.report
    yield Part(words.date_and_place, tuple(_date_and_place(held, edition)))
    yield Part(words.organizers, tuple(organizers(held, edition)))
    yield Part(words.attendance, tuple(attended(held.attendance, edition)))
    opening = _sessions(SessionKind.OPENING, words.opening, held, edition, made)
    yield opening
    yield Part(words.officers, presiding(held, edition))
    yield Part(words.agenda, agenda_table(held.agenda, edition))
    yield Part(words.organization_of_work, tuple(_work(held, edition, made)))
    cited = tuple(InlineText(str(each)) for each in held.mandates)
    yield Part(words.documentation, (Bullets(cited),) if cited else ())


def _date_and_place(held: Conference, edition: Edition) -> Iterator[Block]:
    """Yield when and where: a sentence where both are known, else what is."""
    labels = edition.labels.dossier
    dates = conventions.dates(held.dates, edition.language, unbroken=True) if held.dates else ""
    place = edition.place(held.venue) if held.venue else ""
    if dates and place:
        told = filled(edition.labels.report.held, place=place, dates=dates)
        yield paragraph(told, edition.language)
        dates = place = ""
    kinds = edition.labels.kinds
    yield from facts(
        [
            (labels.dates, dates),
            (labels.place, place),
            (labels.theme, edition.said(held.theme)),
            (labels.level, kinds.levels[Level(held.level)] if held.level else ""),
            (labels.mode, kinds.modes[ConferenceMode(held.mode)] if held.mode else ""),
            (labels.website, held.website or ""),
        ]
    )


def _work(held: Conference, edition: Edition, made: _Statements) -> Iterator[Block]:
    """Yield what sessions there were, and of those that appear only here all that is known."""
    labels = edition.labels
    rows = tuple(
        (
            InlineText(name_of(each, edition)),
            lines(
                [
                    title_of(each, edition),
                    *(() if _is_apart(each, made) else details_of(each, edition)),
                ]
            ),
            InlineText(
                conventions.dates(each.dates, edition.language, unbroken=True) if each.dates else ""
            ),
        )
        for each in held.sessions
    )
    head = (labels.dossier.kind, labels.dossier.title, labels.dossier.dates)
    yield from table(head, rows, (4, 8, 4), about=each_of(held.sessions))


def _is_apart(session: Session, made: _Statements) -> bool:
    """Say whether a session has a part of the report to itself."""
    return session.kind in _APART or session.id in made


def _statements(held: Conference, edition: Edition, made: _Statements) -> Part:
    """Return what was said: first what is not known to be of a session, then the sessions."""
    general = (*speakers(held, edition), *statements(made.get(None, ()), edition))
    others = tuple(
        Part(name_of(each, edition), _session_blocks(each, edition, made))
        for each in held.sessions
        if each.kind not in _APART and each.id in made
    )
    return Part(edition.labels.report.statements, general, others)


def _sessions(
    kind: SessionKind, heading: str, held: Conference, edition: Edition, made: _Statements
) -> Part:
    """Return a part for the sessions of a kind; one alone stands right under the heading."""
    ofkind = [each for each in held.sessions if each.kind is kind]
    if len(ofkind) == 1:
        return Part(heading, _session_blocks(ofkind[0], edition, made))
    below = tuple(
        Part(
            name_of(each, edition),
            _session_blocks(each, edition, made) or (note(edition.labels.remarks.not_in_record),),
        )
        for each in ofkind
    )
    return Part(heading, parts=below)


def _session_blocks(session: Session, edition: Edition, made: _Statements) -> tuple[Block, ...]:
    """Return what is known of a session, and what was said at it."""
    said = statements(made.get(session.id, ()), edition)
    title = title_of(session, edition)
    own = edition.is_own(session.title)
    named = (prose(title, edition.language),) if title and own else ()
    foreign = (edition.labels.dossier.title, "" if own else title)
    return (*named, *facts((foreign, *session_rows(session, edition))), *said)


def _annexes(held: Conference, edition: Edition) -> Iterator[Block]:
    """Yield the lists of documents and of participants, each on a page of its own."""
    words = edition.labels.report
    documents = documents_table(edition.dossier.documents_of(held), edition)
    annexes: list[tuple[str, tuple[Block, ...]]] = []
    if documents:
        annexes.append((words.list_of_documents, documents))
    if categories(held, edition):
        listed = tuple(participant_blocks(held, edition, level=3))
        annexes.append((words.list_of_participants, listed))
    for number, (heading, blocks) in enumerate(annexes, 1):
        yield PageBreak()
        index = number if len(annexes) > 1 else None
        yield Heading(1, conventions.annex(index, edition.language))
        yield Heading(2, heading)
        yield from blocks
