"""What is known while one document is written: its language, its place, what it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.languages import UNKNOWN
from dushanbe_process.forms.akn.write.elements import Ids

if TYPE_CHECKING:
    from collections.abc import Mapping


@attrs.define
class Writing:
    """One document under way.

    ``prefix`` begins the eIds of a document within another; ``entities`` are the eIds of the
    records that the file refers to, by their ids.
    """

    ids: Ids = attrs.field(factory=Ids)
    language: str = UNKNOWN
    prefix: str = ""
    notes: int = 0
    entities: Mapping[str, str] = attrs.field(factory=dict)

    def eid(self, wanted: str) -> str:
        """Return an eId of this document that is unique in the file."""
        return self.ids.new(self.prefix + wanted)

    def within(self, wanted: str, language: str) -> Writing:
        """Return the writing of a document that stands within this one."""
        prefix = f"{self.ids.new(self.prefix + wanted)}__"
        return Writing(self.ids, language, prefix, entities=self.entities)
