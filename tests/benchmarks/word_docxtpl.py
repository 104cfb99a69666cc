"""docxtpl: a template that holds each kind of paragraph once, in a loop over those of its kind."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from word_lines import Line, Order
from word_python_docx import FIRST_MARK, carry

#: There are fewer lines of a kind than this.
_MOST = 1_000_000


def written(order: Order) -> bytes:
    """Return the document."""
    template = DocxTemplate(io.BytesIO(_template(order.template, _kinds(order))))
    given = {f"lines{number}": each for number, each in enumerate(_stretches(order))}
    template.render(given, autoescape=True)
    carry(template.docx, order.record)
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


def _stretches(order: Order) -> list[list[Line]]:
    """Return the lines, those of one kind that follow each other together."""
    made: list[list[Line]] = []
    for line in order.text:
        if not made or _kind(made[-1][0]) != _kind(line):
            made.append([])
        made[-1].append(line)
    return made


def _kind(line: Line) -> tuple[str, ...]:
    return (line.style, *(style for _, style in line.runs))


def _kinds(order: Order) -> tuple[tuple[str, ...], ...]:
    return tuple(_kind(each[0]) for each in _stretches(order))


@cache
def _template(empty: bytes, kinds: tuple[tuple[str, ...], ...]) -> bytes:
    """Return the template, as it would be made in Word once and for all."""
    made = docx.Document(io.BytesIO(empty))
    for number, (style, *runs) in enumerate(kinds):
        made.add_paragraph(f"{{%p for line in lines{number} %}}")
        _add(made, style, runs, FIRST_MARK + number * _MOST)
        made.add_paragraph("{%p endfor %}")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _add(made: Any, style: str, runs: list[str], before: int) -> None:
    paragraph = made.add_paragraph(style=style)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), f"{{{{ loop.index + {before} }}}}")
    start.set(qn("w:name"), f"mark{{{{ loop.index + {before} }}}}")
    paragraph._p.append(start)
    for place, each in enumerate(runs):
        paragraph.add_run(f"{{{{ line.runs[{place}][0] }}}}", style=each or None)
    paragraph._p.append(end)
