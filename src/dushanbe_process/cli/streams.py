"""The standard streams: bytes and lines, on any terminal, into any pipe."""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The joiners of Arabic and Indic letters, which show themselves by the letters' forms.
_HARMLESS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def prepare() -> None:
    """Make the output take any text: what a terminal has no sign for becomes ``?``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def source() -> BinaryIO:
    """Return the standard input, for bytes.

    Raises:
        OSError: when it is closed.
    """
    return _open(sys.stdin).buffer  # type: ignore[return-value]  # it has all of BinaryIO


def put(data: bytes) -> None:
    """Write bytes to the standard output.

    Raises:
        OSError: when it takes no more, or is closed.
    """
    stream = _open(sys.stdout)
    stream.flush()
    stream.buffer.write(data)


def put_lines(lines: Iterable[str]) -> None:
    """Write lines to the standard output.

    Raises:
        OSError: when it takes no more, or is closed.
    """
    _open(sys.stdout).writelines(f"{line}\n" for line in lines)


def say(line: str) -> None:
    """Write a line to the standard output.

    Raises:
        OSError: when it takes no more, or is closed.
    """
    put_lines([one_line(line)])


def complain(*lines: str) -> None:
    """Write lines to the standard error stream, if there is anybody to read them."""
    if sys.stderr is not None:
        sys.stderr.writelines(one_line(line) + "\n" for line in lines)


def one_line(text: str) -> str:
    """Return the text on one line, with nothing in it that a terminal would obey.

    Blanks of all kinds are blanks; what joins letters, or keeps them apart, stays.
    """
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _HARMLESS:
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    return character.encode("unicode_escape").decode()


def flush() -> None:
    """Write what is still held back.

    Raises:
        OSError: when the standard output takes no more.
    """
    if sys.stdout is not None:
        sys.stdout.flush()


def let_go() -> None:
    """Drop what is still held back, so that Python does not stumble over it at its end."""
    # Closed, or no file at all where others run us: then there is nothing to drop.
    gone = (AttributeError, OSError, ValueError)
    with contextlib.suppress(*gone), open(os.devnull, "wb") as nowhere:  # noqa: PTH123  (pathlib is a tenth of --help)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _open(stream: IO[str] | None) -> TextIOWrapper:
    if stream is None:
        message = "it is closed"
        raise OSError(message)
    return stream  # type: ignore[return-value]  # as the interpreter makes them
