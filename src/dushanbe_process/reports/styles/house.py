"""What a house style says.  Lengths are in twentieths of a point, sizes of type in points."""

from __future__ import annotations

from enum import Enum, auto

import attrs


class Head(Enum):
    """What the first page begins with."""

    MASTHEAD = auto()
    LETTERHEAD = auto()
    TITLE = auto()


@attrs.frozen
class Face:
    """How one kind of paragraph is set."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 120
    left: int = 0
    right: int = 0
    first: int = 0
    hanging: int = 0
    align: str = "left"
    keep_next: bool = False
    #: Stops for tabs: how the text stands at each, and where.
    tabs: tuple[tuple[str, int], ...] = ()
    #: Where the number of a page stands, after a line of dots.
    page_at: int = 0


@attrs.frozen
class House:
    """How the papers of a house look."""

    name: str
    doc: str
    head: Head
    #: Page: width, height; margins: top, right, bottom, left; header, footer.
    page: tuple[int, int]
    margins: tuple[int, int, int, int]
    header: int
    footer: int
    #: Faces of the Latin, East Asian and complex scripts, each with one to fall back to.
    fonts: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    size: float
    #: How far the text stands in from the margins, on both sides.
    measure: int
    #: How far each level of numbered paragraphs goes in.
    step: int
    title: Face
    headings: tuple[Face, Face, Face, Face]
    body: Face
    preambular: Face
    operative: Face
    running_head: bool = True
    page_of_pages: bool = True
    closing_rule: bool = True

    @property
    def width(self) -> int:
        """Width between the margins."""
        return self.page[0] - self.margins[1] - self.margins[3]
