"""Who took part in a conference: partners and delegations by category, in alphabetical order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.partner import PartnerKind
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

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.partner import Partner


def participants(dossier: Dossier, held: Conference, language: str) -> Paper:
    """Return the list of participants of a conference, as far as the record goes."""
    tell = Teller(dossier, language)
    title = tell.reader.words(held.title)
    told = list(categories(held, tell)) or [tell.unknown()]
    blocks = [
        Heading(0, tell.labels.report.list_of_participants),
        Prose(InlineText(title), role=Role.CENTRED),
        *told,
        ClosingRule(),
    ]
    head = Masthead(organ=title, place=tell.where_and_when(held))
    name = tell.labels.report.list_of_participants
    return Paper(f"{name}: {title}", language, tuple(blocks), head)


def categories(held: Conference, tell: Teller) -> Iterator[Block]:
    """Yield a table for each category of partners, in the order of the United Nations."""
    taking_part = _partners(held, tell)
    key = conventions.sort_key(tell.language)
    for kind in PartnerKind:
        members = [each for each in taking_part if each.kind is kind]
        if not members:
            continue
        members.sort(key=lambda each: key(tell.reader.words(each.name)))
        yield Heading(2, tell.labels.kinds.partners[kind])
        rows = tuple(_row(each, held, tell) for each in members)
        words = tell.labels.dossier
        yield Grid((words.name, words.role, words.delegation), rows, (4, 3, 5))


def _partners(held: Conference, tell: Teller) -> list[Partner]:
    """Return every partner that is named with the conference, each once."""
    named = [each.partner for each in held.partnerships]
    named += [each.partner for each in held.delegations]
    officers = [*held.officers, *(each for session in held.sessions for each in session.officers)]
    named += [each.on_behalf_of for each in officers if each.on_behalf_of]
    known = {each.id: each for each in tell.dossier.partners}
    return [known[id_] for id_ in dict.fromkeys(named) if id_ in known]


def _row(partner: Partner, held: Conference, tell: Teller) -> tuple[InlineText, ...]:
    nouns = tell.labels.kinds.partnership_roles
    roles = [
        nouns[role].one
        for each in held.partnerships
        if each.partner == partner.id
        for role in each.roles
    ]
    people = [
        *(
            f"{tell.reader.name(each.head)} ({tell.labels.dossier.head_of_delegation})"
            for each in held.delegations
            if each.partner == partner.id and each.head
        ),
        *(
            tell.reader.name(member)
            for each in held.delegations
            if each.partner == partner.id
            for member in each.members
        ),
        *(tell.officer(each) for each in held.officers if each.on_behalf_of == partner.id),
        *(
            tell.officer(each)
            for session in held.sessions
            for each in session.officers
            if each.on_behalf_of == partner.id
        ),
    ]
    return (
        InlineText(tell.reader.words(partner.name)),
        InlineText(conventions.join(roles, tell.language) if roles else ""),
        InlineText("\n".join(dict.fromkeys(people))),
    )
