"""A page of ours that somebody edited: what was written is known, so every edit is too.

The record is shown again as it was when the file was written; both pages are looked at by the
same eyes; what differs is an edit, and goes back to the text of the record that it is of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.edits.expected import Expected
from dushanbe_process.forms.docx.edits.reading import Reading, begin, read_edits
from dushanbe_process.forms.docx.edits.remarks import remark

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.report import Item
    from dushanbe_process.forms.docx.seen import Seen
    from dushanbe_process.forms.docx.write import Shown
    from dushanbe_process.schema import Model

__all__ = ["Expected", "Reading", "edited"]


def edited(
    record: Model, shown: Shown, seen: Seen, *, whole: bool = True
) -> tuple[Model, list[Item], bool]:
    """Return the record as edited on its page, what was found, and whether any mark was.

    ``whole`` says that the file still carries its record.
    """
    reading = begin(Expected(record, shown), seen, whole=whole)
    read_edits(reading)
    remark(reading)
    return reading.record, reading.items, reading.pairing.marked
