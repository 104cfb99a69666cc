"""Edits of one state of a record, made to another state of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dushanbe_process.forms.docx.edits.aligned import aligned
from dushanbe_process.forms.docx.report import Item, ItemKind
from dushanbe_process.tree import structure, unstructure

if TYPE_CHECKING:
    from dushanbe_process.schema import Model

_ABSENT = object()


def rebased(before: Model, after: Model, base: Model) -> tuple[Model, list[Item]]:
    """Return ``base`` with what changed between ``before`` and ``after``.

    Where ``base`` itself has changed in the same place, the edit wins and is reported.
    """
    conflicts: list[Item] = []
    first, last, other = unstructure(before), unstructure(after), unstructure(base)
    return structure(_value(first, last, other, "$", conflicts)), conflicts


def _value(before: Any, after: Any, base: Any, path: str, conflicts: list[Item]) -> Any:
    if after == before:
        return base
    if base in (before, after):
        return after
    if all(type(each) is dict for each in (before, after, base)):
        return _object(before, after, base, path, conflicts)
    if all(type(each) is list for each in (before, after, base)):
        return _list(before, after, base, path, conflicts)
    _conflict(conflicts, path, base, after)
    return after


def _conflict(conflicts: list[Item], path: str, base: Any, after: Any) -> None:
    note = "changed in the record meanwhile; the edit was taken"
    was, now = ("" if each is _ABSENT else str(each) for each in (base, after))
    conflicts.append(Item(ItemKind.CONFLICT, path, "", was, now, note=note))


def _list(
    before: list[Any], after: list[Any], base: list[Any], path: str, conflicts: list[Item]
) -> list[Any]:
    """Return the items as they are edited, with those that the record got meanwhile."""
    edited, kept = aligned(before, after), aligned(before, base)
    origin = {place: n for n, place in edited.items()}
    gone = {here for old, here in kept.items() if old not in edited}
    following = _following(base, set(kept.values()), gone)
    made: list[Any] = following.pop(-1, [])
    for place, item in enumerate(after):
        old = origin.get(place)
        here = kept.get(old) if old is not None else None
        first = _ABSENT if old is None else before[old]
        other = _ABSENT if here is None else base[here]
        value = _value(first, item, other, f"{path}[{len(made)}]", conflicts)
        made += [value] * (value is not _ABSENT)
        made += [] if here is None else following.pop(here, [])
    for old, here in kept.items():
        if here in gone and base[here] != before[old]:
            _conflict(conflicts, path, base[here], _ABSENT)
    return made


def _following(base: list[Any], known: set[int], gone: set[int]) -> dict[int, list[Any]]:
    """Return what is not known by the place of the known one before it that is not gone, or -1."""
    made: dict[int, list[Any]] = {}
    last = -1
    for place, item in enumerate(base):
        if place in known:
            last = last if place in gone else place
        else:
            made.setdefault(last, []).append(item)
    return made


def _object(before: Any, after: Any, base: Any, path: str, conflicts: list[Item]) -> Any:
    made = {}
    for key in {**base, **after}:
        first, last, other = (each.get(key, _ABSENT) for each in (before, after, base))
        value = _value(first, last, other, f"{path}.{key}", conflicts)
        if value is not _ABSENT:
            made[key] = value
    return made
