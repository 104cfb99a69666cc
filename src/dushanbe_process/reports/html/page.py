"""Blocks to the body of a page of HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

import attrs

from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.reports.blocks import (
    Bars,
    Block,
    Bullets,
    ClosingRule,
    Facts,
    Grid,
    Heading,
    PageBreak,
    Pairs,
    Prose,
    Role,
)
from dushanbe_process.reports.docx.names import is_rtl
from dushanbe_process.reports.docx.runs import direction_of, with_lead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CLASSES = {
    Role.BODY: "body",
    Role.FORMULA: "formula",
    Role.PREAMBULAR: "preambular",
    Role.OPERATIVE: "operative",
    Role.CENTRED: "centred",
    Role.RIGHT: "right",
    Role.ADOPTION: "adoption",
    Role.NOTE: "note",
}
_LOWEST = 6


@attrs.define
class Page:
    """What is written so far: the footnotes and headings that other parts of the page list."""

    language: str
    notes: list[str] = attrs.field(factory=list)
    headings: list[tuple[int, str, str]] = attrs.field(factory=list)
    _last: int = 0

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the HTML of each block."""
        for block in blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Prose():
                return self._prose(block)
            case Bullets():
                items = "".join(f"<li>{self.inline(each)}</li>\n" for each in block.items)
                return f"<ul>\n{items}</ul>\n" if items else ""
            case Facts():
                return self._facts(block)
            case Grid():
                return self._grid(block)
            case Bars():
                return _bars(block)
            case Pairs():
                return self._pairs(block)
            case PageBreak():
                return '<div class="break"></div>\n'
            case ClosingRule():
                return '<hr class="closing">\n'
        assert_never(block)

    def _heading(self, block: Heading) -> str:
        """Return a heading; its level is never more than one below the last."""
        words = f"{block.number} {block.text}" if block.number else block.text
        level = min(block.level + 1, self._last + 1, _LOWEST)
        self._last = level
        anchor = f"h{len(self.headings) + 1}"
        self.headings.append((block.level, words, anchor))
        return f'<h{level} id="{anchor}">{_lines(words)}</h{level}>\n'

    def _prose(self, block: Prose) -> str:
        number = f'<span class="number">{escape(block.number)}</span> ' if block.number else ""
        kind = _CLASSES[block.role] + (f" depth{min(block.depth, 4)}" if block.depth else "")
        spoken = _spoken(str(block.text), block.language, self.language)
        words = self.inline(block.text, block.lead)
        return f'<p class="{kind}"{spoken}>{number}{words}</p>\n'

    def _facts(self, block: Facts) -> str:
        rows = "".join(
            f'<tr><th scope="row">{escape(label)}</th><td>{self.inline(value)}</td></tr>\n'
            for label, value in block.rows
        )
        return f'<table class="facts">\n{rows}</table>\n' if rows else ""

    def _grid(self, block: Grid) -> str:
        caption = f"<caption>{escape(block.caption)}</caption>\n" if block.caption else ""
        cells = "".join(f'<th scope="col">{escape(each)}</th>' for each in block.head)
        head = f"<thead><tr>{cells}</tr></thead>\n" if cells else ""
        rows = "".join(
            f"<tr>{''.join(f'<td>{self.inline(each)}</td>' for each in row)}</tr>\n"
            for row in block.rows
        )
        return f"<table>\n{caption}{head}<tbody>\n{rows}</tbody></table>\n"

    def _pairs(self, block: Pairs) -> str:
        rows = []
        for cells in block.rows:
            made = "".join(
                f'<td lang="{escape(language)}" dir="{"rtl" if is_rtl(language) else "ltr"}">'
                f"{''.join(self.blocks(each))}</td>"
                for each, language in zip(cells, block.languages, strict=True)
            )
            rows.append(f"<tr>{made}</tr>\n")
        return f'<table class="pairs" role="presentation">\n{"".join(rows)}</table>\n'

    def inline(self, content: InlineText, lead: str | None = None) -> str:
        """Return running text; its footnotes are listed at the end of the page."""
        made = []
        for piece, is_lead in with_lead(content, lead or ""):
            if isinstance(piece, Footnote):
                made.append(self._note(piece))
            else:
                words = _run(piece) if isinstance(piece, Run) else _lines(piece)
                made.append(f'<em class="lead">{words}</em>' if is_lead else words)
        return "".join(made)

    def _note(self, note: Footnote) -> str:
        number = len(self.notes) + 1
        self.notes.append("")  # keeps the place
        mark = escape(note.mark or str(number))
        self.notes[number - 1] = (
            f'<li id="n{number}" value="{number}">{self.inline(note.text)} '
            f'<a href="#r{number}" role="doc-backlink" aria-label="{mark}">↩</a></li>\n'
        )
        return f'<sup><a id="r{number}" href="#n{number}" role="doc-noteref">{mark}</a></sup>'

    def footnotes(self) -> str:
        """Return the list of the footnotes, or nothing where there are none."""
        if not self.notes:
            return ""
        return f'<section role="doc-endnotes">\n<ol>\n{"".join(self.notes)}</ol></section>\n'


def _spoken(words: str, language: str | None, document: str) -> str:
    """Return what a paragraph says of its language and direction, where they are its own."""
    rtl = direction_of(words, is_rtl(language or document))
    own = f' lang="{escape(language)}"' if language and language != document else ""
    return own + (f' dir="{"rtl" if rtl else "ltr"}"' if rtl != is_rtl(document) else "")


_MARKS = {
    "strong": "strong",
    "emphasis": "em",
    "underline": "u",
    "strike": "s",
    "superscript": "sup",
    "subscript": "sub",
}


def _run(piece: Run) -> str:
    words = _lines(piece.text)
    for name, tag in _MARKS.items():
        if getattr(piece, name):
            words = f"<{tag}>{words}</{tag}>"
    if piece.small_capitals:
        words = f'<span class="capitals">{words}</span>'
    if piece.language:
        words = f'<span lang="{escape(piece.language)}">{words}</span>'
    return f'<a href="{escape(piece.link)}">{words}</a>' if piece.link else words


def _lines(words: str) -> str:
    return escape(words.replace("\r\n", "\n").replace("\r", "\n")).replace("\n", "<br>")


def _bars(block: Bars) -> str:
    """Return a chart as a table whose bars are drawn behind the numbers that say the same."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        f'<td><div class="bar" style="width:{100 * value / max(block.most, 1):.1f}%"></div></td>'
        f"<td>{escape(words)}</td></tr>\n"
        for name, value, words in block.rows
    )
    return f'<table class="bars">\n<caption>{escape(block.caption)}</caption>\n{rows}</table>\n'
