"""What is seen of a text, thing by thing, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.nodes import Node
    from dushanbe_process.forms.docx.edits.units import Unit
    from dushanbe_process.forms.docx.seen import SeenTable


@attrs.frozen
class Sight:
    """One thing that is seen of a body: a block that is known, or a unit or table that is new.

    ``deeper`` says by how much a known paragraph stands deeper than it did; ``source`` is the
    number of its unit on the page; ``beside`` names the part of a text (preamble, operative …)
    that stands beside it, where two texts stand in columns.
    """

    node: Node | None = None
    unit: Unit | None = None
    table: SeenTable | None = None
    deeper: int = 0
    source: int = -1
    beside: str | None = None

    @property
    def is_counted(self) -> bool:
        """Whether Word prints a number before it."""
        number = self.unit.line.number if self.unit is not None else None
        return number is not None and any(each.isalnum() for each in number)
