"""The fast ways between records and plain trees: what ``read_tree`` and ``write_tree`` generate.

Reading answers with a record or with None, which says: not right, or not known to be.  Which
it is, and every fault with its path, is for the thorough way to say, in ``tree``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dushanbe_process.errors import LimitExceededError
from dushanbe_process.schema import read_tree, write_tree
from dushanbe_process.schema.generate import too_deep
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.mentions import Mentions

if TYPE_CHECKING:
    from dushanbe_process.schema.declare import Model
    from dushanbe_process.schema.derive import Record, Schema


def quickly(tree: dict[str, Any], record: Record, schema: Schema) -> Model | None:
    """Return the record of a tree, or None where anything about it is in doubt.

    Raises:
        LimitExceededError: when records stand too deep in one another.
    """
    module = once(schema, read_tree.readers)
    found = Mentions()
    try:
        made: Model = module.names[f"read_{record.name}"](tree, 0, found)
    except (LimitExceededError, RecursionError):
        raise too_deep() from None
    except Exception:  # noqa: BLE001  (whatever it was, the thorough way says it better)
        return None
    return made if record.name != schema.whole or found.are_sound(schema) else None


def tree_of(
    model: Model, record: Record, schema: Schema, *, kept: bool = True
) -> tuple[dict[str, Any], Mentions]:
    """Return the tree of a record, without its type, and the ids in it.

    What is not to be ``kept`` shares its parts with the record, and is only to be read.

    Raises:
        LimitExceededError: when records stand too deep in one another.
    """
    module = once(schema, write_tree.to_keep if kept else write_tree.to_pass_on)
    found = Mentions()
    tree: dict[str, Any] = module.names[f"write_{record.name}"](model, 0, found, {})
    return tree, found
