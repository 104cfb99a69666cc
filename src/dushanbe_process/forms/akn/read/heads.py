"""The heads of divisions: numbers and headings, in them or beside what they head."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.folding import NO_TEXT, PLAIN, fold, joined
from dushanbe_process.forms.akn.names import local, words_in
from dushanbe_process.forms.akn.read.inline import has_own_words, line
from dushanbe_process.forms.akn.read.nesting import Heading
from dushanbe_process.forms.akn.read.paragraphs import lead_of
from dushanbe_process.model.body import Block, Paragraph, Section
from dushanbe_process.model.text import Footnote, InlineText, Piece, Run
from dushanbe_process.schema.twins import again_of, maker_of, put

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element

#: How large a heading is, by the class that the United Nations' files give its paragraph.
_LEVELS = {"HCh": 1, "H1": 2, "H23": 3, "H2": 3, "H3": 4, "H4": 5, "H5": 6, "H56": 6}
_OTHER = 7
#: The longest words in bold that are taken for a heading.
_LONGEST = 300
_section = maker_of(Section)
_paragraph = maker_of(Paragraph)
_set = again_of(Run)
_HEADS = ("num", "heading", "subheading")
_CLASS = re.compile(r"(HCh|H[0-9]{1,2})G?")
_NUMERAL = re.compile(r"[IVXL]{1,6}|[A-Z]|[0-9]{1,2}")


def head_of(element: Element, reading: Reading) -> tuple[str | None, InlineText, list[Element]]:
    """Return the number, the heading and all else of a division."""
    heads: list[Element] = []
    rest: list[Element] = []
    for each in element[:]:
        (heads if local(each) in _HEADS else rest).append(each)
    number, parts, text = None, list[Piece](), NO_TEXT
    for each in heads:
        text = line(each, reading)
        if local(each) == "num" and number is None and not parts and _is_plain(text):
            number = fold(str(text)) or None
        else:
            parts += [" ", *text] if parts else list(text)
    if not parts:
        return number, NO_TEXT, rest
    on_one_line = len(parts) == len(text) and "\n" not in str(text)
    return number, _unmarked(text if on_one_line else joined(parts)), rest


def _is_plain(text: InlineText) -> bool:
    """Say whether a number is nothing but its characters; those with a note are no number."""
    return not any(isinstance(each, Footnote) for each in text)


def _unmarked(text: InlineText) -> InlineText:
    """Return a heading without the bold that headings are set in."""
    pieces = text[:]
    if pieces and all(isinstance(each, Run) and each.strong for each in pieces):
        return InlineText.__from_legal__(_not_bold(each) for each in pieces if type(each) is Run)
    return text


def _not_bold(run: Run) -> Piece:
    manner = _without_bold(_set(run, ""))
    return run.text if manner == PLAIN else _set(manner, run.text)


@lru_cache(maxsize=256)
def _without_bold(manner: Run) -> Run:
    """Return a manner without bold; there are few in which headings are set."""
    return manner.evolve(strong=False)


def is_flat_heading(element: Element) -> bool:
    """Say whether a paragraph is a heading: by what it holds, or by its class."""
    inner = element[:]
    if inner and all(local(each) in ("heading", "subheading") for each in inner):
        return True
    if len(inner) != 1 or local(inner[0]) != "content":
        return False
    content = inner[0]
    if len(content) != 1 or not _is_bold(content[0]):
        return False
    words = words_in(content[0])
    return bool(_CLASS.fullmatch(element.get("class", ""))) or _may_be_heading(words)


def _may_be_heading(words: str) -> bool:
    """Say whether words in bold are a heading: they are short, and end no sentence."""
    return 0 < len(words) <= _LONGEST and words[-1] not in ".;,:،؛。；，："


def _is_bold(element: Element) -> bool:
    """Say whether all words of a line are in bold."""
    if not len(element) or has_own_words(element):
        return False
    bold = False
    for each in element[:]:
        name = local(each)
        if name not in ("span", "b", "authorialNote", "eol"):
            return False
        bold = bold or name == "b" or each.get("class") == "bold"
    return bold


def flat_heading(element: Element, reading: Reading) -> list[Block | Heading]:
    """Return a heading that stands beside what it heads; or a clause set as such."""
    if local(element) == "crossHeading" and element.get("refersTo") == "#preamble":
        text = line(element, reading)
        return [_paragraph(text=text, lead=lead_of(text))] if text else []
    if local(element) in (*_HEADS, "crossHeading"):
        text = _unmarked(line(element, reading))
    else:
        _, text, rest = head_of(element, reading)
        text = text or _unmarked(line(rest[0], reading))
    found = _CLASS.fullmatch(element.get("class", ""))
    level = _LEVELS.get(found[1], _OTHER) if found else _OTHER
    return [Heading(_section(heading=text), level)] if text else []


def numbered(items: list[Block | Heading]) -> list[Block | Heading]:
    """Return blocks, a heading that is a numeral alone made the number of the next."""
    if Heading not in map(type, items):
        return items
    made: list[Block | Heading] = []
    for item in items:
        before = made[-1] if made else None
        if (
            isinstance(item, Heading)
            and isinstance(before, Heading)
            and item.section.number is None
            and before.section.number is None
            and _NUMERAL.fullmatch(str(before.section.heading).rstrip("."))
        ):
            number = fold(str(before.section.heading))
            put(item.section, "number", number)
            made[-1] = Heading(item.section, min(before.level, item.level))
        else:
            made.append(item)
    return made
