"""The command line: ``dushanbe-process COMMAND …``.

What it needs is imported by the command that needs it: ``--help`` is there at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.cli import commands, streams
from dushanbe_process.cli.arguments import parser
from dushanbe_process.cli.failures import guarded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done, nothing wrong.  1: a file could not be read or written, or is not right.
    2: the command was used wrongly.  130, 141: interrupted.  70: a fault of this program.
    """
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    streams.prepare()
    parsers = parser()
    given = parsers.parse_args(arguments)
    try:
        status = _command(given)
    except commands.UsageError as error:
        parsers.commands[given.command].error(str(error))
    streams.flush()
    return status


def _command(given: Namespace) -> int:
    match given.command:
        case "demo":
            return commands.demo(given.folder)
        case "convert":
            return commands.convert(given.source, given.target, given.from_, given.to)
        case "validate":
            return commands.validate(given.files)
        case "show":
            return commands.show(given.file)
        case "schema":
            return commands.schema(given.language)
        case _:
            return commands.formats()
