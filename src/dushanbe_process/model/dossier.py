"""The dossier: everything known of one or more processes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from dushanbe_process.errors import UnknownIdError
from dushanbe_process.model.codes import LanguageTag
from dushanbe_process.model.conference import Conference, Session
from dushanbe_process.model.documents import AnyDocument, Document, Statement
from dushanbe_process.model.entity import Claim, Entity, Source
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.partner import Partner, Partnership
from dushanbe_process.model.person import Person
from dushanbe_process.model.process import Process
from dushanbe_process.schema import Extra, Many, Model, field, model
from dushanbe_process.schema.declare import FIRST, LAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.merge import Merged

Kind = TypeVar("Kind", bound=Entity)


@model
class Dossier(Model):
    """Everything known of one or more processes: flat, with references by id."""

    default_language: LanguageTag = field(
        "Language of every text that does not name one.", default="en", order=FIRST
    )
    title: LocalizedText = field("Title.", default=LocalizedText())
    description: LocalizedText = field("What it holds, and what not.", default=LocalizedText())
    processes: Many[Process] = field("Processes.", default=())
    conferences: Many[Conference] = field("Conferences.", default=())
    partners: Many[Partner] = field("States and organisations.", default=())
    people: Many[Person] = field("People.", default=())
    documents: Many[AnyDocument] = field("Documents.", default=())
    sources: Many[Source] = field("What was read.", default=())
    claims: Many[Claim] = field("Facts with the values that sources give.", default=())
    extra: Extra = field("Data of others, kept as it came.", default=Extra(), order=LAST)

    @cached_property
    def _index(self) -> dict[str, Entity]:
        return {each.id: each for each in self.entities()}

    def entities(self) -> Iterator[Entity]:
        """Yield everything that has an id: what the lists hold, sessions, annexes."""
        yield from self.processes
        for conference in self.conferences:
            yield conference
            yield from conference.sessions
        yield from self.partners
        yield from self.people
        yield from _with_annexes(self.documents)
        yield from self.sources
        yield from self.claims

    def find(self, id: str) -> Entity | None:
        """Return whatever has this id, or None."""
        return self._index.get(id)

    def _one(self, id: str, kind: type[Kind]) -> Kind:
        found = self._index.get(id)
        if not isinstance(found, kind):
            raise UnknownIdError(kind.__name__.lower(), id)
        return found

    def process(self, id: str) -> Process:
        """Return the process with this id; raise UnknownIdError where there is none."""
        return self._one(id, Process)

    def conference(self, id: str) -> Conference:
        """Return the conference with this id; raise UnknownIdError where there is none."""
        return self._one(id, Conference)

    def session(self, id: str) -> Session:
        """Return the session with this id; raise UnknownIdError where there is none."""
        return self._one(id, Session)

    def partner(self, id: str) -> Partner:
        """Return the partner with this id; raise UnknownIdError where there is none."""
        return self._one(id, Partner)

    def person(self, id: str) -> Person:
        """Return the person with this id; raise UnknownIdError where there is none."""
        return self._one(id, Person)

    def document(self, id: str) -> Document:
        """Return the document with this id; raise UnknownIdError where there is none."""
        return self._one(id, Document)

    def source(self, id: str) -> Source:
        """Return the source with this id; raise UnknownIdError where there is none."""
        return self._one(id, Source)

    def claim(self, id: str) -> Claim:
        """Return the claim with this id; raise UnknownIdError where there is none."""
        return self._one(id, Claim)

    def conferences_of(self, process: Process | str) -> tuple[Conference, ...]:
        """Return the conferences of a process, in its order."""
        named = self.process(process) if isinstance(process, str) else process
        return tuple(map(self.conference, named.conferences))

    def documents_of(self, conference: Conference | str) -> tuple[Document, ...]:
        """Return the documents that belong to a conference, come out of it or were made there.

        Among them are annexes of documents that do not themselves belong to it.
        """
        named = self.conference(conference) if isinstance(conference, str) else conference
        sessions = {each.id for each in named.sessions}
        listed = {*named.outcomes, *(one for each in named.sessions for one in each.statements)}
        return tuple(
            each
            for each in _with_annexes(self.documents)
            if each.conference == named.id or each.session in sessions or each.id in listed
        )

    def statements_by(self, person: Person | str) -> tuple[Statement, ...]:
        """Return the statements of one person, in the order of the dossier."""
        id_ = person if isinstance(person, str) else person.id
        return tuple(
            each
            for each in _with_annexes(self.documents)
            if isinstance(each, Statement) and each.speaker == id_
        )

    def partnerships_of(self, partner: Partner | str) -> tuple[tuple[Conference, Partnership], ...]:
        """Return the partnerships of one partner, each with the conference that it is in."""
        id_ = partner if isinstance(partner, str) else partner.id
        return tuple(
            (conference, each)
            for conference in self.conferences
            for each in conference.partnerships
            if each.partner == id_
        )

    def claims_about(self, entity: Entity | str) -> tuple[Claim, ...]:
        """Return the claims about one record."""
        id_ = entity if isinstance(entity, str) else entity.id
        return tuple(each for each in self.claims if each.about == id_)

    def extract(self, id: str) -> Dossier:
        """Return a smaller dossier: what has this id, all that belongs to it or is mentioned.

        To a process belong its conferences; to a conference its documents; to everything
        the claims about it.

        Raises:
            UnknownIdError: when nothing has this id.
            InvalidError: when this dossier is not sound.
        """
        from dushanbe_process.model.extract import extract  # noqa: PLC0415  (it imports us)

        return extract(self, id)

    def merge(self, other: Dossier) -> Merged:
        """Return both dossiers as one, and where they contradict each other.

        Records with one id become one: lists are joined, languages added, gaps filled.  Where
        both say something different, ours stays and the conflict is reported.  The text of a
        document in one language is never made of two: it is ours, where we have one.

        Raises:
            InvalidError: when an id is given twice in one of them, or names things of two
                kinds.
        """
        from dushanbe_process.model.merge import merge  # noqa: PLC0415  (it imports us)

        return merge(self, other)


def _with_annexes(documents: tuple[Document, ...]) -> Iterator[Document]:
    for document in documents:
        yield document
        yield from _with_annexes(document.annexes)
