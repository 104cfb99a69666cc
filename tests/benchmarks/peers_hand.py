"""The peer that everybody writes: one function a class, ``find`` and ``findall``.

The functions are made of our schema, as a careful programmer would write them by hand: each
field is looked for where it stands; nothing is checked but choices and numbers.
"""

from __future__ import annotations

from typing import Any

import attrs

from dushanbe_process.forms.xml.names import NAMESPACE, XML_LANG
from dushanbe_process.model import default_schema
from dushanbe_process.schema import (
    Boolean,
    Choice,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Named,
    OneOf,
    Open,
    is_attribute,
)

SCHEMA = default_schema()


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


class ByHand:
    """The functions, by the tag of the root."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {"LANG": XML_LANG, "by_tag": {}, "inline": self.inline}
        for record in SCHEMA.records.values():
            fields = [each.name for each in record.fields]
            cls = attrs.make_class(record.name, fields, frozen=True, slots=True)
            self.names[record.name] = cls
            source = f"def read_{record.name}(e):\n    return {record.name}(\n"
            source += (
                "".join(f"        {self.value(each)},\n" for each in record.fields) + "    )\n"
            )
            exec(source, self.names)  # noqa: S102  (our own text)
            self.names["by_tag"][_tag(record.tag)] = self.names[f"read_{record.name}"]

    def read(self, root: Any) -> Any:
        """Return the object of a root element."""
        return self.names["by_tag"][root.tag](root)

    def inline(self, element: Any) -> Any:
        """Return the running text of an element."""
        if element is None:
            return None
        pieces = [element.text or ""]
        for child in element:
            pieces += [self.names["by_tag"][child.tag](child), child.tail or ""]
        return pieces

    def value(self, field: Any) -> str:
        """Return the expression for a field, as one writes it."""
        shape, name, tag = field.shape, field.name, _tag(field.name)
        if is_attribute(shape):
            return self.attribute(shape, name)
        match shape:
            case Localized():
                return f"{{t.get(LANG, ''): t.text or '' for t in e.findall({tag!r})}}"
            case Inline():
                return "inline(e)" if field.content else f"inline(e.find({tag!r}))"
            case Named():
                return f"read_{shape.record}(c) if (c := e.find({tag!r})) is not None else None"
            case ManyOf():
                return self.many(shape.item, field.name)
            case OneOf():
                return f"[by_tag[c.tag](c) for c in e.findall('{tag}/*')]"
            case Open():
                return f"e.find({tag!r})"
            case _:
                return "e.text or ''" if field.content else f"e.findtext({tag!r})"

    def attribute(self, shape: Any, name: str) -> str:
        """Return the expression for an attribute."""
        if isinstance(shape, ManyOf):
            return f"e.get({name!r}, '').split()"
        if isinstance(shape, Choice):
            self.names[shape.name] = shape.cls
            return f"{shape.name}(v) if (v := e.get({name!r})) is not None else None"
        if isinstance(shape, Integer):
            return f"int(v) if (v := e.get({name!r})) is not None else None"
        if isinstance(shape, Boolean):
            return f"e.get({name!r}) == 'true'"
        return f"e.get({name!r})"

    def many(self, item: Any, name: str) -> str:
        """Return the expression for a list."""
        if isinstance(item, Named):
            path = f"{_tag(name)}/{_tag(SCHEMA[item.record].tag)}"
            return f"[read_{item.record}(c) for c in e.findall({path!r})]"
        if isinstance(item, OneOf):
            return f"[by_tag[c.tag](c) for c in e.findall({_tag(name) + '/*'!r})]"
        path = f"{_tag(name)}/{_tag('item')}"
        if isinstance(item, Localized):
            return (
                f"[{{t.get(LANG, ''): t.text or '' for t in c.findall({_tag('text')!r})}}"
                f" for c in e.findall({path!r})]"
            )
        return f"[c.text or '' for c in e.findall({path!r})]"
