"""The names that XML files of this library use."""

from __future__ import annotations

from dushanbe_process.migrations import VERSION

_FAMILY = "urn:dushanbe-process:"

#: The namespace of the present version: the version of the data is its last part.
NAMESPACE = f"{_FAMILY}{VERSION}"

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


def namespace_of(version: int) -> str:
    """Return the namespace of a version."""
    return f"{_FAMILY}{version}"


def version_of(namespace: str) -> str | None:
    """Return the version that a namespace of ours names, or None for any other namespace."""
    return namespace.removeprefix(_FAMILY) if namespace.startswith(_FAMILY) else None
