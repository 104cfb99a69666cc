"""Footnotes and endnotes: the mark that is printed, and the note without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.eye import said
from dushanbe_process.forms.docx.seen.words import plain
from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

_BLANKS = " \t\n\N{NO-BREAK SPACE}"


def printed_mark(reference: Element) -> str:
    """Return the mark of its own that a note has, and take it out of the text around it."""
    if reference.get(w("customMarkFollows"), "0") not in ("1", "true", "on"):
        return ""
    printed = ""
    for each in list(reference.itersiblings(w("t"), w("sym"))):
        printed += said(each, each.tag.rpartition("}")[2]) or ""
        # Not taken out of the run, which somebody is going through.
        each.text = ""
        each.set(w("char"), "")
    return printed.strip()


def note_of(lines: list[InlineText], printed: str) -> Footnote:
    """Return a footnote without the mark that stands before its own text."""
    made = [plain(each) for each in lines]
    pieces = [piece for index, each in enumerate(made) for piece in ("\n" * (index > 0), *each)]
    text = _unmarked(InlineText(*pieces), printed)
    while text and not str(text[0]).lstrip(_BLANKS):
        text = InlineText(*text[1:])
    if text and str(text[0])[0] in _BLANKS:
        first = text[0]
        words = str(first).lstrip(_BLANKS)
        begun = first.evolve(text=words) if isinstance(first, Run) else words
        text = InlineText(begun, *text[1:])
    return Footnote(text=text, mark=" ".join(printed.split()) or None)


def _unmarked(text: InlineText, printed: str) -> InlineText:
    """Return a note without its mark, which may stand in a run of its own."""
    if not printed or not text:
        return text
    first = str(text[0])
    if first.strip() == printed:
        return InlineText(*text[1:])
    rest = first.lstrip(_BLANKS)
    if rest.startswith(printed):
        words = rest.removeprefix(printed)
        begun = text[0].evolve(text=words) if isinstance(text[0], Run) else words
        return InlineText(begun, *text[1:])
    return text
