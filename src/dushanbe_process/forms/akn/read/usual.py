"""Paragraphs as nearly all are: a number, and one line of marked words.

They are read in one go, without asking of each element what it may be.  What is built otherwise
in any respect is left alone, before anything was noted or counted; then ``blocks`` asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.folding import BLANK, PLAIN, Part, fold
from dushanbe_process.forms.akn.names import AKN, NUMBERED
from dushanbe_process.forms.akn.read.heads import is_flat_heading
from dushanbe_process.forms.akn.read.inline import add_piece, has_own_words, manner_of
from dushanbe_process.forms.akn.read.paragraphs import paragraph_of

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.model.body import Paragraph
    from dushanbe_process.xml_parse import Element


def _tags(*names: str) -> frozenset[str]:
    return frozenset(f"{{{AKN}}}{name}" for name in names)


_NUMBERED = _tags(*NUMBERED)
_P, _NUM, _CONTENT, _NOTE, _CONTAINER = (
    f"{{{AKN}}}{name}" for name in ("p", "num", "content", "authorialNote", "container")
)
#: Elements that do nothing but mark their words.
_MARKING = _tags("span", "a", "b", "i", "u", "sup", "sub", "inline", "ref")


def usual(element: Element, reading: Reading) -> Paragraph | None:
    """Return a paragraph of the usual shape; None, where it has another or has no words."""
    tag = element.tag
    if tag == _P:
        return _of_line(element, element[:], reading, None)
    if tag == _CONTAINER:
        line = _only(element)
        return _of_line(line, line[:], reading, None) if line is not None else None
    return _numbered(element, reading) if tag in _NUMBERED else None


def _numbered(element: Element, reading: Reading) -> Paragraph | None:
    inner = element[:]
    if not inner or inner[-1].tag != _CONTENT:
        return None
    line = _only(inner[-1])
    if line is None or has_own_words(element, inner):
        return None
    pieces, number = line[:], None
    if len(inner) == 2 and inner[0].tag == _NUM and not len(inner[0]):  # noqa: PLR2004
        number = fold(inner[0].text or "") or None
    elif len(inner) > 1 or (pieces and is_flat_heading(element)):
        return None  # Where nothing is marked, nothing is in bold: that is no heading.
    return _of_line(line, pieces, reading, number)


def _only(element: Element) -> Element | None:
    """Return the line that is all there is in an element."""
    inner = element[:]
    if len(inner) != 1 or inner[0].tag != _P or has_own_words(element, inner):
        return None
    return inner[0]


def _of_line(
    line: Element, inner: list[Element], reading: Reading, number: str | None
) -> Paragraph | None:
    """Return a line as a paragraph, if nothing in it holds more than words."""
    text = line.text
    if not inner:
        return paragraph_of([(PLAIN, text)], reading, number) if text else None
    told = []
    for each in inner:
        words, tag = None, each.tag
        if tag != _NOTE:
            words = each.text
            if not words or tag not in _MARKING or len(each) or not words.strip(BLANK):
                return None
        told.append((each, words))
    parts: list[Part] = [(PLAIN, text)] if text else []
    for each, words in told:
        if words is None:
            add_piece(each, reading, PLAIN, parts)
        else:
            parts.append((manner_of(each, reading, PLAIN), words))
        if tail := each.tail:
            parts.append((PLAIN, tail))
    return paragraph_of(parts, reading, number)
