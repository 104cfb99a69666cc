"""Elements to records: the fast way, and where it doubts, by way of a plain tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.errors import InvalidError, LimitExceededError, Problem
from dushanbe_process.forms.xml.compile_read import readers
from dushanbe_process.forms.xml.names import NAMESPACE
from dushanbe_process.forms.xml.trees import to_tree
from dushanbe_process.model import default_schema
from dushanbe_process.schema.generate import too_deep
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions
from dushanbe_process.tree import structure

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema
    from dushanbe_process.xml_parse import Element

#: Begins the names of elements of the present version.
_PRESENT = f"{{{NAMESPACE}"


def from_xml(root: Element, schema: Schema | None = None) -> Model:
    """Return the record of a root element."""
    made = quickly(root, schema or default_schema())
    return made if made is not None else thoroughly(root, schema)


def quickly(root: Element, schema: Schema) -> Model | None:
    """Return the record of a root element, or None where anything about it is in doubt.

    Raises:
        LimitExceededError: when records stand too deep in one another.
    """
    namespace, _, name = root.tag.rpartition("}")
    record = schema.tagged(name)
    if namespace != _PRESENT or record is None:
        return None
    found = Mentions()
    try:
        made: Model = once(schema, readers).names[f"read_{record.name}"](root, 0, found)
    except (LimitExceededError, RecursionError):
        raise too_deep() from None
    except Exception:  # noqa: BLE001  (whatever it was, the thorough way says it better)
        return None
    return made if record.name != schema.whole or found.are_sound(schema) else None


def thoroughly(root: Element, schema: Schema | None = None) -> Model:
    """Return the record of a root element, by way of a plain tree.

    Raises:
        DushanbeError: as ``loads`` does; an InvalidError has every fault of the document.
    """
    problems: list[Problem] = []
    tree = to_tree(root, problems, schema)
    try:
        record = structure(tree, schema)
    except InvalidError as error:
        problems += error.problems
    if problems:
        raise InvalidError(problems)
    return record
