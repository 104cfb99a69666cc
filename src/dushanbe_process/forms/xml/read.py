"""Elements to records: the fast way, and where it doubts, by way of a plain tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process import compiled
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
    from collections.abc import Callable

    from dushanbe_process.schema import Model, Record, Schema
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
        made: Model = once(schema, _way)(root, record, found)
    except (LimitExceededError, RecursionError):
        raise too_deep() from None
    except Exception:  # noqa: BLE001  (whatever it was, the thorough way says it better)
        return None
    return made if record.name != schema.whole or found.are_sound(schema) else None


def _way(schema: Schema) -> Callable[[Element, Record, Mentions], Model]:
    """Return the compiled way to read the elements of a schema, or that of generated Python."""
    return compiled_way(schema) if compiled.has("xml_read") else generated_way(schema)


def compiled_way(schema: Schema) -> Callable[[Element, Record, Mentions], Model]:
    """Return the compiled way to read the elements of a schema."""
    from dushanbe_process.compiled.xml_read import Elements  # noqa: PLC0415
    from dushanbe_process.forms.xml.ways_in import WaysIn  # noqa: PLC0415

    records = once(schema, WaysIn).records

    def read(root: Element, record: Record, found: Mentions) -> Model:
        return records[record.name].read(root, Elements(found))  # type: ignore[no-any-return]

    return read


def generated_way(schema: Schema) -> Callable[[Element, Record, Mentions], Model]:
    """Return the way of generated Python to read the elements of a schema."""
    names = once(schema, readers).names

    def read(root: Element, record: Record, found: Mentions) -> Model:
        return names[f"read_{record.name}"](root, 0, found)  # type: ignore[no-any-return]

    return read


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
