"""The dossier as its reader asks it: what things are called, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.cli.show.words import capitalized, spelt
from dushanbe_process.model.conference import Session
from dushanbe_process.model.documents import Document, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.model.conference import Conference, Officer
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Citation, Entity
    from dushanbe_process.model.localized import LocalizedText
    from dushanbe_process.model.time_and_place import Venue

_LANGUAGE = "en"


@attrs.frozen
class Reader:
    """A dossier, and the words in it for a reader of English, or else of what there is."""

    dossier: Dossier

    def words(self, text: LocalizedText) -> str:
        """Return the best text there is."""
        return text.in_(_LANGUAGE, self.dossier.default_language)

    def all_words(self, texts: Iterable[LocalizedText]) -> str:
        """Return several texts on one line."""
        return "; ".join(map(self.words, texts))

    def name(self, entity: Entity) -> str:
        """Return what something is called: its short name, name, title, question, or what it is."""
        for field in ("short_name", "name", "title", "question"):
            value = getattr(entity, field, None)
            if value:
                return self.words(value)
        match entity:
            case Statement():
                return f"{self.speaker(entity)}: {entity.act or 'said'}"
            case Session():
                return " ".join(filter(None, (spelt(entity.kind), entity.number)))
        return entity.id

    def called(self, id: str) -> str:
        """Return what is called so, or the id itself."""
        found = self.dossier.find(id)
        return self.name(found) if found else id

    def names(self, ids: Iterable[str]) -> str:
        """Return the names of several, on one line."""
        return ", ".join(map(self.called, ids))

    def speaker(self, statement: Statement) -> str:
        """Return who made a statement."""
        who = self.called(statement.speaker) if statement.speaker else ""
        who = who or self.words(statement.collective) or "somebody"
        return capitalized(who)

    def officer(self, officer: Officer) -> str:
        """Return who does something at a meeting."""
        who = self.called(officer.person) if officer.person else ""
        return who or self.words(officer.name) or self.words(officer.capacity) or "not named"

    def officers(self, officers: Iterable[Officer]) -> dict[str, str]:
        """Return who does what, by what is done."""
        by_role: dict[str, list[str]] = {}
        for each in officers:
            by_role.setdefault(spelt(each.role), []).append(self.officer(each))
        return {role: ", ".join(who) for role, who in by_role.items()}

    def sources(self, citations: Iterable[Citation]) -> str:
        """Return the ids of the sources cited, each once, in brackets."""
        ids = dict.fromkeys(each.source for each in citations)
        return f"[{', '.join(ids)}]" if ids else ""

    def place(self, venue: Venue | None) -> str:
        """Return building, city and country."""
        if venue is None:
            return ""
        country = _country(venue.country) if venue.country else ""
        parts = filter(None, (self.words(venue.name), self.words(venue.city), country))
        return ", ".join(dict.fromkeys(parts))

    def documents_of(self, conference: Conference) -> list[Document]:
        """Return the documents of a conference, and what was said in its sessions, each once."""
        said = [id for session in conference.sessions for id in session.statements]
        known = {each.id: each for each in self.dossier.documents_of(conference)}
        for found in map(self.dossier.find, said):
            if isinstance(found, Document):
                known.setdefault(found.id, found)
        return list(known.values())


def _country(code: str) -> str:
    import pycountry  # noqa: PLC0415  (a large table, wanted only where countries are)

    tables = (pycountry.countries, pycountry.historic_countries)
    found = next(filter(None, (table.get(alpha_2=code) for table in tables)), None)
    return found.name if found else code
