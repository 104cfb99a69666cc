"""The names that our Word files use, and those of Word."""

from __future__ import annotations

from dushanbe_process.reports.docx.names import R, W

__all__ = ["CARRIER", "MARK", "STRICT", "R", "W", "w"]

#: Namespace of the element that carries the record in a custom XML part.
CARRIER = "urn:dushanbe-process:carrier:1"

#: How the names of our bookmarks begin; the line hides them in Word's own list.
MARK = "_dp_"

#: What the namespaces of the strict variant (ISO/IEC 29500-1) begin with.
STRICT = b"http://purl.oclc.org/ooxml"


def w(name: str) -> str:
    """Return the name of an element or attribute of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"
