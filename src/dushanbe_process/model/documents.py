"""Documents: what a conference adopts, issues and hears."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from dushanbe_process.model.body import Body
from dushanbe_process.model.codes import (
    ConferenceId,
    Designation,
    DocumentId,
    EntityId,
    LanguageTag,
    PartnerId,
    PersonId,
    SessionId,
    Uri,
)
from dushanbe_process.model.entity import Entity, Sourced
from dushanbe_process.model.localized import LocalizedText, LocalizedTexts
from dushanbe_process.model.symbol import Symbol
from dushanbe_process.model.time_and_place import MaybeDate, MaybeMoment, Venue
from dushanbe_process.schema import Many, Maybe, Model, One, field, model


class DocumentStatus(StrEnum):
    """How far a document has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    ENDORSED = "endorsed"
    ISSUED = "issued"
    INTRODUCED = "introduced"
    PRESENTED = "presented"
    DELIVERED = "delivered"
    NOT_ADOPTED = "not_adopted"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class TextStatus(StrEnum):
    """How much of a document's text the record holds."""

    FULL = "full"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    NOT_INCLUDED = "not_included"


class VersionStatus(StrEnum):
    """What standing a language version has."""

    ORIGINAL = "original"
    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"
    MACHINE = "machine"


class Distribution(StrEnum):
    """To whom a document is distributed (the ``Distr.`` line)."""

    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"
    PROVISIONAL = "provisional"


class AdoptionMode(StrEnum):
    """How a decision was taken."""

    CONSENSUS = "consensus"
    ACCLAMATION = "acclamation"
    WITHOUT_VOTE = "without_vote"
    RECORDED_VOTE = "recorded_vote"
    NON_RECORDED_VOTE = "non_recorded_vote"
    ROLL_CALL = "roll_call"
    SECRET_BALLOT = "secret_ballot"  # noqa: S105  (a way of voting)
    OTHER = "other"


class VoteCast(StrEnum):
    """What a vote was."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    NOT_VOTING = "not_voting"


class RelationKind(StrEnum):
    """How one document relates to another."""

    ANNEX_OF = "annex_of"
    TRANSMITS = "transmits"
    RECALLS = "recalls"
    TAKES_NOTE_OF = "takes_note_of"
    REPORTS_ON = "reports_on"
    INTRODUCES = "introduces"
    PRESENTS = "presents"
    SUPERSEDES = "supersedes"
    AMENDS = "amends"
    CORRECTS = "corrects"
    REISSUES = "reissues"
    DRAFT_OF = "draft_of"
    TRANSLATION_OF = "translation_of"
    MANDATED_BY = "mandated_by"
    CITES = "cites"


@model
class AgendaItem(Sourced):
    """An item of an agenda."""

    number: Designation | None = field("Number as printed: 7, 14 (a).", default=None)
    title: LocalizedText = field("Title.")


@model
class Masthead(Model):
    """The head of an official document."""

    organization: LocalizedText = field("Issuing organisation.", default=LocalizedText())
    organ: LocalizedText = field("Issuing organ or conference.", default=LocalizedText())
    distribution: Maybe[Distribution] = field("To whom it goes.", default=None)
    date: MaybeDate = field("Date of issue.", default=None)
    original_languages: Many[LanguageTag] = field("Language it was written in.", default=())
    session: LocalizedText = field("Session of the organ.", default=LocalizedText())
    agenda_items: Many[AgendaItem] = field("Agenda items it belongs to.", default=())


@model
class Vote(Sourced):
    """How one State or organisation voted."""

    name: LocalizedText = field("The voter as printed.")
    partner: PartnerId | None = field("The voter, where it is in the record.", default=None)
    vote: One[VoteCast] = field("The vote.")


@model
class VoteCount(Model):
    """The result of a vote."""

    in_favour: int | None = field("Votes in favour.", default=None)
    against: int | None = field("Votes against.", default=None)
    abstaining: int | None = field("Abstentions.", default=None)
    not_voting: int | None = field("Present or entitled, and not voting.", default=None)


@model
class Reservation(Sourced):
    """What one party set apart when it joined an adoption."""

    party: PartnerId = field("Who made it.")
    paragraphs: Many[Designation] = field("Numbers of the paragraphs; none for all.", default=())
    text: LocalizedText = field("What was said.", default=LocalizedText())


@model
class Adoption(Sourced):
    """When, where and how a document was adopted."""

    date: MaybeDate = field("Date.", default=None)
    place: Venue | None = field("Place.", default=None)
    mode: Maybe[AdoptionMode] = field("How.", default=None)
    organ: LocalizedText = field("By whom.", default=LocalizedText())
    meeting: LocalizedText = field("Meeting: 82nd plenary meeting.", default=LocalizedText())
    count: VoteCount | None = field("Result of the vote.", default=None)
    votes: Many[Vote] = field("Who voted how.", default=())
    reservations: Many[Reservation] = field("Reservations made.", default=())


@model
class Relation(Sourced):
    """How this document relates to another, or to a conference or a person."""

    kind: One[RelationKind] = field("The relation.")
    document: DocumentId | None = field("The other, where it is in the record.", default=None)
    entity: EntityId | None = field("The other, where it is no document.", default=None)
    symbol: Maybe[Symbol] = field("Symbol of the other.", default=None)
    title: LocalizedText = field("Title of the other.", default=LocalizedText())


@model
class Publication(Sourced):
    """Where a document was published."""

    title: LocalizedText = field("Name of the publication.", default=LocalizedText())
    symbol: Maybe[Symbol] = field("Symbol it was published under.", default=None)
    date: MaybeDate = field("When.", default=None)
    moment: MaybeMoment = field("The same to the minute, where printed.", default=None)
    address: Uri | None = field("Where it can be read.", default=None)


@model
class Signature(Sourced):
    """A signature under a document."""

    person: PersonId | None = field("Who signed, where in the record.", default=None)
    name: LocalizedText = field("Name as printed.", default=LocalizedText())
    capacity: LocalizedText = field("In what capacity.", default=LocalizedText())
    party: PartnerId | None = field("For whom.", default=None)


@model
class LanguageVersion(Sourced):
    """The text of a document in one language."""

    language: LanguageTag = field("The language.")
    status: Maybe[VersionStatus] = field("What standing it has.", default=None)
    job_number: Designation | None = field("Job number: 12-29335 (E).", default=None)
    body: Body = field("The text.", default=Body())


@model
class Document(Entity):
    """What every document has, of whatever kind."""

    title: LocalizedText = field("Title.")
    other_titles: LocalizedTexts = field("Titles that sources also use.", default=())
    symbols: Many[Symbol, str] = field("Its symbols.", default=())
    conference: ConferenceId | None = field("Conference it belongs to.", default=None)
    session: SessionId | None = field("Session it belongs to.", default=None)
    date: MaybeDate = field("Its date.", default=None)
    authors: Many[PartnerId] = field("Who issued it.", default=())
    status: Maybe[DocumentStatus] = field("How far it has come.", default=None)
    masthead: Masthead | None = field("Its head, as an official document.", default=None)
    text_status: Maybe[TextStatus] = field("How much of the text is here.", default=None)
    versions: Many[LanguageVersion] = field("The text, language by language.", default=())
    signatures: Many[Signature] = field("Who signed it.", default=())
    annexes: Many[AnyDocument] = field("Documents within it, in their order.", default=())
    relations: Many[Relation] = field("How it relates to others.", default=())
    publications: Many[Publication] = field("Where it was published.", default=())

    def version(self, language: str) -> LanguageVersion | None:
        """Return the text in one language, if it is here."""
        return next((each for each in self.versions if each.language == language), None)


@model
class Declaration(Document):
    """A declaration, communiqué or joint statement adopted by a conference."""

    adoption: Adoption | None = field("Its adoption.", default=None)


@model
class Resolution(Document):
    """A resolution of an organ."""

    adoption: Adoption | None = field("Its adoption.", default=None)


@model
class Decision(Document):
    """A decision of an organ."""

    adoption: Adoption | None = field("Its adoption.", default=None)


@model
class Summary(Document):
    """A summary by those in the chair: a co-chairs' summary."""

    presented_by: Many[PersonId] = field("Who presented it.", default=())


class Manner(StrEnum):
    """How near a report is to the words that were spoken."""

    DIRECT = "direct"
    PARAPHRASE = "paraphrase"
    SUMMARY = "summary"


@model
class Statement(Document):
    """What somebody said, or a conference as a whole: reported, or in full."""

    title: LocalizedText = field("Title.", default=LocalizedText())
    speaker: PersonId | None = field("Who spoke.", default=None)
    collective: LocalizedText = field(
        "Who spoke, where it was no one person: the conference, participants.",
        default=LocalizedText(),
    )
    capacity: LocalizedText = field("In what office the speaker spoke.", default=LocalizedText())
    on_behalf_of: Many[PartnerId] = field("On whose behalf.", default=())
    occasion: LocalizedText = field("On what occasion.", default=LocalizedText())
    act: str | None = field("What was done by it: introduced, stressed, called for.", default=None)
    manner: Maybe[Manner] = field("How near the report is to the words.", default=None)
    text: LocalizedText = field("The words, or the report of them.", default=LocalizedText())


@model
class PressRelease(Document):
    """A text issued to the press."""

    moment: MaybeMoment = field("When it was issued, to the minute.", default=None)


@model
class Report(Document):
    """The report of a conference or body."""

    adoption: Adoption | None = field("Its adoption.", default=None)


@model
class Letter(Document):
    """A letter or note verbale, often one that transmits another document.

    Without a title it is called by its date, its sender and its addressee.
    """

    title: LocalizedText = field("Title.", default=LocalizedText())
    sender: LocalizedText = field("From whom.", default=LocalizedText())
    addressee: LocalizedText = field("To whom.", default=LocalizedText())


@model
class Agenda(Document):
    """An agenda or programme."""

    items: Many[AgendaItem] = field("Its items.", default=())


@model
class OtherDocument(Document):
    """A document of any other kind."""

    genre: LocalizedText = field("What it is: concept note, list of participants …")


#: Any document; the name of its class, in lower case, tells which.
AnyDocument: TypeAlias = (
    Declaration
    | Resolution
    | Decision
    | Summary
    | Statement
    | PressRelease
    | Report
    | Letter
    | Agenda
    | OtherDocument
)
