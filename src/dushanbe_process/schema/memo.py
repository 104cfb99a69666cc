"""What is made of a schema is made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema.derive import Schema

Made = TypeVar("Made")

_made: WeakKeyDictionary[Schema, dict[Any, Any]] = WeakKeyDictionary()


def once(schema: Schema, make: Callable[[Schema], Made]) -> Made:
    """Return what a function makes of a schema; the second time, the same thing."""
    kept = _made.setdefault(schema, {})
    if make not in kept:
        kept[make] = make(schema)
    return kept[make]  # type: ignore[no-any-return]
