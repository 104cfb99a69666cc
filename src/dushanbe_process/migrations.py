"""Old trees become new ones here, before any class is touched.

To publish version N+1 of the data: freeze its schema under ``schema/frozen``, raise
``VERSION``, and add the step that turns a tree of version N into one of version N+1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dushanbe_process.errors import InvalidError, Problem, UnsupportedVersionError

#: The version of the data that this library writes.
VERSION = 1

Step = Callable[[dict[str, Any]], dict[str, Any]]

#: From version N to N+1: pure functions, no classes.
STEPS: Mapping[int, Step] = {}


def upgrade(
    tree: object, *, version: int = VERSION, steps: Mapping[int, Step] = STEPS
) -> dict[str, Any]:
    """Return the tree as the present version has it; a tree of this version comes back as it is.

    Raises:
        InvalidError: when it is no object, or carries no version.
        UnsupportedVersionError: when no steps lead from its version to the present one.
    """
    if type(tree) is not dict:
        raise InvalidError([Problem("$", "expected an object with a type and a version")])
    missing = [key for key in ("type", "version") if key not in tree]
    if missing:
        raise InvalidError([Problem(f"$.{key}", "required, but missing") for key in missing])
    found = tree["version"]
    oldest = min(steps, default=version)
    if type(found) is not int or not oldest <= found <= version:
        raise UnsupportedVersionError(found, range(oldest, version + 1))
    for number in range(found, version):
        tree = {**steps[number](tree), "version": number + 1}
    return tree
