"""What is made of a schema is made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema.derive import Schema

Made = TypeVar("Made")


def once(schema: Schema, make: Callable[[Schema], Made]) -> Made:
    """Return what a function makes of a schema; the second time, or to another thread, the same."""
    kept = schema.made
    made = kept.get(make)
    return made if made is not None else kept.setdefault(make, make(schema))  # type: ignore[no-any-return]
