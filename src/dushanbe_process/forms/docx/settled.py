"""Tracked changes made for good, or undone, in the XML of a Word file.

Source: ISO/IEC 29500-1, clause 17.13.5 (revisions).
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Literal, TypeAlias

from dushanbe_process.forms.docx.names import w

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

Choice: TypeAlias = Literal["accept", "reject"]

_GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_KEPT = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
_ROW = {"accept": "del", "reject": "ins"}
_CELL = {"accept": "cellDel", "reject": "cellIns"}
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_FORMATS = ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblPrEx", "tblGrid", "numbering")
#: Every element that says that something was changed and is not settled yet.
TRACKED = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "cellIns",
    "cellDel",
    "cellMerge",
    *(f"{each}Change" for each in _FORMATS),
)


def is_tracked(root: Element) -> bool:
    """Say whether a part holds tracked changes."""
    return next(root.iter(*map(w, TRACKED)), None) is not None


def settle(root: Element, choice: Choice) -> None:
    """Accept or reject every tracked change in a part."""
    for each in list(root.iter(*map(w, (f"{name}Change" for name in _FORMATS)))):
        _settle_format(each, choice)
    for each in list(root.iter(w("tr"))):
        if each.find(f"{w('trPr')}/{w(_ROW[choice])}") is not None:
            each.getparent().remove(each)
    for each in list(root.iter(w("tc"))):
        if each.find(f"{w('tcPr')}/{w(_CELL[choice])}") is not None:
            each.getparent().remove(each)
    joined = [p for p in root.iter(w("p")) if _mark(p, _GONE[choice]) is not None]
    for each in list(root.iter(*map(w, _GONE[choice]))):
        _drop(each)
    for each in list(root.iter(*map(w, _KEPT[choice]))):
        _unwrap(each)
    for paragraph in joined:
        _join(paragraph)
    for each in list(root.iter(*map(w, (*_RANGES, "cellIns", "cellDel", "cellMerge")))):
        _drop(each)
    for each in list(root.iter(w("delText"))):
        each.tag = w("t")
    for each in list(root.iter(w("delInstrText"))):
        each.tag = w("instrText")


def _mark(paragraph: Element, names: tuple[str, ...]) -> Element | None:
    """Return what says that the end of a paragraph was added or taken out."""
    properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if properties is None:
        return None
    return next((each for name in names if (each := properties.find(w(name))) is not None), None)


def _settle_format(change: Element, choice: Choice) -> None:
    """Forget how something looked, or make it look so again."""
    owner = change.getparent()
    if choice == "reject" and len(change) and change[0].tag == owner.tag:
        old = copy.deepcopy(change[0])
        kept = [each for each in owner if each.tag in (w("rPr"), w("sectPr"))]
        for each in list(owner):
            owner.remove(each)
        owner.extend([*old, *(each for each in kept if owner.tag == w("pPr"))])
        return
    _drop(change)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Leave what stands in an element in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent.remove(element)
        for child in reversed(list(element)):
            parent.insert(place, child)


def _join(paragraph: Element) -> None:
    """Let the next paragraph go on with the words of this one, in its own manner."""
    following = paragraph.getnext()
    parent = paragraph.getparent()
    if parent is None:
        return
    words = [each for each in paragraph if each.tag != w("pPr")]
    if following is None or following.tag != w("p"):
        if not words and (following is not None or paragraph.getprevious() is not None):
            parent.remove(paragraph)
        return
    place = 1 if following.find(w("pPr")) is not None else 0
    for each in reversed(words):
        following.insert(place, each)
    parent.remove(paragraph)
