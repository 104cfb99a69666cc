"""Edits of one state of a record, made to another state of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    if all(type(each) is list for each in (before, after, base)) and (
        len(before) == len(after) == len(base)
    ):
        return [
            _value(first, last, other, f"{path}[{n}]", conflicts)
            for n, (first, last, other) in enumerate(zip(before, after, base, strict=True))
        ]
    note = "changed in the record meanwhile; the edit was taken"
    conflicts.append(Item(ItemKind.CONFLICT, path, "", str(base), str(after), note=note))
    return after


def _object(before: Any, after: Any, base: Any, path: str, conflicts: list[Item]) -> Any:
    made = {}
    for key in {**base, **after}:
        first, last, other = (each.get(key, _ABSENT) for each in (before, after, base))
        value = _value(first, last, other, f"{path}.{key}", conflicts)
        if value is not _ABSENT:
            made[key] = value
    return made
