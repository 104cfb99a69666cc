"""Does jobs in LibreOffice: a line of JSON in, a line of JSON out.

Run by the interpreter that has ``uno``: ``serve.py PROFILE_FOLDER``.  It starts a LibreOffice of
its own, says so in its first line, and ends it when its input ends.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editing.soffice.office import Office


def main() -> None:
    """Answer each job, with what came of it or with what went wrong."""
    office = Office(Path(sys.argv[1]))
    try:
        office.start()
        _say(json.dumps({"ready": True}))
        for line in sys.stdin:
            _say(office.do(line))
    finally:
        office.stop()


def _say(answer: str) -> None:
    sys.stdout.write(answer + "\n")
    sys.stdout.flush()


main()
