"""Blocks to the body of a page of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import attrs

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.blocks import (
    Bars,
    Block,
    Bullets,
    ClosingRule,
    Facts,
    Grid,
    Heading,
    PageBreak,
    Pairs,
    Prose,
    Role,
)
from dushanbe_process.reports.html.contents import Outline
from dushanbe_process.reports.html.running import Running
from dushanbe_process.reports.html.tables import bars, facts, grid, pairs
from dushanbe_process.reports.html.text import escaped, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.reports.styles import House

_CLASSES = {
    Role.BODY: "body",
    Role.FORMULA: "formula",
    Role.PREAMBULAR: "preambular",
    Role.OPERATIVE: "operative",
    Role.CENTRED: "centred",
    Role.RIGHT: "right",
    Role.ADOPTED: "adopted",
    Role.ADOPTION: "adoption",
    Role.NOTE: "note",
}


@attrs.define
class Page:
    """Where blocks are written, in the language that they stand in.

    The outline and the footnotes are those of the whole page, also where blocks stand in a
    column; ``listed`` says whether headings go into the table of contents.
    """

    language: str
    house: House
    outline: Outline = attrs.field(factory=Outline)
    running: Running = attrs.field(init=False)
    listed: bool = True

    def __attrs_post_init__(self) -> None:
        """Begin without notes."""
        self.running = Running(self.language)

    def column(self, language: str, *, listed: bool) -> Page:
        """Return the same page, for blocks in a column of another language."""
        made = Page(language, self.house, self.outline, listed=listed)
        made.running = self.running
        return made

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the HTML of each block."""
        for block in blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Prose():
                return self._prose(block)
            case Bullets():
                items = "".join(f"{self.holding('li', each)}\n" for each in block.items)
                return f"<ul>\n{items}</ul>\n" if items else ""
            case Facts():
                return facts(block, self)
            case Grid():
                return grid(block, self)
            case Bars():
                return bars(block, self)
            case Pairs():
                return pairs(block, self)
            case PageBreak():
                return '<div class="break"></div>\n'
            case ClosingRule():
                return '<hr class="closing">\n' if self.house.closing_rule else ""
        assert_never(block)

    def _heading(self, block: Heading) -> str:
        words = f"{block.number} {block.text}" if block.number else str(block.text)
        if not words.strip():
            return ""
        place = len(self.outline.entries) + 1
        id_ = self.running.ids.new(block.anchor or f"heading-{place}")
        tag = f"h{self.outline.add(block.level, words, id_, listed=self.listed)}"
        number = f"{escaped(block.number)} " if block.number else ""
        inside = number + self.running.inline(block.text, self.language)
        return f'<{tag} id="{id_}"{spoken(words, None, self.language)}>{inside}</{tag}>\n'

    def _prose(self, block: Prose) -> str:
        if not (block.number or block.text):
            return ""
        id_ = f' id="{self.running.ids.new(block.anchor)}"' if block.anchor else ""
        depth = f' style="--depth:{block.depth}"' if block.depth else ""
        attributes = id_ + depth + spoken(str(block.text), block.language, self.language)
        number = f'<span class="number">{escaped(block.number)}</span> ' if block.number else ""
        words = self.running.inline(block.text, block.language or self.language, block.lead)
        return f'<p class="{_CLASSES[block.role]}"{attributes}>{number}{words}</p>\n'

    def holding(self, tag: str, content: InlineText | str, attributes: str = "") -> str:
        """Return an element that holds running text: an item, a cell, a caption."""
        text = content if isinstance(content, InlineText) else InlineText(content)
        words = self.running.inline(text, self.language)
        if way := spoken(str(text), None, self.language):
            words = f"<bdi{way}>{words}</bdi>"  # the element itself keeps its place and its side
        return f"<{tag}{attributes}>{words}</{tag}>"
