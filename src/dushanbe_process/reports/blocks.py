"""The block tree between a record and a page: what a reader sees, and nothing of how.

Layouts turn records into blocks and know nothing of Word; renderers turn blocks into pages
and know nothing of conferences.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

import attrs

from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from collections.abc import Iterable


def _running(words: str | InlineText) -> InlineText:
    """Return words as running text: headings, heads and captions may bear footnotes."""
    return words if isinstance(words, InlineText) else InlineText(words)


def _all_running(words: Iterable[str | InlineText]) -> tuple[InlineText, ...]:
    return tuple(map(_running, words))


@attrs.frozen
class Heading:
    """A heading; level 0 is the title of the whole.

    ``number`` is its number as printed, ``anchor`` a name by which it can be found.
    """

    level: int
    text: InlineText = attrs.field(converter=_running)
    number: str | None = None
    anchor: str | None = None


class Role(Enum):
    """What a paragraph does in a formal text; each role is set in a manner of its own."""

    # Members are one of a kind: their identity says as much as their name, and says it faster.
    __hash__ = object.__hash__

    BODY = auto()
    FORMULA = auto()
    PREAMBULAR = auto()
    OPERATIVE = auto()
    CENTRED = auto()
    RIGHT = auto()
    ADOPTED = auto()
    ADOPTION = auto()
    NOTE = auto()


@attrs.frozen
class Prose:
    """A paragraph of running text.

    ``number`` is its number as printed, ``depth`` how deep it stands below others, ``lead``
    the lead phrase with which its text begins, ``anchor`` a name by which it can be found.
    """

    text: InlineText
    number: str | None = None
    depth: int = 0
    lead: str | None = None
    role: Role = Role.BODY
    anchor: str | None = None
    language: str | None = None


@attrs.frozen
class Bullets:
    """A list without numbers."""

    items: tuple[InlineText, ...]


@attrs.frozen
class Facts:
    """What is known of one thing: a label and a value a row."""

    rows: tuple[tuple[str, InlineText], ...]


@attrs.frozen
class Grid:
    """A table whose head, where it has one, names its columns.

    ``widths`` are the shares of the columns in its width, in any unit; ``caption`` says what
    the table shows, for those who do not see it too.  ``about`` holds for each row the things
    that it tells of, where a table tells of one or more in each: whoever reads an edited table
    knows by them what a row was.
    """

    head: tuple[InlineText, ...] = attrs.field(converter=_all_running)
    rows: tuple[tuple[InlineText, ...], ...]
    widths: tuple[int, ...]
    caption: InlineText = attrs.field(default=InlineText(), converter=_running)
    about: tuple[tuple[object, ...], ...] = ()


@attrs.frozen
class Bars:
    """A chart of one value a row: a label, the value (0 to ``most``), and the value in words."""

    caption: str
    rows: tuple[tuple[str, int, str], ...]
    most: int


@attrs.frozen
class Pairs:
    """Two texts side by side, aligned row by row: each cell holds blocks.

    ``languages`` are those of the left and of the right column.
    """

    languages: tuple[str, str]
    rows: tuple[tuple[BlockTree, BlockTree], ...]


@attrs.frozen
class PageBreak:
    """What follows begins on a new page."""


@attrs.frozen
class ClosingRule:
    """The short rule under the end of a document."""


Block: TypeAlias = Heading | Prose | Bullets | Facts | Grid | Bars | Pairs | PageBreak | ClosingRule
BlockTree: TypeAlias = tuple[Block, ...]


@attrs.frozen
class Masthead:
    """The head of the first page of an official document; every line as it is printed.

    ``adopted`` stands over the title: who adopted the text, and when.
    """

    organization: str = ""
    organ: str = ""
    symbol: str = ""
    distribution: str = ""
    date: str = ""
    original: str = ""
    session: str = ""
    agenda: tuple[tuple[str, str], ...] = ()
    place: str = ""
    adopted: str = ""


@attrs.frozen
class Paper:
    """A document ready to be set on pages: its blocks, and what stands around them.

    ``running`` stands in the head of every page but the first, ``job_number`` in the foot of
    the first; ``contents`` asks for a table of contents.
    """

    title: str
    language: str
    blocks: BlockTree
    masthead: Masthead | None = None
    running: str = ""
    job_number: str = ""
    contents: bool = False


def each_of(things: Iterable[object]) -> tuple[tuple[object, ...], ...]:
    """Return what a table is about that has one row for each thing."""
    return tuple((each,) for each in things)


def title_of(blocks: BlockTree) -> str:
    """Return the first heading of a document, or an empty string."""
    return next((str(each.text) for each in blocks if isinstance(each, Heading)), "")
