"""Records to Word files: the pages that are seen, and the record in its own part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.names import CARRIER
from dushanbe_process.forms.docx.visible import digest
from dushanbe_process.forms.xml.parse import parse
from dushanbe_process.forms.xml.write import to_xml
from dushanbe_process.reports.blocks import Paper, title_of
from dushanbe_process.reports.docx import render
from dushanbe_process.reports.overview import overview
from dushanbe_process.reports.styles import house

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"


def to_docx(record: Model, schema: Schema | None, language: str) -> bytes:
    """Return the record as a Word file."""
    carried = to_xml(record, schema).removeprefix(_DECLARATION)
    blocks = overview(record, language)
    file = render(Paper(title_of(blocks), language, blocks), house("plain"))
    pages = (file.parts["word/document.xml"], file.parts["word/footnotes.xml"])
    seen = digest(*map(parse, pages))
    carrier = f'<carrier xmlns="{CARRIER}" visible="{seen}">\n'.encode()
    return file.packed(b"%s%s%s</carrier>\n" % (_DECLARATION, carrier, carried), CARRIER)
