"""The names of Akoma Ntoso: namespaces, and what kind of element each one is."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from dushanbe_process.forms.akn.folding import fold

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: The namespace of Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018).
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_OURS = f"{{{AKN}}}"
#: What the United Nations add to it in their own files.
AKN4UN = "http://un.org/akn4un"
#: The root of every file.
ROOT = "akomaNtoso"

#: The document types (schema group ``documentType``).
DOCUMENTS = _names(
    "amendmentList officialGazette documentCollection act bill debateReport debate "
    "statement amendment judgment portion doc"
)
#: The parts of a document that hold its text, under their several names.
MAIN = _names(
    "mainBody body debateBody judgmentBody amendmentBody portionBody fragmentBody collectionBody"
)
#: Documents within a document.
WITHIN = _names("attachments attachment components component")

#: Elements within a line of text: they bring no blank with them.
INLINE = _names(
    "a abbr affectedDocument b br change concept courtType date decoration def del "
    "docAuthority docCommittee docDate docIntroducer docJurisdiction docNumber docProponent "
    "docPurpose docStage docStatus docTitle docType docketNumber embeddedText entity eol "
    "event eop fillIn i img inline ins judge lawyer legislature location mmod mod mref "
    "neutralCitation noteRef object omissis opinion organization outcome party person "
    "placeholder process quantity recordedTime ref relatedDocument remark rmod role rref "
    "session shortTitle signature span sub sup term time u vote authorialNote argument "
    "marker"
)
#: Elements with a number of their own that are paragraphs where they have no heading.
NUMBERED = _names(
    "paragraph subparagraph point indent alinea clause subclause rule subrule item li "
    "recital citation level proviso transitional"
)
#: Elements that divide a text.
DIVISIONS = _names(
    "section subsection part subpart chapter subchapter title subtitle article book tome "
    "division subdivision hcontainer debateSection administrationOfOath rollCall prayers "
    "oralStatements writtenStatements personalStatements ministerialStatements resolutions "
    "nationalInterest declarationOfVote communication petitions papers noticesOfMotion "
    "questions address proceduralMotions pointOfOrder adjournment introduction background "
    "arguments remedies motivation decision"
)
#: Who speaks, and what is told of it.
SPEECHES = _names("speech question answer speechGroup other")
#: Lists: an introduction, items, and text after them.
LISTS = _names("list sublist blockList ul ol recitals citations")
#: Elements that only hold others.
TRANSPARENT = (
    _names(
        "p block content intro wrapUp listIntroduction listWrapUp container blockContainer "
        "tblock recitals citations longTitle preface coverPage preamble conclusions "
        "quotedStructure embeddedStructure foreign toc tocItem interstitial subFlow scene "
        "narrative summary from header fragment quotedText blockList headerPage"
    )
    | MAIN
)
#: The heads of divisions.
HEADS = _names("num heading subheading crossHeading")


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return local_of(element.tag)


@lru_cache(maxsize=1024)
def local_of(tag: str) -> str:
    """Return the last part of a tag: a file has few, and asks for each very often."""
    return str(etree.QName(tag).localname)


def is_akn(element: Element) -> bool:
    """Say whether an element is Akoma Ntoso, of whatever version: or of no namespace at all."""
    tag = element.tag
    return tag.startswith(_OURS) or _namespace(tag) == _namespace(
        element.getroottree().getroot().tag
    )


@lru_cache(maxsize=1024)
def _namespace(tag: str) -> str | None:
    namespace = etree.QName(tag).namespace
    return None if namespace is None else str(namespace)


def words_in(element: Element) -> str:
    """Return all words in an element, blanks folded."""
    return fold("".join(element.itertext()) if len(element) else element.text or "")


def child(element: Element, *names: str) -> Element | None:
    """Return the first element on a path of names, or None."""
    for name in names:
        for each in element:
            if local_of(each.tag) == name:
                element = each
                break
        else:
            return None
    return element
