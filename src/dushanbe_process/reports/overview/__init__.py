"""An overview of any record: what it says, laid out for reading.

Dossiers, conferences, documents and claims have layouts of their own; every other class is
shown field by field, so that a new class or field is shown without a word here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.conference import Conference
from dushanbe_process.model.documents import Document
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.model.entity import Claim
from dushanbe_process.reports.overview.claims import claim
from dushanbe_process.reports.overview.conference import conference
from dushanbe_process.reports.overview.document import document
from dushanbe_process.reports.overview.dossier import dossier
from dushanbe_process.reports.overview.fields import fields
from dushanbe_process.reports.overview.reader import Reader

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import BlockTree
    from dushanbe_process.schema import Model


def overview(record: Model, language: str = "en") -> BlockTree:
    """Return the blocks that show a record to a reader of a language."""
    match record:
        case Dossier():
            return tuple(dossier(record, Reader(language, record)))
        case Conference():
            return tuple(conference(record, Reader(language), 0))
        case Document():
            return tuple(document(record, Reader(language), 0))
        case Claim():
            return tuple(claim(record, Reader(language), 0))
        case _:
            return tuple(fields(record, Reader(language), 0))
