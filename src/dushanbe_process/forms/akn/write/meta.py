"""The ``meta`` of a document: identification, classification, workflow, votes, references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from dushanbe_process.forms.akn.head import kept as kept_of
from dushanbe_process.forms.akn.iri import expression, iri_of
from dushanbe_process.forms.akn.languages import code_of
from dushanbe_process.forms.akn.names import AKN4UN
from dushanbe_process.forms.akn.read.adoption import MODES
from dushanbe_process.forms.akn.write.elements import add, is_uri
from dushanbe_process.model.documents import (
    Adoption,
    Distribution,
    Document,
    LanguageVersion,
    VoteCast,
)

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.kinds import Kind
    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.model.time_and_place import PartialDate
    from dushanbe_process.xml_parse import Element

#: Whose description of the document the ``meta`` is.
SOURCE = "#dushanbe-process"
#: How a date that nobody knows is written, as the United Nations do.
UNKNOWN_DATE = "0001-01-01"
_PROGRAM = "dushanbe-process"
_OUTCOMES = {mode: name for name, mode in MODES.items()}
_BALLOTS = {
    VoteCast.IN_FAVOUR: "#inFavour",
    VoteCast.AGAINST: "#against",
    VoteCast.ABSTAINING: "#abstaining",
    VoteCast.NOT_VOTING: "#notVoting",
}
#: What the parts of a document refer to: kind, address and name.
_CONCEPTS = {
    "#publisher": ("TLCRole", "/akn/ontology/role/un/publisher", "Publisher"),
    "#issuingBody": ("TLCRole", "/akn/ontology/role/un/issuingBody", "Issuing body"),
    "#subsidiaryBody": ("TLCRole", "/akn/ontology/role/un/subsidiaryBody", "Subsidiary body"),
    "#symbol": ("TLCConcept", "/akn/ontology/concept/un/symbol", "Symbol"),
    "#dateOfIssuance": (
        "TLCConcept",
        "/akn/ontology/concept/un/dateOfIssuance",
        "Date of issuance",
    ),
    "#adoptionDate": ("TLCConcept", "/akn/ontology/concept/un/dateOfAdoption", "Date of adoption"),
    "#adoption": ("TLCConcept", "/akn/ontology/concept/un/adoption", "Adoption"),
    "#session": ("TLCEvent", "/akn/ontology/event/un/session", "Session"),
    "#inFavour": ("TLCTerm", "/akn/ontology/concept/un/voting/inFavour", "In favour"),
    "#against": ("TLCTerm", "/akn/ontology/concept/un/voting/against", "Against"),
    "#abstaining": ("TLCTerm", "/akn/ontology/concept/un/voting/abstaining", "Abstaining"),
    "#notVoting": ("TLCTerm", "/akn/ontology/concept/un/voting/notVoting", "Not voting"),
    "#memberState": ("TLCTerm", "/akn/ontology/organization/un/memberState", "Member State"),
    "#author": ("TLCRole", "/akn/ontology/role/un/author", "Author"),
    "#editor": ("TLCRole", "/akn/ontology/role/un/editor", "Editor"),
    **{
        f"#{each}Distribution": (
            "TLCConcept",
            f"/akn/ontology/concept/un/{each}Distribution",
            f"{each.capitalize()} distribution",
        )
        for each in Distribution
    },
    "#publicationJobNumber": (
        "TLCConcept",
        "/akn/ontology/concept/un/publicationJobNumber",
        "Job number",
    ),
    "#resolutionNumber": (
        "TLCConcept",
        "/akn/ontology/concept/un/resolutionNumber",
        "Number of the resolution",
    ),
    "#speaker": ("TLCRole", "/akn/ontology/role/un/speaker", "Speaker"),
}


def put_meta(
    parent: Element, document: Document, version: LanguageVersion | None, kind: Kind, w: Writing
) -> Element:
    """Write the ``meta`` of a document, but for its references: they are known at its end."""
    kept = document.extra.__to_tree__().get("akn")
    kept = kept if isinstance(kept, dict) else {}
    meta = add(parent, "meta")
    language = version.language if version else w.language
    identify(
        meta,
        iri=iri_of(document, kind),
        language=language,
        id_=document.id,
        dates={"adoption" if _is_adopted(document) else "publication": document.date},
        subtype=kind.subtype,
        published=_published(document, version),
        marked_up=kept_of(version).get("marked_up") if version else None,
    )
    _keywords(meta, kept.get("keywords"))
    _workflow(meta, kept.get("workflow"))
    _voting(meta, getattr(document, "adoption", None))
    if version is not None and version.job_number:
        _job_number(meta, version.job_number)
    return meta


def _is_adopted(document: Document) -> bool:
    return getattr(document, "adoption", None) is not None


def _published(document: Document, version: LanguageVersion | None) -> str | None:
    head = document.masthead
    found = kept_of(version).get("published") if version else None
    return found or (_day(head.date) if head is not None and head.date is not None else None)


def _day(date: PartialDate | None) -> str:
    """Return the first day that a date can be."""
    return date.earliest.isoformat() if date else UNKNOWN_DATE


def identify(  # noqa: PLR0913  (what identifies a document)
    meta: Element,
    *,
    iri: str,
    language: str,
    id_: str,
    dates: dict[str, PartialDate | None],
    subtype: str,
    published: str | None = None,
    marked_up: str | None = None,
) -> None:
    """Write work, expression and manifestation."""
    made = add(meta, "identification", source=SOURCE)
    first = next((_day(each) for each in dates.values()), UNKNOWN_DATE)
    work = add(made, "FRBRWork")
    add(work, "FRBRthis", value=f"{iri}/!main")
    add(work, "FRBRuri", value=iri)
    add(work, "FRBRalias", value=id_, name="id")
    for name, date in dates.items():
        add(work, "FRBRdate", date=_day(date), name=name)
    add(work, "FRBRauthor", href="#issuer", as_="#author")
    add(work, "FRBRcountry", value="un")
    add(work, "FRBRsubtype", value=subtype)
    told = expression(iri, language)
    one = add(made, "FRBRExpression")
    add(one, "FRBRthis", value=f"{told}/!main")
    add(one, "FRBRuri", value=told)
    add(one, "FRBRdate", date=_dated(published, first), name="publication")
    add(one, "FRBRauthor", href="#issuer", as_="#publisher")
    add(one, "FRBRlanguage", language=code_of(language))
    form = add(made, "FRBRManifestation")
    add(form, "FRBRthis", value=f"{told}/!main.xml")
    add(form, "FRBRuri", value=f"{told}.xml")
    add(form, "FRBRdate", date=_dated(marked_up, _dated(published, first)), name="markup")
    add(form, "FRBRauthor", href="#dushanbe-process", as_="#editor")


def _dated(given: object, otherwise: str) -> str:
    """Return a date that the schema takes: what was kept, or another."""
    text = str(given or "")
    return text if len(text) == len(UNKNOWN_DATE) and text[:4].isdecimal() else otherwise


def _keywords(meta: Element, keywords: Any) -> None:
    """Write the keywords, one ``classification`` for each of their sources."""
    parent, source = None, None
    for each in keywords if isinstance(keywords, list) else ():
        if not _is_keyword(each):
            continue
        if parent is None or each["source"] != source:
            source = each["source"]
            parent = add(meta, "classification", source=source)
        made = add(parent, "keyword")
        for key, value in each.items():
            if key != "source":
                made.set(key, value)


_KEYWORD = {"value", "showAs", "shortForm", "dictionary", "href", "refersTo"}


def _is_keyword(given: Any) -> bool:
    """Say whether the schema takes what is kept of a keyword."""
    return (
        _is_flat(given, _KEYWORD | {"source"})
        and {"value", "showAs", "dictionary", "source"} <= given.keys()
        and all(is_uri(given.get(key, "")) for key in ("source", "dictionary", "href", "refersTo"))
        and " " not in given.get("refersTo", "")
    )


def _is_flat(given: Any, known: set[str]) -> bool:
    return (
        isinstance(given, dict)
        and given.keys() <= known
        and all(isinstance(value, str) for value in given.values())
    )


def _workflow(meta: Element, steps: Any) -> None:
    """Write the steps, each with the attributes that the schema asks for."""
    wanted = {"date", "by", "as", "outcome", "refersTo", "href"}
    sound = [each for each in steps if _is_flat(each, wanted)] if isinstance(steps, list) else []
    if not sound:
        return
    parent = add(meta, "workflow", source=SOURCE)
    for each in sound:
        step = add(parent, "step", date=_dated(each.get("date", "").strip(), UNKNOWN_DATE))
        by = each.get("by", "")
        step.set("by", by if is_uri(by) else "")
        for key in ("as", "outcome", "href"):
            if key in each and is_uri(each[key]):
                step.set(key, each[key])
        if "refersTo" in each and all(map(is_uri, each["refersTo"].split())):
            step.set("refersTo", each["refersTo"])


def _voting(meta: Element, adoption: Adoption | None) -> None:
    """Write how a document was adopted: outcome, counts and voters."""
    if adoption is None or not (adoption.mode or adoption.count or adoption.votes):
        return
    parliamentary = add(add(meta, "analysis", source=SOURCE), "parliamentary")
    voting = add(parliamentary, "voting")
    if adoption.mode in _OUTCOMES:
        voting.set("outcome", _OUTCOMES[adoption.mode])
    for cast, refers in _BALLOTS.items():
        value = getattr(adoption.count, cast.value, None) if adoption.count else None
        voters = [each for each in adoption.votes if each.vote is cast]
        if value is None and not voters:
            continue
        count = add(voting, "count", value="" if value is None else str(value), refersTo=refers)
        if voters:
            held = etree.SubElement(count, f"{{{AKN4UN}}}voters")
            for each in voters:
                add(held, "organization", str(each.name), refersTo="#memberState")
    if not len(voting):
        add(voting, "quorum", value="")


def _job_number(meta: Element, number: str) -> None:
    """Write the job number, where the United Nations have it: at the foot of the first page."""
    made = add(meta, "presentation", source=SOURCE)
    for name in ("footerFirstPage", "footerFirstPageLeft", "internalCode"):
        made = etree.SubElement(made, f"{{{AKN4UN}}}{name}")
    add(made, "docketNumber", number, refersTo="#publicationJobNumber")


def put_references(root: Element, meta: Element, w: Writing, issuer: str = "Issuer") -> None:
    """Write what all parts of a file refer to, into the ``meta`` of its first document."""
    used = {name for each in root.iter() for name in each.get("refersTo", "").split()}
    used |= {each.get("as", "") for each in root.iter()}
    made = next((each for each in meta if each.tag.endswith("}references")), None)
    if made is None:
        made = etree.Element(f"{meta.tag.rpartition('}')[0]}}}references", source=SOURCE)
        late = ("}presentation", "}proprietary", "}notes")
        [each for each in meta if not each.tag.endswith(late)][-1].addnext(made)
    for name, (kind, address, shown) in _CONCEPTS.items():
        if name in used:
            add(made, kind, eId=w.ids.new(name[1:]), href=address, showAs=shown)
    address = "/akn/ontology/organization/un/issuer"
    add(made, "TLCOrganization", eId=w.ids.new("issuer"), href=address, showAs=issuer)
    address = "/akn/ontology/object/dushanbe-process"
    add(made, "TLCObject", eId=w.ids.new("dushanbe-process"), href=address, showAs=_PROGRAM)
