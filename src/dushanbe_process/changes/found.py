"""Changes as data: what changed, where, and how."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.changes.words import Fate, WordChange, word_changes

if TYPE_CHECKING:
    from collections.abc import Iterator


class ChangeKind(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@attrs.frozen
class Change:
    """One change: a paragraph, a row, an entity or a field that came, went, changed or moved.

    ``path`` leads to it in the second record, or in the first where it is gone; ``old_path``
    leads to it in the first, where it stands elsewhere there.  ``number`` is the number of the
    paragraph as printed; ``place`` says for people what it is, ``old_place`` what it was, where
    that was something else.  ``before`` and ``after`` are
    what it said: text as it is read, footnotes in their place; where no word differs and yet
    something does, with its marks (``*emphasis*``).  ``words`` are the two as one, piece by
    piece; empty, where only one of them is there.
    """

    kind: ChangeKind
    path: str
    place: str
    before: str | None = None
    after: str | None = None
    number: str | None = None
    old_path: str | None = None
    words: tuple[WordChange, ...] = ()
    old_place: str | None = None

    @property
    def is_renumbering(self) -> bool:
        """Whether only the number of a paragraph changed."""
        return self.kind is ChangeKind.CHANGED and self.path.endswith(".number")

    def to_tree(self) -> dict[str, Any]:
        """Return the change as plain data: what there is to say, and nothing else."""
        told = {
            "kind": self.kind.value,
            "path": self.path,
            "old_path": self.old_path,
            "place": self.place,
            "old_place": self.old_place,
            "number": self.number,
            "before": self.before,
            "after": self.after,
            "words": [[each.fate.value, each.text] for each in self.words],
        }
        return {name: value for name, value in told.items() if value not in (None, [])}

    def __str__(self) -> str:
        """Return the change in one line, in which ``[-…-]`` went and ``{+…+}`` came."""
        told = marked(self.words) if self.words else self.after or self.before or ""
        return " ".join(f"{self.place}: {self.kind}: {told}".split())


_SIGNS = {Fate.SAME: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "{{+{}+}}"}


def marked(words: tuple[WordChange, ...]) -> str:
    """Return a text with what went as ``[-…-]`` and what came as ``{+…+}``."""
    return "".join(_SIGNS[each.fate].format(each.text) for each in words)


def changed(  # noqa: PLR0913  (what there is to say of a change)
    path: str,
    place: str,
    before: str | None,
    after: str | None,
    *,
    number: str | None = None,
    old_path: str | None = None,
    old_place: str | None = None,
    moved: bool = False,
) -> Change:
    """Return the change from one text to another; None stands for what is not there."""
    old_path = old_path if old_path != path else None
    if before is None or after is None:
        kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
        return Change(kind, path, place, before, after, number, old_path)
    kind = ChangeKind.MOVED if moved else ChangeKind.CHANGED
    words = word_changes(before, after)
    old_place = old_place if old_place != place else None
    return Change(kind, path, place, before, after, number, old_path, words, old_place)


@attrs.frozen
class Diff:
    """What changed between two records, in reading order; false, where nothing did."""

    changes: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        """Yield the changes."""
        return iter(self.changes)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.changes)

    def of(self, kind: ChangeKind | str) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(each for each in self.changes if each.kind == kind)

    def to_tree(self) -> dict[str, Any]:
        """Return the changes as plain data, for JSON."""
        return {"equal": not self.changes, "changes": [each.to_tree() for each in self.changes]}

    def __str__(self) -> str:
        """Return one line for each change."""
        return "\n".join(map(str, self.changes))
