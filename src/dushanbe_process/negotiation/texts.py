"""Running text merged: what each delegation made of one text, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.changes.words import Step, steps, tokens, weight
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.negotiation.regions import (
    Parties,
    Proposal,
    Region,
    agreed,
    apparatus,
    disputed,
    parts,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dushanbe_process.model.text import Piece
    from dushanbe_process.negotiation.parties import Table
    from dushanbe_process.reports.conventions.negotiation import Words


@attrs.frozen
class Token:
    """A word, a note, or a region that earlier rounds left: told apart by what it says."""

    part: Piece | Region
    key: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it says with nothing proposed."""
        return self.part.words if isinstance(self.part, Region) else (self.part,)


def tokens_of(text: InlineText) -> list[Token]:
    """Return running text as its tokens; how words are set makes no difference."""
    made: list[Token] = []
    for part in parts(text):
        if isinstance(part, Region):
            made.append(Token(part, f"\0region {_told(part)}"))
        elif isinstance(part, Footnote):
            made.append(Token(part, f"\0note {part}"))
        elif isinstance(part, Run):
            made += [Token(part.evolve(text=each), each) for each in tokens(part.text)]
        else:
            made += [Token(each, each) for each in tokens(part)]
    return made


def _of_copy(text: InlineText, base: Sequence[Token], words: Words) -> list[Token]:
    """Return the tokens of a copy, in which the regions of the base are known again.

    Who edits a paragraph in Word keeps its brackets as signs alone.  What was edited within
    brackets is text like any other.
    """
    known = {token.key for token in base}
    made: list[Token] = []
    for token in tokens_of(text):
        if isinstance(token.part, Region) and token.key not in known:
            made += _literal(written(token.part, words))
        else:
            made.append(token)
    start = 0
    for place, token in enumerate(base):
        if isinstance(token.part, Region):
            printed = _literal(_set_off(token.part, base[place + 1 : place + 2], words))
            start = _recognised(token, [each.key for each in printed], made, start)
    return made


def _literal(pieces: Iterable[Piece]) -> list[Token]:
    return tokens_of(InlineText(*map(agreed, pieces)))


def _recognised(region: Token, printed: list[str], made: list[Token], start: int) -> int:
    """Put a region in the place of what it is printed as; return where to look for the next."""
    keys = [each.key for each in made]
    for place in range(start, len(keys)):
        if keys[place] == region.key:
            return place + 1
        if keys[place : place + len(printed)] == printed:
            made[place : place + len(printed)] = [region]
            return place + 1
    return start


def _told(region: Region) -> str:
    said = [InlineText(*region.words), *(InlineText(*each.words) for each in region.proposals)]
    who = [each.parties for each in region.proposals]
    return "\0".join(map(repr, (*said, *who)))


@attrs.frozen
class Settled:
    """One place of a text in which something was changed: what it said, and who wants what.

    What all delegations made alike is agreed.
    """

    before: str
    positions: tuple[tuple[Parties, str | None], ...]
    is_agreed: bool


@attrs.frozen
class MergedText:
    """A text with what is agreed in it, what is not in brackets, and both told."""

    text: InlineText
    places: tuple[Settled, ...] = ()


def merged_text(
    base: InlineText,
    copies: Mapping[str, InlineText],
    table: Table,
    words: Words,
    moved_to: Mapping[str, str] | None = None,
) -> MergedText:
    """Return one text of what each delegation made of the base.

    ``copies`` are those of the delegations that have the text at all; ``moved_to`` is how it
    is printed that one wants it moved.
    """
    row = tokens_of(base)
    asked = {**dict.fromkeys(copies, words.delete), **(moved_to or {})}
    hunks = {name: list(_hunks(row, _of_copy(copy, row, words))) for name, copy in copies.items()}
    pieces: list[Piece] = []
    places = []
    start = 0
    for low, high in _places(hunks):
        pieces += _unchanged(row, (start, low), words)
        region = _region(row, (low, high), hunks, table, asked)
        is_agreed = len(region.proposals) == 1 and table.are_all(region.proposals[0].parties)
        if is_agreed:
            pieces += region.proposals[0].words
        else:
            pieces += _set_off(region, row[high : high + 1], words)
        places.append(_settled(region, is_agreed=is_agreed))
        start = high
    pieces += _unchanged(row, (start, len(row)), words)
    return MergedText(InlineText(*pieces), tuple(places))


def _set_off(region: Region, following: Sequence[Token], words: Words) -> list[Piece]:
    """Return a region as written, with a blank between its last bracket and a word after it."""
    pieces = list(written(region, words))
    after = following[0].key[:1] if following else ""
    if after.isalnum() and pieces and not str(pieces[-1])[-1:].isspace():
        pieces.append(apparatus(words.blank))
    return pieces


def _unchanged(row: Sequence[Token], span: tuple[int, int], words: Words) -> Iterator[Piece]:
    for place in range(*span):
        part = row[place].part
        if isinstance(part, Region):
            yield from _set_off(part, row[place + 1 : place + 2], words)
        else:
            yield part


@attrs.frozen
class _Hunk:
    """A change of one delegation: what stands in place of a stretch of the base."""

    low: int
    high: int
    tokens: tuple[Token, ...]


def _hunks(base: list[Token], copy: list[Token]) -> Iterator[_Hunk]:
    weights = {each.key: weight(str(InlineText(*each.pieces))) for each in (*base, *copy)}
    found = steps(
        [each.key for each in base], [each.key for each in copy], lambda key: weights[key]
    )
    for step in _with_both_brackets(found, base):
        yield _wide(base, copy, step)


#: How long words in brackets may be that are repeated when the brackets go: in tokens.
_SHORT = 60


def _with_both_brackets(found: Sequence[Step], base: Sequence[Token]) -> Iterator[Step]:
    """Yield the changes; where a bracket goes, up to the one that goes with it.

    Brackets that are lifted are one change of what stood in them, not two of signs.
    """
    changes = [step for step in found if not step.same]
    index = 0
    while index < len(changes):
        first = last = changes[index]
        opened = _opened(base, first)
        for n in range(index + 1, len(changes)) if opened > 0 else ():
            if changes[n].before[1] - first.before[0] > _SHORT:
                break
            opened += _opened(base, changes[n])
            if opened <= 0:
                index, last = n, changes[n]
                break
        ends = (first.before[0], last.before[1]), (first.after[0], last.after[1])
        yield Step(same=False, before=ends[0], after=ends[1])
        index += 1


def _opened(base: Sequence[Token], step: Step) -> int:
    keys = [each.key for each in base[slice(*step.before)]]
    return keys.count("[") - keys.count("]")


def _wide(base: list[Token], copy: list[Token], step: Step) -> _Hunk:
    """Return a change with the regions that it touches: two regions never stand side by side."""
    (low, high), (first, last) = step.before, step.after
    while low and isinstance(base[low - 1].part, Region) and first:
        low, first = low - 1, first - 1
    while high < len(base) and isinstance(base[high].part, Region) and last < len(copy):
        high, last = high + 1, last + 1
    return _Hunk(low, high, tuple(copy[first:last]))


def _places(hunks: Mapping[str, list[_Hunk]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the base in which something was changed; none touches another."""
    spans = sorted((each.low, each.high) for of_one in hunks.values() for each in of_one)
    current: tuple[int, int] | None = None
    for low, high in spans:
        if current is not None and low <= current[1]:
            current = (current[0], max(high, current[1]))
        else:
            if current is not None:
                yield current
            current = (low, high)
    if current is not None:
        yield current


def _region(
    row: Sequence[Token],
    span: tuple[int, int],
    hunks: Mapping[str, list[_Hunk]],
    table: Table,
    asked: Mapping[str, str],
) -> Region:
    """Return what is in dispute in a stretch of the base, and what each delegation proposes."""
    stretch = row[slice(*span)]
    proposals = {_key(each): each for each in _earlier(stretch)}
    for name, of_one in hunks.items():
        inside = [each for each in of_one if span[0] <= each.low and each.high <= span[1]]
        if not inside:
            continue
        made = tuple(InlineText(*_replaced(row, span, inside)))
        mine = Proposal(table.parties([name]), made, None if made else asked[name])
        same = proposals.get(_key(mine))
        if same is not None:
            mine = attrs.evolve(same, parties=same.parties + mine.parties)
        proposals[_key(mine)] = mine
    words = InlineText(*(piece for token in stretch for piece in token.pieces))
    return Region(tuple(words), tuple(proposals.values()))


def _key(proposal: Proposal) -> str:
    said = (token.key for token in tokens_of(InlineText(*proposal.words)))
    return "\0".join((proposal.asked or "", *said))


def _earlier(stretch: Sequence[Token]) -> list[Proposal]:
    """Return what earlier rounds proposed in a stretch, as proposals for all of it."""
    made: dict[Parties, list[Piece]] = {}
    asked: dict[Parties, str | None] = {}
    for token in stretch:
        if isinstance(token.part, Region):
            for proposal in token.part.proposals:
                made.setdefault(proposal.parties, [])
                asked[proposal.parties] = None if proposal.words else proposal.asked
    for who in made:
        for token in stretch:
            own = token.part.proposals if isinstance(token.part, Region) else ()
            mine = next((each.words for each in own if each.parties == who), token.pieces)
            made[who] += mine
    return [Proposal(who, tuple(InlineText(*pieces)), asked[who]) for who, pieces in made.items()]


def _replaced(
    row: Sequence[Token], span: tuple[int, int], hunks: Sequence[_Hunk]
) -> Iterator[Piece]:
    """Yield a stretch of the base with the changes of one delegation made in it."""
    place = span[0]
    for hunk in hunks:
        for token in (*row[place : hunk.low], *hunk.tokens):
            yield from token.pieces
        place = hunk.high
    for token in row[place : span[1]]:
        yield from token.pieces


def _settled(region: Region, *, is_agreed: bool) -> Settled:
    positions = tuple(
        (each.parties, str(InlineText(*each.words)) if each.words else None)
        for each in region.proposals
    )
    return Settled(str(disputed(InlineText(*region.words))), positions, is_agreed)
