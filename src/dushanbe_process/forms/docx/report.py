"""What reading a Word file found: where the file comes from, and every edit of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator


class Origin(StrEnum):
    """Where a Word file comes from, and what is left of what this library put in it."""

    OURS = "ours"
    OURS_DATA_LOST = "ours-data-lost"
    OURS_MARKS_LOST = "ours-marks-lost"
    FOREIGN = "foreign"


class ItemKind(StrEnum):
    """What happened to one place of a document, or what there is to know of it."""

    EDITED = "edited"
    NEW = "new"
    REMOVED = "removed"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    COPIED = "copied"
    RENUMBERED = "renumbered"
    INFERRED = "inferred"
    CONFLICT = "conflict"
    UNPLACED = "unplaced"
    DIGEST_MISMATCH = "digest_mismatch"
    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    FORMATTING = "formatting"
    COMMENT = "comment"
    GUESSED = "guessed"
    UNREAD = "unread"


@attrs.frozen
class Item:
    """One finding: what it is, where in the record and in the file, and what was and is there.

    ``path`` is the path in the record that was read (in the record before, for what was
    removed), empty where there is none; ``place`` the place in the file, as people count
    (``paragraph 12``); ``author`` and ``date`` are those of a tracked change or comment.
    """

    kind: ItemKind
    path: str = ""
    place: str = ""
    before: str = ""
    after: str = ""
    author: str = ""
    date: str = ""
    note: str = ""

    def __str__(self) -> str:
        """Return the finding as one line."""
        where = ", ".join(filter(None, (self.path, self.place)))
        told = f"{self.kind.value}: {where}" if where else self.kind.value
        was, now = _short(self.before), _short(self.after)
        if was and now:
            told += f": {was} → {now}"
        elif was or now:
            told += f": {was or now}"
        by = " ".join(filter(None, (self.author, self.date)))
        return told + (f" [{by}]" if by else "") + (f" ({self.note})" if self.note else "")

    def as_tree(self) -> dict[str, Any]:
        """Return the finding as plain data: what it says, without what it does not."""
        return {key: str(value) for key, value in attrs.asdict(self).items() if value}


#: The kinds that say that the text was changed.
EDITS = frozenset(
    {
        ItemKind.EDITED,
        ItemKind.NEW,
        ItemKind.REMOVED,
        ItemKind.MOVED,
        ItemKind.MERGED,
        ItemKind.SPLIT,
        ItemKind.COPIED,
        ItemKind.RENUMBERED,
        ItemKind.UNPLACED,
    }
)


@attrs.frozen
class DocxReport:
    """What reading a Word file found."""

    origin: Origin
    items: tuple[Item, ...] = ()

    @property
    def untouched(self) -> bool:
        """Whether the file is ours and says what it said when it was written."""
        return self.origin is Origin.OURS and not any(each.kind in EDITS for each in self.items)

    def of(self, *kinds: ItemKind | str) -> tuple[Item, ...]:
        """Return the items of some kinds, in reading order."""
        wanted = {ItemKind(each) for each in kinds}
        return tuple(each for each in self.items if each.kind in wanted)

    def __iter__(self) -> Iterator[Item]:
        """Iterate over the items, in reading order."""
        return iter(self.items)

    def __str__(self) -> str:
        """Return the origin and one item a line."""
        return "\n".join([f"origin: {self.origin.value}", *map(str, self.items)])

    def as_tree(self) -> dict[str, Any]:
        """Return the whole as plain data."""
        return {"origin": self.origin.value, "items": [each.as_tree() for each in self.items]}


_MOST = 60


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return f"“{folded if len(folded) <= _MOST else folded[: _MOST - 1] + '…'}”" if folded else ""
