"""What is known while one document is read: its language, its notes, what was irregular."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.akn.languages import UNKNOWN
from dushanbe_process.model.localized import LocalizedText

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.irregular import Findings
    from dushanbe_process.xml_parse import Element

NOTHING = LocalizedText()


@attrs.define
class Reading:
    """One document under way.

    ``notes`` counts its footnotes, ``entities`` names the records behind its references,
    ``references`` keeps those that lead to no absolute address.
    """

    findings: Findings
    language: str = UNKNOWN
    notes: int = 0
    in_note: bool = False
    entities: dict[str, str] = attrs.field(factory=dict)
    references: list[dict[str, Any]] = attrs.field(factory=list)

    @property
    def tag(self) -> str:
        """The tag under which texts of this document are kept; none, where it is not known."""
        return "" if self.language == UNKNOWN else self.language

    def text(self, words: str) -> LocalizedText:
        """Return words of this document as a text in its language; none, where there are none."""
        return LocalizedText.__from_legal__({self.tag: words}) if words else NOTHING

    def note(self, kind: str, element: Element, detail: str = "") -> None:
        """Note that an element is irregular."""
        self.findings.note(kind, element, detail)

    def keep_reference(self, words: str, address: str) -> None:
        """Keep a reference that has no place in the text."""
        self.references.append({"text": words, "href": address})
