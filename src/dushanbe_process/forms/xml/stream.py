"""The records of one very large XML file, one by one, in constant memory.

What stands in the lists of a dossier is read as soon as its element ends, and then dropped.
What is left of the dossier at the end, the frame, is read as any record: so everything that
has no place in it is found, though only then.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

import attrs
from lxml import etree

from dushanbe_process.errors import DushanbeError, InvalidError, MalformedError, Problem
from dushanbe_process.forms.xml.faults import EMPTY
from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.forms.xml.read import from_xml
from dushanbe_process.model import default_schema
from dushanbe_process.model.entity import holds_entities
from dushanbe_process.schema import ManyOf, OneOf
from dushanbe_process.xml_parse import RULES, explained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dushanbe_process.schema import Model, Record, Schema
    from dushanbe_process.xml_parse import Element

    OnFault = Callable[[DushanbeError], object]

_TYPES = "document type declarations are not accepted"


def records(
    file: IO[bytes], on_fault: OnFault | None = None, schema: Schema | None = None
) -> Iterator[Model]:
    """Yield what stands in the lists of a dossier, or the one record that is no dossier.

    Raises:
        DushanbeError: for a record that is not right, unless ``on_fault`` takes the error;
            for a file that is not well-formed, and at the end for what is wrong with the frame.
    """
    schema = schema or default_schema()
    lists = _lists(schema)
    tags = {tag for each in lists.values() for tag in each}
    walk = _Walk(lists, schema)
    context = etree.iterparse(
        _Guarded(file), events=("end",), tag=[*tags], huge_tree=True, **_rules()
    )
    try:
        for _, element in context:
            if walk.is_in_a_list(element):
                yield from walk.read(element, on_fault)
    except etree.XMLSyntaxError as error:
        raise explained(error, "XML", context) from None
    yield from _rest(context.root, walk, schema)


def _rules() -> dict[str, Any]:
    """Return the rules of all our parsers that this one knows."""
    return {key: value for key, value in RULES.items() if key != "strip_cdata"}


def _lists(schema: Schema) -> dict[str, set[str]]:
    """Return the lists of a dossier by their tags, with the tags of what stands in them."""
    if schema.whole is None:
        return {}
    made = {}
    for field in schema[schema.whole].fields:
        if isinstance(field.shape, ManyOf) and holds_entities(field):
            item = field.shape.item
            names = item.records if isinstance(item, OneOf) else [item.record]  # type: ignore[union-attr]
            made[_tag(field.name)] = {_tag(schema[name].tag) for name in names}
    return made


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


@attrs.define
class _Walk:
    """Where we are among the lists of the dossier."""

    lists: dict[str, set[str]]
    schema: Schema
    last: Element = None
    count: int = 0
    emptied: set[str] = attrs.field(factory=set)

    def is_in_a_list(self, element: Element) -> bool:
        """Say whether an element stands in a list of the root, where it may stand."""
        parent = element.getparent()
        if parent is None or element.tag not in self.lists.get(parent.tag, ()):
            return False
        root = parent.getparent()
        return root is not None and root.getparent() is None and self.is_whole(root)

    def is_whole(self, root: Element) -> bool:
        """Say whether the root is a dossier."""
        return bool(root.tag == _tag(self.schema[self.schema.whole or ""].tag))

    def read(self, element: Element, on_fault: OnFault | None) -> Iterator[Model]:
        """Yield the record of an element, and make it empty; drop the one before it."""
        list_ = element.getparent()
        if self.last is not None and self.last.getparent() is not list_:
            self.drop()
            self.count = 0
        self.drop()
        list_path = f"$.{etree.QName(list_).localname}"
        self.emptied.add(list_path)
        path = f"{list_path}[{self.count}]"
        try:
            made = from_xml(element, self.schema)
        except InvalidError as error:
            below = InvalidError([each.below(path) for each in error.problems])
            if on_fault is None:
                raise below from None
            on_fault(below)
        else:
            yield made
        element.clear(keep_tail=True)
        self.last = element
        self.count += 1

    def drop(self) -> None:
        """Drop the empty element that was read last, and not the words that stray behind it."""
        if self.last is None:
            return
        list_ = self.last.getparent()
        if not (self.last.tail or "").strip(" \t\r\n"):
            self.last.tail = None
            list_.remove(self.last)
        self.last = None


def _rest(root: Element, walk: _Walk, schema: Schema) -> Iterator[Model]:
    """Yield the root, where it is no dossier; else judge what is left of it."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedError("XML", _TYPES)
    if schema.whole is None or not walk.is_whole(root):
        yield from_xml(root, schema)
        return
    walk.drop()
    problems = _disorder(root, schema[schema.whole])
    for child in [each for each in root if each.tag in walk.lists]:
        if not len(child) and not (child.text or "").strip(" \t\r\n") and not child.keys():
            _take_out(child)
    try:
        from_xml(root, schema)
    except InvalidError as error:
        # A list whose records were dropped is not empty; it still stands for another fault.
        problems += [
            each
            for each in error.problems
            if not (each.path in walk.emptied and each.message == EMPTY)
        ]
    if problems:
        raise InvalidError(problems)


def _take_out(element: Element) -> None:
    """Take an element out, and leave the text behind it in its place."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _disorder(root: Element, record: Record) -> list[Problem]:
    """Return what is given twice in the dossier, or after what it must stand before."""
    places = {_tag(each.name): index for index, each in enumerate(record.fields)}
    many = {_tag(each.name) for each in record.fields if isinstance(each.shape, ManyOf)}
    problems, last, seen = [], -1, set()
    for child in root:
        path = f"$.{etree.QName(child).localname}"
        if child.tag in many and child.tag in seen:
            problems.append(Problem(path, "is given twice", child.sourceline))
        elif places.get(child.tag, last) < last:
            message = "stands after what it must stand before"
            problems.append(Problem(path, message, child.sourceline))
        seen.add(child.tag)
        last = max(last, places.get(child.tag, last))
    return problems


class _Guarded:
    """A file that refuses to be read on where a document type is declared."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.end = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self.file.read(size)
        if not self.end and b"\0" in data[:200]:
            raise MalformedError("XML", "a large file in UTF-16 or UTF-32 is not accepted")
        if b"!" in data or b"!" in self.end:
            seen = self.end + data
            if re.search(b"<!DOCTYPE", seen):
                raise MalformedError("XML", _TYPES)
        self.end = data[-9:] or self.end
        return data
