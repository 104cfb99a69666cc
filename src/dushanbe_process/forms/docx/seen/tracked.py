"""Tracked changes as people made them: editors cut one into as many pieces as it has runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.names import w

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.seen.things import Change
    from dushanbe_process.xml_parse import Element

#: What may stand between two pieces of one change, and says nothing.
_NOTHING = frozenset(
    map(w, ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd"))
)


@attrs.define
class Tracked:
    """The tracked changes of a file, in the order in which they are met."""

    changes: list[Change] = attrs.field(factory=list)
    _last: Element | None = None

    def add(self, change: Change, element: Element) -> None:
        """Remember a change, or a piece of the last one that goes on right behind it."""
        spot = _spot(element)
        if self._goes_on(change, spot):
            change = attrs.evolve(change, text=self.changes.pop().text + change.text)
        self.changes.append(change)
        self._last = spot

    def _goes_on(self, change: Change, spot: Element) -> bool:
        if self._last is None or attrs.evolve(self.changes[-1], text=change.text) != change:
            return False
        before = spot.getprevious()
        while before is not None and before.tag in _NOTHING:
            before = before.getprevious()
        return before is self._last


def _spot(element: Element) -> Element:
    """Return what stands in the text: of a run whose look was changed, the run."""
    return element.getparent().getparent() if element.tag == w("rPrChange") else element
