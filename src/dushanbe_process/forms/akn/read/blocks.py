"""Parts of a document to blocks: whatever an element is, its words are kept in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.errors import LimitExceededError
from dushanbe_process.forms.akn.folding import NO_TEXT, PLAIN, Part
from dushanbe_process.forms.akn.names import (
    DIVISIONS,
    DOCUMENTS,
    HEADS,
    INLINE,
    LISTS,
    NUMBERED,
    SPEECHES,
    TRANSPARENT,
    WITHIN,
    child,
    is_akn,
    local,
)
from dushanbe_process.forms.akn.read.heads import flat_heading, head_of, is_flat_heading, numbered
from dushanbe_process.forms.akn.read.inline import add_piece, has_own_words, line
from dushanbe_process.forms.akn.read.nesting import Heading, nested
from dushanbe_process.forms.akn.read.paragraphs import paragraph_of
from dushanbe_process.forms.akn.read.tables import table
from dushanbe_process.forms.akn.read.usual import usual
from dushanbe_process.model.body import Block, Paragraph, Section
from dushanbe_process.schema.twins import maker_of, put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.model.text import InlineText
    from dushanbe_process.xml_parse import Element

#: Elements that hold others, and no words of their own.
_STRUCTURED = LISTS | SPEECHES | NUMBERED | DIVISIONS
_KNOWN = TRANSPARENT | INLINE | DOCUMENTS | WITHIN

_paragraph = maker_of(Paragraph)
_section = maker_of(Section)


def blocks(elements: Iterable[Element], reading: Reading) -> tuple[Block, ...]:
    """Return the blocks of elements that stand side by side, put below one another."""
    try:
        flat: list[Block | Heading] = []
        for element in elements:
            if paragraph := usual(element, reading):
                flat.append(paragraph)
            else:
                flat += _block(element, reading)
        return nested(numbered(flat))
    except RecursionError:
        message = "elements nested too deep"
        raise LimitExceededError(message) from None


def mixed(element: Element, reading: Reading) -> list[Block | Heading]:
    """Return what an element holds: stretches of text as paragraphs, and the blocks between."""
    made: list[Block | Heading] = []
    waiting: list[Part] = [(PLAIN, element.text or "")]

    def settle() -> None:
        if paragraph := paragraph_of(waiting, reading):
            made.append(paragraph)
        waiting.clear()

    for each in element[:]:
        if local(each) in INLINE and is_akn(each) and not _holds_blocks(each):
            add_piece(each, reading, PLAIN, waiting)
        else:
            settle()
            made += _block(each, reading)
        waiting.append((PLAIN, each.tail or ""))
    settle()
    return made


def _holds_blocks(element: Element) -> bool:
    if not len(element) or local(element) == "authorialNote":
        return False
    return any(
        local(each) not in INLINE or not is_akn(each)
        for each in element.iterdescendants()
        if not any(local(above) == "authorialNote" for above in each.iterancestors())
    )


def _block(element: Element, reading: Reading) -> list[Block | Heading]:
    """Return one element as blocks; of a heading beside what it heads, the heading."""
    name = local(element)
    if not is_akn(element):
        reading.note("foreign element", element, name)
        return mixed(element, reading)
    if name == "table":
        return [table(element, reading)]
    if name in HEADS:
        return flat_heading(element, reading)
    if name in _STRUCTURED and has_own_words(element):
        return _loose(element, reading)
    if name in LISTS:
        return _list(element, reading)
    if name in SPEECHES:
        return _speech(element, reading)
    if name in NUMBERED:
        return _numbered(element, reading)
    if name in DIVISIONS and not (name in INLINE and element.getparent() is None):
        return _division(element, reading)
    if name in ("meta", "documentRef", "componentRef"):
        return []
    if name not in _KNOWN:
        reading.note("unknown element", element, name)
    return (
        _division(element, reading)
        if child(element, "heading") is not None
        else mixed(element, reading)
    )


def _loose(element: Element, reading: Reading) -> list[Block | Heading]:
    """Return an element that has words of its own where only elements have a place."""
    if local(element) != "li":
        reading.note("text beside elements", element)
    return [_assembled(None, nested(mixed(element, reading)), NO_TEXT)]


def _numbered(element: Element, reading: Reading) -> list[Block | Heading]:
    """Return a paragraph with its number, and with what stands below it."""
    if is_flat_heading(element):
        return flat_heading(element, reading)
    number, heading, rest = head_of(element, reading)
    if heading:
        return _divided(number, heading, rest, reading)
    end = [each for each in rest if local(each) in ("wrapUp", "listWrapUp")]
    wrap_up = line(end[0], reading) if end and end[0] is rest[-1] else None
    inner = blocks(_inner(rest[:-1] if wrap_up is not None else rest), reading)
    return [_assembled(number, inner, wrap_up or NO_TEXT)]


def _inner(elements: list[Element]) -> list[Element]:
    """Return elements, those that only hold others replaced by what they hold."""
    made: list[Element] = []
    for each in elements:
        if local(each) in ("content", "intro") and not has_own_words(each):
            made += each[:]
        else:
            made.append(each)
    return made


def _assembled(number: str | None, inner: tuple[Block, ...], wrap_up: InlineText) -> Paragraph:
    """Return a paragraph of a number and the blocks that were found in it."""
    first = inner[0] if inner else None
    plain = isinstance(first, Paragraph) and first.number is None and not first.wrap_up
    if isinstance(first, Paragraph) and plain:
        put(first, "number", number)
        put(first, "children", (*first.children, *inner[1:]))
        put(first, "wrap_up", wrap_up)
        return first
    if isinstance(first, Paragraph) and number is None and len(inner) == 1 and not wrap_up:
        return first
    made: Paragraph = _paragraph(number=number, text=NO_TEXT, children=inner, wrap_up=wrap_up)
    return made


def _list(element: Element, reading: Reading) -> list[Block | Heading]:
    """Return the introduction of a list, with its items below it, or the items alone."""
    intro = [each for each in element if local(each) in ("intro", "listIntroduction")]
    if not intro or element[0] is not intro[0]:
        return mixed(element, reading)
    number, heading, rest = head_of(element, reading)
    if number or heading:
        return _divided(number, heading, rest, reading)
    inner = blocks(rest[1:], reading)
    first = blocks(intro[:1], reading)
    if len(first) == 1 and isinstance(first[0], Paragraph) and not first[0].wrap_up:
        put(first[0], "children", (*first[0].children, *inner))
        return [first[0]]
    return [*first, *inner]


def _division(element: Element, reading: Reading) -> list[Block | Heading]:
    number, heading, rest = head_of(element, reading)
    only_holds = local(element) != "hcontainer" or element.get("name") == "table"
    if not number and not heading and only_holds:
        return mixed(element, reading)
    return _divided(number, heading, rest, reading)


def _divided(
    number: str | None, heading: InlineText, rest: list[Element], reading: Reading
) -> list[Block | Heading]:
    children = blocks(_inner(rest), reading)
    return [_section(number=number, heading=heading, children=children)]


def _speech(element: Element, reading: Reading) -> list[Block | Heading]:
    """Return a speech: who speaks, and below it what was said."""
    number, heading, rest = head_of(element, reading)
    if heading:
        return _divided(number, heading, rest, reading)
    if not rest or local(rest[0]) != "from":
        return [_assembled(number, blocks(rest, reading), NO_TEXT)] if rest else []
    speaker = line(rest[0], reading)
    said = blocks(rest[1:], reading)
    lead = re.sub(r"[ :]+$", "", str(speaker)) or None
    return [_paragraph(number=number, text=speaker, lead=lead, children=said)]
