"""The record as one edition says it: in one language, what is foreign to it marked as such."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.entity import Source
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.partner import Partner, PartnerKind
from dushanbe_process.model.person import Person
from dushanbe_process.model.text import InlineText, Run
from dushanbe_process.reports import conventions, locales
from dushanbe_process.reports.direction import RIGHT_TO_LEFT_MARK, closed, is_rtl, joined
from dushanbe_process.reports.labels import Labels, labels_of, primary
from dushanbe_process.reports.layouts.sentences import comma, together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Citation
    from dushanbe_process.model.time_and_place import Venue

_NOTHING = LocalizedText()


@attrs.frozen(slots=False)
class Edition:
    """A dossier as it is told in one language."""

    dossier: Dossier
    language: str

    @cached_property
    def labels(self) -> Labels:
        """The words of the edition."""
        return labels_of(self.language)

    def text(self, text: LocalizedText) -> str:
        """Return a text in the language of the edition, or in the nearest there is."""
        return text.in_(self.language, self.dossier.default_language)

    def tag(self, text: LocalizedText) -> str:
        """Return the language in which the edition gives a text."""
        default = self.dossier.default_language
        found = self.text(text)
        tags = sorted(text, key=lambda tag: primary(tag) != primary(self.language))
        return next((tag or default for tag in tags if text[tag] == found), default)

    def is_own(self, text: LocalizedText) -> bool:
        """Say whether there is something of a text in the language of the edition."""
        return bool(self.text(text).strip()) and primary(self.tag(text)) == primary(self.language)

    def said(self, text: LocalizedText) -> InlineText:
        """Return a text as running text; one in another language says in which."""
        return self.spoken(self.text(text), self.tag(text))

    def spoken(self, words: str, language: str) -> InlineText:
        """Return words of a language as running text, marked where it is not the edition's."""
        if not words.strip():
            return InlineText()
        own = primary(language) == primary(self.language)
        return InlineText(words if own else Run(text=words, language=language))

    def best(self, *texts: LocalizedText, otherwise: str | None = None) -> InlineText:
        """Return the first text that is in the language of the edition, or the first at all."""
        ranked = sorted(texts, key=lambda each: not self.is_own(each))
        found = next((each for each in map(self.said, ranked) if each), None)
        return found or InlineText(otherwise or "")

    def partner(self, id_: str, printed: LocalizedText = _NOTHING) -> InlineText:
        """Return the name of a partner: as printed, where that is in the edition's language."""
        partner = self.dossier.find(id_)
        if not isinstance(partner, Partner):
            return self.best(printed, otherwise=id_)
        if self.is_own(printed):
            return self.said(printed)
        return self.best(partner.name, printed, partner.short_name, otherwise=id_)

    def person(self, id_: str | None, printed: LocalizedText = _NOTHING) -> InlineText:
        """Return the name of a person, with the honorific that goes with it."""
        person = self.dossier.find(id_) if id_ else None
        if not isinstance(person, Person) or self.is_own(printed):
            return self.best(printed, otherwise=id_)
        name = self.best(person.name, printed, otherwise=id_)
        honorific = self.said(person.honorific)
        alike = self.tag(person.honorific) == self.tag(person.name)
        return InlineText(*honorific, " ", *name) if honorific and alike else name

    def country(self, code: str) -> str:
        """Return what a country is called: as the record calls the State, or as is usual."""
        for each in self.dossier.partners:
            if each.country == code and each.kind is PartnerKind.STATE:
                named = next(filter(self.is_own, (each.short_name, each.name)), None)
                if named is not None:
                    return self.text(named)
        return locales.country(code, self.language)

    def place(self, venue: Venue) -> str:
        """Return building, city and country; in Chinese from the largest to the smallest."""
        parts = [self.text(venue.name).strip(), self.text(venue.city).strip()]
        parts += [self.country(venue.country)] if venue.country else []
        said = [each for each in parts if each]
        if primary(self.language) == "zh":
            return "".join(reversed(said))
        return comma(self.language).join(closed(each, self.language) for each in said)

    def city(self, held: Conference) -> str:
        """Return the city of a conference, or the country, as far as known."""
        if held.venue is None:
            return ""
        city = self.text(held.venue.city).strip()
        return city or (self.country(held.venue.country) if held.venue.country else "")

    def when_and_where(self, held: Conference) -> str:
        """Return the city and dates of a conference, or its number, by which it is told apart."""
        said = conventions.place_and_dates(self.city(held), held.dates, self.language)
        return said.strip() or self._counted(held)

    def briefly(self, held: Conference) -> str:
        """Return the city and year of a conference, for the head of a column."""
        first = (held.dates.start or held.dates.end) if held.dates else None
        said = " ".join(filter(None, (self.city(held), f"{first.year:04}" if first else "")))
        return said or self._counted(held)

    def _counted(self, held: Conference) -> str:
        place = next(
            (n for n, each in enumerate(self.dossier.conferences, 1) if each is held), None
        )
        number = held.ordinal or place
        word = self.labels.dossier.conference
        return f"{word} {number}" if number else word

    def source(self, id_: str) -> InlineText:
        """Return a source on a line: title, publisher, symbol and date."""
        source = self.dossier.find(id_)
        if not isinstance(source, Source):
            return InlineText(id_)
        title = self.best(source.title, otherwise=id_)
        date = conventions.date(source.date, self.language, unbroken=True) if source.date else ""
        rest = (self.said(source.publisher), source.symbol or "", date)
        # The mark keeps a number after Latin words from being drawn to them.
        mark = RIGHT_TO_LEFT_MARK if is_rtl(self.language) else ""
        return together(title, *rest, between=f"{mark}{comma(self.language)}")

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {each.id: number for number, each in enumerate(self.dossier.sources, 1)}

    def number(self, source: str) -> str:
        """Return the number of a source in the list of sources, in brackets."""
        return f"[{self._numbers.get(source, source)}]"

    def cited(self, citations: Iterable[Citation]) -> str:
        """Return the numbers of sources in the list of sources, in its order: ``[2], [5]``."""
        last = len(self._numbers) + 1
        ids = {each.source for each in citations}
        ordered = sorted(ids, key=lambda each: (self._numbers.get(each, last), each))
        marks = (joined(self.number(each), self.language) for each in ordered)
        between = f"{RIGHT_TO_LEFT_MARK}{comma('ar')}" if is_rtl(self.language) else ", "
        return between.join(marks)
