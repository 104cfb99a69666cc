"""Elements to plain trees along a schema; what has no place there is a problem with its path.

What is right by its place and wrong by its value is left for ``tree`` to find, so that every
fault of a document is told at once, in the same words as for every other format.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

import attrs
from lxml import etree

from dushanbe_process.errors import (
    InvalidError,
    LimitExceededError,
    Problem,
    UnsupportedVersionError,
)
from dushanbe_process.forms.xml.faults import EMPTY, no_attributes, no_text, plain, unknown
from dushanbe_process.forms.xml.names import (
    NAMESPACE,
    XML_LANG,
    XSI,
    namespace_of,
    version_of,
)
from dushanbe_process.forms.xml.open_data import BOOLEANS, INTEGER, open_data
from dushanbe_process.migrations import STEPS, VERSION
from dushanbe_process.model import default_schema
from dushanbe_process.schema import (
    Boolean,
    Choice,
    Code,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Named,
    OneOf,
    Open,
    Shape,
    Text,
)
from dushanbe_process.schema.history import frozen
from dushanbe_process.schema.memo import once
from dushanbe_process.xml_parse import Element

if TYPE_CHECKING:
    from dushanbe_process.schema import Field, Record, Schema

#: Reads the element of a value at a path, noting problems.
Read: TypeAlias = Callable[[Element, str, list[Problem]], Any]


def to_tree(root: Element, problems: list[Problem], schema: Schema | None = None) -> dict[str, Any]:
    """Return the plain tree of a root element, as its version has it."""
    name = etree.QName(root)
    found = version_of(name.namespace or "")
    if found is None:
        message = f"the root is {root.tag!r:.120}, not a record of {NAMESPACE}"
        raise InvalidError([Problem("$", message, root.sourceline)])
    if not found.isdecimal() or not (int(found) == VERSION or int(found) in STEPS):
        raise UnsupportedVersionError(found, [*sorted(STEPS), VERSION])
    version = int(found)
    along = (schema or default_schema()) if version == VERSION else frozen(version)
    record = along.tagged(name.localname)
    if record is None:
        message = f"{name.localname!r:.80} is not the name of a record"
        raise InvalidError([Problem("$", message, root.sourceline)])
    try:
        readers_along = once(along, _present) if version == VERSION else _Readers(along, version)
        tree = readers_along.record(record.name)(root, "$", problems)
    except RecursionError:
        message = "elements nested too deep"
        raise LimitExceededError(message) from None
    return {"type": record.tag, "version": version, **tree}


@attrs.frozen
class _Place:
    """Where an element may stand in a record: its position, and how it is read."""

    index: int
    field: Field
    read: Read


@attrs.frozen
class _Places:
    """Where the elements of a record may stand; ``own`` is the namespace it does not share.

    An empty ``own`` says that elements of other namespaces have no place in it.
    """

    of: dict[str, _Place]
    own: str


class _Readers:
    """The functions that read the elements of one schema in one namespace."""

    def __init__(self, schema: Schema, version: int) -> None:
        self.schema = schema
        self.namespace = f"{{{namespace_of(version)}}}"
        self.made: dict[str, Read] = {}

    def record(self, name: str) -> Read:
        """Return the function that reads the element of a record."""
        if name not in self.made:
            record = self.schema[name]
            places: dict[str, _Place] = {}
            self.made[name] = self._reader(record, places)
            for index, each in enumerate(record.fields):
                if not each.attribute and not each.content:
                    tag = self.namespace + each.name
                    places[tag] = _Place(index, each, self.shape(each.shape))
        return self.made[name]

    def _reader(self, record: Record, places: dict[str, _Place]) -> Read:
        attributes = {each.name: each.shape for each in record.fields if each.attribute}
        content, open_ = record.content, record.open
        known = _Places(places, self.namespace if open_ is not None else "")

        def read(element: Element, path: str, problems: list[Problem]) -> dict[str, Any]:
            tree: dict[str, Any] = {}
            foreign: dict[str, Any] = {}
            for key, value in element.attrib.items():
                if key in attributes:
                    tree[key] = _attribute(attributes[key], value)
                elif key.startswith(XSI):
                    continue
                elif key.startswith("{") and open_ is not None:
                    foreign[f"@{key}"] = value
                else:
                    message = f"unknown attribute {key!r:.80}"
                    problems.append(Problem(path, message, element.sourceline))
            if content is not None:
                tree[content.name] = self.content(content.shape)(element, path, problems)
            else:
                foreign |= _children(element, path, problems, tree, known)
            if foreign and open_ is not None:
                _keep(tree, open_.name, foreign, path, problems)
            return tree

        return read

    def content(self, shape: Shape) -> Read:
        """Return the function that reads the text of an element."""
        if not isinstance(shape, Inline):
            return plain
        tagged = self.tagged(shape.records)

        def read(element: Element, path: str, problems: list[Problem]) -> Any:
            pieces: list[Any] = [element.text] if element.text else []
            for child in element:
                piece = tagged(child, f"{path}[{len(pieces)}]", problems)
                pieces += [piece] if piece is not None else []
                pieces += [child.tail] if child.tail else []
            if all(type(piece) is str for piece in pieces):
                return "".join(pieces)
            return pieces

        return read

    def shape(self, shape: Shape) -> Read:
        """Return the function that reads the element of a value."""
        match shape:
            case Text() | Code() | Integer() | Boolean() | Choice():

                def scalar(element: Element, path: str, problems: list[Problem]) -> Any:
                    no_attributes(element, path, problems)
                    return _attribute(shape, plain(element, path, problems))

                return scalar
            case Localized():
                return _localized_item
            case Inline():
                content = self.content(shape)

                def inline(element: Element, path: str, problems: list[Problem]) -> Any:
                    no_attributes(element, path, problems)
                    return content(element, path, problems)

                return inline
            case ManyOf():
                return self._many(shape.item)
            case Named():
                return self.record(shape.record)
            case OneOf():
                return self._single(shape.records)
            case Open():
                return open_data
        assert_never(shape)

    def _many(self, item: Shape) -> Read:
        if isinstance(item, Named):
            read_one = self.record(item.record)
            only = self.namespace + self.schema[item.record].tag
        else:
            read_one = self.tagged(item.records) if isinstance(item, OneOf) else self.shape(item)
            only = "" if isinstance(item, OneOf) else f"{self.namespace}item"

        def read(element: Element, path: str, problems: list[Problem]) -> list[Any]:
            no_text(element, path, problems)
            no_attributes(element, path, problems)
            items: list[Any] = []
            for child in element:
                if only and child.tag != only:
                    problems.append(unknown(child, path))
                else:
                    items.append(read_one(child, f"{path}[{len(items)}]", problems))
            if not items:
                problems.append(Problem(path, EMPTY, element.sourceline))
            return [each for each in items if each is not None]

        return read

    def _single(self, names: tuple[str, ...]) -> Read:
        many = self._many(OneOf(names))

        def read(element: Element, path: str, problems: list[Problem]) -> Any:
            items = many(element, path, problems)
            if len(items) > 1:
                problems.append(Problem(path, "holds more than one", element.sourceline))
            return items[0] if items else {}

        return read

    def tagged(self, names: tuple[str, ...]) -> Read:
        """Return the function that reads one of several records, told apart by their names."""
        readers = {self.namespace + self.schema[name].tag: name for name in names}

        def read(element: Element, path: str, problems: list[Problem]) -> Any:
            name = readers.get(element.tag)
            if name is None:
                problems.append(unknown(element, path))
                return None
            tree = self.record(name)(element, path, problems)
            return {"type": self.schema[name].tag, **tree}

        return read


def _present(schema: Schema) -> _Readers:
    return _Readers(schema, VERSION)


def _children(
    element: Element, path: str, problems: list[Problem], tree: dict[str, Any], places: _Places
) -> dict[str, Any]:
    """Read the elements of a record into its tree; return those of other namespaces."""
    foreign: dict[str, Any] = {}
    last = -1.0
    if places.of or places.own:
        no_text(element, path, problems)
    elif element.text:  # where no element has a place, XML Schema allows no blanks either
        problems.append(Problem(path, "must be empty", element.sourceline))
    for child in element:
        place = places.of.get(child.tag)
        if place is None:
            if places.own and not child.tag.startswith(places.own):
                _keep_foreign(foreign, child)
                last = math.inf
            else:
                problems.append(unknown(child, path))
            continue
        name = place.field.name
        if place.index < last:
            message = "stands after what it must stand before"
            problems.append(Problem(f"{path}.{name}", message, child.sourceline))
        last = max(last, place.index)
        if isinstance(place.field.shape, Localized):
            _add_language(tree, name, child, f"{path}.{name}", problems)
        elif name in tree:
            problems.append(Problem(f"{path}.{name}", "is given twice", child.sourceline))
        else:
            tree[name] = place.read(child, f"{path}.{name}", problems)
    return foreign


def _attribute(shape: Shape, value: str) -> Any:
    """Return a string of XML as the plain tree has it; what is no such value stays a string."""
    if isinstance(shape, ManyOf):
        return [_attribute(shape.item, word) for word in value.split()]
    if isinstance(shape, Integer):
        return int(value) if INTEGER.fullmatch(value) else value
    if isinstance(shape, Boolean):
        return BOOLEANS.get(value, value)
    return value


def _add_language(
    tree: dict[str, Any],
    name: str,
    element: Element,
    path: str,
    problems: list[Problem],
) -> None:
    """Add one language to a text in languages."""
    for key in element.keys():  # noqa: SIM118  (an element iterates over its children)
        if key != XML_LANG and not key.startswith(XSI):
            message = f"unknown attribute {key!r:.80}"
            problems.append(Problem(path, message, element.sourceline))
    tag = element.get(XML_LANG, "")
    words = plain(element, path, problems)
    texts = tree.setdefault(name, {})
    if tag in texts:
        problems.append(Problem(path, f"the language {tag!r} is given twice", element.sourceline))
    texts[tag] = words


def _localized_item(element: Element, path: str, problems: list[Problem]) -> dict[str, str]:
    """Return a text in languages that is an item of a list."""
    tree: dict[str, Any] = {}
    no_text(element, path, problems)
    no_attributes(element, path, problems)
    namespace = element.tag.partition("}")[0] + "}"
    for child in element:
        if child.tag == f"{namespace}text":
            _add_language(tree, "text", child, path, problems)
        else:
            problems.append(unknown(child, path))
    return tree.get("text", {})  # type: ignore[no-any-return]


def _keep_foreign(foreign: dict[str, Any], element: Element) -> None:
    """Keep an element of another namespace as the XML that it is."""
    kept = etree.tostring(element, encoding="unicode", with_tail=False)
    before = foreign.get(element.tag)
    if before is None:
        foreign[element.tag] = kept
    else:
        foreign[element.tag] = [*(before if isinstance(before, list) else [before]), kept]


def _keep(
    tree: dict[str, Any], name: str, foreign: dict[str, Any], path: str, problems: list[Problem]
) -> None:
    kept = tree.setdefault(name, {})
    if both := sorted(kept.keys() & foreign.keys()):
        problems.append(Problem(path, f"{both[0]!r} stands both in {name} and beside it"))
    tree[name] = {**foreign, **kept}
