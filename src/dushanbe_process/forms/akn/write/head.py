"""Cover page, preface and conclusions: their lines, each in the element that says what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.head import Line, is_line, lines
from dushanbe_process.forms.akn.names import WITHIN, local
from dushanbe_process.forms.akn.write.blocks import put_blocks
from dushanbe_process.forms.akn.write.elements import add
from dushanbe_process.forms.akn.write.inline import put
from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.model.documents import Document, LanguageVersion
    from dushanbe_process.model.time_and_place import PartialDate
    from dushanbe_process.xml_parse import Element

#: The element of each line, and its attributes.
_COVER: dict[str, tuple[str, dict[str, str]]] = {
    "organization": ("docAuthority", {"refersTo": "#publisher"}),
    "symbol": ("docNumber", {"refersTo": "#symbol"}),
    "organ": ("docAuthority", {"refersTo": "#issuingBody"}),
    "original": ("inline", {"name": "originalLanguage"}),
    "subsidiary-organ": ("docAuthority", {"refersTo": "#subsidiaryBody"}),
    "session": ("session", {}),
    "session-dates": ("event", {"refersTo": "#session"}),
    "agenda-item": ("inline", {"name": "agenda item"}),
    "agenda-title": ("inline", {"name": "agenda item name"}),
    "document-type": ("docType", {}),
    "decision-type": ("inline", {"name": "decision type"}),
    "proponent": ("docProponent", {}),
    "title": ("docTitle", {"refersTo": "#resolutionNumber"}),
}
_PREFACE: dict[str, tuple[str, dict[str, str]]] = {
    "number": ("docNumber", {}),
    "title": ("docTitle", {}),
    "document-type": ("docType", {}),
    "proponent": ("docProponent", {}),
}


def put_cover(parent: Element, document: Document, version: LanguageVersion, w: Writing) -> None:
    """Write the cover page, where there is anything on it."""
    found = lines("cover", document, version)
    if not found:
        return
    made = add(parent, "coverPage", eId=w.eid("coverPage"))
    items = document.masthead.agenda_items if document.masthead else ()
    numbers = ", ".join(each.number for each in items if each.number)
    for each in found:
        line = add(made, "p")
        if each.role == "issued" and document.masthead and document.masthead.date:
            _dated(line, each, document.masthead.date, "#dateOfIssuance", w)
        elif each.role == "distribution" and document.masthead:
            refers = f"#{document.masthead.distribution}Distribution"
            put(add(line, "docStatus", refersTo=refers), each.text, w)
        elif each.role == "adopted":
            _adopted(add(line, "docTitle", refersTo="#adoption"), each, document, version, w)
        else:
            place = _placed(line, each, _COVER)
            if each.role == "session" and document.symbols and document.symbols[0].parts:
                place.set("value", document.symbols[0].parts[0].session or "")
            if each.role == "agenda-item":
                place.set("title", numbers or each.words)
            put(place, each.text, w)


def _placed(line: Element, each: Line, known: dict[str, tuple[str, dict[str, str]]]) -> Element:
    if each.role not in known:
        return line
    name, attributes = known[each.role]
    return add(line, name, **attributes)


def _dated(line: Element, each: Line, date: PartialDate, refers: str, w: Writing) -> None:
    put(add(line, "docDate", date=date.earliest.isoformat(), refersTo=refers), each.text, w)


def _adopted(
    line: Element, each: Line, document: Document, version: LanguageVersion, w: Writing
) -> None:
    """Write the line that tells of the adoption, the meeting in it set apart."""
    adoption = getattr(document, "adoption", None)
    meeting = adoption.meeting.get(version.language, "") if adoption else ""
    text = str(each.text)
    if not meeting or meeting not in text or len(each.text) > 1:
        put(line, each.text, w)
        return
    before, _, after = text.partition(meeting)
    put(line, InlineText(before), w)
    put(add(line, "inline", name="adoptionMeeting", title=meeting), InlineText(meeting), w)
    put(line, InlineText(after), w)


def put_preface(parent: Element, document: Document, version: LanguageVersion, w: Writing) -> None:
    """Write the preface, where there is anything in it; what heads an annex stands before it."""
    found = lines("preface", document, version)
    others = [each for each in version.body.front if not is_line(each)]
    around = parent.getparent()
    if local(around) in WITHIN and found and found[0].role == "annex":
        heading = add(around, "heading")
        put(heading, found[0].text, w)
        parent.addprevious(heading)
        found = found[1:]
    if not found and not others:
        return
    made = add(parent, "preface", eId=w.eid("preface"))
    line = None
    for each in found:
        if each.role == "annex":
            put(add(add(made, "container", name="annex", eId=w.eid("annex")), "p"), each.text, w)
            continue
        beside = line is not None and line_of_number(line) and each.role == "title"
        if line is None or not beside:
            line = add(made, "p")
        else:
            line[-1].tail = " "
        put(_placed(line, each, _PREFACE), each.text, w)
    put_blocks(made, others, w, "preface__")


def line_of_number(line: Element) -> bool:
    """Say whether a line holds a number and nothing else: a title goes beside it."""
    return len(line) == 1 and bool(re.search("docNumber$", line[0].tag))


def put_conclusions(
    parent: Element, document: Document, version: LanguageVersion, w: Writing
) -> None:
    """Write meeting and date of the adoption, and what closes the text."""
    found = lines("conclusions", document, version)
    if not found and not version.body.closing:
        return
    made = add(parent, "conclusions", eId=w.eid("conclusions"))
    adoption = getattr(document, "adoption", None)
    line = add(made, "p") if found else made
    for index, each in enumerate(found):
        if index:
            add(line, "eol")
        if each.role == "adoption-date" and adoption is not None and adoption.date is not None:
            _dated(line, each, adoption.date, "#adoptionDate", w)
        elif each.role == "meeting":
            put(add(line, "inline", name="adoptionMeeting", title=each.words), each.text, w)
        else:
            put(line, each.text, w)
    put_blocks(made, version.body.closing, w, "conclusions__")
