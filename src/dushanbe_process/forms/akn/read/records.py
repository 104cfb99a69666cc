"""A file of Akoma Ntoso to a record: what the file says, and what it carries beside that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import InvalidError, LimitExceededError, Problem
from dushanbe_process.forms.akn.folding import fold
from dushanbe_process.forms.akn.gathered import text_of_file
from dushanbe_process.forms.akn.irregular import Findings
from dushanbe_process.forms.akn.kinds import KINDS
from dushanbe_process.forms.akn.names import child, local
from dushanbe_process.forms.akn.read.document import Place
from dushanbe_process.forms.akn.read.tree import NAME, read_file, read_root, whole
from dushanbe_process.forms.akn.rest import Applying, digest
from dushanbe_process.forms.akn.rest_xml import carried_by
from dushanbe_process.migrations import VERSION
from dushanbe_process.schema import record_of
from dushanbe_process.tree import structure, unstructure
from dushanbe_process.xml_parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.documents import Document
    from dushanbe_process.schema import Model, Schema
    from dushanbe_process.xml_parse import Element

_DOCUMENTS = frozenset(record_of(cls).tag for cls in KINDS)
_EDITED = "edited since it was written, and what the file carries beside the text does not fit"


@attrs.frozen
class Read:
    """A record, what was irregular in its file, and what an edit of the text has overridden."""

    record: Model
    findings: Findings
    edits: tuple[Problem, ...] = ()


def read_bytes(data: bytes, schema: Schema | None = None) -> Read:
    """Return the record of a file.

    Raises:
        MalformedError: when it is not well-formed, or is no Akoma Ntoso.
        LimitExceededError: when it is nested too deep.
        InvalidError: when what it carries beside the text is no sound record.
    """
    root = parse(data, NAME)
    try:
        return read_element(root, schema)
    except RecursionError:
        message = "elements nested too deep"
        raise LimitExceededError(message) from None


def read_element(root: Element, schema: Schema | None = None) -> Read:
    """Return the record of a root element."""
    findings = Findings()
    first = root[0] if len(root) else None
    carried = carried_by(child(first, "meta")) if first is not None else None
    if carried is None:
        return Read(read_file(root, findings), findings)
    text = digest(text_of_file(root))
    said = spoken(root, carried.record, Findings())
    applying = Applying()
    meant = applying.apply(said, carried.rest) if carried.rest is not None else said
    if text != carried.text and digest(said) == carried.said:
        applying.lost.append("$")
    if not isinstance(meant, dict):
        raise InvalidError([Problem("$", "the file carries no record")])
    record = structure({**meant, "version": VERSION}, schema)
    edits = tuple(Problem(path, _EDITED) for path in applying.lost)
    return Read(record, findings, edits)


def spoken(root: Element, tag: str, findings: Findings) -> dict[str, Any]:
    """Return the plain tree of what a file says, of a record of this name."""
    if tag in _DOCUMENTS:
        return plain(read_root(root, findings))
    if tag == "dossier":
        return _dossier(root[0], findings)
    if tag == "conference":
        return _conference(root[0])
    return {"type": tag}


def plain(document: Document) -> dict[str, Any]:
    """Return the plain tree of a document, without its version."""
    tree = unstructure(document)
    del tree["version"]
    return tree


def _dossier(collection: Element, findings: Findings) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "dossier"}
    if title := _title(collection):
        made["title"] = title
    place = Place(findings)
    for each in _components(collection):
        if local(each) == "documentCollection" and each.get("name") == "conference":
            made.setdefault("conferences", []).append(_untyped(_conference(each)))
        else:
            made.setdefault("documents", []).append(plain(whole(each, place, [])))
    return made


def _untyped(tree: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in tree.items() if key != "type"}


def _components(collection: Element) -> Iterator[Element]:
    body = child(collection, "collectionBody")
    for component in body if body is not None else ():
        yield from (each for each in component if local(each) != "documentRef")


def _conference(collection: Element) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "conference"}
    alias = child(collection, "meta", "identification", "FRBRWork", "FRBRalias")
    if alias is not None:
        made["id"] = alias.get("value", "")
    if title := _title(collection):
        made["title"] = title
    sessions = [_session(each) for each in _sections(collection)]
    return made | ({"sessions": sessions} if sessions else {})


def _sections(collection: Element) -> Iterator[Element]:
    for each in _components(collection):
        body = child(each, "debateBody")
        yield from body if body is not None else ()


def _session(section: Element) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": section.get("name", "")}
    for name, key in (("num", "number"), ("heading", "title")):
        found = child(section, name)
        if found is not None and (words := fold("".join(found.itertext()))):
            made[key] = words
    return made


def _title(collection: Element) -> str:
    found = child(collection, "preface", "p", "docTitle")
    return fold("".join(found.itertext())) if found is not None else ""
