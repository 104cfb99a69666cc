"""The lines and tables of a foreign file as they are weighed: words, number, look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.cut import without_first
from dushanbe_process.forms.docx.foreign.typed import typed_number
from dushanbe_process.forms.docx.foreign.wording import (
    folded,
    is_all,
    is_capitals,
    trimmed,
)
from dushanbe_process.forms.docx.seen import SeenLine, SeenTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.forms.docx.seen import SeenBlock
    from dushanbe_process.model.text import InlineText

_SHORT = 140
#: What ends a sentence or clause, in the scripts of the United Nations: no heading ends so.
_ENDS = ".;,؛،。；，…"


@attrs.frozen(slots=False)
class Unit:
    """A paragraph with words in it.

    ``number`` is printed before it, ``typed`` says that somebody typed it; ``text`` are the
    words without it.
    """

    line: SeenLine
    text: InlineText
    number: str | None = None
    typed: bool = False

    @property
    def words(self) -> str:
        """The words on one line, without the number."""
        return folded(self.text)

    @property
    def whole(self) -> str:
        """The words as they are printed, after the number."""
        return " ".join(filter(None, (self.number, self.words)))

    @property
    def printed(self) -> str:
        """The same with the blanks that do not break as they are."""
        words = " ".join(each for each in re.split(r"[ \t\r\n]+", str(self.text)) if each)
        return " ".join(filter(None, (self.number, words)))

    @property
    def place(self) -> str:
        """Where it stands in the file, as people count."""
        return f"paragraph {self.line.place}"

    @property
    def is_short(self) -> bool:
        """Whether it is short enough for a heading, and ends like one."""
        return len(self.words) <= _SHORT and not self.words.endswith(tuple(_ENDS))

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, by its style or by hand."""
        return self.line.bold or is_all(self.text, "strong")

    @property
    def is_capitals(self) -> bool:
        """Whether it is written in capitals."""
        return is_capitals(self.words)

    @property
    def is_centred(self) -> bool:
        """Whether it stands in the middle."""
        return self.line.align == "center"


def units(blocks: Iterable[SeenBlock]) -> Iterator[Unit | SeenTable]:
    """Yield what has words, in order; a table of one cell is only a frame around its text."""
    for block in blocks:
        if isinstance(block, SeenLine):
            unit = unit_of(block)
            if unit is not None:
                yield unit
        elif is_frame(block):
            yield from units(block.rows[0].cells[0].blocks)
        elif any(has_words(cell.blocks) for row in block.rows for cell in row.cells):
            yield block


def unit_of(line: SeenLine, *, heading: bool = False) -> Unit | None:
    """Return a line as it is weighed; None for one without words."""
    text = trimmed(line.text)
    if not text:
        return None
    heading = heading or line.level is not None or line.bold
    if line.number:
        return Unit(line, text, folded(line.number))
    found = typed_number(str(text), heading=heading)
    if found is None:
        return Unit(line, text)
    number, length = found
    return Unit(line, trimmed(without_first(text, length)), folded(number), typed=True)


def is_frame(table: SeenTable) -> bool:
    """Say whether a table is a frame around text: one row of one cell."""
    return len(table.rows) == 1 and len(table.rows[0].cells) == 1


def has_words(blocks: Iterable[SeenBlock]) -> bool:
    """Say whether there are words in any of the blocks."""
    return next(iter(units(blocks)), None) is not None
