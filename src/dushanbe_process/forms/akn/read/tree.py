"""A whole file: its document, and the documents within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from lxml import etree

from dushanbe_process.errors import InvalidError, MalformedError
from dushanbe_process.forms.akn.folding import joined
from dushanbe_process.forms.akn.gathered import text_of_file
from dushanbe_process.forms.akn.irregular import Findings
from dushanbe_process.forms.akn.kinds import class_of, name_of
from dushanbe_process.forms.akn.names import AKN, DOCUMENTS, ROOT, WITHIN, child, local
from dushanbe_process.forms.akn.read.document import Place, read_document
from dushanbe_process.forms.akn.read.inline import line
from dushanbe_process.forms.akn.read.meta import language_of
from dushanbe_process.forms.akn.read.reading import Reading
from dushanbe_process.forms.akn.read.safety import with_all_words
from dushanbe_process.model.versions import merge_versions
from dushanbe_process.schema.twins import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.documents import Document
    from dushanbe_process.model.text import InlineText, Piece
    from dushanbe_process.xml_parse import Element

NAME = "Akoma Ntoso"
_GIVEN = etree.XPath("descendant-or-self::*/@eId", smart_strings=False)


def read_file(root: Element, findings: Findings) -> Document:
    """Return the document of a file of others: every word of it, wherever it stands.

    Raises:
        MalformedError: as ``read_root`` does.
    """
    source = text_of_file(root)
    return with_all_words(read_root(root, findings), source, findings)


def read_root(root: Element, findings: Findings) -> Document:
    """Return the document of a file, with the documents within it as its annexes.

    Raises:
        MalformedError: when the file is not Akoma Ntoso, or holds no document.
    """
    if local(root) != ROOT:
        message = f"the root is {root.tag!r:.120}, not {ROOT!r}"
        raise MalformedError(NAME, message, root.sourceline)
    documents = [each for each in root if local(each) in DOCUMENTS]
    if not documents:
        message = "there is no document in it"
        raise MalformedError(NAME, message, root.sourceline)
    if not root.tag.startswith(f"{{{AKN}}}"):
        findings.note("not the namespace of Akoma Ntoso 3.0", root, root.tag[:80])
    _note_twice(root, findings)
    place = Place(findings)
    beside = [each for each in root if each is not documents[0]]
    return whole(documents[0], place, beside)


def _note_twice(root: Element, findings: Findings) -> None:
    """Note every eId that is given twice."""
    given = _GIVEN(root)
    once = set(given)
    if len(once) == len(given) and "" not in once:
        return
    seen: set[str] = set()
    for each in root.iter():
        eid = each.get("eId")
        if eid is not None and eid in seen:
            findings.note("duplicate eId", each, eid)
        elif eid == "":
            findings.note("empty eId", each)
        seen.add(eid or "")


def whole(element: Element, place: Place, beside: list[Element]) -> Document:
    """Return a document with those that stand in it, and beside it in a file."""
    inner = [*_within(element), *_beside(beside)]
    if local(element) == "documentCollection" and inner:
        classes = {class_of(local(each.element), name_of(each.element)) for each in inner}
        place.within = classes.pop() if len(classes) == 1 else None
    versions = [each for each in inner if _is_version(each.element, element)]
    inner = [each for each in inner if each not in versions]
    document = read_document(element, place)
    place.within = None
    annexes: list[Document] = []
    for number, each in enumerate(inner, 1):
        heading = _heading(each.around, place.findings)
        below = attrs.evolve(place, above=document, number=number, heading=heading)
        annexes.append(whole(each.element, below, []))
    if annexes:
        put(document, "annexes", tuple(annexes))
    others = [whole(each.element, Place(place.findings), []) for each in versions]
    return _merged(document, others, place.findings) if others else document


def _is_version(element: Element, of: Element) -> bool:
    """Say whether a document is another in a further language."""
    works = [child(each, "meta", "identification", "FRBRWork", "FRBRuri") for each in (element, of)]
    addresses = [each.get("value") for each in works if each is not None]
    silent = Findings()
    languages = {language_of(each, Reading(silent)) for each in (element, of)}
    return len(addresses) == len(set(languages)) == 2 and addresses[0] == addresses[1]  # noqa: PLR2004


def _merged(document: Document, others: list[Document], findings: Findings) -> Document:
    """Return a document in all its languages."""
    try:
        merged = merge_versions([document, *others])
    except InvalidError as error:
        findings.note_at("$", "a version of another work", str(error))
        return document.evolve(annexes=[*document.annexes, *others])
    findings.heads.clear()  # The lines follow from the fields, which are those of several now.
    for each in merged.conflicts:
        findings.note_at(each.path, "versions that differ", str(each)[:200])
    return merged.document


@attrs.frozen
class _Inner:
    """A document within another, and the element that holds it."""

    element: Element
    around: Element


def _within(element: Element) -> Iterator[_Inner]:
    """Yield the documents within a document: in its body, its attachments and its components."""
    for each in element:
        name = local(each)
        if name in WITHIN or name == "collectionBody":
            yield from _documents(each)


def _documents(element: Element) -> Iterator[_Inner]:
    for each in element:
        if local(each) in DOCUMENTS:
            yield _Inner(each, element)
        elif local(each) in WITHIN:
            yield from _documents(each)


def _beside(elements: list[Element]) -> Iterator[_Inner]:
    for each in elements:
        if local(each) in DOCUMENTS:
            yield _Inner(each, each)
        elif local(each) in WITHIN:
            yield from _documents(each)


def _heading(around: Element, findings: Findings) -> InlineText:
    """Return what stands above a document in the element that holds it."""
    made: list[Piece] = []
    for each in around if local(around) in WITHIN else ():
        if local(each) in ("num", "heading", "subheading"):
            made += [" ", *line(each, Reading(findings))]
    return joined(made)
