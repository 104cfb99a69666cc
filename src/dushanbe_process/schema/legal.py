"""Which strings every format can carry."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def illegal(text: str) -> str | None:
    """Say which character of the text XML 1.0 (section 2.2, Char) cannot carry, or None."""
    if text.isprintable():
        return None
    found = _ILLEGAL.search(text)
    if found is None:
        return None
    code = ord(found[0])
    kind = "lone surrogate" if 0xD800 <= code <= 0xDFFF else "character"  # noqa: PLR2004
    return f"{kind} U+{code:04X} at position {found.start()} cannot be written in XML"
