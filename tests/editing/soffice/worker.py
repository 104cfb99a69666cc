"""The part of the bed that runs inside LibreOffice, where a question costs next to nothing.

Asked from another process, every paragraph and portion of a text takes its time.
"""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path
from typing import Any

import unohelper
from com.sun.star.task import XJob

sys.path.insert(0, str(Path(__file__).parents[2]))

from editing.soffice.editor import Editor
from editing.soffice.jobs import do


class Worker(unohelper.Base, XJob):  # type: ignore[misc]
    """Does jobs: one as JSON in, what came of it as JSON out."""

    def __init__(self, context: Any) -> None:
        """Take the context of the LibreOffice that this runs in."""
        self.editor = Editor(context)

    def execute(self, arguments: tuple[Any, ...]) -> str:
        """Do a job, and say what came of it or what went wrong."""
        try:
            return json.dumps(do(self.editor, json.loads(arguments[0].Value)))
        except Exception as error:  # noqa: BLE001  (the bridge raises whatever it likes)
            said = f"{type(error).__name__}: {error}"
            return json.dumps({"error": said, "trace": traceback.format_exc()})


#: What LibreOffice looks for in a component.
g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816
g_ImplementationHelper.addImplementation(Worker, "editing.Worker", ())
