"""Automatic numbers: what Word prints before a paragraph, counted as Word counts.

Source: ISO/IEC 29500-1, clause 17.9 (numbering).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.signs import bullet
from dushanbe_process.forms.docx.seen.spelling import spelled
from dushanbe_process.forms.docx.seen.styles import is_on, value, whole

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

_PLACE = re.compile(r"%([1-9])")
_MOST_LEVELS = 9


@attrs.frozen
class Level:
    """How one level of a list counts: from where, in what digits, in what words around them."""

    start: int = 1
    kind: str = "decimal"
    frame: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


class Numbers:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of the part; None where there is none."""
        abstract = [] if root is None else root.iterfind(w("abstractNum"))
        self.abstract = {each.get(w("abstractNumId")): each for each in abstract}
        named = [(value(each, "styleLink"), each) for each in self.abstract.values()]
        self._linked = {name: each for name, each in reversed(named) if name is not None}
        instances = [] if root is None else root.iterfind(w("num"))
        self.instances = {whole(each.get(w("numId"))): each for each in instances}
        self._levels: dict[int, dict[int, Level]] = {}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def levels(self, list_: int) -> dict[int, Level]:
        """Return the levels of a list, from 0; none for a list that is not there."""
        if list_ not in self._levels:
            self._levels[list_] = self._read(list_)
        return self._levels[list_]

    def level_of_style(self, list_: int, style: str) -> int:
        """Return the level that a list gives to a style, or the first."""
        return next((n for n, each in self.levels(list_).items() if each.style == style), 0)

    def _abstract_of(self, list_: int) -> Element | None:
        instance = self.instances.get(list_)
        found = None if instance is None else self.abstract.get(value(instance, "abstractNumId"))
        linked = value(found, "numStyleLink")
        if linked is not None:
            return self._linked.get(linked, found)
        return found

    def _read(self, list_: int) -> dict[int, Level]:
        abstract = self._abstract_of(list_)
        if abstract is None:
            return {}
        made = {n: _level(each) for n, each in _by_level(abstract, "lvl")}
        for n, each in _by_level(self.instances[list_], "lvlOverride"):
            inner = each.find(w("lvl"))
            if inner is not None:
                made[n] = _level(inner)
            if (start := whole(value(each, "startOverride"))) is not None:
                made[n] = attrs.evolve(made.get(n, Level()), start=start)
        return made

    def _overridden(self, list_: int, level: int) -> bool:
        return any(
            n == level and each.find(w("startOverride")) is not None
            for n, each in _by_level(self.instances[list_], "lvlOverride")
        )

    def next(self, list_: int, level: int) -> str | None:
        """Count one paragraph and return what is printed before it; None where nothing is."""
        levels = self.levels(list_)
        if level not in levels:
            return None
        own = levels[level]
        counts = self._counts.setdefault(value(self.instances[list_], "abstractNumId"), {})
        if (list_, level) not in self._begun and self._overridden(list_, level):
            counts.pop(level, None)
        self._begun.add((list_, level))
        for n in range(level):
            counts.setdefault(n, levels[n].start if n in levels else 1)
        counts[level] = counts.get(level, own.start - 1) + 1
        for n in [n for n in counts if n > level and _restarts(levels.get(n), n, level)]:
            del counts[n]
        if own.kind == "bullet":
            return "".join(map(bullet, own.frame)) or None
        return _PLACE.sub(lambda m: _count(int(m[1]) - 1, counts, levels, own), own.frame) or None

    def count(self, list_: int, level: int) -> int | None:
        """Return how far a list has counted on a level."""
        if list_ not in self.instances:
            return None
        of = value(self.instances[list_], "abstractNumId")
        return self._counts.get(of, {}).get(level)


def _count(place: int, counts: dict[int, int], levels: dict[int, Level], own: Level) -> str:
    kind = levels[place].kind if place in levels else "decimal"
    if own.legal and kind != "decimalZero":
        kind = "decimal"
    return spelled(counts.get(place, 1), kind)


def _restarts(deeper: Level | None, n: int, level: int) -> bool:
    """Say whether a deeper level begins anew after a paragraph of this one."""
    if deeper is None or deeper.restart is None:
        return True
    return deeper.restart != 0 and level < min(deeper.restart, n)


def _by_level(element: Element, name: str) -> list[tuple[int, Element]]:
    found = [(whole(each.get(w("ilvl"))), each) for each in element.iterfind(w(name))]
    return [(n, each) for n, each in found if n is not None and 0 <= n < _MOST_LEVELS]


def _level(element: Element) -> Level:
    start = whole(value(element, "start"))
    return Level(
        1 if start is None else start,
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        is_on(value(element, "isLgl")),
        whole(value(element, "lvlRestart")),
        value(element, "pStyle"),
    )
