"""People, and the offices they hold."""

from __future__ import annotations

from dushanbe_process.model.codes import (
    CountryCode,
    PartnerId,
)
from dushanbe_process.model.entity import Entity, Identifier, Sourced
from dushanbe_process.model.localized import LocalizedText, LocalizedTexts
from dushanbe_process.model.time_and_place import MaybeSpan
from dushanbe_process.schema import Many, field, model


@model
class Office(Sourced):
    """A title that a person holds or held, and on whose behalf."""

    title: LocalizedText = field("The title as printed.")
    organization: PartnerId | None = field("Where the office is.", default=None)
    on_behalf_of: PartnerId | None = field("For whom it acts, if for another.", default=None)
    dates: MaybeSpan = field("From when to when, as far as known.", default=None)


@model
class Person(Entity):
    """Somebody named in the record."""

    name: LocalizedText = field("Name as printed, without honorific.")
    honorific: LocalizedText = field("Honorific as printed.", default=LocalizedText())
    given_name: LocalizedText = field("Given name, where known.", default=LocalizedText())
    family_name: LocalizedText = field("Family name, where known.", default=LocalizedText())
    other_names: LocalizedTexts = field("Spellings that sources use.", default=())
    country: CountryCode | None = field("Country (ISO 3166-1 alpha-2).", default=None)
    offices: Many[Office] = field("Offices held.", default=())
    identifiers: Many[Identifier] = field("What registers call the person.", default=())
