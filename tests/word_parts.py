"""Small Word files built by hand, part by part."""

from __future__ import annotations

import io
import zipfile

from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.seen import Seen, View, see

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_TYPES = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
#: Who made a tracked change, and when.
BY = 'w:id="1" w:author="A" w:date="2026-01-02T03:04:05Z"'


def part(root: str, inside: str) -> bytes:
    """Return a part of WordprocessingML."""
    return f"<w:{root} {NAMESPACES}>{inside}</w:{root}>".encode()


def relations(*related: tuple[str, str, str]) -> bytes:
    """Return a part of relations: id, kind and target of each."""
    modes = {True: ' TargetMode="External"', False: ""}
    made = "".join(
        f'<Relationship Id="{id_}" Type="x/{kind}" Target="{target}"{modes["://" in target]}/>'
        for id_, kind, target in related
    )
    return f"<Relationships {_RELATIONS}>{made}</Relationships>".encode()


def file(body: str, links: dict[str, str] | None = None, **parts: bytes | str) -> bytes:
    """Return a Word file: its body, its links by id, its other parts by their kind."""
    related = [(name, name, f"{name}.xml") for name in parts]
    related += [(id_, "hyperlink", target) for id_, target in (links or {}).items()]
    made = {
        "[Content_Types].xml": f"<Types {_TYPES}/>".encode(),
        "_rels/.rels": relations(("1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*related),
    }
    for name, inside in parts.items():
        data = inside if isinstance(inside, bytes) else part(name, inside)
        made[f"word/{name}.xml"] = data
    return packed(made)


def packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def p(inside: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def looked(data: bytes, view: View = "accept") -> Seen:
    """Return what a person sees in a file."""
    return see(Package.open(data), view)


def lines(body: str, view: View = "accept", **parts: bytes | str) -> list[str]:
    """Return the lines of a body as they are read, each with its number."""
    return [str(each) for each in looked(file(body, None, **parts), view).lines()]
