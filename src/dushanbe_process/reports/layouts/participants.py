"""The list of participants: partners by category, and who came for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.conference import Level
from dushanbe_process.model.documents import Statement
from dushanbe_process.model.partner import Partner, PartnerKind, Partnership, PartnershipRole
from dushanbe_process.model.person import Person
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, ClosingRule, Heading, Paper
from dushanbe_process.reports.layouts.attendance import attended
from dushanbe_process.reports.layouts.edition import Edition
from dushanbe_process.reports.layouts.heading_lines import masthead
from dushanbe_process.reports.layouts.outline import (
    Part,
    counted,
    filled_columns,
    note,
    outlined,
    table,
)
from dushanbe_process.reports.layouts.sentences import colon, enumerating, lines, together
from dushanbe_process.reports.layouts.speech import officer_line, who

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dushanbe_process.model.conference import Conference, Delegation, Officer
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.text import InlineText

#: The order in which the United Nations list those who take part.
_ORDER = (
    PartnerKind.STATE,
    PartnerKind.STATE_INSTITUTION,
    PartnerKind.UN_ENTITY,
    PartnerKind.SPECIALIZED_AGENCY,
    PartnerKind.INTERGOVERNMENTAL_ORGANIZATION,
    PartnerKind.REGIONAL_ORGANIZATION,
    PartnerKind.NON_GOVERNMENTAL_ORGANIZATION,
    PartnerKind.ACADEMIC,
    PartnerKind.PRIVATE_SECTOR,
    PartnerKind.MEDIA,
    PartnerKind.GROUP,
    PartnerKind.OTHER,
)


@attrs.define
class _Entry:
    """One who takes part: its roles, its delegation, those who act on its behalf."""

    id: str
    partnerships: list[Partnership] = attrs.field(factory=list)
    delegations: list[Delegation] = attrs.field(factory=list)
    officers: list[Officer] = attrs.field(factory=list)
    speakers: list[Statement] = attrs.field(factory=list)

    @property
    def about(self) -> tuple[object, ...]:
        """What its row in a table tells of: without these it would not be there."""
        return (*self.partnerships, *self.delegations, *self.officers)


def participants(dossier: Dossier, subject: Conference, language: str) -> Paper:
    """Return the list of participants of a conference, as far as the record knows them."""
    edition = Edition(dossier, language)
    title = edition.labels.report.list_of_participants
    blocks = [
        Heading(0, title),
        *counted(attended(subject.attendance, edition), language),
        *participant_blocks(subject, edition, level=1),
        ClosingRule(),
    ]
    head = masthead(subject, edition)
    return Paper(title, language, tuple(blocks), head, running=title)


def participant_blocks(held: Conference, edition: Edition, *, level: int) -> Iterator[Block]:
    """Yield a table for each category, or a remark that the record knows of nobody."""
    parts = categories(held, edition)
    if not parts:
        yield note(edition.labels.remarks.not_in_record)
    yield from outlined(parts, edition.language, level=level, numbered=False)


def categories(held: Conference, edition: Edition) -> list[Part]:
    """Return the categories that somebody is in, each with its table."""
    entries = _entries(held, edition)
    labels = edition.labels
    kept = filled_columns(_row(each, edition) for each in entries)
    parts = []
    for kind in _ORDER:
        inside = [each for each in entries if _kind_of(each.id, edition) is kind]
        if inside:
            name = labels.kinds.partners[kind]
            parts.append(Part(name, _table(inside, edition, kept)))
    alone = _acting(_on_nobodys_behalf(held, edition), edition)
    people = table((labels.dossier.name,), ((each,) for each in alone), (1,))
    parts.append(Part(labels.dossier.people, people))
    return [each for each in parts if each.says]


def people_of(held: Conference) -> set[str]:
    """Return the ids of all people whom a conference names."""
    ids = {each.person for each in _officers(held)}
    for each in held.delegations:
        ids |= {each.head, *each.members}
    return {each for each in ids if each}


def _kind_of(id_: str, edition: Edition) -> PartnerKind:
    partner = edition.dossier.find(id_)
    return PartnerKind(partner.kind) if isinstance(partner, Partner) else PartnerKind.OTHER


def _entries(held: Conference, edition: Edition) -> list[_Entry]:
    """Return everyone that took part, in the alphabetical order of the language."""
    found: dict[str, _Entry] = {}

    def entry(id_: str) -> _Entry:
        return found.setdefault(id_, _Entry(id_))

    for partnership in held.partnerships:
        entry(partnership.partner).partnerships.append(partnership)
    for delegation in held.delegations:
        entry(delegation.partner).delegations.append(delegation)
    behalf = _behalf(held)
    for officer in _officers(held):
        if id_ := _behalf_of(officer, behalf, edition):
            entry(id_).officers.append(officer)
    for made in edition.dossier.documents_of(held):
        if isinstance(made, Statement):
            for id_ in made.on_behalf_of:
                entry(id_).speakers.append(made)
    key = conventions.sort_key(edition.language)
    return sorted(found.values(), key=lambda each: key(str(_name(each, edition))))


def _officers(held: Conference) -> Iterator[Officer]:
    yield from held.officers
    for session in held.sessions:
        yield from session.officers


def _behalf(held: Conference) -> dict[str, str]:
    """Return on whose behalf people act, where it is said at one place or another."""
    return {
        each.person: each.on_behalf_of
        for each in _officers(held)
        if each.person and each.on_behalf_of
    }


def _behalf_of(officer: Officer, behalf: dict[str, str], edition: Edition) -> str | None:
    """Return on whose behalf somebody acts: here, elsewhere in the conference, or by office."""
    if officer.on_behalf_of or officer.person is None:
        return officer.on_behalf_of
    if officer.person in behalf:
        return behalf[officer.person]
    person = edition.dossier.find(officer.person)
    offices = person.offices if isinstance(person, Person) else ()
    known = {each.on_behalf_of or each.organization for each in offices}
    return known.pop() if len(known) == 1 else None


def _on_nobodys_behalf(held: Conference, edition: Edition) -> Iterator[Officer]:
    behalf = _behalf(held)
    return (each for each in _officers(held) if not _behalf_of(each, behalf, edition))


def _name(entry: _Entry, edition: Edition) -> InlineText:
    """Return the official name; what was printed only where there is none."""
    partner = edition.dossier.find(entry.id)
    if isinstance(partner, Partner):
        return edition.best(partner.name, partner.short_name, otherwise=entry.id)
    printed = [each.name_as_printed for each in entry.partnerships]
    printed += [each.name_as_printed for each in entry.delegations]
    return edition.best(*printed, otherwise=entry.id)


def _table(entries: Iterable[_Entry], edition: Edition, kept: Collection[int]) -> tuple[Block, ...]:
    words = edition.labels.dossier
    told = tuple(entries)
    return table(
        (words.name, words.role, words.delegation),
        tuple(_row(each, edition) for each in told),
        (5, 3, 6),
        about=(each.about for each in told),
        kept=kept,
    )


def _row(entry: _Entry, edition: Edition) -> tuple[InlineText, ...]:
    return (
        _with_acronym(entry, edition),
        lines(_roles(entry, edition)),
        lines(_people(entry, edition)),
    )


def _with_acronym(entry: _Entry, edition: Edition) -> InlineText:
    """Return the name, and the acronym of an organisation after it."""
    name = _name(entry, edition)
    partner = edition.dossier.find(entry.id)
    if not isinstance(partner, Partner) or partner.kind is PartnerKind.STATE:
        return name
    short = edition.said(partner.short_name)
    return together(name, " (", short, ")") if short and str(short) != str(name) else name


def _roles(entry: _Entry, edition: Edition) -> Iterator[InlineText | str]:
    names = edition.labels.kinds.partnership_roles
    for each in entry.partnerships:
        for role in dict.fromkeys(each.roles):
            yield names[PartnershipRole(role)].one
        yield edition.said(each.scope)


def _people(entry: _Entry, edition: Edition) -> Iterator[InlineText | str]:
    """Yield the delegation, its head first, then others who acted or spoke, each once."""
    labels = edition.labels
    named = []
    for each in entry.delegations:
        if each.level:
            yield labels.kinds.levels[Level(each.level)]
        if each.head:
            head = labels.dossier.head_of_delegation
            yield together(head, colon(edition.language), edition.person(each.head))
        named += [edition.person(member) for member in each.members]
    named += _acting(entry.officers, edition)
    known = {each.person for each in entry.officers}
    named += [who(each, edition) for each in entry.speakers if each.speaker not in known]
    yield from dict.fromkeys(named)


def _acting(officers: Iterable[Officer], edition: Edition) -> Iterator[InlineText]:
    """Yield each person once, with every part that the person took."""
    parts: dict[object, list[Officer]] = {}
    for each in officers:
        parts.setdefault(each.person or each.name, []).append(each)
    for taken in parts.values():
        told = max(taken, key=lambda each: bool(each.capacity))
        roles = dict.fromkeys(edition.labels.kinds.officers[each.role].one for each in taken)
        joined = enumerating(edition.language).join(roles)
        yield together(officer_line(told, edition), " – ", joined)
