"""Random sequences of edits, each fitting what the ones before it left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from dushanbe_process.model.body import Table
from editing.edits import Break, Edit, Join, Mark, Note, Replace, Retype, alike
from editing.lines import counted, lines_of
from editing.moves import Copy, Cut, Remove, Shift
from editing.samples import WORDS
from editing.table_edits import CopyRow, DropRow, EditCell, InsertRow, MoveRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dushanbe_process.model.documents import Document
    from editing.lines import Line
    from editing.samples import Words

LENGTH = 20
#: With changes tracked, LibreOffice 7.4 moves a line past lines struck out, which nobody sees,
#: and leaves an empty row where one that came with changes tracked is deleted again.
_UNTRACKED = {"up", "down", "move row"}
#: A line, two numbers to choose places and words by.
Choice: TypeAlias = tuple[int, int, int]


def sequences(
    document: Document, *, tracked: bool, length: int = LENGTH
) -> st.SearchStrategy[list[Edit]]:
    """Return a strategy of sequences of edits for a sample; what fits nowhere is left out.

    Where changes are tracked, some are left to tests of their own.
    """
    number = st.integers(0, 999)
    ways = sorted(set(_WAYS) - (_UNTRACKED if tracked else set()))
    choices = st.tuples(st.sampled_from(ways), number, number, number)
    drawn = st.lists(choices, min_size=length, max_size=length)
    return drawn.map(lambda made: list(_fitting(document, made, tracked=tracked)))


def _fitting(
    document: Document, drawn: Sequence[tuple[str, int, int, int]], *, tracked: bool
) -> Iterator[Edit]:
    (version,) = document.versions
    lines, language = lines_of(document), version.language
    for way, at, *places in drawn:
        for moved in range(len(lines)):
            where = (at + moved) % len(lines)
            edit = _WAYS[way](lines, (where, places[0], places[1]), WORDS[language])
            if edit is not None and edit.fits(lines) and not (tracked and _muddles(edit, lines)):
                yield edit
                lines = counted(edit.applied(lines, language), language)
                break


def _muddles(edit: Edit, lines: Sequence[Line]) -> bool:
    """Say whether LibreOffice 7.4, when it accepts the edit, lets a line pass its manner on.

    Nor can notes be counted where one is struck out with its line; and words that were typed anew
    and are then cut are pasted without anything that tells whose they were.
    """
    if not isinstance(edit, Remove | Cut):
        return False
    if lines[edit.at].text.footnotes or (isinstance(edit, Cut) and lines[edit.at].touched):
        return True
    return not alike(lines[edit.at], lines[edit.at + 1])


def _gaps(line: Line) -> list[int]:
    """Return where words begin, the first apart."""
    return [found.end() for found in re.finditer(" ", str(line.text))]


def _type(lines: Sequence[Line], choice: Choice, words: Words) -> Edit:
    at, place, word = choice
    ends = [0, len(str(lines[at].text)), *_gaps(lines[at])]
    where = ends[place % len(ends)]
    return Replace(at, where, where, words.typed[word % len(words.typed)])


def _replace(lines: Sequence[Line], choice: Choice, words: Words) -> Edit | None:
    at, place, word = choice
    gaps = _gaps(lines[at])
    if len(gaps) < 2:
        return None
    first = place % (len(gaps) - 1)
    typed = ("", *(f"{each.strip()} " for each in words.typed))
    return Replace(at, gaps[first], gaps[first + 1], typed[word % len(typed)])


def _retype(lines: Sequence[Line], choice: Choice, words: Words) -> Edit | None:
    at, place, word = choice
    near = lines[max(0, at - 1) : at + 2]  # of two side by side nobody could say which is which
    if any(each.parted or each.touched or each.new for each in near):
        return None
    texts = words.preambular if lines[at].role == "preamble" else words.clauses
    text = words.clauses[2] if lines[at].depth else texts[word % len(texts)]
    return Retype(at, f"{text[:-1]} {place}{text[-1]}", "over" if place % 2 else "after deleting")


def _enter(lines: Sequence[Line], choice: Choice, words: Words) -> Edit:
    at, _, word = choice
    texts = words.preambular if lines[at].role == "preamble" else words.clauses
    text = words.clauses[2] if lines[at].depth else texts[word % len(texts)]
    return Break(at, len(str(lines[at].text)), text)


def _split(lines: Sequence[Line], choice: Choice, words: Words) -> Edit | None:
    del words
    at, place, _ = choice
    gaps = _gaps(lines[at])
    if lines[at].parted or lines[at].touched or not gaps:
        return None
    return Break(at, gaps[place % len(gaps)])


def _mark(lines: Sequence[Line], choice: Choice, words: Words) -> Edit | None:
    del words
    at, place, way = choice
    gaps = _gaps(lines[at])
    if len(gaps) < 2:
        return None
    first = place % (len(gaps) - 1)
    return Mark(at, gaps[first], gaps[first + 1] - 1, "Bold" if way % 2 else "Italic")


def _whole(make: Callable[[int, int], Edit]) -> Callable[..., Edit | None]:
    """Return a way to make an edit of whole lines, where it is beyond doubt what was there."""

    def way(lines: Sequence[Line], choice: Choice, words: Words) -> Edit | None:
        del words
        at, other, _ = choice
        if any(each.parted for each in lines[max(0, at - 1) : at + 2]) or lines[at].new:
            return None
        if lines[at].role == "closing":
            return None
        return make(at, other % len(lines))

    return way


def _row(make: Callable[[int, int, int, Words], Edit]) -> Callable[..., Edit | None]:
    """Return a way to make an edit of a row."""

    def way(lines: Sequence[Line], choice: Choice, words: Words) -> Edit | None:
        at, row, other = choice
        table = lines[at].block
        if not isinstance(table, Table) or len(table.rows) < 3:
            return None
        rows = len(table.rows)
        return make(at, 1 + row % (rows - 1), other, words)

    return way


def _known_row(make: Callable[[int, int, int, Words], Edit]) -> Callable[..., Edit | None]:
    """Return a way to make an edit of a row that was there at first, and of which there is one."""

    def way(lines: Sequence[Line], choice: Choice, words: Words) -> Edit | None:
        at, row, _ = choice
        edit = _row(make)(lines, choice, words)
        table = lines[at].block
        if edit is None or not isinstance(table, Table):
            return None
        years = [str(each.cells[-1].text) for each in table.rows]
        year = years[1 + row % (len(years) - 1)]
        known = year in {each[-1] for each in words.rows} and years.count(year) == 1
        return edit if known else None

    return way


_WAYS: dict[str, Callable[[Sequence[Line], Choice, Words], Edit | None]] = {
    "type": _type,
    "replace": _replace,
    "retype": _retype,
    "enter": _enter,
    "split": _split,
    "mark": _mark,
    "join": _whole(lambda at, _: Join(at, "Delete")),
    "remove": _whole(lambda at, _: Remove(at)),
    "cut": _whole(Cut),
    "copy": _whole(Copy),
    "up": _whole(lambda at, _: Shift(at, "MoveUp")),
    "down": _whole(lambda at, _: Shift(at, "MoveDown")),
    "note": lambda _, choice, words: Note(0, words.typed[choice[2] % len(words.typed)]),
    "cell": _row(lambda at, row, n, words: EditCell(at, row, n % 2, f"{words.typed[n % 4]}{n}")),
    "insert row": _row(
        lambda at, row, n, words: InsertRow(
            at, row, ("before", "after")[n % 2], (words.typed[n % 4], f"{n}", "7")
        )
    ),
    "drop row": _known_row(lambda at, row, _, __: DropRow(at, row)),
    "move row": _known_row(lambda at, row, n, _: MoveRow(at, row, n % 4)),
    "copy row": _row(lambda at, row, n, _: CopyRow(at, row, n % 4)),
}
