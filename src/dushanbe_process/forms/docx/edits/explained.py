"""Words of a layout that were changed: which value of the record shows itself so?

Dates, roles and other values that are no texts appear on a page in the words of a language.
What they were changed to is found by trying: a value is put into the record, the record is
shown again, and the value is right when the page then says what is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.report import ItemKind

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.write import Shown
    from dushanbe_process.schema import Choice


def explain(reading: Reading, old: int, new: int) -> None:
    """Bring an edit of a layout's words into the record, or report that it has no place there."""
    before, after = reading.old[old], reading.page.units[new]
    note = "these words are not the record's"
    reading.note(ItemKind.UNPLACED, None, after, before.text, after.text, note)


def choice_called(shown: Shown, shape: Choice, words: str) -> str | None:
    """Return the value of a choice that has this name in the words of a page."""
    from dushanbe_process.reports.words import label  # noqa: PLC0415  (used here alone)

    del shown
    return next((v for v in shape.values if label(v).casefold() == words.casefold()), None)
