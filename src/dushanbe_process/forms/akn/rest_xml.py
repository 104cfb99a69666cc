"""The difference in ``meta/proprietary``, as elements of the library's own namespace."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.forms.akn.rest import ABSENT, Fields, Item, Items, Put, Rest
from dushanbe_process.forms.xml.names import NAMESPACE

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

_KINDS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_NS = f"{{{NAMESPACE}}}"


@attrs.frozen
class Carried:
    """What a file carries beside its text: the name of a record, and the difference.

    ``text`` and ``said`` are digests of all text of the file, and of what its reader found in
    it: where the one has changed and the other has not, an edit has gone unread.
    """

    record: str
    text: str
    said: str
    rest: Rest | None


def put_rest(parent: Element, carried: Carried) -> None:
    """Write what a file carries beside its text."""
    made = etree.SubElement(parent, f"{_NS}rest", nsmap={"dp": NAMESPACE})
    for name in ("record", "text", "said"):
        made.set(name, getattr(carried, name))
    if carried.rest is not None:
        _put(made, carried.rest)


def _put(parent: Element, rest: Rest) -> None:
    match rest:
        case Put():
            made = etree.SubElement(parent, f"{_NS}put")
            if rest.was:
                made.set("was", rest.was)
            if rest.value is not ABSENT:
                _value(made, rest.value)
        case Fields():
            for name, each in rest.of.items():
                _put(etree.SubElement(parent, f"{_NS}field", name=name), each)
        case Items():
            made = etree.SubElement(parent, f"{_NS}items", length=str(rest.length))
            for item in rest.of:
                held = etree.SubElement(made, f"{_NS}item", index=str(item.index), was=item.was)
                _put(held, item.rest)


def _value(parent: Element, value: Any, key: str | None = None) -> None:
    made = etree.SubElement(parent, f"{_NS}value")
    if key is not None:
        made.set("key", key)
    if isinstance(value, dict):
        made.set("kind", "object")
        for name, each in value.items():
            _value(made, each, name)
    elif isinstance(value, list):
        made.set("kind", "list")
        for each in value:
            _value(made, each)
    else:
        made.set("kind", _KINDS[type(value)])
        made.text = None if value is None else _spelled(value)


def _spelled(value: Any) -> str:
    if type(value) is bool:
        return "true" if value else "false"
    return repr(value) if type(value) is float else str(value)


def carried_by(meta: Element | None) -> Carried | None:
    """Return what a file carries beside its text, where this library wrote it.

    Raises:
        InvalidError: when they are there, and are not as they were written.
    """
    found = next(meta.iter(f"{_NS}rest"), None) if meta is not None else None
    if found is None:
        return None
    try:
        record, text, said = (found.attrib[name] for name in ("record", "text", "said"))
        return Carried(record, text, said, _read(found) if len(found) else None)
    except (KeyError, ValueError, IndexError, TypeError):
        problem = Problem("$.meta.proprietary", "not as it was written", found.sourceline)
        raise InvalidError([problem]) from None


def _read(element: Element) -> Rest:
    """Return the difference that an element holds."""
    first = element[0]
    if first.tag == f"{_NS}put":
        value = _read_value(first[0]) if len(first) else ABSENT
        return Put(value, first.get("was", ""))
    if first.tag == f"{_NS}items":
        items = [Item(int(each.attrib["index"]), each.attrib["was"], _read(each)) for each in first]
        if any(each.index < 0 for each in items):
            raise ValueError(first.tag)
        return Items(int(first.attrib["length"]), tuple(items))
    if any(each.tag != f"{_NS}field" for each in element):
        raise ValueError(first.tag)
    return Fields({each.attrib["name"]: _read(each) for each in element})


def _read_value(element: Element) -> Any:
    kind, text = element.attrib["kind"], element.text or ""
    if element.tag != f"{_NS}value":
        raise ValueError(element.tag)
    match kind:
        case "object":
            return {each.attrib["key"]: _read_value(each) for each in element}
        case "list":
            return [_read_value(each) for each in element]
        case "string":
            return text
        case "integer":
            return int(text)
        case "number" if math.isfinite(float(text)):
            return float(text)
        case "boolean":
            return {"true": True, "false": False}[text]
        case "null":
            return None
    raise ValueError(kind)
