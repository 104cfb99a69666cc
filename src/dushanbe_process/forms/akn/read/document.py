"""One document element to a document of the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.akn.head import Line, as_printed
from dushanbe_process.forms.akn.iri import iri_of, scheme_of
from dushanbe_process.forms.akn.kinds import KINDS, class_of, is_draft, kind_of, name_of, subtype_of
from dushanbe_process.forms.akn.languages import UNKNOWN
from dushanbe_process.forms.akn.names import MAIN, WITHIN, local
from dushanbe_process.forms.akn.read.adoption import Ballot, read_ballot
from dushanbe_process.forms.akn.read.blocks import blocks
from dushanbe_process.forms.akn.read.body import Parts, read_texts
from dushanbe_process.forms.akn.read.ending import read_conclusions
from dushanbe_process.forms.akn.read.masthead import Head, read_head
from dushanbe_process.forms.akn.read.meta import Meta, language_of, read_meta
from dushanbe_process.forms.akn.read.reading import Reading
from dushanbe_process.model.body import Body, Paragraph, Section
from dushanbe_process.model.documents import (
    Adoption,
    Document,
    DocumentStatus,
    LanguageVersion,
    OtherDocument,
)
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.symbol import Symbol
from dushanbe_process.model.text import Footnote, InlineText
from dushanbe_process.schema import Extra
from dushanbe_process.schema.twins import maker_of, put

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.irregular import Findings
    from dushanbe_process.xml_parse import Element

_ANNEX = re.compile(
    r"(annexe?|anexo|appendix|enclosure|schedule|anlage|anhang|приложение|добавление|附件|附录|"
    r"المرفق|مرفق|التذييل)\b.{0,20}",
    re.IGNORECASE,
)
_NO_BODY = Body()
_NO_ADOPTION = Adoption()
_LETTER = re.compile("[A-Z]")


@attrs.define
class Place:
    """Where a document stands: the ids that are taken, and the document around it."""

    findings: Findings
    taken: set[str] = attrs.field(factory=set)
    above: Document | None = None
    within: type[Document] | None = None
    number: int = 1
    heading: InlineText = attrs.field(factory=InlineText)


@attrs.define
class _Making:
    """A document under way: what was read of each of its parts."""

    element: Element
    place: Place
    reading: Reading
    meta: Meta
    head: Head
    parts: Parts
    ballot: Ballot
    cls: type[Document]
    ending: list[Line] = attrs.field(factory=list)
    symbol: Symbol | None = None


def read_document(element: Element, place: Place) -> Document:
    """Return the document of an element, without the documents within it."""
    making = _read(element, place)
    if local(element) not in ("documentCollection", "officialGazette"):
        _take_title(making)
    document = _document(making)
    return _with_version(document, making)


def _read(element: Element, place: Place) -> _Making:
    reading = Reading(place.findings)
    reading.language = language_of(element, reading)
    meta = read_meta(element, reading)
    cls = class_of(local(element), name_of(element), place.within)
    head = read_head(element, place.heading, reading)
    texts = [each for each in element if local(each) in MAIN or local(each) == "preamble"]
    parts = read_texts(texts, reading)
    before, after = _others(element)
    parts.front += blocks(before, reading)
    ending = read_conclusions(element, parts, reading)
    parts.closing += blocks(after, reading)
    ballot = read_ballot(element, meta, reading)
    making = _Making(element, place, reading, meta, head, parts, ballot, cls, ending)
    making.symbol = _symbol(making)
    return making


def _others(element: Element) -> tuple[list[Element], list[Element]]:
    """Return what is none of the known parts of a document: before its text, and after it."""
    known = ("meta", "coverPage", "preface", "conclusions", *WITHIN)
    apart: tuple[list[Element], list[Element]] = [], []
    met = False
    for each in element:
        if local(each) in MAIN or local(each) == "preamble":
            met = True
        elif local(each) not in known:
            apart[met].append(each)
    return apart


def _symbol(making: _Making) -> Symbol | None:
    """Return the symbol on the cover; or what a component is called within its publication."""
    found = making.head.first("symbol")
    if found:
        return Symbol(value=found)
    number = making.head.first("number").rstrip(".")
    above = making.place.above
    if above is not None and above.symbols and _LETTER.fullmatch(number):
        parent = re.sub(r" [A-Z]([-–][A-Z])?$", "", above.symbols[0].value)
        return Symbol(value=f"{parent} {number}", scheme=above.symbols[0].scheme)
    scheme = scheme_of(making.meta.iri)
    return Symbol(value=number, scheme=scheme) if number and scheme else None


def _take_title(making: _Making) -> None:
    """Take the title of an annex, and the word "Annex" above it, from the headings of its text."""
    if making.head.title or not making.parts.operative:
        return
    annex = _heading_of(making.parts)
    if annex is not None and _ANNEX.fullmatch(str(annex)):
        making.head.lines["preface"].insert(0, Line("annex", annex))
        _unwrap(making.parts)
    title = _heading_of(making.parts) if local(making.element) == "doc" else None
    if title and not any(isinstance(each, Footnote) for each in title):
        making.head.lines["preface"].append(Line("title", title))
        _unwrap(making.parts)


def _heading_of(parts: Parts) -> InlineText | None:
    """Return the heading with which a text begins, if it has no number."""
    first = parts.operative[0] if parts.operative else None
    return first.heading if isinstance(first, Section) and first.number is None else None


def _unwrap(parts: Parts) -> None:
    """Put what stands in the first section of a text in its place."""
    first, *rest = parts.operative
    parts.operative = (*getattr(first, "children", ()), *rest)


def _document(making: _Making) -> Document:
    meta, head = making.meta, making.head
    document_id = _id(making)
    cls: Any = making.cls
    fields: dict[str, Any] = {
        "id": document_id,
        "title": making.reading.text(head.title or _name(making)),
        "symbols": (making.symbol,) if making.symbol else (),
        "date": meta.dates.get("adoption") or next(iter(meta.dates.values()), None),
        "masthead": head.masthead(making.reading),
        "status": _status(making),
    }
    if "adoption" in cls.__slots__:
        fields["adoption"] = _adoption(making)
    if cls is OtherDocument:
        genre = name_of(making.element) or local(making.element)
        fields["genre"] = LocalizedText.__from_legal__({"": genre})
    document: Document = maker_of(cls)(**fields)
    if kept := _kept(making, document):
        put(document, "extra", Extra({"akn": kept}))
    return document


def _name(making: _Making) -> str:
    """Return what a document without a title is called."""
    annex = making.head.first("annex")
    symbol = making.symbol.value if making.symbol else ""
    return annex or symbol or name_of(making.element) or local(making.element)


def _id(making: _Making) -> str:
    """Return an id that no other document of the file has."""
    given = making.meta.id
    if not re.fullmatch("[a-z0-9][a-z0-9._-]*", given):
        symbol = making.symbol.value if making.symbol else ""
        named = symbol or making.meta.iri.strip("/").removeprefix("akn/")
        given = slug(named) or local(making.element).lower()
        above = making.place.above
        if above is not None and not symbol:
            given = f"{above.id}-annex-{making.place.number}"
    free, again = given, 1
    while free in making.place.taken:
        again += 1
        free = f"{given}-{again}"
    making.place.taken.add(free)
    return free


def slug(text: str) -> str:
    """Return a name as an identifier: ``a-res-77-298``."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def _status(making: _Making) -> DocumentStatus | None:
    outcomes = {each.get("outcome", "") for each in making.meta.steps}
    if "notAdopted" in outcomes:
        return DocumentStatus.NOT_ADOPTED
    if is_draft(name_of(making.element)):
        return DocumentStatus.DRAFT
    return DocumentStatus.ADOPTED if "adopted" in outcomes else None


def _adoption(making: _Making) -> Adoption | None:
    ballot, reading = making.ballot, making.reading
    meeting = making.head.meeting or " ".join(
        each.words for each in making.ending if each.role == "meeting"
    )
    organ = making.head.first("subsidiary-organ") or making.head.first("organ")
    decided = meeting or ballot.mode or ballot.result
    made: Adoption = maker_of(Adoption)(
        date=making.meta.dates.get("adoption") or next(iter(making.head.adopted), None),
        mode=ballot.mode,
        meeting=reading.text(meeting),
        organ=reading.text(organ if decided else ""),
        count=ballot.count,
        votes=tuple(ballot.votes),
        extra=Extra({"akn": ballot.kept} if ballot.kept else {}),
    )
    return made if made != _NO_ADOPTION else None


def _kept(making: _Making, document: Document) -> dict[str, Any]:
    """Return what the file says of the work and no field holds."""
    meta, name = making.meta, name_of(making.element)
    kept: dict[str, Any] = {}
    usual = KINDS[type(document)]
    subtype = subtype_of(meta)
    if (local(making.element), name) != (usual.element, usual.name):
        kept |= {"element": local(making.element), "name": name}
    if subtype and subtype != usual.subtype:
        kept["subtype"] = subtype
    if meta.steps:
        kept["workflow"] = meta.steps
    if meta.keywords:
        kept["keywords"] = meta.keywords
    if meta.kept:
        kept["meta"] = meta.kept
    others = {name: str(each) for name, each in meta.dates.items() if each != document.date}
    if others:
        kept["dates"] = others
    iri = meta.iri.rstrip("/")
    if iri and iri != iri_of(document, kind_of(document, kept)):
        kept["iri"] = iri
    return kept


def _with_version(document: Document, making: _Making) -> Document:
    """Return a document with its text, if the file holds any."""
    paragraph = maker_of(Paragraph)
    front = [paragraph(key=each.role, text=each.text) for each in making.head.in_front()]
    making.parts.front = [*front, *making.parts.front]
    body = making.parts.body()
    kept: dict[str, Any] = {}
    known = [document.date, document.masthead.date if document.masthead else None]
    for name, date in making.meta.made.items():
        if date not in known:
            kept[name] = str(date)
        known.append(date)
    version: LanguageVersion = maker_of(LanguageVersion)(
        language=making.reading.language, job_number=making.meta.job_number or None, body=body
    )
    printed = {**making.head.lines, "conclusions": making.ending}
    for part, lines in printed.items():
        kept |= as_printed(part, document, version, lines)
    making.place.findings.heads[id(version)] = (version, printed)
    said = kept or any(printed.values()) or body != _NO_BODY
    if not said and making.reading.language == UNKNOWN:
        return document
    if kept:
        put(version, "extra", Extra({"akn": kept}))
    put(document, "versions", (version,))
    return document
