"""What a document of the model is called in Akoma Ntoso, and the other way round.

The document types and subtypes are those of AKN4UN where it has them; the rest is our own
profile: see ``docs/reference/akoma-ntoso.md``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.model import documents as d

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.read.meta import Meta
    from dushanbe_process.xml_parse import Element


@attrs.frozen
class Kind:
    """A document type, its subtype and its name."""

    element: str
    subtype: str
    name: str


KINDS: dict[type[d.Document], Kind] = {
    d.Declaration: Kind("statement", "deliberation", "declaration"),
    d.Resolution: Kind("statement", "deliberation", "resolution"),
    d.Decision: Kind("statement", "deliberation", "decision"),
    d.Statement: Kind("debate", "record", "statement"),
    d.Summary: Kind("debateReport", "report", "coChairsSummary"),
    d.Report: Kind("debateReport", "report", "conferenceReport"),
    d.Agenda: Kind("debateReport", "agenda", "agendaListing"),
    d.PressRelease: Kind("doc", "communication", "pressRelease"),
    d.Letter: Kind("doc", "communication", "letter"),
    d.OtherDocument: Kind("doc", "document", "document"),
}
_DRAFT = re.compile("draft ?(resolution|decision|declaration)", re.IGNORECASE)
_NAMES: dict[tuple[str, str], type[d.Document]] = {
    (kind.element, kind.name): cls for cls, kind in KINDS.items()
} | {
    ("statement", "presidentialStatement"): d.Statement,
    ("statement", "communique"): d.Declaration,
    ("statement", "jointStatement"): d.Declaration,
    ("debateReport", "agendaAnnotated"): d.Agenda,
    ("debateReport", "summary"): d.Summary,
    ("debateReport", "report"): d.Report,
}


def class_of(element: str, name: str, within: type[d.Document] | None = None) -> type[d.Document]:
    """Return the class of a document, by its element and name.

    ``within`` is the class of the documents in a collection: a publication of resolutions is
    read as what it publishes.
    """
    if within is not None and element == "documentCollection":
        return within
    draft = _DRAFT.fullmatch(name)
    if draft:
        name = draft[1].lower()
    return _NAMES.get((element, name), d.OtherDocument)


def is_draft(name: str) -> bool:
    """Say whether a document is called a draft."""
    return _DRAFT.fullmatch(name) is not None


def kind_of(document: d.Document, kept: dict[str, Any]) -> Kind:
    """Return what a document is written as: as it was read, where that is of its class."""
    usual = KINDS[type(document)]
    element, name = kept.get("element"), kept.get("name")
    if not isinstance(element, str) or not isinstance(name, str):
        return usual
    fits = class_of(element, name) is type(document) and element in OPEN
    return Kind(element, str(kept.get("subtype", usual.subtype)), name) if fits else usual


#: The document types that are written: they are all built alike, but for ``debate``.
OPEN = ("statement", "debateReport", "doc", "debate")


def subtype_of(meta: Meta) -> str:
    """Return the subtype that the address of a work names."""
    parts = meta.iri.strip("/").split("/")
    return parts[3] if len(parts) > 3 and parts[3].isalpha() else ""  # noqa: PLR2004


def name_of(element: Element) -> str:
    """Return the name of a document as its file gives it."""
    return str(element.get("name", ""))
