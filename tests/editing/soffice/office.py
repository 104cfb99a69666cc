"""A LibreOffice of our own: started, given jobs, stopped."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from typing import Any

import uno

_PATIENCE = 60
_WORKER = Path(__file__).with_name("worker.py")


class Office:
    """One LibreOffice, with a profile of its own, spoken to through a pipe of its own."""

    def __init__(self, profile: Path) -> None:
        """Keep where the profile is."""
        self.profile = profile
        self.process: subprocess.Popen[bytes] | None = None
        self.context: Any = None

    def start(self) -> None:
        """Start LibreOffice and wait until it answers."""
        pipe = f"editing{os.getpid()}"
        place = f"-env:UserInstallation={self.profile.resolve().as_uri()}"
        command = ["soffice", place, "--headless", "--norestore", "--nologo", "--nodefault"]
        command.append(f"--accept=pipe,name={pipe};urp;")
        self.process = subprocess.Popen(  # noqa: S603  (no word of it comes from outside)
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.context = self._resolved(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        loader = self._service("com.sun.star.loader.Python")
        made = loader.activate("editing.Worker", "", _WORKER.as_uri(), None)
        self.worker = made.createInstanceWithContext(self.context)

    def _resolved(self, address: str) -> Any:
        local = uno.getComponentContext()
        name = "com.sun.star.bridge.UnoUrlResolver"
        resolver = local.ServiceManager.createInstanceWithContext(name, local)
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                return resolver.resolve(address)
            except Exception:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def _service(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def do(self, job: str) -> str:
        """Have a job done inside, and return what came of it; both as JSON."""
        named = uno.createUnoStruct("com.sun.star.beans.NamedValue")
        named.Name, named.Value = "job", job
        return str(self.worker.execute((named,)))

    def stop(self) -> None:
        """End LibreOffice, kindly or not."""
        if self.process is None:
            return
        try:
            self._service("com.sun.star.frame.Desktop").terminate()
            self.process.wait(5)
        except Exception:  # noqa: BLE001  (the bridge breaks off as LibreOffice goes)
            self.process.kill()
