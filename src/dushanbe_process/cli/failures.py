"""From whatever goes wrong to lines on the standard error stream and an exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from dushanbe_process.cli import streams

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_BAD_DATA = 1
_OUR_FAULT = 70
_INTERRUPTED = 130
_NOBODY_READS = 141


class UsageError(Exception):
    """The command was used wrongly."""


class FileError(Exception):
    """A file could not be read or written, or is not right; ``lines`` say why."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Keep the lines, each of which begins with the name of the file."""
        super().__init__(*lines)
        self.lines = tuple(lines)


@contextlib.contextmanager
def naming(name: str, doing: str = "read") -> Iterator[None]:
    """Put the name of the file before what is raised about it.

    Raises:
        FileError: for what the system or this library raises within.
    """
    from dushanbe_process.errors import DushanbeError  # noqa: PLC0415  (loads attrs)

    name = name or "''"
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileError([f"{name}: cannot be {doing}: {_reason(error)}"]) from error
    except DushanbeError as error:
        raise FileError([f"{name}: {line}" for line in str(error).splitlines()]) from error


def guarded(run: Callable[[], int]) -> int:
    """Return the exit status of a command, whatever happens in it."""
    try:
        status = _stopped(run)
        streams.flush()
    except FileError as error:
        streams.complain(*error.lines)
        return _BAD_DATA
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        streams.let_go()
        return _NOBODY_READS
    except OSError as error:
        streams.let_go()
        name = error.filename or "standard output"
        streams.complain(
            f"{name}: cannot be {'read' if error.filename else 'written'}: {_reason(error)}"
        )
        return _BAD_DATA
    except Exception as error:  # noqa: BLE001  (a user is never shown a traceback unasked)
        return _confess(error)
    return status


def _stopped(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as stop:
        # As argparse leaves: 0 after --help, 2 for wrong usage.
        return int(stop.code or 0)


def _confess(error: Exception) -> int:
    if os.environ.get("DUSHANBE_DEBUG") == "1":
        import traceback  # noqa: PLC0415  (wanted here alone)

        traceback.print_exception(error, file=sys.stderr)
    else:
        streams.complain(f"internal error: {type(error).__name__}: {error}")
    return _OUR_FAULT


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
