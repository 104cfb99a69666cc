"""XML in the library's own namespace: the schema, spelled in elements and attributes.

The rules are those of the published XML Schema: see ``dushanbe_process.schema.xsd``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import IO, TYPE_CHECKING, Any

from dushanbe_process.forms import Format
from dushanbe_process.forms.akn import sniff as is_akn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dushanbe_process.schema import Model, Schema
    from dushanbe_process.xml_parse import Element


def dumps(record: Model, *, schema: Schema | None = None) -> bytes:
    """Return the record as XML in UTF-8, indented, with a line feed at the end."""
    from dushanbe_process.forms.xml.write import to_xml  # noqa: PLC0415  (on first use)

    return to_xml(record, schema)


def loads(data: bytes, *, schema: Schema | None = None) -> Model:
    """Return the record that XML holds.

    Raises:
        MalformedError: when it is not well-formed, or has a document type declaration.
        LimitExceededError: when it is nested too deep.
        UnsupportedVersionError: when its namespace is that of another version.
        InvalidError: with every fault, when it is XML and no sound record.
    """
    parse, from_xml = _reader()
    return from_xml(parse(data), schema)


@cache
def _reader() -> tuple[Callable[[bytes], Element], Callable[[Element, Schema | None], Model]]:
    from dushanbe_process.forms.xml.read import from_xml  # noqa: PLC0415
    from dushanbe_process.xml_parse import parse  # noqa: PLC0415  (lxml on first use)

    return parse, from_xml


def records(file: IO[bytes], *options: Any, **more: Any) -> Iterator[Model]:
    """Yield what stands in the lists of a dossier, one by one: see ``stream``."""
    from dushanbe_process.forms.xml.stream import records as streamed  # noqa: PLC0415

    return streamed(file, *options, **more)


def sniff(head: bytes) -> bool:
    """Say whether a file that begins so may be XML, in an encoding that XML can be read in."""
    text = re.sub(b"^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", head).replace(b"\0", b"")
    return text.lstrip()[:1] == b"<" and not is_akn(head)


FORMAT = Format(
    "xml",
    (".xml",),
    "application/xml",
    "XML, valid against the XML Schema",
    dumps,
    loads,
    sniff,
    records,
)
