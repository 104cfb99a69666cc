"""The blocks of a report, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from rich.console import Group
from rich.padding import Padding

from dushanbe_process.cli.show.layout import (
    columns,
    facts,
    heading,
    indented,
    items,
    pairs,
    text,
    title,
)
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.reports.blocks import (
    Bars,
    Block,
    BlockTree,
    Bullets,
    ClosingRule,
    Facts,
    Grid,
    Heading,
    PageBreak,
    Pairs,
    Prose,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.text import Text

_MARKS = {
    "emphasis": "italic",
    "strong": "bold",
    "underline": "underline",
    "strike": "strike",
    "link": "underline",
}


def blocks(tree: BlockTree) -> RenderableType:
    """Return the blocks, one under the other."""
    return Group(*(part for block in tree for part in _block(block)))


def _block(block: Block) -> Iterator[RenderableType]:
    match block:
        case Heading():
            yield from _heading(block)
        case Facts():
            yield facts([(label, inline(value)) for label, value in block.rows])
        case Grid():
            yield from _indented(_grid(block))
        case Bullets():
            yield from _indented(items(list(map(inline, block.items))))
        case Prose():
            yield Padding(_prose(block), (1, 0, 0, 2 + 2 * block.depth))
        case Bars():
            yield text(block.caption, "bold")
            rows = [(text(name), text(words)) for name, _, words in block.rows]
            yield from _indented(columns(rows))
        case Pairs():
            for left, right in block.rows:
                yield from (part for each in (*left, *right) for part in _block(each))
        case PageBreak() | ClosingRule():
            yield ""
        case _:
            assert_never(block)


def _heading(block: Heading) -> Iterator[RenderableType]:
    words = f"{block.number} {block.text}" if block.number else str(block.text)
    if block.level == 0:
        yield title(words)
    elif block.level == 1:
        yield heading(words)
    else:
        yield ""
        yield text(words, "bold")
    for note in block.text.footnotes:
        yield text(f"[{_mark(block.text, note)}] {note}", "dim")


def _indented(made: RenderableType | None) -> Iterator[RenderableType]:
    if made:
        yield indented(made)


def _grid(grid: Grid) -> RenderableType | None:
    """Return a table; where its rows are too long to stand side by side, each as facts."""
    rows = [tuple(map(inline, row)) for row in grid.rows]
    if not grid.head:
        return columns(rows)
    head = tuple(map(inline, grid.head))
    cards = [pairs(list(zip(map(str, grid.head), row, strict=False))) for row in rows]
    apart = [part for card in cards for part in ("", card)]
    return columns(rows, head, Group(*apart[1:]))


def _prose(block: Prose) -> Text:
    number = text(f"{block.number} ") if block.number else text("")
    return number.append_text(inline(block.text))


def inline(words: InlineText) -> Text:
    """Return running text with its marks; the footnotes stand below it."""
    line = text("")
    for piece in words:
        match piece:
            case Footnote():
                line.append_text(text(f"[{_mark(words, piece)}]", "dim"))
            case Run():
                line.append_text(text(piece, _style(piece)))
                if piece.link and piece.link != piece.text:
                    line.append_text(text(f" <{piece.link}>", "dim"))
            case _:
                line.append_text(text(piece))
    for note in words.footnotes:
        line.append_text(text(f"\n[{_mark(words, note)}] {note}", "dim"))
    return line


def _mark(words: InlineText, note: Footnote) -> str:
    return note.mark or str(1 + next(n for n, each in enumerate(words.footnotes) if each is note))


def _style(run: Run) -> str:
    return " ".join(style for name, style in _MARKS.items() if getattr(run, name))
