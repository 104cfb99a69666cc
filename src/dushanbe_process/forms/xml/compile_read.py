"""Readers: elements of lxml to records, one generated function for each record.

For a ``Venue`` with a country, a name and halls it is, in essence::

    def read_Venue(x, d, m):
        if d > DEEPEST: raise too_deep()
        e = d + 1
        o = twin_Venue()
        o.country = default_Venue_country
        for q, v in x.items():
            if q == "country":
                o.country = known_CountryCode(v)
            else: raise Doubt
        v = x.text
        if v and v not in INDENTS and v.strip(BLANKS): raise Doubt
        k = iter(x[:])
        y = next(k, END)
        g = y.tag
        if g == "{urn:…}name":
            ...
            o.name = localized(r)
        else: raise Doubt
        if g == "{urn:…}halls":
            ...
            for z in y:
                if z.tag != "{urn:…}hall": raise Doubt
                r.append(read_Hall(z, e, m))
            ...
        else:
            o.halls = default_Venue_halls
        if g: raise Doubt
        o.__class__ = Venue
        for _ in o.__faults__(): raise Doubt
        return o

``x`` is the element, ``d`` how deep it stands, ``m`` gathers the ids; ``y`` is the child that
is next, ``g`` its name: children come in the order of the model.  See ``twins`` for how ``o``
is filled.  A reader accepts exactly what is right, and says ``Doubt`` (or raises anything else)
at the first thing that is not, and at what is rare (elements of other namespaces): what it is
is found by ``read``, the thorough way.
"""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, assert_never

from dushanbe_process.forms.xml.names import NAMESPACE, XML_LANG
from dushanbe_process.forms.xml.open_data import BOOLEANS, INTEGER, open_data
from dushanbe_process.schema import (
    Boolean,
    Choice,
    Code,
    Extra,
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
from dushanbe_process.schema.generate import Doubt, Module, indented
from dushanbe_process.schema.scalars import checked, remembered
from dushanbe_process.schema.twins import finished, twin_of

if TYPE_CHECKING:
    from dushanbe_process.schema import Field, Record, Schema
    from dushanbe_process.xml_parse import Element

_BLANKS = " \t\r\n"
#: What stands between elements as we write them.
_INDENTS = frozenset("\n" + "  " * level for level in range(100))


def readers(schema: Schema) -> Module:
    """Return the readers of every record of a schema, in the present namespace."""
    return _Readers(schema).module


class _Readers:
    """Generates the readers of one schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.module = Module("reader of XML")
        self.names = self.module.names
        self.names |= {
            "LANGUAGE": XML_LANG,
            "BLANKS": _BLANKS,
            "INDENTS": _INDENTS,
            "open_data": data_of,
        }
        self.names |= {"whole": whole, "booleans": BOOLEANS, "END": SimpleNamespace(tag="")}
        for record in schema.records.values():
            self.module.add(f"read_{record.name}", partial(self._record, record))

    def _record(self, record: Record) -> list[str]:
        """Return the source of the function that makes a record of an element."""
        self.names |= {record.name: record.cls, f"twin_{record.name}": twin_of(record.cls)}
        body = [
            "if d > DEEPEST: raise too_deep()",
            "e = d + 1",
            f"o = twin_{record.name}()",
            *self._attributes(record),
        ]
        if (content := record.content) is not None:
            body += self._content(content.shape, "x", f"o.{content.name} = {{}}")
        else:
            body += self._children(record)
        return [f"def read_{record.name}(x, d, m):", *indented([*body, *finished(record)])]

    def _attributes(self, record: Record) -> list[str]:
        """Return the lines that read the attributes of ``x``, in whatever order they stand."""
        fields = [field for field in record.fields if field.attribute]
        body = [self._default(record, field) for field in fields if not field.required]
        required = sum(field.required for field in fields)
        cases: list[str] = []
        for field in fields:
            case = f"{'elif' if cases else 'if'} q == {field.name!r}:"
            count = ["n += 1"] if field.required else []
            cases += [case, *indented([*count, *self._attribute(record, field)])]
        if not cases:
            return ["if x.keys(): raise Doubt"]
        body += [
            *(["n = 0"] if required else []),
            "for q, v in x.items():",
            *indented([*cases, "else: raise Doubt"]),
        ]
        return [*body, f"if n != {required}: raise Doubt"] if required else body

    def _default(self, record: Record, field: Field) -> str:
        name = f"default_{record.name}_{field.name}"
        self.names[name] = field.default
        return f"o.{field.name} = {name}"

    def _attribute(self, record: Record, field: Field) -> list[str]:
        """Return the lines that make the value of an attribute of the string ``v``."""
        put, shape = f"o.{field.name} = {{}}", field.shape
        if field.identity:
            self.names[f"check_{record.name}"] = checked(shape)  # type: ignore[arg-type]
            given = f"m.given[{record.name!r}].append(v)"
            return [put.format(f"v = check_{record.name}(v)"), given]
        if not isinstance(shape, ManyOf):
            return self._scalar(shape, put)
        lines = ["r = []", "for v in v.split():"]
        lines += indented(self._scalar(shape.item, "r.append({})"))
        return [
            *lines,
            *(["if not r: raise Doubt"] if field.nonempty else []),
            put.format("tuple(r)"),
        ]

    def _scalar(self, shape: Shape, put: str) -> list[str]:
        """Return the lines that make a scalar of the string ``v``."""
        match shape:
            case Code():
                known = f"known_{shape.name}"
                self.names[known] = remembered(shape)
                if shape.refers_to is None:
                    return [put.format(f"{known}(v)")]
                mention = f"m.made[{shape.refers_to!r}].add(v)"
                return [f"v = {known}(v)", put.format("v"), mention]
            case Choice():
                members = f"members_{shape.name}"
                self.names[members] = {each.value: each for each in shape.cls or ()}
                return [put.format(f"{members}[v]")]
            case Integer():
                bounds = f"{shape.minimum} <= v <= {shape.maximum}"
                return ["v = whole(v)", f"if not {bounds}: raise Doubt", put.format("v")]
            case Boolean():
                return [put.format("booleans[v]")]
            case _:
                return [put.format("v")]

    def _children(self, record: Record) -> list[str]:
        """Return the lines that read the elements in an element, in their order."""
        fields = [field for field in record.fields if not field.attribute]
        if not fields:
            return ["if x.text or len(x): raise Doubt"]
        body = [*_blank("x.text"), "k = iter(x[:])", *_NEXT]
        for field in fields:
            put = f"o.{field.name} = {{}}"
            absent = "raise Doubt" if field.required else self._default(record, field)
            body += [
                f"if g == {_tag(field.name)!r}:",
                *indented(self._place(field.shape, field.name, put)),
                f"else: {absent}",
            ]
        return [*body, "if g: raise Doubt"]

    def _place(self, shape: Shape, name: str, put: str) -> list[str]:
        """Return the lines that read ``y`` and go on; a text takes all that follow of one name."""
        if not isinstance(shape, Localized):
            return [*self._element(shape, "y", put), *_blank("y.tail"), *_NEXT]
        self.names["localized"] = shape.cls.__from_legal__
        again = [*_language("y"), *_blank("y.tail"), *_NEXT]
        loop = f"while g == {_tag(name)!r}:"
        return ["r = {}", loop, *indented(again), put.format("localized(r)")]

    def _element(self, shape: Shape, of: str, put: str) -> list[str]:
        """Return the lines that make the value of the element in the variable ``of``."""
        match shape:
            case Text() | Code() | Integer() | Boolean() | Choice():
                bare = f"if {of}.keys() or len({of}): raise Doubt"
                return [bare, f'v = {of}.text or ""', *self._scalar(shape, put)]
            case Localized():
                return self._localized_item(shape, of, put)
            case Inline():
                return [f"if {of}.keys(): raise Doubt", *self._content(shape, of, put)]
            case ManyOf():
                return self._many(shape.item, of, put)
            case Named():
                return [put.format(f"read_{shape.record}({of}, e, m)")]
            case OneOf():
                return [
                    *self._many(shape, of, ""),
                    "if len(r) != 1: raise Doubt",
                    put.format("r[0]"),
                ]
            case Open():
                return [put.format(f"open_data({of})")]
        assert_never(shape)

    def _content(self, shape: Shape, of: str, put: str) -> list[str]:
        """Return the lines that make a value of what stands in an element."""
        if not isinstance(shape, Inline):
            return [f"if len({of}): raise Doubt", put.format(f'{of}.text or ""')]
        self.names |= {"Running": shape.cls, "twin_Running": twin_of(shape.cls)}
        self.names["running"] = shape.cls.__from_legal__
        return [
            f"if len({of}):",
            f"    p = [{of}.text] if {of}.text else []",
            f"    for w in {of}:",
            f"        p.append({self._of_tag(shape.records)}[w.tag](w, e, m))",
            "        v = w.tail",
            "        if v: p.append(v)",
            *indented([put.format("running(p)")]),
            "else:",
            f"    v = {of}.text",
            "    i = twin_Running()",
            "    i._pieces = (v,) if v else ()",
            "    i.__class__ = Running",
            *indented([put.format("i")]),
        ]

    def _many(self, item: Shape, of: str, put: str) -> list[str]:
        """Return the lines that read the items of a list."""
        if isinstance(item, OneOf):
            one = [f"r.append({self._of_tag(item.records)}[z.tag](z, e, m))"]
        else:
            tag = self.schema[item.record].tag if isinstance(item, Named) else "item"
            one = [f"if z.tag != {_tag(tag)!r}: raise Doubt"]
            one += self._element(item, "z", "r.append({})")
        return [
            f"if {of}.keys(): raise Doubt",
            *_blank(f"{of}.text"),
            "r = []",
            f"for z in {of}:",
            *indented([*one, *_blank("z.tail")]),
            "if not r: raise Doubt",
            *([put.format("tuple(r)")] if put else []),
        ]

    def _localized_item(self, shape: Localized, of: str, put: str) -> list[str]:
        """Return the lines that read a text in languages that is an item of a list."""
        self.names["localized"] = shape.cls.__from_legal__
        put_language = [line.replace("r[", "q[").replace(" r:", " q:") for line in _language("w")]
        return [
            f"if {of}.keys(): raise Doubt",
            *_blank(f"{of}.text"),
            "q = {}",
            f"for w in {of}:",
            f"    if w.tag != {_tag('text')!r}: raise Doubt",
            *indented([*put_language, *_blank("w.tail")]),
            put.format("localized(q)"),
        ]

    def _of_tag(self, records: tuple[str, ...]) -> str:
        """Return the name of the mapping from tags to the functions that read their records."""
        name = "_or_".join(("read", *records))
        if name not in self.names:
            functions = {_tag(self.schema[each].tag): f"read_{each}" for each in records}
            self.names[name] = self.module.lookup(functions)
        return name


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


#: Goes on to the next child.
_NEXT = ["y = next(k, END)", "g = y.tag"]


def _blank(text: str) -> list[str]:
    """Return the lines that allow nothing but blanks where only elements have a place."""
    return [f"v = {text}", "if v and v not in INDENTS and v.strip(BLANKS): raise Doubt"]


def _language(of: str) -> list[str]:
    """Return the lines that put one language of a text, in the element ``of``, into ``r``."""
    return [
        f"if len({of}): raise Doubt",
        f"l = {of}.items()",
        "if l:",
        "    ((g, l),) = l",
        "    if g != LANGUAGE: raise Doubt",
        'else: l = ""',
        "if l in r: raise Doubt",
        f'r[l] = {of}.text or ""',
    ]


def whole(text: str) -> int:
    """Return the whole number that a string spells."""
    if INTEGER.fullmatch(text) is None:
        raise Doubt
    return int(text)


def data_of(element: Element) -> Extra:
    """Return the data of others that an element holds."""
    problems: list[Any] = []
    made = open_data(element, "$", problems)
    if problems:
        raise Doubt
    return Extra(made)
