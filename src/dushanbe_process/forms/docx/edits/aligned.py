"""Which item of one state of a list is which of another state of it."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Any


def aligned(one: list[Any], other: list[Any]) -> dict[int, int]:
    """Return by the place of an item in the first list its place in the second.

    Items are the same when they are called the same, when they are equal, or when as many stand
    between the same two neighbours in both lists.
    """
    made = _by_name(one, other)
    left = [n for n in range(len(one)) if n not in made]
    right = [n for n in range(len(other)) if n not in set(made.values())]
    spelled = [[_spelled(one[n]) for n in left], [_spelled(other[n]) for n in right]]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, *spelled, autojunk=False).get_opcodes():
        if kind == "equal" or i2 - i1 == j2 - j1:
            made |= dict(zip(left[i1:i2], right[j1:j2], strict=True))
    return made


def _by_name(one: list[Any], other: list[Any]) -> dict[int, int]:
    places = {name: n for n, each in enumerate(other) if (name := _name(each)) is not None}
    return {n: places[name] for n, each in enumerate(one) if (name := _name(each)) in places}


def _name(item: Any) -> str | None:
    """Return what an item is called among its like, if it is called anything."""
    if not isinstance(item, dict):
        return None
    return next((item[field] for field in ("id", "key", "language") if item.get(field)), None)


def _spelled(item: Any) -> str:
    return json.dumps(item, sort_keys=True, ensure_ascii=False)
