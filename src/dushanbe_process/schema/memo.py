"""What is made of a schema is made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema.derive import Schema

Made = TypeVar("Made")


def once(schema: Schema, make: Callable[[Schema], Made]) -> Made:
    """Return what a function makes of a schema; the second time, the same thing."""
    kept = schema.made
    if make not in kept:
        kept[make] = make(schema)
    return kept[make]  # type: ignore[no-any-return]
