"""Our pages in a user's own Word file: its styles, heads, feet and page are kept.

Of the template's own text nothing is kept.  Styles are matched by name, whatever their case;
those that it lacks are added, and so are our lists.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree

from dushanbe_process.errors import MalformedError
from dushanbe_process.reports.direction import is_rtl
from dushanbe_process.reports.docx import WordFile
from dushanbe_process.reports.docx.names import R, W
from dushanbe_process.reports.docx.package import unpack
from dushanbe_process.reports.docx.parts import data_item
from dushanbe_process.xml_parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dushanbe_process.reports.styles import Face, House

_W, _R = f"{{{W}}}", f"{{{R}}}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_CONTENT = "[Content_Types].xml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
#: The number of the item that carries data: beyond what templates have.
_ITEM = 900
_STYLED = ("pStyle", "rStyle", "tblStyle")


@attrs.frozen
class FilledTemplate(WordFile):
    """A template with our pages in it: all its parts, ours among them."""

    def complete(
        self,
        data: bytes | None = None,
        namespace: str = "",
        properties: Mapping[str, str] | None = None,  # noqa: ARG002  (the template's own are kept)
    ) -> dict[str, bytes]:
        """Return all parts of the file; ``data`` is XML of its own namespace that it carries."""
        parts = dict(self.parts)
        if data is not None:
            parts |= data_item(data, namespace, _ITEM)
            related = [("dpData", "customXml", f"../customXml/item{_ITEM}.xml")]
            parts[_RELATIONS] = _related(parts[_RELATIONS], related)
            kinds = {f"/customXml/itemProps{_ITEM}.xml": _PROPERTIES}
            parts[_CONTENT] = _typed(parts[_CONTENT], kinds)
        return parts


def into_template(file: WordFile, template: bytes) -> WordFile:
    """Return the template with the pages of the file in place of its own.

    Raises:
        MalformedError: when the template is no Word file.
    """
    parts = unpack(template)
    if _DOCUMENT not in parts or _CONTENT not in parts:
        raise MalformedError("template", "not a Word file, or one of an unusual make")
    document = parse(file.parts[_DOCUMENT], "template")
    notes = parse(file.parts["word/footnotes.xml"], "template")
    styles, renamed = _styles(file, parts)
    numbering, shift = _numbering(file, parts)
    for root in (document, notes):
        _rename(root, renamed)
        for each in root.iter(f"{_W}numId"):
            each.set(f"{_W}val", str(int(each.get(f"{_W}val")) + shift))
        for each in root.iter(f"{_W}hyperlink"):
            if (id_ := each.get(f"{_R}id")) is not None:
                each.set(f"{_R}id", f"dp{id_}")
    _section(document, parse(parts[_DOCUMENT], "template"))
    if is_rtl(file.language):
        for root in (document, notes):
            _turn(root)
    parts |= {
        _DOCUMENT: _bytes(document),
        "word/footnotes.xml": _bytes(notes),
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
    }
    media = {name: data for name, data in file.parts.items() if name.startswith("word/media/")}
    parts |= media
    _declare(file, parts)
    return FilledTemplate(parts, [])


def fitted(house: House, template: bytes) -> House:
    """Return a house style on the page of a template, its text from margin to margin.

    Raises:
        MalformedError: when the template is no Word file.
    """
    parts = unpack(template)
    if _DOCUMENT not in parts:
        raise MalformedError("template", "not a Word file, or one of an unusual make")
    section = parse(parts[_DOCUMENT], "template").find(f"{_W}body/{_W}sectPr")
    page = _lengths(section, "pgSz", ("w", "h"))
    margins = _lengths(section, "pgMar", ("top", "right", "bottom", "left"))

    def moved(face: Face) -> Face:
        left, right = (max(0, each - house.measure) for each in (face.left, face.right))
        return attrs.evolve(face, left=left, right=right, tabs=())

    first, second, third, fourth = map(moved, house.headings)
    made = attrs.evolve(
        house,
        measure=0,
        title=moved(house.title),
        headings=(first, second, third, fourth),
        body=moved(house.body),
        preambular=moved(house.preambular),
        operative=moved(house.operative),
    )
    match (*page, *margins):
        case (wide, high, top, right, bottom, left) if wide > right + left:
            return attrs.evolve(made, page=(wide, high), margins=(top, right, bottom, left))
    return made


def _lengths(section: Any, tag: str, names: tuple[str, ...]) -> tuple[int, ...]:
    """Return the lengths that a section states, those that are whole numbers."""
    found = section.find(_W + tag) if section is not None else None
    said = [] if found is None else [found.get(_W + name, "") for name in names]
    return tuple(abs(int(each)) for each in said if each.removeprefix("-").isdecimal())


#: What stands in the properties of a paragraph before its direction.
_BEFORE_BIDI = {
    f"{_W}{name}" for name in ("pStyle", "keepNext", "keepLines", "numPr", "pBdr", "tabs")
}


def _turn(root: Any) -> None:
    """Say of each paragraph that it runs from right to left: the template's styles do not."""
    for paragraph in root.iter(f"{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            properties = etree.Element(f"{_W}pPr")
            paragraph.insert(0, properties)
        if properties.find(f"{_W}bidi") is None:
            place = sum(each.tag in _BEFORE_BIDI for each in properties)
            properties.insert(place, etree.Element(f"{_W}bidi"))


def _declare(file: WordFile, parts: dict[str, bytes]) -> None:
    """Say of our parts what they are, and relate the main part to them."""
    names = ("styles", "footnotes", "numbering")
    kinds = {f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in names}
    parts[_CONTENT] = _typed(parts[_CONTENT], {f"/{_DOCUMENT}": _MAIN, **kinds})
    links = [(f"dp{id_}", kind, to) for id_, kind, to in file.related if kind == "hyperlink"]
    own = [(f"dp{name}", name, f"{name}.xml") for name in names]
    images = [each for each in file.related if each[1] == "image"]
    parts[_RELATIONS] = _related(parts.get(_RELATIONS, _NONE), [*own, *links, *images])
    if "word/_rels/footnotes.xml.rels" in file.parts:
        parts["word/_rels/footnotes.xml.rels"] = _related(_NONE, links)


_NONE = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _styles(file: WordFile, parts: dict[str, bytes]) -> tuple[bytes, dict[str, str]]:
    """Return the template's styles with those of ours that it lacks, and what ours are called."""
    ours = parse(file.parts["word/styles.xml"], "template")
    if "word/styles.xml" not in parts:
        return file.parts["word/styles.xml"], {}
    theirs = parse(parts["word/styles.xml"], "template")
    known = {_name(each): each.get(f"{_W}styleId") for each in theirs.iter(f"{_W}style")}
    taken = set(known.values())
    renamed: dict[str, str] = {}
    for style in ours.iter(f"{_W}style"):
        id_, name = style.get(f"{_W}styleId"), _name(style)
        if name in known:
            renamed[id_] = known[name]
            continue
        added = copy.deepcopy(style)
        added.attrib.pop(f"{_W}default", None)
        if id_ in taken:
            renamed[id_] = f"dp{id_}"
            added.set(f"{_W}styleId", renamed[id_])
        theirs.append(added)
    for based in theirs.iter(f"{_W}basedOn"):
        value = based.get(f"{_W}val")
        if value not in taken and value in renamed:
            based.set(f"{_W}val", renamed[value])
    return _bytes(theirs), renamed


def _name(style: Any) -> str:
    name = style.find(f"{_W}name")
    words = "" if name is None else name.get(f"{_W}val", "")
    return f"{style.get(f'{_W}type')} {''.join(words.split()).lower()}"


def _rename(root: Any, renamed: dict[str, str]) -> None:
    for tag in _STYLED:
        for each in root.iter(_W + tag):
            value = each.get(f"{_W}val")
            each.set(f"{_W}val", renamed.get(value, value))


def _numbering(file: WordFile, parts: dict[str, bytes]) -> tuple[bytes, int]:
    """Return the template's lists followed by ours, and by how much the ids of ours moved."""
    ours = parse(file.parts["word/numbering.xml"], "template")
    if "word/numbering.xml" not in parts:
        return file.parts["word/numbering.xml"], 0
    theirs = parse(parts["word/numbering.xml"], "template")
    shift = max([0, *_ids(theirs)]) + 1
    first = theirs.find(f"{_W}num")
    for each in ours:
        moved = copy.deepcopy(each)
        for holder, name in ((moved, "abstractNumId"), (moved, "numId")):
            if (value := holder.get(_W + name)) is not None:
                holder.set(_W + name, str(int(value) + shift))
        for inner in moved.iter(f"{_W}abstractNumId"):
            inner.set(f"{_W}val", str(int(inner.get(f"{_W}val")) + shift))
        if moved.tag == f"{_W}abstractNum" and first is not None:
            first.addprevious(moved)
        else:
            theirs.append(moved)
    return _bytes(theirs), shift


def _ids(numbering: Any) -> Iterator[int]:
    for each in numbering:
        for name in ("abstractNumId", "numId"):
            if (value := each.get(_W + name, "")).isdecimal():
                yield int(value)


def _section(document: Any, template: Any) -> None:
    """Give our pages the page, heads and feet of the template's last section."""
    body = document.find(f"{_W}body")
    theirs = template.find(f"{_W}body/{_W}sectPr")
    ours = body.find(f"{_W}sectPr")
    if theirs is not None and ours is not None:
        body.replace(ours, copy.deepcopy(theirs))


def _typed(types: bytes, kinds: dict[str, str]) -> bytes:
    """Return the content types with what these parts are."""
    root = parse(types, "template")
    for each in list(root.iter(f"{_TYPES}Override")):
        if each.get("PartName") in kinds:
            root.remove(each)
    for name, kind in kinds.items():
        etree.SubElement(root, f"{_TYPES}Override", PartName=name, ContentType=kind)
    known = {each.get("Extension", "").lower() for each in root.iter(f"{_TYPES}Default")}
    for suffix in ("png", "jpeg"):
        if suffix not in known:
            made = etree.Element(
                f"{_TYPES}Default", Extension=suffix, ContentType=f"image/{suffix}"
            )
            root.insert(0, made)
    return _bytes(root)


def _related(relations: bytes, entries: list[tuple[str, str, str]]) -> bytes:
    """Return the relations with these, in place of those to the same targets."""
    root = parse(relations, "template")
    targets = {target for _, _, target in entries}
    for each in list(root):
        if each.get("Target", "").removeprefix("/word/") in targets:
            root.remove(each)
    for id_, kind, target in entries:
        made = etree.SubElement(root, _RELATION, Id=id_, Type=f"{R}/{kind}", Target=target)
        if kind == "hyperlink":
            made.set("TargetMode", "External")
    return _bytes(root)
