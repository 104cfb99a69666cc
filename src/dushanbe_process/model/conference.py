"""A conference: who held it, when, where, with whom, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  (fields are derived from annotations)
from enum import StrEnum

from dushanbe_process.errors import Problem
from dushanbe_process.model.codes import (
    ConferenceId,
    Designation,
    DocumentId,
    Ordinal,
    PartnerId,
    PersonId,
    Uri,
)
from dushanbe_process.model.documents import AgendaItem
from dushanbe_process.model.entity import Entity, Sourced
from dushanbe_process.model.localized import LocalizedText, LocalizedTexts
from dushanbe_process.model.partner import Partnership
from dushanbe_process.model.symbol import Symbol
from dushanbe_process.model.time_and_place import MaybeMoment, MaybeSpan, Quantity, Venue
from dushanbe_process.schema import Many, Maybe, One, field, model, only_with


class ConferenceMode(StrEnum):
    """How people take part."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Level(StrEnum):
    """At what level people take part."""

    SUMMIT = "summit"
    HIGH_LEVEL = "high_level"
    MINISTERIAL = "ministerial"
    SENIOR_OFFICIALS = "senior_officials"
    EXPERTS = "experts"


class SessionKind(StrEnum):
    """What a session is for."""

    OPENING = "opening"
    PLENARY = "plenary"
    MINISTERIAL = "ministerial"
    THEMATIC = "thematic"
    SIDE_EVENT = "side_event"
    CLOSING = "closing"
    PRESS = "press"
    OTHER = "other"


class OfficerRole(StrEnum):
    """What somebody does at a conference or session."""

    PRESIDENT = "president"
    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    VICE_CHAIR = "vice-chair"
    SECRETARY_GENERAL = "secretary_general"
    RAPPORTEUR = "rapporteur"
    MODERATOR = "moderator"
    OPENER = "opener"
    KEYNOTE_SPEAKER = "keynote_speaker"
    SPEAKER = "speaker"
    PATRON = "patron"
    ATTENDEE = "attendee"


@model
class Officer(Sourced):
    """What one person does at a conference or session."""

    role: One[OfficerRole] = field("What the person does.")
    person: PersonId | None = field("Who, where in the record.", default=None)
    name: LocalizedText = field("Who, as printed.", default=LocalizedText())
    capacity: LocalizedText = field("In what office.", default=LocalizedText())
    on_behalf_of: PartnerId | None = field("On whose behalf.", default=None)
    manner: LocalizedText = field("How: by video message.", default=LocalizedText())


@model
class Delegation(Sourced):
    """Those who represent one partner."""

    partner: PartnerId = field("Whom they represent.")
    name_as_printed: LocalizedText = field("Name in the list.", default=LocalizedText())
    level: Maybe[Level] = field("At what level.", default=None)
    head: PersonId | None = field("Who leads it.", default=None)
    members: Many[PersonId] = field("Who else belongs to it.", default=())


@model
class Attendance(Sourced):
    """One figure of attendance, as one source gives it."""

    quantity: Quantity = field("The figure.")
    preferred: bool = field("Whether the record follows this one.", default=False)
    note: LocalizedText = field("Remark.", default=LocalizedText())


@model
class Session(Entity):
    """A part of a conference, with its chairs, topics and statements."""

    kind: One[SessionKind] = field("What it is for.")
    title: LocalizedText = field("Title.", default=LocalizedText())
    number: Designation | None = field("Number as printed.", default=None)
    dates: MaybeSpan = field("On what days.", default=None)
    starts: MaybeMoment = field("When it starts.", default=None)
    ends: MaybeMoment = field("When it ends.", default=None)
    venue: Venue | None = field("Where, if not where the conference is.", default=None)
    topics: LocalizedTexts = field("What it is about.", default=())
    officers: Many[Officer] = field("Who chaired, opened, spoke.", default=())
    organizers: Many[PartnerId] = field("Who organised it.", default=())
    attendance: Many[Attendance] = field("Figures of attendance.", default=())
    statements: Many[DocumentId] = field("Statements made, in their order.", default=())

    @only_with("starts")
    def __faults__(self) -> Iterator[Problem]:
        """Refuse an end before the start."""
        if self.starts and self.ends and self.ends.before(self.starts):
            yield Problem("$.ends", "ends before it starts")


@model
class Conference(Entity):
    """One meeting of a process."""

    title: LocalizedText = field("Title.")
    other_titles: LocalizedTexts = field("Titles that sources also use.", default=())
    theme: LocalizedText = field("What it is about, in a phrase.", default=LocalizedText())
    ordinal: Ordinal | None = field("Which of its process it is, from 1.", default=None)
    phase: LocalizedText = field("Name of its phase of the process.", default=LocalizedText())
    dates: MaybeSpan = field("From the first day to the last.", default=None)
    venue: Venue | None = field("Where it was held.", default=None)
    mode: Maybe[ConferenceMode] = field("How people took part.", default=None)
    level: Maybe[Level] = field("At what level.", default=None)
    website: Uri | None = field("Its own site.", default=None)
    description: LocalizedText = field("What it was.", default=LocalizedText())
    partnerships: Many[Partnership] = field("Who made it happen, and how.", default=())
    officers: Many[Officer] = field("Who presided, opened, spoke.", default=())
    delegations: Many[Delegation] = field("Who was represented.", default=())
    attendance: Many[Attendance] = field("Figures of attendance.", default=())
    agenda: Many[AgendaItem] = field("Its agenda.", default=())
    sessions: Many[Session] = field("Its sessions, in their order.", default=())
    outcomes: Many[DocumentId] = field("Its outcome documents.", default=())
    mandates: Many[Symbol, str] = field("Resolutions that it refers to.", default=())
    follows: Many[ConferenceId] = field("Conferences that it follows up.", default=())
