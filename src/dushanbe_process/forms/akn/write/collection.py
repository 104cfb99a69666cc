"""Dossiers and conferences: collections of documents, and what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.iri import iri_of
from dushanbe_process.forms.akn.kinds import Kind
from dushanbe_process.forms.akn.languages import UNKNOWN
from dushanbe_process.forms.akn.write.document import put_document
from dushanbe_process.forms.akn.write.elements import add
from dushanbe_process.forms.akn.write.entities import (
    name_of,
    put_conference_entities,
    put_entities,
)
from dushanbe_process.forms.akn.write.inline import put_plain
from dushanbe_process.forms.akn.write.meta import identify
from dushanbe_process.model.documents import Statement
from dushanbe_process.reports import conventions
from dushanbe_process.schema import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.model.conference import Conference, Session
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.localized import LocalizedText
    from dushanbe_process.model.time_and_place import PartialDate
    from dushanbe_process.schema import Model
    from dushanbe_process.xml_parse import Element

_DOSSIER = Kind("documentCollection", "publication", "dossier")
_CONFERENCE = Kind("documentCollection", "publication", "conference")
_SESSIONS = Kind("debate", "record", "sessions")


def _iri(kind: Kind, actor: str, date: PartialDate | None, number: str) -> str:
    day = str(date).removesuffix("~") if date else "0001-01-01"
    return f"/akn/un/{kind.element}/{kind.subtype}/{actor}/{day}/{number}"


def put_dossier(made: Element, dossier: Dossier, w: Writing) -> None:
    """Write a dossier: its conferences, then its documents, each a component."""
    collection = add(made, "documentCollection", name=_DOSSIER.name)
    meta = add(collection, "meta")
    w.language = dossier.default_language
    identify(
        meta,
        iri=_iri(_DOSSIER, "dossier", None, "dossier"),
        language=w.language,
        id_="dossier",
        dates={"publication": None},
        subtype=_DOSSIER.subtype,
    )
    _titled(collection, dossier.title, w)
    body = add(collection, "collectionBody")
    w.entities = put_entities(meta, dossier, w)
    for conference in dossier.conferences:
        below = w.within("conference_1", w.language)
        component = add(body, "component", eId=below.prefix.removesuffix("__"))
        _conference(component, conference, dossier, below)
    for document in dossier.documents:
        below = w.within("cmp_1", w.language)
        component = add(body, "component", eId=below.prefix.removesuffix("__"))
        put_document(component, document, None, below)
    if not len(body):
        _reference(add(body, "component", eId=w.eid("cmp_1")), "#dossier", "", w)


def _titled(parent: Element, title: LocalizedText, w: Writing) -> Element | None:
    if not title:
        return None
    preface = add(parent, "preface", eId=w.eid("preface"))
    put_plain(add(add(preface, "p"), "docTitle"), title.in_(w.language))
    return preface


def _when_and_where(preface: Element, conference: Conference, w: Writing) -> None:
    """Write dates and venue of a conference below its title."""
    line = add(preface, "p")
    start = _start(conference)
    if start is not None and conference.dates is not None:
        words = conventions.dates(conference.dates, w.language)
        put_plain(add(line, "docDate", date=start.earliest.isoformat()), words)
    if conference.venue is not None and (place := str(conference.venue)):
        if len(line):
            line[0].tail = ", "
        eid = w.entities.get(f"{conference.id}/venue")
        put_plain(add(line, "location", refersTo=f"#{eid}") if eid else add(line, "span"), place)


def _start(conference: Conference) -> PartialDate | None:
    dates = conference.dates
    return (dates.start or dates.end) if dates else None


def put_conference(made: Element, conference: Conference, w: Writing) -> None:
    """Write a conference that stands by itself."""
    w.language = next((tag for tag in conference.title if tag), UNKNOWN)
    _conference(made, conference, None, w)


def _conference(
    parent: Element, conference: Conference, dossier: Dossier | None, w: Writing
) -> None:
    """Write a conference: the debate of its sessions, and its outcome documents by reference."""
    collection = add(parent, "documentCollection", name=_CONFERENCE.name)
    start = _start(conference)
    iri = _iri(_CONFERENCE, "conference", start, conference.id)
    meta = add(collection, "meta")
    identify(
        meta,
        iri=iri,
        language=w.language,
        id_=conference.id,
        dates={"held": start},
        subtype=_CONFERENCE.subtype,
    )
    if dossier is None:
        w.entities = put_conference_entities(meta, conference, w)
    preface = _titled(collection, conference.title, w)
    if preface is not None:
        _when_and_where(preface, conference, w)
    body = add(collection, "collectionBody")
    if conference.sessions:
        below = w.within("sessions", w.language)
        component = add(body, "component", eId=below.prefix.removesuffix("__"))
        _sessions(component, conference, dossier, below)
    for each in conference.outcomes:
        address, shown = _outcome(each, dossier)
        _reference(add(body, "component", eId=w.eid("outcome_1")), address, shown, w)
    if not len(body):
        _reference(add(body, "component", eId=w.eid("outcome_1")), iri, conference.id, w)


def _outcome(id_: str, dossier: Dossier | None) -> tuple[str, str]:
    """Return the address of a document, and what it is called."""
    found = dossier.find(id_) if dossier else None
    if found is None:
        return f"#{id_}", id_
    return iri_of(found), name_of(found) or id_  # type: ignore[arg-type]  # outcomes are documents


def _reference(component: Element, address: str, shown: str, w: Writing) -> None:
    add(component, "documentRef", eId=w.eid("ref_1"), href=address, showAs=shown)


def _sessions(parent: Element, conference: Conference, dossier: Dossier | None, w: Writing) -> None:
    debate = add(parent, _SESSIONS.element, name=_SESSIONS.name)
    start = _start(conference)
    identify(
        add(debate, "meta"),
        iri=_iri(_SESSIONS, "conference", start, conference.id),
        language=w.language,
        id_=f"{conference.id}-sessions",
        dates={"held": start},
        subtype=_SESSIONS.subtype,
    )
    body = add(debate, "debateBody")
    for number, session in enumerate(conference.sessions, 1):
        section = add(body, "debateSection", name=session.kind, eId=w.eid(f"dbsect_{number}"))
        if session.number:
            put_plain(add(section, "num"), session.number)
        if session.title:
            put_plain(add(section, "heading"), session.title.in_(w.language))
        for address, said in _speeches(session, dossier):
            _speech(section, address, said, w)
        if not session.statements:
            add(section, "p")


def _speeches(session: Session, dossier: Dossier | None) -> Iterator[tuple[str, Statement | None]]:
    """Yield the addresses of what was said in a session, and what the dossier knows of it."""
    for id_ in session.statements:
        found = dossier.find(id_) if dossier else None
        yield _outcome(id_, dossier)[0], found if isinstance(found, Statement) else None


def _speech(section: Element, address: str, said: Statement | None, w: Writing) -> None:
    speaker = w.entities.get(said.speaker or "", "") if said else ""
    speech = add(section, "speech", by=f"#{speaker or 'speaker'}", as_="#speaker")
    speech.set("eId", w.eid("speech_1"))
    if said is not None:
        names = (said.collective.in_(w.language), said.capacity.in_(w.language))
        put_plain(add(speech, "from"), ", ".join(filter(None, names)))
    title = said.title.in_(w.language) if said else address
    put_plain(add(add(speech, "p"), "ref", href=address, eId=w.eid("ref_1")), title)


def put_record(made: Element, record: Model, w: Writing) -> None:
    """Write a record of which Akoma Ntoso has no notion: its name, and the rest beside it."""
    tag = record_of(type(record)).tag
    document = add(made, "doc", name=tag)
    identify(
        add(document, "meta"),
        iri=f"/akn/un/doc/record/{tag.replace('_', '-')}/0001-01-01/record",
        language=UNKNOWN,
        id_=tag.replace("_", "-"),
        dates={"publication": None},
        subtype="record",
    )
    main = add(document, "mainBody", eId=w.eid("mainBody"))
    put_plain(add(main, "p"), tag)
