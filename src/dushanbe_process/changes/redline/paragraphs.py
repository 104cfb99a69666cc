"""Paragraphs with revisions: one that became another, or a whole one that came, went or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from dushanbe_process.changes.alignment import Item, align
from dushanbe_process.changes.redline.atoms import Atom, Piece, runs
from dushanbe_process.changes.redline.elements import inside, string, w
from dushanbe_process.changes.redline.ends import ended
from dushanbe_process.changes.redline.side import list_of
from dushanbe_process.changes.words import steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.changes.redline.marks import Kind, Marks
    from dushanbe_process.changes.redline.side import Side
    from dushanbe_process.xml_parse import Element


@attrs.frozen
class Sides:
    """Both files."""

    before: Side
    after: Side


@attrs.define
class Paragraphs:
    """Writes paragraphs; the notes and links that they need are collected."""

    sides: Sides
    marks: Marks
    lists: dict[str, str]
    notes: list[str] = attrs.field(factory=list)
    links: dict[str, str] = attrs.field(factory=dict)

    def begins(self, before: Element, after: Element) -> Kind | None:
        """Return what became of the first words of a paragraph that was changed."""
        pieces = self._revised(before, after)
        return pieces[0].kind if pieces else None

    def changed(
        self, before: Element, after: Element, follows: Callable[[], Kind | None] = lambda: None
    ) -> str:
        """Return the paragraph that one became: its words one by one, its manner as a whole.

        ``follows`` says what became of the first words of the paragraph after it.
        """
        pieces = ended(self._revised(before, after), follows)
        was, now = self._manner(before, "before"), self._manner(after, "after")
        former = self.marks.former("pPr", was) if was != now else ""
        return self._paragraph(after, now + former, self._runs(pieces))

    def whole(self, paragraph: Element, kind: Kind, *, open_end: bool = True) -> str:
        """Return a paragraph that came (``ins``) or went (``del``) as a whole.

        Where its end cannot be joined with what follows, as in a cell, the end stays.
        """
        is_new = kind == "ins"
        side = self.sides.after if is_new else self.sides.before
        pieces = [Piece(each, kind) for each in side.atoms(paragraph)]
        end = f"<w:rPr>{self.marks.alone(kind)}</w:rPr>" if open_end else ""
        manner = self._manner(paragraph, "after" if is_new else "before") + end
        return self._paragraph(paragraph if is_new else None, manner, self._runs(pieces))

    def moved_from(self, paragraph: Element, name: str) -> str:
        """Return a paragraph in the place that it left."""
        pieces = [Piece(each, "moveFrom") for each in self.sides.before.atoms(paragraph)]
        return self._moved(None, self._manner(paragraph, "before"), pieces, ("moveFrom", name))

    def moved_to(self, before: Element, after: Element, name: str) -> str:
        """Return a paragraph in the place that it came to; what was changed in it is marked too."""
        revised = self._revised(before, after)
        kinds: dict[Kind | None, Kind] = {None: "moveTo", "ins": "ins"}
        pieces = [Piece(each.atom, kinds[each.kind]) for each in revised if each.kind != "del"]
        return self._moved(after, self._manner(after, "after"), pieces, ("moveTo", name))

    def _moved(
        self,
        own: Element | None,
        manner: str,
        pieces: list[Piece],
        move: tuple[Literal["moveFrom", "moveTo"], str],
    ) -> str:
        begin, end = self.marks.move(*move)
        mark = f"<w:rPr>{self.marks.alone(move[0])}</w:rPr>"
        return self._paragraph(own, manner + mark, begin + self._runs(pieces)) + end

    def _paragraph(self, own: Element | None, properties: str, content: str) -> str:
        """Return a paragraph; the bookmarks are those of the second file."""
        first = last = ""
        if own is not None:
            first = "".join(map(string, own.iterchildren(w("bookmarkStart"))))
            last = "".join(map(string, own.iterchildren(w("bookmarkEnd"))))
        set_ = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{set_}{first}{content}{last}</w:p>"

    def _manner(self, paragraph: Element, side: Literal["before", "after"]) -> str:
        """Return the properties of a paragraph, its list as it is called in the file made."""
        properties = inside(paragraph.find(w("pPr")))
        counted = list_of(paragraph)
        if side == "after" or counted is None or counted[0] not in self.lists:
            return properties
        old, new = (f'<w:numId w:val="{id_}"/>' for id_ in (counted[0], self.lists[counted[0]]))
        return properties.replace(old, new, 1)

    def _revised(self, before: Element, after: Element) -> list[Piece]:
        """Return the pieces that lead from one paragraph to the other."""
        old, new = self.sides.before.atoms(before), self.sides.after.atoms(after)
        old, new = self._twinned(old, new)
        pieces: list[Piece] = []
        found = steps([each.key for each in old], [each.key for each in new], _weight(old, new))
        for step in found:
            gone, come = old[slice(*step.before)], new[slice(*step.after)]
            if step.same:
                pieces += [_kept(*each) for each in zip(gone, come, strict=True)]
            else:
                pieces += [Piece(each, "del") for each in gone]
                pieces += [Piece(each, "ins") for each in come]
        return pieces

    def _twinned(self, old: list[Atom], new: list[Atom]) -> tuple[list[Atom], list[Atom]]:
        """Return the parts of both with the notes that are one note told as one."""
        notes = [[each for each in row if each.note] for row in (old, new)]
        rows = [
            [Item(side.note_words(str(each.note)), each.words) for each in row]
            for side, row in zip((self.sides.before, self.sides.after), notes, strict=True)
        ]
        twins: tuple[dict[str | None, object], dict[str | None, object]] = ({}, {})
        for pair in align(*rows):
            if pair.before is not None and pair.after is not None and not pair.moved:
                one, other = notes[0][pair.before].note, notes[1][pair.after].note
                twins[0][one] = twins[1][other] = ("twin", one, other)
        return _told(old, twins[0], "before"), _told(new, twins[1], "after")

    def _runs(self, pieces: list[Piece]) -> str:
        placed = [
            attrs.evolve(each, atom=attrs.evolve(each.atom, note=self._note(each)))
            if each.atom.note
            else each
            for each in pieces
        ]
        return runs(placed, self.marks, self.links)

    def _note(self, piece: Piece) -> str:
        """Return the number of a footnote in the file made, and write it there."""
        number = len(self.notes) + 1
        self.notes.append("")  # keeps the place
        note, twin = str(piece.atom.note), piece.atom.twin
        if isinstance(twin, tuple) and twin[0] == "twin" and piece.kind in (None, "moveTo"):
            _, before, after = twin
            old, new = self.sides.before.notes[before], self.sides.after.notes[after]
            made = self.changed(old.find(w("p")), new.find(w("p")))
        else:
            is_old = piece.kind in ("del", "moveFrom")
            side = self.sides.before if is_old else self.sides.after
            kind: Kind = "del" if is_old else "ins"
            made = self.whole(side.notes[note].find(w("p")), kind, open_end=False)
        self.notes[number - 1] = f'<w:footnote w:id="{number}">{made}</w:footnote>'
        return str(number)


def _kept(old: Atom, new: Atom) -> Piece:
    """Return a part that stayed; it may be set in another manner now."""
    return Piece(new, was=old.look if old.look != new.look else None)


def _told(row: list[Atom], twins: dict[str | None, object], side: str) -> list[Atom]:
    return [
        attrs.evolve(each, twin=twins.get(each.note, (side, each.note))) if each.note else each
        for each in row
    ]


def _weight(old: list[Atom], new: list[Atom]) -> Callable[[object], int]:
    weights = {each.key: each.weight for each in (*old, *new)}
    return lambda key: weights[key]
