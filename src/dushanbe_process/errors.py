"""Everything that can go wrong, as data: the sentence is made in ``__str__``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@attrs.frozen
class Problem:
    """One fault of one document: where it is, and what is wrong there.

    The path is written the same way for every format: ``$.conferences[0].dates``.
    ``line`` is the line of the file, counted from 1, where the format knows it.
    """

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """Return the path and the message, as one line."""
        where = f"{self.path} (line {self.line})" if self.line else self.path
        return f"{where}: {self.message}"

    def below(self, path: str) -> Problem:
        """Return the same fault as seen from further up, where this record stands at ``path``."""
        return attrs.evolve(self, path=path + self.path.removeprefix("$"))


@attrs.frozen
class Irregularity(Problem):
    """A warning: what was read is sound, but the document is not as others of its format are.

    ``kind`` says in a few words what it is, the same for all of its kind.
    """

    kind: str = attrs.field(default="irregular", kw_only=True)


class DushanbeError(Exception):
    """The base of every error that this library raises on purpose."""


class UnknownFormatError(DushanbeError):
    """No installed format has this name, suffix or content."""

    def __init__(self, what: str, known: Iterable[str]) -> None:
        """Keep what was asked for and the names that would have been understood."""
        super().__init__(what, tuple(known))
        self.what = what
        self.known = tuple(known)

    def __str__(self) -> str:
        """Name what was asked for, and what there is."""
        return f"unknown format: {self.what} (known: {', '.join(self.known)})"


class MalformedError(DushanbeError):
    """The bytes are not a well-formed file of the format at all."""

    def __init__(
        self, format: str, reason: str, line: int | None = None, column: int | None = None
    ) -> None:
        """Keep the format's name, the reason and, where known, the place (both from 1)."""
        super().__init__(format, reason, line, column)
        self.format = format
        self.reason = reason
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """Say what is wrong and where."""
        place = "" if self.line is None else f" (line {self.line}"
        if place:
            place += f", column {self.column})" if self.column is not None else ")"
        return f"not well-formed {self.format}: {self.reason}{place}"


class InvalidError(DushanbeError, ValueError):
    """The data breaks the rules of the model; ``problems`` lists every fault at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems; there is at least one."""
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        """Return one problem a line."""
        return "\n".join(map(str, self.problems))


class UnsupportedVersionError(DushanbeError):
    """The document was written for a version of the data that is not known here."""

    def __init__(self, found: object, supported: Sequence[int]) -> None:
        """Keep the version that was found and those that can be read."""
        super().__init__(found, tuple(supported))
        self.found = found
        self.supported = tuple(supported)

    def __str__(self) -> str:
        """Name both."""
        known = ", ".join(map(str, self.supported))
        return f"version {self.found!r} of the data is not supported (supported: {known})"


class LimitExceededError(DushanbeError):
    """The input is larger, deeper or more compressed than this library agrees to read."""

    def __init__(self, limit: str) -> None:
        """Keep the limit that was passed, in words."""
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        """Name the limit."""
        return f"limit exceeded: {self.limit}"


class UnknownIdError(DushanbeError, KeyError):
    """A dossier holds nothing under this id."""

    def __init__(self, kind: str, id: str) -> None:
        """Keep the kind of thing that was asked for, and the id."""
        super().__init__(kind, id)
        self.kind = kind
        self.id = id

    def __str__(self) -> str:
        """Name both."""
        return f"no {self.kind} has the id {self.id!r}"


class MissingProgramError(DushanbeError):
    """Another program is wanted, and is not installed or does not work."""

    def __init__(self, program: str, purpose: str) -> None:
        """Keep its name and what it is wanted for."""
        super().__init__(program, purpose)
        self.program = program
        self.purpose = purpose

    def __str__(self) -> str:
        """Name both."""
        return f"{self.program} is needed {self.purpose}".rstrip()
