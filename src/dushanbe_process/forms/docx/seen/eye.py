"""The state of looking at one part of a Word file, and what its inline elements say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.docx.names import R, w
from dushanbe_process.forms.docx.seen.drawn import chosen_of, drawn
from dushanbe_process.forms.docx.seen.fields import Field
from dushanbe_process.forms.docx.seen.signs import in_font, is_symbol_font, sign
from dushanbe_process.forms.docx.seen.styles import is_complex, is_on, marks, value
from dushanbe_process.forms.docx.seen.things import JOINER, Change, SeenBlock
from dushanbe_process.forms.docx.seen.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.forms.docx.seen.file import File
    from dushanbe_process.forms.docx.seen.things import View
    from dushanbe_process.xml_parse import Element

_R = f"{{{R}}}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT_OF = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
#: What is gone in each view.
GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_CHANGES = {"ins": "insertion", "del": "deletion", "moveTo": "move", "moveFrom": "move"}


@attrs.define
class Eye:
    """What looks at one part of a file: it remembers fields, and where it is.

    ``still`` says that it looks at what hangs on one paragraph, a box or note: all that stands
    in it has the place of that paragraph.
    """

    file: File
    view: View
    part: str
    place: int = 0
    still: bool = False
    fields: list[Field] = attrs.field(factory=list)
    #: Beginnings of fields that never end.
    loose: set[Element] = attrs.field(factory=set)
    boxes: list[SeenBlock] = attrs.field(factory=list)
    words: Words = attrs.field(factory=Words)
    #: Whether the row of a table is looked at whose insertion is tracked.
    in_new_row: bool = False
    #: Whether the style of the paragraph hides it.
    hidden: bool = False
    link: str = ""
    #: Comments whose range is open here, with the piece that their words begin with.
    commented: dict[str, int] = attrs.field(factory=dict)
    relations: dict[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Learn where the links of the part lead."""
        self.relations = self.file.links(self.part)

    @property
    def sees(self) -> bool:
        """Whether words count here: those of an instruction do not."""
        return all(each.result for each in self.fields)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is under way."""
        return any(each.is_contents for each in self.fields)

    def inline(self, element: Element) -> None:
        """Look at everything in a paragraph, or in an element that stands in one."""
        for child in element:
            if isinstance(child.tag, str):
                name = child.tag.rpartition("}")[2]
                _INLINE.get(name, _unknown)(self, child)

    def tracked(self, element: Element) -> None:
        """Look at a tracked insertion, deletion or move, as the view has it."""
        name = element.tag.rpartition("}")[2]
        self.noted(_CHANGES[name], element, words_of(element))
        if name not in GONE[self.view]:
            self.inline(element)
        elif name in ("ins", "del"):
            self.bookmarks(element)

    def bookmarks(self, element: Element) -> None:
        """Look at bookmarks whose words are gone: they tell what stood here.

        Those of moved words have gone with them.
        """
        for each in element.iter(w("bookmarkStart"), w("bookmarkEnd")):
            (_begun if each.tag == w("bookmarkStart") else _ended)(self, each)

    def noted(self, kind: Any, element: Element, text: str) -> None:
        """Remember a tracked change."""
        author, date = element.get(w("author"), ""), element.get(w("date"), "")
        self.file.tracked.add(Change(kind, text, author, date, self.place), element)

    def properties_of(self, element: Element | None) -> Element | None:
        """Return properties as the view has them: before a tracked change of format, or after."""
        changed = None
        if element is not None:
            changed = element.find(f"{element.tag}Change")
        if changed is not None and self.view == "reject":
            return changed.find(element.tag)  # type: ignore[union-attr]
        return element

    def run(self, element: Element) -> None:
        """Look at a run."""
        if self.in_new_row and words_of(element) == JOINER:
            return
        own = element.find(w("rPr"))
        if own is not None and (changed := own.find(w("rPrChange"))) is not None:
            self.noted("formatting", changed, words_of(element))
        properties = self.properties_of(own)
        style = self.file.styles.style(value(properties, "rStyle"))
        hidden = value(properties, "vanish")
        if is_on(hidden) or (hidden is None and (style.hidden or self.hidden)):
            self.file.hidden.append(words_of(element))
            return
        manner = marks(properties, style.marks)
        if style.name.startswith(("footnote", "endnote")):
            manner = {**manner, "superscript": False}
        link = self.link or next((e.address for e in reversed(self.fields) if e.address), "")
        if link:
            manner = {**manner, "underline": False}
        lead, font = style.name == "leadwords", _symbol_font(properties)
        if lead:  # some editors write the look of a style as that of its words too
            looks = style.looks(complex_=is_complex(properties))
            manner = {name: on and name not in looks for name, on in manner.items()}
        for child in element:
            if isinstance(child.tag, str):
                self.in_run(child, manner, link, font, lead=lead)

    def in_run(
        self, child: Element, manner: dict[str, bool], link: str, font: str = "", *, lead: bool
    ) -> None:
        """Look at one thing in a run, which may be set in a font of symbols."""
        name = child.tag.rpartition("}")[2]
        if name == "fldChar":
            self.words.say(self.field(child), manner)
        elif name == "instrText" and self.fields:
            self.fields[-1].code += child.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            self.file.refer(self, child, name)
        elif name == "commentReference":
            self.file.comment(self, child.get(w("id"), ""))
        elif self.sees:
            text = said(child, name)
            if text is not None:
                text = in_font(text, font) if font else text
                self.words.say(text, manner, link, lead=lead)
            elif name == "br":
                self.words.broken = True
            elif name == "ruby":
                _ruby(self, child)
            else:
                drawn(self, child)

    def field(self, mark: Element) -> str:
        """Begin a field, begin its result, or end it; return what it shows without a result."""
        kind = mark.get(w("fldCharType"))
        if kind == "begin" and mark not in self.loose:
            self.fields.append(Field(form=mark.find(w("ffData"))))
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            shown = self.fields.pop().shown()
            return shown if self.sees else ""
        return ""


def _symbol_font(properties: Element | None) -> str:
    """Return the font of symbols that a run is set in, or an empty string."""
    fonts = None if properties is None else properties.find(w("rFonts"))
    name = "" if fonts is None else fonts.get(w("ascii"), fonts.get(w("hAnsi"), ""))
    return name if is_symbol_font(name) else ""


def said(child: Element, name: str) -> str | None:
    """Return the words of a thing in a run; None where it may hold a box, or breaks a page."""
    if name in ("t", "delText"):
        words = child.text or ""
        return words if child.get(_XML_SPACE) == "preserve" else words.strip(" \t\r\n")
    if name == "br":
        return "\n" if child.get(w("type"), "textWrapping") == "textWrapping" else None
    if name == "sym":
        return sign(child.get(w("char"), ""), child.get(w("font"), ""))
    return _TEXT_OF.get(name)


def words_of(element: Element) -> str:
    """Return the words of an element, whatever stands around them."""
    return "".join(each.text or "" for each in element.iter(w("t"), w("delText")))


def _descend(eye: Eye, element: Element) -> None:
    eye.inline(element)


def _content(eye: Eye, element: Element) -> None:
    """Look at a content control."""
    inside = element.find(w("sdtContent"))
    if inside is not None:
        eye.inline(inside)


def _linked(eye: Eye, element: Element) -> None:
    before, eye.link = eye.link, eye.relations.get(element.get(f"{_R}id", ""), eye.link)
    eye.inline(element)
    eye.link = before


def _simple_field(eye: Eye, element: Element) -> None:
    eye.fields.append(Field(element.get(w("instr"), ""), result=True))
    eye.inline(element)
    eye.fields.pop()


def _reading(eye: Eye, element: Element) -> None:
    """Look at the reading of characters that stands above them: after them, in brackets."""
    reading = "".join(each.text or "" for each in element.iter(w("t")))
    if reading and eye.sees:
        eye.words.say(f"({reading})", {})


def _ruby(eye: Eye, element: Element) -> None:
    for name, look in (("rubyBase", _descend), ("rt", _reading)):
        found = element.find(w(name))
        if found is not None:
            look(eye, found)


def _begun(eye: Eye, element: Element) -> None:
    eye.words.begin(element.get(w("id"), ""), element.get(w("name"), ""))


def _ended(eye: Eye, element: Element) -> None:
    eye.words.end(element.get(w("id"), ""))


def _comment_begun(eye: Eye, element: Element) -> None:
    eye.commented[element.get(w("id"), "")] = len(eye.words.pieces)


def _comment_ended(eye: Eye, element: Element) -> None:
    id_ = element.get(w("id"), "")
    if (start := eye.commented.pop(id_, None)) is not None:
        eye.file.abouts.setdefault(id_, []).append(eye.words.since(start))


def _formula(eye: Eye, element: Element) -> None:
    """Take the letters of a formula as they stand."""
    gone = tuple(w(name) for name in GONE[eye.view])
    for each in element.iter():
        is_text = isinstance(each.tag, str) and (each.tag.endswith("/math}t") or each.tag == w("t"))
        if is_text and next(each.iterancestors(*gone), None) is None:
            eye.words.say(each.text or "", {})


def _alternative(eye: Eye, element: Element) -> None:
    chosen = chosen_of(element)
    if chosen is not None:
        eye.inline(chosen)


def _unknown(eye: Eye, element: Element) -> None:
    """Leave alone what holds no words; look into what does."""
    if next(element.iter(w("t"), w("txbxContent")), None) is not None:
        eye.inline(element)


def _nothing(_eye: Eye, _element: Element) -> None:
    """Pass over."""


_INLINE: dict[str, Callable[[Eye, Element], None]] = {
    "r": Eye.run,
    "pPr": _nothing,
    "rPr": _nothing,
    "sdtPr": _nothing,
    "hyperlink": _linked,
    "ins": Eye.tracked,
    "del": Eye.tracked,
    "moveFrom": Eye.tracked,
    "moveTo": Eye.tracked,
    "sdt": _content,
    "fldSimple": _simple_field,
    "bookmarkStart": _begun,
    "bookmarkEnd": _ended,
    "commentRangeStart": _comment_begun,
    "commentRangeEnd": _comment_ended,
    "oMath": _formula,
    "oMathPara": _formula,
    "AlternateContent": _alternative,
    "txbxContent": drawn,
    "tbl": drawn,
    **dict.fromkeys(("smartTag", "customXml", "dir", "bdo", "rt", "rubyBase"), _descend),
}
