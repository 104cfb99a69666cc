"""Partners: the States and organisations that make a process, and their part in a conference."""

from __future__ import annotations

from enum import StrEnum

from dushanbe_process.model.codes import (
    CountryCode,
    PartnerId,
    Uri,
)
from dushanbe_process.model.entity import Entity, Identifier, Sourced
from dushanbe_process.model.localized import LocalizedText, LocalizedTexts
from dushanbe_process.schema import Many, One, field, model


class PartnerKind(StrEnum):
    """What a partner is."""

    STATE = "state"
    STATE_INSTITUTION = "state_institution"
    UN_ENTITY = "un_entity"
    SPECIALIZED_AGENCY = "specialized_agency"
    INTERGOVERNMENTAL_ORGANIZATION = "intergovernmental_organization"
    REGIONAL_ORGANIZATION = "regional_organization"
    NON_GOVERNMENTAL_ORGANIZATION = "non_governmental_organization"
    ACADEMIC = "academic"
    PRIVATE_SECTOR = "private_sector"
    MEDIA = "media"
    GROUP = "group"
    OTHER = "other"


class PartnershipRole(StrEnum):
    """The part that a partner has in a conference."""

    HOST = "host"
    ORGANIZER = "organizer"
    CO_ORGANIZER = "co-organizer"
    PARTNER = "partner"
    SUPPORTER = "supporter"
    FUNDER = "funder"
    PATRON = "patron"
    SPONSOR = "sponsor"
    OBSERVER = "observer"
    PARTICIPANT = "participant"


@model
class Partner(Entity):
    """A State or organisation that takes part."""

    name: LocalizedText = field("Official name.")
    kind: One[PartnerKind] = field("What it is.")
    short_name: LocalizedText = field("Short name or acronym.", default=LocalizedText())
    other_names: LocalizedTexts = field("Names that sources also use.", default=())
    country: CountryCode | None = field("ISO 3166-1 alpha-2 code, for a State.", default=None)
    part_of: PartnerId | None = field("The organisation that it belongs to.", default=None)
    website: Uri | None = field("Its own site.", default=None)
    identifiers: Many[Identifier] = field("What registers call it.", default=())


@model
class Partnership(Sourced):
    """The part that one partner has in one conference."""

    partner: PartnerId = field("The partner.")
    roles: Many[PartnershipRole, str] = field("Its parts, in the order of the source.")
    scope: LocalizedText = field("What the part extends to.", default=LocalizedText())
    name_as_printed: LocalizedText = field(
        "Name in this conference's own papers.", default=LocalizedText()
    )
