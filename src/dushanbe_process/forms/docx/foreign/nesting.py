"""What stands below what: numbers tell by their sequence, else indents, else nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.foreign.typed import Reading, is_bullet, readings

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.foreign.placing import Placed
    from dushanbe_process.forms.docx.foreign.units import Unit

_DEEPEST = 6
_COLONS = (":", "：", "—", "–")
#: Indents that differ by less than this many points are alike.
_ALIKE = 6


@attrs.define
class Node:
    """A section, paragraph or table while it is put together."""

    placed: Placed
    children: list[Node] = attrs.field(factory=list)
    wrap_up: Placed | None = None
    caption: Placed | None = None
    #: How its number is read, of a paragraph.
    reading: Reading | None = None


@attrs.define
class Nest:
    """The paragraphs that are open, each below the one before it, in one division of a text."""

    roots: list[Node]
    open: list[Node] = attrs.field(factory=list)

    def put(self, placed: Placed, unit: Unit, depth: int | None) -> str:
        """Put a paragraph where it belongs; return on what evidence.

        ``depth`` is that which its style states.
        """
        if depth is not None:
            return self._add(placed, min(depth, len(self.open)), _first(unit))
        if unit.number is None:
            return self._unnumbered(placed, unit)
        if is_bullet(unit.number):
            return self._bullet(placed, unit)
        return self._numbered(placed, unit)

    def _add(self, placed: Placed, depth: int, reading: Reading | None, why: str = "") -> str:
        depth = min(depth, _DEEPEST - 1)
        del self.open[depth:]
        node = Node(placed, reading=reading)
        (self.open[-1].children if self.open else self.roots).append(node)
        self.open.append(node)
        return why

    def _unnumbered(self, placed: Placed, unit: Unit) -> str:
        """Put a paragraph without a number below those that stand less far in."""
        top = self.open[-1] if self.open else None
        depth = 0
        if top is not None and top.reading is not None and unit.line.indent:
            inner = [n for n, e in enumerate(self.open) if _indent(e) + _ALIKE < unit.line.indent]
            depth = inner[-1] + 1 if inner else 0
        return self._add(placed, depth, None, f"level {depth + 1}, by its indent" if depth else "")

    def _bullet(self, placed: Placed, unit: Unit) -> str:
        frame = Reading("bullet", unit.number or "", 0)
        for depth in reversed(range(len(self.open))):
            reading, same = self.open[depth].reading, False
            if reading is not None and reading.kind == "bullet":
                known = _listed(self.open[depth])
                same = known == unit.line.depth if known is not None else reading == frame
            if same:
                return self._add(placed, depth, frame, f"level {depth + 1}, as the item before it")
        top = self.open[-1] if self.open else None
        below = top is not None and (
            (top.reading is not None and top.reading.kind == "bullet") or _ends_open(top)
        )
        depth = len(self.open) if below else 0
        why = "it goes on from the words before it" if below else "nothing stands above it"
        return self._add(placed, depth, frame, f"level {depth + 1}: {why}")

    def _numbered(self, placed: Placed, unit: Unit) -> str:
        found = readings(unit.number or "")
        for depth in reversed(range(len(self.open))):
            known = self.open[depth].reading
            for each in found:
                if known and each.manner == known.manner and each.value == known.value + 1:
                    return self._add(placed, depth, each, f"level {depth + 1}, after {known.value}")
        return self._begun(placed, unit, found)

    def _begun(self, placed: Placed, unit: Unit, found: list[Reading]) -> str:
        """Put a paragraph whose number follows none that is open."""
        known = {each.reading.manner for each in self.open if each.reading}
        first = next((e for e in found if e.value == 1 and e.manner not in known), None)
        if first is None and (again := self._again(found)) is not None:
            depth, reading = again
            return self._add(placed, depth, reading, f"level {depth + 1}, by its number’s form")
        parts = _parts(found)
        if parts:
            fewer = [
                n for n, e in enumerate(self.open) if e.reading and _parts([e.reading]) < parts
            ]
            depth = fewer[-1] + 1 if fewer else 0
            why = f"level {depth + 1}, by the parts of its number"
            return self._add(placed, depth, found[0], why)
        depth = self._below(unit, first)
        begun = first or (found[0] if found else None)
        return self._add(placed, depth, begun, f"level {depth + 1}, as a list begins")

    def _again(self, found: list[Reading]) -> tuple[int, Reading] | None:
        """Return the innermost list that a number has the form of, and how it is read there."""
        for depth in reversed(range(len(self.open))):
            known = self.open[depth].reading
            for each in found:
                if known and each.manner == known.manner:
                    return depth, each
        return None

    def _below(self, unit: Unit, first: Reading | None) -> int:
        """Return the depth of a new list: below what is open, if it begins as lists do."""
        top = self.open[-1] if self.open else None
        if top is not None and first is not None and (top.reading or _ends_open(top)):
            return len(self.open)
        if unit.line.number and unit.line.depth:
            return min(unit.line.depth, len(self.open))
        return 0


def _first(unit: Unit) -> Reading | None:
    found = readings(unit.number) if unit.number else []
    return found[0] if found else None


def _parts(found: list[Reading]) -> int:
    """Return how many parts a number has, such as 1.2.3; none for any other."""
    kind = found[0].kind if found else ""
    if kind == "decimal":
        return int(found[0].frame == "%.")
    return int(kind.removeprefix("decimal")) if kind.startswith("decimal") else 0


def _indent(node: Node) -> float:
    return node.placed.unit.line.indent  # type: ignore[union-attr]


def _listed(node: Node) -> int | None:
    """Return the level of a node in a list of Word, where it stands in one."""
    line = node.placed.unit.line  # type: ignore[union-attr]
    return line.depth if line.number else None


def _ends_open(node: Node) -> bool:
    return node.placed.words.endswith(_COLONS)
