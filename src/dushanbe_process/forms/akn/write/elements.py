"""Elements under way: made in the namespace of Akoma Ntoso, with eIds that are unique in a file."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from dushanbe_process.forms.akn.names import AKN, AKN4UN
from dushanbe_process.forms.xml.names import XML_LANG

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

_URI_SCHEMA = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="uri" type="xs:anyURI"/></xs:schema>"""


def root() -> Element:
    """Return the root of a new file."""
    return etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "akn4un": AKN4UN})


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: str | None) -> Element:
    """Append an element; a trailing underscore of an attribute's name is left out."""
    made = etree.SubElement(parent, f"{{{AKN}}}{tag}")
    for key, value in attributes.items():
        if value is not None:
            made.set(XML_LANG if key == "lang" else key.rstrip("_"), value)
    if text:
        made.text = text
    return made


def append_text(parent: Element, text: str) -> None:
    """Append words to an element, after all that it holds."""
    # Not by len(): that counts the elements one by one, and lines may hold very many.
    last = next(parent.iterchildren(reversed=True), None)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


@attrs.define
class Ids:
    """The eIds of one file."""

    taken: set[str] = attrs.field(factory=set)
    tried: dict[str, int] = attrs.field(factory=dict)

    def new(self, wanted: str) -> str:
        """Return an eId that no other element has, as near to the one that is wanted as can be."""
        base = re.sub(r"[^\w.-]+", "-", wanted, flags=re.ASCII).strip("-") or "x"
        again = self.tried.get(base, 1)
        made = base if again == 1 else f"{base}_{again}"
        while made in self.taken:
            again += 1
            made = f"{base}_{again}"
        self.tried[base] = again
        self.taken.add(made)
        return made


@cache
def _uris() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(_URI_SCHEMA))


@lru_cache(maxsize=4096)
def is_uri(text: str) -> bool:
    """Say whether the schema of Akoma Ntoso takes a string for an address."""
    element = etree.Element("uri")
    element.text = text
    return bool(_uris().validate(element))
