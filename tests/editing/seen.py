"""What must be seen of lines: in LibreOffice, and in the text of a file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from dushanbe_process.model.body import Paragraph, Table
from editing.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editing.lines import Line

#: A line as its counted number and its words; or a table, row by row.
Seen: TypeAlias = tuple[str, str] | list[list[str]]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: LibreOffice puts one into the first cell of a row that is inserted with changes tracked.
_JOINER = "\N{ZERO WIDTH JOINER}"
_STRUCK = (f"{W}del", f"{W}moveFrom")


def expected(lines: Iterable[Line]) -> Iterator[Seen]:
    """Yield what is to be seen of lines."""
    for line in lines:
        if not line.shown.strip():
            continue
        counted = line.counted and isinstance(line.block, Paragraph)
        yield (_bare(line.block.number) if counted else "", fold(line.shown))
        if isinstance(line.block, Table):
            yield [[fold(str(cell.text)) for cell in row.cells] for row in line.block.rows]


def _bare(number: str | None) -> str:
    """Return a number without blanks, as LibreOffice spells it: its first letter has no hamza."""
    bare = "".join((number or "").split()).replace("\N{ARABIC TATWEEL}", "")
    return bare.replace("\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}", "\N{ARABIC LETTER ALEF}")


def in_office(answer: dict[str, Any]) -> Iterator[Seen]:
    """Yield what LibreOffice says that is seen, from the title on."""
    begun = False
    for style, *said in answer["seen"]:
        begun = begun or style == "Title"
        if not begun:
            continue
        if style == "table":
            yield [[fold(cell.rstrip(_JOINER)) for cell in row] for row in said[0]]
        elif fold(said[1]):
            yield _bare(said[0]), fold(said[1])


def in_file(data: bytes) -> Iterator[str | list[list[str]]]:
    """Yield the words of a file with all changes accepted: lines, and tables row by row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    held = ""
    for each in body:
        if each.tag == f"{W}tbl":
            yield [
                _cells(row) for row in each.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is None
            ]
        elif each.tag == f"{W}p":
            held += _words(each)
            if any(each.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in _STRUCK):
                continue
            if fold(held):
                yield fold(held)
            held = ""


def _cells(row: Any) -> list[str]:
    return [
        fold("\n".join(map(_words, cell.iter(f"{W}p"))).rstrip(_JOINER))
        for cell in row.iter(f"{W}tc")
    ]


def _words(paragraph: Any) -> str:
    return "".join(
        (each.text or "") if each.tag == f"{W}t" else " "
        for each in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        if not any(above.tag in _STRUCK for above in each.iterancestors())
        and each.getparent().tag == f"{W}r"
    )
