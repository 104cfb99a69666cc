"""The block tree between a record and a page: what a reader sees, and nothing of how.

Layouts turn records into blocks and know nothing of Word; renderers turn blocks into pages
and know nothing of conferences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from dushanbe_process.model.text import InlineText


@attrs.frozen
class Heading:
    """A heading; level 0 is the title of the whole."""

    level: int
    text: str


@attrs.frozen
class Prose:
    """A paragraph of running text, with its number as printed and how deep it stands."""

    text: InlineText
    number: str | None = None
    depth: int = 0
    lead: str | None = None


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

    ``widths`` are the shares of the columns in its width, in any unit.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[InlineText, ...], ...]
    widths: tuple[int, ...]


Block: TypeAlias = Heading | Prose | Bullets | Facts | Grid
BlockTree: TypeAlias = tuple[Block, ...]


def title_of(blocks: BlockTree) -> str:
    """Return the first heading of a document, or an empty string."""
    return next((each.text for each in blocks if isinstance(each, Heading)), "")
