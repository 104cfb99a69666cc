"""Does jobs in LibreOffice: a line of JSON in, a line of JSON out.

Run by the interpreter that has ``uno``: ``serve.py PROFILE_FOLDER``.  It starts a LibreOffice of
its own, says so in its first line, and ends it when its input ends.
"""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from editing.soffice.jobs import do
from editing.soffice.office import Office


def main() -> None:
    """Answer each job, with what came of it or with what went wrong."""
    office = Office(Path(sys.argv[1]))
    try:
        office.start()
        _say({"ready": True})
        for line in sys.stdin:
            _say(_answer(office, json.loads(line)))
    finally:
        office.stop()


def _answer(office: Office, job: dict[str, Any]) -> dict[str, Any]:
    try:
        return do(office, job)
    except Exception as error:  # noqa: BLE001  (the bridge raises whatever it likes)
        return {"error": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


main()
