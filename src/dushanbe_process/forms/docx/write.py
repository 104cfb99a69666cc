"""Records to Word files: the overview that is seen, and the record in its own part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.names import CARRIER
from dushanbe_process.forms.docx.package import pack
from dushanbe_process.forms.docx.parts import fixed_parts
from dushanbe_process.forms.docx.render import render
from dushanbe_process.forms.docx.visible import digest
from dushanbe_process.forms.xml.parse import parse
from dushanbe_process.forms.xml.write import to_xml
from dushanbe_process.reports.blocks import title_of
from dushanbe_process.reports.overview import overview

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"


def to_docx(record: Model, schema: Schema | None, language: str) -> bytes:
    """Return the record as a Word file."""
    carried = to_xml(record, schema).removeprefix(_DECLARATION)
    blocks = overview(record, language)
    document, footnotes = render(blocks, language)
    seen = digest(parse(document), parse(footnotes))
    carrier = f'<carrier xmlns="{CARRIER}" visible="{seen}">\n'.encode()
    return pack(
        {
            **fixed_parts(title=title_of(blocks), language=language),
            "word/document.xml": document,
            "word/footnotes.xml": footnotes,
            "customXml/item1.xml": b"%s%s%s</carrier>\n" % (_DECLARATION, carrier, carried),
        }
    )
