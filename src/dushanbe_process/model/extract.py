"""A part of a dossier that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.errors import UnknownIdError
from dushanbe_process.model import default_schema
from dushanbe_process.model.conference import Conference
from dushanbe_process.model.process import Process
from dushanbe_process.schema.compile import compile_schema
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.references import find

if TYPE_CHECKING:
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Entity

_LISTS = ("processes", "conferences", "partners", "people", "documents", "sources", "claims")


def extract(dossier: Dossier, id_: str) -> Dossier:
    """Return what has this id, with all that belongs to it and all that these mention."""
    if dossier.find(id_) is None:
        kind = "record"
        raise UnknownIdError(kind, id_)
    tops = {each.id: each for name in _LISTS for each in getattr(dossier, name)}
    mentioned = {top: _mentioned(each) for top, each in tops.items()}
    home = {inner: top for top, (given, _) in mentioned.items() for inner in given}
    kept: set[str] = set()
    waiting = [home[id_], *_belonging(dossier, tops[home[id_]])]
    while waiting:
        top = waiting.pop()
        if top not in kept:
            kept.add(top)
            waiting += [home[each] for each in mentioned[top][1]]
            waiting += [each.id for each in dossier.claims if home[each.about] in kept]
    lists = {
        name: tuple(each for each in getattr(dossier, name) if each.id in kept) for name in _LISTS
    }
    return dossier.evolve(**lists)


def _mentioned(entity: Entity) -> tuple[set[str], set[str]]:
    """Return the ids that an entity gives, itself and inside, and those that it mentions."""
    schema = default_schema()
    record = schema[type(entity).__name__]
    tree = once(schema, compile_schema).write[record.name](entity, 0)
    found = find(tree, record, schema)
    return {each.id for each in found.given}, {each.id for each in found.references}


def _belonging(dossier: Dossier, entity: Entity) -> list[str]:
    """Return the ids of what belongs to an entity without being mentioned by it."""
    conferences = [entity] if isinstance(entity, Conference) else []
    if isinstance(entity, Process):
        conferences = [dossier.conference(each) for each in entity.conferences]
    return [each.id for conference in conferences for each in dossier.documents_of(conference)]
