"""The text of a document: preamble, operative part, and what comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.folding import NO_TEXT, fold
from dushanbe_process.forms.akn.keys import name_all
from dushanbe_process.forms.akn.names import MAIN, local
from dushanbe_process.forms.akn.read.blocks import blocks, mixed
from dushanbe_process.forms.akn.read.inline import has_own_words, line
from dushanbe_process.forms.akn.read.nesting import nested
from dushanbe_process.forms.akn.read.paragraphs import lead_of
from dushanbe_process.forms.akn.read.usual import usual
from dushanbe_process.model.body import Block, Body, Paragraph, Section
from dushanbe_process.schema.twins import maker_of, put

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.model.text import InlineText
    from dushanbe_process.xml_parse import Element
#: How many characters may stand before a lead phrase: "In this regard,", a stray letter.
_NEAR = 20


@attrs.define
class Parts:
    """The parts of a text, as they are met."""

    front: list[Block] = attrs.field(factory=list)
    formula: InlineText = NO_TEXT
    preamble: tuple[Block, ...] = ()
    operative: tuple[Block, ...] = ()
    closing: list[Block] = attrs.field(factory=list)

    def body(self) -> Body:
        """Return the text, every paragraph with the name that it has in all languages."""
        made: Body = maker_of(Body)(
            front=tuple(self.front),
            formula=self.formula,
            preamble=self.preamble,
            operative=self.operative,
            closing=tuple(self.closing),
        )
        name_all(made)
        return made


def read_texts(elements: list[Element], reading: Reading) -> Parts:
    """Return the text of preambles and bodies; a second of either begins another part."""
    formula, preamble = NO_TEXT, tuple[Block, ...]()
    operative: tuple[Block, ...] = ()
    met: set[str] = set()
    further: list[Block] = []
    for element in elements:
        kind = "main" if local(element) in MAIN else "preamble"
        if kind in met or (kind == "preamble" and "main" in met):
            further.append(_another(element, kind, reading))
            continue
        met.add(kind)
        if kind == "preamble":
            formula, preamble = _preamble(element, reading)
        else:
            operative = _main(element, reading)
    return Parts(formula=formula, preamble=preamble, operative=(*operative, *further))


def _main(element: Element, reading: Reading) -> tuple[Block, ...]:
    return _loose(element, reading) if has_own_words(element) else blocks(list(element), reading)


def _loose(element: Element, reading: Reading) -> tuple[Block, ...]:
    """Return what stands in an element that has words of its own between its elements."""
    reading.note("text beside elements", element)
    return nested(mixed(element, reading))


def _another(element: Element, kind: str, reading: Reading) -> Section:
    """Return a further preamble or body as a division of the text."""
    if kind == "main":
        reading.note("more than one body", element)
        return Section(children=_main(element, reading))
    reading.note("more than one preamble", element)
    formula, preamble = _preamble(element, reading)
    first = (Paragraph(text=formula),) if formula else ()
    return Section(children=(*first, *preamble))


def _preamble(element: Element, reading: Reading) -> tuple[InlineText, tuple[Block, ...]]:
    formula = NO_TEXT
    made: list[Block] = []
    if has_own_words(element):
        return formula, _loose(element, reading)
    for each in element[:]:
        name = local(each)
        if name == "formula" and not formula and not made:
            formula = line(each, reading)
        elif name == "formula":
            text = line(each, reading)
            made += [Paragraph(text=text)] if text else []
        elif name == "container":
            made += _clause(each, reading)
        else:
            made += blocks([each], reading)
    return formula, tuple(made)


def _clause(element: Element, reading: Reading) -> list[Block]:
    """Return a preambular paragraph, which bears the name of its lead phrase."""
    only = usual(element, reading)
    made: list[Block] = [only] if only else [*blocks([element], reading)]
    first = made[0] if made else None
    name = fold(element.get("name", ""))
    if not isinstance(first, Paragraph):
        return made
    text = str(first.text)
    # The text may be long, and its beginning is all that matters.
    if name and text[: len(name) + _NEAR].lower().startswith(name.lower()):
        put(first, "lead", text[: len(name)])
    elif name:
        start = text.lower().find(name.lower(), 0, len(name) + _NEAR)
        lead = text[: start + len(name)] if start >= 0 else first.lead or lead_of(first.text)
        reading.note("a clause that is named otherwise", element, f"{name!r}: {text[:30]!r}…")
        put(first, "lead", lead)
    return made
