"""What was found in a Word file beside its pages, as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.seen import Change, Comment


@attrs.frozen
class HiddenData:
    """What a Word file carries beside its pages.

    ``record`` names the record that it carries; ``properties`` are those of the file, by name;
    ``sessions`` counts the editing sessions that Word has numbered in it.
    """

    record: str | None
    comments: tuple[Comment, ...]
    changes: tuple[Change, ...]
    properties: dict[str, str]
    unseen: tuple[str, ...] = ()
    sessions: int = 0
    embedded: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is anything."""
        return any(attrs.astuple(self, recurse=False))

    def as_tree(self) -> dict[str, Any]:
        """Return the whole as plain data."""
        return attrs.asdict(self)
