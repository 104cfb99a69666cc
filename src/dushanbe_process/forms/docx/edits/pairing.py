"""Which unit of an edited page is which of the page that was written.

Tried in turn: the bookmark that a unit still has; the same words; its place between the
same two neighbours, in the same style or in similar words, which is an inference and reported
as one.  What is like nothing that stood there is new: it takes over no identity.
"""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.names import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dushanbe_process.forms.docx.edits.units import Unit
    from dushanbe_process.forms.docx.seen import Mark

#: How LibreOffice ends the name of what was pasted, once more each time.
_COPY = re.compile(r"_copy_?\d+$")
#: From which likeness on two texts in one gap are taken for one and the same.
_LIKE = 0.5
#: Texts longer than this are compared by their words, not their letters.
_LONG = 2_000


@attrs.define
class Pairing:
    """Which seen unit is which expected one, and what was strange about it."""

    #: By the number of a seen unit that of the expected one.
    known: dict[int, int] = attrs.field(factory=dict)
    #: Seen units that were recognised by their place alone.
    inferred: set[int] = attrs.field(factory=set)
    #: By a seen unit the expected ones that were joined to it.
    merged: dict[int, list[int]] = attrs.field(factory=lambda: defaultdict(list))
    #: By a seen unit the expected one that it is a copy of.
    copies: dict[int, int] = attrs.field(factory=dict)
    #: Whether any bookmark of ours was there.
    marked: bool = False

    @property
    def found(self) -> dict[int, int]:
        """By the number of an expected unit that of the seen one."""
        return {old: new for new, old in self.known.items()}


def paired(old: Sequence[Unit], new: Sequence[Unit], anchors: Mapping[str, int]) -> Pairing:
    """Return which of the new units is which of the old ones."""
    pairing = Pairing()
    _by_marks(new, anchors, pairing)
    _first_parts(old, new, pairing)
    _by_words(old, new, pairing)
    _by_place(old, new, pairing)
    return pairing


def _by_marks(new: Sequence[Unit], anchors: Mapping[str, int], pairing: Pairing) -> None:
    """Pair by bookmarks; an empty one counts only where there is no full one."""
    taken: dict[int, int] = {}
    for full in (True, False):
        names = {mark.name.lower() for unit in new for mark in unit.marks if mark.full or not full}
        for index, unit in enumerate(new):
            if unit.says and (full or index not in pairing.known):
                for mark in unit.marks:
                    if mark.full is full and mark.name.lower().startswith(MARK):
                        _by_mark(index, mark, names, anchors, pairing, taken)
    for index in [each for each in pairing.copies if each in pairing.known]:
        del pairing.copies[index]


def _by_mark(  # noqa: PLR0913, PLR0917  (all that is known so far)
    index: int,
    mark: Mark,
    names: set[str],
    anchors: Mapping[str, int],
    pairing: Pairing,
    taken: dict[int, int],
) -> None:
    pairing.marked = True
    name = mark.name.lower()
    earlier = list(_earlier(name))
    old = next((anchors[each] for each in (name, *earlier) if each in anchors), None)
    if old is None or taken.get(old) == index:
        return
    if old in taken or (name not in anchors and not names.isdisjoint(earlier)):
        if mark.full:
            pairing.copies.setdefault(index, old)
        return
    taken[old] = index
    if index in pairing.known:
        pairing.merged[index].append(old)
    else:
        pairing.known[index] = old


def _earlier(name: str) -> Iterator[str]:
    """Yield what a bookmark was called before it was pasted, the last time first."""
    while (before := _COPY.sub("", name)) != name:
        name = before
        yield name


def _first_parts(old: Sequence[Unit], new: Sequence[Unit], pairing: Pairing) -> None:
    """Let the first part of what was split, and the first of what was joined, keep who it is.

    Some editors leave a bookmark with the last part alone.
    """
    found = pairing.found
    for index, known in sorted(pairing.known.items()):
        before, above = _before(new, index), _before(old, known)
        said, was = _tight(new[index]), _tight(old[known])
        free = before is not None and before not in {*pairing.known, *pairing.copies}
        if before is not None and free and _tight(new[before]) + said == was:
            pairing.known[before] = pairing.known.pop(index)
        elif above is not None and above not in found and _tight(old[above]) + was == said:
            pairing.known[index] = above
            pairing.merged[index].append(known)


def _before(units: Sequence[Unit], index: int) -> int | None:
    """Return the unit before another that says anything."""
    return next((n for n in range(index - 1, -1, -1) if units[n].says), None)


def _tight(unit: Unit) -> str:
    """Return the words of a unit without blanks."""
    return "".join(str(unit.text).split())


def _by_words(old: Sequence[Unit], new: Sequence[Unit], pairing: Pairing) -> None:
    """Pair units that say the same, in order; what says nothing has no words to go by."""
    gone = _joined(pairing)
    waiting: dict[str, list[int]] = defaultdict(list)
    for index in reversed(range(len(old))):
        if index not in gone and old[index].says:
            waiting[_said(old[index])].append(index)
    for index, unit in enumerate(new):
        if index not in pairing.known and index not in pairing.copies and unit.says:
            same = waiting.get(_said(unit))
            if same:
                pairing.known[index] = same.pop()


def _joined(pairing: Pairing) -> set[int]:
    joined = {each for some in pairing.merged.values() for each in some}
    return joined | set(pairing.known.values())


def _said(unit: Unit) -> str:
    return plainly(unit.text)


def _by_place(old: Sequence[Unit], new: Sequence[Unit], pairing: Pairing) -> None:
    """Pair lines between the same known neighbours: the only ones there, or such as are alike."""
    gone = _joined(pairing)
    for olds, news in list(_gaps(old, new, pairing)):
        left = [n for n in olds if n not in gone and old[n].says and not old[n].whole]
        right = [n for n in news if n not in pairing.copies and new[n].says and not new[n].whole]
        right = [n for n in right if not is_split_off(old, new, pairing, n)]
        alone = list(_alone(left, right, old, new))
        left = [n for n in left if n not in dict(alone)]
        right = [n for n in right if n not in dict(alone).values()]
        for one, other in (*alone, *_alike(left, right, old, new)):
            pairing.known[other] = one
            pairing.inferred.add(other)


def _alone(
    left: list[int], right: list[int], old: Sequence[Unit], new: Sequence[Unit]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of lines in one gap that are the only ones of their style, on both sides."""
    for style in dict.fromkeys(old[each].line.style for each in left):
        olds = [each for each in left if old[each].line.style == style]
        news = [each for each in right if new[each].line.style == style]
        if len(olds) == len(news) == 1:
            yield olds[0], news[0]


def is_split_off(old: Sequence[Unit], new: Sequence[Unit], pairing: Pairing, index: int) -> bool:
    """Say whether new words are the end of what the unit before them said."""
    before = _before(new, index)
    known = None if before is None else pairing.known.get(before)
    if before is None or known is None:
        return False
    whole = _said(old[known])
    return whole.endswith(_said(new[index])) and whole != _said(new[before])


def _gaps(
    old: Sequence[Unit], new: Sequence[Unit], pairing: Pairing
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the unknown units between two known neighbours, of both sides."""
    found = pairing.found
    news: list[int] = []
    before = -1
    for index in range(len(new) + 1):
        if index < len(new) and index not in pairing.known:
            news.append(index)
            continue
        after = pairing.known.get(index, len(old))
        if news and before < after:
            olds = [each for each in range(before + 1, after) if each not in found]
            yield olds, news
        news, before = [], after


def _alike(
    left: list[int], right: list[int], old: Sequence[Unit], new: Sequence[Unit]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of similar units in one gap, in order, the best of each first."""
    start = 0
    for other in right:
        scored = [
            (likeness(_said(old[one]), _said(new[other])), -n)
            for n, one in enumerate(left[start : start + 20])
        ]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _LIKE:
            place = start - best[1]
            yield left[place], other
            start = place + 1


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    if max(len(one), len(other)) > _LONG:
        matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    else:
        matcher = SequenceMatcher(None, one, other, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _LIKE:
        return 0.0
    return matcher.ratio()
