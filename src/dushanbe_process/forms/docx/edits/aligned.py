"""Which item of one state of a list is which of another state of it."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Any

from dushanbe_process.forms.docx.edits.pairing import likeness

#: From which likeness on two items are taken for one and the same.
_LIKE = 0.5
#: What tells nothing of which item it is: numbers are counted, and all of a list are of a type.
_COUNTED = frozenset({"number", "type"})


def aligned(one: list[Any], other: list[Any]) -> dict[int, int]:
    """Return by the place of an item in the first list its place in the second.

    Items are the same when they are called the same, when they say the same, or when, between
    the same two neighbours, as many stand in both lists or they say what is alike.  Numbers,
    which are counted anew when something is added, do not matter.
    """
    made = _by_name(one, other)
    left = [n for n in range(len(one)) if n not in made]
    right = [n for n in range(len(other)) if n not in set(made.values())]
    was, now = [_spelled(one[n]) for n in left], [_spelled(other[n]) for n in right]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "equal" or i2 - i1 == j2 - j1:
            made |= dict(zip(left[i1:i2], right[j1:j2], strict=True))
        else:
            made |= _alike(left[i1:i2], right[j1:j2], one, other)
    return made


def _alike(left: list[int], right: list[int], one: list[Any], other: list[Any]) -> dict[int, int]:
    """Return pairs of items between the same neighbours that say what is alike, in order."""
    made: dict[int, int] = {}
    start = 0
    for here in right:
        scored = [
            (likeness(_words(one[there]), _words(other[here])), -n)
            for n, there in enumerate(left[start:])
        ]
        score, place = max(scored, default=(0.0, 0))
        if score >= _LIKE:
            made[left[start - place]] = here
            start += 1 - place
    return made


def _words(item: Any) -> str:
    """Return all that an item says."""
    if isinstance(item, dict):
        return " ".join(_words(each) for name, each in item.items() if name not in _COUNTED)
    return " ".join(map(_words, item)) if isinstance(item, list) else str(item)


def _by_name(one: list[Any], other: list[Any]) -> dict[int, int]:
    places = {name: n for n, each in enumerate(other) if (name := _name(each)) is not None}
    return {n: places[name] for n, each in enumerate(one) if (name := _name(each)) in places}


def _name(item: Any) -> str | None:
    """Return what an item is called among its like, if it is called anything."""
    if not isinstance(item, dict):
        return None
    return next((item[field] for field in ("id", "key", "language") if item.get(field)), None)


def _spelled(item: Any) -> str:
    bare = item
    if isinstance(item, dict):
        bare = {name: each for name, each in item.items() if name not in _COUNTED}
    return json.dumps(bare, sort_keys=True, ensure_ascii=False)
