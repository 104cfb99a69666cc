"""A part of a dossier that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.errors import InvalidError, UnknownIdError
from dushanbe_process.model import default_schema
from dushanbe_process.model.conference import Conference
from dushanbe_process.model.entity import holds_entities
from dushanbe_process.model.process import Process
from dushanbe_process.schema import record_of
from dushanbe_process.schema.compile import tree_of
from dushanbe_process.schema.references import find, unsound

if TYPE_CHECKING:
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Entity


def extract(dossier: Dossier, id_: str) -> Dossier:
    """Return what has this id, with all that belongs to it and all that these mention."""
    if dossier.find(id_) is None:
        kind = "record"
        raise UnknownIdError(kind, id_)
    names = [each.name for each in record_of(type(dossier)).fields if holds_entities(each)]
    tops = {each.id: each for name in names for each in getattr(dossier, name)}
    given, mentioned = _ids(dossier, names)
    home = {inner: top for top in tops for inner in given[top]}
    kept: set[str] = set()
    waiting = [home[id_], *(home[each] for each in _belonging(dossier, tops[home[id_]]))]
    while waiting:
        top = waiting.pop()
        if top not in kept:
            kept.add(top)
            waiting += [home[each] for each in mentioned[top]]
            waiting += [each.id for each in dossier.claims if home[each.about] == top]
    lists = {
        name: tuple(each for each in getattr(dossier, name) if each.id in kept) for name in names
    }
    return dossier.evolve(**lists)


def _ids(dossier: Dossier, names: list[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return by the id of each record the ids that it gives, itself and inside, and mentions."""
    schema = default_schema()
    whole = record_of(type(dossier))
    tree, _ = tree_of(dossier, whole, schema)
    if problems := unsound(tree, whole, schema):
        raise InvalidError(problems)
    given, mentioned = {}, {}
    for name in names:
        for entity, inner in zip(getattr(dossier, name), tree.get(name, ()), strict=True):
            found = find(inner, record_of(type(entity)), schema)
            given[entity.id] = {each.id for each in found.given}
            mentioned[entity.id] = {each.id for each in found.references}
    return given, mentioned


def _belonging(dossier: Dossier, entity: Entity) -> list[str]:
    """Return the ids of what belongs to an entity without being mentioned by it."""
    conferences = [entity] if isinstance(entity, Conference) else []
    if isinstance(entity, Process):
        conferences = [dossier.conference(each) for each in entity.conferences]
    return [each.id for conference in conferences for each in dossier.documents_of(conference)]
