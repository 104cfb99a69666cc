r"""Writers: records to XML text, one generated function for each record.

For a ``Venue`` with a country, a name and halls it is, in essence::

    def write_Venue(o, out, n, i, d, m):
        if d > DEEPEST: raise too_deep()
        e, j, h = d + 1, i + "  ", i + "    "
        s = f"{i}<{n}"
        v = o.country
        if v is not None:
            s += f" country={quoted(v)}"
        k = len(out)
        out.append(s + ">\n")
        v = o.name._texts
        for g, v in v.items():
            out.append(f'{j}<name xml:lang="{g}">{text(v)}</name>\n' if g else ...)
        v = o.halls
        if v:
            out.append(f"{j}<halls>\n")
            for v in v:
                write_Hall(v, out, "hall", h, e, m)
            out.append(f"{j}</halls>\n")
        if len(out) == k + 1: out[k] = s + "/>\n"
        else: out.append(f"{i}</{n}>\n")

``o`` is the record, ``n`` the name of its element, ``i`` the blanks before it, ``d`` how deep it
stands, ``m`` gathers the ids.  What has its default is left out.  All characters are legal:
no record holds others.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from dushanbe_process.forms.xml.spelling import open_element, quoted, text
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
from dushanbe_process.schema.generate import Module, indented
from dushanbe_process.schema.mentions import mentioned
from dushanbe_process.schema.write_tree import condition, inside

if TYPE_CHECKING:
    from dushanbe_process.schema import Field, Record, Schema


def writers(schema: Schema) -> Module:
    """Return the writers of every record of a schema."""
    return _Writers(schema).module


class _Writers:
    """Generates the writers of one schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.module = Module("writer of XML")
        self.names = self.module.names
        self.names |= {"text": text, "quoted": quoted, "open_element": open_element}
        self.names["tags"] = {each.cls: each.tag for each in schema.records.values()}
        functions = {each.cls: f"write_{each.name}" for each in schema.records.values()}
        self.names["writers"] = self.module.lookup(functions)
        for record in schema.records.values():
            self.module.add(f"write_{record.name}", partial(self._record, record))

    def _record(self, record: Record) -> list[str]:
        """Return the source of the function that writes the element of a record."""
        content = record.content
        line = "" if content else r"\n"
        body = [
            "if d > DEEPEST: raise too_deep()",
            'e, j, h = d + 1, i + "  ", i + "    "',
            's = f"{i}<{n}"',
        ]
        for field in record.fields:
            if field.attribute:
                body += self._said(record, field, [self._attribute(field)])
        body += ["k = len(out)", f'out.append(s + ">{line}")']
        for field in record.fields:
            if not field.attribute and not field.content:
                body += self._said(record, field, self._element(field.shape, field.name))
        if content:
            body += self._said(record, content, self._content(content.shape))
        close = 'f"</{n}>"' if content else r'f"{i}</{n}>\n"'
        body += [
            f'if len(out) == k + 1: out[k] = s + "/>{line}"',
            f"else: out.append({close})",
            *([r'if i: out.append("\n")'] if content else []),
        ]
        return [f"def write_{record.name}(o, out, n, i, d, m):", *indented(body)]

    def _said(self, record: Record, field: Field, lines: list[str]) -> list[str]:
        """Return the lines that write a field, unless it has its default."""
        default = f"default_{record.name}_{field.name}"
        self.names[default] = field.default
        if field.identity:
            lines = [f"m.given[{record.name!r}].append(v)", *lines]
        elif kind := mentioned(field.shape):
            how = "update" if isinstance(field.shape, ManyOf) else "add"
            lines = [f"m.made[{kind!r}].{how}(v)", *lines]
        said = condition(field, default)
        value = f"v = o.{field.name}{inside(field.shape)}"
        return [value, *([f"if {said}:", *indented(lines)] if said else lines)]

    def _attribute(self, field: Field) -> str:
        shape = field.shape
        if not isinstance(shape, ManyOf):
            return f's += f" {field.name}={{quoted({_word(shape)})}}"'
        words = f"' '.join([{_word(shape.item)} for v in v])"
        return f's += f" {field.name}={{quoted({words})}}"'

    def _content(self, shape: Shape) -> list[str]:
        """Return the lines that write the text of an element, without the element."""
        if not isinstance(shape, Inline):
            return ["out.append(text(v))"]
        return [
            'if not v: out.append("")',
            "for v in v:",
            "    if type(v) is str: out.append(text(v))",
            '    else: writers[type(v)](v, out, tags[type(v)], "", e, m)',
        ]

    def _element(self, shape: Shape, name: str, blanks: str = "{j}") -> list[str]:
        """Return the lines that write the element of the value ``v``."""
        start, end = f"{blanks}<{name}>", f"</{name}>\\n"
        match shape:
            case Text() | Code() | Integer() | Boolean() | Choice():
                return [f'out.append(f"{start}{{text({_word(shape)})}}{end}")']
            case Localized():
                tagged = f'{blanks}<{name} xml:lang="{{g}}">{{text(v)}}{end}'
                plain = f"{start}{{text(v)}}{end}"
                return [
                    "for g, v in v.items():",
                    f"    out.append(f'{tagged}' if g else f'{plain}')",
                ]
            case Inline():
                return [
                    "if len(v) == 1 and type(v[0]) is str:",
                    f'    out.append(f"{start}{{text(v[0])}}{end}")',
                    "else:",
                    f'    out.append(f"{start}")',
                    *indented(self._content(shape)),
                    f'    out.append("{end}")',
                ]
            case ManyOf():
                inner = ["for v in v:", *indented(self._item(shape.item))]
                return self._wrapped(name, inner)
            case Named():
                return [f'write_{shape.record}(v, out, "{name}", j, e, m)']
            case OneOf():
                return self._wrapped(name, self._item(shape))
            case Open():
                return [f'open_element(out, "{name}", v.__to_tree__(), j)']
        assert_never(shape)

    def _wrapped(self, name: str, inner: list[str]) -> list[str]:
        return [
            rf'out.append(f"{{j}}<{name}>\n")',
            *inner,
            rf'out.append(f"{{j}}</{name}>\n")',
        ]

    def _item(self, shape: Shape) -> list[str]:
        """Return the lines that write an item of a list, or the one of several records."""
        if isinstance(shape, Named):
            tag = self.schema[shape.record].tag
            return [f'write_{shape.record}(v, out, "{tag}", h, e, m)']
        if isinstance(shape, OneOf):
            return ["writers[type(v)](v, out, tags[type(v)], h, e, m)"]
        within = inside(shape)
        value = [f"v = v{within}"] if within else []
        if not isinstance(shape, Localized):
            return [*value, *self._element(shape, "item", "{h}")]
        return [
            *value,
            r'out.append(f"{h}<item>\n")',
            *self._element(shape, "text", "{h}  "),
            r'out.append(f"{h}</item>\n")',
        ]


def _word(shape: Shape) -> str:
    """Return the code that spells the scalar ``v``."""
    if isinstance(shape, Boolean):
        return "'true' if v else 'false'"
    if isinstance(shape, Choice):
        return "v._value_"
    exact = isinstance(shape, Text) or (isinstance(shape, Code) and shape.cls is str)
    return "v" if exact else "str(v)"
