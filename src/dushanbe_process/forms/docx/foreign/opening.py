"""The beginning of a foreign file: head, title, formula; then what the rest of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.foreign.placing import (
    Placed,
    find_closing,
    find_formula,
    find_preamble,
    place,
)
from dushanbe_process.forms.docx.foreign.stated import Role
from dushanbe_process.forms.docx.foreign.titles import find_title, is_official, seen_in
from dushanbe_process.forms.docx.foreign.units import Unit, units
from dushanbe_process.forms.docx.foreign.wording import folded
from dushanbe_process.forms.docx.report import Item, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.forms.docx.seen import SeenBlock

#: Beyond as many blocks, what stands before a title is no head.
_LONGEST_HEAD = 40
_LONGEST_NAME = 120


@attrs.define
class Opening:
    """What a file begins with, and the rest of it, each paragraph in its part.

    ``first`` are the first lines of all.
    """

    head: list[str]
    title: str
    first: list[str]
    rest: list[Placed]
    items: list[Item] = attrs.field(factory=list)


def opening_of(blocks: Iterable[SeenBlock], language: str) -> Opening:
    """Return the head and title of a file, and what of it is text, placed part by part.

    The head is taken out of the text where it is that of an official document; the title, where
    nothing stands before it but such a head, and no note hangs on it.
    """
    placed = place([*units(blocks)])
    first = [line for each in placed[:_LONGEST_HEAD] for line in _lines(each)]
    title = find_title(placed)
    head = _head(placed, title)
    opening = Opening([line for each in placed[:head] for line in _lines(each)], "", first, [])
    taken = _entitle(opening, placed, title, head)
    start = taken if title is None else max(taken, title + 1)
    formula = find_formula(placed, start, language)
    operative = find_preamble(placed, start, formula, language)
    _front(placed, start, formula, operative)
    find_closing(placed, operative)
    opening.rest = placed[taken:]
    return opening


def _entitle(opening: Opening, placed: list[Placed], title: int | None, head: int) -> int:
    """Note the title, and return how many blocks are taken out of the text."""
    if title is None:
        opening.title = next(iter(opening.first), "")[:_LONGEST_NAME].strip()
        if opening.title:
            note = "the title: the first words, which stay in the text"
            opening.items.append(Item(ItemKind.GUESSED, "$.title", after=opening.title, note=note))
        return head
    lines = [*_title_lines(placed, title)]
    titled = (placed[n].unit for n in lines)
    between = " " if placed[title].why else "\n"
    opening.title = between.join(each.printed for each in titled if isinstance(each, Unit))
    stays = title != head or any(line.text.footnotes for n in lines for line in seen_in(placed[n]))
    if placed[title].why or stays:
        note = placed[title].why + "; it stays in the text too" * stays
        where = f"paragraph {seen_in(placed[title])[0].place}"
        item = Item(ItemKind.GUESSED, "$.title", where, after=opening.title, note=note.strip("; "))
        opening.items.append(item)
    for n in lines if stays else ():
        placed[n].role, placed[n].level = Role.HEADING, 1
    return head if stays else lines[-1] + 1


def _title_lines(placed: list[Placed], title: int) -> Iterator[int]:
    """Yield the lines of the title: those that follow the first in its style."""
    yield title
    for n in range(title + 1, len(placed)):
        if placed[n].role is not Role.TITLE:
            return
        yield n


def _head(placed: list[Placed], title: int | None) -> int:
    """Return how many of the first blocks are the head of an official document."""
    official = [n for n, each in enumerate(placed[:_LONGEST_HEAD]) if is_official(each)]
    if title is None:
        return official[-1] + 1 if official else 0
    return title if title <= _LONGEST_HEAD and any(n < title for n in official) else 0


def _lines(placed: Placed) -> list[str]:
    """Return the lines of a paragraph or of a table as they are printed, each with its notes."""
    said = [placed.words] if isinstance(placed.unit, Unit) else map(folded, seen_in(placed))
    notes = [note for each in seen_in(placed) for note in each.text.footnotes]
    marked = (" ".join(filter(None, (each.mark, str(each.text)))) for each in notes)
    return [text for each in (*said, *marked) if (text := folded(each))]


def _front(placed: list[Placed], start: int, formula: int | None, operative: int) -> None:
    """Mark what stands before the formula or the preamble; without them there is no front.

    Lines under the title that only look like headings, with nothing under them, are none.
    """
    if formula is None and operative == start:
        return
    preamble = (n for n, each in enumerate(placed) if each.part == "preamble")
    first = formula if formula is not None else next(preamble, start)
    for each in placed[:first]:
        each.part = "front"
    last = first
    while last > start and placed[last - 1].role is Role.HEADING and placed[last - 1].why:
        last -= 1
        placed[last].role, placed[last].why = Role.PROSE, "a line between title and text"
