"""Lines of text: marks, links, references and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.read.inline import symbol_of
from dushanbe_process.forms.akn.write.elements import add, append_text, is_uri
from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.xml_parse import Element

_ELEMENTS = (
    ("strong", "b"),
    ("emphasis", "i"),
    ("underline", "u"),
    ("superscript", "sup"),
    ("subscript", "sub"),
)


def put(parent: Element, text: InlineText, writing: Writing) -> None:
    """Write running text into an element."""
    for piece in text:
        if isinstance(piece, Footnote):
            _note(parent, piece, writing)
        elif isinstance(piece, Run):
            _lines(_marked(parent, piece, writing), piece.text)
        else:
            _lines(parent, piece)


def put_plain(parent: Element, text: str) -> None:
    """Write a string into an element."""
    _lines(parent, text)


def _lines(parent: Element, text: str) -> None:
    """Write words; where a line ends in them, ``eol``."""
    first, *others = text.split("\n")
    append_text(parent, first)
    for each in others:
        add(parent, "eol")
        append_text(parent, each)


def _note(parent: Element, note: Footnote, writing: Writing) -> None:
    writing.notes += 1
    marker = note.mark or str(writing.notes)
    if marker.isdecimal():
        writing.notes = int(marker)
    eid = writing.eid("authorialNote_1")
    made = add(parent, "authorialNote", marker=marker, placement="bottom", eId=eid)
    put(add(made, "p"), note.text, writing)


def _marked(parent: Element, run: Run, writing: Writing) -> Element:
    """Return the innermost of the elements that say in what manner words are set."""
    if run.language:
        parent = add(parent, "span", lang=run.language)
    address = run.link if run.link and is_uri(run.link) else None
    if address:
        parent = add(parent, "a", href=address)
    if run.entity and (eid := writing.entities.get(run.entity)):
        parent = add(parent, "ref", href=f"#{eid}", eId=writing.eid("ref_1"))
    if run.symbol and run.symbol != symbol_of(address or ""):
        parent = add(parent, "inline", name="symbol", title=run.symbol)
    if run.small_capitals:
        parent = add(parent, "inline", name="smallCaps")
    if run.strike:
        parent = add(parent, "span", class_="strike")
    for field, name in _ELEMENTS:
        if getattr(run, field):
            parent = add(parent, name)
    return parent
