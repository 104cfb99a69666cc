"""Single values, for generated readers: right, or in doubt."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dushanbe_process.schema.extra import Extra
from dushanbe_process.schema.generate import Doubt
from dushanbe_process.schema.legal import illegal

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema.shapes import Code

#: How many values of one code are remembered.
_REMEMBERED = 4096


def checked(shape: Code) -> Callable[[Any], Any]:
    """Return the function that makes a value of a code of a string."""
    matches, check = re.compile(shape.pattern).fullmatch, shape.check
    made = None if shape.cls is str else shape.cls.parse

    def read(text: Any) -> Any:
        if type(text) is not str or not matches(text) or illegal(text):
            raise Doubt
        if check is not None and check(text) is not None:
            raise Doubt
        return text if made is None else made(text)

    return read


def remembered(shape: Code) -> Callable[[Any], Any]:
    """Return the same function, which looks once at strings that come often."""
    return lru_cache(_REMEMBERED)(checked(shape))


def legal_text(value: Any) -> None:
    """Doubt what is not a string of legal characters."""
    if type(value) is not str or not (value.isprintable() or illegal(value) is None):
        raise Doubt


def any_data(value: Any) -> Extra:
    """Return unknown data."""
    if type(value) is not dict:
        raise Doubt
    return Extra(value)


def strings_in(value: Any) -> int:
    """Return how many strings there are in plain data, keys among them."""
    if type(value) is dict:
        return len(value) + sum(map(strings_in, value.values()))
    return sum(map(strings_in, value)) if type(value) is list else int(type(value) is str)
