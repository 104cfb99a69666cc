"""The published XML Schema (XSD 1.0), derived from the schema.

Codes, dates, numbers and choices are attributes; text and structure are elements; a list is
an element named after the field that holds one element for each item, named after its class
(``item``, where it has none); running text is mixed content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never
from xml.sax.saxutils import escape, quoteattr

from dushanbe_process.schema.shapes import (
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.schema.derive import Field, Record, Schema

Lines = list[str]

_XML = "http://www.w3.org/XML/1998/namespace"

#: Types that do not depend on the model.
_FIXED = f"""\
  <xs:complexType name="LocalizedString">
    <xs:annotation><xs:documentation>Text in the language of its xml:lang; without one, in the \
default language.</xs:documentation></xs:annotation>
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:anyAttribute namespace="{_XML}" processContents="skip"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="LocalizedItem">
    <xs:sequence>
      <xs:element name="text" type="LocalizedString" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="OpenData">
    <xs:annotation><xs:documentation>Data of others: JSON, spelled in XML.</xs:documentation>\
</xs:annotation>
    <xs:sequence>
      <xs:element name="value" type="OpenValue" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="OpenValue" mixed="true">
    <xs:sequence>
      <xs:element name="value" type="OpenValue" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="key" type="xs:string"/>
    <xs:attribute name="kind" use="required">
      <xs:simpleType>
        <xs:restriction base="xs:string">
          <xs:enumeration value="string"/>
          <xs:enumeration value="integer"/>
          <xs:enumeration value="number"/>
          <xs:enumeration value="boolean"/>
          <xs:enumeration value="null"/>
          <xs:enumeration value="list"/>
          <xs:enumeration value="object"/>
        </xs:restriction>
      </xs:simpleType>
    </xs:attribute>
  </xs:complexType>"""


def xsd(schema: Schema, namespace: str) -> str:
    """Return the XML Schema that accepts every file of every record of the schema."""
    simple: dict[str, Lines] = {}
    lines: Lines = []
    for record in schema.records.values():
        lines += _record(record, schema, simple)
    roots = [
        f'  <xs:element name="{record.tag}" type="{record.name}"/>'
        for record in schema.records.values()
    ]
    return "\n".join(
        [
            "<?xml version='1.0' encoding='UTF-8'?>",
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"',
            f'           xmlns="{namespace}" targetNamespace="{namespace}"',
            '           elementFormDefault="qualified">',
            *roots,
            *lines,
            *_FIXED.splitlines(),
            *(line for name in sorted(simple) for line in simple[name]),
            "</xs:schema>",
            "",
        ]
    )


def _documented(text: str) -> str:
    text = escape(" ".join(text.split()))
    return f"<xs:annotation><xs:documentation>{text}</xs:documentation></xs:annotation>"


def _indented(lines: Iterable[str], by: int) -> Lines:
    return [" " * by + line for line in lines]


def _record(record: Record, schema: Schema, simple: dict[str, Lines]) -> Lines:
    content = record.content
    attributes = [
        line for field in record.fields if field.attribute for line in _attribute(field, simple)
    ]
    elements = [
        line
        for field in record.fields
        if not field.attribute and not field.content
        for line in _element(field, schema, simple)
    ]
    if record.open is not None:
        foreign = 'namespace="##other" processContents="skip"'
        elements.append(f'<xs:any {foreign} minOccurs="0" maxOccurs="unbounded"/>')
        attributes.append(f"<xs:anyAttribute {foreign}/>")
    if content is not None and isinstance(content.shape, Text):
        body = ["<xs:simpleContent>", '  <xs:extension base="xs:string">']
        body += [*_indented(attributes, 4), "  </xs:extension>", "</xs:simpleContent>"]
    elif content is not None and isinstance(content.shape, Inline):
        body = [*_mixed(content.shape, schema), *attributes]
    else:
        body = ["<xs:sequence>", *_indented(elements, 2), "</xs:sequence>", *attributes]
    mixed = ' mixed="true"' if content is not None and isinstance(content.shape, Inline) else ""
    return [
        f'  <xs:complexType name="{record.name}"{mixed}>',
        f"    {_documented(record.doc)}",
        *_indented(body, 4),
        "  </xs:complexType>",
    ]


def _mixed(shape: Inline, schema: Schema) -> Lines:
    return [
        '<xs:choice minOccurs="0" maxOccurs="unbounded">',
        *(f"  {_tagged(name, schema)}" for name in shape.records),
        "</xs:choice>",
    ]


def _tagged(name: str, schema: Schema) -> str:
    return f'<xs:element name="{schema[name].tag}" type="{name}"/>'


def _attribute(field: Field, simple: dict[str, Lines]) -> Lines:
    use = ' use="required"' if field.required else ""
    start = f'<xs:attribute name="{field.name}"{use}'
    shape = field.shape
    if not isinstance(shape, ManyOf):
        type_ = _simple(shape, simple)
        return [f'{start} type="{type_}">{_documented(field.doc)}</xs:attribute>']
    item = _simple(shape.item, simple)
    words = [f'<xs:simpleType><xs:list itemType="{item}"/></xs:simpleType>']
    if field.nonempty:
        words = ["<xs:simpleType><xs:restriction>", *_indented(words, 2)]
        words += ['  <xs:minLength value="1"/>', "</xs:restriction></xs:simpleType>"]
    return [f"{start}>", f"  {_documented(field.doc)}", *_indented(words, 2), "</xs:attribute>"]


def _simple(shape: Shape, simple: dict[str, Lines]) -> str:
    """Return the name of the simple type of a shape, noting its definition."""
    match shape:
        case Text():
            return "xs:string"
        case Boolean():
            return "xs:boolean"
        case Code():
            facets = [f"<xs:pattern value={quoteattr(shape.pattern)}/>"]
            return _restriction(shape.name, shape.doc, "xs:string", facets, simple)
        case Choice():
            facets = [f"<xs:enumeration value={quoteattr(value)}/>" for value in shape.values]
            return _restriction(shape.name, shape.doc, "xs:string", facets, simple)
        case Integer():
            facets = [f'<xs:minInclusive value="{shape.minimum}"/>']
            facets += [f'<xs:maxInclusive value="{shape.maximum}"/>']
            name = f"IntegerFrom{shape.minimum}To{shape.maximum}"
            return _restriction(name, "Whole number.", "xs:integer", facets, simple)
        case Localized() | Inline() | ManyOf() | Named() | OneOf() | Open():
            message = f"{shape} is not written as one string"
            raise TypeError(message)
    assert_never(shape)


def _restriction(name: str, doc: str, parent: str, facets: Lines, simple: dict[str, Lines]) -> str:
    simple[name] = [
        f'  <xs:simpleType name="{name}">',
        f"    {_documented(doc)}",
        f'    <xs:restriction base="{parent}">',
        *_indented(facets, 6),
        "    </xs:restriction>",
        "  </xs:simpleType>",
    ]
    return name


def _element(field: Field, schema: Schema, simple: dict[str, Lines]) -> Lines:
    """Return the element of a field."""
    least = "" if field.required else ' minOccurs="0"'
    start = f'<xs:element name="{field.name}"{least}'
    note = _documented(field.doc)
    match field.shape:
        case Localized():
            most = ' maxOccurs="unbounded"'
            return [f'{start}{most} type="LocalizedString">{note}</xs:element>']
        case Open():
            return [f'{start} type="OpenData">{note}</xs:element>']
        case Named():
            return [f'{start} type="{field.shape.record}">{note}</xs:element>']
        case Text():
            return [f'{start} type="xs:string">{note}</xs:element>']
        case Inline():
            type_ = ['<xs:complexType mixed="true">', *_indented(_mixed(field.shape, schema), 2)]
            opened = [f"{start}>", f"  {note}", *_indented(type_, 2)]
            return [*opened, "  </xs:complexType>", "</xs:element>"]
        case OneOf():
            return _wrapper(start, note, _choices(field.shape, schema), "")
        case ManyOf():
            least = "" if field.nonempty else ' minOccurs="0"'
            items = _items(field.shape.item, schema, simple)
            return _wrapper(start, note, items, f'{least} maxOccurs="unbounded"')
        case Code() | Integer() | Boolean() | Choice():
            message = f"{field.name} is an attribute"
            raise TypeError(message)
    assert_never(field.shape)


def _wrapper(start: str, note: str, items: Lines, occurs: str) -> Lines:
    return [
        f"{start}>",
        f"  {note}",
        "  <xs:complexType>",
        f"    <xs:choice{occurs}>",
        *_indented(items, 6),
        "    </xs:choice>",
        "  </xs:complexType>",
        "</xs:element>",
    ]


def _choices(shape: OneOf, schema: Schema) -> Lines:
    return [_tagged(name, schema) for name in shape.records]


def _items(shape: Shape, schema: Schema, simple: dict[str, Lines]) -> Lines:
    """Return the elements that a list may hold."""
    match shape:
        case Named():
            return [_tagged(shape.record, schema)]
        case OneOf():
            return _choices(shape, schema)
        case Localized():
            return ['<xs:element name="item" type="LocalizedItem"/>']
        case Inline():
            opened = ['<xs:element name="item">', '  <xs:complexType mixed="true">']
            mixed = _indented(_mixed(shape, schema), 4)
            return [*opened, *mixed, "  </xs:complexType>", "</xs:element>"]
        case Text() | Code() | Integer() | Boolean() | Choice():
            return [f'<xs:element name="item" type="{_simple(shape, simple)}"/>']
        case ManyOf() | Open():
            message = f"a list of {shape} has no place in XML"
            raise TypeError(message)
    assert_never(shape)
