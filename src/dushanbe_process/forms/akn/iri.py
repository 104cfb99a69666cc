"""Addresses of works (IRIs), as the Akoma Ntoso Naming Convention 1.0 builds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.kinds import KINDS, Kind
from dushanbe_process.forms.akn.languages import code_of

if TYPE_CHECKING:
    from dushanbe_process.model.documents import Document
    from dushanbe_process.model.symbol import SymbolParts

#: The organs as the United Nations' own addresses call them.
_ACTORS = {"A": "unga", "S": "unsc", "E": "unecosoc", "T": "untc", "ST": "unst"}
_BODIES = {("A", "HRC"): "unga-hrc"}
_FIRST_DAY = "0001-01-01"


def iri_of(document: Document, kind: Kind | None = None) -> str:
    """Return the address of a work: ``/akn/un/statement/deliberation/unga/2023-06-22/77-298``."""
    kind = kind or KINDS[type(document)]
    parts = _parts(document)
    actor = _actor(parts) if parts else _slug(document.conference or "") or "issuer"
    date = str(document.date).removesuffix("~") if document.date else _FIRST_DAY
    number = _number(parts) if parts else ""
    number = number or _slug(document.id) or "document"
    if not actor[0].isalpha():
        actor = f"x-{actor}"
    return f"/akn/un/{kind.element}/{kind.subtype}/{actor}/{date}/{number}"


def _parts(document: Document) -> SymbolParts | None:
    told = document.symbols[0].parts if document.symbols else ()
    return told[0] if told else None


def _actor(parts: SymbolParts) -> str:
    body = parts.subsidiaries[0] if parts.subsidiaries else ""
    known = _BODIES.get((parts.organ, body)) or _ACTORS.get(parts.organ)
    return known or _slug(parts.organ) or "un"


def _number(parts: SymbolParts) -> str:
    """Return session and number as the addresses of the United Nations have them."""
    told = [parts.session or "", parts.number or ""]
    if parts.organ == "S" and parts.nature == "RES":
        told.reverse()
    told = [re.sub(r"[^\w.-]+", "", each) for each in told]
    return "-".join(filter(None, told))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def expression(work: str, language: str) -> str:
    """Return the address of a work in one language: ``…/77-298/eng@``."""
    return f"{work}/{code_of(language)}@"


def scheme_of(iri: str) -> str:
    """Return whose numbers the documents at an address bear: ``itu`` for ``…/itu-pp/…``.

    Empty for the United Nations, whose documents bear symbols, and where nothing tells it.
    """
    parts = iri.strip("/").split("/")
    actor = parts[4] if len(parts) > 6 else ""  # noqa: PLR2004  (akn, un, type, subtype, actor …)
    scheme = actor.partition("-")[0]
    return "" if scheme.startswith("un") else _slug(scheme)
