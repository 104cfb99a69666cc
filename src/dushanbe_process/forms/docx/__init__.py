"""Word files that people read, and that carry the record.

What is seen is an overview of the record.  The record itself stands in a custom XML part, in
the spelling of the ``xml`` format, with a digest of the text that was visible when it was
written: a file whose visible text has changed since is not read as if it had not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dushanbe_process.forms import Format

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema


def dumps(
    record: Model,
    *,
    schema: Schema | None = None,
    language: str | None = None,
    style: str | None = None,
    kind: str | None = None,
) -> bytes:
    """Return the record as a Word file, for a reader of ``language``.

    Unless it is named, it is English; for a document that has no English version, the language
    of its first.

    Documents are shown as they are issued, in the house ``style`` (``un``, unless another is
    named); everything else as an overview, or as the ``kind`` of report that is named.
    """
    from dushanbe_process.forms.docx.write import to_docx  # noqa: PLC0415  (on first use)

    return to_docx(record, schema, language, style, kind)


def loads(
    data: bytes,
    *,
    schema: Schema | None = None,
    edits: Literal["refuse", "ignore"] = "refuse",
) -> Model:
    """Return the record that a Word file carries.

    Raises:
        MalformedError: when it is no readable Word file.
        LimitExceededError: when it is larger, fuller or more compressed than is read.
        InvalidError: when it carries no record, when the record is not sound, or when the
            visible text was edited since and ``edits`` is not ``"ignore"``.
    """
    from dushanbe_process.forms.docx.read import from_docx  # noqa: PLC0415  (on first use)

    return from_docx(data, schema, refuse_edits=edits == "refuse")


def sniff(head: bytes) -> bool:
    """Say whether a file that begins so may be a Word file: a zip file."""
    return head.startswith(b"PK\x03\x04")


FORMAT = Format(
    "docx",
    (".docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "Word, readable, with the record inside",
    dumps,
    loads,
    sniff,
)
