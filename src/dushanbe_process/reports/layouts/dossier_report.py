"""The account of a whole process: its conferences beside each other, and how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.conference import Conference
from dushanbe_process.model.documents import AdoptionMode, DocumentStatus
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, ClosingRule, Heading, Paper, Role, each_of
from dushanbe_process.reports.layouts.comparison import participation, roles
from dushanbe_process.reports.layouts.edition import Edition
from dushanbe_process.reports.layouts.evidence import differences, not_found, sources
from dushanbe_process.reports.layouts.masthead import symbol_of
from dushanbe_process.reports.layouts.outcomes import (
    adopted,
    kind_of,
    missing_outcomes,
    outcomes_of,
    status_of,
    title_of,
)
from dushanbe_process.reports.layouts.outline import (
    Part,
    counted,
    facts,
    filled_columns,
    outlined,
    prose,
    table,
)
from dushanbe_process.reports.layouts.sentences import begun, lines, listed
from dushanbe_process.reports.layouts.speech import statements_of, who, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.model.documents import Document
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.process import Process


def dossier_report(dossier: Dossier, subject: Process, language: str) -> Paper:
    """Return the account of a process: what the record holds, with its sources."""
    edition = Edition(dossier, language)
    words = edition.labels.dossier
    found = map(dossier.find, dict.fromkeys(subject.conferences))
    held = [each for each in found if isinstance(each, Conference)]
    chapters = [
        Part(words.overview, _overview(subject, edition)),
        Part(words.timeline, _timeline(held, edition)),
        Part(words.participation, tuple(participation(held, edition))),
        Part(words.roles_by_conference, tuple(roles(held, edition))),
        Part(words.outcomes, parts=tuple(_outcomes(held, edition))),
        Part(words.statements, parts=tuple(_statements(held, edition))),
        Part(words.where_sources_differ, tuple(differences(subject, held, edition))),
        Part(words.not_found, parts=tuple(not_found(subject, held, edition))),
        Part(words.sources, sources(edition)),
    ]
    own = edition.is_own(subject.name)
    name = edition.text(subject.name) if own else words.process
    title = name[:1].upper() + name[1:]
    blocks = [
        Heading(0, title),
        *(() if own or not edition.said(subject.name) else (_named(subject, edition),)),
        *counted(outlined(chapters, language), language),
        ClosingRule(),
    ]
    return Paper(title, language, tuple(blocks), running=title, contents=True)


def _named(process: Process, edition: Edition) -> Block:
    """Return the name of a process in another language, under the title."""
    name = prose(edition.said(process.name), edition.language)
    return attrs.evolve(name, role=Role.CENTRED)


def _overview(process: Process, edition: Edition) -> tuple[Block, ...]:
    words, language = edition.labels.dossier, edition.language
    launched = (
        conventions.date(process.launched, language, unbroken=True) if process.launched else ""
    )
    parties = listed([edition.partner(each) for each in process.launched_by], language)
    return facts(
        [
            (words.name, edition.said(process.name)),
            (words.also_called, lines(map(edition.said, process.other_names))),
            (words.launched, launched),
            (words.launched_by, parties),
            (words.description, edition.said(process.description)),
            (words.website, process.website or ""),
            (words.remark, edition.said(process.note)),
            (words.sources, edition.cited(process.sources)),
        ]
    )


def _timeline(held: Sequence[Conference], edition: Edition) -> tuple[Block, ...]:
    words = edition.labels.dossier
    rows = tuple(
        (
            InlineText(str(each.ordinal or "")),
            InlineText(
                conventions.dates(each.dates, edition.language, unbroken=True) if each.dates else ""
            ),
            InlineText(edition.place(each.venue) if each.venue else ""),
            lines([edition.said(each.title), edition.said(each.phase)]),
            InlineText(edition.cited(each.sources)),
        )
        for each in held
    )
    head = (words.number, words.dates, words.place, words.conference, words.sources)
    return table(head, rows, (2, 7, 5, 10, 4), about=each_of(held))


def _outcomes(held: Sequence[Conference], edition: Edition) -> Iterator[Part]:
    """Yield a table of outcomes for each conference that has any."""
    words = edition.labels.dossier
    head = (words.title, words.kind, words.status, words.symbol, words.sources)
    told = [_outcome_rows(each, edition) for each in held]
    kept = filled_columns(row for rows in told for row in rows)
    for each, rows in zip(held, told, strict=True):
        made = table(head, rows, (7, 4, 6, 4, 4), kept=kept)
        yield Part(edition.when_and_where(each), made)


def _outcome_rows(held: Conference, edition: Edition) -> list[tuple[InlineText, ...]]:
    empty = InlineText()
    rows: list[tuple[InlineText, ...]] = [
        (
            title_of(one, edition),
            InlineText(kind_of(one, edition)),
            _status(one, edition),
            InlineText(symbol_of(one)),
            InlineText(edition.cited(one.sources)),
        )
        for one in outcomes_of(held, edition)
    ]
    return rows + [(InlineText(id_), *[empty] * 4) for id_ in missing_outcomes(held, edition)]


def _status(document: Document, edition: Edition) -> InlineText:
    """Return how far a document has come; that it was adopted is not said twice."""
    how = begun(adopted(document, edition))
    adoption = getattr(document, "adoption", None)
    told = adoption is not None and adoption.mode not in {None, AdoptionMode.OTHER}
    said = told and document.status is DocumentStatus.ADOPTED
    return lines(["" if said else status_of(document, edition), how])


def _statements(held: Sequence[Conference], edition: Edition) -> Iterator[Part]:
    """Yield a table of what was said at each conference, session by session."""
    words = edition.labels.dossier
    head = (words.speaker, edition.labels.kinds.documents["Statement"].one, words.sources)
    for each in held:
        said = [one for made in statements_of(each, edition).values() for one in made]
        rows = [
            (
                begun(who(one, edition)),
                words_of(one, edition),
                InlineText(edition.cited(one.sources)),
            )
            for one in said
        ]
        told = table(head, rows, (6, 14, 3), about=each_of(said))
        yield Part(edition.when_and_where(each), told)
