"""What words official documents print: groups of them, the same in every language.

Braces hold places to be filled with ``str.format``; a place has one name in all languages.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dushanbe_process.model.conference import ConferenceMode, Level, OfficerRole, SessionKind
    from dushanbe_process.model.documents import (
        AdoptionMode,
        Distribution,
        DocumentStatus,
        TextStatus,
        VersionStatus,
        VoteCast,
    )
    from dushanbe_process.model.partner import PartnerKind, PartnershipRole
    from dushanbe_process.model.time_and_place import Qualifier


class Gender(StrEnum):
    """The gender of a noun, with which participles agree."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"


@attrs.frozen
class Noun:
    """A noun: one of the thing, several of it, and its gender."""

    one: str
    many: str
    gender: Gender = Gender.NEUTER


@attrs.frozen
class Counted:
    """What is counted, by plural category (CLDR): ``{n}`` is the number.

    ``zero`` is used for none at all in every language that has it.  ``governed`` are the forms
    that differ after words such as "over".
    """

    forms: Mapping[str, str]
    governed: Mapping[str, str] = attrs.field(factory=dict)


def counted(one: str, other: str, zero: str | None = None) -> Counted:
    """Return what is counted in a language that knows one and more than one."""
    return Counted({"one": one, "other": other} | ({"zero": zero} if zero else {}))


def alike(form: str, zero: str | None = None) -> Counted:
    """Return what is counted in a language whose nouns do not change with the number."""
    return Counted({"other": form} | ({"zero": zero} if zero else {}))


@attrs.frozen(kw_only=True)
class Names:
    """Names of organs."""

    united_nations: str
    general_assembly: str
    security_council: str
    economic_and_social_council: str
    human_rights_council: str
    secretary_general: str
    secretariat: str


@attrs.frozen(kw_only=True)
class MastheadWords:
    """The head of an official document.

    ``block_language`` is the language in which the United Nations print the distribution, the
    date and the original language: in Arabic, Chinese and Russian documents it is English.
    ``languages`` are the names of languages as they stand after "Original:".
    """

    block_language: str
    distribution: Mapping[Distribution, str]
    original: str
    languages: Mapping[str, str]
    agenda_item: str
    agenda_items: str


@attrs.frozen(kw_only=True)
class Parts:
    """Parts of a document."""

    annex: str
    annex_numbered: str
    annexes: str
    appendix: str
    contents: str
    page: str
    chapter: str
    section: str
    paragraph: str
    paragraphs: str
    table: str
    figure: str
    notes: str
    see: str


@attrs.frozen(kw_only=True)
class LetterWords:
    """Letters and notes verbales, and what is annexed to them.

    ``genitives`` turn the beginning of an office into the case that the phrase asks for.
    """

    letter: str
    note_verbale: str
    annex_to_letter: str
    annex_numbered_to_letter: str
    signed: str
    genitives: Mapping[str, str] = attrs.field(factory=dict)
    contractions: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class AdoptionWords:
    """How a decision was taken.

    ``phrase`` joins "adopted" and the manner, ``vote`` the manner and the count; ``by_vote`` is
    the manner where no more is known than the count.  ``resolution`` stands over the title of a
    resolution, ``organs`` are the organs in the form that it asks for, by their field in ``names``.
    """

    phrase: str
    adopted: Mapping[Gender, str]
    manners: Mapping[AdoptionMode, str]
    by_vote: str
    vote: str
    in_favour: Counted
    against: Counted
    abstaining: Counted
    votes: Mapping[VoteCast, str]
    reservations: str
    resolution: str
    organs: Mapping[str, str]


@attrs.frozen(kw_only=True)
class ReportWords:
    """Headings and sentences of the report of a conference."""

    title: str
    outcome: str
    decisions: str
    organizational_matters: str
    date_and_place: str
    attendance: str
    organizers: str
    opening: str
    officers: str
    rules_of_procedure: str
    agenda: str
    organization_of_work: str
    credentials: str
    documentation: str
    general_debate: str
    statements: str
    thematic_sessions: str
    side_events: str
    adoption_of_outcome: str
    adoption_of_report: str
    closure: str
    list_of_documents: str
    list_of_participants: str
    held: str
    attended: str
    organized_by: str


@attrs.frozen(kw_only=True)
class ProgrammeWords:
    """Words of a programme."""

    programme: str
    provisional_programme: str
    thematic_session: str
    day: str
    time: str
    venue: str
    topics: str
    speakers: str
    organizers: str
    by_video: str
    time_to_be_announced: str
    to_be_announced: str


@attrs.frozen(kw_only=True)
class DossierWords:
    """Words of the account of a whole process."""

    overview: str
    process: str
    conference: str
    conferences: str
    timeline: str
    participation: str
    participants_by_conference: str
    presented_by: str
    roles_by_conference: str
    partners: str
    people: str
    documents: str
    outcomes: str
    statements: str
    speaker: str
    sources: str
    source: str
    where_sources_differ: str
    question: str
    value: str
    reason: str
    followed: str
    preferred: str
    not_found: str
    unknown: str
    name: str
    also_called: str
    title: str
    theme: str
    kind: str
    status: str
    symbol: str
    date: str
    dates: str
    place: str
    level: str
    mode: str
    role: str
    office: str
    launched: str
    launched_by: str
    description: str
    website: str
    remark: str
    quotation: str
    language: str
    number: str
    delegation: str
    head_of_delegation: str
    yes: str
    no: str


@attrs.frozen(kw_only=True)
class Remarks:
    """What a document says of itself or of the record."""

    text_not_found: str
    text_partial: str
    text_not_included: str
    not_in_record: str
    unofficial_translation: str
    machine_translation: str
    date_unknown: str


@attrs.frozen(kw_only=True)
class Kinds:
    """Names of the choices that the record makes.

    Partners are named in the plural, ``documents`` by the name of their class, and
    ``partnership_roles`` and ``officers`` as nouns that count one and many.
    """

    partners: Mapping[PartnerKind, str]
    partnership_roles: Mapping[PartnershipRole, Noun]
    officers: Mapping[OfficerRole, Noun]
    sessions: Mapping[SessionKind, str]
    levels: Mapping[Level, str]
    modes: Mapping[ConferenceMode, str]
    document_statuses: Mapping[DocumentStatus, str]
    text_statuses: Mapping[TextStatus, str]
    version_statuses: Mapping[VersionStatus, str]
    documents: Mapping[str, Noun]
    cochairs_summary: str
    joint_statement: str


@attrs.frozen(kw_only=True)
class Quantities:
    """Counts: "over {quantity}", and what is counted."""

    qualifiers: Mapping[Qualifier, str]
    measures: Mapping[str, Counted]


@attrs.frozen(kw_only=True)
class Labels:
    """Every word that official documents print, in one language."""

    language: str
    names: Names
    masthead: MastheadWords
    parts: Parts
    letter: LetterWords
    adoption: AdoptionWords
    report: ReportWords
    programme: ProgrammeWords
    dossier: DossierWords
    remarks: Remarks
    kinds: Kinds
    quantities: Quantities
