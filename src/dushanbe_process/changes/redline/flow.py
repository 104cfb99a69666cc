"""Rows of paragraphs and tables, as in a text or a cell, with revisions."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import attrs

from dushanbe_process.changes.alignment import Item, Pairing, align
from dushanbe_process.changes.redline.atoms import family
from dushanbe_process.changes.redline.elements import inside, string, w, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.changes.redline.marks import Kind
    from dushanbe_process.changes.redline.paragraphs import Paragraphs
    from dushanbe_process.xml_parse import Element

#: A paragraph without words; its end is not revised, so others can be joined with it.
_STOP = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'


@attrs.frozen
class Unit:
    """A paragraph, or a table with the empty paragraph after it."""

    element: Element
    end: Element | None = None

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return bool(self.element.tag == w("tbl"))

    def item(self) -> Item:
        """Return what is aligned."""
        words = words_of(self.element)
        if self.is_table:
            columns = len(self.element.find(w("tblGrid")))
            return Item(words, f"table of {columns}")
        return Item(words, family(self.element), exact=None if words else string(self.element))


def units(parent: Element) -> list[Unit]:
    """Return the paragraphs and tables of a body or a cell."""
    children = [each for each in parent if each.tag in (w("p"), w("tbl"))]
    made: list[Unit] = []
    for child in children:
        if made and made[-1].is_table and made[-1].end is None and not words_of(child):
            made[-1] = attrs.evolve(made[-1], end=child)
        else:
            made.append(Unit(child))
    return made


@attrs.frozen
class Rows:
    """The units of two bodies or cells, and which became which."""

    before: list[Unit]
    after: list[Unit]
    pairs: list[Pairing]

    @classmethod
    def of(cls, before: Element, after: Element) -> Rows:
        """Return the units of both, aligned."""
        old, new = units(before), units(after)
        return cls(old, new, align([each.item() for each in old], [each.item() for each in new]))


class Couple(NamedTuple):
    """Two units of which one became the other; one alone came or went."""

    pair: Pairing
    one: Unit | None
    other: Unit | None


def _couple(pair: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> Couple:
    one = None if pair.before is None else old[pair.before]
    return Couple(pair, one, None if pair.after is None else new[pair.after])


@attrs.frozen
class Written:
    """What is written of a unit, and whether its end is that of a paragraph that is revised."""

    text: str
    is_table: bool = False
    open_end: bool = False


@attrs.define
class Flow:
    """Writes rows of units; moves have names that are unique in the file."""

    paragraphs: Paragraphs
    moves: int = 0

    def merged(self, before: Element, after: Element) -> str:
        """Return what stands in two bodies or cells as one, with revisions."""
        return self.rows(Rows.of(before, after))

    def rows(self, rows: Rows) -> str:
        """Return two rows of units as one, with revisions."""
        old, new, pairs = rows.before, rows.after, rows.pairs
        names = self._names(pairs, old)
        couples = [_couple(each, old, new) for each in pairs]
        written: list[Written] = []
        for couple, following in pairwise([*couples, None]):
            assert couple is not None  # noqa: S101  (only the last is)
            written += self._written(couple, names, following)
        return "".join(_stopped(written))

    def _names(self, pairs: Sequence[Pairing], old: Sequence[Unit]) -> dict[int, str]:
        """Return a name for each paragraph that moved, by its old place."""
        moved = [each.before for each in pairs if each.moved and each.after is not None]
        names = {}
        for index in moved:
            if index is not None and not old[index].is_table:
                self.moves += 1
                names[index] = f"move{self.moves}"
        return names

    def _written(
        self, couple: Couple, names: dict[int, str], following: Couple | None
    ) -> Iterator[Written]:
        pair, one, other = couple
        name = names.get(-1 if pair.before is None else pair.before)
        writer = self.paragraphs
        if one and other and name:
            text = writer.moved_to(one.element, other.element, name)
            yield Written(text, open_end=True)
        elif one and other and not pair.moved:
            yield from self._changed(one, other, following)
        elif other:
            yield from self._whole(other, "ins")
        elif one and name:
            yield Written(writer.moved_from(one.element, name), open_end=True)
        elif one:
            yield from self._whole(one, "del")

    def _changed(self, one: Unit, other: Unit, following: Couple | None) -> Iterator[Written]:
        follows = partial(self._begins, following)
        if not other.is_table:
            yield Written(self.paragraphs.changed(one.element, other.element, follows))
            return
        yield Written(self.table(one.element, other.element), is_table=True)
        if one.end is not None and other.end is not None:
            yield Written(self.paragraphs.changed(one.end, other.end, follows))
        elif other.end is not None:
            yield from self._whole(Unit(other.end), "ins")
        elif one.end is not None:
            yield from self._whole(Unit(one.end), "del")

    def _begins(self, couple: Couple | None) -> Kind | None:
        """Return what became of the first words of what follows; None before a table."""
        if couple is None:
            return None
        pair, one, other = couple
        if any(each is not None and each.is_table for each in (one, other)):
            return None
        if one and other and not pair.moved:
            return self.paragraphs.begins(one.element, other.element)
        return "ins" if other else "del"

    def _whole(self, unit: Unit, kind: Kind) -> Iterator[Written]:
        if not unit.is_table:
            yield Written(self.paragraphs.whole(unit.element, kind), open_end=True)
            return
        rows = "".join(self._row(row, kind) for row in unit.element.iterchildren(w("tr")))
        yield Written(_table(unit.element, rows), is_table=True)
        if unit.end is not None:
            yield Written(self.paragraphs.whole(unit.end, kind), open_end=True)

    def table(self, before: Element, after: Element) -> str:
        """Return a table that was changed: rows that came and went, and cells."""
        old, new = (list(each.iterchildren(w("tr"))) for each in (before, after))
        rows = []
        for pair in align(_items(old), _items(new)):
            if pair.before is not None and pair.after is not None and not pair.moved:
                rows.append(self._changed_row(old[pair.before], new[pair.after]))
            elif pair.after is not None:
                rows.append(self._row(new[pair.after], "ins"))
            elif pair.before is not None:
                rows.append(self._row(old[pair.before], "del"))
        return _table(after, "".join(rows))

    def _changed_row(self, before: Element, after: Element) -> str:
        cells = zip(before.iterchildren(w("tc")), after.iterchildren(w("tc")), strict=True)
        made = "".join(
            f"<w:tc>{_properties(new, 'tcPr')}{self.merged(old, new)}</w:tc>" for old, new in cells
        )
        return f"<w:tr>{_properties(after, 'trPr')}{made}</w:tr>"

    def _row(self, row: Element, kind: Kind) -> str:
        """Return a row that came or went, and all that stands in it."""
        properties = inside(row.find(w("trPr"))) + self.paragraphs.marks.alone(kind)
        cells = "".join(
            f"<w:tc>{_properties(cell, 'tcPr')}{self._content(cell, kind)}</w:tc>"
            for cell in row.iterchildren(w("tc"))
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    def _content(self, cell: Element, kind: Kind) -> str:
        made = []
        for unit in units(cell):
            if unit.is_table:
                made += [each.text for each in self._whole(unit, kind)]
            else:
                made.append(self.paragraphs.whole(unit.element, kind, open_end=False))
        return "".join(made)


def _items(rows: Sequence[Element]) -> list[Item]:
    """Return rows as what is aligned: only those with the same cells become one another."""
    return [
        Item(words_of(row), "-".join(_width(cell) for cell in row.iterchildren(w("tc"))))
        for row in rows
    ]


def _width(cell: Element) -> str:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return "1" if span is None else str(span.get(w("val")))


def _properties(element: Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else string(found)


def _table(table: Element, rows: str) -> str:
    head = _properties(table, "tblPr") + _properties(table, "tblGrid")
    return f"<w:tbl>{head}{rows}</w:tbl>"


def _stopped(written: Sequence[Written]) -> Iterator[str]:
    """Yield units with a stop where an end that is revised would meet a table, or nothing."""
    for each, following in pairwise([*written, Written("", is_table=True)]):
        yield each.text
        if each.open_end and following.is_table:
            yield _STOP
