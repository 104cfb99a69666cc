"""Lines and indentation of a file, where no blank can be taken for text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.names import INLINE, local

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

#: Elements whose words stand in them: they are kept on one line.
_LINES = INLINE | {"p", "num", "heading", "subheading", "listIntroduction", "listWrapUp", "from"}
_ON_ONE_LINE = _LINES | {"caption", "value"}


def laid_out(element: Element, depth: int = 0) -> None:
    """Put each element that holds no words on a line of its own."""
    if not len(element) or (local(element) in _ON_ONE_LINE and not _holds_values(element)):
        return
    inner = "\n" + "  " * (depth + 1)
    element.text = inner
    for each in element:
        laid_out(each, depth + 1)
        each.tail = inner
    element[-1].tail = inner[:-2]


def _holds_values(element: Element) -> bool:
    return local(element) == "value" and len(element) > 0
