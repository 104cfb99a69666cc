"""How a paragraph of a Word file is set."""

from __future__ import annotations

from functools import lru_cache

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


@lru_cache(1024)
def beginning(
    style: str,
    place: tuple[int, int] | None,
    way: bool | None,  # noqa: FBT001  (a direction, not a switch)
    indent: str,
    kept: bool,  # noqa: FBT001  (asked for ten thousand times: names cost more than places)
) -> str:
    """Return the beginning of a paragraph; most begin as others do.

    ``way`` says which way it runs, where it is not that of the document.
    """
    listed = bidi = ""
    if place:
        list_, level = place
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
    if way is not None:
        bidi = f'<w:bidi w:val="{int(way)}"/>'
    keep = "<w:keepNext/>" * kept
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{listed}{bidi}{indent}</w:pPr>'
