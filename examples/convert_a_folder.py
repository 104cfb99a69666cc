"""Convert every record in a folder to one format.

Usage: python convert_a_folder.py SRC DST FORMAT

For each file under SRC there is one of the same name under DST, with the suffix of the format.
A file that cannot be read is named, with what is wrong with it, and the others go on.
"""

from __future__ import annotations

import sys

import dushanbe_process as dp


def main(arguments: list[str]) -> int:
    """Convert what the arguments name; return 1 if a file could not be read."""
    if len(arguments) != 3:  # noqa: PLR2004  (as the usage says)
        print(__doc__, file=sys.stderr)
        return 2
    source, target, name = arguments
    if name not in dp.formats():
        print(f"{name} is none of {', '.join(dp.formats())}", file=sys.stderr)
        return 2
    failed = 0
    for outcome in dp.convert_folder(source, target, name):
        if outcome.target:
            print(f"{outcome.source} -> {outcome.target}")
        for fault in outcome.faults:
            print(f"{outcome.source}: {fault}", file=sys.stderr)
        failed += bool(outcome.faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
