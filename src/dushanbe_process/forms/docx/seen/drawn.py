"""What stands in drawings: boxes of text, tables, lettering; charts and pictures are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.names import R
from dushanbe_process.forms.docx.seen.things import SeenLine
from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.seen.eye import Eye
    from dushanbe_process.forms.docx.seen.things import SeenBlock
    from dushanbe_process.xml_parse import Element

_MOST = 500
#: Pictures, and what is set as one.
_PICTURES = ("blip", "imagedata", "OLEObject", "contentPart")
_WORDS = ("t", "v")


def drawn(eye: Eye, element: Element) -> None:
    """Look for text that stands in a drawing: boxes come after the paragraph."""
    name = element.tag.rpartition("}")[2]
    if name == "AlternateContent":
        chosen = chosen_of(element)
        for each in () if chosen is None else chosen:
            if isinstance(each.tag, str):
                drawn(eye, each)
    elif name in ("txbxContent", "tbl"):
        eye.boxes.extend(eye.file.box(eye, element))
    elif name in ("chart", "relIds"):
        eye.file.unread.append(_drawing(eye, element, name))
    else:
        _within(eye, element, name)


def _within(eye: Eye, element: Element, name: str) -> None:
    if name in _PICTURES:
        eye.file.pictures += 1
    if name == "textpath" and element.get("string"):
        eye.boxes.append(SeenLine(InlineText(element.get("string")), eye.place, boxed=True))
    for each in element:
        if isinstance(each.tag, str):
            drawn(eye, each)


def chosen_of(element: Element) -> Element | None:
    """Return the alternative that a reader shows: the first choice, or what stands in for it."""
    children = [each for each in element if isinstance(each.tag, str)]
    named = {each.tag.rpartition("}")[2]: each for each in reversed(children)}
    return named.get("Choice", named.get("Fallback"))


def boxed(block: SeenBlock) -> SeenBlock:
    """Return a line as that of a box."""
    return attrs.evolve(block, boxed=True) if isinstance(block, SeenLine) else block


def _drawing(eye: Eye, element: Element, name: str) -> str:
    """Say that there is a chart or diagram, and what words it shows."""
    what = "a chart" if name == "chart" else "a diagram"
    id_ = element.get(f"{{{R}}}{'id' if name == 'chart' else 'dm'}", "")
    package = eye.file.package
    part = next((each.target for each in package.relations(eye.part) if each.id == id_), "")
    try:
        root = package.element(part) if part in package.parts else None
    except DushanbeError:
        root = None
    texts = [] if root is None else [e for e in root.iter() if _says(e)]
    said = " ".join(dict.fromkeys(each.text.strip() for each in texts))
    return f"{what}: {said[:_MOST]}" if said else what


def _says(element: Element) -> bool:
    named = isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _WORDS
    return named and bool((element.text or "").strip())
