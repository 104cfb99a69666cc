"""The text of a document: preamble, operative part, sections, tables, annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator  # noqa: TC003  (fields derive from annotations)
from enum import StrEnum
from typing import TypeAlias

from dushanbe_process.errors import Problem
from dushanbe_process.model.codes import (
    Designation,
    LanguageTag,
    PartnerId,
    Slug,
    Span,
)
from dushanbe_process.model.entity import Sourced
from dushanbe_process.model.text import InlineText
from dushanbe_process.schema import Many, Maybe, Model, One, field, model, only_with


@model
class Paragraph(Sourced):
    """One paragraph: preambular, operative, or of plain prose, with what stands below it.

    The lead phrase ("Recalling", "Calls upon") is part of the text and begins it.
    """

    key: Slug | None = field(
        "Name within the document, the same in every language version.", default=None
    )
    number: Designation | None = field("Number as printed: 1., 5 bis., (a).", default=None)
    lead: str | None = field("Lead phrase, with which the text begins.", default=None)
    text: InlineText = field("The text; the chapeau, where paragraphs stand below it.")
    children: Many[Block] = field("What stands below it, to any depth.", default=())
    wrap_up: InlineText = field("Text after what stands below it.", default=InlineText())
    bracketed: bool = field("Not agreed: in square brackets.", default=False)
    proposed_by: Many[PartnerId] = field("Who proposed it, in negotiation.", default=())
    language: LanguageTag | None = field("Language, if not the document's.", default=None)

    @only_with("lead")
    def __faults__(self) -> Iterable[Problem]:
        """Refuse a lead phrase that does not lead."""
        if self.lead is not None and not str(self.text).startswith(self.lead):
            return [Problem("$.lead", f"the text does not begin with {self.lead!r}")]
        return ()

    def __str__(self) -> str:
        """Return number and text as one line."""
        return " ".join(filter(None, (self.number, str(self.text))))


@model
class Section(Sourced):
    """A titled division of the text."""

    key: Slug | None = field(
        "Name within the document, the same in every language version.", default=None
    )
    number: Designation | None = field("Number as printed: I., A.", default=None)
    heading: InlineText = field("The heading.", default=InlineText())
    children: Many[Block] = field("What stands in it.", default=())


@model
class Cell(Model):
    """A cell of a table."""

    text: InlineText = field("What stands in it.", content=True)
    columns: Span = field("How many columns it spans.", default=1)
    rows: Span = field("How many rows it spans.", default=1)
    header: bool = field("Whether it heads its row or column.", default=False)


@model
class Row(Model):
    """A row of a table."""

    cells: Many[Cell] = field("Its cells, in reading order.", default=())


@model
class Table(Sourced):
    """A table, with the rows that head it first."""

    key: Slug | None = field(
        "Name within the document, the same in every language version.", default=None
    )
    number: Designation | None = field("Number as printed: Table 1.", default=None)
    caption: InlineText = field("Its title.", default=InlineText())
    rows: Many[Row] = field("Its rows.", default=())


#: What the parts of a text are made of.
Block: TypeAlias = Paragraph | Section | Table


class Marker(StrEnum):
    """What stands before a clause."""

    NONE = "none"
    DASH = "dash"
    NUMBER = "number"
    LETTER = "letter"


class Voice(StrEnum):
    """In whose voice the clauses speak."""

    THIRD_SINGULAR = "third_singular"
    THIRD_PLURAL = "third_plural"
    FIRST_PLURAL = "first_plural"


@model
class ClauseStyle(Model):
    """How the clauses of a text are set: declarations differ from resolutions."""

    marker: One[Marker] = field("What stands before each clause.", default=Marker.NONE)
    terminator: str | None = field("What ends each clause but the last.", default=None)
    final_terminator: str | None = field("What ends the last.", default=None)
    voice: Maybe[Voice] = field("In whose voice they speak.", default=None)


@model
class Body(Model):
    """The text of one language version, part by part."""

    front: Many[Block] = field("What stands before the opening formula.", default=())
    formula: InlineText = field(
        "Opening formula: The General Assembly, / We, the States, …", default=InlineText()
    )
    preamble: Many[Block] = field("Preambular paragraphs.", default=())
    preamble_style: ClauseStyle | None = field("How they are set.", default=None)
    operative: Many[Block] = field(
        "Operative paragraphs, sections and tables; the whole text where nothing precedes it.",
        default=(),
    )
    operative_style: ClauseStyle | None = field("How they are set.", default=None)
    closing: Many[Block] = field("What stands after the text.", default=())

    @only_with("key", below=True)
    def __faults__(self) -> Iterator[Problem]:
        """Refuse a key that names two places."""
        keys: list[str] = []
        for blocks in (self.front, self.preamble, self.operative, self.closing):
            _gather_keys(blocks, keys)
        if len(set(keys)) == len(keys):
            return
        seen: set[str] = set()
        for part in ("front", "preamble", "operative", "closing"):
            for path, block in _walk(f"$.{part}", getattr(self, part)):
                if block.key is not None and block.key in seen:
                    yield Problem(f"{path}.key", f"the key {block.key!r} is used twice")
                seen.add(block.key or "")

    def blocks(self) -> Iterator[Block]:
        """Yield every paragraph, section and table, each before what stands in it."""
        for part in (self.front, self.preamble, self.operative, self.closing):
            for _, block in _walk("$", part):
                yield block


def _gather_keys(blocks: Iterable[Block], keys: list[str]) -> None:
    """Add the keys of blocks and of what stands in them."""
    for block in blocks:
        if block.key is not None:
            keys.append(block.key)
        if not isinstance(block, Table) and block.children:
            _gather_keys(block.children, keys)


def _walk(path: str, blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    for index, block in enumerate(blocks):
        here = f"{path}[{index}]"
        yield here, block
        if not isinstance(block, Table):
            yield from _walk(f"{here}.children", block.children)
