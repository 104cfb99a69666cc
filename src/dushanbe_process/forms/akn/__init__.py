"""Akoma Ntoso 3.0 (OASIS), in the manner of the United Nations (AKN4UN).

What is seen of a record in a file is what Akoma Ntoso can say of it; the rest stands in
``meta/proprietary``, in the library's own namespace.  Files of others are read as they are:
what is irregular in them is reported, not refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from dushanbe_process.forms import Format

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema

#: The first start tag of a file, with the name of its element.
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_BEFORE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(\[.*?\])?\s*>", re.DOTALL)


def dumps(record: Model, *, schema: Schema | None = None) -> bytes:
    """Return the record as Akoma Ntoso in UTF-8, valid against the schema of version 3.0."""
    from dushanbe_process.forms.akn.write.records import to_akn  # noqa: PLC0415  (on first use)

    return to_akn(record, schema)


def loads(
    data: bytes,
    *,
    schema: Schema | None = None,
    edits: Literal["refuse", "accept"] = "refuse",
) -> Model:
    """Return the record that a file holds, with what it carries beside its text.

    Where the text was edited in a place that more is carried of, the two do not fit together
    any more: then the file is refused, or the text holds and the rest of that place is left
    out, with ``edits="accept"``.

    Raises:
        MalformedError: when it is not well-formed, or is no Akoma Ntoso.
        LimitExceededError: when it is nested too deep.
        InvalidError: when what it carries is no sound record, or does not fit the text.
    """
    from dushanbe_process.errors import InvalidError  # noqa: PLC0415
    from dushanbe_process.forms.akn.read.records import read_bytes  # noqa: PLC0415

    read = read_bytes(data, schema)
    if read.edits and edits != "accept":
        raise InvalidError(read.edits)
    return read.record


def sniff(head: bytes) -> bool:
    """Say whether a file that begins so has the root of Akoma Ntoso."""
    text = re.sub(b"^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", head).replace(b"\0", b"")
    found = _ROOT.search(_BEFORE.sub(b"", text))
    return found is not None and found[2] == b"akomaNtoso"


FORMAT = Format(
    "akn",
    (".akn.xml", ".akn"),
    "application/akn+xml",
    "Akoma Ntoso, as the UN publishes",
    dumps,
    loads,
    sniff,
)
