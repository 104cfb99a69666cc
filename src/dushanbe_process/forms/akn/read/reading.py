"""What is known while one document is read: its language, its notes, what was irregular."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.akn.folding import PLAIN
from dushanbe_process.forms.akn.languages import UNKNOWN
from dushanbe_process.model.localized import LocalizedText

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.irregular import Findings
    from dushanbe_process.model.text import Run
    from dushanbe_process.xml_parse import Element

NOTHING = LocalizedText()


@attrs.define
class Reading:
    """One document under way.

    ``notes`` counts its footnotes, ``entities`` names the records behind its references,
    ``references`` keeps those that lead to no absolute address; ``manners`` is what elements
    that mark words were found to say, and ``ways`` holds each manner once.
    """

    findings: Findings
    language: str = UNKNOWN
    notes: int = 0
    in_note: bool = False
    entities: dict[str, str] = attrs.field(factory=dict)
    references: list[dict[str, Any]] = attrs.field(factory=list)
    manners: dict[tuple[Any, ...], Run] = attrs.field(factory=dict)
    ways: dict[Run, Run] = attrs.field(factory=lambda: {PLAIN: PLAIN})

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

    @property
    def noted(self) -> tuple[int, int]:
        """How much was noted and kept so far."""
        return len(self.findings.found), len(self.references)

    def one(self, manner: Run) -> Run:
        """Return the one object that is this manner in this document."""
        return self.ways.setdefault(manner, manner)
