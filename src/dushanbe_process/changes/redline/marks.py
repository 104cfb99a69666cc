"""The marks of revisions: each with a number, an author and, where it is given, a date."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from dushanbe_process.reports.docx.names import attribute

#: Where a date must be given and none is: that of the parts of the file.
_NO_DATE = "1980-01-01T00:00:00Z"

Kind: TypeAlias = Literal["ins", "del", "moveFrom", "moveTo"]


@attrs.define
class Marks:
    """Hands out marks; no clock and no name of a user goes into them unasked."""

    author: str
    date: str | None = None
    count: int = 0

    def _identity(self, date: str | None = None) -> str:
        self.count += 1
        date = self.date or date
        date = f" w:date={attribute(date)}" if date else ""
        return f'w:id="{self.count}" w:author={attribute(self.author)}{date}'

    def around(self, kind: Kind, runs: str, *, apart: bool = False) -> str:
        """Return runs as inserted, deleted or moved.

        What is ``apart`` has no date where others have one, and the other way round: editors
        take changes of one author and time that meet for one change.
        """
        if not runs:
            return ""
        identity = self._identity(_NO_DATE) if apart else self._identity()
        if apart and self.date:
            identity = identity.partition(" w:date=")[0]
        return f"<w:{kind} {identity}>{runs}</w:{kind}>"

    def alone(self, kind: Kind) -> str:
        """Return the mark that the end of a paragraph or a row bears."""
        return f"<w:{kind} {self._identity()}/>"

    def former(self, kind: Literal["rPr", "pPr"], properties: str) -> str:
        """Return the mark that keeps the properties that were before."""
        inner = f"<w:{kind}>{properties}</w:{kind}>"
        return f"<w:{kind}Change {self._identity()}>{inner}</w:{kind}Change>"

    def move(self, kind: Literal["moveFrom", "moveTo"], name: str) -> tuple[str, str]:
        """Return the beginning and the end of a place that something moved from or to."""
        begin = f"<w:{kind}RangeStart {self._identity(_NO_DATE)} w:name={attribute(name)}/>"
        return begin, f'<w:{kind}RangeEnd w:id="{self.count}"/>'
