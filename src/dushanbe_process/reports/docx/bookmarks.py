"""Bookmarks, by which a paragraph is known again wherever an editor has put it."""

from __future__ import annotations

import re

import attrs

#: What the name of a bookmark does not hold.
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]")


def name_of(anchor: str) -> str:
    """Return the name of a bookmark: hidden, within forty characters."""
    plain = anchor.isascii() and anchor.isalnum()
    return "_dp_" + (anchor if plain else _NOT_IN_NAMES.sub("_", anchor))[:36]


@attrs.define
class Bookmarks:
    """The bookmarks of a document: each has a name of its own, whatever its case."""

    names: set[str] = attrs.field(factory=set)
    #: By the name of a bookmark the things that its row of a table tells of.
    about: dict[str, tuple[object, ...]] = attrs.field(factory=dict)

    def around(self, inside: str, anchor: str | None, about: tuple[object, ...] = ()) -> str:
        """Return the inside of a paragraph in a bookmark of its own: an empty one has none."""
        if not inside:
            return inside
        id_ = len(self.names) + 1
        name = name_of(anchor or f"x{id_}")
        folded = name.lower()
        if folded in self.names:
            name = folded = f"_dp_x{id_}"
        self.names.add(folded)
        if about:
            self.about[name] = about
        return (
            f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{id_}"/>'
        )
