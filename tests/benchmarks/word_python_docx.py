"""python-docx: the document built by its API, paragraph by paragraph, as its manual does.

It has no bookmarks; its users make the two elements with ``OxmlElement``.  Styles are given by
name, which is how its manual gives them.
"""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from word_lines import Line, Order

#: The masthead of the template has bookmarks too, of lower numbers.
FIRST_MARK = 100


def written(order: Order) -> bytes:
    """Return the document."""
    made = docx.Document(io.BytesIO(order.template))
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
    for words, style in line.runs:
        paragraph.add_run(words, style=style or None)
    paragraph._p.append(end)


def carry(document: Any, record: bytes) -> None:
    """Give a document of python-docx a part with the record."""
    main = document.part
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", record, main.package)
    main.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def walked(data: bytes) -> list[Any]:
    """Return everything that is seen of a Word file: paragraphs and runs, with their styles."""
    return [
        (each.style.name, [(run.text, run.style.name, run.italic) for run in each.runs])
        for each in docx.Document(io.BytesIO(data)).paragraphs
    ]
