"""What layouts of conferences and processes have in common: names, labels, counting sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, Heading, Prose, Role
from dushanbe_process.reports.labels import labels_of
from dushanbe_process.reports.overview.reader import Reader
from dushanbe_process.reports.words import venue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Conference, Officer, Session
    from dushanbe_process.model.documents import Document
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.reports.labels import Labels


@attrs.define
class Teller:
    """A dossier told in one language; counts paragraphs and sections as they are told."""

    dossier: Dossier
    language: str
    paragraphs: int = 0
    sections: int = 0
    subsections: int = 0

    @property
    def labels(self) -> Labels:
        """The words of the language."""
        return labels_of(self.language)

    @property
    def reader(self) -> Reader:
        """The reader of the language, who is told the names behind ids."""
        return Reader(self.language, self.dossier)

    def section(self, title: str, inside: Iterable[Block]) -> Iterator[Block]:
        """Yield a numbered section, unless there is nothing in it."""
        self.subsections = 0
        self.sections += 1
        told = list(inside)
        if not told:
            self.sections -= 1
            return
        yield Heading(1, title, conventions.heading_number(0, self.sections, self.language))
        yield from told

    def subsection(self, title: str, inside: Iterable[Block]) -> Iterator[Block]:
        """Yield a numbered division of a section, unless there is nothing in it."""
        told = list(inside)
        if told:
            self.subsections += 1
            number = conventions.heading_number(1, self.subsections, self.language)
            yield Heading(2, title, number)
            yield from told

    def sentence(self, text: str) -> Prose:
        """Return the next numbered paragraph."""
        self.paragraphs += 1
        number = conventions.list_number(0, self.paragraphs, self.language)
        return Prose(InlineText(text), number, role=Role.OPERATIVE)

    def place(self, held: Conference) -> str:
        """Return where a conference was held."""
        return venue(held.venue, self.language) if held.venue else ""

    def where_and_when(self, held: Conference) -> str:
        """Return place and dates on one line."""
        return conventions.place_and_dates(self.place(held), held.dates, self.language)

    def officer(self, officer: Officer) -> str:
        """Return an officer with the capacity in which he or she acts."""
        name = self.reader.name(officer.person, officer.name)
        capacity = self.reader.words(officer.capacity)
        return f"{name} ({capacity})" if capacity and capacity != name else name

    def session(self, session: Session) -> str:
        """Return what a session is called: its kind and number, then its title."""
        kind = self.labels.kinds.sessions[session.kind]
        kind = f"{kind} {session.number}" if session.number else kind
        title = self.reader.words(session.title)
        return f"{kind}: {title}" if title and title.casefold() != kind.casefold() else kind

    def document(self, document: Document) -> str:
        """Return a document by its title and symbols."""
        noun = self.labels.kinds.documents.get(type(document).__name__)
        title = self.reader.words(document.title) or (noun.one if noun else document.id)
        symbols = ", ".join(map(str, document.symbols))
        return f"{title} ({symbols})" if symbols else title

    def outcomes(self, held: Conference) -> list[Document]:
        """Return the outcome documents of a conference."""
        found = (self.dossier.find(each) for each in held.outcomes)
        return [each for each in found if each is not None]  # type: ignore[misc]

    def unknown(self) -> Prose:
        """Return the remark that the record holds nothing on this."""
        return Prose(InlineText(self.labels.remarks.not_in_record), role=Role.NOTE)
