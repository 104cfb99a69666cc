"""A whole Word file while it is looked at: its lists, notes, comments and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import DushanbeError, LimitExceededError, MalformedError
from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.drawn import boxed
from dushanbe_process.forms.docx.seen.eye import Eye, words_of
from dushanbe_process.forms.docx.seen.notes import note_of, printed_mark
from dushanbe_process.forms.docx.seen.numbers import Numbers
from dushanbe_process.forms.docx.seen.rows import table_of
from dushanbe_process.forms.docx.seen.story import blocks, story
from dushanbe_process.forms.docx.seen.styles import Styles
from dushanbe_process.forms.docx.seen.things import Comment, Seen, SeenLine, lines_of
from dushanbe_process.forms.docx.seen.tracked import Tracked

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.package import Package
    from dushanbe_process.forms.docx.seen.things import SeenBlock, View
    from dushanbe_process.xml_parse import Element

_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_MOST = 500


@attrs.define
class File:
    """What parts of a file have in common while they are looked at."""

    package: Package
    view: View
    styles: Styles = attrs.field(init=False)
    numbers: Numbers = attrs.field(init=False)
    tracked: Tracked = attrs.field(factory=Tracked)
    comments: list[Comment] = attrs.field(factory=list)
    unread: list[str] = attrs.field(factory=list)
    hidden: list[str] = attrs.field(factory=list)
    pictures: int = 0
    #: The words that each comment is about, paragraph by paragraph.
    abouts: dict[str, list[str]] = attrs.field(factory=dict)
    _links: dict[str, dict[str, str]] = attrs.field(factory=dict)
    _parts: dict[str, tuple[str, dict[str, Element]]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Read styles and lists."""
        self.unread += self.package.damaged
        self.styles = Styles(self._root("styles")[1])
        self.numbers = Numbers(self._root("numbering")[1])

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
        seen = story(body, Eye(self, self.view, self.package.main))
        edges = tuple(self._edges())
        self._remark(seen)
        return Seen(
            seen,
            edges,
            tuple(self.tracked.changes),
            tuple(self.comments),
            tuple(dict.fromkeys(self.unread)),
        )

    def _remark(self, seen: tuple[SeenBlock, ...]) -> None:
        """Say what of the file these lines do not show."""
        if hidden := "".join(self.hidden).strip():
            self.unread.append(f"hidden text: {hidden[:_MOST]}")
        if self.pictures:
            self.unread.append("a picture" if self.pictures == 1 else f"{self.pictures} pictures")
        if any(each.generated for each in lines_of(seen)):
            self.unread.append("a table of contents, which an editor makes anew")

    def links(self, part: str) -> dict[str, str]:
        """Return where the links of a part lead, by their ids."""
        if part not in self._links:
            related = self.package.relations(part)
            self._links[part] = {each.id: each.target for each in related if each.external}
        return self._links[part]

    def _root(self, kind: str) -> tuple[str, Element | None]:
        """Return name and root of the part that is related in one way, where it can be read."""
        for name in self.package.related(kind):
            return name, self._element(name, kind)
        return "", None

    def _element(self, name: str, kind: str) -> Element | None:
        """Return the root of a part; one that cannot be read does not hinder the reading."""
        try:
            return self.package.element(name)
        except DushanbeError as error:
            self.unread.append(f"the {kind} of the file: {error}")
            return None

    def _edges(self) -> list[SeenLine]:
        """Return the lines of running heads and feet, each once."""
        found: dict[str, SeenLine] = {}
        for kind in ("header", "footer"):
            for name in dict.fromkeys(self.package.related(kind)):
                root = self._element(name, f"{kind}s")
                seen = () if root is None else story(root, Eye(self, self.view, name))
                for each in lines_of(seen):
                    if text := str(each).strip():
                        found.setdefault(text, each)
        return list(found.values())

    def _part(self, kind: str) -> tuple[str, dict[str, Element]]:
        """Return the name of a part of notes or comments, and its entries by id."""
        if kind not in self._parts:
            name, root = self._root(kind)
            entries = () if root is None else root
            named = {each.get(w("id"), ""): each for each in entries if isinstance(each.tag, str)}
            self._parts[kind] = name, named
        return self._parts[kind]

    def refer(self, eye: Eye, mark: Element, name: str) -> None:
        """Put the note that a mark leads to into the text."""
        part, notes = self._part(_NOTES[name])
        note = notes.get(mark.get(w("id"), ""))
        if not eye.sees:
            return
        if note is None:
            self.unread.append("a note that a mark leads to, and that is not in the file")
            return
        printed = printed_mark(mark)
        inside = Eye(self, self.view, part, place=eye.place, still=True)
        lines = [each.text for each in lines_of(story(note, inside))]
        eye.words.note(note_of([each for each in lines if each], printed))

    def comment(self, eye: Eye, id_: str) -> None:
        """Remember a comment at the place that it is attached to."""
        _, comments = self._part("comments")
        found = comments.get(id_)
        if found is not None:
            text = "\n".join(filter(None, map(words_of, found.iter(w("p")))))
            author, date = found.get(w("author"), ""), found.get(w("date"), "")
            about = "\n".join(filter(None, self.abouts.get(id_, [])))
            self.comments.append(Comment(text, about, author, date, eye.place))

    def box(self, eye: Eye, element: Element) -> list[SeenBlock]:
        """Return what stands in a box of text, or a table within a run."""
        inside = Eye(self, self.view, eye.part, place=eye.place, still=True)
        if element.tag == w("tbl"):
            table = table_of(element, inside, blocks)
            return [] if table is None else [table]
        return [boxed(each) for each in story(element, inside)]
