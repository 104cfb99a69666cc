"""What a collection refers to: partners, people, roles, places, processes and conferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.write.elements import add
from dushanbe_process.forms.akn.write.meta import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Entity
    from dushanbe_process.xml_parse import Element


def name_of(entity: Entity) -> str:
    """Return what an entity is called, as an attribute can hold it."""
    name = getattr(entity, "name", None) or getattr(entity, "title", None)
    return _short(str(name or ""))


def _short(text: str) -> str:
    return " ".join(text.split())


class _References:
    """The references of one file under way, and the eIds of what they refer to."""

    def __init__(self, meta: Element, w: Writing) -> None:
        self.element = add(meta, "references", source=SOURCE)
        self.w = w
        self.found: dict[str, str] = {}

    def put(self, element: str, kind: str, id_: str, shown: str, key: str = "") -> None:
        """Write one reference, unless it is there."""
        key = key or id_
        if key not in self.found:
            self.found[key] = eid = self.w.ids.new(f"{kind}-{id_}")
            address = f"/akn/ontology/{kind}/un/{id_}"
            add(self.element, element, eId=eid, href=address, showAs=shown or id_)


def put_entities(meta: Element, dossier: Dossier, w: Writing) -> dict[str, str]:
    """Write what a dossier holds beside its documents; return the eIds by the ids."""
    made = _References(meta, w)
    kinds: list[tuple[str, str, Iterable[Entity]]] = [
        ("TLCOrganization", "organization", dossier.partners),
        ("TLCPerson", "person", dossier.people),
        ("TLCProcess", "process", dossier.processes),
        ("TLCEvent", "event", dossier.conferences),
    ]
    for element, kind, entities in kinds:
        for each in entities:
            made.put(element, kind, each.id, name_of(each))
    for conference in dossier.conferences:
        _place_and_roles(made, conference)
    if not len(made.element):
        meta.remove(made.element)
    return made.found


def put_conference_entities(meta: Element, conference: Conference, w: Writing) -> dict[str, str]:
    """Write what a conference that stands by itself mentions: it knows names at the most."""
    made = _References(meta, w)
    made.put("TLCEvent", "event", conference.id, name_of(conference))
    for partnership in conference.partnerships:
        shown = _short(str(partnership.name_as_printed))
        made.put("TLCOrganization", "organization", partnership.partner, shown)
    for officer in conference.officers:
        if officer.person:
            made.put("TLCPerson", "person", officer.person, _short(str(officer.name)))
    _place_and_roles(made, conference)
    return made.found


def _place_and_roles(made: _References, conference: Conference) -> None:
    if conference.venue is not None and (place := _short(str(conference.venue))):
        made.put("TLCLocation", "location", conference.id, place, f"{conference.id}/venue")
    for role in _roles(conference):
        shown = role.replace("_", " ").capitalize()
        made.put("TLCRole", "role", role, shown, f"role/{role}")


def _roles(conference: Conference) -> Iterator[str]:
    """Yield the parts that partners and officers have in a conference."""
    for partnership in conference.partnerships:
        yield from (role.value for role in partnership.roles)
    yield from (officer.role.value for officer in conference.officers)
    for session in conference.sessions:
        yield from (officer.role.value for officer in session.officers)
