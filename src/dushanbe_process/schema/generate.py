"""Functions written as text, then compiled: what all generated code shares."""

from __future__ import annotations

import linecache
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import LimitExceededError

if TYPE_CHECKING:
    from collections.abc import Callable

#: How deep records may stand in records, in every format alike.
DEEPEST = 64


class Doubt(Exception):  # noqa: N818  (no error: a question, answered elsewhere)
    """Something is not right, or not known to be."""


def too_deep() -> LimitExceededError:
    """Return the error for records that stand too deep in one another."""
    return LimitExceededError(f"records nested deeper than {DEEPEST} levels")


def indented(lines: list[str]) -> list[str]:
    """Return the lines one level further in."""
    return [f"    {line}" for line in lines]


@attrs.define
class Module:
    """Generated functions, and the names that their code knows.

    A function is generated when it is first called: a file holds records of few classes.
    """

    title: str
    names: dict[str, Any] = attrs.field(factory=dict)
    waiting: dict[str, Callable[[], list[str]]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Know what all generated code needs."""
        self.names |= {"Doubt": Doubt, "DEEPEST": DEEPEST, "too_deep": too_deep}

    def add(self, name: str, lines: Callable[[], list[str]]) -> None:
        """Add a function, whose lines are wanted when it is first called."""
        self.waiting[name] = lines

        def first(*arguments: Any) -> Any:
            self.compile(name)
            return self.names[name](*arguments)

        self.names[name] = first

    def compile(self, name: str) -> str:
        """Compile a function, whose lines tracebacks will show; return its source."""
        source = "\n".join(self.waiting[name]()) + "\n"
        file = f"<generated {self.title}: {name}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        exec(compile(source, file, "exec"), self.names)  # noqa: S102
        return source

    def lookup(self, functions: dict[Any, str]) -> Lookup:
        """Return the functions of these names by other keys."""
        return Lookup(self.names, functions)


class Lookup(dict[Any, Any]):
    """Generated functions by a key, each kept here from when it is compiled."""

    def __init__(self, names: dict[str, Any], functions: dict[Any, str]) -> None:
        """Take the names in which the functions are found."""
        super().__init__()
        self.names = names
        self.functions = functions

    def __missing__(self, key: Any) -> Any:
        """Return the function of a key; raise KeyError where there is none."""
        made = self.names[self.functions[key]]
        if made.__name__ != "first":
            self[key] = made
        return made
