"""A LibreOffice of our own: started, asked to open documents, stopped."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, Any

import uno

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 60
_FILTERS = {
    ".docx": "MS Word 2007 XML",
    ".odt": "writer8",
    ".rtf": "Rich Text Format",
    ".doc": "MS Word 97",
}


def setting(name: str, value: object) -> Any:
    """Return a named value as the interface wants it."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


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
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.dispatcher = self.service("com.sun.star.frame.DispatchHelper")

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

    def service(self, name: str) -> Any:
        """Return one of LibreOffice's services."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def call_author(self, name: str) -> None:
        """Let tracked changes be by this author from now on."""
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        node = setting("nodepath", "/org.openoffice.UserProfile/Data")
        writable = "com.sun.star.configuration.ConfigurationUpdateAccess"
        access = provider.createInstanceWithArguments(writable, (node,))
        access.setPropertyValue("givenname", name)
        access.setPropertyValue("sn", "")
        access.commitChanges()

    def open(self, path: str) -> Any:
        """Open a document, without a window."""
        url = uno.systemPathToFileUrl(path)
        hidden = (setting("Hidden", value=True),)
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, hidden)
        if document is None:
            message = f"LibreOffice cannot open {path}"
            raise OSError(message)
        return document

    def save(self, document: Any, path: str) -> None:
        """Save a document as the kind of file that its suffix says."""
        kind = _FILTERS[path[path.rindex(".") :]]
        document.storeToURL(uno.systemPathToFileUrl(path), (setting("FilterName", kind),))

    def command(self, document: Any, name: str, **arguments: object) -> None:
        """Give a command, as a menu or a key does."""
        given = tuple(setting(key, value) for key, value in arguments.items())
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, given)

    def stop(self) -> None:
        """End LibreOffice, kindly or not."""
        if self.process is None:
            return
        try:
            self.desktop.terminate()
            self.process.wait(5)
        except Exception:  # noqa: BLE001  (the bridge breaks off as LibreOffice goes)
            self.process.kill()
