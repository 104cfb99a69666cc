"""Convert every record in a folder to one format.

Usage: python convert_a_folder.py SRC DST FORMAT

For each file under SRC there is one of the same name under DST, with the suffix of the format.
A file that cannot be read is named, with what is wrong with it, and the others go on.
"""

from __future__ import annotations

import sys
from pathlib import Path

import dushanbe_process as dp


def convert_all(source: Path, target: Path, name: str) -> list[Path]:
    """Convert all files below ``source``; return those that could not be."""
    suffix = dp.formats()[name].suffixes[0]
    failed = []
    for path in sorted(each for each in source.rglob("*") if each.is_file()):
        made = (target / path.relative_to(source)).with_suffix(suffix)
        made.parent.mkdir(parents=True, exist_ok=True)
        try:
            dp.convert(path, made)
        except dp.DushanbeError as error:
            print(f"{path}: {error}", file=sys.stderr)
            failed.append(path)
        else:
            print(f"{path} -> {made}")
    return failed


def main(arguments: list[str]) -> int:
    """Convert what the arguments name; return 1 if a file could not be read."""
    if len(arguments) != 3:  # noqa: PLR2004  (as the usage says)
        print(__doc__, file=sys.stderr)
        return 2
    source, target, name = arguments
    if name not in dp.formats():
        print(f"{name} is none of {', '.join(dp.formats())}", file=sys.stderr)
        return 2
    return 1 if convert_all(Path(source), Path(target), name) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
