"""Accepts or rejects all tracked changes of Word files in LibreOffice, without a window.

Run by the Python that has LibreOffice's bridge (Debian: /usr/bin/python3 with python3-uno), in
a process of its own: ``decide_in_libreoffice.py PROFILE JOBS``, where JOBS is a JSON file of
``[source, "Accept" or "Reject", target]``.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def property_of(name: str, value: Any) -> Any:
    """Return a named value as LibreOffice takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(profile: str) -> tuple[Any, Any]:
    """Start LibreOffice and return its process and its context."""
    address = f"pipe,name=decide{os.getpid()}"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"]
    process = subprocess.Popen([*command, f"--accept={address};urp;"])  # noqa: S603  (ours)
    local = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = local.ServiceManager.createInstanceWithContext(name, local)
    for _ in range(240):
        try:
            return process, resolver.resolve(f"uno:{address};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    process.kill()
    message = "LibreOffice does not answer"
    raise TimeoutError(message)


def main(profile: str, jobs: str) -> None:
    """Decide on every file."""
    process, context = connected(profile)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for source, verdict, target in json.loads(Path(jobs).read_text("utf-8")):
        hidden = (property_of("Hidden", value=True),)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, hidden)
        frame = document.getCurrentController().getFrame()
        helper.executeDispatch(frame, f".uno:{verdict}AllTrackedChanges", "", 0, ())
        word = (property_of("FilterName", "MS Word 2007 XML"),)
        document.storeToURL(f"file://{target}", word)
        document.close(True)  # noqa: FBT003  (so LibreOffice has it)
    desktop.terminate()
    process.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
