"""Fields: what Word works out and shows, such as numbers of pages, links and contents.

Source: ISO/IEC 29500-1, clause 17.16 (fields).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.signs import sign
from dushanbe_process.forms.docx.seen.styles import is_on, value, whole

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element

_CONTENTS = ("TOC", "INDEX", "TOA")
#: Fields that show what stands in their own instruction.
_BUTTONS = ("MACROBUTTON", "GOTOBUTTON")
_BUTTON = re.compile(r"\s*\S+\s+\S+\s(?P<shown>.*)", re.DOTALL)
_LINK = re.compile(r'\s*HYPERLINK\s+"(?P<address>[^"]+)"')
_SYMBOL = re.compile(r'\s*SYMBOL\s+(?P<code>0x[0-9a-fA-F]+|\d+)(?:.*\\f\s+"?(?P<font>[^"\\]+))?')
#: Fields in one another beyond this depth are taken for an attack, and for none.
_DEEPEST = 100
_CHECKED, _UNCHECKED = "☒", "☐"


@attrs.define
class Field:
    """A field under way: its instruction, whether its result has begun, what it shows itself."""

    code: str = ""
    result: bool = False
    form: Element | None = None

    @property
    def kind(self) -> str:
        """The name of the field."""
        return (self.code.split() or [""])[0].upper()

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents, of figures or an index."""
        return self.kind in _CONTENTS

    @property
    def address(self) -> str:
        """Where its result leads, for a link."""
        found = _LINK.match(self.code)
        return found["address"] if found else ""

    def shown(self) -> str:
        """Return what a field without a result shows."""
        if self.result:
            return ""
        if self.kind in _BUTTONS and (found := _BUTTON.fullmatch(self.code)):
            return found["shown"].strip()
        if self.kind == "SYMBOL" and (found := _SYMBOL.match(self.code)):
            return sign(f"{int(found['code'], 0):x}", found["font"] or "")
        return "" if self.form is None else _filled(self.form)


def _filled(form: Element) -> str:
    """Return what a field of a form shows: a box, ticked or not, or the chosen entry."""
    box = form.find(w("checkBox"))
    if box is not None:
        ticked = value(box, "checked")
        return (
            _CHECKED if is_on(value(box, "default") if ticked is None else ticked) else _UNCHECKED
        )
    choice = form.find(w("ddList"))
    if choice is not None:
        entries = [each.get(w("val"), "") for each in choice.iterfind(w("listEntry"))]
        chosen = whole(value(choice, "result") or value(choice, "default")) or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""


def unended(root: Element, gone: tuple[str, ...]) -> set[Element]:
    """Return the beginnings of fields that never end, where some changes are gone.

    Without an end, all that follows would count as an instruction and not be seen.
    """
    begun: list[Element] = []
    loose: set[Element] = set()
    for each in root.iter(w("fldChar")):
        if any(above.tag in gone for above in each.iterancestors(*gone)):
            continue
        kind = each.get(w("fldCharType"))
        if kind == "begin" and len(begun) >= _DEEPEST:
            loose.add(each)
        elif kind == "begin":
            begun.append(each)
        elif kind == "end" and begun:
            begun.pop()
    return loose.union(begun)
