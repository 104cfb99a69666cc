"""What a person sees in a Word file, whoever made it: read from its XML, never guessed.

``see`` returns lines and tables as if all tracked changes were accepted, or all rejected, and
beside them the changes, the comments, and what cannot be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.seen.file import File
from dushanbe_process.forms.docx.seen.things import (
    Change,
    Comment,
    Mark,
    Seen,
    SeenBlock,
    SeenCell,
    SeenLine,
    SeenRow,
    SeenTable,
    View,
    lines_of,
)

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.package import Package

__all__ = [
    "Change",
    "Comment",
    "Mark",
    "Seen",
    "SeenBlock",
    "SeenCell",
    "SeenLine",
    "SeenRow",
    "SeenTable",
    "View",
    "lines_of",
    "see",
]


def see(package: Package, view: View = "accept") -> Seen:
    """Return what a person sees in a Word file.

    Raises:
        MalformedError: when its main part is no text of Word.
        LimitExceededError: when it is nested too deep.
    """
    return File(package, view).look()
