"""Unknown data, kept as it came."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.schema.legal import illegal
from dushanbe_process.schema.shapes import Open

if TYPE_CHECKING:
    from typing import Never

Tree: TypeAlias = (
    "dict[str, Tree] | list[Tree] | tuple[Tree, ...] | str | int | float | bool | None"
)

#: How deep unknown data may nest.
DEEPEST = 64


class Extra(Mapping[str, Any]):
    """A frozen mapping of strings to plain data: what others added to a record.

    Values are strings, numbers, booleans, None, and mappings and sequences of these.  Keys
    are kept in alphabetical order, so that equal data is written alike.
    """

    __slots__ = ("_items",)
    __shape__: ClassVar[Open]
    _items: dict[str, Any]

    if TYPE_CHECKING:

        def __get__(self, owner: object, kind: object = None) -> Extra: ...
        def __set__(self, owner: Never, value: Extra | Mapping[str, Any]) -> None: ...

    def __init__(self, items: Mapping[str, Any] = {}, /) -> None:
        """Take the data.

        Raises:
            InvalidError: for what no format can carry.
        """
        if not isinstance(items, Mapping):
            message = f"expected a mapping, got {type(items).__name__}"
            raise InvalidError([Problem("$", message)])
        try:
            frozen = _quickly(items, 0)
        except _Unsure:
            frozen = _thoroughly(items)
        object.__setattr__(self, "_items", frozen)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: data does not change."""
        message = f"Extra is immutable ({name})"
        raise AttributeError(message)

    def __getitem__(self, key: str) -> Any:
        """Return the value under a key."""
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys, in alphabetical order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        """Compare types too: 1, 1.0 and true are three things."""
        if not isinstance(other, Mapping):
            return NotImplemented
        try:
            return bool(_typed(self) == _typed(Extra(other)))
        except InvalidError:
            return False

    def __hash__(self) -> int:
        """Return a hash, so that records can be members of sets."""
        return hash(_typed(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Support copying and pickling."""
        return (Extra, (self.__to_tree__(),))

    def __repr__(self) -> str:
        """Return the call that makes this data."""
        return f"Extra({self.__to_tree__()!r})"

    @classmethod
    def __accept__(cls, value: object) -> Extra:
        """Make one of what people write for it."""
        if isinstance(value, Mapping):
            return cls(value)
        raise TypeError

    def __to_tree__(self) -> dict[str, Any]:
        """Return the plain form: dicts and lists all the way down."""
        return {key: _thawed(value) for key, value in self._items.items()}


Extra.__shape__ = Open(cls=Extra)


class _Unsure(Exception):  # noqa: N818  (no error: a question, answered elsewhere)
    """Something is not plain data as it comes from a file, or not known to be."""


def _quickly(value: Any, depth: int) -> Any:
    """Return data in its frozen form, if it is of plain types and nothing is wrong with it."""
    kind = type(value)
    if kind is str:
        if value.isprintable() or illegal(value) is None:
            return value
    elif depth > DEEPEST:
        raise _Unsure
    elif kind is dict:
        inner = _quickly_sorted(value, depth + 1)
        return inner if depth == 0 else _wrap(inner)
    elif kind is list or kind is tuple:
        return tuple(
            [
                each if type(each) is str and each.isprintable() else _quickly(each, depth + 1)
                for each in value
            ]
        )
    elif value is None or kind is bool or kind is int:
        return value
    elif kind is Extra and _CONTAINERS.isdisjoint(map(type, value._items.values())):  # noqa: SLF001  (our own)
        return value  # It was frozen before, and is not deep.
    raise _Unsure


_CONTAINERS = frozenset((Extra, tuple))


def _quickly_sorted(items: dict[Any, Any], depth: int) -> dict[str, Any]:
    made = {}
    for key in _in_order(tuple(items)):
        each = items[key]
        plain = type(each) is str and each.isprintable()
        made[key] = each if plain else _quickly(each, depth)
    return made


@lru_cache(maxsize=1024)
def _in_order(keys: tuple[Any, ...]) -> tuple[str, ...]:
    """Return the keys of data in their order, if all are right: lists of alike data have the same.

    Raises:
        _Unsure: if not.
    """
    if not all(type(key) is str and key.isprintable() for key in keys):
        raise _Unsure
    return tuple(sorted(keys))


def _thoroughly(items: Mapping[str, Any]) -> Any:
    """Return data in its frozen form.

    Raises:
        InvalidError: with everything that cannot be kept.
    """
    problems: list[Problem] = []
    frozen = _frozen(items, "$", 0, problems)
    if problems:
        raise InvalidError(problems)
    return frozen


def _frozen(value: object, path: str, depth: int, problems: list[Problem]) -> Any:
    """Return the value in its frozen form; note what cannot be kept."""
    if depth > DEEPEST:
        problems.append(Problem(path, f"nested deeper than {DEEPEST} levels"))
    elif value is None or type(value) in (bool, int):
        return value
    elif isinstance(value, str):
        if message := illegal(value):
            problems.append(Problem(path, message))
        return str.__str__(value)
    elif type(value) is float:
        if not math.isfinite(value):
            problems.append(Problem(path, f"{value} is not a number that JSON can carry"))
        return value
    elif isinstance(value, Mapping):
        bad = [key for key in value if not isinstance(key, str) or illegal(key)]
        problems += [Problem(path, f"bad key {key!r}") for key in bad]
        inner = {
            str.__str__(key): _frozen(value[key], f"{path}[{key!r}]", depth + 1, problems)
            for key in sorted(key for key in value if isinstance(key, str))
        }
        return inner if depth == 0 else _wrap(inner)
    elif isinstance(value, list | tuple):
        return tuple(
            _frozen(item, f"{path}[{index}]", depth + 1, problems)
            for index, item in enumerate(value)
        )
    else:
        problems.append(Problem(path, f"{type(value).__name__} is not plain data"))
    return None


def _wrap(items: dict[str, Any]) -> Extra:
    """Return frozen items as a mapping, without looking at them again."""
    made = object.__new__(Extra)
    object.__setattr__(made, "_items", items)
    return made


def _thawed(value: Any) -> Any:
    if isinstance(value, Extra):
        return value.__to_tree__()
    if isinstance(value, tuple):
        return [_thawed(item) for item in value]
    return value


def _typed(value: Any) -> Any:
    """Return a form of the value that tells 1, 1.0 and true apart."""
    if isinstance(value, Extra):
        return ("map", *((key, _typed(each)) for key, each in value.items()))
    if isinstance(value, tuple):
        return ("list", *map(_typed, value))
    return (type(value).__name__, repr(value))
