"""Functions written as text, then compiled: what all generated code shares."""

from __future__ import annotations

import linecache
from typing import Any

import attrs

from dushanbe_process.errors import LimitExceededError

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
    """Generated functions: their sources, and the names that they and their code know."""

    title: str
    names: dict[str, Any] = attrs.field(factory=dict)
    sources: dict[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Know what all generated code needs."""
        self.names |= {"Doubt": Doubt, "DEEPEST": DEEPEST, "too_deep": too_deep}

    def add(self, name: str, lines: list[str]) -> None:
        """Compile one function; tracebacks show its lines."""
        self.sources[name] = source = "\n".join(lines) + "\n"
        file = f"<generated {self.title}: {name}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        exec(compile(source, file, "exec"), self.names)  # noqa: S102
