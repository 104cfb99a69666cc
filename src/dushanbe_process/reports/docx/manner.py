"""How a paragraph of a Word file is set."""

from __future__ import annotations

import attrs


@attrs.frozen
class Manner:
    """How one paragraph is set: its style, and what is particular to it.

    ``place`` is the list and level in which Word counts it, ``number`` a number to be typed;
    ``about`` holds the things that it tells of, in a row of a table; ``kept`` says that it
    stays on one page with what follows it.
    """

    style: str
    place: tuple[int, int] | None = None
    indent: str = ""
    number: str | None = None
    lead: str | None = None
    anchor: str | None = None
    language: str | None = None
    about: tuple[object, ...] = ()
    kept: bool = False
