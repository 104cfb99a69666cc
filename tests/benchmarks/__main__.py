"""``python tests/benchmarks [--check] [--rounds N] [NAME …]``: how fast we and others are.

With names only the tables are measured whose titles contain one of them, and no page is
written.  Peers that are not installed are named, and not measured.  With ``--check`` the exit
status is 1 where a goal is missed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "benchmarks.md"


def main() -> int:
    """Measure, tell, and write the page."""
    parser = ArgumentParser(prog="python tests/benchmarks", description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit with 1 where a goal is missed")
    parser.add_argument("--rounds", metavar="N", type=int, default=7, help="at the most")
    parser.add_argument("names", metavar="NAME", nargs="*", help="part of the title of a table")
    given = parser.parse_args()
    import akn_files
    import processes
    import tables
    import word_files
    import work

    def wanted(title: str) -> bool:
        return not given.names or any(each.lower() in title.lower() for each in given.names)

    results = []
    for bench in [*work.BENCHES, *akn_files.BENCHES, *word_files.BENCHES]:
        if wanted(bench.name):
            results.append(bench.run(given.rounds))
            print(tables.table(results[-1]), end="\n\n", flush=True)
    for title, measure in (("Start", processes.start), ("Many files", processes.jobs)):
        if wanted(title):
            for result in measure():
                results.append(result)
                print(tables.table(result), end="\n\n", flush=True)
    notes = processes.memory() if wanted("Memory of streams") else ""
    print(notes)
    if not given.names:
        PAGE.write_text(tables.page(results, akn_files.absent(), notes), encoding="utf-8")
    missed = [line for result in results for line in result.missed]
    for line in missed:
        print(f"MISSED {line}", file=sys.stderr)
    return 1 if missed and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
