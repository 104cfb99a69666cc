"""A process: a series of conferences under one name."""

from __future__ import annotations

from dushanbe_process.model.codes import (
    ConferenceId,
    PartnerId,
    Uri,
)
from dushanbe_process.model.entity import Entity
from dushanbe_process.model.localized import LocalizedText, LocalizedTexts
from dushanbe_process.model.time_and_place import MaybeDate
from dushanbe_process.schema import Many, field, model


@model
class Process(Entity):
    """A series of conferences under one name."""

    name: LocalizedText = field("Name.")
    other_names: LocalizedTexts = field("Names that sources also use.", default=())
    launched: MaybeDate = field("When it began.", default=None)
    launched_by: Many[PartnerId] = field("Who began it.", default=())
    description: LocalizedText = field("What it is.", default=LocalizedText())
    website: Uri | None = field("Its own site.", default=None)
    conferences: Many[ConferenceId] = field("Its conferences, in their order.", default=())
