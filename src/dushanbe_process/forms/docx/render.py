"""Blocks to WordprocessingML, as strings: no tree of elements in between."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, assert_never

from dushanbe_process.forms.docx.names import W
from dushanbe_process.forms.xml.write import text
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.reports.blocks import BlockTree, Bullets, Facts, Grid, Heading, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPEN = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{{0}} xmlns:w="{W}">'
#: Width of the text on an A4 page with margins of 2.5 cm, in twentieths of a point.
_WIDTH = 9070
_LABEL = 2400
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
#: Word wants the lines between text and notes as notes of their own.
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


def render(blocks: BlockTree, language: str) -> tuple[bytes, bytes]:
    """Return the main part and the footnotes part that show the blocks."""
    page = _Page(language)
    body = "".join(page.blocks(blocks))
    document = f"{_OPEN.format('document')}<w:body>{body}{_PAGE}</w:body></w:document>"
    notes = f"{_OPEN.format('footnotes')}{_SEPARATORS}{''.join(page.notes)}</w:footnotes>"
    return document.encode(), notes.encode()


def is_rtl(words: str) -> bool:
    """Say whether the first letter with a direction runs from right to left."""
    for character in words:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


class _Page:
    """What is written so far: the footnotes, which stand in a part of their own."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.notes: list[str] = []

    def blocks(self, blocks: BlockTree) -> Iterator[str]:
        """Yield the WordprocessingML of each block."""
        for block in blocks:
            match block:
                case Heading():
                    style = "Title" if block.level == 0 else f"Heading{block.level}"
                    yield self.paragraph(InlineText(block.text), style)
                case Prose():
                    yield self.prose(block)
                case Facts():
                    rows = ((InlineText(label), value) for label, value in block.rows)
                    yield self.table((), rows, (_LABEL, _WIDTH - _LABEL), style="FactsTable")
                case Bullets():
                    for item in block.items:
                        yield self.paragraph(InlineText("–\t", *item), "ListItem")
                case Grid():
                    unit = _WIDTH / sum(block.widths)
                    widths = tuple(int(unit * share) for share in block.widths)
                    yield self.table(block.head, block.rows, widths, style="RecordTable")
                case _:
                    assert_never(block)

    def prose(self, block: Prose) -> str:
        """Return a paragraph of a text, indented by its depth."""
        number = f"{block.number}\t" if block.number else ""
        indent = f'<w:ind w:left="{567 * block.depth}"/>' if block.depth else ""
        content = InlineText(number, *_with_lead(block)) if number or block.lead else block.text
        return self.paragraph(content, "BodyText", indent)

    def paragraph(self, content: InlineText, style: str, more: str = "") -> str:
        """Return one paragraph."""
        rtl = is_rtl(str(content))
        bidi = "<w:bidi/>" if rtl else ""
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>{bidi}{more}</w:pPr>'
        return f"<w:p>{properties}{self.runs(content, rtl=rtl)}</w:p>"

    def runs(self, content: InlineText, *, rtl: bool, note: bool = False) -> str:
        """Return the runs of a text; its footnotes are put in their part."""
        made = []
        for piece in content:
            if isinstance(piece, Footnote):
                made.append("" if note else self.footnote(piece))
            elif isinstance(piece, Run):
                made.append(_run(piece.text, _marks(piece), rtl=rtl))
            else:
                made.append(_run(piece, "", rtl=rtl))
        return "".join(made)

    def footnote(self, note: Footnote) -> str:
        """Put a footnote in its part and return the mark that leads to it."""
        number = len(self.notes) + 1
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        own = f"{text(note.mark)}" if note.mark else ""
        rtl = is_rtl(str(note.text))
        inside = self.runs(note.text, rtl=rtl, note=True)
        sign = f'<w:t xml:space="preserve">{own}</w:t>' if own else "<w:footnoteRef/>"
        follows = ' w:customMarkFollows="1"' if own else ""
        bidi = "<w:bidi/>" if rtl else ""
        self.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{bidi}'
            f"</w:pPr>{mark}{sign}</w:r>{_run(' ', '', rtl=rtl)}{inside}</w:p></w:footnote>"
        )
        shown = f'<w:t xml:space="preserve">{own}</w:t>' if own else ""
        return f'{mark}<w:footnoteReference{follows} w:id="{number}"/>{shown}</w:r>'

    def table(
        self,
        head: tuple[str, ...],
        rows: Iterable[tuple[InlineText, ...]],
        widths: tuple[int, ...],
        style: str,
    ) -> str:
        """Return a table; its head is repeated on every page."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        made = []
        if head:
            cells = [
                self.cell(InlineText(each), width, "TableHead")
                for each, width in zip(head, widths, strict=True)
            ]
            made.append(
                f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"
            )
        for row in rows:
            cells = [
                self.cell(each, width, "TableText") for each, width in zip(row, widths, strict=True)
            ]
            made.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
        first = "1" if head else "0"
        column = "1" if style == "FactsTable" else "0"
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0000" w:firstRow="{first}" '
            f'w:lastRow="0" w:firstColumn="{column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"
            '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'
        )

    def cell(self, content: InlineText, width: int, style: str) -> str:
        """Return a cell of one paragraph."""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self.paragraph(content, style)}</w:tc>"
        )


def _with_lead(block: Prose) -> Iterator[str | Run | Footnote]:
    """Yield the pieces of a text, its lead phrase in the manner of lead phrases."""
    rest = len(block.lead or "")
    for piece in block.text:
        if isinstance(piece, Footnote) or not rest:
            yield piece
            continue
        words = str(piece)
        lead, after = words[:rest], words[rest:]
        rest -= len(lead)
        yield (
            piece.evolve(text=lead, emphasis=True)
            if isinstance(piece, Run)
            else Run(text=lead, emphasis=True)
        )
        if after:
            yield piece.evolve(text=after) if isinstance(piece, Run) else after


def _marks(run: Run) -> str:
    """Return the run properties of the marks, in the order that the schema of Word wants."""
    marks = [
        '<w:rStyle w:val="Hyperlink"/>' if run.link else "",
        "<w:b/><w:bCs/>" if run.strong else "",
        "<w:i/><w:iCs/>" if run.emphasis else "",
        "<w:smallCaps/>" if run.small_capitals else "",
        "<w:strike/>" if run.strike else "",
        '<w:u w:val="single"/>' if run.underline else "",
        '<w:vertAlign w:val="superscript"/>' if run.superscript else "",
        '<w:vertAlign w:val="subscript"/>' if run.subscript else "",
    ]
    return "".join(marks)


def _run(words: str, marks: str, *, rtl: bool) -> str:
    properties = marks + ("<w:rtl/>" if rtl else "")
    opened = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{opened}{_text(words)}</w:r>"


def _text(words: str) -> str:
    """Return text with its tabs and line ends as Word has them."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    made = []
    for index, line in enumerate(words.split("\n")):
        if index:
            made.append("<w:br/>")
        for place, part in enumerate(line.split("\t")):
            if place:
                made.append("<w:tab/>")
            if part:
                made.append(f'<w:t xml:space="preserve">{text(part)}</w:t>')
    return "".join(made)
