"""Where a change at the end of a paragraph meets one at the beginning of the next.

The end of the paragraph between them stays.  LibreOffice takes two insertions that meet so, by
one author at one time, for one, and so two deletions; where it rejects or accepts that one, the
end goes too, and two paragraphs are joined that nobody joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.changes.redline.atoms import Piece
    from dushanbe_process.changes.redline.marks import Kind

#: What is inserted or deleted, moved or not.
_ALIKE: dict[Kind | None, Kind | None] = {"moveTo": "ins", "moveFrom": "del"}


def ended(pieces: list[Piece], follows: Callable[[], Kind | None]) -> list[Piece]:
    """Return the pieces of a paragraph so that its end does not meet what ``follows``.

    Of words that were replaced those come last that are of the other kind; what was only put
    there, or only taken away, is told apart.
    """
    kind = pieces[-1].kind if pieces else None
    if kind is None or kind != _ALIKE.get(next_ := follows(), next_):
        return pieces
    start = _start(pieces, len(pieces), kind)
    other = _start(pieces, start, pieces[start - 1].kind) if start else 0
    if start and pieces[start - 1].kind not in (None, kind):
        return [*pieces[:other], *pieces[start:], *pieces[other:start]]
    return [*pieces[:start], *(attrs.evolve(each, apart=True) for each in pieces[start:])]


def _start(pieces: list[Piece], end: int, kind: Kind | None) -> int:
    """Return where the pieces of a kind begin that end at a place."""
    while end and pieces[end - 1].kind == kind:
        end -= 1
    return end
