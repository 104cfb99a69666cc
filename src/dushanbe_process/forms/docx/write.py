"""Records to Word files: the pages that are seen, and the record in its own part."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.names import CARRIER
from dushanbe_process.forms.xml.write import to_xml
from dushanbe_process.migrations import VERSION
from dushanbe_process.model.documents import Document
from dushanbe_process.reports.blocks import Paper, title_of
from dushanbe_process.reports.docx import WordFile, render
from dushanbe_process.reports.docx.names import attribute
from dushanbe_process.reports.styles import house
from dushanbe_process.schema.derive import tag_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dushanbe_process.schema import Model, Schema

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"
#: The parts in which a person reads.
PAGES = ("word/document.xml", "word/footnotes.xml")


@attrs.frozen
class Shown:
    """How a record is shown: in which language, in what house style, as what kind of paper.

    Of a dossier, ``select`` names the record that the paper is about; with a second language
    a document is set in two columns.
    """

    language: str = "en"
    style: str | None = None
    kind: str | None = None
    select: str | None = None
    second_language: str | None = None

    def attributes(self) -> dict[str, str]:
        """Return what was chosen, as attributes of the carrier."""
        return {name: value for name, value in attrs.asdict(self).items() if value}


def to_docx(record: Model, schema: Schema | None, shown: Shown, *, embed: bool = True) -> bytes:
    """Return the record as a Word file; unless ``embed``, it does not carry the record."""
    file = page_of(record, shown)
    return with_record(file, record, shown, schema) if embed else file.packed()


def with_record(file: WordFile, record: Model, shown: Shown, schema: Schema | None = None) -> bytes:
    """Return a Word file that carries a record beside what is seen."""
    carried = without_declaration(to_xml(record, schema))
    said = {"pages": digest(file.parts), **shown.attributes()}
    opened = "".join(f" {name}={attribute(value)}" for name, value in said.items())
    carrier = f'<carrier xmlns="{CARRIER}"{opened}>\n'.encode()
    return file.packed(
        b"%s%s%s</carrier>\n" % (_DECLARATION, carrier, carried),
        CARRIER,
        _properties(record, shown, carried),
    )


def without_declaration(xml: bytes) -> bytes:
    """Return XML as it can stand within other XML."""
    return xml.removeprefix(_DECLARATION)


def page_of(record: Model, shown: Shown) -> WordFile:
    """Return the pages that show a record."""
    style = shown.style or ("un" if isinstance(record, Document) else "plain")
    return render(_paper(record, shown), house(style))


def digest(parts: Mapping[str, bytes]) -> str:
    """Return the digest of the pages, byte for byte."""
    made = hashlib.sha256()
    for name in PAGES:
        data = parts.get(name, b"")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()


def _properties(record: Model, shown: Shown, carried: bytes) -> dict[str, str]:
    """Return what tells that a file is ours where an editor has dropped the record."""
    said = {
        "dpFormat": tag_of(type(record).__name__),
        "dpVersion": str(VERSION),
        "dpId": str(getattr(record, "id", "")),
        "dpDigest": hashlib.sha256(carried).hexdigest(),
        "dpShown": " ".join(f"{name}={value}" for name, value in shown.attributes().items()),
    }
    return {name: value[:250] for name, value in said.items() if value}


def _paper(record: Model, shown: Shown) -> Paper:
    """Return what is seen: documents as they are issued, all else as an overview."""
    if shown.kind or shown.select or isinstance(record, Document):
        from dushanbe_process.reports.layouts import lay_out  # noqa: PLC0415  (many words)

        return lay_out(
            record,
            shown.kind,
            shown.language,
            select=shown.select,
            second_language=shown.second_language,
        )
    from dushanbe_process.reports.overview import overview  # noqa: PLC0415  (the other way)

    blocks = overview(record, shown.language)
    return Paper(title_of(blocks), shown.language, blocks)
