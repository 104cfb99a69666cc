"""The text that a person sees in a Word file, as one string, for comparing."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.names import W_STRICT, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.xml_parse import Element

_PARAGRAPHS = tuple(f"{{{namespace}}}p" for namespace in (W, W_STRICT))
_TEXTS = tuple(f"{{{namespace}}}t" for namespace in (W, W_STRICT))
_BLANKS = tuple(f"{{{namespace}}}{name}" for namespace in (W, W_STRICT) for name in ("tab", "br"))


def digest(*roots: Element) -> str:
    """Return the digest of the visible text: its words and their order count, blanks do not."""
    made = hashlib.sha256()
    for root in roots:
        for line in lines(root):
            made.update(line.encode() + b"\n")
    return made.hexdigest()


def lines(root: Element) -> Iterator[str]:
    """Yield the text of every paragraph that has any, its blanks folded."""
    for paragraph in root.iter(*_PARAGRAPHS):
        text = "".join(
            (each.text or "") if each.tag in _TEXTS else " "
            for each in paragraph.iter(*_TEXTS, *_BLANKS)
        )
        folded = " ".join(unicodedata.normalize("NFC", text).split())
        if folded:
            yield folded
