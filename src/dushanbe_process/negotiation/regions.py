"""What is not agreed in running text: words in dispute, and what is proposed in their place.

In the text it stands in square brackets, each proposal with the names of those who made it:
``[Call upon] [State B: Urge] all States[State A: and organizations]``.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

import attrs

from dushanbe_process.changes.lines import lines
from dushanbe_process.model.body import Paragraph, Row, Section, Table
from dushanbe_process.model.text import Footnote, InlineText, Run, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dushanbe_process.changes.lines import Subject
    from dushanbe_process.model.body import Body
    from dushanbe_process.model.text import Piece
    from dushanbe_process.reports.conventions.negotiation import Words

#: Between the names of those who propose the same, in the record; in print it is a comma.
SEPARATOR = "; "


@attrs.frozen
class Parties:
    """Those who propose one thing: their names as printed, and the ids of those in the record."""

    names: tuple[str, ...]
    ids: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """Their names as they stand in the text."""
        return ", ".join(self.names)

    @property
    def called(self) -> frozenset[str]:
        """Everything that they are called."""
        return frozenset((*self.names, *self.ids))

    def __add__(self, other: Parties) -> Parties:
        """Return these and the others, each of them once."""
        names, ids = (*self.names, *other.names), (*self.ids, *other.ids)
        return Parties(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(ids)))


@attrs.frozen
class Proposal:
    """What somebody proposes; no words, where it is a deletion.

    ``asked`` is how a deletion is printed, where it is not simply one: as a move elsewhere.
    """

    parties: Parties
    words: tuple[Piece, ...] = ()
    asked: str | None = None


@attrs.frozen
class Region:
    """Words that are in dispute, none for an insertion, and what is proposed in their place."""

    words: tuple[Piece, ...]
    proposals: tuple[Proposal, ...]


Part: TypeAlias = "Piece | Region"


def parts(text: InlineText) -> Iterator[Part]:
    """Yield running text as agreed pieces and the regions between them."""
    for agreed, group in groupby(text, lambda each: _standing(each) is None):
        if agreed:
            yield from group
        else:
            yield _region(list(group))


def proposers(body: Body) -> frozenset[str]:
    """Return what those are called who propose something in a text: names, and ids of partners."""
    texts = [running for line in lines(body, "$") for running in _texts(line.subject)]
    return frozenset(
        called
        for text in texts
        for part in parts(text)
        if isinstance(part, Region)
        for proposal in part.proposals
        for called in proposal.parties.called
    )


def _texts(subject: Subject) -> Iterator[InlineText]:
    match subject:
        case Paragraph():
            yield from (subject.text, subject.wrap_up)
        case Section():
            yield subject.heading
        case Table():
            yield subject.caption
        case Row():
            yield from (cell.text for cell in subject.cells)
        case _:
            yield subject


def _standing(piece: Piece) -> Standing | None:
    return None if isinstance(piece, str) else piece.standing


def _region(pieces: Sequence[Piece]) -> Region:
    words: list[Piece] = []
    proposals: dict[Parties, list[Piece]] = {}
    asked: dict[Parties, str] = {}
    for piece in pieces:
        match _standing(piece):
            case Standing.DISPUTED:
                words.append(agreed(piece))
            case Standing.PROPOSED:
                proposals.setdefault(_parties(piece), []).append(agreed(piece))
            case Standing.DELETION:
                proposals.setdefault(_parties(piece), [])
                asked[_parties(piece)] = str(piece)
    made = tuple(Proposal(who, tuple(said), asked.get(who)) for who, said in proposals.items())
    return Region(tuple(InlineText(*words)), made)


def _parties(piece: Piece) -> Parties:
    assert not isinstance(piece, str)  # noqa: S101  (it has a standing)
    names = tuple((piece.proposers or "").split(SEPARATOR)) if piece.proposers else ()
    return Parties(names, piece.proposed_by)


def agreed(piece: Piece) -> Piece:
    """Return a piece of text as if it were agreed."""
    if isinstance(piece, str):
        return piece
    return piece.evolve(standing=None, proposed_by=(), proposers=None)


def disputed(text: InlineText) -> InlineText:
    """Return running text with nothing proposed: of each region the words in dispute."""
    made: list[Piece] = []
    for part in parts(text):
        made += part.words if isinstance(part, Region) else [part]
    return InlineText(*made)


def written(region: Region, words: Words) -> Iterator[Piece]:
    """Yield a region as it stands in a text."""
    if not region.proposals:
        yield from region.words
        return
    ends_blank = True
    if region.words:
        first, core, last = _set_apart(region.words)
        yield from _stood(first, Standing.DISPUTED)
        yield from (apparatus("["), *_stood(core, Standing.DISPUTED), apparatus("]"))
        yield from _stood(last, Standing.DISPUTED)
        ends_blank = bool(last)
    for proposal in region.proposals:
        first, core, last = _set_apart(proposal.words)
        if not ends_blank and not first:
            yield apparatus(words.blank)
        yield from _stood(first, Standing.PROPOSED, proposal.parties)
        yield from _bracketed(proposal, core, words)
        yield from _stood(last, Standing.PROPOSED, proposal.parties)
        ends_blank = bool(last)


def _bracketed(proposal: Proposal, core: Sequence[Piece], words: Words) -> Iterator[Piece]:
    yield apparatus(f"[{proposal.parties.printed}: ")
    if core:
        yield from _stood(core, Standing.PROPOSED, proposal.parties)
    elif not proposal.words:
        asked = proposal.asked or words.delete
        yield from _stood([asked], Standing.DELETION, proposal.parties)
    yield apparatus("]")


def apparatus(text: str) -> Run:
    """Return signs around words that are not agreed."""
    return Run(text=text, standing=Standing.APPARATUS)


def _stood(
    pieces: Iterable[Piece], standing: Standing, parties: Parties | None = None
) -> Iterator[Piece]:
    """Yield pieces with their standing and those who proposed them."""
    ids = parties.ids if parties else ()
    names = SEPARATOR.join(parties.names) if parties and parties.names else None
    for piece in pieces:
        run = Run(text=piece) if isinstance(piece, str) else piece
        yield run.evolve(standing=standing, proposed_by=ids, proposers=names)


def _set_apart(
    pieces: Sequence[Piece],
) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the blanks that words begin with, the words, and the blanks that they end with.

    Blanks stand outside the brackets, as people set them.
    """
    text = InlineText(*pieces)
    core = list(text)
    first = last = ""
    if core and not isinstance(core[0], Footnote):
        words = str(core[0])
        first = words[: len(words) - len(words.lstrip())]
    if core and not isinstance(core[-1], Footnote):
        words = str(core[-1])
        last = words[len(words.rstrip()) :]
    if not core or not "".join(map(str, core)).strip():
        return (), tuple(core), ()
    before = (_with(core[0], first),) if first else ()
    after = (_with(core[-1], last),) if last else ()
    if first:
        core[0] = _with(core[0], str(core[0])[len(first) :])
    if last:
        core[-1] = _with(core[-1], str(core[-1])[: -len(last)])
    return before, tuple(InlineText(*core)), after


def _with(piece: Piece, words: str) -> Piece:
    return piece.evolve(text=words) if isinstance(piece, Run) else words
