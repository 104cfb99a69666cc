"""Running text merged: what each delegation made of one text, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import InlineText
from dushanbe_process.negotiation.hunks import Hunk, hunks_of
from dushanbe_process.negotiation.regions import Parties, Proposal, Region, disputed
from dushanbe_process.negotiation.tokens import Token, of_copy, set_off, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dushanbe_process.model.text import Piece
    from dushanbe_process.negotiation.parties import Table
    from dushanbe_process.reports.conventions.negotiation import Words


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
    hunks = {name: list(hunks_of(row, of_copy(copy, row, words))) for name, copy in copies.items()}
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
            pieces += set_off(region, row[high : high + 1], words)
        places.append(_settled(region, is_agreed=is_agreed))
        start = high
    pieces += _unchanged(row, (start, len(row)), words)
    return MergedText(InlineText(*pieces), tuple(places))


def _unchanged(row: Sequence[Token], span: tuple[int, int], words: Words) -> Iterator[Piece]:
    for place in range(*span):
        part = row[place].part
        if isinstance(part, Region):
            yield from set_off(part, row[place + 1 : place + 2], words)
        else:
            yield part


def _places(hunks: Mapping[str, list[Hunk]]) -> Iterator[tuple[int, int]]:
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
    hunks: Mapping[str, list[Hunk]],
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
    row: Sequence[Token], span: tuple[int, int], hunks: Sequence[Hunk]
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
