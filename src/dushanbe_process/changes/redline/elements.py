"""Elements of a Word file as they are written by us: their names, and as strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from dushanbe_process.reports.docx.names import R, W

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

_DECLARED = (f' xmlns:w="{W}"', f' xmlns:r="{R}"')


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Return the full name of an attribute of relationships."""
    return f"{{{R}}}{name}"


def string(element: Element) -> str:
    """Return an element as a string, for a part that declares its namespaces at the top."""
    made: str = etree.tostring(element, encoding="unicode", with_tail=False)
    for declared in _DECLARED:
        made = made.replace(declared, "")
    return made


def inside(element: Element | None) -> str:
    """Return what stands in an element as a string; nothing, where there is none."""
    return "" if element is None else "".join(map(string, element))


def style_of(paragraph: Element) -> str:
    """Return the id of the style of a paragraph."""
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else str(found.get(w("val")))


def words_of(element: Element) -> str:
    """Return the visible text of a paragraph or table."""
    tags = (w("t"), w("tab"), w("br"), w("p"))
    return "".join(
        (each.text or "") if each.tag == tags[0] else " " for each in element.iter(*tags)
    ).strip()
