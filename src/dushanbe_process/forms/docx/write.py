"""Records to Word files: the pages that are seen, and the record in its own part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.names import CARRIER
from dushanbe_process.forms.docx.visible import digest
from dushanbe_process.forms.xml.write import to_xml
from dushanbe_process.model.documents import Document
from dushanbe_process.reports.blocks import Paper, title_of
from dushanbe_process.reports.docx import render
from dushanbe_process.reports.styles import house
from dushanbe_process.xml_parse import parse

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"


def to_docx(
    record: Model, schema: Schema | None, language: str | None, style: str | None, kind: str | None
) -> bytes:
    """Return the record as a Word file."""
    carried = to_xml(record, schema).removeprefix(_DECLARATION)
    paper = _paper(record, language or _language_of(record), kind)
    file = render(paper, house(style or _style_of(record)))
    pages = (file.parts["word/document.xml"], file.parts["word/footnotes.xml"])
    seen = digest(*map(parse, pages))
    carrier = f'<carrier xmlns="{CARRIER}" visible="{seen}">\n'.encode()
    return file.packed(b"%s%s%s</carrier>\n" % (_DECLARATION, carrier, carried), CARRIER)


def _language_of(record: Model) -> str:
    """Return the language in which a record is shown, unless one is named."""
    versions = record.versions if isinstance(record, Document) else ()
    spoken = [each.language for each in versions]
    return spoken[0] if spoken and "en" not in spoken else "en"


def _style_of(record: Model) -> str:
    return "un" if isinstance(record, Document) else "plain"


def _paper(record: Model, language: str, kind: str | None) -> Paper:
    """Return what is seen: documents as they are issued, all else as an overview."""
    if kind or isinstance(record, Document):
        from dushanbe_process.reports.layouts import lay_out  # noqa: PLC0415  (many words)

        return lay_out(record, kind, language)
    from dushanbe_process.reports.overview import overview  # noqa: PLC0415  (the other way)

    blocks = overview(record, language)
    return Paper(title_of(blocks), language, blocks)
