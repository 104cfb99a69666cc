"""What opens, saves and commands documents, inside LibreOffice."""

from __future__ import annotations

from typing import Any

import uno

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


class Editor:
    """LibreOffice itself, as its services see it."""

    def __init__(self, context: Any) -> None:
        """Take the context that this runs in."""
        self.context = context
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.dispatcher = self.service("com.sun.star.frame.DispatchHelper")
        self.toolkit = self.service("com.sun.star.awt.Toolkit")

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
        self.settle()  # before the pages are laid out, no cursor gets into a footnote
        return document

    def save(self, document: Any, path: str) -> None:
        """Save a document as the kind of file that its suffix says."""
        kind = _FILTERS[path[path.rindex(".") :]]
        document.storeToURL(uno.systemPathToFileUrl(path), (setting("FilterName", kind),))

    def command(self, document: Any, name: str, **arguments: object) -> None:
        """Give a command, as a menu or a key does; wait for what it leaves for later."""
        given = tuple(setting(key, value) for key, value in arguments.items())
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, given)
        self.settle()

    def settle(self) -> None:
        """Let LibreOffice do what it has left for later, as it does while a person thinks."""
        self.toolkit.processEventsToIdle()
