"""The way back: a compilation with some proposals accepted and others rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from dushanbe_process.changes.lines import lines
from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.body import Body, Paragraph, Row, Section, Table
from dushanbe_process.model.text import InlineText
from dushanbe_process.negotiation.regions import Proposal, Region, parts, proposers, written
from dushanbe_process.reports.conventions.negotiation import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.model.body import Block
    from dushanbe_process.model.documents import Document
    from dushanbe_process.model.text import Piece
    from dushanbe_process.negotiation.regions import Parties

Kind = TypeVar("Kind", bound="Document")


@attrs.frozen
class Decision:
    """What is decided: whose proposals are accepted, and whose rejected (None: all others').

    ``paragraphs`` are the numbers of those that it is about; None, where it is about all.
    """

    accept: tuple[str, ...] = ()
    reject: frozenset[str] | None = None
    paragraphs: frozenset[str] | None = None

    def rank(self, parties: Parties) -> int | None:
        """Return how early the acceptance of a proposal comes; None, where it is not accepted."""
        found = [n for n, name in enumerate(self.accept) if name in parties.called]
        return min(found, default=None)

    def left(self, proposal: Proposal) -> Proposal | None:
        """Return what is left of a proposal that is not accepted: those who are not rejected."""
        if self.reject is None:
            return None
        parties = proposal.parties
        if not parties.called & self.reject:
            return proposal
        names = tuple(each for each in parties.names if each not in self.reject)
        if not names or (len(parties.names) == 1 and parties.called & self.reject):
            return None
        # An id does not tell which of several names it belongs to: then all stay.
        ids = tuple(each for each in parties.ids if each not in self.reject)
        return attrs.evolve(proposal, parties=attrs.evolve(parties, names=names, ids=ids))


def resolved(document: Kind, decision: Decision) -> Kind:
    """Return a compilation with what was decided; the rest stays in brackets.

    Raises:
        InvalidError: for names of which nobody proposes anything, and numbers of no paragraph.
    """
    if problems := list(_strangers(document, decision)):
        raise InvalidError(problems)
    versions = [
        each.evolve(body=_Resolving(decision, each.language).body(each.body))
        for each in document.versions
    ]
    return document.evolve(versions=versions)


def _strangers(document: Document, decision: Decision) -> Iterator[Problem]:
    """Yield what is named and not there: a slip in a name would reject all that it proposes."""
    known = {name for each in document.versions for name in proposers(each.body)}
    there = ", ".join(sorted(known)) or "nobody"
    for field, names in (("accept", decision.accept), ("reject", decision.reject or ())):
        for name in sorted(set(names) - known):
            message = f"nothing is proposed by {name!r}; proposals are by: {there}"
            yield Problem(field, message)
    if decision.paragraphs is not None:
        told = (each.number for version in document.versions for each in lines(version.body, "$"))
        numbers = list(dict.fromkeys(filter(None, told)))
        for number in sorted(decision.paragraphs.difference(numbers)):
            listed = ", ".join(numbers) or "none has a number"
            message = f"no paragraph has the number {number!r}; there are: {listed}"
            yield Problem("paragraphs", message)


@attrs.define
class _Resolving:
    """One text under way."""

    decision: Decision
    language: str
    wanted: set[str] | None = None

    def body(self, body: Body) -> Body:
        """Return a text with what was decided."""
        if self.decision.paragraphs is not None:
            self.wanted = {
                each.path for each in lines(body, "$") if each.number in self.decision.paragraphs
            }
        names = ("front", "preamble", "operative", "closing")
        parts_of = {
            name: list(self.blocks(getattr(body, name), f"$.{name}", self.wanted is None))
            for name in names
        }
        formula = self.text(body.formula) if self.wanted is None else body.formula
        return body.evolve(formula=formula, **parts_of)

    def blocks(self, blocks: Sequence[Block], path: str, concerned: bool) -> Iterator[Block]:  # noqa: FBT001  (a state that goes down the tree)
        """Yield blocks with what was decided, without those of which nothing is left."""
        for index, block in enumerate(blocks):
            here = f"{path}[{index}]"
            is_meant = concerned or here in (self.wanted or ())
            made = self._block(block, here, is_meant)
            if made is not None:
                yield made

    def _block(self, block: Block, here: str, concerned: bool) -> Block | None:  # noqa: FBT001  (the same)
        match block:
            case Paragraph() | Section():
                below = list(self.blocks(block.children, f"{here}.children", concerned))
                made = block.evolve(children=below)
                return self._own(made, block) if concerned else made
            case Table():
                return self._table(block) if concerned else block

    def _own(self, made: Paragraph | Section, was: Paragraph | Section) -> Block | None:
        """Return a paragraph or section with its own text decided; None, where nothing is left."""
        if isinstance(made, Paragraph):
            text, wrap_up = self.text(made.text), self.text(made.wrap_up)
            gone = _is_gone(made.text, text) or (not made.text and not made.number)
            if gone and not wrap_up and not made.children and (made.text or was.children):
                return None
            lead = made.lead if made.lead and str(text).startswith(made.lead) else None
            by = made.proposed_by if any(isinstance(each, Region) for each in parts(text)) else ()
            return made.evolve(text=text, wrap_up=wrap_up, lead=lead, proposed_by=by)
        heading = self.text(made.heading)
        gone = _is_gone(made.heading, heading) or (not made.heading and bool(was.children))
        return None if gone and not made.children else made.evolve(heading=heading)

    def _table(self, table: Table) -> Table | None:
        caption = self.text(table.caption)
        rows = [row for each in table.rows if (row := self._row(each)) is not None]
        gone = table.rows and not rows and not str(caption).strip()
        return None if gone else table.evolve(caption=caption, rows=rows)

    def _row(self, row: Row) -> Row | None:
        cells = [each.evolve(text=self.text(each.text)) for each in row.cells]
        pairs = list(zip(row.cells, cells, strict=True))
        said = [(old, new) for old, new in pairs if old.text]
        if said and all(_is_gone(old.text, new.text) for old, new in said):
            return None
        return row.evolve(cells=cells)

    def text(self, text: InlineText) -> InlineText:
        """Return running text with what was decided."""
        made: list[Piece] = []
        for part in parts(text):
            made += self._region(part) if isinstance(part, Region) else [part]
        return InlineText(*made)

    def _region(self, region: Region) -> Iterator[Piece]:
        ranked = [(self.decision.rank(each.parties), each) for each in region.proposals]
        accepted = sorted(
            ((rank, each) for rank, each in ranked if rank is not None), key=lambda pair: pair[0]
        )
        if accepted and region.words:
            yield from accepted[0][1].words
        elif accepted:
            for rank, proposal in ranked:
                if rank is not None:
                    yield from proposal.words
        else:
            left = tuple(filter(None, map(self.decision.left, region.proposals)))
            yield from written(Region(region.words, left), words_of(self.language))


def _is_gone(old: InlineText, new: InlineText) -> bool:
    """Say whether a text was nothing but what is not agreed, and is no more."""
    return bool(old) and not new and all(isinstance(each, Region) for each in parts(old))
