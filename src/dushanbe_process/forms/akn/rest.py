"""What Akoma Ntoso cannot say of a record: the difference of two plain trees.

One tree is what the reader finds in a file, the other is the record.  Every place of the
difference remembers what the file said there when it was written.  Where that has been changed
since, the text of the file holds and the difference does not: nobody's edit is undone.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeAlias

import attrs


class _Absent:
    """Nothing at all, as against null."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Any = _Absent()


@attrs.frozen
class Put:
    """A value that is to stand where the file says something else, or nothing."""

    value: Any
    was: str


@attrs.frozen
class Fields:
    """Differences within an object."""

    of: dict[str, Rest]


@attrs.frozen
class Item:
    """The difference within one item of a list; ``was`` tells the item wherever it stands."""

    index: int
    was: str
    rest: Rest


@attrs.frozen
class Items:
    """Differences within a list of ``length`` items."""

    length: int
    of: tuple[Item, ...]


Rest: TypeAlias = Put | Fields | Items


def digest(value: Any) -> str:
    """Return a short name of a value, which no other value is likely to have."""
    if value is ABSENT:
        return ""
    written = json.dumps(value, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def alike(left: Any, right: Any) -> bool:
    """Say whether two plain values are the same: 1, 1.0 and true are three."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(alike(left[k], right[k]) for k in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(alike, left, right))
    return bool(left == right)


def difference(said: Any, meant: Any) -> Rest | None:
    """Return what has to be done to what a file says, for it to be what is meant."""
    if alike(said, meant):
        return None
    if isinstance(said, dict) and isinstance(meant, dict) and _of_one_kind(said, meant):
        keys = sorted(said.keys() | meant.keys())
        found = {key: difference(said.get(key, ABSENT), meant.get(key, ABSENT)) for key in keys}
        return Fields({key: each for key, each in found.items() if each is not None})
    if isinstance(said, list) and isinstance(meant, list) and len(said) == len(meant):
        pairs = enumerate(zip(said, meant, strict=True))
        items = [
            Item(index, digest(one), rest)
            for index, (one, other) in pairs
            if (rest := difference(one, other)) is not None
        ]
        return Items(len(said), tuple(items))
    return Put(meant, digest(said))


def _of_one_kind(said: dict[str, Any], meant: dict[str, Any]) -> bool:
    return bool(said.get("type") == meant.get("type")) and not said.keys().isdisjoint(meant)


@attrs.define
class Applying:
    """One difference being applied; ``lost`` are the places where the file was edited."""

    lost: list[str] = attrs.field(factory=list)

    def apply(self, said: Any, rest: Rest, path: str = "$") -> Any:
        """Return what is meant by what a file says and the difference."""
        match rest:
            case Put():
                if digest(said) == rest.was:
                    return rest.value
                self.lost.append(path)
                return said
            case Fields():
                return self._fields(said, rest, path)
            case Items():
                return self._items(said, rest, path)

    def _fields(self, said: Any, rest: Fields, path: str) -> Any:
        if not isinstance(said, dict):
            self.lost.append(path)
            return said
        made = dict(said)
        for key, each in rest.of.items():
            value = self.apply(said.get(key, ABSENT), each, f"{path}.{key}")
            if value is ABSENT:
                made.pop(key, None)
            else:
                made[key] = value
        return made

    def _items(self, said: Any, rest: Items, path: str) -> Any:
        if not isinstance(said, list):
            self.lost.append(path)
            return said
        made = list(said)
        names = [digest(each) for each in said]
        for item in rest.of:
            place = _place(item, names, rest.length)
            if place is None:
                self.lost.append(f"{path}[{item.index}]")
            else:
                made[place] = self.apply(said[place], item.rest, f"{path}[{place}]")
        return [each for each in made if each is not ABSENT]


def _place(item: Item, names: list[str], length: int) -> int | None:
    """Return where an item stands now: it may have been moved, or changed where it is."""
    if item.index < len(names) and names[item.index] == item.was:
        return item.index
    if names.count(item.was) == 1:
        return names.index(item.was)
    return item.index if len(names) == length else None
