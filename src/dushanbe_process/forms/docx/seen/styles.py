"""Styles of a Word file: what a paragraph or run takes from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.names import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.xml_parse import Element

_OFF = ("0", "false", "off")
#: The properties of runs that our texts know as marks, each with its name in ``Run``.
_MARKS = {
    "b": "strong",
    "i": "emphasis",
    "strike": "strike",
    "smallCaps": "small_capitals",
}
_RAISED = {"superscript": "superscript", "subscript": "subscript"}
#: In scripts that run from right to left, these count, where they are given.
_COMPLEX = {"bCs": "strong", "iCs": "emphasis"}
#: Character styles that say what a run is; how they look is no mark of the words.
_SPEAKING = {
    "leadwords",
    "hyperlink",
    "followedhyperlink",
    "internetlink",
    "visitedinternetlink",
    "footnotereference",
    "endnotereference",
    "footnotecharacters",
    "footnoteanchor",
    "endnotecharacters",
    "endnoteanchor",
    "symbolletter",
}


def value(properties: Element | None, name: str) -> str | None:
    """Return the value of a property, an empty string where it has none, None without it."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else found.get(w("val"), "")


def is_on(found: str | None) -> bool:
    """Say whether a property that can be switched is on."""
    return found is not None and found not in _OFF


def whole(text: str | None) -> int | None:
    """Return a whole number of the file, or None for anything else."""
    try:
        return int(text or "")
    except ValueError:
        return None


def folded(name: str) -> str:
    """Return the name of a style as it is compared: editors change blanks and letter case."""
    return "".join(name.split()).lower()


def is_complex(properties: Element | None) -> bool:
    """Say whether a run is in a script that runs from right to left."""
    return is_on(value(properties, "rtl")) or is_on(value(properties, "cs"))


def marks(properties: Element | None, inherited: dict[str, bool]) -> dict[str, bool]:
    """Return the marks of a run: those of its style, changed by its own."""
    if properties is None:
        return inherited
    found = dict(inherited)
    known = {**_MARKS, **_COMPLEX} if is_complex(properties) else _MARKS
    for each in properties:
        name = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
        set_to = each.get(w("val"), "")
        if mark := known.get(name):
            found[mark] = set_to not in _OFF
        elif name == "dstrike":
            found["strike"] = found.get("strike", False) or set_to not in _OFF
        elif name == "u":
            found["underline"] = set_to not in ("none", *_OFF)
        elif name == "vertAlign":
            found |= {"superscript": False, "subscript": False}
            if set_to in _RAISED:
                found[_RAISED[set_to]] = True
    return found


@attrs.frozen(slots=False)
class Style:
    """One style: its properties, after those of the style that it is based on."""

    name: str
    paragraph: tuple[Element, ...] = ()
    run: tuple[Element, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether the style says what a run is."""
        return self.name in _SPEAKING

    @cached_property
    def marks(self) -> dict[str, bool]:
        """The marks that a character style gives."""
        found: dict[str, bool] = {}
        if not self.speaks:
            for each in self.run:
                found = marks(each, found)
        return found

    def looks(self, *, complex_: bool) -> frozenset[str]:
        """Return the marks that its words have by it alone, in one script or another."""
        names = _COMPLEX if complex_ else _MARKS
        return frozenset(mark for name, mark in names.items() if self._on(name))

    @cached_property
    def hidden(self) -> bool:
        """Whether its words are hidden."""
        return self._on("vanish")

    @cached_property
    def bold(self) -> bool:
        """Whether its words are bold."""
        return self._on("b")

    def _on(self, name: str) -> bool:
        found = (value(each, name) for each in reversed(self.run))
        return next((is_on(each) for each in found if each is not None), False)

    def own(self, name: str) -> str | None:
        """Return a property of paragraphs, the last word having the style itself."""
        found = [value(each, name) for each in self.paragraph]
        return next((each for each in reversed(found) if each is not None), None)


_NONE = Style("")
#: Beyond this, styles based on styles based on styles are taken for an attack.
_DEEPEST = 100


class Styles:
    """The styles of a file, by id; an unknown id is an empty style."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of the part; None where there is none."""
        known = [] if root is None else root.iterfind(w("style"))
        self.elements = {each.get(w("styleId")): each for each in known}
        self._made: dict[str | None, Style] = {None: _NONE}
        self.default = next(
            (
                id_
                for id_, each in self.elements.items()
                if each.get(w("type")) == "paragraph" and is_on(each.get(w("default"), "0"))
            ),
            None,
        )

    def style(self, id_: str | None) -> Style:
        """Return a style with all that it is based on."""
        if id_ not in self._made:
            self._made[id_] = self._make(id_)
        return self._made[id_]

    def _make(self, id_: str | None) -> Style:
        chain = list(self._chain(id_))
        if not chain:
            return Style(folded(id_ or ""))
        name = value(chain[0], "name") or id_ or ""
        return Style(
            folded(name),
            tuple(p for each in reversed(chain) if (p := each.find(w("pPr"))) is not None),
            tuple(r for each in reversed(chain) if (r := each.find(w("rPr"))) is not None),
        )

    def _chain(self, id_: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while id_ in self.elements and id_ not in seen and len(seen) < _DEEPEST:
            seen.add(id_)
            yield self.elements[id_]
            id_ = value(self.elements[id_], "basedOn")

    def numbering(self, id_: str | None) -> tuple[int | None, int | None]:
        """Return the list and level that a style is numbered in, where it says so."""
        for each in reversed(self.style(id_).paragraph):
            listed = each.find(w("numPr"))
            if listed is not None:
                return whole(value(listed, "numId")), whole(value(listed, "ilvl"))
        return None, None
