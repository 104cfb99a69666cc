"""The parts of a Word file, found by what relates them and never by their names."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

import attrs
from lxml import etree

from dushanbe_process.errors import DushanbeError, MalformedError
from dushanbe_process.forms.docx.names import CARRIER, STRICT, R, W
from dushanbe_process.reports.docx.package import unpack
from dushanbe_process.xml_parse import Element, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAIN = ("document.main+xml", "template.main+xml", "documentMacroEnabled", "templateMacroEnabled")
_TYPES = "[Content_Types].xml"
_READ = (".xml", ".rels")


@attrs.frozen
class Relation:
    """What one part says of another: what it is to it, and where it is."""

    id: str
    kind: str
    target: str
    external: bool = False


@attrs.frozen(slots=False)
class Package:
    """A Word file: its XML parts by name."""

    parts: dict[str, bytes]
    #: Parts of relations that cannot be read, with the reason.
    _unread: dict[str, str] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    _relations: dict[str, tuple[Relation, ...]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    @classmethod
    def open(cls, data: bytes) -> Package:
        """Return the parts of a Word file.

        Raises:
            MalformedError: when it is no Word file, or a damaged or encrypted one.
            LimitExceededError: when it is larger, fuller or more compressed than is read.
        """
        parts = unpack(data, lambda name: name.lower().endswith(_READ))
        if _TYPES not in parts:
            raise MalformedError("DOCX", "a zip file, but not of Office Open XML")
        return cls({name.removeprefix("/"): each for name, each in parts.items()})

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the text."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self.parts:
                self._refuse_other_kinds(relation.target)
                return relation.target
        if "word/document.xml" in self.parts:
            return "word/document.xml"
        raise MalformedError("DOCX", "a package of Office Open XML without a text")

    def _refuse_other_kinds(self, name: str) -> None:
        kind = self._types.get(f"/{name}".lower(), "")
        if kind and not any(each in kind for each in _MAIN):
            raise MalformedError("DOCX", f"not a Word file: its main part is {kind}")

    @cached_property
    def _types(self) -> dict[str, str]:
        root = self.element(_TYPES)
        return {
            (each.get("PartName") or "").lower(): each.get("ContentType") or ""
            for each in root
            if isinstance(each.tag, str) and each.tag.endswith("}Override")
        }

    def element(self, name: str) -> Element:
        """Return the root element of a part, in the namespaces of the transitional variant.

        Raises:
            MalformedError: when it is not well-formed XML.
        """
        data = self.parts[name]
        if STRICT in data:
            data = data.replace(STRICT + b"/wordprocessingml/main", W.encode())
            data = data.replace(STRICT + b"/officeDocument/relationships", R.encode())
        return parse(data, f"DOCX part {name}")

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return what a part is related to; of the whole file, for an empty name.

        Of relations that cannot be read there are none: see ``damaged``.
        """
        if name not in self._relations:
            root = self._relations_part(name)
            made = () if root is None else tuple(_related(root, posixpath.dirname(name)))
            self._relations[name] = made
        return self._relations[name]

    def _relations_part(self, name: str) -> Element | None:
        folder, file = posixpath.split(name)
        of = posixpath.join(folder, "_rels", f"{file}.rels")
        try:
            return self.element(of) if of in self.parts else None
        except DushanbeError as error:
            self._unread[of] = str(error)
            return None

    @property
    def damaged(self) -> tuple[str, ...]:
        """What of the relations of the file and of its text cannot be read, in words."""
        for name in ("", self.main):
            self.relations(name)
        return tuple(f"what the file consists of: {each}" for each in self._unread.values())

    def related(self, kind: str) -> Iterator[str]:
        """Yield the names of the parts that the main part is related to in one way."""
        for each in self.relations(self.main):
            if each.kind == kind and not each.external and each.target in self.parts:
                yield each.target

    def one(self, kind: str) -> Element | None:
        """Return the root of the part that is related in one way; None where there is none.

        What cannot be read plays no part in reading the text: it counts as absent.
        """
        for name in self.related(kind):
            try:
                return self.element(name)
            except DushanbeError:
                return None
        return None

    @cached_property
    def _carrying(self) -> tuple[Element | None, bytes]:
        """The root of the part that carries a record, wherever an editor has put it; its bytes."""
        for name, data in sorted(self.parts.items()):
            if CARRIER.encode() in data and not name.endswith(".rels"):
                root = parse(data, f"DOCX part {name}")
                if etree.QName(root).namespace == CARRIER:
                    return root, data
        return None, b""

    @property
    def carrier(self) -> Element | None:
        """The element that carries a record."""
        return self._carrying[0]

    @property
    def carried(self) -> bytes:
        """What stands in that element, to the byte, if nobody has spelt it anew."""
        data = self._carrying[1]
        start = data.find(b">\n", data.find(b"<carrier ")) + len(b">\n")
        return data[start : data.rfind(b"</carrier>")]


def _related(root: Element, folder: str) -> Iterator[Relation]:
    for each in root:
        if not isinstance(each.tag, str):
            continue
        kind = (each.get("Type") or "").rpartition("/")[2]
        target, external = each.get("Target") or "", each.get("TargetMode") == "External"
        if not external:
            path = unquote(target.partition("#")[0])
            path = path if path.startswith("/") else posixpath.join("/", folder, path)
            target = posixpath.normpath(path).lstrip("/")
        yield Relation(each.get("Id") or "", kind, target, external)
