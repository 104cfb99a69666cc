"""The state of looking at one part of a Word file, and what its inline elements say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.docx.names import R, w
from dushanbe_process.forms.docx.seen.styles import is_on, marks, value
from dushanbe_process.forms.docx.seen.things import Change, SeenBlock
from dushanbe_process.forms.docx.seen.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.forms.docx.seen.file import File
    from dushanbe_process.forms.docx.seen.things import View
    from dushanbe_process.xml_parse import Element

_R = f"{{{R}}}"
_TEXT_OF = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
#: What is gone in each view.
_GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_CHANGES = {"ins": "insertion", "del": "deletion", "moveTo": "move", "moveFrom": "move"}


@attrs.define
class Field:
    """A field under way: its instruction, and whether its result has begun."""

    code: str = ""
    result: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents, of figures or an index."""
        return self.code.split()[:1] in (["TOC"], ["INDEX"], ["TOA"])


@attrs.define
class Eye:
    """What looks at one part of a file: it remembers fields, and where it is."""

    file: File
    view: View
    part: str
    place: int = 0
    fields: list[Field] = attrs.field(factory=list)
    boxes: list[SeenBlock] = attrs.field(factory=list)
    words: Words = attrs.field(factory=Words)
    inherited: dict[str, bool] = attrs.field(factory=dict)
    link: str = ""
    #: Comments whose range is open here, with where their words begin.
    commented: dict[str, int] = attrs.field(factory=dict)
    relations: dict[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Learn where the links of the part lead."""
        self.relations = {
            each.id: each.target for each in self.file.package.relations(self.part) if each.external
        }

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
        if name not in _GONE[self.view]:
            self.inline(element)

    def noted(self, kind: Any, element: Element, text: str) -> None:
        """Remember a tracked change."""
        author, date = element.get(w("author"), ""), element.get(w("date"), "")
        self.file.changes.append(Change(kind, text, author, date, self.place))

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
        own = element.find(w("rPr"))
        if own is not None and (changed := own.find(w("rPrChange"))) is not None:
            self.noted("formatting", changed, words_of(element))
        properties = self.properties_of(own)
        style = self.file.styles.style(value(properties, "rStyle"))
        hidden = value(properties, "vanish")
        if is_on(hidden) or (hidden is None and style.hidden):
            self.file.hidden += words_of(element)
            return
        manner = marks(properties, {**self.inherited, **style.marks})
        if style.name.startswith(("footnote", "endnote")):
            manner = {**manner, "superscript": False}
        if self.link:
            manner = {**manner, "underline": False}
        lead = style.name == "leadwords"
        if lead:
            manner = {**manner, "strong": False, "emphasis": False}
        for child in element:
            if isinstance(child.tag, str):
                self.in_run(child, manner, lead=lead)

    def in_run(self, child: Element, manner: dict[str, bool], *, lead: bool) -> None:
        """Look at one thing in a run."""
        name = child.tag.rpartition("}")[2]
        if name == "fldChar":
            self.field(child.get(w("fldCharType")))
        elif name == "instrText" and self.fields:
            self.fields[-1].code += child.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            self.file.refer(self, child, name)
        elif name == "commentReference":
            self.file.comment(self, child.get(w("id"), ""))
        elif self.sees:
            text = self.said(child, name)
            if text is None:
                self.boxed(child)
            else:
                self.words.say(text, manner, self.link, lead=lead)

    def said(self, child: Element, name: str) -> str | None:
        """Return the words of a thing in a run; None where it may hold a box of text."""
        if name in ("t", "delText"):
            return child.text or ""
        if name == "br":
            return "\n" if child.get(w("type"), "textWrapping") == "textWrapping" else ""
        if name == "sym":
            code = int(child.get(w("char"), "") or "0", 16) if _is_hex(child) else 0
            return chr(code) if code and not 0xD800 <= code < 0xE000 else ""
        if name in _TEXT_OF:
            return _TEXT_OF[name]
        return None

    def field(self, kind: str | None) -> None:
        """Begin a field, begin its result, or end it."""
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def boxed(self, element: Element) -> None:
        """Look for text that stands in a drawing: boxes come after the paragraph."""
        name = element.tag.rpartition("}")[2]
        if name == "AlternateContent":
            chosen = chosen_of(element)
            if chosen is not None:
                for each in chosen:
                    self.boxed(each)
        elif name in ("txbxContent", "tbl"):
            blocks = self.file.box(self, element)
            self.boxes.extend(blocks)
        elif name == "ruby":
            self.inline(element)
        else:
            for each in element:
                if isinstance(each.tag, str):
                    self.boxed(each)


def words_of(element: Element) -> str:
    """Return the words of an element, whatever stands around them."""
    return "".join(each.text or "" for each in element.iter(w("t"), w("delText")))


def chosen_of(element: Element) -> Element | None:
    """Return the alternative that a reader shows: the first choice, or what stands in for it."""
    children = [each for each in element if isinstance(each.tag, str)]
    named = {each.tag.rpartition("}")[2]: each for each in reversed(children)}
    return named.get("Choice", named.get("Fallback"))


def _is_hex(child: Element) -> bool:
    digits = child.get(w("char"), "")
    return 0 < len(digits) <= 6 and all(each in "0123456789abcdefABCDEF" for each in digits)


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


def _begun(eye: Eye, element: Element) -> None:
    eye.words.begin(element.get(w("id"), ""), element.get(w("name"), ""))


def _ended(eye: Eye, element: Element) -> None:
    eye.words.end(element.get(w("id"), ""))


def _comment_begun(eye: Eye, element: Element) -> None:
    eye.commented[element.get(w("id"), "")] = eye.words.length


def _comment_ended(eye: Eye, element: Element) -> None:
    id_ = element.get(w("id"), "")
    start = eye.commented.pop(id_, 0)
    eye.file.abouts[id_] = str(eye.words.text())[start:]


def _formula(eye: Eye, element: Element) -> None:
    """Take the letters of a formula as they stand."""
    for each in element.iter():
        if isinstance(each.tag, str) and each.tag.endswith("/math}t"):
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
    "smartTag": _descend,
    "customXml": _descend,
    "dir": _descend,
    "bdo": _descend,
    "rt": _descend,
    "rubyBase": _descend,
    "fldSimple": _simple_field,
    "bookmarkStart": _begun,
    "bookmarkEnd": _ended,
    "commentRangeStart": _comment_begun,
    "commentRangeEnd": _comment_ended,
    "oMath": _formula,
    "oMathPara": _formula,
    "AlternateContent": _alternative,
    "txbxContent": Eye.boxed,
    "tbl": Eye.boxed,
}
