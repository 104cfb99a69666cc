"""The command line: ``dushanbe-process COMMAND …``.

What a command needs is imported by that command: ``--help`` is there at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.cli import streams
from dushanbe_process.cli.arguments import parser
from dushanbe_process.cli.failures import UsageError, guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done, nothing wrong.  1: a file could not be read or written, or is not right.
    2: the command was used wrongly.  70: a fault of this program.  130: interrupted.
    141: whoever read the output has gone.
    """
    streams.prepare()
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    given = parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except UsageError as error:
        given.refuse(str(error))
        raise
