"""The published JSON Schema (draft 2020-12), derived from the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

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

JsonSchema = dict[str, Any]


def json_schema(schema: Schema, version: int) -> JsonSchema:
    """Return the JSON Schema that accepts every file of every record of the schema."""
    definitions: dict[str, JsonSchema] = {}
    for record in schema.records.values():
        definitions[record.name] = _record(record, schema, version, definitions)
    root = _tagged(schema.records, schema)
    root["required"] = ["type", "version"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dushanbe-process:{version}:json-schema",
        "title": "dushanbe-process",
        "description": "Records of intergovernmental conferences.",
        **root,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _record(
    record: Record, schema: Schema, version: int, definitions: dict[str, JsonSchema]
) -> JsonSchema:
    properties: dict[str, JsonSchema] = {
        "type": {"const": record.tag},
        "version": {"const": version},
    }
    for field in record.fields:
        properties[field.name] = _field(field, schema, definitions)
    required = [field.name for field in record.fields if field.required]
    made: JsonSchema = {"description": record.doc.strip(), "type": "object"}
    made["properties"] = properties
    if required:
        made["required"] = required
    made["additionalProperties"] = record.open is not None
    return made


def _field(field: Field, schema: Schema, definitions: dict[str, JsonSchema]) -> JsonSchema:
    made = {"description": field.doc, **_shape(field.shape, schema, definitions)}
    if field.nonempty and isinstance(field.shape, ManyOf):
        made["minItems"] = 1
    if isinstance(field.default, int):
        made["default"] = field.default
    return made


def _shape(shape: Shape, schema: Schema, definitions: dict[str, JsonSchema]) -> JsonSchema:
    match shape:
        case Text():
            return {"type": "string"}
        case Code():
            definitions[shape.name] = {
                "description": shape.doc,
                "type": "string",
                "pattern": f"^({shape.pattern})$",
            }
            return _ref(shape.name)
        case Choice():
            definitions[shape.name] = {"description": shape.doc, "enum": list(shape.values)}
            return _ref(shape.name)
        case Integer():
            return {"type": "integer", "minimum": shape.minimum, "maximum": shape.maximum}
        case Boolean():
            return {"type": "boolean"}
        case Localized():
            definitions["LocalizedText"] = _localized(shape)
            return _ref("LocalizedText")
        case Inline():
            definitions["InlineText"] = _inline(shape, schema)
            return _ref("InlineText")
        case ManyOf():
            return {"type": "array", "items": _shape(shape.item, schema, definitions)}
        case Named():
            return _ref(shape.record)
        case OneOf():
            return _tagged(shape.records, schema)
        case Open():
            return {"type": "object"}
    assert_never(shape)


def _ref(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}


def _localized(shape: Localized) -> JsonSchema:
    return {
        "description": "Text in one or more languages; a plain string is in the default language.",
        "type": ["string", "object"],
        "minProperties": 1,
        "propertyNames": {"pattern": f"^({shape.tags})?$"},
        "additionalProperties": {"type": "string"},
    }


def _inline(shape: Inline, schema: Schema) -> JsonSchema:
    piece = {"if": {"type": "object"}, "then": _tagged(shape.records, schema)}
    return {
        "description": "Running text: a string, or strings mixed with marked runs and footnotes.",
        "type": ["string", "array"],
        "items": {"type": ["string", "object"], **piece},
    }


def _tagged(names: Iterable[str], schema: Schema) -> JsonSchema:
    """Return the schema of an object that its ``type`` says to be one of several records."""
    tags = {schema[name].tag: name for name in names}
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": list(tags)}},
        "allOf": [
            {
                "if": {"properties": {"type": {"const": tag}}, "required": ["type"]},
                "then": _ref(name),
            }
            for tag, name in tags.items()
        ],
    }
