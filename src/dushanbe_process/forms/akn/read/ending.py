"""Conclusions: the meeting and the date of adoption, and all else that stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.names import INLINE, local
from dushanbe_process.forms.akn.read.blocks import blocks, mixed
from dushanbe_process.forms.akn.read.cover import conclusion_lines
from dushanbe_process.forms.akn.read.inline import has_own_words
from dushanbe_process.forms.akn.read.nesting import nested

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.head import Line
    from dushanbe_process.forms.akn.read.body import Parts
    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element


def read_conclusions(document: Element, parts: Parts, reading: Reading) -> list[Line]:
    """Return meeting and date, where a text ends in them; all else closes the text."""
    made: list[Line] = []
    for each in [each for each in document if local(each) == "conclusions"]:
        loose = has_own_words(each)
        if loose or made or any(local(inner) in INLINE for inner in each):
            parts.closing += nested(mixed(each, reading))
            continue
        for inner in each:
            lines = [] if parts.closing else _lines(inner, reading)
            if lines:
                made += lines
            else:
                parts.closing += blocks([inner], reading)
    return made


def _lines(element: Element, reading: Reading) -> list[Line]:
    """Return the lines of a paragraph that holds meeting and date, and nothing else."""
    said = {each.get("name") for each in element.iter()} | {local(e) for e in element.iter()}
    if not said & {"adoptionMeeting", "location", "docDate"}:
        return []
    found = [each.line for each in conclusion_lines(element, reading)]
    return found if all(each.role in ("meeting", "adoption-date") for each in found) else []
