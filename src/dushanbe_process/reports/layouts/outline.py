"""Parts of a paper: what says nothing is left out, what is left is numbered."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, Facts, Grid, Heading, Prose, Role
from dushanbe_process.reports.layouts.sentences import language_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

#: The anchor of a paragraph that has yet to be given its number.
_COUNTED = "counted"


@attrs.frozen
class Part:
    """A heading, what stands under it, and the parts below."""

    heading: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def says(self) -> bool:
        """Whether there is anything under the heading."""
        return bool(self.blocks) or any(each.says for each in self.parts)


def outlined(
    parts: Iterable[Part], language: str, *, level: int = 1, numbered: bool = True
) -> Iterator[Block]:
    """Yield the parts that say something, each under its heading.

    Headings are numbered in the manner of the language; one that stands alone is not.
    """
    said = [each for each in parts if each.says]
    alone = len(said) == 1
    for index, part in enumerate(said, 1):
        number = None
        if numbered and not alone:
            number = conventions.heading_number(level - 1, index, language)
        yield Heading(level, part.heading, number)
        yield from part.blocks
        yield from outlined(part.parts, language, level=level + 1, numbered=numbered)


def paragraph(text: InlineText, language: str) -> Prose:
    """Return a paragraph that is numbered in the order of the whole paper."""
    return attrs.evolve(prose(text, language), role=Role.OPERATIVE, anchor=_COUNTED)


def prose(text: InlineText, language: str) -> Prose:
    """Return a paragraph; one whose words are all in one other language says in which."""
    spoken = language_of(text, language)
    return Prose(text, language=None if spoken == language else spoken)


def note(words: str) -> Prose:
    """Return a remark."""
    return Prose(InlineText(words), role=Role.NOTE)


def facts(rows: Iterable[tuple[str, InlineText | str]]) -> tuple[Block, ...]:
    """Return a table of the facts that are known, or nothing."""
    said = [(label, InlineText(each) if isinstance(each, str) else each) for label, each in rows]
    known = tuple((label, each) for label, each in said if str(each).strip())
    return (Facts(known),) if known else ()


def table(  # noqa: PLR0913  (what a table is made of)
    head: Sequence[str],
    rows: Iterable[Sequence[InlineText]],
    widths: Sequence[int],
    *,
    caption: str = "",
    about: Iterable[tuple[object, ...]] | None = None,
    kept: Collection[int] = (),
) -> tuple[Block, ...]:
    """Return a table without the columns in which nothing stands, or nothing.

    ``about`` holds for each row the things that it tells of; ``kept`` are the columns that stay
    all the same, so that tables under each other have the same ones.
    """
    of = repeat(()) if about is None else about
    saying = [pair for pair in zip(rows, of, strict=False) if any(map(_says, pair[0]))]
    told = [each for each, _ in saying]
    saying_something = filled_columns(told)
    if not saying_something:
        return ()
    shown = sorted(saying_something.union(kept))
    cells = tuple(tuple(each[n] for n in shown) for each in told)
    shares = tuple(widths[n] for n in shown)
    things = tuple(each for _, each in saying) if about is not None else ()
    return (Grid(tuple(head[n] for n in shown), cells, shares, caption, things),)


def filled_columns(rows: Iterable[Sequence[InlineText]]) -> set[int]:
    """Return the columns in which something stands."""
    return {n for row in rows for n, cell in enumerate(row) if _says(cell)}


def _says(cell: InlineText) -> bool:
    return bool(str(cell).strip())


def counted(blocks: Iterable[Block], language: str) -> Iterator[Block]:
    """Yield blocks, the paragraphs among them that are to be counted given their numbers.

    One that stands alone is not numbered.
    """
    listed = list(blocks)
    alone = sum(map(_is_counted, listed)) == 1
    count = 0
    for block in listed:
        if isinstance(block, Prose) and _is_counted(block):
            count += 1
            number = None if alone else conventions.list_number(0, count, language)
            yield attrs.evolve(block, number=number, anchor=f"paragraph-{count}")
        else:
            yield block


def _is_counted(block: Block) -> bool:
    return isinstance(block, Prose) and block.anchor == _COUNTED
