"""Running text to HTML: marks, links, languages, footnotes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.reports.direction import is_rtl
from dushanbe_process.reports.html.text import Ids, address, direction, escaped, lines, spoken
from dushanbe_process.reports.labels import labels_of
from dushanbe_process.reports.lead import with_lead

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The elements of the marks, the innermost first.
_MARKS = {
    "subscript": "sub",
    "superscript": "sup",
    "strike": "s",
    "underline": "u",
    "emphasis": "em",
    "strong": "strong",
}


@attrs.define
class Running:
    """Turns running text into HTML; collects the footnotes, which stand at the end of the page."""

    language: str
    ids: Ids = attrs.field(factory=Ids)
    notes: list[str] = attrs.field(factory=list)
    _counted: int = 0

    def inline(self, content: InlineText, around: str, lead: str | None = None) -> str:
        """Return a text that stands in the language ``around``; its lead phrase is set apart."""
        begins = lead if lead and str(content).startswith(lead) else ""
        return "".join(self._pieces(content, around, begins))

    def _pieces(self, content: InlineText, around: str, lead: str) -> Iterator[str]:
        for piece, is_lead in with_lead(content, lead):
            if isinstance(piece, Footnote):
                yield self._note(piece, around)
            elif is_lead:
                plain = piece.evolve(emphasis=False) if isinstance(piece, Run) else piece
                yield f'<em class="lead">{_piece(plain, around)}</em>'
            else:
                yield _piece(piece, around)

    def _note(self, note: Footnote, around: str) -> str:
        """Keep a footnote for the end of the page and return the mark that leads to it."""
        self._counted += not note.mark  # those with a mark of their own are not counted
        mark = escaped(note.mark or str(self._counted))
        place = len(self.notes) + 1
        here, there = self.ids.new(f"noteref-{place}"), self.ids.new(f"note-{place}")
        own = around if around != self.language else None
        words = self.inline(note.text, around)
        self.notes.append(
            f'<li><p id="{there}" role="doc-footnote"'
            f"{spoken(str(note.text), own, self.language)}>"
            f'<a href="#{here}" role="doc-backlink" class="mark">{mark}</a> {words}</p></li>\n'
        )
        return f'<sup><a id="{here}" href="#{there}" role="doc-noteref">{mark}</a></sup>'

    def footnotes(self) -> str:
        """Return the list of the footnotes, or nothing where there are none."""
        if not self.notes:
            return ""
        name = escaped(labels_of(self.language).parts.notes)
        listed = f"<ol>\n{''.join(self.notes)}</ol>"
        return (
            f'<section class="notes" role="doc-endnotes" aria-label="{name}">\n{listed}</section>\n'
        )


def _piece(piece: str | Run, around: str) -> str:
    if not isinstance(piece, Run):
        return lines(piece)
    words = _named(piece, _marked(piece))
    if piece.language and piece.language != around:
        way = direction(rtl=is_rtl(piece.language))
        words = f'<span lang="{escape(piece.language)}" dir="{way}">{words}</span>'
    return words


def _marked(piece: Run) -> str:
    words = lines(piece.text)
    for name, tag in _MARKS.items():
        if getattr(piece, name):
            words = f"<{tag}>{words}</{tag}>"
    return f'<span class="capitals">{words}</span>' if piece.small_capitals else words


def _named(piece: Run, words: str) -> str:
    """Return the words with what they name or lead to: a document, a record, an address."""
    if piece.symbol:
        words = f'<cite class="symbol" title="{escaped(piece.symbol)}">{words}</cite>'
    elif piece.entity:
        words = f'<cite class="entity" data-entity="{escaped(piece.entity)}">{words}</cite>'
    leads = address(piece.link) if piece.link else None
    return f'<a href="{leads}">{words}</a>' if leads else words
