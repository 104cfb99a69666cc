"""What a Word file carries that does not stand on its pages, and files without it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from lxml import etree

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.forms.docx.found import HiddenData
from dushanbe_process.forms.docx.manner import properties
from dushanbe_process.forms.docx.names import CARRIER, w
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.seen import see
from dushanbe_process.forms.docx.settled import is_tracked, settle
from dushanbe_process.reports.docx.package import pack, unpack
from dushanbe_process.xml_parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.xml_parse import Element

#: What is done with tracked changes in a file that is to be released.
Release: TypeAlias = Literal["refuse", "accept", "reject"]

_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_REMARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_PERSONAL = ("creator", "lastModifiedBy", "revision", "created", "modified", "lastPrinted")
_COMPANY = ("Author", "Company", "Manager", "TotalTime", "HyperlinkBase", "Template")
_OURS = "dp"


def hidden_data(data: bytes) -> HiddenData:
    """Return what a Word file carries beside its pages.

    Raises:
        MalformedError: when it is no readable Word file.
    """
    package = Package.open(data)
    seen = see(package)
    names = unpack(data, lambda name: "/embeddings/" in name or "vbaProject" in name)
    return HiddenData(
        _record(package),
        seen.comments,
        seen.changes,
        dict(_properties(package)),
        seen.unread,
        len(_sessions(package)),
        tuple(sorted(names)),
    )


def _record(package: Package) -> str | None:
    if package.carrier is None:
        return None
    inside = next((each for each in package.carrier if isinstance(each.tag, str)), None)
    if inside is None:
        return "damaged"
    return " ".join(filter(None, (etree.QName(inside).localname, inside.get("id"))))


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    for relation in package.relations(""):
        if relation.kind in ("core-properties", "extended-properties"):
            root = package.element(relation.target) if relation.target in package.parts else ()
            for each in root:
                if isinstance(each.tag, str) and (each.text or "").strip():
                    yield etree.QName(each).localname, str(each.text).strip()
    yield from properties(package).items()


def _sessions(package: Package) -> set[str]:
    root = package.element(package.main)
    return {value for each in root.iter() for name, value in each.items() if "}rsid" in name}


def stripped(data: bytes, changes: Release = "refuse") -> bytes:
    """Return a Word file that carries nothing but what stands on its pages.

    Raises:
        InvalidError: when it holds tracked changes, and it was not said what becomes of them.
        MalformedError: when it is no readable Word file.
    """
    if changes not in get_args(Release):
        raise InvalidError([Problem("changes", f"{changes!r} is none of {get_args(Release)}")])
    package = Package.open(data)
    parts = unpack(data)
    roots = {
        name: parse(parts[name], f"DOCX part {name}")
        for name in [package.main, *_stories(package)]
        if name in parts
    }
    tracked = [name for name, root in roots.items() if is_tracked(root)]
    if tracked and changes == "refuse":
        message = "there are tracked changes: say whether they are accepted or rejected"
        raise InvalidError([Problem("$", message)])
    for name, root in roots.items():
        if changes != "refuse":
            settle(root, changes)
        _without_remarks(root)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    gone = {name for name in parts if _is_hidden(name, parts[name], package)}
    _without_names(parts)
    return pack(_without(parts, gone))


def _stories(package: Package) -> Iterator[str]:
    for kind in ("header", "footer", "footnotes", "endnotes"):
        yield from package.related(kind)


def _without_remarks(root: Element) -> None:
    for each in list(root.iter(*map(w, _REMARKS))):
        run = each.getparent()
        run.remove(each)
        if run.tag == w("r") and all(child.tag == w("rPr") for child in run):
            run.getparent().remove(run)
    for each in root.iter():
        for name in [name for name in each.attrib if "}rsid" in name]:
            del each.attrib[name]


def _is_hidden(name: str, data: bytes, package: Package) -> bool:
    """Say whether a part is a record, its properties, comments, or a list of people."""
    if CARRIER.encode() in data and name.startswith("customXml/"):
        return True
    return any(name in package.related(kind) for kind in _COMMENTS)


def _without_names(parts: dict[str, bytes]) -> None:
    """Take from the properties of the file who made it and when, and what is ours."""
    for name in [each for each in parts if each.startswith("docProps/") and each.endswith(".xml")]:
        root = parse(parts[name], f"DOCX part {name}")
        for each in list(root):
            local = etree.QName(each).localname if isinstance(each.tag, str) else ""
            named = each.get("name", "") if local == "property" else ""
            if named.startswith(_OURS) or {local, named} & {*_PERSONAL, *_COMPANY}:
                root.remove(each)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _without(parts: dict[str, bytes], gone: set[str]) -> dict[str, bytes]:
    """Return the parts without some, and without a word about these."""
    gone |= {each for each in parts if each.endswith(".rels") and _owner(each) in gone}
    kept = {name: data for name, data in parts.items() if name not in gone}
    for name in [each for each in kept if each.endswith(".rels") or each == "[Content_Types].xml"]:
        root = parse(kept[name], f"DOCX part {name}")
        folder = posixpath.dirname(_owner(name))
        for each in list(root):
            target = each.get("PartName") or each.get("Target") or ""
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if each.get("TargetMode") != "External" and path in gone:
                root.remove(each)
        kept[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return kept


def _owner(relations: str) -> str:
    """Return the part whose relations these are."""
    folder, file = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
