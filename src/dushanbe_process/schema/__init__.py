"""What the data looks like, as a value; knows nothing of conferences.

``derive`` reads the annotations of the model classes, once, into a ``Schema`` of
``Record``s of ``Field``s of shapes.  Everything else in the library is derived from that.
"""

from dushanbe_process.schema.declare import Many, Maybe, Model, One, field, model, only_with
from dushanbe_process.schema.derive import Field, Record, Schema, derive, record_of
from dushanbe_process.schema.extra import Extra, Tree
from dushanbe_process.schema.legal import illegal
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
    is_attribute,
    is_token,
)

__all__ = [
    "Boolean",
    "Choice",
    "Code",
    "Extra",
    "Field",
    "Inline",
    "Integer",
    "Localized",
    "Many",
    "ManyOf",
    "Maybe",
    "Model",
    "Named",
    "One",
    "OneOf",
    "Open",
    "Record",
    "Schema",
    "Shape",
    "Text",
    "Tree",
    "derive",
    "field",
    "illegal",
    "is_attribute",
    "is_token",
    "model",
    "only_with",
    "record_of",
]
