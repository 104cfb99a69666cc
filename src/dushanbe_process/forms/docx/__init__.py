"""Word files that people read and edit, and that carry the record.

What is seen is a document as it is issued, or an overview of any other record.  The record
itself stands in a custom XML part, in the spelling of the ``xml`` format.  What people change
on the pages is read back into the record; the visible text wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dushanbe_process.forms import Format

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema


def dumps(  # noqa: PLR0913  (each is a choice that people make)
    record: Model,
    *,
    schema: Schema | None = None,
    language: str | None = None,
    style: str | None = None,
    kind: str | None = None,
    select: str | None = None,
    second_language: str | None = None,
    embed: bool = True,
) -> bytes:
    """Return the record as a Word file, for a reader of ``language``.

    Unless it is named, it is English; for a document that has no English version, the language
    of its first.

    Documents are shown as they are issued, in the house ``style`` (``un``, unless another is
    named); everything else as an overview, or as the ``kind`` of report that is named.  Of a
    dossier, ``select`` names the record that the report is about; ``second_language`` sets a
    document in two columns.  Without ``embed`` the file shows the record and does not carry it:
    for those who are not to see what does not stand on its pages.
    """
    from dushanbe_process.forms.docx.write import (  # noqa: PLC0415  (on first use)
        Shown,
        to_docx,
    )
    from dushanbe_process.reports.layouts import own_language  # noqa: PLC0415

    shown = Shown(language or own_language(record), style, kind, select, second_language)
    return to_docx(record, schema, shown, embed=embed)


def loads(
    data: bytes,
    *,
    schema: Schema | None = None,
    edits: Literal["read", "refuse", "ignore"] = "read",
) -> Model:
    """Return the record of a Word file as it was edited.

    ``edits`` may be refused, or ignored for the record as it was written.  What was found in
    reading is told by ``read_docx``.

    Raises:
        MalformedError: when it is no readable Word file.
        LimitExceededError: when it is larger, fuller or more compressed than is read.
        InvalidError: when the carried record is not sound, or when something was edited that
            the record has no place for.
    """
    from dushanbe_process.forms.docx.read import from_docx  # noqa: PLC0415  (on first use)

    return from_docx(data, schema, edits)


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
