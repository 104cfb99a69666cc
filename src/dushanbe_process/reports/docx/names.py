"""Namespaces and fixed names of WordprocessingML (ISO/IEC 29500, transitional)."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(root: str, *inside: str | bytes) -> bytes:
    """Return a part of WordprocessingML with this root, put together once."""
    opened = f'{DECLARATION}<w:{root} xmlns:w="{W}" xmlns:r="{R}">'
    pieces = (opened, *inside, f"</w:{root}>")
    return b"".join([each.encode() if isinstance(each, str) else each for each in pieces])


def text(value: str) -> str:
    """Return a string as the text of an element."""
    if "&" not in value and "<" not in value and ">" not in value:
        return value
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """Return a string as the value of an attribute, in quotation marks."""
    return '"' + text(value).replace('"', "&quot;") + '"'
