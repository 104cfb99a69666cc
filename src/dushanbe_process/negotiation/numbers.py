"""Numbers of paragraphs in a compilation: new ones stand between those of the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.reports.conventions.negotiation import number_after, number_before, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dushanbe_process.model.body import Block
    from dushanbe_process.negotiation.order import Entry


def number(entries: Sequence[Entry[Block]], language: str) -> None:
    """Give every block its number: that of the base, one that all copies give it, or a new one."""
    taken = {each.block.number or "" for each in entries if each.index is not None}
    last = ""
    for place, entry in enumerate(entries):
        if entry.index is not None:
            entry.number = _agreed(entry)
        elif not entry.block.number or entry.block.number not in taken:
            entry.number = entry.block.number
        elif last:
            entry.number = number_after(last, taken, language)
        else:
            following = _first(entries[place:]) or entry.block.number
            entry.number = number_before(following, taken, language)
        taken.add(entry.number or "")
        last = entry.number or last


def _agreed(entry: Entry[Block]) -> str | None:
    """Return the number of a block of the base, or the one that all copies give it."""
    numbers = {each.number if each else None for each in entry.copies.values()}
    if len(entry.copies) > 1 and len(numbers) == 1:
        return numbers.pop() or entry.block.number
    return entry.block.number


def _first(entries: Sequence[Entry[Block]]) -> str | None:
    """Return the first number that the base gives."""
    return next((each.block.number for each in entries if each.index is not None), None)


def moves(entries: Sequence[Entry[Block]], language: str) -> dict[int, dict[str, str]]:
    """Return how it is printed where each delegation wants each block of the base moved."""
    words = words_of(language)
    made: dict[int, dict[str, str]] = {}
    for entry in entries:
        if entry.moved_from is not None:
            place = (entry.number or "").strip().rstrip(".-– ")
            for name in entry.parties:
                asked = words.move_to.format(place=place) if place else words.move
                made.setdefault(entry.moved_from, {})[name] = asked
    return made
