"""Word files to records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from dushanbe_process.errors import DushanbeError, InvalidError, MalformedError, Problem
from dushanbe_process.forms.docx.names import CARRIER
from dushanbe_process.forms.docx.visible import digest
from dushanbe_process.forms.xml.read import from_xml
from dushanbe_process.reports.docx.package import unpack
from dushanbe_process.xml_parse import Element, parse

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema

_EDITED = (
    "the visible text was edited after the record was put in; "
    "read it with edits='ignore' for the record as it was"
)
_PARTS = ("[Content_Types].xml", "customXml/", "word/document.xml", "word/footnotes.xml")


def from_docx(data: bytes, schema: Schema | None, *, refuse_edits: bool) -> Model:
    """Return the record that a Word file carries."""
    parts = unpack(data, _PARTS)
    if "[Content_Types].xml" not in parts:
        raise MalformedError("DOCX", "a zip file, but not of Office Open XML")
    carrier = _carrier(parts)
    if carrier is None:
        raise InvalidError([Problem("$", "the Word file carries no record of this library")])
    inside = [child for child in carrier if isinstance(child.tag, str)]
    if len(inside) != 1:
        raise InvalidError([Problem("$", "the carried record is damaged")])
    if refuse_edits and carrier.get("visible") != _visible(parts):
        raise InvalidError([Problem("$", _EDITED)])
    return from_xml(inside[0], schema)


def _carrier(parts: dict[str, bytes]) -> Element | None:
    """Return the element that carries the record, wherever an editor has put its part."""
    for name, data in sorted(parts.items()):
        if name.startswith("customXml/") and name.endswith(".xml") and CARRIER.encode() in data:
            root = parse(data, f"DOCX part {name}")
            if etree.QName(root).namespace == CARRIER:
                return root
    return None


def _visible(parts: dict[str, bytes]) -> str:
    """Return the digest of what is visible now; an unreadable text part has none."""
    names = [name for name in ("word/document.xml", "word/footnotes.xml") if name in parts]
    try:
        return digest(*(parse(parts[name], f"DOCX part {name}") for name in names))
    except DushanbeError:
        return ""
