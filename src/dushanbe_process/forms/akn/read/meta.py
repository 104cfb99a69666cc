"""The ``meta`` of a document: what it is, when, by whom, and how it came about."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree

from dushanbe_process.errors import InvalidError
from dushanbe_process.forms.akn.folding import fold
from dushanbe_process.forms.akn.languages import UNKNOWN, tag_of
from dushanbe_process.forms.akn.names import child, local, local_of, words_in
from dushanbe_process.forms.xml.names import XML_LANG
from dushanbe_process.model.time_and_place import PartialDate
from dushanbe_process.schema import Extra

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element

#: How a date that nobody knows is written.
_PLACEHOLDER = "0001-01-01"
#: What is read elsewhere, or follows from what is read.
_READ = ("identification", "classification", "workflow", "analysis", "references", "presentation")


@attrs.define
class Meta:
    """What the ``meta`` of a document says.

    ``made`` says when the expression was published and marked up; ``kept`` is what the model
    has no field for, as plain data.
    """

    iri: str = ""
    component: str = ""
    id: str = ""
    number: str = ""
    dates: dict[str, PartialDate] = attrs.field(factory=dict)
    made: dict[str, PartialDate] = attrs.field(factory=dict)
    language: str = UNKNOWN
    job_number: str = ""
    steps: list[dict[str, str]] = attrs.field(factory=list)
    keywords: list[Extra] = attrs.field(factory=list)
    kept: dict[str, Any] = attrs.field(factory=dict)


def language_of(document: Element, reading: Reading) -> str:
    """Return the language of a document: as its expression says, or its ``xml:lang``."""
    expression = child(document, "meta", "identification", "FRBRExpression")
    found = None
    if expression is not None:
        found = child(expression, "FRBRLanguage")
        found = child(expression, "FRBRlanguage") if found is None else found
    given = found.get("language", "") if found is not None else ""
    tag = tag_of(given)
    if given and tag is None and found is not None:
        reading.note("a language that is none", found, given)
    if tag is None:
        tag = tag_of(document.get(XML_LANG, ""))
    return tag or UNKNOWN


def read_meta(document: Element, reading: Reading) -> Meta:
    """Return what the ``meta`` of a document says; an empty one, where there is none."""
    made = Meta(language=reading.language)
    meta = child(document, "meta")
    if meta is None:
        reading.note("no meta", document)
        return made
    identification = child(meta, "identification")
    if identification is not None:
        _identify(identification, made, reading)
    for each in meta:
        name = local(each)
        if name == "classification":
            source = each.get("source", "")
            made.keywords += [_keyword(source, *word.items()) for word in each[:]]
        elif name == "workflow":
            made.steps += [_step(step, reading) for step in each]
        elif name == "presentation":
            _presentation(each, made)
        elif name not in _READ and name != "proprietary":
            made.kept.setdefault(name, []).append(_text(each))
    return made


def _text(element: Element) -> str:
    """Return an element as the XML that it is."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _identify(identification: Element, made: Meta, reading: Reading) -> None:
    work = child(identification, "FRBRWork")
    for each in work if work is not None else ():
        name, value = local(each), each.get("value", "")
        if name == "FRBRuri" and not made.iri:
            made.iri = fold(value)
        elif name == "FRBRthis":
            made.component = value.partition("!")[2].strip("/")
        elif name == "FRBRdate" and (date := date_of(each, reading)):
            made.dates.setdefault(each.get("name", ""), date)
        elif name == "FRBRalias" and each.get("name") == "id":
            made.id = value
        elif name == "FRBRnumber" and not made.number:
            made.number = fold(each.get("showAs") or value)
    for name, level in (("published", "FRBRExpression"), ("marked_up", "FRBRManifestation")):
        if date := _date_in(identification, level, reading):
            made.made[name] = date


def _date_in(identification: Element, level: str, reading: Reading) -> PartialDate | None:
    date = child(identification, level, "FRBRdate")
    return date_of(date, reading) if date is not None else None


def date_of(element: Element, reading: Reading) -> PartialDate | None:
    """Return the date of an element; a placeholder for an unknown one is none."""
    given = element.get("date")
    if given is None:
        return None
    text = fold(given)
    if text != given:
        reading.note("blank in a date", element, repr(given))
    if text == _PLACEHOLDER:
        reading.note("placeholder for a date", element, text)
        return None
    try:
        date = _parsed(text[:10])
    except InvalidError:
        reading.note("a date that is none" if text else "empty date", element, text)
        return None
    if date.day is None:
        reading.note("incomplete date", element, text)
    return date


@lru_cache(maxsize=1024)
def _parsed(text: str) -> PartialDate:
    """Return a date; one file says the same many times."""
    return PartialDate.parse(text)


def _step(step: Element, reading: Reading) -> dict[str, str]:
    """Return a step of the workflow, its attributes as they are."""
    date_of(step, reading)
    for name in ("by", "date"):
        if step.get(name) is None:
            reading.note(f"step without {name!r}", step)
    if step.get("by") == "":
        reading.note("empty 'by'", step)
    return {local_of(key): value for key, value in step.items()}


@lru_cache(maxsize=4096)
def _keyword(source: str, *attributes: tuple[str, str]) -> Extra:
    """Return a keyword; a text has the same in all languages, and others have some of them."""
    made = {"source": source}
    for key, value in attributes:
        made[local_of(key) if key[0] == "{" else key] = value
    return Extra(made)


def _presentation(presentation: Element, made: Meta) -> None:
    for each in presentation.iter():
        if local(each) == "docketNumber" and (words := words_in(each)):
            made.job_number = made.job_number or words
