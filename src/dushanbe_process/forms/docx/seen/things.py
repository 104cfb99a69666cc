"""What a person sees in a Word file, as values: lines, tables, notes, changes, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.text import InlineText

#: How tracked changes are looked at: as if all were accepted, or all rejected.
View: TypeAlias = Literal["accept", "reject"]
#: What LibreOffice puts into the first cell of a row whose insertion it tracks.
JOINER = "\N{ZERO WIDTH JOINER}"


@attrs.frozen
class Mark:
    """A bookmark that begins in a paragraph; a full one holds some of its words."""

    name: str
    full: bool


@attrs.frozen
class SeenLine:
    """A paragraph: its words with their marks and notes.

    ``style`` is the name of its style without blanks and in lower case; ``level`` the level of
    a heading, from 1; ``number`` what automatic numbering prints before it, at ``depth``, and
    ``count`` the same as a number; ``lead`` where its first words end that are set as lead words,
    0 where none are (how these look is no mark of theirs); ``place`` the number of the paragraph
    in its part of the file, from 1; ``indent`` its left indent in points;
    ``generated`` says that Word makes it (a table of contents), ``boxed`` that it stands in a
    box beside the text, ``bold`` that its style is bold.
    """

    text: InlineText
    place: int
    style: str = ""
    level: int | None = None
    number: str | None = None
    depth: int = 0
    count: int | None = None
    marks: tuple[Mark, ...] = ()
    lead: int = 0
    align: str = ""
    indent: float = 0
    generated: bool = False
    boxed: bool = False
    bold: bool = False

    def __str__(self) -> str:
        """Return the words alone, after the number."""
        return f"{self.number} {self.text}" if self.number else str(self.text)


@attrs.frozen
class SeenCell:
    """A cell of a table: what stands in it, and over how many columns and rows it spans."""

    blocks: tuple[SeenBlock, ...]
    columns: int = 1
    rows: int = 1


@attrs.frozen
class SeenRow:
    """A row of a table; a header is repeated on every page."""

    cells: tuple[SeenCell, ...]
    header: bool = False


@attrs.frozen
class SeenTable:
    """A table, and the number of the paragraph before which it begins."""

    rows: tuple[SeenRow, ...]
    place: int
    style: str = ""


SeenBlock: TypeAlias = SeenLine | SeenTable


@attrs.frozen
class Change:
    """A tracked change: what was done, to what words, by whom and when, and where it stands."""

    kind: Literal["insertion", "deletion", "move", "formatting"]
    text: str
    author: str
    date: str
    place: int


@attrs.frozen
class Comment:
    """A comment: what it says, about what words, by whom and when, and where it stands."""

    text: str
    about: str
    author: str
    date: str
    place: int


@attrs.frozen
class Seen:
    """A whole file: its text, its running heads and feet, its tracked changes and comments.

    ``unread`` says in words what a person may see in the file and is not in these lines.
    """

    blocks: tuple[SeenBlock, ...]
    edges: tuple[SeenLine, ...] = ()
    changes: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()
    unread: tuple[str, ...] = ()

    def lines(self) -> Iterator[SeenLine]:
        """Yield every line of the text, those in tables included, in reading order."""
        yield from lines_of(self.blocks)


def lines_of(blocks: tuple[SeenBlock, ...]) -> Iterator[SeenLine]:
    """Yield the lines of some blocks, those in tables included, in reading order."""
    for block in blocks:
        if isinstance(block, SeenLine):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from lines_of(cell.blocks)
