"""The beginning of a foreign file: head, title, formula; then what the rest of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.foreign.head import distribution_in, symbols_of
from dushanbe_process.forms.docx.foreign.placing import (
    Placed,
    find_closing,
    find_formula,
    find_preamble,
    find_title,
    place,
)
from dushanbe_process.forms.docx.foreign.stated import Role
from dushanbe_process.forms.docx.foreign.units import Unit, units
from dushanbe_process.forms.docx.report import Item, ItemKind
from dushanbe_process.forms.docx.seen import SeenTable, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.docx.seen import SeenBlock


@attrs.define
class Opening:
    """What a file begins with, and the rest of it, each paragraph in its part."""

    head: list[str]
    title: str
    rest: list[Placed]
    items: list[Item] = attrs.field(factory=list)


def opening_of(blocks: Iterable[SeenBlock], language: str) -> Opening:
    """Return the head and title of a file, and what of it is text, placed part by part.

    The head is taken out of the text where it is that of an official document; the title, where
    nothing stands before it but such a head.  Whatever has notes stays in the text.
    """
    placed = place([*units(blocks)])
    title = find_title(placed)
    head = _official(placed, title)
    said, items, taken = "", [], head
    if title is not None:
        lines = _title_lines(placed, title)
        said = "\n".join(placed[n].words for n in lines)
        if placed[title].why:
            where = placed[title].unit.place  # type: ignore[union-attr]
            items.append(Item(ItemKind.GUESSED, "$.title", where, after=said, note=placed[title].why))
        noted = any(placed[n].unit.text.footnotes for n in lines)  # type: ignore[union-attr]
        if title == head and not noted:
            taken = lines[-1] + 1
        else:
            for n in lines:
                placed[n].role, placed[n].level, placed[n].why = Role.HEADING, 1, placed[title].why
    start = taken if title is None or taken > title else title + 1
    formula = find_formula(placed, start, language)
    operative = find_preamble(placed, start, formula, language)
    _front(placed, start, formula, operative)
    find_closing(placed, operative)
    return Opening([line for each in placed[:head] for line in _lines(each)], said, placed[taken:], items)


def _title_lines(placed: list[Placed], title: int) -> list[int]:
    """Return the lines of the title: those that follow the first in its style."""
    lines = [title]
    while lines[-1] + 1 < len(placed) and placed[lines[-1] + 1].role is Role.TITLE:
        lines.append(lines[-1] + 1)
    return lines


def _official(placed: list[Placed], title: int | None) -> int:
    """Return how many of the first blocks are the head of an official document."""
    end = len(placed) if title is None else title
    first = placed[: min(end, 40)]
    if title is None:
        stated = [n for n, each in enumerate(first) if _is_masthead(each)]
        end = stated[-1] + 1 if stated else 0
        first = placed[:end]
    lines = [line for each in first for line in _lines(each)]
    official = any(map(distribution_in, lines)) or bool(symbols_of(lines))
    ours = any(map(_is_masthead, first))
    noted = any(line.text.footnotes for each in first for line in _seen(each))
    return end if (official or ours) and len(first) == end and not noted else 0


def _is_masthead(placed: Placed) -> bool:
    if placed.role is Role.MASTHEAD:
        return True
    lines = [each for each in _seen(placed) if str(each.text).strip()]
    return not isinstance(placed.unit, Unit) and all(e.style.startswith("masthead") for e in lines)


def _seen(placed: Placed) -> list:
    return [placed.unit.line] if isinstance(placed.unit, Unit) else [*lines_of((placed.unit,))]


def _lines(placed: Placed) -> list[str]:
    """Return the lines of a paragraph or of a table, as they are printed."""
    if isinstance(placed.unit, SeenTable):
        return [text for each in _seen(placed) if (text := " ".join(str(each).split()))]
    return [placed.words]


def _front(placed: list[Placed], start: int, formula: int | None, operative: int) -> None:
    """Mark what stands before the formula or the preamble; without them there is no front."""
    if formula is None and operative == start:
        return
    first = formula if formula is not None else next(
        (n for n, each in enumerate(placed) if each.part == "preamble"), start
    )
    for each in placed[:first]:
        each.part = "front"
