"""Who takes over from whom, where a line was deleted and another typed in its place.

Nobody can see whether words were typed over others or others deleted and new ones typed beside
them.  So the rule is: one line that is gone and one that is new between the same two neighbours,
in the same style, are one and the same line with other words, and the report says that this is
``inferred``.  Where several are gone or new, or a new one was split off or copied, both readings
are right, as long as the report says which was taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.body import Paragraph
from editing.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editing.lines import Line


def with_heirs(before: Sequence[Line], after: Sequence[Line], language: str) -> list[Line]:
    """Return the lines after edits, those that take over from others with what they take over."""
    made = list(after)
    unsure = {origin for each in after for origin in each.unsure}
    # What was moved and removed there may as well be what was typed behind it there.
    elsewhere = {origin for each in after if each.new for origin in each.maybe}
    for gone, new in _gaps(before, made, unsure):
        for place in new:
            line = made[place]
            fitting = [each for each in gone if _style(each) == _style(line)]
            others = [each for each in new if _style(made[each]) == _style(line)]
            doubtful = unsure | (elsewhere - set(line.maybe))
            sure = not line.parted and not any(each.origin in doubtful for each in gone)
            alone = len(fitting) == len(others) == 1 and sure
            heirs = tuple(_taken_over(each, line, language) for each in fitting)
            if alone and heirs:
                made[place] = heirs[0]
            else:
                made[place] = attrs.evolve(line, heir_to=heirs)
    made = [_or_heir(before, made, place, language) for place in range(len(made))]
    both = zip(after, made, strict=True)
    return [_or_removed(before, made, was, now, language) for was, now in both]


def _or_removed(
    before: Sequence[Line], after: Sequence[Line], line: Line, made: Line, language: str
) -> Line:
    """Return a new line that may also be one that was removed just before it."""
    kept = {origin for each in after for origin in (each.origin, *each.joined)}
    gone = [before[each] for each in line.maybe if each is not None and each not in kept]
    heirs = [_taken_over(each, line, language) for each in gone if _style(each) == _style(line)]
    return attrs.evolve(made, heir_to=(*made.heir_to, *heirs)) if line.new else made


def _or_heir(before: Sequence[Line], after: Sequence[Line], place: int, language: str) -> Line:
    """Return a line; beside words that were all typed anew, others are as likely to be what it is.

    So it may be another line that is gone there, and one typed anew may be a new one.
    """
    line = after[place]
    known = [each.origin if not each.retyped else None for each in after]
    last = next((n for n in reversed(known[:place]) if n is not None), -1)
    end = next((n for n in known[place + 1 :] if n is not None), len(before))
    if known[place] is not None or not any(each.retyped or each.unsure for each in after):
        return line
    kept = {origin for each in after if not each.retyped for origin in (each.origin, *each.joined)}
    kept -= {origin for each in after for origin in each.unsure}
    gone = [each for each in before[last + 1 : end] if each.origin not in kept]
    gone += [before[each] for each in line.joined if each is not None]
    heirs = [_taken_over(each, line, language) for each in gone if _style(each) == _style(line)]
    begun = max((n + 1 for n in range(place) if known[n] is not None), default=0)
    ended = next((n for n in range(place, len(known)) if known[n] is not None), len(known))
    if (line.retyped and len(gone) > 1) or any(each.new for each in after[begun:ended]):
        heirs.append(_as_new(line, language))
    return attrs.evolve(line, heir_to=(*line.heir_to, *heirs))


def _as_new(line: Line, language: str) -> Line:
    """Return a line as one that nothing stood behind before."""
    if not isinstance(line.block, Paragraph):
        return line
    made = line.another(line.text, language)
    return attrs.evolve(made, block=made.block.evolve(number=line.block.number))


def _gaps(
    before: Sequence[Line], after: Sequence[Line], unsure: set[int | None]
) -> Iterator[tuple[list[Line], list[int]]]:
    """Yield the lines that are gone and the places of those that are new, gap by gap."""
    kept = {origin for each in after if fold(each.shown) for origin in (each.origin, *each.joined)}
    kept -= unsure
    last, new = -1, list[int]()
    for place in range(len(after) + 1):
        line = after[place] if place < len(after) else None
        if line is not None and (line.origin is None or not fold(line.shown)):
            new += [place] * bool(fold(line.shown))
            continue
        end = len(before) if line is None or line.origin is None else line.origin
        gone = [each for each in before[last + 1 : end] if each.origin not in kept]
        if gone and new:
            yield gone, new
        last, new = end, []


def _style(line: Line) -> tuple[str, int]:
    return line.role, line.depth


def _taken_over(gone: Line, new: Line, language: str) -> Line:
    """Return a line that is gone with the words and the number of a new one."""
    taken = gone.saying(new.text, language)
    number = getattr(new.block, "number", None)
    return attrs.evolve(taken, block=taken.block.evolve(number=number), counted=new.counted)
