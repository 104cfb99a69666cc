"""A document to its element: one language, with the documents within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.kinds import kind_of
from dushanbe_process.forms.akn.languages import UNKNOWN
from dushanbe_process.forms.akn.write.blocks import put_clause, put_hierarchy
from dushanbe_process.forms.akn.write.debate import put_debate
from dushanbe_process.forms.akn.write.elements import add
from dushanbe_process.forms.akn.write.head import put_conclusions, put_cover, put_preface
from dushanbe_process.forms.akn.write.inline import put
from dushanbe_process.forms.akn.write.meta import put_meta
from dushanbe_process.model.documents import Document, LanguageVersion

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.model.body import Body
    from dushanbe_process.xml_parse import Element


def put_document(parent: Element, document: Document, language: str | None, w: Writing) -> Element:
    """Write a document in one language: the first, unless one is named.

    Of the documents within it, those go with it that are in this language; those that are in
    none of its languages go with the first.
    """
    version = _version(document, language)
    w.language = version.language
    kind = kind_of(document, _kept(document))
    made = add(parent, kind.element, name=kind.name)
    put_meta(made, document, version if document.versions else None, kind, w)
    put_cover(made, document, version, w)
    put_preface(made, document, version, w)
    if kind.element == "debate":
        put_debate(made, document, version.body, w)
    else:
        _open(made, version.body, w)
    put_conclusions(made, document, version, w)
    inner = [each for each in document.annexes if _goes_with(each, document, version.language)]
    if inner:
        attachments = add(made, "attachments")
        for each in inner:
            below = w.within("att_1", version.language)
            attachment = add(attachments, "attachment", eId=below.prefix.removesuffix("__"))
            has = each.version(version.language)
            put_document(attachment, each, version.language if has else None, below)
    return made


def _kept(document: Document) -> dict[str, object]:
    found = document.extra.__to_tree__().get("akn")
    return found if isinstance(found, dict) else {}


def _version(document: Document, language: str | None) -> LanguageVersion:
    """Return the version in a language; an empty one, where there is none at all."""
    found = document.version(language) if language else None
    if found is not None:
        return found
    if document.versions:
        return document.versions[0]
    tags = [tag for tag in document.title if tag]
    return LanguageVersion(language=tags[0] if len(tags) == 1 else UNKNOWN)


def _goes_with(annex: Document, document: Document, language: str) -> bool:
    """Say whether an annex is written together with its document in a language."""
    if annex.version(language) is not None:
        return True
    others = {each.language for each in document.versions[1:]}
    first = not document.versions or document.versions[0].language == language
    return first and not any(annex.version(each) for each in others)


def _open(parent: Element, body: Body, w: Writing) -> None:
    """Write preamble and body."""
    if body.formula or body.preamble:
        preamble = add(parent, "preamble", eId=w.eid("preamble"))
        if body.formula:
            formula = add(preamble, "formula", name="enactingFormula", eId=w.eid("formula_1"))
            put(add(formula, "p"), body.formula, w)
        for place, block in enumerate(body.preamble, 1):
            put_clause(preamble, block, w, place)
    main = add(parent, "mainBody", eId=w.eid("mainBody"))
    put_hierarchy(main, body.operative, w)
    if not body.operative:
        add(main, "p")
