"""Two rows of texts, aligned: which became which, what is new, what is gone, what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.changes.words import tokens, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: From this likeness on two texts in the same place are one text that was changed …
LIKE = 0.42
#: … and two texts in different places are one text that was moved,
MOVED = 0.75
#: if they have as many words as this: short ones are alike by chance.
_FEWEST = 3


@attrs.frozen(slots=False, eq=False)
class Item:
    """What is aligned: a text, what kind of thing it is, and its name where it has one.

    Only items of one kind are paired; ``key`` is a name that is the same in both rows.
    """

    text: str
    kind: str = ""
    key: str | None = None
    exact: object = None

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text; one that stands there again is told apart by how often."""
        count: Counter[str] = Counter()
        made = set()
        for word in (each.casefold() for each in tokens(self.text) if weight(each)):
            made.add(f"{word}\0{count[word]}" if count[word] else word)
            count[word] += 1
        return frozenset(made)

    @cached_property
    def size(self) -> int:
        """How many words there are."""
        return len(self.words)

    @cached_property
    def identity(self) -> tuple[str, str, object]:
        """What equal items have in common."""
        return (self.kind, " ".join(self.text.split()), self.exact)


@attrs.frozen
class Pairing:
    """Places of both rows: one that became another, one that is gone (``after`` is None), or new.

    What moved is given twice: in its old place, as gone, and in its new place with both.
    """

    before: int | None
    after: int | None
    moved: bool = False


def likeness(one: Item, other: Item) -> float:
    """Return how much two items have in common, from 0 to 1."""
    if one.kind != other.kind:
        return 0.0
    if one.key is not None and one.key == other.key:
        return 1.0
    if not one.size or not other.size:
        return 1.0 if one.identity == other.identity else 0.0
    if 2 * min(one.size, other.size) < LIKE * (one.size + other.size):
        return 0.0
    return 2 * len(one.words & other.words) / (one.size + other.size)


def align(before: Sequence[Item], after: Sequence[Item]) -> list[Pairing]:
    """Return the pairings in reading order: of the second row, what is gone in its old place."""
    pairs = dict(_in_order(before, after))
    taken = set(pairs.values())
    gone = [index for index in range(len(before)) if index not in pairs]
    new = [index for index in range(len(after)) if index not in taken]
    moved = dict(_moves(before, after, gone, new))
    return list(_reading(len(before), len(after), pairs, moved))


#: Rows of which the product of the lengths is greater are cut where texts are equal, if as
#: large a share of them is as this: with few of them, the one that moved would be taken for
#: the one that stayed.
_MOST = 10_000
_SHARE = 0.1
#: Beyond this they are cut there in any case.
_TOO_MANY = 1_000_000


def _in_order(before: Sequence[Item], after: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that keep their order and have the most in common."""
    olds, news = ([each.identity for each in row] for row in (before, after))
    first = _alike(olds, news)
    last = _alike(olds[first:][::-1], news[first:][::-1])
    ends = len(olds) - last, len(news) - last
    fixed = [(n, n) for n in range(first)]
    fixed += _anchors(olds, news, (first, *ends))
    fixed += [(ends[0] + n, ends[1] + n) for n in range(last)]
    start = (0, 0)
    for a, b in (*fixed, (len(olds), len(news))):
        yield from _between(before, after, (start[0], a), (start[1], b))
        if a < len(olds):
            yield a, b
        start = (a + 1, b + 1)


def _anchors(
    olds: Sequence[object], news: Sequence[object], bounds: tuple[int, int, int]
) -> list[tuple[int, int]]:
    """Return pairs of texts that stand once in both rows and keep their order."""
    first, height, width = bounds[0], bounds[1] - bounds[0], bounds[2] - bounds[0]
    if height * width <= _MOST:
        return []
    counts = [Counter(row) for row in (olds, news)]
    places = {each: n for n, each in enumerate(news)}
    shared = [
        (n, places[each])
        for n, each in enumerate(olds[first : bounds[1]], first)
        if counts[0][each] == counts[1][each] == 1 and first <= places[each] < bounds[2]
    ]
    kept = _longest_in_order(shared)
    enough = len(kept) >= _SHARE * min(height, width) or height * width > _TOO_MANY
    return kept if enough else []


def _longest_in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many pairs as possible that rise in both places; they rise in the first."""
    ends: list[int] = []
    tops: list[int] = []
    below: list[int] = []
    for n, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        below.append(tops[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        tops[at : at + 1] = [n]
    made = []
    n = tops[-1] if tops else -1
    while n >= 0:
        made.append(pairs[n])
        n = below[n]
    return made[::-1]


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """Return with how many equal places two rows begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _between(
    before: Sequence[Item], after: Sequence[Item], rows: tuple[int, int], columns: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the pairs of a gap whose likeness is the greatest in all."""
    height, width = rows[1] - rows[0], columns[1] - columns[0]
    if not height or not width:
        return []
    twins = _twins(before[slice(*rows)], after[slice(*columns)])
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    like = [[0.0] * width for _ in range(height)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            one, other = before[rows[0] + i], after[columns[0] + j]
            known = twins and (one.identity in twins or other.identity in twins)
            found = float(one.identity == other.identity) if known else likeness(one, other)
            like[i][j] = found if found >= LIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if like[i][j]:
                best[i][j] = max(best[i][j], like[i][j] ** 2 + best[i + 1][j + 1])
    return [(rows[0] + i, columns[0] + j) for i, j in _path(best, like)]


def _twins(before: Sequence[Item], after: Sequence[Item]) -> set[tuple[str, str, object]]:
    """Return what stands in both rows to the letter: it becomes nothing else."""
    olds, news = (
        {each.identity for each in row if each.size >= _FEWEST} for row in (before, after)
    )
    return olds & news


def _path(best: list[list[float]], like: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(like) and j < len(like[0]):
        if like[i][j] and best[i][j] == like[i][j] ** 2 + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _moves(
    before: Sequence[Item], after: Sequence[Item], gone: list[int], new: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield what left one place and came to another, the likest first."""
    ranked = sorted(
        (
            (-found, i, j)
            for i in gone
            for j in new
            if (found := _likeness_of_moved(before[i], after[j])) >= MOVED
        ),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j


def _likeness_of_moved(one: Item, other: Item) -> float:
    enough = min(one.size, other.size) >= _FEWEST
    return likeness(one, other) if enough or (one.key and one.key == other.key) else 0.0


def _reading(
    height: int, width: int, pairs: dict[int, int], moved: dict[int, int]
) -> Iterator[Pairing]:
    """Yield all places in the order of the second row, what is gone before what follows it."""
    sources = {j: i for i, j in moved.items()}
    i = j = 0
    ordered = [*sorted(pairs.items()), (height, width)]
    for a, b in ordered:
        yield from (Pairing(n, None, n in moved) for n in range(i, a))
        yield from (Pairing(sources.get(n), n, n in sources) for n in range(j, b))
        if a < height:
            yield Pairing(a, b)
        i, j = a + 1, b + 1
