"""python-docx: the document built by its API, paragraph by paragraph, as its manual does.

It is made in two ways: from the template that python-docx brings along, with styles added to
it, as its users do; and from one that holds nothing but our few styles, which it goes through
faster.  It has no bookmarks; its users make the two elements with ``OxmlElement``.  Styles are
given by name, which is how its manual gives them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import attrs
import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from word_lines import Line, Order

#: The masthead of the template has bookmarks too, of lower numbers.
FIRST_MARK = 100


@attrs.frozen
class _Face:
    """How a style is set; ``base`` is the style that it is based on."""

    base: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    align: WD_ALIGN_PARAGRAPH | None = None
    inset: float | None = None


_JUSTIFIED, _RIGHT = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.RIGHT
#: What the template lacks; its own list that counts is the base of numbered paragraphs.
_PARAGRAPHS = {
    "Masthead Name": _Face(size=14),
    "Masthead Text": _Face(size=10),
    "Masthead Organ": _Face(size=14, bold=True),
    "Masthead Issued": _Face(size=10),
    "Masthead Strong": _Face(size=10, bold=True),
    "Masthead Adopted": _Face(size=12, bold=True),
    "Opening Formula": _Face(align=_JUSTIFIED, inset=2.2),
    "Operative Paragraph 1": _Face(base="List Number", align=_JUSTIFIED, inset=2.2),
    "Adoption": _Face(italic=True, align=_RIGHT),
}
_CHARACTERS = {"Lead Words": _Face(italic=True), "Symbol Letter": _Face(size=20)}


def written(order: Order) -> bytes:
    """Return the document, made of a template with our few styles."""
    return _filled(docx.Document(io.BytesIO(order.template)), order)


def from_default(order: Order) -> bytes:
    """Return the document, made of the template that python-docx brings along."""
    made = docx.Document()
    for name, face in _PARAGRAPHS.items():
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles[face.base]
        style.paragraph_format.alignment = face.align
        style.paragraph_format.left_indent = face.inset and Cm(face.inset)
        _set(style.font, face)
    for name, face in _CHARACTERS.items():
        _set(made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).font, face)
    _head(made, order.masthead)
    return _filled(made, order)


def _set(font: Any, face: _Face) -> None:
    font.size = face.size and Pt(face.size)
    font.bold, font.italic = face.bold, face.italic


def _head(made: Any, masthead: Iterable[Line]) -> None:
    """Put the masthead down: its first lines in the cells of a table, the others below."""
    cells = iter(made.add_table(rows=2, cols=3)._cells)
    for line in masthead:
        paragraph = next(cells).paragraphs[0] if line.in_table else made.add_paragraph()
        paragraph.style = line.style
        _say(paragraph, line)


def _filled(made: Any, order: Order) -> bytes:
    for number, line in enumerate(order.text, FIRST_MARK):
        _add(made, line, number)
    carry(made, order.record)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _add(made: Any, line: Line, number: int) -> None:
    paragraph = made.add_paragraph(style=line.style)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"mark{number}")
    paragraph._p.append(start)
    _say(paragraph, line)
    paragraph._p.append(end)


def _say(paragraph: Any, line: Line) -> None:
    for words, style in line.runs:
        paragraph.add_run(words, style=style or None)


def carry(document: Any, record: bytes) -> None:
    """Give a document of python-docx a part with the record."""
    main = document.part
    name = main.package.next_partname("/customXml/item%d.xml")
    item = Part(name, "application/xml", record, main.package)
    main.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def walked(data: bytes) -> list[Any]:
    """Return everything that is seen of a Word file: paragraphs and runs, with their styles."""
    return [
        (each.style.name, [(run.text, run.style.name, run.italic) for run in each.runs])
        for each in docx.Document(io.BytesIO(data)).paragraphs
    ]
