"""A whole file: what can be seen of a record, and beside it what Akoma Ntoso cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.names import AKN
from dushanbe_process.forms.akn.write.collection import put_conference, put_dossier, put_record
from dushanbe_process.forms.akn.write.document import put_document
from dushanbe_process.forms.akn.write.elements import add, root
from dushanbe_process.forms.akn.write.meta import put_references
from dushanbe_process.forms.akn.write.writing import Writing
from dushanbe_process.model.conference import Conference
from dushanbe_process.model.documents import Document
from dushanbe_process.model.dossier import Dossier

if TYPE_CHECKING:
    from dushanbe_process.schema import Model
    from dushanbe_process.xml_parse import Element


def visible(record: Model) -> Element:
    """Return a file that says of a record what Akoma Ntoso can say."""
    made, w = root(), Writing()
    issuer = ""
    match record:
        case Document():
            _in_languages(made, record, w)
            issuer = record.masthead.organ.in_(w.language) if record.masthead else ""
        case Dossier():
            put_dossier(made, record, w)
        case Conference():
            put_conference(made, record, w)
        case _:
            put_record(made, record, w)
    put_references(made, made[0][0], w, issuer or "Issuer")
    return made


def _in_languages(made: Element, document: Document, w: Writing) -> None:
    """Write a document in its first language, and the others as components beside it."""
    put_document(made, document, None, w)
    components = None
    for each in document.versions[1:]:
        if components is None:
            components = add(made, "components")
        below = w.within(f"version_{each.language}", each.language)
        component = add(components, "component", eId=below.prefix.removesuffix("__"))
        put_document(component, document, each.language, below)


def meta_of(root: Element) -> Element:
    """Return the ``meta`` of the first document of a file."""
    return root[0].find(f"{{{AKN}}}meta")
