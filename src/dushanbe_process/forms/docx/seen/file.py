"""A whole Word file while it is looked at: its lists, notes, comments and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import LimitExceededError, MalformedError
from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.eye import Eye, words_of
from dushanbe_process.forms.docx.seen.numbers import Numbers
from dushanbe_process.forms.docx.seen.story import blocks
from dushanbe_process.forms.docx.seen.styles import Styles
from dushanbe_process.forms.docx.seen.things import Change, Comment, Seen, SeenLine, lines_of
from dushanbe_process.forms.docx.seen.words import plain
from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.package import Package
    from dushanbe_process.forms.docx.seen.things import SeenBlock, View
    from dushanbe_process.xml_parse import Element

_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@attrs.define
class File:
    """What parts of a file have in common while they are looked at."""

    package: Package
    view: View
    styles: Styles = attrs.field(init=False)
    numbers: Numbers = attrs.field(init=False)
    changes: list[Change] = attrs.field(factory=list)
    comments: list[Comment] = attrs.field(factory=list)
    unread: list[str] = attrs.field(factory=list)
    hidden: str = ""
    #: The words that each comment is about.
    abouts: dict[str, str] = attrs.field(factory=dict)
    _parts: dict[str, tuple[str, dict[str, Element]]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Read styles and lists."""
        self.styles = Styles(self.package.one("styles"))
        self.numbers = Numbers(self.package.one("numbering"))

    def look(self) -> Seen:
        """Return what a person sees.

        Raises:
            MalformedError: when the main part is no text of Word.
            LimitExceededError: when it is nested too deep.
        """
        try:
            return self._look()
        except RecursionError:
            message = "a Word file nested too deep"
            raise LimitExceededError(message) from None

    def _look(self) -> Seen:
        root = self.package.element(self.package.main)
        body = root.find(w("body")) if root.tag == w("document") else None
        if body is None:
            raise MalformedError("DOCX", "its main part is no text of Word")
        seen = tuple(blocks(body, Eye(self, self.view, self.package.main)))
        self._remark(seen)
        return Seen(
            seen,
            tuple(self._edges()),
            tuple(self.changes),
            tuple(self.comments),
            tuple(dict.fromkeys(self.unread)),
        )

    def _remark(self, seen: tuple[SeenBlock, ...]) -> None:
        """Say what of the file these lines do not show."""
        if self.hidden.strip():
            self.unread.append(f"hidden text: {self.hidden.strip()[:80]}")
        if any(each.generated for each in lines_of(seen)):
            self.unread.append("a table of contents, which an editor makes anew")

    def _edges(self) -> list[SeenLine]:
        """Return the lines of running heads and feet, each once."""
        found: dict[str, SeenLine] = {}
        for kind in ("header", "footer"):
            for name in self.package.related(kind):
                root = self.package.element(name)
                for each in lines_of(tuple(blocks(root, Eye(self, self.view, name)))):
                    if text := str(each).strip():
                        found.setdefault(text, each)
        return list(found.values())

    def _part(self, kind: str) -> tuple[str, dict[str, Element]]:
        """Return the name of a part of notes or comments, and its entries by id."""
        if kind not in self._parts:
            name = next(self.package.related(kind), "")
            root = self.package.element(name) if name else ()
            named = {each.get(w("id"), ""): each for each in root if isinstance(each.tag, str)}
            self._parts[kind] = name, named
        return self._parts[kind]

    def refer(self, eye: Eye, mark: Element, name: str) -> None:
        """Put the note that a mark leads to into the text."""
        part, notes = self._part(_NOTES[name])
        note = notes.get(mark.get(w("id"), ""))
        if note is None or not eye.sees:
            return
        printed = ""
        if mark.get(w("customMarkFollows"), "0") in ("1", "true", "on"):
            printed = "".join(each.text or "" for each in mark.itersiblings(w("t"))).strip()
            for each in list(mark.itersiblings(w("t"))):
                each.text = ""
        inside = Eye(self, self.view, part, place=eye.place)
        lines = [plain(each.text) for each in lines_of(tuple(blocks(note, inside)))]
        eye.words.note(_note([each for each in lines if each], printed))

    def comment(self, eye: Eye, id_: str) -> None:
        """Remember a comment at the place that it is attached to."""
        _, comments = self._part("comments")
        found = comments.get(id_)
        if found is not None:
            text = "\n".join(filter(None, map(words_of, found.iter(w("p")))))
            author, date = found.get(w("author"), ""), found.get(w("date"), "")
            about = self.abouts.get(id_, "")
            self.comments.append(Comment(text, about, author, date, eye.place))

    def box(self, eye: Eye, element: Element) -> list[SeenBlock]:
        """Return what stands in a box of text, or in a table within a run."""
        inside = Eye(self, self.view, eye.part, place=eye.place)
        if element.tag == w("tbl"):
            holder = element.makeelement("box")
            holder.append(element)
            element = holder
        return [
            attrs.evolve(each, boxed=True) if isinstance(each, SeenLine) else each
            for each in blocks(element, inside)
        ]


def _note(lines: list[InlineText], printed: str) -> Footnote:
    """Return a footnote without the mark that stands before its own text."""
    pieces = [piece for index, each in enumerate(lines) for piece in ("\n" * (index > 0), *each)]
    text = InlineText(*pieces)
    if printed and text and str(text[0]).strip() == printed:
        text = InlineText(*text[1:])
    elif printed and str(text).startswith(printed) and isinstance(text[0], str):
        text = InlineText(text[0].removeprefix(printed), *text[1:])
    if text and (first := str(text[0])) and first[0] in " \t\N{NO-BREAK SPACE}":
        begun = text[0].evolve(text=first.lstrip()) if isinstance(text[0], Run) else first.lstrip()
        text = InlineText(begun, *text[1:])
    mark = " ".join(printed.split()) or None
    return Footnote(text=text, mark=mark)
