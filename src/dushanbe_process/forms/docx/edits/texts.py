"""Texts whose paragraphs were added, removed or moved."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.edits.pairing import is_split_off
from dushanbe_process.forms.docx.edits.papers import body_in_column
from dushanbe_process.forms.docx.edits.paths import at, changed
from dushanbe_process.forms.docx.edits.regrown import regrown
from dushanbe_process.forms.docx.edits.sights import Sight
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.edits.units import tables_of
from dushanbe_process.forms.docx.report import ItemKind
from dushanbe_process.forms.docx.seen import lines_of
from dushanbe_process.model.body import Paragraph
from dushanbe_process.model.documents import LanguageVersion

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.nodes import Node
    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.seen import SeenTable


#: What is said of a new paragraph among others that have numbers, where Word does not count.
_UNNUMBERED = "no number was typed before it"
#: The style of a table in which two texts stand side by side.
_COLUMNS = "pairstable"


def edit_bodies(reading: Reading) -> None:
    """Grow every text anew in which something was added, removed, moved or set deeper."""
    sights = _sights(reading)
    bodies = {node.body for node in reading.nodes.values()} | set(sights)
    for path in sorted(bodies, key=str):
        seen = sights.get(path, [])
        if _changed(reading, path, seen):
            _regrow(reading, path, seen)
        else:
            for each in seen:
                if each.node is not None and each.source >= 0:
                    reading.places[each.source] = each.node.path


def _sights(reading: Reading) -> dict[Path, list[Sight]]:
    """Return for each text what is seen of it, in reading order."""
    made: dict[Path, list[Sight]] = {}
    tables = list(tables_of(reading.seen.blocks))
    bodies = _Bodies(reading)
    done: set[int] = set()
    for index, unit in enumerate(reading.page.units):
        number = unit.spot[0] if unit.spot is not None else None
        if number is not None and bodies.is_one(number):
            if number not in done:
                done.add(number)
                _add_table(made, bodies, number, tables[number])
            continue
        if not unit.says:
            continue
        node = bodies.node(index)
        body = node.body if node is not None else bodies.around(index)
        if body is None or (node is None and index in reading.pairing.known):
            continue
        if node is not None and node.kind == "table" and _has(made, node):
            continue
        beside = bodies.beside(index) if node is None else None
        sight = Sight(node, unit, None, reading.deeper.get(index, 0), index, beside)
        made.setdefault(body, []).append(sight)
    return made


def _has(made: dict[Path, list[Sight]], node: Node) -> bool:
    return any(
        each.node is not None and each.node.path == node.path for each in made.get(node.body, ())
    )


def _add_table(
    made: dict[Path, list[Sight]], bodies: _Bodies, number: int, table: SeenTable
) -> None:
    node = bodies.table(number)
    body = node.body if node is not None else bodies.around_table(number)
    if body is None or (node is not None and _has(made, node)):
        return
    made.setdefault(body, []).append(Sight(node, None, table))


class _Bodies:
    """In which text each thing on the page stands."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.of_table: dict[int, Node] = {}
        for index, node in reading.nodes.items():
            spot = reading.old[index].spot
            if node.kind == "table" and spot is not None:
                self.of_table.setdefault(spot[0], node)

    def node(self, index: int) -> Node | None:
        """Return the block that a seen unit is, if it is a known one."""
        old = self.reading.pairing.known.get(index)
        return None if old is None else self.reading.nodes.get(old)

    def is_one(self, number: int) -> bool:
        """Say whether a seen table is a table of a text, not columns or records."""
        ours = self.reading.tables.get(number)
        return ours is None or ours in self.of_table

    def table(self, number: int) -> Node | None:
        """Return the block that a seen table is."""
        ours = self.reading.tables.get(number)
        return None if ours is None else self.of_table.get(ours)

    def around(self, index: int) -> Path | None:
        """Return the text that a new unit stands in: that of its neighbours in its column.

        What stands beyond a line that is known and of no text is no neighbour.
        """
        spot = self.reading.page.units[index].spot
        before = self._next(range(index - 1, -1, -1), spot)
        after = self._next(range(index + 1, len(self.reading.page.units)), spot)
        if before or after:
            return before or after
        return self._typed_anew(index) if spot is None else self._in_column(spot)

    def _in_column(self, spot: tuple[int, int, int]) -> Path | None:
        """Return the text of a column, where two stand side by side; it may be empty so far."""
        if not self._is_of_columns(spot[0]):
            return None
        return body_in_column(self.reading.expected, spot[2])

    def _is_of_columns(self, number: int) -> bool:
        ours = self.reading.tables.get(number)
        return ours is not None and self.reading.expected.sheet.tables[ours].style == _COLUMNS

    def beside(self, index: int) -> str | None:
        """Return the part of a text that stands beside a unit, in the other column of its row."""
        spot = self.reading.page.units[index].spot
        if spot is None or not self._is_of_columns(spot[0]):
            return None
        row = self.reading.page.in_rows(spot[0])[spot[1]]
        nodes = (self.node(each) for each in row if each != index)
        return next((each.part for each in nodes if each is not None), None)

    def _typed_anew(self, index: int) -> Path | None:
        """Return the text of which nothing is left, where a new unit stands in its place."""
        known = self.reading.pairing.known
        before = next((known[n] for n in range(index - 1, -1, -1) if n in known), -1)
        seen = range(index + 1, len(self.reading.page.units))
        after = next((known[n] for n in seen if n in known), len(self.reading.old))
        between = range(before + 1, after)
        bodies = {self.reading.nodes[n].body for n in between if n in self.reading.nodes}
        left = {self.reading.nodes[n].body for n in known.values() if n in self.reading.nodes}
        return bodies.pop() if len(bodies) == 1 and not bodies & left else None

    def around_table(self, number: int) -> Path | None:
        """Return the text that a new table stands in."""
        units = self.reading.page.units
        here = next((n for n, each in enumerate(units) if each.spot and each.spot[0] == number), 0)
        return self._next(range(here - 1, -1, -1), None) or self._next(
            range(here + 1, len(units)), None
        )

    def _next(self, indexes: range, spot: tuple[int, int, int] | None) -> Path | None:
        for each in indexes:
            node = self.node(each)
            other = self.reading.page.units[each].spot
            if spot is None and node is not None and node.kind == "table":
                return node.body
            if (spot is None) != (other is None):
                continue
            if spot is None or (other is not None and other[::2] == spot[::2]):
                if node is not None:
                    return node.body
                if each in self.reading.pairing.known:
                    return None
        return None


def _changed(reading: Reading, path: Path, sights: list[Sight]) -> bool:
    """Say whether the blocks of a text are others, or in another order, than they were."""
    shown = dict.fromkeys(
        _identity(node)
        for index, node in sorted(reading.nodes.items())
        if node.body == path and (reading.old[index].says or node.kind == "table")
    )
    seen = dict.fromkeys(None if each.node is None else _identity(each.node) for each in sights)
    return list(shown) != list(seen) or any(each.deeper for each in sights)


def _identity(node: Node) -> tuple[Path, bool]:
    """Return what tells a block from others; the end of a paragraph is told from its beginning."""
    return node.path, node.kind == "wrap_up"


def _regrow(reading: Reading, path: Path, sights: list[Sight]) -> None:
    """Grow a text anew, and report what became of its paragraphs."""
    body = at(reading.record, path)
    above = at(reading.record, path[:-1]) if path else None
    spoken = above.language if isinstance(above, LanguageVersion) else ""
    made, placed = regrown(body, sights, spoken or reading.expected.shown.language)
    reading.record = changed(reading.record, path, lambda _: made)
    moved = _moved(sights)
    for sight, place in placed:
        where = None if place is None else (*path, *place)
        if sight.source >= 0 and where is not None:
            reading.places[sight.source] = where
        _report(reading, sight, where, is_moved=id(sight) in moved)
    _report_removed(reading, path, sights)


def _moved(sights: list[Sight]) -> set[int]:
    """Return the known things that are out of their old order: the fewest that explain it."""
    known = [each for each in sights if each.node is not None]
    order = [_key(each.node) for each in known if each.node is not None]
    tails: list[tuple[int, ...]] = []
    chains: list[list[int]] = []
    for index, key in enumerate(order):
        at_ = bisect_left(tails, key)
        chain = [*(chains[at_ - 1] if at_ else []), index]
        if at_ == len(tails):
            tails.append(key)
            chains.append(chain)
        else:
            tails[at_], chains[at_] = key, chain
    kept = set(chains[-1]) if chains else set()
    return {id(each) for index, each in enumerate(known) if index not in kept}


_ORDER = {"front": 0, "formula": 1, "preamble": 2, "operative": 3, "closing": 4}


def _key(node: Node) -> tuple[int, ...]:
    """Return where a block stands in reading order; its end comes after all that is below it."""
    path = node.path[len(node.body) :] if node.kind != "formula" else ("formula",)
    steps = tuple(_ORDER.get(each, 0) if isinstance(each, str) else each + 1 for each in path)
    return (*steps, 1 << 30) if node.kind == "wrap_up" else steps


def _report(reading: Reading, sight: Sight, where: Path | None, *, is_moved: bool) -> None:
    if sight.node is not None:
        if is_moved and sight.unit is not None:
            reading.note(ItemKind.MOVED, where, sight.unit, sight.unit.text, "")
        return
    if sight.unit is None:
        lines = [] if sight.table is None else lines_of((sight.table,))
        words = plainly(" ".join(str(each.text) for each in lines))
        reading.note(ItemKind.NEW, where, None, "", words, "a table")
        return
    kind = ItemKind.NEW
    if is_split_off(reading.old, reading.page.units, reading.pairing, sight.source):
        kind = ItemKind.SPLIT
    elif sight.source in reading.pairing.copies:
        kind = ItemKind.COPIED
    note = _UNNUMBERED if where is not None and _lacks_number(reading, where) else ""
    reading.note(kind, where, sight.unit, "", sight.unit.text, note)


def _lacks_number(reading: Reading, where: Path) -> bool:
    """Say whether a new paragraph has no number, and those beside it have."""
    block = at(reading.record, where)
    if not isinstance(block, Paragraph) or block.number is not None:
        return False
    beside = at(reading.record, where[:-1])
    return any(isinstance(each, Paragraph) and each.number for each in beside)


def _report_removed(reading: Reading, path: Path, sights: list[Sight]) -> None:
    """Report what is gone from a text, and what was joined with something else."""
    found = set(reading.pairing.known.values())
    joined = {old: new for new, olds in reading.pairing.merged.items() for old in olds}
    shown = {each.node.path for each in sights if each.node is not None}
    for index, node in sorted(reading.nodes.items()):
        unit = reading.old[index]
        if node.body != path or index in found or not unit.says:
            continue
        if node.kind == "table" and node.path in shown:
            continue
        kind = ItemKind.MERGED if index in joined else ItemKind.REMOVED
        where = reading.places.get(joined[index]) if index in joined else None
        reading.note(kind, where or node.path, unit, unit.text, "")
