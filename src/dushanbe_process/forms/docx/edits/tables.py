"""Which table of an edited page is which of the page that was written, and row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.edits.pairing import likeness
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.edits.units import tables_of
from dushanbe_process.forms.docx.seen import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dushanbe_process.forms.docx.edits.expected import Expected
    from dushanbe_process.forms.docx.edits.pairing import Pairing
    from dushanbe_process.forms.docx.edits.units import Sheet, Unit
    from dushanbe_process.forms.docx.seen import SeenBlock, SeenRow, SeenTable

_LIKE = 0.5


def tables_known(expected: Expected, blocks: tuple[SeenBlock, ...]) -> dict[int, int]:
    """Return by the number of a seen table that of the table that it is, where it is one of ours.

    Told by bookmarks, then by likeness of what tables say.
    """
    known: dict[int, int] = {}
    tables = list(tables_of(blocks))
    for number, table in enumerate(tables):
        votes = Counter(
            unit.spot[0]
            for line in lines_of((table,))
            for mark in line.marks
            if (unit := _marked(mark.name, expected)) is not None and unit.spot is not None
        )
        best = next((each for each, _ in votes.most_common() if each not in known.values()), None)
        if best is not None:
            known[number] = best
    ours = [n for n in range(len(expected.sheet.tables)) if n not in known.values()]
    for number, table in enumerate(tables):
        if number not in known and ours:
            scored = [(_likeness(expected.sheet.tables[n], table), -n) for n in ours]
            score, place = max(scored)
            if score >= _LIKE:
                known[number] = -place
                ours.remove(-place)
    return known


def _marked(name: str, expected: Expected) -> Unit | None:
    index = expected.anchors.get(name.lower())
    return None if index is None else expected.sheet.units[index]


def _likeness(one: SeenTable, other: SeenTable) -> float:
    left, right = (
        {plainly(each.text) for each in lines_of((table,))} - {""} for table in (one, other)
    )
    if not left and not right:
        return 1.0 if len(one.rows) == len(other.rows) else 0.0
    return len(left & right) / max(1, min(len(left), len(right)))


@attrs.frozen
class Rows:
    """The rows of one table: which seen row is which expected one, and which are new."""

    expected: int
    seen: int
    known: Mapping[int, int]
    new: tuple[int, ...]
    removed: tuple[int, ...]


def rows_of(old: Sheet, new: Sheet, tables: Mapping[int, int], pairing: Pairing) -> list[Rows]:
    """Return the rows of every table of ours that is still there, and pair the cells in them."""
    made = []
    for seen, ours in tables.items():
        rows = _rows(old, new, ours, seen, pairing)
        _pair_cells(old, new, rows, pairing)
        made.append(rows)
    return made


def _rows(old: Sheet, new: Sheet, ours: int, seen: int, pairing: Pairing) -> Rows:
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for index, unit in enumerate(new.units):
        if unit.spot is not None and unit.spot[0] == seen and index in pairing.known:
            spot = old.units[pairing.known[index]].spot
            if spot is not None and spot[0] == ours:
                votes[unit.spot[1]][spot[1]] += 1
    known: dict[int, int] = {}
    for row, counted in sorted(votes.items(), key=lambda each: -each[1].total()):
        best = next((each for each, _ in counted.most_common() if each not in known.values()), None)
        if best is not None:
            known[row] = best
    saying = {r for r, units in new.in_rows(seen).items() if any(new.units[u].says for u in units)}
    told = {r for r, units in old.in_rows(ours).items() if any(old.units[u].says for u in units)}
    _by_neighbours(old, new, ours, seen, known)
    return Rows(
        ours,
        seen,
        known,
        tuple(sorted(saying - set(known))),
        tuple(sorted(told - set(known.values()))),
    )


def _by_neighbours(old: Sheet, new: Sheet, ours: int, seen: int, known: dict[int, int]) -> None:
    """Pair a row without bookmarks by the rows above and below it, where it is like the old."""
    rows, others = len(new.tables[seen].rows), len(old.tables[ours].rows)
    for row in range(rows):
        above = known.get(row - 1, -1 if row == 0 else None)
        below = known.get(row + 1, others if row == rows - 1 else None)
        if row in known or above is None or below != above + 2 or above + 1 in known.values():
            continue
        was, now = old.tables[ours].rows[above + 1], new.tables[seen].rows[row]
        if likeness(_words(was), _words(now)) >= _LIKE:
            known[row] = above + 1


def _words(row: SeenRow) -> str:
    return " ".join(plainly(line.text) for cell in row.cells for line in lines_of(cell.blocks))


def _pair_cells(old: Sheet, new: Sheet, rows: Rows, pairing: Pairing) -> None:
    """Pair the cells of known rows by their columns."""
    by_spot = {unit.spot: n for n, unit in enumerate(old.units) if unit.whole and unit.spot}
    for index, unit in enumerate(new.units):
        if not unit.whole or unit.spot is None or unit.spot[0] != rows.seen:
            continue
        row = rows.known.get(unit.spot[1])
        old_index = None if row is None else by_spot.get((rows.expected, row, unit.spot[2]))
        if old_index is not None and pairing.known.get(index) != old_index:
            pairing.copies.pop(index, None)
            pairing.known[index] = old_index
            pairing.inferred.discard(index)
        elif row is None:
            pairing.known.pop(index, None)
    _keep_one(pairing)


def _keep_one(pairing: Pairing) -> None:
    """Let every expected unit be one seen unit at most: the last that was paired."""
    taken: dict[int, int] = {}
    for new, old in list(pairing.known.items()):
        if old in taken:
            del pairing.known[taken[old]]
        taken[old] = new
