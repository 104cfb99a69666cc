"""What every entity has: an identity, its sources, and room for what we do not know."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  (fields are derived from annotations)
from enum import StrEnum

from dushanbe_process.errors import Problem
from dushanbe_process.model.codes import (
    Designation,
    EntityId,
    LanguageTag,
    Slug,
    SourceId,
    Uri,
)
from dushanbe_process.model.localized import LocalizedText, LocalizedTexts
from dushanbe_process.model.time_and_place import MaybeDate, MaybeMoment
from dushanbe_process.schema import (
    Extra,
    Field,
    Many,
    ManyOf,
    Model,
    One,
    OneOf,
    field,
    model,
    only_with,
)
from dushanbe_process.schema.declare import FIRST, LAST


@model
class Citation(Model):
    """The place in a source that a fact comes from."""

    source: SourceId = field("The source.")
    quote: str | None = field("The quoted span, to the letter.", default=None)
    locator: Designation | None = field("Place in the source: page, paragraph.", default=None)
    note: LocalizedText = field("Remark on the citation.", default=LocalizedText())


@model
class Sourced(Model):
    """Anything that says where it comes from."""

    sources: Many[Citation] = field("Where it comes from.", default=(), order=LAST + 1)
    extra: Extra = field("Data of others, kept as it came.", default=Extra(), order=LAST + 2)


@model
class Entity(Sourced):
    """Anything that others refer to."""

    id: Slug = field("Identifier, unique in the dossier.", identity=True, order=FIRST)
    note: LocalizedText = field("Remark of the editors.", default=LocalizedText(), order=LAST)
    not_found: LocalizedTexts = field(
        "What was looked for and not found, plainly.", default=(), order=LAST
    )


def holds_entities(field: Field) -> bool:
    """Say whether a field is a list of records that others refer to."""
    item = field.shape.item if isinstance(field.shape, ManyOf) else None
    classes = item.classes if isinstance(item, OneOf) else (getattr(item, "cls", None),)
    return all(isinstance(each, type) and issubclass(each, Entity) for each in classes)


@model
class Identifier(Model):
    """What another register calls the same thing."""

    scheme: Slug = field("The register: wikidata, viaf, unbis …")
    value: Designation = field("The identifier there.")


class SourceKind(StrEnum):
    """What a source is."""

    WEB_PAGE = "web_page"
    PRESS_RELEASE = "press_release"
    NEWS_ARTICLE = "news_article"
    UN_DOCUMENT = "un_document"
    DOCUMENT = "document"
    SPEECH = "speech"
    BOOK = "book"
    DATASET = "dataset"
    OTHER = "other"


@model
class Source(Entity):
    """Something that was read: the origin of facts."""

    title: LocalizedText = field("Title as printed.")
    kind: One[SourceKind] = field("What it is.", default=SourceKind.WEB_PAGE)
    publisher: LocalizedText = field("Who published it.", default=LocalizedText())
    date: MaybeDate = field("When it was published.", default=None)
    moment: MaybeMoment = field("The same to the minute, where printed.", default=None)
    language: LanguageTag | None = field("Language of the text.", default=None)
    symbol: Designation | None = field("Symbol, for a document that has one.", default=None)
    address: Uri | None = field("Where it can be read.", default=None)
    accessed: MaybeDate = field("When it was read.", default=None)


@model
class ClaimedValue(Sourced):
    """One of the values that sources give for a fact."""

    value: LocalizedText = field("The value, as a reader would want it said.")
    preferred: bool = field("Whether the record follows this one.", default=False)


@model
class Claim(Entity):
    """A fact for which sources give values, side by side, that need not agree."""

    about: EntityId = field("The record that the fact is about.")
    aspect: Slug = field("The field or relation in question: dates, attendance, …")
    question: LocalizedText = field("What is in question.", default=LocalizedText())
    values: Many[ClaimedValue] = field("The values that sources give.", default=())
    reason: LocalizedText = field("Why the preferred value is preferred.", default=LocalizedText())

    @only_with("values")
    def __faults__(self) -> Iterator[Problem]:
        """Refuse two preferences."""
        if sum(each.preferred for each in self.values) > 1:
            yield Problem("$.values", "more than one value is preferred")

    @property
    def preferred(self) -> ClaimedValue | None:
        """The value that the record follows, if it follows one."""
        return next((each for each in self.values if each.preferred), None)
